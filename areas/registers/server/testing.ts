import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { runTaskListOnce } from 'graphile-worker';
import { v7 as uuidv7 } from 'uuid';
import { areas } from '../../../app/areas.ts';
import { compose } from '../../../app/compose.ts';
import type { TestOlle } from '../../../app/testing.ts';
import { openPool } from '../../../platform/database/pool.ts';
import { quiet, startQueue, taskListOf } from '../../../platform/jobs/queue.ts';
import { Sealing } from '../../../platform/sealing/sealing.ts';
import type { Counts, Encoding, MappedColumn } from '../domain/index.ts';
import { importJob } from './importing.ts';
import { undoJobName } from './undo/undoing.ts';

const registerJobs = areas.flatMap(({ jobs = [] }) => jobs.filter(({ name }) => name === importJob.name || name === undoJobName));

export interface Proposal {
  readonly encoding: string;
  readonly delimiter: string;
  readonly register: string;
  readonly mended: boolean;
  readonly headers: readonly string[];
  readonly sheets: readonly { name: string; hidden: boolean }[];
  readonly mapping: readonly MappedColumn[];
  readonly dateOrder: 'day-first' | 'month-first';
  readonly calendar: 'gregorian' | 'bikram-sambat' | 'roc' | 'buddhist';
  readonly doubt: string | null;
  readonly profile: { readonly id: string; readonly name: string; readonly whole: boolean } | null;
  readonly code?: string;
}
interface Listed {
  readonly id: string;
  readonly status: string;
  readonly startedAt: string;
  readonly counts: Counts;
  readonly reason: string | null;
}
interface Wanted {
  readonly register?: string;
  readonly whole?: boolean;
  readonly sheet?: string;
  readonly encoding?: Encoding;
  /** What a person corrected of the proposal. */
  readonly corrected?: Partial<Pick<Proposal, 'mapping' | 'dateOrder' | 'calendar'>>;
}

const chosenOf = ({ sheet, encoding }: { sheet?: string | undefined; encoding?: Encoding | undefined }) => ({
  ...(sheet === undefined ? {} : { sheet }),
  ...(encoding === undefined ? {} : { encoding }),
});

/** What a registrar does with a file, step by step, over HTTP; imports run through the queue, other areas' jobs do not. */
export function registrarOf(olle: TestOlle) {
  const registrar = olle.as('registrar');
  const upload = async (bytes: Buffer | string) =>
    await registrar.send<{ id: string; code?: string }>('POST', '/api/registers/uploads', bytes, {
      'content-type': 'application/octet-stream',
      'x-file-name': 'births.csv',
    });
  const propose = async (id: string, chosen: { sheet?: string; encoding?: string } = {}) =>
    (await registrar.post<Proposal>(`/api/registers/uploads/${id}/proposal`, chosen)).body;
  const planOf = (proposal: Proposal, { register = 'birth', whole = false, sheet, encoding, corrected }: Wanted = {}) => ({
    register,
    mapping: (corrected?.mapping ?? proposal.mapping).map(({ column, field, dateOrder, calendar }) => ({
      column,
      field,
      ...(dateOrder ? { dateOrder } : {}),
      ...(calendar ? { calendar } : {}),
    })),
    dateOrder: corrected?.dateOrder ?? proposal.dateOrder,
    calendar: corrected?.calendar ?? proposal.calendar,
    whole,
    ...chosenOf({ sheet, encoding }),
  });
  const find = async (id: string) =>
    (await registrar.post<{ rows: Listed[] }>('/api/registers/imports', {})).body.rows.find((row) => row.id === id)!;
  const start = async (bytes: Buffer | string, wanted: Wanted = {}) => {
    const { body: sent } = await upload(bytes);
    const proposal = await propose(sent.id, chosenOf(wanted));
    assert.equal(proposal.code, undefined);
    const plan = planOf(proposal, wanted);
    const dry = await registrar.post<{ counts: Counts; code?: string }>(`/api/registers/uploads/${sent.id}/dry-run`, plan);
    assert.equal(dry.status, 200, JSON.stringify(dry.body));
    const id = uuidv7();
    const started = await registrar.command('registers.import', id, 'start', { upload: sent.id, fileName: 'births.csv', ...plan });
    assert.equal(started.status, 200, JSON.stringify(started.body));
    return { id, upload: sent.id, proposal, dry: dry.body.counts };
  };
  const runImports = async () => {
    const client = await olle.owner.connect();
    try {
      await runTaskListOnce({ pgPool: olle.owner, logger: quiet(() => undefined) }, taskListOf(olle.services, registerJobs), client);
    } finally {
      client.release();
    }
  };
  return {
    registrar,
    upload,
    propose,
    planOf,
    find,
    start,
    runImports,
    /** Upload, proposal, dry run, start, and the import itself. */
    async importFile(bytes: Buffer | string, wanted: Wanted = {}) {
      const started = await start(bytes, wanted);
      await runImports();
      return { ...started, done: await find(started.id) };
    },
  };
}

/** What a process needs to do a database's imports. */
export interface QueueOf {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly key: string;
  /** While there is a file of this name, the import waits whenever it has reported rows: what is done meanwhile needs no luck with time. */
  readonly heldBy: string | null;
}

/** The services of a database, and its owner's pool. */
export function servicesOf({ ownerUrl, appUrl, key }: Pick<QueueOf, 'ownerUrl' | 'appUrl' | 'key'>) {
  const owner = openPool(ownerUrl, { max: 6, applicationName: 'test-owner', forQueue: true });
  const pool = openPool(appUrl, { max: 6, applicationName: 'test' });
  const services = compose(areas, { pool, sealing: new Sealing(Buffer.from(key, 'hex')), clock: () => new Date(), log: () => undefined });
  return { owner, pool, services };
}

/** Does imports until the process is told to stop, or is killed. */
export async function serveImports(given: QueueOf): Promise<void> {
  const { owner, pool, services } = servicesOf(given);
  const { heldBy } = given;
  const held: typeof importJob = {
    name: importJob.name,
    run: (payload, own, progressOf) =>
      importJob.run(payload, own, (id) => {
        const progress = progressOf(id);
        return {
          async report(stage, ...figures) {
            await progress.report(stage, ...figures);
            while (stage === 'rows' && heldBy !== null && existsSync(heldBy)) {
              await wait(20);
              // Breaks off when the server is told to stop.
              await progress.report(stage, ...figures);
            }
          },
        };
      }),
  };
  const runner = await startQueue(owner, services, [held], 2, { watchMs: 1000 });
  process.once('SIGTERM', async () => {
    await runner.stop();
    await pool.end();
    await owner.end();
  });
}
