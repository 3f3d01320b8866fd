/// <reference lib="dom" />
// The worked example of CONTRIBUTING in a browser: its list, form, page, history, file and print, on a phone and on a desktop.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import react from '@vitejs/plugin-react';
import type { Browser } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { build, type Plugin } from 'vite';
import { root } from '../app/compose.ts';
import { recordInputs, recordInputsPlugin } from '../app/recordInputs.ts';
import { type TestOlle, testOlle } from '../app/testing.ts';
import { webCatalogues } from '../app/webCatalogues.ts';
import { webFonts } from '../app/webFonts.ts';
import { outreach } from '../checks/example/server/area.ts';
import { openBrowser, openWindow } from './browser.ts';
import { enterDay } from './days.ts';
import { shows } from './shows.ts';
import { isSound } from './sound.ts';

const example = join(root, 'checks', 'example');
const words = { outreach: join(example, 'locales') };
const kind = 'virtual:record/outreach.session';

/** Adds the example to the areas of the app. */
const withExample: Plugin = {
  name: 'with-example',
  enforce: 'pre',
  resolveId: (id) => (id === kind ? `\0${kind}` : undefined),
  load: async (id) =>
    id === `\0${kind}`
      ? `export default ${JSON.stringify(await recordInputs('outreach.session', 'checks/example/domain/index.ts'))}`
      : undefined,
  transform: (code, id) =>
    id.endsWith('/app/web/areas.ts')
      ? `import { outreach } from '${join(example, 'web', 'area.ts')}';\n${code.replace('= [', '= [outreach,')}`
      : undefined,
};

let folder: string;
let olle: TestOlle;
let browser: Browser;
let address: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'olle-example-'));
  await build({
    configFile: false,
    root: join(root, 'app', 'web'),
    plugins: [withExample, react(), webCatalogues(words), webFonts, recordInputsPlugin],
    logLevel: 'error',
    define: { BUILD: '"example"' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', minify: false, chunkSizeWarningLimit: 5000 },
  });
  olle = await testOlle({ also: [outreach], words, pages: folder });
  const give = async (role: 'administrator' | 'supervisor', of: string, id: string, name: string, input: object) =>
    assert.equal((await olle.as(role).command(of, id, name, input)).status, 200);
  const city = (await olle.as('administrator').get<{ id: string }>('/api/accounts/city')).body.id;
  const wards = [{ code: '4', name: 'Old Town', aliases: [] }];
  await give('administrator', 'accounts.city', city, 'describe', {
    name: 'Made-up City',
    country: 'NP',
    timeZone: 'Asia/Kathmandu',
    wards,
  });
  const school = {
    name: 'Made-up School',
    category: 'school',
    sex: 'any',
    leastAge: null,
    mostAge: null,
    address: '',
    phone: '',
    email: '',
  };
  const none = { otherNames: [], services: [], wards: [], languages: [], hours: [], emergencyHours: [] };
  await give('supervisor', 'partners.organisation', uuidv7(), 'add', { ...school, ...none });
  address = await olle.app.listen({ host: '127.0.0.1', port: 0 });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await olle?.close();
  await rm(folder, { recursive: true, force: true });
});

for (const width of [390, 1440])
  test(`a session is planned, found, saved as a file, printed and cancelled, ${width} px wide`, async () => {
    const { context, page, complaints } = await openWindow(browser, { width, checked: true });
    try {
      await context.setExtraHTTPHeaders({ 'x-persona': olle.as('case-worker').session });
      await page.goto(`${address}/outreach/new`);
      await page.getByLabel('Topic').fill(`Work abroad, seen ${width} px wide`);
      await enterDay(page, 'Day', '2026-12-01');
      await page.getByLabel('Ward', { exact: true }).selectOption({ label: 'Old Town' });
      await page.getByLabel('Held by').selectOption({ label: 'Made-up case-worker' });
      await page.getByLabel('At', { exact: true }).selectOption({ label: 'Made-up School' });
      await isSound(page, `example-form-${width}`);
      await page.getByRole('button', { name: 'Plan a session' }).click();
      await shows(page, /^Planned for/);
      await isSound(page, `example-page-${width}`);
      const printed = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Print' }).click();
      assert.match((await printed).suggestedFilename(), /^session-[0-9a-f]{8}\.pdf$/);
      await page.getByRole('button', { name: 'Cancel session' }).click();
      await page.getByRole('dialog').getByLabel('Why').fill('Heavy rain.');
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await shows(page, 'Heavy rain.');
      await page.goto(`${address}/outreach`);
      await page.getByRole('link', { name: `Work abroad, seen ${width} px wide` }).waitFor();
      await isSound(page, `example-list-${width}`);
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: 'CSV' }).click();
      assert.equal((await saved).suggestedFilename(), 'list.csv');
      assert.deepEqual(complaints, []);
    } finally {
      await context.close();
    }
  });
