import { randomUUID } from 'node:crypto';
import { pagesOf } from '../../../platform/database/pages.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import type { Services } from '../../../platform/http/area.ts';
import type { JobDefinition, Progress } from '../../../platform/jobs/job.ts';
import { type Outcome, systemActor } from '../../../platform/ledger/ledger.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import {
  type Counts,
  entryRecord,
  type ImportState,
  importRecord,
  noCounts,
  noQuality,
  type Quality,
  type SetAsideRow,
  type StartInput,
} from '../domain/index.ts';
import { openTable } from './file/table.ts';
import type { TableRow } from './file/tableRow.ts';
import { IdCounter } from './rows/idCounter.ts';
import { NumbersAnew } from './rows/numbersAnew.ts';
import { placeNumbered, placeNumberless } from './rows/placing.ts';
import { type Recognised, Recogniser } from './rows/recognising.ts';
import { type Classified, type Numbered, type Numberless, RowReader } from './rows/rowReader.ts';
import { type UnreadWord, UnreadWords } from './rows/unreadWords.ts';
import { deleteUpload, openUpload } from './uploads.ts';

/** A batch ends at whichever comes first: a person's command waits for at most one, and rows of a megabyte each must not be gathered by the thousand. */
const batchRows = 1000;
const batchLetters = 4 * 1024 ** 2;
/** Set-aside rows that a dry run shows. */
const shownAside = 50;

type Plan = Omit<StartInput, 'fileName'>;

interface ReadBatch {
  readonly classified: readonly Classified[];
  /** The number of its last row. */
  readonly through: number;
}

export interface FileResult {
  readonly counts: Counts;
  readonly setAside: readonly SetAsideRow[];
  /** What cannot be read, by field and word; and in how many more cells other words than these. */
  readonly unread: readonly UnreadWord[];
  readonly unreadOthers: number;
}

/** How far an import is with the batches so far. */
interface Taken {
  readonly counts: Counts;
  readonly quality: Quality;
  /** The number of the last row. */
  readonly through: number;
  /** Of the import's record. */
  readonly version: number;
  /** Whether the headers were noted. */
  readonly opened: boolean;
}

/** The rows after `done`, read and classified in batches. Those before were taken earlier; they are read again only to know their ids. */
async function* batchesOf(rows: AsyncIterable<TableRow>, reader: RowReader, done: number): AsyncGenerator<ReadBatch> {
  let batch: Classified[] = [];
  let through = done;
  let letters = 0;
  for await (const row of rows) {
    const one = reader.read(row);
    if (row.row <= done) continue;
    through = row.row;
    batch.push(one);
    for (const cell of row.cells) letters += cell.length;
    if (batch.length < batchRows && letters < batchLetters) continue;
    yield { classified: batch, through };
    batch = [];
    letters = 0;
  }
  if (batch.length > 0) yield { classified: batch, through };
}

/** What another try of the job does away with: another server did the batch, or a row was erased since the file was begun. */
const passing: ReadonlySet<string> = new Set(['ledger.changed-meanwhile', 'ledger.erased']);

async function erasedEntries(tx: Tx, city: number): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ id: string }>('select id from record where city = $1 and kind = $2 and erased', [
    city,
    entryRecord.kind,
  ]);
  return new Set(rows.map(({ id }) => id));
}

/** The version of the record that the last of these commands was for. */
const versionAfter = (outcomes: readonly Outcome[]): number => {
  const last = outcomes.at(-1);
  return last?.ok ? last.version : 0;
};

/** Whether rows that were corrected are looked for: in a whole register without numbers. */
const recognises = (plan: Plan) => plan.whole && !isNumbered(plan);
const isNumbered = ({ mapping }: Plan) => mapping.some(({ field }) => field === 'source_id');

/**
 * Reads a file to its end and takes nothing: a file that breaks half way is refused before anything was written. Gives its rows, and which
 * rows of a whole register without numbers are former ones, corrected.
 */
async function checkFile(
  services: Services,
  city: number,
  plan: Plan,
  progress: Progress,
  id?: string,
): Promise<{ rows: number; recognised: Recognised }> {
  const table = await openTable(await openUpload(services, city, plan.upload), plan);
  const importId = id ?? randomUUID();
  const recogniser = recognises(plan) && !table.mended ? await Recogniser.open(services, city, plan.register, importId) : undefined;
  const today = await services.ledger.transaction(city, (tx) => services.ledger.today(tx, city));
  const reader = new RowReader(services.sealing, city, plan, table.headers, today, importId);
  const numbers = isNumbered(plan) ? new NumbersAnew(services, city, plan.register) : undefined;
  let rows = 0;
  for await (const row of table.rows) {
    if (++rows % 10_000 === 0) await progress.report('checking', rows);
    const one = recogniser || numbers?.wants(row.row) ? reader.read(row) : undefined;
    if (recogniser && one && 'print' in one) recogniser.note(row.row, one.print, one.put.values);
    if (one && 'id' in one) await numbers?.note(one);
  }
  await numbers?.refuseIfAnew();
  return { rows, recognised: (await recogniser?.find()) ?? new Map() };
}

/**
 * Goes through an uploaded file row by row. With an import, each batch is one transaction: its rows, those set aside, and how far the file
 * was read; an import taken up again passes over what was taken. Without, nothing is written and the result says what would be. `progress`
 * hears of every batch.
 */
async function processFile(
  services: Services,
  city: number,
  plan: Plan,
  progress: Progress,
  { rows: total, recognised }: { readonly rows: number; readonly recognised: Recognised },
  running?: {
    readonly id: string;
    readonly state: ImportState;
    readonly version: number;
  },
): Promise<FileResult> {
  const { ledger } = services;
  const system = systemActor(city);
  const { today, erased } = await ledger.transaction(city, async (tx) => ({
    today: await ledger.today(tx, city),
    erased: await erasedEntries(tx, city),
  }));
  const table = await openTable(await openUpload(services, city, plan.upload), plan);
  const reader = new RowReader(services.sealing, city, plan, table.headers, today, running?.id, erased);
  const done = running?.state.through ?? 0;
  const shown: SetAsideRow[] = [];
  const words = new UnreadWords();
  const stays = new IdCounter();
  const note = (taken: Taken, extra: { headers?: readonly string[]; setAside?: readonly SetAsideRow[] }) => ({
    kind: importRecord.kind,
    id: running!.id,
    name: 'take-batch',
    input: {
      through: taken.through,
      counts: taken.counts,
      quality: taken.quality,
      setAside: extra.setAside ?? [],
      ...(extra.headers ? { headers: extra.headers } : {}),
    },
    // Were two servers to do one import, the slower must not write its figures over the other's.
    expectedVersion: taken.version,
  });
  /** Takes a batch while the one before may still be written: it is decided and sealed, and waits for its turn. */
  const takeBatch = async ({ classified, through }: ReadBatch, earlier: Promise<Taken>): Promise<Taken> => {
    const numbered = classified.filter((one): one is Numbered => 'id' in one);
    const numberless = classified.filter((one): one is Numberless => 'print' in one);
    const { taken, known, aside } = await ledger.transaction(city, async (tx) => {
      // A row recognised bears its new content as soon as its batch is written, and counts as one of it.
      if (recognised.size > 0) await earlier;
      const placed =
        numberless.length > 0
          ? await placeNumberless(tx, services, city, plan.register, numberless, recognised)
          : await placeNumbered(tx, services, city, plan.register, numbered);
      const others = new Set<Classified>(placed.others);
      const aside = classified.flatMap((one) =>
        'aside' in one ? [one.aside] : others.has(one) ? [reader.otherChild(one as Numbered)] : [],
      );
      // Nobody may have to wait for a row that is locked here while this waits for a batch.
      if (placed.counts.changed > 0) await earlier;
      const puts = placed.fresh.map(({ id, put }) => ({ kind: entryRecord.kind, id, name: 'put', input: put }));
      if (running && puts.length > 0) await ledger.runAll(tx, system, puts, earlier);
      const before = await earlier;
      const recognisedSoFar = (before.counts.recognised ?? 0) + placed.recognised.length;
      const unread = (before.counts.unread ?? 0) + classified.filter((one) => 'put' in one && one.put.unread && !others.has(one)).length;
      const taken: Taken = {
        counts: {
          rows: before.counts.rows + classified.length,
          added: before.counts.added + placed.counts.added,
          changed: before.counts.changed + placed.counts.changed,
          ...(recognisedSoFar > 0 ? { recognised: recognisedSoFar } : {}),
          unchanged: before.counts.unchanged + placed.counts.unchanged,
          gone: before.counts.gone,
          setAside: before.counts.setAside + aside.length,
          ...(unread > 0 ? { unread } : {}),
        },
        quality: reader.qualityOf(classified, before.quality, placed.others),
        through,
        version: before.version,
        opened: true,
      };
      if (!running) return { taken, known: placed.recognised, aside };
      const outcomes = await ledger.runAll(tx, system, [
        note(taken, { setAside: aside, ...(before.opened ? {} : { headers: table.headers }) }),
      ]);
      return { taken: { ...taken, version: versionAfter(outcomes) }, known: placed.recognised, aside };
    });
    if (!running) {
      // A dry run leaves the former row as it was.
      for (const former of known) stays.add(former);
      words.note(classified);
      shown.push(...aside.slice(0, Math.max(0, shownAside - shown.length)));
    }
    return taken;
  };
  const reportRows = async ({ through, counts: { rows } }: Taken) => {
    if (through === done) return;
    await progress.report('rows', rows, Math.max(total, rows));
  };
  let taking: Promise<Taken> = Promise.resolve({
    counts: running?.state.counts ?? noCounts,
    quality: running?.state.quality ?? noQuality,
    through: done,
    version: running?.version ?? 0,
    opened: (running?.state.headers.length ?? 0) > 0,
  });
  // One batch is written while the next is decided and sealed and the one after is read.
  let earlier = taking;
  try {
    for await (const batch of batchesOf(table.rows, reader, done)) {
      await reportRows(await earlier);
      earlier = taking;
      taking = takeBatch(batch, earlier);
      taking.catch(() => undefined);
    }
  } finally {
    await taking;
  }
  let taken = await taking;
  await reportRows(taken);
  // Mended rows are never the whole register, whatever was ticked.
  const result = (): FileResult => ({ counts: taken.counts, setAside: shown, unread: words.words(), unreadOthers: words.others });
  if (!plan.whole || table.mended) return result();

  const present = pagesOf((after) =>
    ledger.transaction(city, async (tx) => {
      const { rows } = await tx.query<{ id: string; fingerprint: Buffer }>(
        "select id, fingerprint from registers_entry where city = $1 and register = $2 and status = 'present' and id > $3 order by id limit $4",
        [city, plan.register, after, batchRows],
      );
      return rows;
    }),
  );
  for await (const rows of present) {
    const missing = rows.filter(({ id, fingerprint }) => !stays.has(id) && !reader.holds(id, fingerprint));
    if (missing.length === 0) continue;
    taken = { ...taken, counts: { ...taken.counts, gone: taken.counts.gone + missing.length } };
    await progress.report('gone', taken.counts.gone);
    if (!running) continue;
    const drops = missing.map(({ id }) => ({ kind: entryRecord.kind, id, name: 'drop', input: { import: running.id, on: today } }));
    taken = { ...taken, version: versionAfter(await ledger.executeAll(system, [...drops, note(taken, {})])) };
  }
  return result();
}

/** What importing a file would do; nothing is written. */
export async function tryFile(services: Services, city: number, plan: Plan, progress: Progress): Promise<FileResult> {
  return await processFile(services, city, plan, progress, await checkFile(services, city, plan, progress));
}

/** Breaks off an import or a dry run that nobody wants any more. */
export class Cancelled extends Error {}

/** The job behind `registers.import/start`. Killed half way it goes on where the last whole batch ended. */
export const importJob: JobDefinition = {
  name: 'registers.import',
  async run({ city, import: id }, services, progressOf) {
    const importId = String(id);
    const { ledger } = services;
    const found = await ledger.transaction(city, (tx) => ledger.find<ImportState>(tx, city, importRecord.kind, importId));
    if (found?.state.status !== 'running' && found?.state.status !== 'stopping') return;
    const { state, version } = found;
    const end = async (name: string, input: object) => {
      await ledger.executeAll(systemActor(city), [{ kind: importRecord.kind, id: importId, name, input }]);
      await deleteUpload(services, city, state.upload);
    };
    const isStopping = async () =>
      (await ledger.transaction(city, (tx) => ledger.find<ImportState>(tx, city, importRecord.kind, importId)))?.state.status ===
      'stopping';
    const shown = progressOf(importId);
    const progress: Progress = {
      async report(stage, n, total) {
        await shown.report(stage, n, total);
        // A batch finds out by itself: the record's version is another then.
        if (stage !== 'rows' && (await isStopping())) throw new Cancelled();
      },
    };
    try {
      await progress.report('checking', 0);
      const checked = await checkFile(services, city, state, progress, importId);
      await processFile(services, city, state, progress, checked, { id: importId, state, version });
      await end('finish', {});
    } catch (error) {
      if (await isStopping()) await end('stop', {});
      else if (error instanceof Refused && !passing.has(error.refusal.refused)) await end('fail', { reason: error.refusal.refused });
      else throw error;
    }
  },
  async gaveUp({ city, import: id }, { ledger }) {
    const input = { reason: 'registers.import-gave-up' };
    await ledger.executeAll(systemActor(city), [{ kind: importRecord.kind, id: String(id), name: 'fail', input }]);
  },
};
