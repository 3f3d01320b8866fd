import { ageOn, type PartialDateText } from '../../../../platform/decider/index.ts';
import { route } from '../../../../platform/http/area.ts';
import { readRecord } from '../../../../platform/http/readRecord.ts';
import { dateFields, type EntryState, registerNames } from '../../../registers/domain/index.ts';
import { coverageOfRegisters } from '../../../registers/server/readers.ts';
import * as contract from '../../contract/index.ts';
import { type PersonState, personRecord, standingIn } from '../../domain/index.ts';
import { wardReaders } from '../registerRows.ts';

/** Days in a row on which somebody noted it, or saw the person: neither the birth nor a day to come. */
const daysOf = ({ values }: EntryState, today: string) =>
  [...dateFields].flatMap((field) => (field !== 'birth_date' && values[field] && values[field] <= today ? [values[field]] : []));

const first = (days: readonly string[]) => days.toSorted()[0] ?? null;
const last = (days: readonly string[]) => days.toSorted().at(-1) ?? null;

export const registersRoute = route(contract.readRegistersOfPerson, async (call) => {
  const { tx, actor, services, params } = call;
  const { state } = await readRecord<PersonState>(call, personRecord, params.id, 'registers of a person');
  const today = await services.ledger.today(tx, actor.city);
  const readers = await wardReaders(tx);
  const ids = state.members.map(({ entry }) => entry);
  const entries = [...(await services.ledger.findMany<EntryState>(tx, actor.city, 'registers.entry', ids)).values()].map(
    (one) => one.state,
  );
  const covered = new Map((await coverageOfRegisters(tx)).map((one) => [one.register, one]));
  const { birthDate } = state.card;
  const age = birthDate === null ? null : ageOn(birthDate as PartialDateText, today);
  const wardOf = (ward: string | null) => ward && (readers.compared(ward) ?? ward);
  const registers = registerNames.map((register) => {
    const rows = entries.filter((row) => row.register === register);
    const known = covered.get(register);
    const wards = [...new Set((known?.wards ?? []).map((ward) => readers.shown(ward) ?? ward))];
    const { standing, due } = standingIn(register, {
      found: rows.length > 0,
      coverage: known && { ...known, wards: known.wards.flatMap((ward) => wardOf(ward) ?? []) },
      ward: wardOf(state.ward),
      birthYear: state.birthYear,
      age,
      roles: actor.roles,
    });
    const told = standing === 'in' ? rows : [];
    const days = told.flatMap((row) => daysOf(row, today));
    return {
      register,
      standing,
      due,
      // Not the day on which the city first imported the row: that says nothing of the child.
      since: first(days),
      lastContact: last(days),
      at: [...new Set(told.flatMap(({ values }) => values.school_name ?? values.programme ?? []))],
      asOf: known?.asOf ?? null,
      wards: wards.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })),
      bornFrom: known?.bornFrom ?? null,
      bornTo: known?.bornTo ?? null,
    };
  });
  return { registers };
});
