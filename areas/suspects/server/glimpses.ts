import { sql } from 'kysely';
import type { Call } from '../../../platform/http/area.ts';
import type { StoredRow } from '../../../platform/lists/server/table.ts';
import { caseTable, ofCases } from '../../cases/server/readers.ts';
import type { Glimpse } from '../contract/index.ts';

/** Glimpses of these cases, by their ids; whose names are among them is noted as read. */
export async function glimpsesOf(
  { tx, actor: { city }, services, note, where }: Pick<Call<unknown, unknown, unknown>, 'tx' | 'actor' | 'services' | 'note' | 'where'>,
  ids: readonly string[],
  why: string,
): Promise<(id: string) => Glimpse> {
  const rows = await tx.run<StoredRow & Pick<Glimpse, 'readable' | 'status' | 'worker'>>(
    sql`select c.*, ${where('read', 'cases.case', 'c')} as readable from ${ofCases} where c.city = ${city} and c.id = any(${[...ids]}::uuid[])`,
  );
  const readable = rows.filter((row) => row.readable);
  const names = new Map((await caseTable.open(services, tx, readable)).map(({ id, name }) => [id, name]));
  await note('cases.case', [...names.keys()], why);
  const found = new Map(rows.map((row) => [row.id, row]));
  return (id) => {
    const row = found.get(id);
    if (!row) return { case: id, readable: false, name: null, worker: null, status: 'erased' };
    return { case: id, readable: row.readable, name: names.get(id) ?? null, worker: row.worker, status: row.status };
  };
}
