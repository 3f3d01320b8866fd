import type { Tx } from '../database/pool.ts';
import { decode, type EventRow } from './codec.ts';
import type { Keys } from './keys.ts';
import type { StoredEvent } from './view.ts';

export interface FollowedEvent extends StoredEvent {
  readonly kind: string;
  readonly id: string;
}

/** Those of erased subjects are passed over. */
async function openEvents(tx: Tx, keys: Keys, city: number, rows: readonly EventRow[]): Promise<FollowedEvent[]> {
  const found = await keys.find(tx, city, [...new Set(rows.map((row) => row.subject))]);
  return rows.flatMap((row) => {
    const key = found.get(row.subject);
    return key ? [{ ...decode(row, key), kind: row.kind, id: row.id }] : [];
  });
}

/**
 * Events of a city after a position, oldest first, at most `limit`. Positions have no gaps and appear in order of commit, so a
 * reader that continues from the last one it saw never misses any. Events of erased subjects are skipped.
 */
export async function eventsAfter(tx: Tx, keys: Keys, city: number, position: number, limit: number): Promise<FollowedEvent[]> {
  const { rows } = await tx.query<EventRow>('select * from event where city = $1 and position > $2 order by position limit $3', [
    city,
    position,
    limit,
  ]);
  return await openEvents(tx, keys, city, rows);
}

/** The history of one record, oldest first. Empty where there is none or it was erased. */
export async function historyOf(tx: Tx, keys: Keys, city: number, id: string): Promise<StoredEvent[]> {
  const { rows } = await tx.query<EventRow>('select * from event where city = $1 and id = $2 order by version', [city, id]);
  if (rows.length === 0) return [];
  const key = (await keys.find(tx, city, [rows[0]!.subject])).get(rows[0]!.subject);
  return key ? rows.map((row) => decode(row, key)) : [];
}

/**
 * The events of some records before a position, the newest first, at most `limit`, but those of some types; and the position before which it
 * goes on.
 */
export async function historyBefore(
  tx: Tx,
  keys: Keys,
  city: number,
  ids: readonly string[],
  { before, limit, without }: { readonly before: number | undefined; readonly limit: number; readonly without: readonly string[] },
): Promise<{ readonly events: FollowedEvent[]; readonly next: number | null }> {
  const { rows } = await tx.query<EventRow>(
    'select * from event where city = $1 and id = any($2) and position < $3 and type <> all($4) order by position desc limit $5',
    [city, ids, before ?? Number.MAX_SAFE_INTEGER, without, limit + 1],
  );
  const page = rows.slice(0, limit);
  return { events: await openEvents(tx, keys, city, page), next: rows.length > limit ? page.at(-1)!.position : null };
}
