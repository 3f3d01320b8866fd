import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../../platform/database/pool.ts';
import { lentBecauseOf, ofCases, ofLent } from '../../../cases/server/readers.ts';
import type { LeaveState } from '../../domain/index.ts';

/** The open cases (`c`) that are still to be handed over because of a leave. */
export const toHandOver = ({ worker, cases }: Pick<LeaveState, 'worker' | 'cases'>, city: number): RawBuilder<boolean> =>
  sql<boolean>`c.city = ${city} and c.status = 'open' and c.worker = ${worker} ${cases ? sql`and c.id = any(${cases}::uuid[])` : sql``}`;

/** The open cases (`c`) that are with a substitute because of a leave. */
export const lentFor = (leave: string, city: number): RawBuilder<boolean> =>
  sql<boolean>`c.city = ${city} and c.id in (${lentBecauseOf(leave, city)})`;

/** Open cases that are lent to somebody, or that are theirs and lent to others: whose, to whom, until when and how many. */
export async function lentWith(tx: Tx, city: number, who: string) {
  return await tx.run<{ of: string; to: string; until: string; cases: number }>(
    sql`select x.of, c.worker as to, l.until, count(*)::int as cases
        from ${ofLent} join office_leave l on l.city = x.city and l.id = x.leave
        where x.city = ${city} and l.ended is null and c.worker is not null and (c.worker = ${who} or x.of = ${who})
        group by 1, 2, 3 order by 3, 1, 2`,
  );
}

/** How many cases (`c`) there are of that kind. */
export async function countOf(tx: Tx, which: RawBuilder<boolean>): Promise<number> {
  const [found] = await tx.run<{ n: number }>(sql`select count(*)::int as n from ${ofCases} where ${which}`);
  return found!.n;
}

/** So many cases (`c`) of that kind after one, in order of id. */
export async function someOf(tx: Tx, which: RawBuilder<boolean>, after: string | undefined, limit: number): Promise<string[]> {
  const rows = await tx.run<{ id: string }>(
    sql`select c.id from ${ofCases} where ${which} ${after ? sql`and c.id > ${after}` : sql``} order by c.id limit ${limit}`,
  );
  return rows.map(({ id }) => id);
}

/**
 * Shares cases out among substitutes: whoever has the fewest of this leave takes the next, and of those of one level of risk each as many
 * as the others. The order of `ids` and `to` decides between equals.
 */
export async function shareOut(
  tx: Tx,
  leave: { readonly id: string } & Pick<LeaveState, 'to'>,
  ids: readonly string[],
): Promise<{ id: string; to: string }[]> {
  const levels = await tx.run<{ id: string; level: string }>(
    sql`select id, risk_level as level from ${ofCases} where c.city = ${tx.city} and c.id = any(${ids}::uuid[]) order by c.risk_level, c.id`,
  );
  const has = await tx.run<{ worker: string; level: string; n: number }>(
    sql`select c.worker, c.risk_level as level, count(*)::int as n from ${ofCases} where ${lentFor(leave.id, tx.city)} group by 1, 2`,
  );
  const counts = new Map(has.map(({ worker, level, n }) => [`${worker}|${level}`, n]));
  const load = (to: string, level: string) => counts.get(`${to}|${level}`) ?? 0;
  const all = (to: string) => ['high', 'medium', 'low'].reduce((sum, level) => sum + load(to, level), 0);
  return levels.map(({ id, level }) => {
    const [to] = [...leave.to].sort((a, b) => load(a, level) - load(b, level) || all(a) - all(b));
    counts.set(`${to}|${level}`, load(to!, level) + 1);
    return { id, to: to! };
  });
}
