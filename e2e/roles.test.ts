/// <reference lib="dom" />
// A role that is held for a time, and a change after which nobody could do something: their dialogs, on a phone and a desktop.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { officeAccounts } from '../demo/peopleStories.ts';
import { addDays } from '../platform/decider/index.ts';
import { cityToday, enterDay } from './days.ts';
import { officeInBrowser } from './officeInBrowser.ts';
import { shows } from './shows.ts';
import { isSound } from './sound.ts';

const { as } = officeInBrowser();

const { name: registrar } = officeAccounts('NP').find(({ role }) => role === 'registrar')!;

test('an administrator gives a role for a time, which its dialog refuses without a day; its holder is told, and it is ended early', async () => {
  await as(
    'administrator',
    '/accounts',
    async (page) => {
      const dialog = page.getByRole('dialog');
      await page.getByRole('link', { name: registrar }).click();
      const buttons = page.locator('.record__acts').getByRole('button');
      await page.getByRole('button', { name: 'Give a role for a time' }).waitFor();
      assert.equal(await buttons.first().textContent(), 'Give a role for a time', 'the primary act comes first');
      assert.equal(await page.getByRole('button', { name: 'End a role held for a time' }).count(), 0, 'there is none to end');
      await page.getByRole('button', { name: 'Give a role for a time' }).click();
      await shows(dialog, 'All sessions of this user end at once');
      const roles = await dialog.getByLabel('Role', { exact: true }).locator('option').allTextContents();
      assert.ok(roles.includes('Supervisor') && !roles.includes('Partner'), 'a partner belongs to an organisation for good');
      await dialog.getByLabel('Role', { exact: true }).selectOption({ label: 'Supervisor' });
      await isSound(page, 'role for a time');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await shows(dialog, 'Enter a first or a last day');
      const today = await cityToday(page);
      await enterDay(dialog, 'First day', addDays(today, 20));
      await enterDay(dialog, 'Last day', addDays(today, 10));
      await dialog.getByRole('button', { name: 'Save' }).click();
      await shows(dialog, 'The last day is before the first');
      await enterDay(dialog, 'First day', today);
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.waitFor({ state: 'detached' });
      await shows(page.locator('.record__marks'), 'Supervisor until');
      await page.getByRole('region', { name: 'History' }).getByText('Supervisor').first().waitFor();
      await isSound(page, 'user with a role for a time');
    },
    { width: 390 },
  );
  await as('registrar', '/', async (page) => {
    await shows(page.getByRole('region', { name: 'This week' }), 'You hold this role until this day');
    await isSound(page, 'today with a role for a time');
  });
  await as('administrator', '/accounts', async (page) => {
    const dialog = page.getByRole('dialog');
    await page.getByRole('row').filter({ hasText: 'Supervisor until' }).getByRole('link').click();
    await page.getByRole('button', { name: 'End a role held for a time' }).click();
    await dialog.getByRole('radio', { name: 'Supervisor until' }).check();
    await isSound(page, 'role for a time ended');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'End a role held for a time' }).waitFor({ state: 'detached' });
    assert.equal(await page.locator('.record__marks').getByText('Supervisor').count(), 0);
  });
  await as('registrar', '/', async (page) => {
    await page.locator('h1').waitFor();
    assert.equal(await page.getByText('You hold this role').count(), 0);
  });
});

test('a change after which nobody could do something warns, and is sent once that was confirmed', async () => {
  await as(
    'administrator',
    '/accounts/roles',
    async (page) => {
      const dialog = page.getByRole('dialog');
      const row = page.getByRole('row').filter({ hasText: 'Publish how the office is reached' });
      const confirm = dialog.getByRole('checkbox', { name: 'Yes, take it away' });
      await row.getByRole('button').click();
      await dialog.getByRole('radio', { name: 'Give to: Supervisor' }).check();
      assert.equal(await confirm.count(), 0, 'whoever gives takes nothing away');
      await dialog.getByRole('radio', { name: 'Take from: Administrator' }).check();
      await shows(dialog, 'Nobody in this city could do this any more: Publish how the office is reached.');
      await isSound(page, 'nobody could do this');
      await dialog.getByLabel('Reason').fill('The page is kept elsewhere.');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await shows(dialog, 'Confirm this, or choose another change.');
      await confirm.check({ force: true });
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.waitFor({ state: 'detached' });
      await shows(row, 'Nobody', { exact: true });
      await shows(page.getByRole('region', { name: 'History of changes' }), 'The page is kept elsewhere.');
      await isSound(page, 'roles with one that nobody holds');
    },
    { width: 390, theme: 'dark' },
  );
});
