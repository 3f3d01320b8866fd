import { type RawBuilder, sql } from 'kysely';
import { Type } from 'typebox';
import type { Tx } from '../../../platform/database/pool.ts';

/** So many rows are counted: nobody reads on so far, and counting a hundred thousand for each answer is felt. */
const most = 1000;

/** How many rows a list has; `beyond`: more than that. */
export const Counted = { total: Type.Integer(), beyond: Type.Boolean() };

/** Counts the rows of `from` (tables and conditions, as they follow the word), but not on and on. */
export async function counted(tx: Tx, from: RawBuilder<unknown>): Promise<{ total: number; beyond: boolean }> {
  const [row] = await tx.run<{ n: number }>(
    sql<{ n: number }>`select count(*)::int as n from (select from ${from} limit ${most + 1}) found`,
  );
  return { total: Math.min(row!.n, most), beyond: row!.n > most };
}
