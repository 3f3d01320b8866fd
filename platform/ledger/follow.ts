import type { Tx } from '../database/pool.ts';
import { decode, type EventRow } from './codec.ts';
import type { Keys } from './keys.ts';
import type { Ledger } from './ledger.ts';
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

/**
 * Records of one kind as they were before the first of their events that `began` names: null where that was their first, and absent where
 * there is no such event or the record was erased.
 */
export async function statesBefore<State>(
  tx: Tx,
  { keys, parts: { registry } }: Pick<Ledger, 'keys' | 'parts'>,
  kind: string,
  ids: readonly string[],
  began: (event: StoredEvent) => boolean,
): Promise<Map<string, State | null>> {
  const { rows } = await tx.query<EventRow>(
    `select e.* from unnest($2::uuid[]) s(id) cross join lateral (select * from event where city = $1 and id = s.id offset 0) e
     where e.kind = $3 order by e.id, e.version`,
    [tx.city, ids, kind],
  );
  const { evolve } = registry.get(kind);
  const found = await keys.find(tx, tx.city, [...new Set(rows.map(({ subject }) => subject))]);
  const before = new Map<string, State | null>();
  for (const [id, own] of Map.groupBy(rows, (row) => row.id)) {
    const key = found.get(own[0]!.subject);
    if (!key) continue;
    let state: State | null = null;
    for (const row of own) {
      const event = decode(row, key);
      if (began(event)) {
        before.set(id, state);
        break;
      }
      state = evolve(state ?? undefined, event.fields) as State;
    }
  }
  return before;
}
