import type { Tx } from '../../../platform/database/pool.ts';

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The minute of the week in a city at an instant, from Monday 00:00 of its own time. */
export async function weekMinute(tx: Tx, city: number, now: Date): Promise<number> {
  const { rows } = await tx.query<{ time_zone: string }>('select time_zone from city where number = $1', [city]);
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: rows[0]?.time_zone ?? 'UTC',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, value]));
  return days.indexOf(parts.get('weekday')!) * 24 * 60 + Number(parts.get('hour')) * 60 + Number(parts.get('minute'));
}
