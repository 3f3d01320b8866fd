import type { Tx } from '../database/pool.ts';
import { decode, type EventRow } from './codec.ts';
import type { Keys } from './keys.ts';
import type { StoredEvent } from './view.ts';

export interface FollowedEvent extends StoredEvent {
  readonly kind: string;
  readonly id: string;
}

/**
 * Events of a city after a position, oldest first, at most `limit`. Positions have no gaps and appear in order of commit, so a
 * reader that goes on from the last one it saw never misses any. Events of erased subjects are passed over.
 */
export async function eventsAfter(tx: Tx, keys: Keys, city: number, position: number, limit: number): Promise<FollowedEvent[]> {
  const { rows } = await tx.query<EventRow>('select * from event where city = $1 and position > $2 order by position limit $3', [
    city,
    position,
    limit,
  ]);
  const found = await keys.find(
    tx,
    city,
    rows.map((row) => row.subject),
  );
  return rows.flatMap((row) => {
    const key = found.get(row.subject);
    return key ? [{ ...decode(row, key), kind: row.kind, id: row.id }] : [];
  });
}

/** The history of one record, oldest first. Empty where there is none or it was erased. */
export async function historyOf(tx: Tx, keys: Keys, city: number, id: string): Promise<StoredEvent[]> {
  const { rows } = await tx.query<EventRow>('select * from event where city = $1 and id = $2 order by version', [city, id]);
  if (rows.length === 0) return [];
  const key = (await keys.find(tx, city, [rows[0]!.subject])).get(rows[0]!.subject);
  return key ? rows.map((row) => decode(row, key)) : [];
}
