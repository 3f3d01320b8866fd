// Whoever stops npm means Olle: npm itself ends on a signal without passing it on.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { root } from '../app/compose.ts';
import { until } from '../app/until.ts';
import { temporaryFolder } from '../platform/database/testing.ts';

const started: ChildProcess[] = [];
after(() => {
  // A group of its own each: whatever a failed test left behind goes with it.
  for (const { pid } of started)
    try {
      process.kill(-pid!, 'SIGKILL');
    } catch {
      // It is gone, as it should be.
    }
});

/** Runs npm in a group of its own until it has printed `ready`. */
async function npm(folder: string, args: readonly string[], ready: RegExp): Promise<ChildProcess> {
  const child = spawn('npm', args, {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, OLLE_FOLDER: folder, OLLE_PORT: '0' },
  });
  started.push(child);
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout!.on('data', (text: Buffer) => {
      printed += text.toString();
      if (ready.test(printed)) resolve();
    });
    child.on('exit', () => reject(new Error(`npm ended early: ${printed}`)));
  });
  return child;
}

/** Whether any process of the group is left. */
function lives({ pid }: ChildProcess): boolean {
  try {
    process.kill(-pid!, 0);
    return true;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  await until('everything that npm started ended with it', () => !lives(child));
}

test('npm start stops with its database when npm alone is told to stop', async () => {
  const folder = temporaryFolder();
  const child = await npm(folder, ['start'], /Olle is open/);
  assert.ok(existsSync(join(folder, 'database', 'postmaster.pid')));
  await stop(child);
  assert.ok(!existsSync(join(folder, 'database', 'postmaster.pid')), 'the database was stopped in order');
});

test('the demo stops so too, and leaves nothing behind', async () => {
  const folder = temporaryFolder();
  const child = await npm(folder, ['run', 'demo', '--', '--population', '100'], /http:\/\/localhost:\d+/);
  assert.ok(existsSync(join(folder, 'demo')));
  await stop(child);
  assert.ok(!existsSync(join(folder, 'demo')));
});
