import { PassThrough } from 'node:stream';
import { route } from '../../../platform/http/area.ts';
import { preferredLanguage } from '../../../platform/http/catalogues.ts';
import type { Progress } from '../../../platform/jobs/job.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import * as contract from '../contract/index.ts';
import { Cancelled, tryFile } from './importing.ts';
import { sentence } from './sentences.ts';

/** A line is written at most this often, so that a fast file does not fill the wire with figures. */
const everyMs = 300;

/**
 * What importing a file would do, while it is found out: lines of JSON, the last with the result. The connection is never still for long,
 * and closing it stops the work: nothing has to be kept of a dry run, neither its progress nor a wish to cancel it.
 */
export const dryRunRoute = route(
  contract.dryRun,
  async ({ actor, params, body, services, request, reply }) => {
    const lines = new PassThrough();
    const say = (line: object) => lines.write(`${JSON.stringify(line)}\n`);
    reply.raw.once('close', () => lines.destroy());
    const isUnderWay = Promise.withResolvers<void>();
    let last = performance.now();
    const progress: Progress = {
      async report(stage, done, total) {
        if (lines.destroyed) throw new Cancelled();
        if (performance.now() - last < everyMs) return;
        last = performance.now();
        say({ stage, done, total: total ?? null });
        isUnderWay.resolve();
      },
    };
    const work = tryFile(services, actor.city, { upload: params.id, ...body }, progress).then(
      ({ counts, setAside, unread, unreadOthers }) => {
        const shown = setAside.map(({ row, column, reason, cell = '' }) => ({ row, column, reason, cell }));
        say({ counts, setAside: shown, unread, unreadOthers });
        lines.end();
      },
      (error: unknown) => {
        if (!(error instanceof Cancelled)) throw error;
      },
    );
    // What is refused before anything was said is refused as everywhere.
    await Promise.race([work, isUnderWay.promise]);
    work.catch((error: unknown) => {
      const refusal = error instanceof Refused ? error.refusal : { refused: 'http.failed', params: {} };
      if (!(error instanceof Refused)) services.log('dry run failed', { error: (error as Error).name });
      const [area, what] = refusal.refused.split('.') as [string, string];
      const key = area === 'registers' ? `problem.${what}` : 'history.failed-otherwise';
      const language = preferredLanguage(request.headers['accept-language']);
      say({ code: refusal.refused, detail: sentence(language, key, refusal.params) });
      lines.end();
    });
    reply.header('content-type', 'application/x-ndjson; charset=utf-8');
    return lines;
  },
  { transaction: false },
);
