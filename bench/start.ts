// What a person waits for: the first answer of a server just started, the demo; and what the server holds while idle.
// node bench/start.ts
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { builtPages } from '../app/build.ts';
import { root } from '../app/compose.ts';
import { Client, expect, ServerProcess } from '../e2e/serverProcess.ts';
import { fillCity } from './city/fill.ts';
import { startEntry, withFolder } from './city/folder.ts';
import { serverUsage } from './city/processes.ts';
import { keepTable, quantile } from './table.ts';

const runs = 5;
const people = 20_000;

/** Seconds from the command to the first answer over HTTP. */
async function firstAnswer(server: ServerProcess): Promise<number> {
  const started = performance.now();
  await server.start();
  const client = new Client(server);
  expect(await client.get('/api/session/setup'), 200);
  const seconds = (performance.now() - started) / 1000;
  expect(await client.get('/'), 200);
  client.close();
  return seconds;
}

const rows: (string | number)[][] = [];
const say = (...row: (string | number)[]) => {
  rows.push(row);
  process.stderr.write(`${row.join(' | ')}\n`);
};
const round = (value: number, digits = 1) => Math.round(value * 10 ** digits) / 10 ** digits;

await builtPages();
const fresh: number[] = [];
for (let run = 0; run < 3; run++)
  await withFolder(async (folder) => {
    const server = new ServerProcess(folder, startEntry);
    fresh.push(await firstAnswer(server));
    await server.stop();
  });
say('the very first start, to the first answer (the database is made)', round(quantile(fresh, 0.5), 2), 's', '');

await withFolder(async (folder) => {
  await fillCity(folder, people);
  const server = new ServerProcess(folder, startEntry);
  const cold: number[] = [];
  for (let run = 0; run < runs; run++) {
    cold.push(await firstAnswer(server));
    if (run < runs - 1) await server.stop();
  }
  say(`a start on a city of ${people.toLocaleString('en')}, to the first answer`, round(quantile(cold, 0.5), 2), 's', '≤ 3');
  await sleep(20_000);
  // The start script stays as a small Node that waits for the server.
  const { starter, server: node } = serverUsage(server.pid);
  say('the server’s process, idle for 20 s', round(node.mb), 'MB', '≤ 200');
  say('the process of the start script (bin/olle.mjs)', round(starter.mb), 'MB', '');
  await server.stop();
});

const demo = spawnSync(process.execPath, [join(root, 'bin/olle.mjs'), 'demo', '--once', '--json', '--population', '20000'], {
  cwd: root,
  encoding: 'utf8',
  env: { ...process.env, OLLE_FOLDER: await withFolder(async (folder) => folder) },
  stdio: ['ignore', 'pipe', 'inherit'],
});
if (demo.status !== 0) throw new Error('The demo failed.');
const told = JSON.parse(demo.stdout.trim().split('\n').at(-1)!) as { seconds: { ready: number }; peakMemoryMb: number };
say('the demo of 20,000 people, to ready', told.seconds.ready, 's', '≤ 60');
say('the demo’s peak memory', told.peakMemoryMb, 'MB', '');

keepTable('start', { title: 'Start, memory, demo', columns: ['what', 'median', 'unit', 'target'], rows }, [
  `Starts: ${runs} runs, files in the system's cache; the server as \`npm start\` runs it.`,
]);
