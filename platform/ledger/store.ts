import type { Tx } from '../database/pool.ts';
import { evolveAll } from '../decider/index.ts';
import { decode, type EventRow, encode, openState, sealState } from './codec.ts';
import type { Keys } from './keys.ts';
import type { AnyRecord, Registry } from './registry.ts';
import type { StoredEvent } from './view.ts';

/** A snapshot is kept at every version that is a multiple of this; at most as many events less one are replayed to open a record. */
const snapshotEvery = 8;

/** A record in memory, while a transaction works on it. */
export interface Loaded {
  readonly kind: string;
  readonly id: string;
  version: number;
  state: unknown;
  subject: string | undefined;
  key: Buffer | undefined;
  /** Set where the record was erased: its subject's key is destroyed. */
  erased: boolean;
  /** What this transaction adds. */
  fresh: { event: { readonly type: string }; version: number; command: string }[];
  snapshot: { version: number; state: unknown } | undefined;
}

interface RecordRow {
  id: string;
  kind: string;
  version: number;
  subject: string;
  snapshot_version: number;
  snapshot: Buffer | null;
  erased: boolean;
}

const eventColumns = 'city, position, kind, id, version, type, at, actor, subject, coded, identity, narrative';

/** Brings records into memory: the last snapshot and the events since. Rows are locked in order of id where they will be written. */
export async function loadRecords(
  tx: Tx,
  registry: Registry,
  keys: Keys,
  city: number,
  ids: readonly string[],
  lock: boolean,
): Promise<Map<string, Loaded>> {
  const loaded = new Map<string, Loaded>();
  const { rows } = await tx.query<RecordRow>(
    `select id, kind, version, subject, snapshot_version, snapshot, erased from record where city = $1 and id = any($2) order by id${lock ? ' for update' : ''}`,
    [city, ids],
    { name: lock ? 'ledger-records-lock' : 'ledger-records' },
  );
  if (rows.length === 0) return loaded;
  // Each record is looked up for itself: by a plan made while the city had few events, all of them would be read for every batch.
  const events = await tx.query<EventRow>(
    `select e.* from unnest($2::uuid[], $3::integer[]) s(id, after) cross join lateral
       (select ${eventColumns} from event where city = $1 and id = s.id and version > s.after offset 0) e
     order by e.id, e.version`,
    [city, rows.map((row) => row.id), rows.map((row) => row.snapshot_version)],
    { name: 'ledger-events-since' },
  );
  const subjects = rows.map((row) => row.subject);
  const found = await keys.find(tx, city, subjects);
  for (const row of rows) {
    const key = row.erased ? undefined : found.get(row.subject);
    const state = row.snapshot && key ? openState(key, row.snapshot, city, row.id, row.snapshot_version) : undefined;
    loaded.set(row.id, {
      kind: row.kind,
      id: row.id,
      version: row.version,
      state,
      subject: row.subject,
      key,
      erased: !key,
      fresh: [],
      snapshot: undefined,
    });
  }
  for (const row of events.rows) {
    const record = loaded.get(row.id)!;
    if (record.key) record.state = registry.get(record.kind).evolve(record.state, decode(row, record.key).fields);
  }
  return loaded;
}

/** Takes events into a record in memory. */
export function take(definition: AnyRecord, record: Loaded, events: readonly { readonly type: string }[], command: string): void {
  for (const event of events) {
    record.version += 1;
    record.state = definition.evolve(record.state, event);
    record.fresh.push({ event, version: record.version, command });
    if (record.version % snapshotEvery === 0) record.snapshot = { version: record.version, state: record.state };
  }
}

/** What `take` took, as it is kept. Every record must have its key. */
export interface Sealed {
  readonly records: readonly Loaded[];
  readonly events: readonly (Loaded['fresh'][number] & ReturnType<typeof encode> & { readonly record: Loaded })[];
  readonly snapshots: readonly (Buffer | null)[];
}

export function seal(registry: Registry, city: number, records: readonly Loaded[]): Sealed {
  return {
    records,
    events: records.flatMap((record) =>
      record.fresh.map((fresh) => ({
        record,
        ...fresh,
        ...encode(registry, record.kind, fresh.event, record.key!, city, record.id, fresh.version),
      })),
    ),
    snapshots: records.map(({ key, id, snapshot }) => (snapshot ? sealState(key!, snapshot.state, city, id, snapshot.version) : null)),
  };
}

/** Adds it to the log and to `record`; returns the events as stored, by record. */
export async function append(
  tx: Tx,
  city: number,
  { records, events: encoded, snapshots }: Sealed,
  at: string,
  actor: string,
): Promise<Map<string, StoredEvent[]>> {
  // The city's head is taken here, and other writers of the city wait until the commit: everything that takes time has been done
  // before, and what is left is one statement. Each of its parts draws on the one before: the head is taken first, and a record that
  // another writer made meanwhile is noticed by its events' versions, not by waiting for whoever holds its row.
  const { rows } = await tx.query<{ base: number }>(
    `with head as (update ledger_head set position = position + $4 where city = $1 returning position - $4 as base),
     events as (
       insert into event (city, at, actor, position, kind, id, version, type, command, subject, coded, identity, narrative)
       select $1, $2, $3, head.base + e.place, e.kind, e.id, e.version, e.type, e.command, e.subject, e.coded, e.identity, e.narrative
       from head, unnest($5::text[], $6::uuid[], $7::integer[], $8::text[], $9::uuid[], $10::uuid[], $11::jsonb[], $12::bytea[], $13::bytea[])
         with ordinality e(kind, id, version, type, command, subject, coded, identity, narrative, place)
       returning 1),
     records as (
       insert into record (city, id, kind, version, subject, snapshot_version, snapshot)
       select $1, r.id, r.kind, r.version, r.subject, coalesce(r.snapshot_version, 0), r.snapshot
       from (select count(*) from events) written, unnest($14::uuid[], $15::text[], $16::integer[], $17::uuid[], $18::integer[], $19::bytea[]) r(id, kind, version, subject, snapshot_version, snapshot)
       on conflict (city, id) do update set version = excluded.version,
         snapshot_version = case when excluded.snapshot is null then record.snapshot_version else excluded.snapshot_version end,
         snapshot = coalesce(excluded.snapshot, record.snapshot))
     select base from head`,
    [
      city,
      at,
      actor,
      encoded.length,
      encoded.map((e) => e.record.kind),
      encoded.map((e) => e.record.id),
      encoded.map((e) => e.version),
      encoded.map((e) => e.event.type),
      encoded.map((e) => e.command),
      encoded.map((e) => e.record.subject),
      encoded.map((e) => e.coded),
      encoded.map((e) => e.identity),
      encoded.map((e) => e.narrative),
      records.map((r) => r.id),
      records.map((r) => r.kind),
      records.map((r) => r.version),
      records.map((r) => r.subject),
      records.map((r) => r.snapshot?.version ?? null),
      snapshots,
    ],
    { name: 'ledger-append' },
  );
  if (!rows[0]) throw new Error(`City ${city} has no ledger.`);
  const base = Number(rows[0].base);
  const stored = new Map<string, StoredEvent[]>(records.map((record) => [record.id, []]));
  encoded.forEach(({ record, event, version }, i) => {
    stored.get(record.id)!.push({ position: base + i + 1, version, type: event.type, at, actor, fields: event });
  });
  return stored;
}

/** The state that a list of stored events leads to, with the snapshot that a live run would have left. */
export function fold(
  definition: AnyRecord,
  events: readonly StoredEvent[],
): { state: unknown; snapshot: { version: number; state: unknown } | undefined } {
  const last = Math.floor(events.length / snapshotEvery) * snapshotEvery;
  const early = evolveAll(
    definition,
    undefined,
    events.slice(0, last).map((event) => event.fields),
  );
  const state = evolveAll(
    definition,
    early,
    events.slice(last).map((event) => event.fields),
  );
  return { state, snapshot: last > 0 ? { version: last, state: early } : undefined };
}
