import { withTransaction } from '../database/pool.ts';
import type { Services } from '../http/area.ts';
import type { Progress } from './job.ts';

/** Thrown by `Progress.report` when the server is being stopped: the work continues when it is started again. */
class Stopping extends Error {
  override readonly name = 'Stopping';
}

/** Progress of one job under `id`, in the table `job_progress`. A `stop` that is given breaks the work off at its next report. */
export function progressOf(services: Pick<Services, 'pool'>, city: number, job: string, id: string, stop?: AbortSignal): Progress {
  let last = 0;
  let lastStage = '';
  return {
    async report(stage, done, total) {
      if (stop?.aborted) throw new Stopping(`${job} is broken off`);
      const now = performance.now();
      if (stage === lastStage && now - last < 500 && done !== total) return;
      last = now;
      lastStage = stage;
      await withTransaction(services.pool, city, (tx) =>
        tx.query(
          `insert into job_progress (city, id, job, stage, done, total) values ($1, $2, $3, $4, $5, $6)
           on conflict (city, id) do update set stage = excluded.stage, done = excluded.done, total = excluded.total, updated_at = now()`,
          [city, id, job, stage, done, total ?? null],
        ),
      );
    },
  };
}
