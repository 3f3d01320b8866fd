/// <reference lib="dom" />
// The frame: what each role is offered, in groups that fit the screen; the bar of a phone and its sheet; the palette.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { officeInBrowser } from './officeInBrowser.ts';
import { shows } from './shows.ts';
import { isSound } from './sound.ts';

const { as } = officeInBrowser();

test('each role reaches every page it is offered at 900 px without scrolling the menu, one group open at a time', async () => {
  for (const role of [
    'case-worker',
    'supervisor',
    'registrar',
    'administrator',
    'data-protection-officer',
    'monitoring-officer',
    'partner',
  ])
    await as(
      role,
      '/',
      async (page) => {
        const side = page.getByRole('complementary');
        const toggles = side.locator('button[aria-expanded]');
        for (let i = 0; i < (await toggles.count()); i++) {
          const toggle = toggles.nth(i);
          if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
          assert.equal(await side.locator('button[aria-expanded=true]').count(), 1, `${role}: one group is open`);
          const [whole, seen] = await side.evaluate((menu) => [menu.scrollHeight, menu.clientHeight]);
          assert.ok(whole! <= seen!, `${role}: ${await toggle.textContent()} needs ${whole} of ${seen} px`);
        }
        await isSound(page, `menu of ${role}`);
      },
      { width: 1440 },
    );
});

test('on a phone the bar has five places, and More opens the whole menu', async () => {
  for (const language of ['en', 'ur'] as const)
    await as(
      'supervisor',
      '/cases',
      async (page) => {
        const bar = page.locator('.phone-bar');
        assert.equal(await bar.locator('> a, > button').count(), 5);
        assert.equal(await bar.locator('[aria-current=page]').count(), 1);
        await bar.getByRole('button').last().click();
        const sheet = page.getByRole('dialog');
        await sheet.waitFor();
        await isSound(page, `More in ${language}`);
        await sheet.locator('a[href="/people"]').click();
        await page.waitForURL('**/people');
        await sheet.waitFor({ state: 'detached' });
      },
      { width: 390, language },
    );
});

test('the palette goes to a page, to an act and to a child, whose name stands in no address', async () => {
  await as('supervisor', '/', async (page) => {
    const dialog = page.getByRole('dialog');
    const field = dialog.getByRole('searchbox').or(dialog.getByRole('textbox'));
    await page.keyboard.press('Control+k');
    await field.fill('limits');
    await page.keyboard.press('ArrowDown');
    // Which item is meant is said to a screen reader a moment after the list has changed.
    await page.waitForFunction(() => document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? ''));
    await isSound(page, 'palette');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/cases/limits');
    await page.keyboard.press('Control+k');
    await field.fill('open a case');
    await dialog.getByRole('menuitem', { name: 'Open a case' }).click();
    await page.waitForURL('**/cases/open');
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await page.getByRole('button', { name: /^Find a child or page/ }).click();
    await field.fill('Maya');
    await shows(dialog, 'Your searches for names are logged.');
    await dialog.getByRole('menuitem').first().click();
    await page.waitForURL(/\/(cases|people)\/[0-9a-f-]{36}$/);
    assert.ok(addresses.some((address) => address.endsWith('/api/people/search')));
    assert.ok(!addresses.some((address) => /maya/i.test(address)));
  });
});
