import { sql } from 'kysely';
import type { Tx } from '../../../../platform/database/pool.ts';
import { presentIn } from '../../../registers/server/readers.ts';

/** Persons born in that year or later, a page in order of id. */
export async function minorsAfter(tx: Tx, city: number, year: number, after: string, limit: number): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    'select id from people_person where city = $1 and id > $2 and rows > 0 and birth_year >= $3 order by id limit $4',
    [city, after, year, limit],
  );
  return rows.map(({ id }) => id);
}

/** A row that may be the same person's as another one, and the pair that waits for somebody's word. */
export interface Doubt {
  readonly row: string;
  readonly pair: string;
}

/**
 * For each row in doubt the rows that may be the same person's: the other row of the pair, and what else is thought to be that row's person.
 * Linkage keeps such pairs few.
 */
export async function rowsInDoubt(tx: Tx, city: number): Promise<ReadonlyMap<string, readonly Doubt[]>> {
  const { rows } = await tx.query<{ own: string; row: string; pair: string }>(
    `select half.own, mate.entry as row, p.id as pair from people_pair p join lateral (values (p.a, p.b), (p.b, p.a)) half(own, other) on true
       join people_member m on m.city = p.city and m.entry = half.other join people_member mate on mate.city = m.city and mate.person = m.person
     where p.city = $1 and p.status in ('open', 'later') order by p.id, mate.entry`,
    [city],
  );
  return Map.groupBy(rows, ({ own }) => own);
}

/**
 * Persons for whom the rules may say something else since a position of the log: those who changed, whose rows did, `others`, or of whom
 * it became or is no longer in doubt which rows are theirs, and their households of then and now. In order of id.
 */
export async function concernedSince(tx: Tx, city: number, position: number, others: readonly string[]): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `with changed as materialized (
       select distinct kind, id from event where city = $1 and position > $2 and kind in ('people.person', 'people.pair', 'registers.entry')
     ), person as (
       select id from changed where kind = 'people.person'
       union select m.person from people_member m join changed c on c.kind = 'registers.entry' and m.city = $1 and m.entry = c.id
       union select m.person from people_pair p join changed c on c.kind = 'people.pair' and p.id = c.id
         join lateral unnest(array[p.a, p.b]) half(entry) on true join people_member m on m.city = $1 and m.entry = half.entry where p.city = $1
       union select m.person from people_pair p join lateral (values (p.a, p.b), (p.b, p.a)) half(own, other) on true
         join people_member m on m.city = $1 and m.entry = half.own
         where p.city = $1 and p.status in ('open', 'later') and exists (
           select 1 from people_member o join people_member mate on mate.city = $1 and mate.person = o.person join changed c on c.id in (mate.person, mate.entry)
           where o.city = $1 and o.entry = half.other)
       union select * from unnest($3::uuid[])
     ), household as (
       select household from people_person p join person using (id) where p.city = $1 and household is not null
       union select (e.coded->>'household')::uuid from event e join changed c on c.kind = 'people.person' and e.id = c.id
         where e.city = $1 and e.coded->>'household' is not null
     )
     select id from person union select p.id from people_person p join household h on p.city = $1 and p.household = h.household and p.rows > 0 order by id`,
    [city, position, others],
  );
  return rows.map(({ id }) => id);
}

/** Who lives in these households now. */
export async function inHouseholds(tx: Tx, households: readonly string[]): Promise<{ household: string; person: string }[]> {
  const { rows } = await tx.query<{ household: string; person: string }>(
    'select household, id as person from people_person where city = $1 and household = any($2) and rows > 0 order by id',
    [tx.city, households],
  );
  return rows;
}

/** The rows that one register has now of those who live in these households. */
export async function rowsOfHouseholds(
  tx: Tx,
  households: readonly string[],
  register: string,
): Promise<{ household: string; entry: string }[]> {
  return await tx.run<{ household: string; entry: string }>(
    sql`select p.household, m.entry from people_person p join people_member m on m.city = p.city and m.person = p.id
        where p.city = ${tx.city} and p.household = any(${households}::uuid[]) and p.rows > 0 and ${presentIn(register, 'm.entry', tx.city)} order by m.entry`,
  );
}

/** Persons who are nobody any more because one of these took up their rows. */
export async function joinedInto(tx: Tx, persons: readonly string[]): Promise<{ former: string; into: string }[]> {
  const { rows } = await tx.query<{ former: string; into: string }>(
    'select id as former, into_person as into from people_person where city = $1 and into_person = any($2) order by id',
    [tx.city, persons],
  );
  return rows;
}
