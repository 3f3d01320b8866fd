import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);

/** With one checker: several work out the same types each for itself, which takes twice the processor time. */
const types = (project: string) => [bin('tsc'), '--checkers', '1', '-p', `tsconfig.${project}.json`] as const;

const folders = ['app', 'areas', 'platform', 'packages', 'demo', 'checks', 'bench', 'e2e'];

const steps: readonly (readonly [says: string, command: string, ...args: string[]])[] = [
  ['types of the domain (no clock, no chance, no Node, no DOM)', ...types('domain')],
  ['types of the server', ...types('server')],
  ['types of the web', ...types('web')],
  ['types of what drives a browser', ...types('e2e')],
  ['style', bin('biome'), 'check', '--error-on-warnings', '.'],
  ['arrows', process.execPath, '--require', './checks/readTsx.cjs', bin('depcruise'), '--config', 'checks/arrows.cjs', ...folders],
  ['dead code', bin('knip'), '--no-progress'],
  ['layout, names, sizes, strings', process.execPath, 'checks/layout.ts'],
];

/** Does one check; its output comes when it is over, so that those of two are not mixed. */
async function run([says, command, ...args]: (typeof steps)[number]): Promise<boolean> {
  const started = performance.now();
  const { code, output } = await new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', reject).on('close', (code) => resolve({ code, output }));
  });
  process.stdout.write(output);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${says} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return code === 0;
}

/** Runs every check, as many at a time as there are processors; names those that failed. Exit code 0 when all pass. */
export async function lint(_args: string[]): Promise<number> {
  const left = [...steps];
  let failed = 0;
  const worker = async () => {
    for (let step = left.shift(); step; step = left.shift()) if (!(await run(step))) failed++;
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker));
  return failed === 0 ? 0 : 1;
}
