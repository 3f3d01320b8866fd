/// <reference lib="dom" />
// Papers of a case and what leaves the office, in a real browser, on a telephone and on a desk.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { png } from '../platform/attachments/testing.ts';
import { type Device, openBrowser, openWindow } from './browser.ts';
import { DemoOffice } from './demoOffice.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const office = new DemoOffice(400);
let browser: Browser;
before(async () => {
  browser = await openBrowser();
  await office.open();
});
after(async () => {
  await browser?.close();
  await office.close();
});

/** With `OLLE_PICTURES` set to a folder, what the page looks like is kept there. */
const picture = async (page: Page, name: string) => {
  const folder = process.env['OLLE_PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};
async function as(role: string, path: string, device: Device, work: (page: Page) => Promise<void>): Promise<void> {
  const { context, page, complaints } = await openWindow(browser, device);
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
async function accessible(page: Page): Promise<void> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: { run(what: object): Promise<{ violations: { id: string }[] }> } }).axe.run({
      exclude: ['[data-live-announcer]'],
    });
    return violations.map(({ id }) => id);
  });
  assert.deepEqual(found, []);
}

test('on a telephone a photo is added over a line that breaks, seen, printed and removed', async () => {
  await as('supervisor', '/cases', { width: 390, checked: true }, async (page) => {
    await page.locator('main table a').first().click();
    await page.getByRole('link', { name: 'Papers' }).click();
    await page.getByText('No papers yet').waitFor();
    const current = await page.locator('.case-pages__link[aria-current=page]').boundingBox();
    assert.ok(current && current.x >= 0 && current.x + current.width <= 390, 'the page one is on is in sight');
    await page.getByRole('button', { name: 'Add a paper' }).click();
    const dialog = page.getByRole('dialog');
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Choose a file' }).click();
    const photo = png(1200, 1100, { noisy: true });
    await (await chooser).setFiles({ name: 'जन्म दर्ता.png', mimeType: 'image/png', buffer: photo });
    await dialog.getByLabel('What you call it').fill('जन्म दर्ता');
    await picture(page, 'add-390');
    await accessible(page);
    // The second stretch of the file never arrives.
    let stretches = 0;
    await page.route('**/content', (route) =>
      route.request().method() === 'POST' && ++stretches === 2 ? route.abort() : route.continue(),
    );
    await dialog.getByRole('button', { name: 'Add to the case' }).click();
    await dialog.getByRole('button', { name: 'Go on sending' }).click();
    await page.locator('.papers').getByText('जन्म दर्ता').waitFor();
    assert.equal(stretches, 3, 'what had arrived was not sent again');
    await page.waitForFunction(() => (document.querySelector('img.paper-thumbnail') as HTMLImageElement | null)?.naturalWidth === 320);
    await picture(page, 'papers-390');
    await accessible(page);

    await page.getByRole('button', { name: 'Print', exact: true }).click();
    await picture(page, 'print-390');
    await accessible(page);
    const printed = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Make the PDF' }).click();
    assert.match((await printed).suggestedFilename(), /^case-[0-9a-f]{8}\.pdf$/);

    await page.getByRole('button', { name: 'Remove: जन्म दर्ता' }).click();
    await page.getByRole('dialog').getByLabel('Why').fill('Of another child.');
    await page.getByRole('button', { name: 'Remove and destroy its content' }).click();
    await page.getByText('1 removed').click();
    await page.getByText('Of another child.').waitFor();
    await picture(page, 'removed-390');
  });
});

test('an export is asked for with a reason and leaves locked', async () => {
  await as('supervisor', '/cases/exports', { width: 1440, checked: true }, async (page) => {
    await page.getByText('No export was asked for').waitFor();
    await page.getByRole('button', { name: 'Export cases' }).click();
    await page.getByLabel('What it is for').fill('The court asks for them.');
    await picture(page, 'ask-1440');
    await accessible(page);
    await page.getByRole('button', { name: 'Make the file' }).click();
    await page.getByRole('button', { name: 'Take the file: The court asks for them.' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Passphrase', { exact: true }).fill('short');
    await dialog.getByRole('button', { name: 'Take the file' }).click();
    await dialog
      .getByRole('alert')
      .getByText(/at least 14 letters. Four/)
      .waitFor();
    await picture(page, 'take-1440');
    await accessible(page);
    await dialog.getByLabel('Passphrase', { exact: true }).fill('a blue lane leads home');
    const left = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Take the file' }).click();
    assert.match((await left).suggestedFilename(), /^cases-[0-9a-f]{8}\.xlsx\.age$/);
    await page.getByText('taken out: 1').waitFor();
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
    await page.goto(`${office.address}/cases/exports`);
    await page.getByRole('heading', { name: 'کیسوں کی برآمد' }).waitFor();
    await picture(page, 'exports-ur');
  });
});
