import assert from 'node:assert/strict';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtPages } from './build.ts';

/** Compressed bytes until Today is usable on a phone: `olle bench start` measures them in a browser. */
const budget = 200_000;
/** Of these, what is no file: the first data, and the headers of two dozen answers (18,900 of a case worker, 22,400 of a supervisor). */
const dataAndHeaders = 24_000;

test('the files of the first screen leave room for its data within 200 kB, whoever signs in', async () => {
  const folder = await builtPages();
  const needed = new Set<string>();
  const take = (file: string) => {
    if (needed.has(file)) return;
    needed.add(file);
    if (!file.endsWith('.js')) return;
    for (const [, other] of readFileSync(join(folder, file), 'utf8').matchAll(/(?:from|import)\s*["'`]\.\/([\w-]+\.js)["'`]/g))
      take(`assets/${other}`);
  };
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  for (const [, file] of page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)) take(file!);
  assert.ok(needed.size >= 6, 'the page names the files of the app');
  const styles = [...needed].filter((file) => file.endsWith('.css')).map((file) => readFileSync(join(folder, file), 'utf8'));
  for (const rule of [/--ink:/, /\.button\b/, /\.table--cards\b/])
    assert.ok(
      styles.some((style) => rule.test(style)),
      `the page names the style ${rule}`,
    );
  // Fetched with Today, though the page is shown before it.
  const [live] = globSync('assets/LiveToday-*.js', { cwd: folder });
  assert.ok(live, 'what Today fetches later is found by its name');
  take(live);
  const size = (file: string) => statSync(join(folder, `${file}.gz`)).size;
  const catalogues = globSync('assets/first-*.js', { cwd: folder }).map(size);
  assert.ok(catalogues.length >= 3, 'the catalogues of the first screen are found by their name');
  const total = [...needed, 'index.html'].reduce((sum, file) => sum + size(file), Math.max(...catalogues));
  const sizes = [...needed].map((file) => `${size(file)} ${file}`).join('\n');
  assert.ok(total + dataAndHeaders <= budget, `${total} bytes of files, and ${dataAndHeaders} of data and headers:\n${sizes}`);
});
