import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { workbookOf } from '../areas/registers/server/file/testing.ts';
import { officeInBrowser } from './officeInBrowser.ts';
import { shows } from './shows.ts';

const { office, openWindow } = officeInBrowser();

/** Works as the registrar; every address that was asked for is in `asked`. */
async function asRegistrar(path: string, work: (page: Page, asked: readonly string[]) => Promise<void>): Promise<void> {
  const { context, page, complaints } = await openWindow();
  try {
    await office.signIn(page, 'registrar', '/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(decodeURIComponent(request.url())));
    await page.goto(`${office.address}${path}`);
    await work(page, asked);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

const send = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

test('of a workbook with several sheets one is chosen, and its name, which may be a child’s, stands in no address', async () => {
  const roll = (...names: string[]) => [['id', 'name', 'sex', 'ward'], ...names.map((name, i) => [`W${i}`, name, 'f', '3'])];
  const book = workbookOf([
    { name: 'Class 1', rows: roll('Asha Lama', 'Nima Rai') },
    { name: 'Sita Canarysheet', rows: roll('Sita Rai') },
    { name: 'Old', state: 'hidden', rows: roll('Pema Sherpa') },
  ]);
  await asRegistrar('/registers/import', async (page, asked) => {
    await send(page, 'roll.xlsx', book);
    const sheet = page.getByLabel('Sheet', { exact: true });
    const examples = page.locator('.meanings');
    await shows(examples, 'Asha Lama');
    assert.deepEqual(await sheet.locator('option').allTextContents(), ['Class 1', 'Sita Canarysheet', 'Old (hidden)']);
    await sheet.selectOption('Sita Canarysheet');
    await shows(examples, 'Sita Rai');
    assert.equal(await page.getByText('Asha Lama').count(), 0);
    assert.equal(await sheet.inputValue(), 'Sita Canarysheet');
    await page.getByRole('button', { name: 'Check what would happen' }).click();
    await page.getByRole('button', { name: /^Import 1 row/ }).click();
    await page.getByRole('heading', { name: 'The import is done' }).waitFor();
    assert.ok(asked.length > 5);
    assert.deepEqual(
      asked.filter((address) => address.includes('Canarysheet')),
      [],
    );
  });
});

test('letters read wrongly are read by the encoding that the registrar chooses', async () => {
  const chinese = Buffer.concat([Buffer.from('id,name,sex\nE1,'), Buffer.from('c0eec0eec0eecbd5', 'hex'), Buffer.from(',f\n')]);
  await asRegistrar('/registers/import', async (page) => {
    await send(page, 'list.csv', chinese);
    const encoding = page.getByLabel('Text encoding of the file');
    await encoding.waitFor();
    await encoding.selectOption('gb18030');
    await shows(page, '李李李苏');
    await page.getByRole('button', { name: 'Check what would happen' }).click();
    await page.getByRole('button', { name: /^Import 1 row/ }).click();
    await page.getByRole('heading', { name: 'The import is done' }).waitFor();
  });
});

test('a way to read files is saved, renamed and removed on screen', async () => {
  await asRegistrar('/registers/import', async (page) => {
    await send(page, 'list.csv', Buffer.from('number,called,sex\nP1,Maya Rai,f\nP2,Asha Lama,f\nP3,Nima Lama,f\n'));
    await page.getByLabel('“called” means').selectOption('full_name');
    await page.getByRole('button', { name: 'Check what would happen' }).click();
    await page.getByLabel('The next file with these columns is read the same way.').check({ force: true });
    await page.getByLabel('Name for these settings').fill('Hill school');
    await page.getByRole('button', { name: /^Import \d rows/ }).click();
    await page.getByRole('heading', { name: 'The import is done' }).waitFor();
    await page.goto(`${office.address}/registers`);
    await page.getByRole('link', { name: 'Look at them' }).click();
    await page.getByRole('cell', { name: 'Hill school', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('School on the hill');
    await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('cell', { name: 'School on the hill', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await shows(page, 'Nothing is saved yet');
  });
});

const widths = [1440, 390];

test('a word that cannot be read is said once for all its rows, in the check or later, at a desk and on a phone', async () => {
  const girls = ['Asha', 'Bina', 'Chameli', 'Devi'].map((name, i) => `U${i},${name} Rai,छात्रा,2014-05-0${i + 1},`);
  const file = [
    'student id,name,sex,birth date,enrolment status',
    ...girls,
    'U8,Bim Rai,M,2014-06-01,on leave',
    'U9,Sita Rai,F,31/02/2014,',
  ].join('\n');
  for (const width of widths)
    await asRegistrar('/registers/import', async (page) => {
      await page.setViewportSize({ width, height: 900 });
      // Settings saved with the first file know its words: the second has another heading.
      const own = file.replaceAll(/^U/gm, `U${width}`).replace(',sex,', width === widths[0] ? ',sex,' : ',gender,');
      await send(page, 'roll.csv', Buffer.from(own));
      await page.getByLabel('Which register is this?').selectOption('school');
      await page.getByRole('button', { name: 'Check what would happen' }).click();
      await shows(page, 'Sex · 4 rows');
      await shows(page, 'Birth date · 1 row · set aside until it is read');
      await page.getByLabel('“छात्रा” means').selectOption('Female');
      await page.getByRole('button', { name: 'Check again with these words' }).click();
      await page.getByRole('button', { name: /^Import 5 rows/ }).click();
      await page.getByRole('heading', { name: 'The import is done' }).waitFor();
      await page.getByRole('link', { name: 'What could not be read' }).click();
      const word = page.getByLabel('“on leave” means');
      await word.waitFor();
      assert.equal(await page.getByText('छात्रा').count(), 0);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${width} px`);
      await word.selectOption('Attends irregularly');
      await page.getByRole('button', { name: 'Save for 1 row' }).click();
      await shows(page, 'Saved for 1 row');
    });
});

test('a long dry run shows how far it is, and is stopped', async () => {
  const rows = 150_000;
  const file = Buffer.from(`id,name,sex,address\n${Array.from({ length: rows }, (_, i) => `L${i},Name of ${i},f,House ${i}\n`).join('')}`);
  await asRegistrar('/registers/import', async (page) => {
    await send(page, 'long.csv', file);
    await page.getByRole('button', { name: 'Check what would happen' }).click();
    await shows(page, 'Trying rows');
    await page.getByRole('button', { name: 'Stop and go back' }).click();
    await page.getByRole('button', { name: 'Check what would happen' }).click();
    await shows(page, 'Trying rows');
    await page.getByRole('button', { name: /^Import 150,000 rows/ }).waitFor();
  });
});

test('the wrong file is undone from the page of its import, with a reason, and Today asks for the right one', async () => {
  await asRegistrar('/registers/import', async (page) => {
    await send(page, 'wrong.csv', Buffer.from('id,name,sex,vaccine bcg\nU1,Kiran Magar,f,\nU2,Laxmi Magar,f,\n'));
    await page.getByLabel('Which register is this?').selectOption('clinic');
    await page.getByRole('button', { name: 'Check what would happen' }).click();
    await page.getByRole('button', { name: /^Import 2 rows/ }).click();
    await page.getByRole('heading', { name: 'The import is done' }).waitFor();
    await page.getByRole('link', { name: 'Look at this import' }).click();
    await page.getByRole('button', { name: 'Undo import' }).click();
    const dialog = page.getByRole('dialog');
    await shows(dialog, 'New rows: they are removed');
    await dialog.getByLabel('Why').fill('This was last year’s list.');
    await dialog.getByRole('button', { name: 'Undo import' }).click();
    await shows(page, 'This import was undone');
    await shows(page, 'This was last year’s list.');
    await page.goto(`${office.address}/`);
    await shows(page, 'The import was undone: import the right file');
  });
});
