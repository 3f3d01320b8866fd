import { randomUUID } from 'node:crypto';
import { refuse } from '../../../platform/decider/index.ts';
import type { Services } from '../../../platform/http/area.ts';
import { Cancelled, type JobDefinition, type Progress } from '../../../platform/jobs/job.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { systemActor, type Outcome } from '../../../platform/ledger/ledger.ts';
import { type Counts, type EntryState, entryRecord, type ImportState, type PutInput, type SetAsideRow, type StartInput } from '../domain/index.ts';
import { openTable, type TableRow } from './table.ts';
import { deleteUpload, readUpload } from './uploads.ts';
import { readRow } from './values.ts';

const batchRows = 500;

type Plan = Pick<StartInput, 'upload' | 'register' | 'mapping' | 'dateOrder' | 'calendar' | 'whole'>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface FileResult {
  readonly counts: Counts;
  readonly setAside: readonly SetAsideRow[];
}

/**
 * Goes through an uploaded file row by row and takes each into the register, in batches of one transaction each; without `importId`
 * nothing is written and the result says what would be. A row's record has an id made from register and source id (or from its
 * content and how often that occurred before, where there is no id column), so going through a file twice changes nothing.
 */
export async function processFile(services: Services, city: number, plan: Plan, importId: string | undefined, progress: Progress | undefined): Promise<FileResult> {
  const { ledger, sealing } = services;
  const today = await ledger.transaction(city, (tx) => ledger.today(tx, city));
  const table = await openTable(readUpload(services, city, plan.upload));
  const counts: Mutable<Counts> = { rows: 0, added: 0, changed: 0, unchanged: 0, gone: 0, setAside: 0 };
  const setAside: SetAsideRow[] = [];
  const seen = new Map<string, number>();
  const occurrences = new Map<string, number>();
  const hasId = plan.mapping.some(({ field }) => field === 'source_id');

  const classify = (row: TableRow): { put: PutInput; id: string } | { aside: SetAsideRow } => {
    const read = readRow(row.cells, plan, today);
    const aside = (column: number, reason: string) => ({ aside: { row: row.row, column: table.headers[column] ?? '', reason, cells: row.cells.map((cell) => cell.slice(0, 500)) } });
    if ('bad' in read) return aside(read.bad.column, read.bad.reason);
    const idColumn = plan.mapping.find(({ field }) => field === 'source_id')?.column ?? 0;
    if (hasId && !read.values.source_id) return aside(idColumn, 'no-id');
    let source = read.values.source_id ?? '';
    if (!hasId) {
      const content = JSON.stringify(read.values, Object.keys(read.values).sort());
      const nth = (occurrences.get(content) ?? 0) + 1;
      occurrences.set(content, nth);
      source = `${content}#${nth}`;
    }
    const id = sealing.idFor(city, 'registers.entry', `${plan.register}|${source}`);
    if (seen.has(id)) return aside(idColumn, 'id-twice');
    seen.set(id, row.row);
    return { id, put: { register: plan.register, import: importId ?? randomUUID(), row: row.row, on: today, values: read.values } };
  };

  const count = (before: EntryState | undefined, events: number) => {
    if (!before) counts.added++;
    else if (events > 0) counts.changed++;
    else counts.unchanged++;
  };

  const takeBatch = async (rows: readonly TableRow[]) => {
    const classified = rows.map(classify);
    const puts = classified.flatMap((one) => ('put' in one ? [one] : []));
    const aside = classified.flatMap((one) => ('aside' in one ? [one.aside] : []));
    const known = new Map<string, { state: EntryState; version: number }>();
    const outcomes = await ledger.transaction(city, async (tx) => {
      for (const [id, found] of await ledger.findMany<EntryState>(
        tx,
        city,
        entryRecord.kind,
        puts.map(({ id }) => id),
      ))
        known.set(id, found);
      if (!importId) return [];
      if (aside.length > 0) await ledger.runAll(tx, systemActor(city), [{ kind: 'registers.import', id: importId, name: 'set-aside', input: { rows: aside } }]);
      return await ledger.runAll(
        tx,
        systemActor(city),
        puts.map(({ id, put }) => ({ kind: entryRecord.kind, id, name: 'put', input: put })),
      );
    });
    const versions = new Map(outcomes.map((outcome: Outcome) => [outcome.id, outcome.ok ? outcome.version : 0]));
    for (const { id, put } of puts) {
      const before = known.get(id);
      const wouldChange = before !== undefined && !importId && (entryRecord.commands['put']!.decide(before.state, put, undefined as never) as readonly unknown[]).length > 0;
      count(before?.state, importId ? versions.get(id)! - (before?.version ?? 0) : wouldChange ? 1 : 0);
    }
    counts.rows += rows.length;
    counts.setAside += aside.length;
    if (!importId && setAside.length < 200) setAside.push(...aside.slice(0, 200 - setAside.length));
  };

  let batch: TableRow[] = [];
  for await (const row of table.rows) {
    batch.push(row);
    if (batch.length < batchRows) continue;
    await takeBatch(batch);
    batch = [];
    await progress?.report('rows', counts.rows);
  }
  if (batch.length > 0) await takeBatch(batch);
  if (plan.whole) counts.gone = await takeGone(services, city, plan, importId, today, seen);
  await progress?.report('rows', counts.rows, counts.rows);
  return { counts, setAside };
}

/** The rows a whole register no longer holds: noted as gone, or only counted. */
async function takeGone(services: Services, city: number, plan: Plan, importId: string | undefined, today: string, seen: ReadonlyMap<string, number>): Promise<number> {
  const { ledger } = services;
  let gone = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await ledger.transaction(city, (tx) =>
      tx.query<{ id: string }>("select id from registers_entry where city = $1 and register = $2 and status = 'present' and id > $3 order by id limit 5000", [city, plan.register, after]),
    );
    if (rows.length === 0) return gone;
    after = rows.at(-1)!.id;
    const missing = rows.filter(({ id }) => !seen.has(id));
    gone += missing.length;
    if (!importId) continue;
    for (let i = 0; i < missing.length; i += batchRows) {
      await ledger.executeAll(
        systemActor(city),
        missing.slice(i, i + batchRows).map(({ id }) => ({ kind: entryRecord.kind, id, name: 'drop', input: { import: importId, on: today } })),
      );
    }
  }
}

/** The job behind `registers.import/start`. Killed half way it is done again from the start, and what was taken is found unchanged. */
export const importJob: JobDefinition = {
  name: 'registers.import',
  async run({ city, import: id }, services, progressOf) {
    const importId = String(id);
    const { ledger } = services;
    const state = await ledger.transaction(city, async (tx) => (await ledger.find<ImportState>(tx, city, 'registers.import', importId))?.state);
    if (state?.status !== 'running') return;
    const system = systemActor(city);
    const end = async (name: string, input: object) => {
      await ledger.executeAll(system, [{ kind: 'registers.import', id: importId, name, input }]);
      await deleteUpload(services, city, state.upload);
    };
    try {
      const { counts } = await processFile(services, city, state, importId, progressOf(importId));
      await end('finish', { counts });
    } catch (error) {
      if (error instanceof Cancelled) await end('stop', { counts: { rows: 0, added: 0, changed: 0, unchanged: 0, gone: 0, setAside: 0 } });
      else if (error instanceof Refused) await end('fail', { reason: error.refusal.refused });
      else throw error;
    }
  },
};

export const notFound = () => new Refused(refuse('ledger.not-found'));
