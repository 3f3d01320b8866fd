import type { Pool, Tx } from '../database/pool.ts';

/** How long a city's time zone is taken for known: an administrator may have changed it. */
const knownForMs = 60_000;

/** Which calendar day it is in each city. */
export class CityDays {
  readonly #pool: Pool;
  readonly #clock: () => Date;
  readonly #zones = new Map<number, { readonly day: Intl.DateTimeFormat; readonly readAt: number }>();

  constructor(pool: Pool, clock: () => Date) {
    this.#pool = pool;
    this.#clock = clock;
  }

  /** The day in a city now, ISO. Asks the transaction given, or else the pool, for the time zone where it is not known. */
  async today(tx: Tx | undefined, city: number): Promise<string> {
    const now = this.#clock();
    let zone = this.#zones.get(city);
    if (!zone || Math.abs(now.getTime() - zone.readAt) > knownForMs) {
      const by: Pick<Tx, 'query'> = tx ?? (this.#pool as Pick<Tx, 'query'>);
      const { rows } = await by.query<{ time_zone: string }>('select time_zone from city where number = $1', [city]);
      const timeZone = rows[0]?.time_zone ?? 'UTC';
      const day = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
      zone = { day, readAt: now.getTime() };
      this.#zones.set(city, zone);
    }
    return zone.day.format(now);
  }
}
