import type { Tx } from '../../../../platform/database/pool.ts';

/** Days after which what was told is new no more, looked at or not. */
const newDays = 90;

/** Since when what was told counts as new. */
export const sinceDays = (now: Date): Date => new Date(now.getTime() - newDays * 86_400_000);

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
