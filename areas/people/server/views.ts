import { readFileSync } from 'node:fs';
import { searchKeys } from '@olle/names';
import type { StoredEvent, View } from '../../../platform/ledger/view.ts';
import { type Sealing, sealJson } from '../../../platform/sealing/sealing.ts';
import { type PairState, type PersonState, phoneKey, searchPurpose } from '../domain/index.ts';
import { households } from './reading/households.ts';
import { essencePrint } from './settling.ts';

const [personDdl, pairDdl] = readFileSync(new URL('./views.sql', import.meta.url), 'utf8').split('-- next view') as [string, string];

export const cardBinding = (city: number, id: string) => `people_person|${city}|${id}`;

/** The keys under which a person is found: what words of names sound like, telephone numbers without prefixes, other numbers as they are. */
function tokensOf(
  sealing: Sealing,
  city: number,
  { names, phones, numbers }: Pick<PersonState['card'], 'names' | 'phones' | 'numbers'>,
): bigint[] {
  const keys = [...names.flatMap(searchKeys), ...phones.map(phoneKey), ...numbers.map(numberKey)];
  return [...new Set(keys)].map((key) => searchToken(sealing, city, key));
}

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

const persons: View = {
  name: 'people.persons',
  ddl: personDdl,
  tables: ['people_person', 'people_member', 'people_former', 'people_token'],
  recordIn: { people_member: 'person', people_former: 'person', people_token: 'person' },
  kinds: ['people.person'],
  revision: 6,
  async apply(tx, changes, sealing) {
    const { city } = changes[0]!;
    const ids = changes.map(({ id }) => id);
    const { rows: stood } = await tx.query<{ entry: string; person: string }>(
      'delete from people_member where city = $1 and person = any($2) returning entry, person',
      [city, ids],
      { name: 'people-members-clear' },
    );
    const before = Map.groupBy(stood, ({ person }) => person);
    await tx.query('delete from people_token where city = $1 and person = any($2)', [city, ids], { name: 'people-tokens-clear' });
    const states = changes.map((change) => change.state as PersonState);
    await tx.query(
      `insert into people_person (city, id, sex, ward, birth_year, household, registers, rows, essence, parents, card, into_person)
       select $1, id, sex, ward, birth_year, household, string_to_array(registers, ','), rows, essence, parents, card, into_person
       from unnest($2::uuid[], $3::text[], $4::text[], $5::integer[], $6::uuid[], $7::text[], $8::integer[], $9::bytea[], $10::bigint[], $11::bytea[], $12::uuid[])
         p(id, sex, ward, birth_year, household, registers, rows, essence, parents, card, into_person)
       on conflict (city, id) do update set sex = excluded.sex, ward = excluded.ward, birth_year = excluded.birth_year, household = excluded.household,
         registers = excluded.registers, rows = excluded.rows, essence = excluded.essence, parents = excluded.parents, card = excluded.card, into_person = excluded.into_person`,
      [
        city,
        ids,
        states.map((s) => s.sex),
        states.map((s) => s.ward),
        states.map((s) => s.birthYear),
        states.map((s) => s.household),
        states.map((s) => [...new Set(s.members.map(({ register }) => register))].sort().join(',')),
        states.map((s) => s.members.length),
        states.map((s) => essencePrint(sealing, city, s)),
        states.map((s) => parentsToken(sealing, city, s.card)),
        changes.map(({ key, id }, i) => sealJson(key, states[i]!.card, cardBinding(city, id))),
        states.map((s) => s.into ?? null),
      ],
      { name: 'people-persons' },
    );
    const members = changes.flatMap(({ id }, i) => states[i]!.members.map(({ entry }) => ({ id, entry })));
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
    const tokens = changes.flatMap(({ id }, i) =>
      states[i]!.members.length > 0 ? tokensOf(sealing, city, states[i]!.card).map((token) => ({ id, token, state: states[i]! })) : [],
    );
    await tx.query(
      `insert into people_token (city, token, person, ward, birth_year)
       select $1, * from unnest($2::bigint[], $3::uuid[], $4::text[], $5::integer[])`,
      [city, tokens.map((t) => t.token), tokens.map((t) => t.id), tokens.map((t) => t.state.ward), tokens.map((t) => t.state.birthYear)],
      { name: 'people-tokens' },
    );
  },
};

const pairs: View = {
  name: 'people.pairs',
  ddl: pairDdl,
  tables: ['people_pair'],
  kinds: ['people.pair'],
  revision: 1,
  async apply(tx, changes) {
    const states = changes.map((change) => change.state as PairState);
    await tx.query(
      `insert into people_pair (city, id, a, b, status, weight) select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::float8[])
       on conflict (city, id) do update set a = excluded.a, b = excluded.b, status = excluded.status, weight = excluded.weight`,
      [
        changes[0]!.city,
        changes.map(({ id }) => id),
        states.map((s) => s.a),
        states.map((s) => s.b),
        states.map((s) => s.status),
        states.map((s) => s.weight),
      ],
      { name: 'people-pairs' },
    );
  },
};

export const views: readonly View[] = [persons, households, pairs];
