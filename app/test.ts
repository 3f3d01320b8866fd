import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromiumPath } from '../e2e/browser.ts';
import { clockOf } from '../e2e/testDay.ts';
import { withTestCluster } from '../platform/database/testing.ts';
import { builtPages } from './build.ts';
import { lint } from './lint.ts';
import { grouped } from './testGroups.ts';

const root = join(import.meta.dirname, '..');

/** `npm test`: the checks, then every test, all on one PostgreSQL. With file names: those tests alone. `--today`: see `clockOf`. `--whole`: see `howMany`. */
export async function test(args: string[]): Promise<number> {
  const { values, positionals: files } = parseArgs({
    args,
    options: { today: { type: 'string' }, whole: { type: 'boolean' } },
    allowPositionals: true,
  });
  const clock = values.today === undefined ? undefined : clockOf(values.today);
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
        // One more than there are processors: a test that waits for a browser, a server or a timer leaves one idle.
        `--test-concurrency=${availableParallelism() + 1}`,
        '--test-timeout=600000',
        '--test-reporter=spec',
        '--test-reporter-destination=stdout',
        `--test-reporter=${join(root, 'app/slowest.ts')}`,
        '--test-reporter-destination=stdout',
        ...(files.length > 0 ? files : grouped(found, root)),
      ],
      {
        cwd: root,
        stdio: 'inherit',
        env: { ...process.env, ...environment, ...clock?.environment, ...(values.whole ? { WHOLE_TESTS: 'yes' } : {}) },
      },
    );
    if (clock) console.log(`These tests ran as if they had begun at ${clock.at}. To run them so again: npm test -- --today ${clock.at}`);
    return status ?? 1;
  });
}
