/// <reference lib="dom" />
// The list of cases as one wants it: views, columns, filters, choosing with the keyboard, a file of what was chosen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { officeInBrowser } from './officeInBrowser.ts';
import { shows } from './shows.ts';
import { isSound } from './sound.ts';

const { office, as } = officeInBrowser();

const headings = (page: Page) => page.locator('main thead th').allTextContents();
/** Does what changes the list and waits for its answer: until then the rows before stay on the page. */
const answered = async (page: Page, act: () => Promise<unknown>) => {
  const [response] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/api/cases/list') && response.request().method() === 'POST'),
    act(),
  ]);
  await response.finished();
};
const total = async (page: Page) => Number(/\d+/.exec((await page.locator('.page__lead, main header p').first().textContent()) ?? '')?.[0]);

test('on a desktop columns are chosen and put in order, kept with the filters as a view, and the list opens with it', async () => {
  await as(
    'supervisor',
    '/cases',
    async (page) => {
      await page.locator('main table').waitFor();
      assert.deepEqual((await headings(page)).slice(1), ['Child', 'Level of risk', 'Due', 'Worker', 'Ward', 'Age']);
      await page.getByRole('button', { name: 'Columns', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Ward', { exact: true }).uncheck();
      await dialog.getByLabel('Child last seen').check();
      for (let i = 0; i < 3; i++) await dialog.getByRole('button', { name: 'Earlier: Child last seen' }).click();
      await isSound(page, 'columns-1440');
      await dialog.getByRole('button', { name: 'Show these' }).click();
      await page.getByRole('columnheader', { name: 'Child last seen' }).waitFor();
      assert.deepEqual((await headings(page)).slice(1), ['Child', 'Level of risk', 'Child last seen', 'Due', 'Worker', 'Age']);
      await answered(page, () => page.getByLabel('Level of risk').selectOption('high'));
      await page.getByText('More filters').click();
      await answered(page, () => page.getByLabel('Age to').selectOption('17'));
      await page.waitForURL(/ageTo=17/);
      await page
        .locator('main tbody td[data-label="Level of risk"]')
        .filter({ hasNotText: 'High risk' })
        .first()
        .waitFor({ state: 'detached' });
      const shown = await total(page);
      const cells = (title: string) => page.locator(`main tbody td[data-label="${title}"]`).allTextContents();
      assert.deepEqual([...new Set(await cells('Level of risk'))], ['High risk']);
      // Where an age is one of several, the least of them counts.
      const ages = (await cells('Age')).map((text) => Number(/\d+/.exec(text)?.[0]));
      assert.ok(ages.length > 0 && ages.every((age) => age <= 17), ages.join());
      await isSound(page, 'list-1440');

      await page.getByRole('button', { name: 'Keep this view' }).click();
      await dialog.getByLabel('Name of the view').fill('Canaryview high');
      await isSound(page, 'keep-view-1440');
      await dialog.getByRole('button', { name: 'Keep', exact: true }).click();
      await page.waitForURL(/\/cases\?view=/);
      assert.ok(!page.url().includes('Canary') && !page.url().includes('risk'), 'the address holds an id');
      await page.getByRole('button', { name: 'This view', exact: true }).click();
      await isSound(page, 'manage-view-1440');
      await dialog.getByRole('button', { name: 'Open the list with this view' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.goto(`${office.address}/cases`);
      await page.getByRole('columnheader', { name: 'Child last seen' }).waitFor();
      assert.equal(await page.getByLabel('View', { exact: true }).locator('option:checked').textContent(), 'Canaryview high');
      assert.equal(await total(page), shown);

      // Changed, it is overwritten or left; without it everything is there.
      await page.getByLabel('Level of risk').selectOption('');
      await page.getByRole('button', { name: 'Overwrite the view' }).click();
      await page.waitForURL(/\/cases\?view=/);
      await page.getByLabel('View', { exact: true }).selectOption('');
      await page.waitForURL(/view=none/);
      await page.getByRole('columnheader', { name: 'Ward' }).waitFor();

      await page.goto(`${office.address}/cases`);
      await page.getByRole('button', { name: 'This view', exact: true }).click();
      await dialog.getByRole('button', { name: 'Share with the office' }).click();
      await dialog.waitFor({ state: 'detached' });
    },
    { width: 1440 },
  );
});

test('on a phone a worker uses what was shared; a card keeps four things beside the name', async () => {
  await as(
    'case-worker',
    '/cases',
    async (page) => {
      await page.locator('main table').waitFor();
      const first = await page.locator('main tbody tr a').first().boundingBox();
      assert.ok(first && first.y <= 320, `the first case stands at ${first?.y} px`);
      await page.getByText('Search and filters').click();
      const view = page.getByLabel('View', { exact: true });
      const option = view.locator('option', { hasText: 'Canaryview high' });
      await view.selectOption(await option.getAttribute('value'));
      await page.waitForURL(/\/cases\?view=/);
      await page.locator('main tbody tr').first().waitFor();
      const labels = await page
        .locator('main tbody tr')
        .first()
        .locator('td:not(.table__main):not(.table__choice)')
        .evaluateAll((cells) => cells.filter((cell) => getComputedStyle(cell).display !== 'none').length);
      assert.ok(labels <= 4, `${labels} things on a card`);
      await isSound(page, 'list-390');
      await page.getByRole('button', { name: 'Columns', exact: true }).click();
      await isSound(page, 'columns-390');
    },
    { width: 390 },
  );
});

test('a view that is shared no longer says so, and the list is there all the same', async () => {
  await as('case-worker', '/cases', async (page) => {
    const view = page.getByLabel('View', { exact: true });
    await view.selectOption(await view.locator('option', { hasText: 'Canaryview high' }).getAttribute('value'));
    await page.getByRole('button', { name: 'This view', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Open the list with this view' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await as('supervisor', '/cases', async (other) => {
      await other.getByRole('button', { name: 'This view', exact: true }).click();
      await other.getByRole('dialog').getByRole('button', { name: 'Stop sharing' }).click();
      await other.getByRole('dialog').waitFor({ state: 'detached' });
    });
    await page.goto(`${office.address}/cases`);
    await shows(page, 'This view no longer exists');
    await page.locator('main tbody tr').first().waitFor();
  });
});

test('cases are chosen with the keyboard alone, said to who does not see, and go into a file for whom it is', async () => {
  await as(
    'supervisor',
    '/cases?view=none',
    async (page) => {
      await page.locator('main tbody tr').nth(3).waitFor();
      const boxes = page.locator('main tbody .pick input');
      const said = page.locator('[role=status]', { hasText: 'selected' });
      await boxes.first().focus();
      await page.keyboard.press('Space');
      await said.getByText('1 case selected').waitFor({ state: 'attached' });
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
      await said.getByText('3 cases selected').waitFor({ state: 'attached' });
      await page.keyboard.press('Shift+ArrowUp');
      await said.getByText('2 cases selected').waitFor({ state: 'attached' });
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Space');
      await said.getByText('3 cases selected').waitFor({ state: 'attached' });
      assert.deepEqual(await boxes.evaluateAll((all) => all.slice(0, 4).map((box) => (box as HTMLInputElement).checked)), [
        true,
        true,
        false,
        true,
      ]);
      await isSound(page, 'picked-1440');
      await page.getByRole('button', { name: 'Select none' }).click();
      const all = await total(page);
      await page.getByRole('button', { name: /^Select (all|the first)/ }).click();
      await said.getByText(`${Math.min(all, 100)} cases selected`).waitFor({ state: 'attached' });
      await page.getByRole('button', { name: 'Export cases' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radio', { name: 'Somebody outside' }).check();
      await dialog.getByLabel('Who receives it').selectOption('police');
      await dialog.getByLabel('Purpose').fill('A list for the police.');
      await isSound(page, 'ask-export-1440');
      await dialog.getByRole('button', { name: 'Make the file' }).click();
      await page.waitForURL('**/papers/exports');
      assert.ok(!page.url().includes('?'), 'what was chosen is not in the address');
      await page.getByRole('button', { name: /not in it/ }).click();
      await shows(dialog, 'Police');
      assert.ok((await dialog.locator('li').count()) > 0);
      await isSound(page, 'left-out-1440');
    },
    { width: 1440 },
  );
});
