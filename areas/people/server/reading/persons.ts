import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../../platform/database/pool.ts';
import type { Sealing } from '../../../../platform/sealing/sealing.ts';
import { phoneKey } from '../../domain/index.ts';
import { searchToken } from '../views.ts';

/** For each person those who live with them now, themselves among them. */
export async function mates(tx: Tx, persons: readonly string[]): Promise<{ person: string; mate: string }[]> {
  if (persons.length === 0) return [];
  const { rows } = await tx.query<{ person: string; mate: string }>(
    `select p as person, p as mate from unnest($2::uuid[]) p
     union select own.id, mate.id from people_person own
       join people_person mate on mate.city = own.city and mate.household = own.household and mate.rows > 0
       where own.city = $1 and own.id = any($2)`,
    [tx.city, persons],
    { name: 'people-mates' },
  );
  return rows;
}

/** Whose these rows of registers are now. */
export async function personsOfEntries(tx: Tx, entries: readonly string[]): Promise<{ entry: string; person: string }[]> {
  if (entries.length === 0) return [];
  const { rows } = await tx.query<{ entry: string; person: string }>(
    'select entry, person from people_member where city = $1 and entry = any($2::uuid[])',
    [tx.city, entries],
    { name: 'people-of-entries' },
  );
  return rows;
}

/** Whose these rows of registers are, or ever were. */
export async function personsEverOf(tx: Tx, entries: readonly string[]): Promise<string[]> {
  const { rows } = await tx.query<{ person: string }>(
    `select person from people_member where city = $1 and entry = any($2::uuid[])
     union select person from people_former where city = $1 and entry = any($2::uuid[])`,
    [tx.city, entries],
  );
  return rows.map(({ person }) => person);
}

/** Who has these telephone numbers, however a register writes them. */
export async function personsWithNumbers(
  tx: Tx,
  sealing: Sealing,
  numbers: readonly string[],
): Promise<{ number: string; person: string }[]> {
  const tokens = numbers.map((number) => String(searchToken(sealing, tx.city, phoneKey(number))));
  if (tokens.length === 0) return [];
  const { rows } = await tx.query<{ number: string; person: string }>(
    `select t.number, k.person from unnest($2::bigint[], $3::text[]) t(token, number)
     join people_token k on k.city = $1 and k.token = t.token join people_person p on p.city = k.city and p.id = k.person where p.rows > 0`,
    [tx.city, tokens, numbers],
    { name: 'people-with-numbers' },
  );
  return rows;
}

/** Of these persons, those who are somebody: some row is theirs now. */
export async function present(tx: Tx, persons: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ id: string }>('select id from people_person where city = $1 and rows > 0 and id = any($2)', [
    tx.city,
    persons,
  ]);
  return new Set(rows.map(({ id }) => id));
}

/** The sex of these persons as registers have it. */
export async function sexes(tx: Tx, persons: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const { rows } = await tx.query<{ id: string; sex: string | null }>(
    'select id, sex from people_person where city = $1 and id = any($2)',
    [tx.city, persons],
  );
  return new Map(rows.map(({ id, sex }) => [id, sex]));
}

/** Whether the person in that column lives in the household. */
export const livesIn = (household: string, column: string, city: number): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} in (select p.id from people_person p where p.city = ${city} and p.household = ${household})`;

/** Persons of `files (person)` whose rows went to somebody else: `person`, `into_person`. */
export const wentInto: RawBuilder<unknown> = sql`(select city, id as person, into_person from people_person where rows = 0 and into_person is not null)`;

/** Whether there is such a person, or was one. */
export async function isKnown(tx: Tx, person: string): Promise<boolean> {
  const { rowCount } = await tx.query('select 1 from people_person where city = $1 and id = $2', [tx.city, person]);
  return rowCount === 1;
}
