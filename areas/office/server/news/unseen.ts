import { sql } from 'kysely';
import type { Tx } from '../../../../platform/database/pool.ts';
import type { Actor } from '../../../../platform/decider/index.ts';

/** Days after which what was told is new no more, looked at or not. */
const newDays = 90;

/** Since when what was told counts as new. */
export const sinceDays = (now: Date): Date => new Date(now.getTime() - newDays * 86_400_000);

/** So many are counted: the bell says less, and whoever waits for something new needs another number. */
const countedUpTo = 999;

/** How many notices somebody has not looked at. */
export async function countUnseen(tx: Tx, { city, id }: Pick<Actor, 'city' | 'id'>, now: Date): Promise<number> {
  const [found] = await tx.run<{ n: number }>(
    sql`select count(*)::int as n from (
          select from office_notice n where n.city = ${city} and n.user_id = ${id} and n.seen_at is null
            and n.at > ${sinceDays(now)} limit ${countedUpTo}) n`,
  );
  return found!.n;
}

/** The position of the last notice of the city, whoever was told. */
export async function lastPosition(tx: Tx): Promise<string> {
  const [found] = await tx.run<{ position: string }>(
    sql`select greatest(
          (select max(position) from office_told where city = ${tx.city}),
          (select max(position) from office_told_role where city = ${tx.city})
        )::text as position`,
  );
  return found!.position ?? '';
}

/** Whoever opens a case has looked at what they were told of it. */
export async function lookAt(tx: Tx, me: string, cases: readonly string[], now: Date): Promise<void> {
  await tx.query(
    `insert into notice_seen (city, user_id, position, at)
     select city, user_id, position, $4 from office_notice where city = $1 and case_id = any($2) and user_id = $3 and seen_at is null
     on conflict do nothing`,
    [tx.city, cases, me, now.toISOString()],
    { name: 'office-looked-at' },
  );
}
