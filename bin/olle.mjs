#!/usr/bin/env node
// The start script: runs on whatever Node a machine has (20 or newer), brings the checkout into working order, then hands over to the
// project's own Node, which runs the TypeScript as it is.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.olle-installed');
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

const fail = (sentence) => {
  console.error(`olle: ${sentence}`);
  process.exit(1);
};

if (Number(process.versions.node.split('.')[0]) < 20)
  fail(`Node ${process.versions.node} is too old. Install Node 20 or newer, then try again.`);

function install() {
  console.error('olle: installing what is missing (once, about a minute) …');
  const run = (...args) => spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 'inherit'], shell: process.platform === 'win32' });
  // Not `npm ci`: it refuses a lock without the optional binaries of every other platform. This keeps to the lock and never writes it.
  const done = run('install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error');
  if (done.error) fail(`npm could not be started (${done.error.message}). Install npm, then try again.`);
  if (done.status !== 0)
    fail('npm could not install the dependencies (its words are above). Check the network or the registry setting, then try again.');
  // Where install scripts are switched off, the runtime's own script did not fetch its binary: ask for that one alone.
  if (!existsSync(node)) run('rebuild', 'node', '--ignore-scripts=false', '--loglevel=error');
  if (!existsSync(node))
    fail('the Node 24 runtime was not installed. Allow install scripts (npm config set ignore-scripts false), then try again.');
}

const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
if (installed !== lock || !existsSync(node)) {
  install();
  writeFileSync(stamp, lock);
}

const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, 'app', 'cli.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  // What the types are taken out of is kept with its code: else every start brings in the compiler that does it, 20 MB of it.
  env: { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'olle'), ...process.env },
});
// A signal reaches the whole process group from a terminal, but only this process from a supervisor: pass it on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// npm ends on SIGTERM without a word to what it runs, and its shell with it: who is then left without its parent was told to stop.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
}
child.on('exit', (code, signal) => process.exit(signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1)));
