import { nameSimilarity, scriptOf } from '@olle/names';
import type { Tx } from '../../../platform/database/pool.ts';
import type { Services } from '../../../platform/http/area.ts';
import { historyRoute } from '../../../platform/http/historyRoute.ts';
import { recordRoute } from '../../../platform/http/readRecord.ts';
import type { StoredRow } from '../../../platform/lists/server/table.ts';
import { allows } from '../../../platform/permissions/ability.ts';
import { dateFields, type EntryState, entryRecord } from '../../registers/domain/index.ts';
import * as contract from '../contract/index.ts';
import { type HouseholdState, householdRecord, type PersonState, pairRecord, personRecord } from '../domain/index.ts';
import { columns, openCards } from './listed.ts';
import { shownRow, withoutPhone } from './registerRows.ts';
import { parentsToken } from './views.ts';

const mostListed = 40;
/** Names of parents from which two people are shown as children of the same. */
const sameParent = 0.93;

async function others(tx: Tx, services: Services, city: number, id: string, state: PersonState) {
  const token = parentsToken(services.sealing, city, state.card);
  const { rows } = await tx.query<StoredRow & { readonly together: boolean }>(
    `select ${columns}, true as together from people_person p where p.city = $1 and p.household = $3 and p.rows > 0 and p.id <> $2
     union all
     select * from (select ${columns}, false from people_person p where p.city = $1 and p.parents = $4 and p.rows > 0 and p.id <> $2
       and p.household is distinct from $3 limit ${mostListed}) siblings`,
    [city, id, state.household, token === null ? null : String(token)],
  );
  const open = (together: boolean) =>
    openCards(
      services,
      tx,
      rows.filter((row) => row.together === together),
    );
  const apart = await open(false);
  const alike = (own: string | null, other: string | null) => own !== null && other !== null && nameSimilarity(own, other) >= sameParent;
  return {
    household: (await open(true)).slice(0, mostListed),
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

export const personRoute = recordRoute(
  contract.readPerson,
  personRecord,
  null,
  async (state, { tx, actor, ability, services, note }, { id }) => {
    const { city } = actor;
    const { names, phones, numbers: _, ...known } = state.card;
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
    await note(personRecord.kind, [id, ...[...household, ...siblings].map((other) => other.id)], 'person page');
    const judges = allows(ability, 'judge', pairRecord.kind, { status: 'open', city });
    return {
      // What is decided are pairs of rows, by routes of their own: the acts are those of whoever judges pairs.
      corrections: judges ? (state.members.length > 1 ? (['split', 'merge'] as const) : (['merge'] as const)) : [],
      name: names[0] ?? '',
      names,
      scripts: [...Map.groupBy(names, scriptOf)].map(([script, written]) => ({ script, names: written })),
      ...known,
      phones: shownPhones,
      doNotCall: home || doNotCallNumbers.size > 0,
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
  },
);
