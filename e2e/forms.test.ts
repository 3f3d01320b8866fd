/// <reference lib="dom" />
// The one form: what was typed is not lost, lies on no device in clear, and what is refused is said where it is mended.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { choose } from './act.ts';
import { holds } from './holds.ts';
import { officeInBrowser } from './officeInBrowser.ts';
import { shows } from './shows.ts';

const { office, as, openWindow } = officeInBrowser({});

const secret = 'Canary Lane 17';
const hasFocus = (page: Page, field: string) =>
  page.waitForFunction((field) => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') === field, field);
const kept = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('olle-draft.')));

test('a new organisation: the cursor in the first field and in the first wrong one, what is missing beside, the refusal under its field', async () => {
  await as('supervisor', '/partners/new', async (page) => {
    await page.getByRole('heading', { name: 'Organisation', exact: true }).waitFor();
    await hasFocus(page, 'name');
    await page.getByRole('heading', { name: '3 fields are still required' }).waitFor();
    await page.getByLabel('Address').fill(secret);
    await page.getByRole('button', { name: 'Add to the directory' }).click();
    await page.getByText('This is required.').first().waitFor();
    await hasFocus(page, 'name');
    await page.getByLabel('Name', { exact: true }).fill('Made-up House');
    await page.getByLabel('Kind of organisation').selectOption('ngo');
    await choose(page.locator('main'), 'For whom', 'Girls and boys');
    await page.getByLabel('Lowest age').fill('18');
    await page.getByLabel('Highest age').fill('9');
    await page.getByRole('button', { name: 'Add a time' }).click();
    await page.getByLabel('At any hour').check();
    await page.getByRole('button', { name: 'Add to the directory' }).click();
    await shows(page, 'The lowest age is above the highest.');
    await hasFocus(page, 'mostAge');
    assert.equal(await page.locator('[data-field="mostAge"]').getByText('The lowest age is above the highest.').count(), 1);
    await page.getByLabel('Highest age').fill('25');
    await page.getByText('The lowest age is above the highest.').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Add to the directory' }).click();
    await page.getByRole('heading', { name: 'Made-up House' }).waitFor();
    await shows(page, '18 to 25 years');
    await shows(page, 'Mon–Fri 09:00–17:00');
    await shows(page, 'At any hour');
    assert.deepEqual(await kept(page), []);
    // Described anew, everything stands in the form as it is.
    await page.getByRole('link', { name: 'Change', exact: true }).click();
    await page.getByRole('heading', { name: 'Organisation', exact: true }).waitFor();
    await holds(page.getByLabel('Address'), secret);
    await holds(page.getByLabel('From', { exact: true }), '09:00');
    await page.getByLabel('Other names').fill('House M\nMUH');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Made-up House' }).waitFor();
  });
});

test('what was typed survives a closed sheet, a tap outside, a reload and the end of a session, and is sealed on the device', async () => {
  const { context, page } = await openWindow({ width: 390 });
  await office.signIn(page, 'supervisor', '/partners');
  await page.locator('main table a').first().click();
  const open = () => page.getByRole('button', { name: 'Change contact persons' }).click();
  const name = () => page.getByRole('dialog').getByLabel('Name').last();
  await open();
  await page.getByRole('button', { name: 'Add a person' }).click();
  await name().fill('Canary Housemother');
  await page.keyboard.press('Escape');
  await shows(page, 'What you typed is kept on this device for three days.');
  await open();
  await shows(page, 'and did not send is here again.');
  await holds(name(), 'Canary Housemother');
  await page.mouse.click(5, 5);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.waitForFunction(() => Object.keys(localStorage).some((one) => one.startsWith('olle-draft.')));
  assert.ok(!JSON.stringify(await context.storageState()).includes('Canary'));
  await page.reload();
  await open();
  await holds(name(), 'Canary Housemother');
  // The session ends meanwhile: whoever signs in again goes on.
  await context.clearCookies();
  await page.reload();
  await office.signIn(page, 'supervisor', new URL(page.url()).pathname);
  await open();
  await holds(name(), 'Canary Housemother');
  // Somebody else on the same device finds nothing of it.
  await context.clearCookies();
  await office.signIn(page, 'administrator', new URL(page.url()).pathname);
  await open();
  await page.getByRole('dialog').getByLabel('Name').first().waitFor();
  assert.notEqual(await name().inputValue(), 'Canary Housemother');
  await context.clearCookies();
  await office.signIn(page, 'supervisor', new URL(page.url()).pathname);
  await open();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await shows(page, 'Canary Housemother');
  assert.deepEqual(await kept(page), []);
  await context.close();
});

test('settings of the city are forms like any other: a refusal stands under the field that it is about', async () => {
  await as('administrator', '/accounts/contact', async (page) => {
    await page.getByLabel('Name of the office').fill('Made-up office');
    await page.getByLabel('Telephone of the office').fill('ask Anna');
    await page.getByLabel('Address of the page').fill('made-up');
    await page.getByRole('radio', { name: 'Everybody' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('[data-field="office/telephone"] [role=alert]').waitFor();
    await page.getByLabel('Telephone of the office').fill('+977 1 5550100');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Open the page' }).waitFor();
    await page.goto(`${office.address}/accounts/areas`);
    await page.getByRole('combobox', { name: 'Area' }).selectOption({ label: 'Suspects and networks' });
    await page.getByRole('radio', { name: 'Not in use' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('cell', { name: 'Not in use' }).waitFor();
  });
});

test('a person is joined with another one found by name, and rows are taken apart again', async () => {
  await as('supervisor', '/people', async (page) => {
    const dialog = page.getByRole('dialog');
    await page.getByRole('searchbox').first().fill('maya');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.locator('main a[href^="/people/"]').first().click();
    await page.getByRole('button', { name: 'Join with another person' }).click();
    await dialog.getByRole('searchbox').fill('sita');
    await dialog.getByRole('radio').first().check();
    await dialog.getByRole('button', { name: 'They are one person' }).click();
    await shows(page, 'The two are now one person');
    await page.getByRole('button', { name: 'Take rows apart' }).click();
    await dialog.getByRole('checkbox').last().check();
    await dialog.getByRole('button', { name: 'Take rows apart' }).click();
    await shows(page, 'Those rows are now a separate person');
  });
});
