import { EventEmitter } from 'node:events';
import { Logger, parseCronItems, type Runner, run, runMigrations, type TaskList, type WorkerEvents } from 'graphile-worker';
import { type Pool, type Tx, withTransaction } from '../database/pool.ts';
import type { Log, Services } from '../http/area.ts';
import type { Effect } from '../ledger/view.ts';
import { Abandoned } from './abandoned.ts';
import type { JobDefinition } from './job.ts';
import { progressOf } from './progress.ts';

/** The worker's own words carry payloads; only their kind is kept. */
export const quiet = (log: Log) =>
  new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log('queue', { level, words: message.replace(/\{.*/s, '').slice(0, 120) });
  });

/** Makes or brings up to date the queue's tables. Needs the owner's connection. */
export async function prepareQueue(owner: Pool, log: Log): Promise<void> {
  await runMigrations({ pgPool: owner, logger: quiet(log) });
}

/** Queues effects in a transaction: they run once it has committed, and not at all if it does not. */
export async function enqueue(tx: Tx, effects: readonly Effect[], city: number): Promise<void> {
  for (const { job, payload, key, notBefore } of effects) {
    await tx.query('select olle_enqueue($1, $2, $3, $4)', [
      job,
      JSON.stringify({ ...payload, city }),
      key ? `${city}:${key}` : null,
      notBefore ?? null,
    ]);
  }
}

/** The areas' jobs as the worker calls them. */
export function taskListOf(services: Services, jobs: readonly JobDefinition[]): TaskList {
  const tasks: TaskList = {};
  for (const job of jobs) {
    tasks[job.name] = async (payload, { abortSignal, job: { attempts, max_attempts: most } }) => {
      const given = payload as Record<string, unknown> & { city: number };
      if (given.city === undefined) {
        // By the clock: it is queued for each city, under one name, so that a slow one is not done twice at once.
        const { rows } = await services.pool.query<{ number: number }>('select number from city order by number');
        for (const { number } of rows)
          await withTransaction(services.pool, number, (tx) =>
            services.enqueue(tx, [{ job: job.name, payload: {}, key: job.name }], number),
          );
        return;
      }
      try {
        await job.run(given, services, (id) => progressOf(services, given.city, job.name, id, abortSignal));
      } catch (error) {
        // The message could hold a row's content: the log gets its class and where it was thrown.
        const at = ((error as Error).stack ?? '').split('\n').find((line) => line.trimStart().startsWith('at ')) ?? '';
        services.log('job failed', { job: job.name, error: (error as Error).name, at: at.trim() });
        if (attempts >= most) await job.gaveUp?.(given, services);
        throw new Error(`${job.name} failed: ${(error as Error).name} ${at.trim()}`);
      }
    };
  }
  return tasks;
}

/** Starts doing queued work, `concurrency` jobs at once, also what a killed process left behind. Stop with the runner's `stop()`. */
export async function startQueue(
  owner: Pool,
  services: Services,
  jobs: readonly JobDefinition[],
  concurrency: number,
  { watchMs = 15_000 } = {},
): Promise<Runner> {
  const events: WorkerEvents = new EventEmitter();
  let worker = '';
  events.once('pool:create', ({ workerPool }) => {
    worker = workerPool.id;
  });
  const runner = await run({
    pgPool: owner,
    taskList: taskListOf(services, jobs),
    parsedCronItems: parseCronItems(jobs.flatMap(({ name, cron }) => (cron ? [{ task: name, match: cron, identifier: name }] : []))),
    concurrency,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: quiet(services.log),
    events,
  });
  const abandoned = new Abandoned(owner, worker, watchMs);
  void runner.promise.finally(() => abandoned.stop());
  try {
    await abandoned.start();
  } catch (error) {
    await runner.stop();
    throw error;
  }
  return runner;
}
