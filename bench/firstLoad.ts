// What a phone with an empty cache fetches until Today is usable, and the fonts that it fetches then where it has none of its own.
// node bench/firstLoad.ts
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { builtPages } from '../app/build.ts';
import { root } from '../app/compose.ts';
import { openBrowser } from '../e2e/browser.ts';
import { firstLoad } from '../e2e/firstLoad.ts';
import { ServerProcess } from '../e2e/serverProcess.ts';
import { languages } from '../platform/decider/index.ts';
import { startEntry, withFolder } from './city/folder.ts';
import { keepTable, markdownTable } from './table.ts';

const kilobytes = (bytes = 0) => Math.round(bytes / 100) / 10;

const pages = await builtPages();
const rows: (string | number)[][] = [];
await withFolder(async (folder) => {
  const demo = new ServerProcess(folder, [startEntry[0]!, 'demo', '--population', '1500']);
  await demo.start();
  const address = demo.address.replace('127.0.0.1', 'localhost');
  const [, password = ''] = /Password of all: (\S+)/.exec(demo.output) ?? [];
  const signInAs = (role: string) => async (page: Page) => {
    const [, userName = ''] = new RegExp(String.raw`^\s+(\S+@\S+)\s+${role}\s`, 'm').exec(demo.output) ?? [];
    await page.goto(address);
    await page.locator('input[autocomplete=username]').fill(userName);
    await page.locator('input[type=password]').fill(password);
    await page.locator('button[type=submit]').click();
    await page.locator('.frame').waitFor();
  };
  const browser = await openBrowser({ fewFonts: true });
  for (const role of ['case-worker', 'supervisor'])
    for (const language of languages) {
      const { byKind, total, fonts } = await firstLoad(browser, address, signInAs(role), language);
      const { document = 0, script, stylesheet, ...data } = byKind;
      const others = Object.values(data).reduce((sum, bytes) => sum + bytes, document);
      const later = Object.entries(fonts).flatMap(([script, bytes]) => (script === 'all scripts' ? [] : [`${script} ${kilobytes(bytes)}`]));
      rows.push([role, language, ...[script, stylesheet, others, total].map(kilobytes), '≤ 200', later.join(', ') || 'none']);
    }
  await browser.close();
  await demo.stop();
});

const byScript = Object.groupBy(
  globSync('assets/font-*.woff2', { cwd: pages }),
  (file) => /font-([\w-]+)-[0-9a-f]{10}\.woff2/.exec(file)![1]!,
);
const scripts = Object.entries(byScript).map(([script, files = []]) => {
  const sizes = files.map((file) => statSync(join(root, 'dist', 'web', file)).size);
  return [script, files.length, kilobytes(sizes.reduce((sum, size) => sum + size, 0) / sizes.length), kilobytes(Math.max(...sizes))];
});
keepTable(
  'firstLoad',
  {
    title: 'Fetched until Today is usable on a phone (kB)',
    columns: ['signed in', 'language', 'scripts and catalogue', 'styles', 'page and data', 'together', 'target', 'fonts afterwards'],
    rows,
  },
  [
    'An empty cache, a device 390 px wide, everything compressed with gzip, headers counted. The fonts are those of a device that has none but of Latin letters, with the tables that say which part has which character (target: ≤ 60 a script, Nastaliq ≤ 180); a device with a font of the script fetches none. Names in the made-up city are written in Devanagari too. The list of scripts itself is 2.8 kB.',
    markdownTable({ title: 'Fonts by script (kB)', columns: ['script', 'parts', 'a part', 'the largest'], rows: scripts }),
    'A page fetches the parts that have its characters. `hangul` has the syllables that the product itself says in Korean; `arabic` is Naskh and, for pages in Urdu, Nastaliq.',
  ],
);
