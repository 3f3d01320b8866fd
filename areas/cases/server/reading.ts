import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/pool.ts';
import type { StoredRow } from '../../../platform/lists/server/table.ts';
import { caseRecord, type PastSign } from '../domain/index.ts';

/** What a closed case says of its child, and of which day that is. */
export interface PastCase {
  readonly id: string;
  readonly sign: PastSign;
  readonly on: string;
}

/** The open cases of these persons, by person. */
export async function openCasesOf(tx: Tx, persons: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await tx.query<{ person: string; ids: string[] }>(
    "select person, array_agg(id order by id) as ids from cases_case where city = $1 and status = 'open' and person = any($2) group by person",
    [tx.city, persons],
    { name: 'cases-open-of' },
  );
  return new Map(rows.map(({ person, ids }) => [person, ids]));
}

/** Of these persons those whose case that was closed last was closed without anybody having seen the child. */
export async function closedUnseenOf(tx: Tx, persons: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ person: string }>(
    `select person from (
       select distinct on (person) person, closed_unseen from cases_case
       where city = $1 and status = 'closed' and person = any($2) order by person, closed_on desc, id desc
     ) as last where closed_unseen`,
    [tx.city, persons],
    { name: 'cases-closed-unseen-of' },
  );
  return new Set(rows.map(({ person }) => person));
}

/** What the cases of these persons say, by person. */
export async function pastCasesOf(tx: Tx, persons: readonly string[]): Promise<ReadonlyMap<string, readonly PastCase[]>> {
  const { rows } = await tx.query<PastCase & { person: string }>(
    `select person, case_id as id, sign, "on" from cases_past where city = $1 and person = any($2) order by case_id, sign`,
    [tx.city, persons],
    { name: 'cases-past-of' },
  );
  return Map.groupBy(rows, ({ person }) => person);
}

/**
 * Closed cases as far as it is asked how long they are kept, those that were closed first at the top: the one of that id, or all that were
 * closed by a day and whose child was born by a day, where the birth is known.
 */
export async function closedCases(tx: Tx, of: { readonly id: string } | { readonly closed: string; readonly born: string }) {
  const { rows } = await tx.query<{
    id: string;
    person: string | null;
    closedOn: string;
    closeReason: string | null;
    trafficking: string | null;
    openedOn: string;
    bornBy: string | null;
  }>(
    `select id, person, opened_on as "openedOn", closed_on as "closedOn", close_reason as "closeReason", trafficking, birth_to as "bornBy"
     from cases_case where city = $1 and status = 'closed' and closed_on is not null and ($2::uuid is null or id = $2)
       and closed_on <= coalesce($3, closed_on) and (birth_to is null or birth_to <= coalesce($4, birth_to)) order by closed_on, id`,
    'id' in of ? [tx.city, of.id, null, null] : [tx.city, null, of.closed, of.born],
  );
  return rows;
}

/** The person that the child of a case is, where that is known; undefined where the city has no such case. */
export async function personOfCase(tx: Tx, id: string): Promise<string | null | undefined> {
  const { rows } = await tx.query<{ person: string | null }>('select person from cases_case where city = $1 and id = $2', [tx.city, id]);
  return rows[0]?.person;
}

/** Of whom a case changed since a position of the log. */
export async function personsOfCasesChanged(tx: Tx, position: number): Promise<string[]> {
  const { rows } = await tx.query<{ person: string }>(
    `select distinct c.person from event e join cases_case c on c.city = e.city and c.id = e.id
     where e.city = $1 and e.position > $2 and e.kind = $3 and c.person is not null`,
    [tx.city, position, caseRecord.kind],
  );
  return rows.map(({ person }) => person);
}

/** The rows of these cases, in order of id. */
export async function casesWithIds(tx: Tx, ids: readonly string[]): Promise<StoredRow[]> {
  const { rows } = await tx.query<StoredRow>('select * from cases_case where city = $1 and id = any($2) order by id', [tx.city, ids]);
  return rows;
}

/** The concerns that a case came from, the first first. */
export async function concernsOf(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>('select id from cases_concern where city = $1 and case_id = $2 order by raised_on, id', [
    tx.city,
    id,
  ]);
  return rows.map((row) => row.id);
}

/** How many cases are with a substitute because of these leaves. */
export async function stillLent(tx: Tx, leaves: readonly string[]): Promise<number> {
  const { rows } = await tx.query<{ n: number }>('select count(*)::int as n from cases_lent where city = $1 and leave = any($2)', [
    tx.city,
    leaves,
  ]);
  return rows[0]!.n;
}

/** The ids of cases that are with a substitute because of a leave, as a statement. */
export const lentBecauseOf = (leave: string, city: number): RawBuilder<unknown> =>
  sql`select x.case_id from cases_lent x where x.city = ${city} and x.leave = ${leave}`;

/** The kinds of what stands today instead of consent, by case. */
export async function basesToday(tx: Tx, cases: readonly string[], today: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await tx.query<{ id: string; kinds: string[] }>(
    `select case_id as id, array_agg(distinct kind order by kind) as kinds from cases_basis
       where city = $1 and case_id = any($2) and $3::date between since and lasts group by case_id`,
    [tx.city, cases, today],
  );
  return new Map(rows.map(({ id, kinds }) => [id, kinds]));
}
