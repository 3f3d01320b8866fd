import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '../../../../platform/database/pool.ts';
import type { Language } from '../../../../platform/decider/index.ts';
import type { Services } from '../../../../platform/http/area.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** Makes the one address of a user's calendar, in place of any before. Returns its secret, which is kept nowhere. */
export async function makeAddress({ clock }: Services, tx: Tx, user: string, language: Language): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx.query(
    `insert into calendar_address (token, city, user_id, language, made_at) values ($1, $2, $3, $4, $5) on conflict (user_id) do update
     set token = excluded.token, city = excluded.city, language = excluded.language, made_at = excluded.made_at, taken_at = null`,
    [sha256(token), tx.city, user, language, clock()],
  );
  return token;
}

export async function withdrawAddress(tx: Tx, user: string): Promise<void> {
  await tx.query('delete from calendar_address where city = $1 and user_id = $2', [tx.city, user]);
}

/** Whose calendar a secret opens; undefined where it is nobody's. */
export async function ownerOf({ pool }: Services, token: string): Promise<{ city: number; user: string; language: string } | undefined> {
  if (!/^[\w-]{43}$/.test(token)) return undefined;
  const { rows } = await pool.query<{ city: number; user: string; language: string }>({
    name: 'notices-calendar',
    text: 'select city, user_id as user, language from calendar_address where token = $1',
    values: [sha256(token)],
  });
  return rows[0];
}

/** Notes that a calendar was taken. False where that was less than so many seconds ago: then it is not given again yet. */
export async function mayTake({ pool, clock }: Services, user: string, leastSeconds: number): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update calendar_address set taken_at = $2 where user_id = $1 and (taken_at is null or taken_at <= $2::timestamptz - make_interval(secs => $3))`,
    [user, clock(), leastSeconds],
  );
  return rowCount === 1;
}
