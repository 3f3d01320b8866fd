/// <reference lib="dom" />
// Papers of a case and what leaves the office, in a real browser, on a telephone and on a desk.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { png } from '../platform/attachments/testing.ts';
import type { Device } from './browser.ts';
import { officeInBrowser } from './officeInBrowser.ts';
import { shows } from './shows.ts';
import { isSound, picture } from './sound.ts';

const { office, openWindow } = officeInBrowser();

async function as(role: string, path: string, device: Device, work: (page: Page) => Promise<void>): Promise<void> {
  const { context, page, complaints } = await openWindow(device);
  try {
    await office.signIn(page, role, path);
    await work(page);
    // The line that a test breaks is its own doing.
    assert.deepEqual(
      complaints.filter((one) => !/ERR_FAILED/.test(one)),
      [],
    );
  } finally {
    await context.close();
  }
}
test('on a telephone a photo is added over a line that breaks, seen, printed and removed', async () => {
  await as('supervisor', '/cases', { width: 390, checked: true }, async (page) => {
    await page.locator('main table a').first().click();
    await page.getByRole('link', { name: 'Papers' }).click();
    await shows(page, 'No papers yet');
    const current = await page.locator('.tabs__tab[aria-current=page]').boundingBox();
    assert.ok(current && current.x >= 0 && current.x + current.width <= 390, 'the page one is on is in sight');
    await page.getByRole('button', { name: 'Add a paper' }).click();
    const dialog = page.getByRole('dialog');
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Choose a file' }).click();
    const photo = png(1200, 1100, { noisy: true });
    await (await chooser).setFiles({ name: 'जन्म दर्ता.png', mimeType: 'image/png', buffer: photo });
    await dialog.getByLabel('Title').fill('जन्म दर्ता');
    await dialog.getByLabel('Kind of paper').selectOption('identity');
    await dialog.getByLabel('Who or what it is about').selectOption('child');
    await isSound(page, 'add-390');
    // The second stretch of the file never arrives.
    let stretches = 0;
    await page.route('**/content', (route) =>
      route.request().method() === 'POST' && ++stretches === 2 ? route.abort() : route.continue(),
    );
    await dialog.getByRole('button', { name: 'Add to the case' }).click();
    await dialog.getByRole('button', { name: 'Continue sending' }).click();
    await shows(page.locator('.papers'), 'जन्म दर्ता');
    assert.equal(stretches, 3, 'what had arrived was not sent again');
    await page.waitForFunction(() => (document.querySelector('img.paper-thumbnail') as HTMLImageElement | null)?.naturalWidth === 320);
    await isSound(page, 'papers-390');

    await page.getByRole('button', { name: 'Print', exact: true }).click();
    await isSound(page, 'print-390');
    const printed = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Make the file' }).click();
    assert.match((await printed).suggestedFilename(), /^case-[0-9a-f]{8}\.pdf$/);

    await page.getByRole('button', { name: 'Remove: जन्म दर्ता' }).click();
    await page.getByRole('dialog').getByLabel('Why').fill('Of another child.');
    await page.getByRole('button', { name: 'Remove and destroy its content' }).click();
    await page.getByText('1 removed').click();
    await shows(page, 'Of another child.');
    await picture(page, 'removed-390');
  });
});

test('a photo that the browser can open is sent as JPEG, whatever the phone calls it; one it cannot open is refused with what to set', async () => {
  await as('supervisor', '/cases', { width: 390, checked: true }, async (page) => {
    await page.locator('main table a').nth(1).click();
    await page.getByRole('link', { name: 'Papers' }).click();
    const dialog = page.getByRole('dialog');
    const send = async (buffer: Buffer) => {
      await page.getByRole('button', { name: 'Add a paper' }).click();
      const chooser = page.waitForEvent('filechooser');
      await dialog.getByRole('button', { name: 'Choose a file' }).click();
      await (await chooser).setFiles({ name: 'IMG_0001.HEIC', mimeType: 'image/heic', buffer });
      await shows(dialog, /IMG_0001/);
      await dialog.getByLabel('Kind of paper').selectOption('identity');
      await dialog.getByLabel('Who or what it is about').selectOption('child');
      await dialog.getByRole('button', { name: 'Add to the case' }).click();
    };
    await send(png(300, 200, { noisy: true }));
    await dialog.waitFor({ state: 'detached' });
    await page.waitForFunction(() => (document.querySelector('img.paper-thumbnail') as HTMLImageElement | null)?.naturalWidth === 300);
    await send(Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(400)]));
    await shows(dialog, /Most Compatible/);
    await isSound(page, 'heic-390');
  });
});

test('an export is asked for with a reason and leaves locked', async () => {
  await as('supervisor', '/papers/exports', { width: 1440, checked: true }, async (page) => {
    await shows(page, 'No exports yet');
    await page.getByRole('button', { name: 'Export cases' }).click();
    await page.getByRole('radio', { name: 'Our own office' }).check();
    await page.getByLabel('Purpose').fill('The court asks for them.');
    await isSound(page, 'ask-1440');
    await page.getByRole('button', { name: 'Make the file' }).click();
    await page.getByRole('button', { name: 'Download the file: The court asks for them.' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Passphrase', { exact: true }).fill('short');
    await dialog.getByRole('button', { name: 'Download the file' }).click();
    await dialog
      .getByRole('alert')
      .getByText(/at least 14 characters. Use/)
      .waitFor();
    await isSound(page, 'take-1440');
    await dialog.getByLabel('Passphrase', { exact: true }).fill('a blue lane leads home');
    const left = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download the file' }).click();
    assert.match((await left).suggestedFilename(), /^cases-[0-9a-f]{8}\.xlsx\.age$/);
    await shows(page, 'downloads: 1');
    await picture(page, 'exports-1440');
  });
});

test('the pages stand in Urdu, from right to left, on a telephone', async () => {
  await as('supervisor', '/cases', { width: 390, language: 'ur', checked: true }, async (page) => {
    await page.locator('main table a').first().click();
    await page.getByRole('link', { name: 'کاغذات' }).click();
    await page.getByText('ابھی کوئی کاغذ نہیں').or(page.getByText('1 ہٹائے گئے')).first().waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'nothing sticks out');
    await picture(page, 'papers-ur');
    await page.goto(`${office.address}/papers/exports`);
    await page.getByRole('heading', { name: 'کیسوں کی برآمد' }).waitFor();
    await picture(page, 'exports-ur');
  });
});
