/// <reference lib="dom" />
// The first start of a real city in a browser: founded with the setup code, then the first user changes the password that was given.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { root } from '../app/compose.ts';
import { temporaryFolder } from '../platform/database/testing.ts';
import { openBrowser, openWindow } from './browser.ts';
import { ServerProcess } from './serverProcess.ts';
import { shows } from './shows.ts';

const server = new ServerProcess(temporaryFolder(), [join(root, 'app/cli.ts'), 'start']);
let browser: Browser;
before(async () => {
  browser = await openBrowser();
  await server.start();
});
after(async () => {
  await browser?.close();
  await server.stop();
});

test('a city is founded by the address that the server printed, and a user signs in with a first password and changes it', async () => {
  const address = server.address.replace('127.0.0.1', 'localhost');
  const { page, context } = await openWindow(browser);
  await page.goto(`${address}/setup#${server.setupToken}`);
  await page.getByLabel('Name of the city').fill('Made-up City');
  await page.getByLabel('Country').selectOption('KH');
  await page.getByLabel('Time zone').selectOption('Asia/Phnom_Penh');
  await page.getByLabel('Your name').fill('សុខា');
  await page.getByLabel('User name').fill('first@example.org');
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByRole('alert').waitFor();
  await page.reload();
  assert.equal(await page.getByLabel('Name of the city').inputValue(), 'Made-up City', 'what was typed is there after a reload');
  assert.equal(await page.getByLabel('Country').inputValue(), 'KH');
  assert.equal(await page.getByLabel('Password').inputValue(), '', 'but no password');
  await page.getByLabel('Password').fill('three rivers meet here');
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByRole('heading', { name: 'Today', exact: true, level: 1 }).waitFor();
  assert.ok(!page.url().includes(server.setupToken), 'the setup code does not stay in the address');

  // What is to be done first stands on Today, step by step, until it is done.
  await page.getByRole('region', { name: 'Now' }).getByRole('link', { name: 'Key file kept apart', exact: true }).click();
  await shows(page, '0 / 6');
  await page.getByRole('button', { name: 'The key file is kept apart' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'The key file is kept apart' }).click();
  await shows(page, '1 / 6');
  await page.getByRole('link', { name: 'Add users' }).click();
  await page.getByRole('button', { name: 'Add a user' }).click();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Dara');
  await page.getByRole('dialog').getByLabel('User name').fill('dara@example.org');
  await page
    .getByRole('dialog')
    .getByRole('checkbox', { name: /^Case worker/ })
    .check();
  await page.getByRole('dialog').getByRole('button', { name: 'Add a user' }).click();
  const first = (await page.getByRole('dialog').locator('code').textContent()) ?? '';
  await page.getByRole('dialog').getByRole('button').click();
  // The slip of paper was lost before she signed in.
  await page.getByRole('link', { name: 'Dara' }).click();
  await page.getByRole('button', { name: 'New password' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'New password' }).click();
  const password = (await page.getByRole('dialog').locator('code').textContent()) ?? '';
  assert.notEqual(password, first);
  await context.close();

  const second = await openWindow(browser, { width: 390 });
  await second.page.goto(address);
  await second.page.locator('input[autocomplete=username]').fill('dara@example.org');
  await second.page.locator('input[type=password]').fill(password);
  await second.page.getByRole('button', { name: 'Sign in' }).click();
  await second.page.getByRole('heading', { name: 'Change password' }).waitFor();
  await second.page.getByLabel('Current password').fill(password);
  await second.page.getByLabel('New password', { exact: true }).fill('a lane from the street');
  await second.page.getByLabel('New password again').fill('a lane from the street');
  await second.page.getByRole('button', { name: 'Change password' }).click();
  await second.page.getByRole('heading', { name: 'Today', exact: true, level: 1 }).waitFor();
  await second.context.close();
});

test('the app opens without a network, says so, and has kept no answer of the server', async () => {
  const address = server.address.replace('127.0.0.1', 'localhost');
  const { page, context } = await openWindow(browser, { width: 390, keeps: true });
  await page.goto(address);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.reload();
  await page.getByRole('heading').first().waitFor();
  await context.setOffline(true);
  await page.reload();
  await shows(page, 'The server cannot be reached');
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  assert.ok(kept.includes('/'));
  assert.ok(
    kept.some((path) => /^\/assets\/first-/.test(path)),
    'the words of the first screen',
  );
  assert.deepEqual(
    kept.filter((path) => path.startsWith('/api/')),
    [],
  );
  await context.setOffline(false);
  await page.evaluate(async () => {
    for (const name of ['first', 'second', 'third'])
      await (await caches.open(`olle-files-${name}`)).put('/assets/old.js', new Response(''));
    await (await navigator.serviceWorker.ready).unregister();
  });
  await page.reload();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.waitForFunction(async () => (await caches.keys()).length <= 2);
  const shelves = await page.evaluate(async () => await caches.keys());
  assert.equal(shelves.length, 2, 'the files of this build and of the one before');
  assert.ok(shelves.includes('olle-files-third'));
  await context.close();
});
