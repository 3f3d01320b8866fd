import type { Services } from './services.ts';

/** After the free tries each further one doubles the wait, to a quarter of an hour at most. Nobody is locked out permanently. */
const longestWait = 900;

/**
 * Counts a try before it is made, in one statement, so that guesses sent at the same moment are counted too. Undefined where the
 * try may be made, else the seconds to wait. A quiet hour forgets; `giveBack` undoes it.
 */
export async function countTry(services: Services, key: Buffer, free: number): Promise<number | undefined> {
  const now = services.clock();
  const counted = await services.pool.query(
    `insert into throttle as t (key, failures, until) values ($1, 1, $2)
     on conflict (key) do update set (failures, until) = (
       select f, $2::timestamptz + make_interval(secs => case when f <= $3 then 0 else least($4, power(2, least(12, f - $3))) end)
       from (select case when t.until < $2::timestamptz - interval '1 hour' then 1 else t.failures + 1 end as f) as counted)
     where t.until <= $2`,
    [key, now, free, longestWait],
  );
  if (counted.rowCount === 1) return undefined;
  const { rows } = await services.pool.query<{ until: Date }>('select until from throttle where key = $1', [key]);
  return Math.max(1, Math.ceil(((rows[0]?.until ?? now).getTime() - now.getTime()) / 1000));
}

/** The last try was none. */
export async function giveBack(services: Services, key: Buffer): Promise<void> {
  await services.pool.query('update throttle set failures = greatest(0, failures - 1), until = $2 where key = $1', [key, services.clock()]);
}
