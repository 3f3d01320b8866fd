import { readFileSync } from 'node:fs';
import { partKeys, searchKeys } from '@olle/names';
import { Type } from 'typebox';
import type { Tx } from '../../../platform/database/pool.ts';
import { Id, identity, Maybe } from '../../../platform/decider/index.ts';
import type { Change, StoredEvent, View } from '../../../platform/ledger/view.ts';
import { ListTable } from '../../../platform/lists/server/table.ts';
import type { Sealing } from '../../../platform/sealing/sealing.ts';
import { type PairState, type PersonState, pairRecord, personRecord, phoneKeys, searchPurpose } from '../domain/index.ts';
import { households } from './reading/households.ts';
import { essencePrint } from './settling.ts';

/** Persons; all that tells who somebody is stands sealed. */
export const personTable = new ListTable({
  name: 'people_person',
  columns: {
    sex: Maybe(Type.String()),
    ward: Maybe(Type.String()),
    birthYear: Maybe(Type.Integer()),
    household: Maybe(Id),
    registers: Type.Array(Type.String()),
    rows: Type.Integer(),
    /** Keyed hash of all that is known: whether linkage says something new of a person, without opening anything. */
    essence: Type.Unsafe<Buffer>({ sqlType: 'bytea' }),
    /** Keyed hash of what the parents' names sound like: people who share it may be siblings. */
    parents: Maybe(Type.Unsafe<bigint>({ sqlType: 'bigint' })),
    /** Of a person who is nobody any more: who took up the rows. */
    intoPerson: Maybe(Id),
    names: identity(Type.Array(Type.String())),
    birthDate: identity(Maybe(Type.String())),
    mother: identity(Maybe(Type.String())),
    father: identity(Maybe(Type.String())),
  },
  indexes: {
    into: 'create index people_person_into on people_person (city, into_person) where into_person is not null',
    ward: 'create index people_person_ward on people_person (city, ward, birth_year, id) where rows > 0',
    birth: 'create index people_person_birth on people_person (city, birth_year, id) where rows > 0',
    household: 'create index people_person_household on people_person (city, household) where rows > 0',
    parents: 'create index people_person_parents on people_person (city, parents) where rows > 0 and parents is not null',
  },
});

/** The keys under which a person is found: what words of names and their beginnings sound like, telephone numbers without prefixes, other numbers as they are. */
const keysOf = ({ names, phones, numbers }: PersonState['card']) =>
  new Set([...names.flatMap((name) => [...searchKeys(name), ...partKeys(name)]), ...phones.flatMap(phoneKeys), ...numbers.map(numberKey)]);

export const numberKey = (number: string) => `#${number.replace(/\W/g, '').toUpperCase()}`;
export const searchToken = (sealing: Sealing, city: number, key: string): bigint => sealing.blind(city, searchPurpose, key);

/** The key of those whose parents' names both sound alike; null where one is not known. */
export function parentsToken(
  sealing: Sealing,
  city: number,
  { mother, father }: Pick<PersonState['card'], 'mother' | 'father'>,
): bigint | null {
  if (!mother || !father) return null;
  const sounds = [mother, father].map((name) => searchKeys(name).sort().join(' '));
  return sealing.blind(city, 'people.parents', sounds.join('|'));
}

/** The rows that left a person with these events, each with the position at which it last did. */
function leaving(before: readonly string[], events: readonly StoredEvent[]): Map<string, number> {
  const left = new Map<string, number>();
  let standing = before;
  for (const { type, position, fields } of events) {
    const now = type === 'person-emptied' ? [] : (fields as unknown as PersonState).members.map(({ entry }) => entry);
    for (const entry of standing) if (!now.includes(entry)) left.set(entry, position);
    standing = now;
  }
  return left;
}

const persons = personTable.view<PersonState>({
  name: 'people.persons',
  kind: personRecord.kind,
  revision: 8,
  row: ({ card, members, into, ...state }, { state: whole, city }, sealing) => ({
    ...state,
    ...card,
    names: [...card.names],
    registers: [...new Set(members.map(({ register }) => register))].sort(),
    rows: members.length,
    essence: essencePrint(sealing, city, whole),
    parents: parentsToken(sealing, city, card),
    intoPerson: into ?? null,
  }),
  beside: {
    ddl: readFileSync(new URL('./views.sql', import.meta.url), 'utf8'),
    tables: ['people_member', 'people_former', 'people_token'],
    recordIn: { people_member: 'person', people_former: 'person', people_token: 'person' },
    apply: writeRows,
  },
});

/** The rows that are somebody, those that were, and the keys under which they are found. */
async function writeRows(tx: Tx, changes: readonly Change<PersonState>[], sealing: Sealing): Promise<void> {
  const { city } = tx;
  const ids = changes.map(({ id }) => id);
  const { rows: stood } = await tx.query<{ entry: string; person: string }>(
    'delete from people_member where city = $1 and person = any($2) returning entry, person',
    [city, ids],
    { name: 'people-members-clear' },
  );
  const before = Map.groupBy(stood, ({ person }) => person);
  await tx.query('delete from people_token where city = $1 and person = any($2)', [city, ids], { name: 'people-tokens-clear' });
  const members = changes.flatMap(({ id, state }) => state.members.map(({ entry }) => ({ id, entry })));
  await tx.query(
    'insert into people_member (city, entry, person) select $1, * from unnest($2::uuid[], $3::uuid[])',
    [city, members.map((m) => m.entry), members.map((m) => m.id)],
    { name: 'people-members' },
  );
  const former = changes.flatMap(({ id, events }) =>
    [
      ...leaving(
        (before.get(id) ?? []).map(({ entry }) => entry),
        events,
      ),
    ].map(([entry, position]) => ({ id, entry, position })),
  );
  if (former.length > 0)
    await tx.query(
      `insert into people_former (city, entry, person, position) select $1, * from unnest($2::uuid[], $3::uuid[], $4::bigint[])
         on conflict (city, entry, person) do update set position = excluded.position`,
      [city, former.map((f) => f.entry), former.map((f) => f.id), former.map((f) => f.position)],
      { name: 'people-former' },
    );
  const found = changes.flatMap(({ id, state }) =>
    state.members.length > 0 ? [...keysOf(state.card)].map((key) => ({ id, key, state })) : [],
  );
  // Many people share a word of their names: each word is hashed once.
  const tokens = new Map([...new Set(found.map(({ key }) => key))].map((key) => [key, searchToken(sealing, city, key)]));
  await tx.query(
    `insert into people_token (city, token, person, ward, birth_year)
       select $1, * from unnest($2::bigint[], $3::uuid[], $4::text[], $5::integer[])`,
    [
      city,
      found.map(({ key }) => tokens.get(key)!),
      found.map(({ id }) => id),
      found.map(({ state }) => state.ward),
      found.map(({ state }) => state.birthYear),
    ],
    { name: 'people-tokens' },
  );
}

const pairTable = new ListTable({
  name: 'people_pair',
  columns: { a: Id, b: Id, status: Type.String(), weight: Type.Number() },
  indexes: {
    open: "create index people_pair_open on people_pair (city, status desc, weight desc, id) where status in ('open', 'later')",
    a: "create index people_pair_a on people_pair (city, a) where status in ('same', 'not-same')",
    b: "create index people_pair_b on people_pair (city, b) where status in ('same', 'not-same')",
  },
});
const pairs = pairTable.view<PairState>({ name: 'people.pairs', kind: pairRecord.kind, revision: 2, row: (state) => state });

export const views: readonly View[] = [persons, households, pairs];
