import type { Tx } from '../../../platform/database/pool.ts';
import { caseRecord } from '../domain/index.ts';

/** The open cases of these persons, by person. */
export async function openCasesOf(tx: Tx, persons: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await tx.query<{ person: string; ids: string[] }>(
    "select person, array_agg(id order by id) as ids from cases_case where city = $1 and status = 'open' and person = any($2) group by person",
    [tx.city, persons],
    { name: 'cases-open-of' },
  );
  return new Map(rows.map(({ person, ids }) => [person, ids]));
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
