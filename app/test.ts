import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumPath } from '../e2e/browser.ts';
import { withTestCluster } from '../platform/database/testing.ts';
import { builtPages } from './build.ts';
import { lint } from './lint.ts';

const root = join(import.meta.dirname, '..');

/** `npm test`: the checks, then every test, all on one PostgreSQL. With file names: those tests alone. */
export async function test(files: string[]): Promise<number> {
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
      ['--disable-warning=ExperimentalWarning', '--test', '--test-concurrency=2', '--test-timeout=300000', ...found],
      {
        cwd: root,
        stdio: 'inherit',
        env: { ...process.env, ...environment },
      },
    );
    return status ?? 1;
  });
}
