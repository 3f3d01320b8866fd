import type { Tx } from '../database/pool.ts';
import type { Services } from '../http/services.ts';

/** The instant, ISO, at which it will be that hour of the next day by the clock of the transaction's city, give or take a change of clocks. */
export async function tomorrowAt({ clock }: Services, tx: Tx, hour: number): Promise<string> {
  const { rows } = await tx.query<{ time_zone: string }>('select time_zone from city where number = $1', [tx.city]);
  const now = clock();
  const time = new Intl.DateTimeFormat('en', { timeZone: rows[0]!.time_zone, hour: 'numeric', hourCycle: 'h23' }).format(now);
  const minutes = now.getUTCMinutes() * 60_000;
  return new Date(now.getTime() - minutes + (24 + hour - Number(time)) * 3_600_000).toISOString();
}
