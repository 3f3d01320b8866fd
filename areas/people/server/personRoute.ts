import { nameSimilarity, scriptOf } from '@olle/names';
import type { Tx } from '../../../platform/database/pool.ts';
import { refuse } from '../../../platform/decider/index.ts';
import { route, type Services } from '../../../platform/http/area.ts';
import { historyRoute } from '../../../platform/http/historyRoute.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { dateFields, type EntryState, entryRecord } from '../../registers/domain/index.ts';
import * as contract from '../contract/index.ts';
import { type HouseholdState, householdRecord, type PersonState, personRecord } from '../domain/index.ts';
import { columns, openCards, type PersonRow } from './listed.ts';
import { shownRow, withoutPhone } from './registerRows.ts';
import { parentsToken } from './views.ts';

const mostListed = 40;
/** Names of parents from which two people are shown as children of the same. */
const sameParent = 0.93;

async function others(tx: Tx, services: Services, city: number, id: string, state: PersonState) {
  const token = parentsToken(services.sealing, city, state.card);
  const { rows } = await tx.query<PersonRow & { together: boolean }>(
    `select ${columns}, true as together from people_person p where p.city = $1 and p.household = $3 and p.rows > 0 and p.id <> $2
     union all
     select * from (select ${columns}, false from people_person p where p.city = $1 and p.parents = $4 and p.rows > 0 and p.id <> $2
       and p.household is distinct from $3 limit ${mostListed}) siblings`,
    [city, id, state.household, token === null ? null : String(token)],
  );
  const together = rows.filter((row) => row.together).slice(0, mostListed);
  const apart = await openCards(
    services,
    tx,
    city,
    rows.filter((row) => !row.together),
  );
  const alike = (own: string | null, other: string | null) => own !== null && other !== null && nameSimilarity(own, other) >= sameParent;
  return {
    household: await openCards(services, tx, city, together),
    // The key is of sounds: names are compared before two are called children of the same parents.
    siblings: apart.filter(({ mother, father }) => alike(state.card.mother, mother) && alike(state.card.father, father)),
  };
}

/** The dates of a life that rows of registers have, the latest first. */
const lifeOf = (entries: ReadonlyMap<string, { state: EntryState }>) =>
  [...entries]
    .flatMap(([entry, { state }]) =>
      [...dateFields].flatMap((field) => {
        const on = state.values[field];
        return on && field !== 'birth_date' ? [{ on, what: field, register: state.register, entry }] : [];
      }),
    )
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));

/** What was noted of a person when, in the person's record and in the rows of registers. */
export const personHistoryRoute = historyRoute(personRecord, {
  related: async (_, { state }) =>
    state.members.map(({ entry, register }) => ({ id: entry, record: entryRecord, from: `registers:register.${register}` })),
});

export const personRoute = route(contract.readPerson, async ({ tx, actor, params: { id }, services, note }) => {
  const { city } = actor;
  const found = await services.ledger.find<PersonState>(tx, city, personRecord.kind, id);
  if (!found) throw new Refused(refuse('ledger.not-found'));
  const { state } = found;
  const { names, birthDate, mother, father, phones, address } = state.card;
  const entries = await services.ledger.findMany<EntryState>(
    tx,
    city,
    'registers.entry',
    state.members.map(({ entry }) => entry),
  );
  const phonesOf = (row: EntryState) => (row.values.phone ? [row.values.phone] : []);
  const numbers = [...phones, ...[...entries.values()].flatMap((entry) => phonesOf(entry.state))];
  const { persons, numbers: doNotCallNumbers } = await services.doNotCall(services, tx, { persons: [id], numbers });
  const home = persons.has(id);
  const shownPhones = home ? [] : phones.filter((phone) => !doNotCallNumbers.has(phone));
  const { household, siblings } = await others(tx, services, city, id, state);
  const lives = state.household && (await services.ledger.find<HouseholdState>(tx, city, householdRecord.kind, state.household));
  await note('people.person', [id, ...[...household, ...siblings].map((other) => other.id)], 'person page');
  return {
    id,
    name: names[0] ?? '',
    names,
    scripts: [...Map.groupBy(names, scriptOf)].map(([script, written]) => ({ script, names: written })),
    birthDate,
    mother,
    father,
    phones: shownPhones,
    doNotCall: home || doNotCallNumbers.size > 0,
    address,
    sex: state.sex,
    ward: state.ward,
    registers: [...new Set(state.members.map(({ register }) => register))],
    household,
    householdId: state.household,
    householdNumber: lives ? lives.state.number : null,
    siblings,
    rows: state.members.flatMap((member) => {
      const row = entries.get(member.entry)?.state;
      if (!row) return [];
      const shown = shownRow(member.entry, row, member);
      return [home || phonesOf(row).some((phone) => doNotCallNumbers.has(phone)) ? withoutPhone(shown) : shown];
    }),
    life: lifeOf(entries),
  };
});
