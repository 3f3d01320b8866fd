import { type CalendarName, calendarOfCountry } from '../calendar/definition.ts';
import type { Tx } from '../database/pool.ts';

/** What is known of a city before any record is opened. */
export interface City {
  readonly name: string;
  readonly country: string;
  readonly timeZone: string;
  /** The one it chose, or that of its country. */
  readonly calendar: CalendarName;
}

export async function cityOf(tx: Tx): Promise<City> {
  const { rows } = await tx.query<Omit<City, 'calendar'> & { readonly calendar: CalendarName | null }>(
    'select name, country, time_zone as "timeZone", calendar from city where number = $1',
    [tx.city],
  );
  const { calendar, ...city } = rows[0]!;
  return { ...city, calendar: calendar ?? calendarOfCountry(city.country) };
}
