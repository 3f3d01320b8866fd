import { createHash } from 'node:crypto';
import { type Pool, type Tx, withTransaction } from '../database/pool.ts';
import { decode, type EventRow, sealState } from './codec.ts';
import { Keys } from './keys.ts';
import type { LedgerParts } from './ledger.ts';
import { fold } from './store.ts';
import type { Change, StoredEvent, View } from './view.ts';

const definitionOf = (view: View): Buffer => createHash('sha256').update(`${view.revision}\n${view.ddl}`).digest();

/** Makes the tables of views that are new or whose definition changed, empty. Returns the views that must be filled. Needs the owner's connection. */
export async function prepareViews(owner: Pool, views: readonly View[]): Promise<View[]> {
  const { rows } = await owner.query<{ name: string; definition: Buffer; filled: boolean }>('select name, definition, filled from view');
  const known = new Map(rows.map((row) => [row.name, row]));
  const stale = views.filter((view) => !known.get(view.name)?.filled || !known.get(view.name)!.definition.equals(definitionOf(view)));
  for (const view of stale) await makeTables(owner, view);
  return stale;
}

async function makeTables(owner: Pool, view: View): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    for (const table of view.tables) await client.query(`drop table if exists ${table} cascade`);
    await client.query(view.ddl);
    for (const table of view.tables) {
      await client.query(`grant select, insert, update, delete on ${table} to olle_app`);
      await client.query(`alter table ${table} enable row level security`);
      await client.query(
        `create policy own_city on ${table} to olle_app using (city = nullif(current_setting('olle.city', true), '')::integer)`,
      );
    }
    await client.query(
      'insert into view (name, definition, filled) values ($1, $2, false) on conflict (name) do update set definition = excluded.definition, filled = false',
      [view.name, definitionOf(view)],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

const batchOfRecords = 1000;
const batchOfEvents = 2000;
const batchesAtOnce = 3;

/**
 * Makes the given views, and the table `record` with its snapshots, anew from the log alone, city by city. The server must not
 * be writing meanwhile. Calls `progress` with events done and events in all.
 */
export async function rebuild(
  parts: LedgerParts,
  owner: Pool,
  views: readonly View[],
  progress: (done: number, of: number) => void,
): Promise<{ events: number; records: number }> {
  for (const view of views) await makeTables(owner, view);
  await owner.query('truncate record');
  const { rows: cities } = await owner.query<{ number: number }>('select number from city order by number');
  const { rows: totals } = await owner.query<{ total: string }>('select count(*) as total from event');
  const total = Number(totals[0]!.total);
  let events = 0;
  let records = 0;
  for (const { number: city } of cities) {
    let after = '00000000-0000-0000-0000-000000000000';
    let reading: Promise<unknown> = Promise.resolve();
    const nextBatch = (): Promise<EventRow[]> => {
      const batch = reading.then(async () => {
        const rows = await withTransaction(parts.pool, city, (tx) => readBatch(tx, city, after));
        after = rows.at(-1)?.id ?? after;
        return rows;
      });
      reading = batch;
      return batch;
    };
    const writeAll = async () => {
      for (let rows = await nextBatch(); rows.length > 0; rows = await nextBatch()) {
        const written = await withTransaction(parts.pool, city, (tx) => writeBatch(tx, parts, views, city, rows));
        records += written;
        events += rows.length;
        progress(events, total);
      }
    };
    // What is left does not depend on the order of records: while one batch is opened here, the database writes another and reads a third.
    const ends = await Promise.allSettled(Array.from({ length: batchesAtOnce }, writeAll));
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
  }
  for (const view of views) await owner.query('update view set filled = true where name = $1', [view.name]);
  return { events, records };
}

/** The events of the next records in order of id, of each record all. None at the end. */
async function readBatch(tx: Tx, city: number, after: string): Promise<EventRow[]> {
  const { rows: end } = await tx.query<{ id: string }>(
    'select id from event where city = $1 and id > $2 order by id, version offset $3 limit 1',
    [city, after, batchOfEvents],
  );
  // Two queries, so that the second one's bounds are known when it is planned: else the whole log is read for each batch.
  const { rows } = await tx.query<EventRow>('select * from event where city = $1 and id > $2 and id <= $3 order by id, version', [
    city,
    after,
    end[0]?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  ]);
  return rows;
}

/** Folds and writes the records of these events. Returns how many there were. */
async function writeBatch(tx: Tx, parts: LedgerParts, views: readonly View[], city: number, rows: readonly EventRow[]): Promise<number> {
  // A plan made while the tables were empty would keep reading them whole.
  await tx.query('set local plan_cache_mode = force_custom_plan');
  // A transaction's keys serve that transaction alone: a rebuild of millions must not keep them all.
  const keys = await new Keys(parts.sealing, rows.length + 1).find(
    tx,
    city,
    rows.map((row) => row.subject),
  );
  const changes: Change[] = [];
  const kept: {
    id: string;
    kind: string;
    version: number;
    subject: string;
    snapshotVersion: number;
    snapshot: Buffer | null;
    erased: boolean;
  }[] = [];
  for (let i = 0; i < rows.length; ) {
    const first = rows[i]!;
    let end = i;
    while (end < rows.length && rows[end]!.id === first.id) end++;
    const own = rows.slice(i, end);
    i = end;
    const key = keys.get(first.subject);
    const version = own.at(-1)!.version;
    if (!key) {
      kept.push({ id: first.id, kind: first.kind, version, subject: first.subject, snapshotVersion: 0, snapshot: null, erased: true });
      continue;
    }
    const definition = parts.registry.get(first.kind);
    const stored: StoredEvent[] = own.map((row) => decode(row, key));
    const { state, snapshot } = fold(definition, stored);
    kept.push({
      id: first.id,
      kind: first.kind,
      version,
      subject: first.subject,
      snapshotVersion: snapshot?.version ?? 0,
      snapshot: snapshot ? sealState(key, snapshot.state, city, first.id, snapshot.version) : null,
      erased: false,
    });
    changes.push({ kind: first.kind, id: first.id, city, version, state, facts: definition.facts(state), events: stored, key });
  }
  await tx.query(
    `insert into record (city, id, kind, version, subject, snapshot_version, snapshot, erased)
     select $1, * from unnest($2::uuid[], $3::text[], $4::integer[], $5::uuid[], $6::integer[], $7::bytea[], $8::boolean[])`,
    [
      city,
      kept.map((r) => r.id),
      kept.map((r) => r.kind),
      kept.map((r) => r.version),
      kept.map((r) => r.subject),
      kept.map((r) => r.snapshotVersion),
      kept.map((r) => r.snapshot),
      kept.map((r) => r.erased),
    ],
  );
  for (const view of views) {
    const followed = changes.filter((change) => view.kinds.includes(change.kind));
    for (let i = 0; i < followed.length; i += batchOfRecords) await view.apply(tx, followed.slice(i, i + batchOfRecords), parts.sealing);
  }
  return kept.length;
}
