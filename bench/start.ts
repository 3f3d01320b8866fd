// What a person waits for: the first answer of a server just started, the demo, the app's first screen; and what the server holds while idle.
// node bench/start.ts
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { builtPages } from '../app/build.ts';
import { root } from '../app/compose.ts';
import { openBrowser } from '../e2e/browser.ts';
import { firstLoad } from '../e2e/firstLoad.ts';
import { Client, expect, ServerProcess } from '../e2e/serverProcess.ts';
import { languages } from '../platform/decider/index.ts';
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
  // The door is a small Node of its own that waits for the server.
  const { door, server: node } = serverUsage(server.pid);
  say('the server’s process, idle for 20 s', round(node.mb), 'MB', '≤ 200');
  say('the door’s process (bin/olle.mjs)', round(door.mb), 'MB', '');
  await server.stop();
});

await withFolder(async (folder) => {
  const demo = new ServerProcess(folder, [join(root, 'app/cli.ts'), 'demo', '--population', '1500']);
  await demo.start();
  const address = demo.address.replace('127.0.0.1', 'localhost');
  const [, userName = ''] = /^\s+(\S+@\S+)\s+case-worker\s/m.exec(demo.output) ?? [];
  const [, password = ''] = /Password of all: (\S+)/.exec(demo.output) ?? [];
  const signIn = async (page: Page) => {
    await page.goto(address);
    await page.locator('input[autocomplete=username]').fill(userName);
    await page.locator('input[type=password]').fill(password);
    await page.locator('button[type=submit]').click();
    await page.locator('.frame').waitFor();
  };
  const browser = await openBrowser();
  for (const language of languages) {
    const { byKind, total, fonts } = await firstLoad(browser, address, signIn, language);
    const parts = Object.entries(byKind).map(([kind, bytes]) => `${kind} ${round(bytes / 1000)}`);
    say(`everything until Today is usable on a phone, ${language} (${parts.join(', ')})`, round(total / 1000), 'kB', '≤ 200');
    say(`fonts swapped in later, ${language}`, round(fonts / 1000), 'kB', language === 'ur' ? '≤ 180' : '≤ 60');
  }
  await browser.close();
  await demo.stop();
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

keepTable('start', { title: 'Start, memory, first screen, demo', columns: ['what', 'median', 'unit', 'target'], rows }, [
  `Starts: ${runs} runs, files in the system's cache; the server as \`npm start\` runs it. The first screen: a case worker signed in, an empty cache, compressed with gzip, headers counted.`,
]);
