import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);

const folders = ['app', 'areas', 'platform', 'packages', 'demo', 'checks', 'bench', 'e2e'];

const steps: readonly (readonly [says: string, command: string, ...args: string[]])[] = [
  ['types of the domain (no clock, no chance, no Node, no DOM)', bin('tsc'), '-p', 'tsconfig.domain.json'],
  ['types of the server', bin('tsc'), '-p', 'tsconfig.server.json'],
  ['types of the web', bin('tsc'), '-p', 'tsconfig.web.json'],
  ['types of what drives a browser', bin('tsc'), '-p', 'tsconfig.e2e.json'],
  ['style', bin('biome'), 'check', '--error-on-warnings', '.'],
  ['arrows', process.execPath, '--require', './checks/readTsx.cjs', bin('depcruise'), '--config', 'checks/arrows.cjs', ...folders],
  ['dead code', bin('knip'), '--no-progress'],
  ['layout, names, sizes, strings', process.execPath, 'checks/layout.ts'],
];

/** Runs every check; says which failed. Exit code 0 when all hold. */
export async function lint(_args: string[]): Promise<number> {
  let failed = 0;
  for (const [says, command, ...args] of steps) {
    const started = performance.now();
    const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
    console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${says} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    if (status !== 0) failed++;
  }
  return failed === 0 ? 0 : 1;
}
