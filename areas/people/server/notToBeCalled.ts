import type { Tx } from '../../../platform/database/pool.ts';
import type { Services } from '../../../platform/http/area.ts';
import { numbersNotToCall, phoneKey } from '../domain/index.ts';
import { searchToken } from './views.ts';

/**
 * Of the persons given, those whom nobody may call: a case of theirs, or of a child of their household, says that the home must not be
 * contacted. How the child is reached without danger stands in the case alone.
 */
export async function notToBeCalled(tx: Tx, city: number, persons: readonly string[]): Promise<ReadonlySet<string>> {
  if (persons.length === 0) return new Set();
  const { rows } = await tx.query<{ id: string }>(
    `select p.id from people_person p where p.city = $1 and p.id = any($2::uuid[]) and (
       exists (select 1 from cases_safe_contact s where s.city = p.city and s.person = p.id)
       or (p.household is not null and exists (
         select 1 from people_person c join cases_safe_contact s on s.city = c.city and s.person = c.id
         where c.city = p.city and c.household = p.household and c.rows > 0)))`,
    [city, persons],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Of rows of registers, those whose person nobody may call. */
export async function rowsNotToCall(tx: Tx, city: number, entries: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ entry: string; person: string }>(
    'select entry, person from people_member where city = $1 and entry = any($2::uuid[])',
    [city, entries],
  );
  const persons = await notToBeCalled(tx, city, [...new Set(rows.map(({ person }) => person))]);
  return new Set(rows.filter(({ person }) => persons.has(person)).map(({ entry }) => entry));
}

/** Of the numbers given, those that nobody may call, though they stand with somebody who may be. */
export async function silentNumbers({ sealing }: Services, tx: Tx, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  const tokens = new Map(numbers.map((number) => [number, String(searchToken(sealing, tx.city, phoneKey(number)))]));
  if (tokens.size === 0) return new Set();
  const { rows } = await tx.query<{ token: string }>(numbersNotToCall, [tx.city, [...new Set(tokens.values())]]);
  const silent = new Set(rows.map(({ token }) => token));
  return new Set([...tokens].flatMap(([number, token]) => (silent.has(token) ? [number] : [])));
}

/** What a row says, without its telephone number. */
export function withoutPhone<Row extends { readonly values: Record<string, string> }>(row: Row): Row {
  const { phone: _, ...values } = row.values;
  return { ...row, values };
}
