import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromiumPath } from '../e2e/browser.ts';
import { withTestCluster } from '../platform/database/testing.ts';
import { builtPages } from './build.ts';
import { lint } from './lint.ts';

const root = join(import.meta.dirname, '..');

/**
 * What makes the clocks of a run show another time from its start on: a day (then it is early in the day by UTC, and no test meets the end of
 * it) or an instant. Throws where it is neither.
 */
function clockAt(today: string | undefined): Record<string, string> {
  if (today === undefined) return {};
  const start = Date.parse(today.length === 10 ? `${today}T01:00:00Z` : today);
  if (!/^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(today) || Number.isNaN(start) || !new Date(start).toISOString().startsWith(today.slice(0, 10)))
    throw new Error(`--today is "${today}"; it must be a day, as 2028-02-29, or an instant, as 2028-02-29T18:05:00Z.`);
  const preload = `--import=${pathToFileURL(join(root, 'e2e/clock.mjs'))}`;
  return { OLLE_TEST_CLOCK: String(start - Date.now()), NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} ${preload}`.trim() };
}

/** `npm test`: the checks, then every test, all on one PostgreSQL. With file names: those tests alone. */
export async function test(args: string[]): Promise<number> {
  const { values, positionals: files } = parseArgs({ args, options: { today: { type: 'string' } }, allowPositionals: true });
  const clock = clockAt(values.today);
  if (files.length === 0 && (await lint([])) !== 0) return 1;
  const found =
    files.length > 0
      ? files
      : globSync('{app,areas,checks,demo,e2e,packages,platform}/**/*.test.ts', {
          cwd: root,
          exclude: (path) => path === 'node_modules',
        }).sort();
  // Once, before tests that run side by side would each do it.
  chromiumPath();
  await builtPages();
  return await withTestCluster(async (environment) => {
    const { status } = spawnSync(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--test',
        '--test-concurrency=2',
        '--test-timeout=300000',
        '--test-reporter=spec',
        '--test-reporter-destination=stdout',
        `--test-reporter=${join(root, 'app/slowest.ts')}`,
        '--test-reporter-destination=stdout',
        ...found,
      ],
      {
        cwd: root,
        stdio: 'inherit',
        env: { ...process.env, ...environment, ...clock },
      },
    );
    if (values.today) console.log(`These tests ran as if today were ${values.today}.`);
    return status ?? 1;
  });
}
