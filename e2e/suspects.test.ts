/// <reference lib="dom" />
// Who is suspected, and which children that leads to: from the worker's first note on a phone to the supervisor's picture on a desktop.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openCaseOf } from './act.ts';
import { holds } from './holds.ts';
import { officeInBrowser } from './officeInBrowser.ts';
import { shows } from './shows.ts';
import { isSound } from './sound.ts';

const { office, as } = officeInBrowser();

const phone = { width: 390 } as const;
const desk = { width: 1440 } as const;

/** Opens a case and gives the address of its page. */
async function openCase(page: Page, name: string): Promise<string> {
  await page.goto(`${office.address}/cases/open`);
  return await openCaseOf(page, name, 'Somebody promised work abroad.');
}
const files: string[] = [];
/** A page of a case that the area of suspects has. */
const pageOf = (file: string, page: 'links' | 'note') => `${file.replace('/cases/', '/suspects/case/')}/${page}`;

test('on a phone a worker notes a suspect; at the second child the same number is met before a second record is made', async () => {
  await as(
    'case-worker',
    '/cases',
    async (page) => {
      for (const name of ['Maya Laliguras', 'Sita Sayapatri']) files.push(await openCase(page, name));
      await page.goto(`${office.address}${pageOf(files[0]!, 'links')}`);
      await shows(page, 'Nothing is linked yet');
      await isSound(page, 'links-empty-phone');
      await page.getByRole('link', { name: 'Record a suspect' }).click();
      await page.getByRole('button', { name: 'Record a suspect' }).waitFor();
      await page.getByLabel('Names', { exact: true }).fill('Gopal Shrestha\nगोपाल श्रेष्ठ');
      await page.getByLabel('Telephone numbers').fill('9800000055');
      await page.getByRole('checkbox', { name: 'Recruiting' }).check();
      await page.getByLabel('What is known').fill('Waits at the bus park with a red motorcycle.');
      await isSound(page, 'suspect-note-phone');
      await page.getByRole('button', { name: 'Record a suspect' }).click();
      await shows(page.locator('.tie--suspect'), 'Gopal Shrestha');
      assert.ok(!page.url().includes('Gopal'), 'no name stands in an address');

      await page.goto(`${office.address}${pageOf(files[1]!, 'note')}`);
      await page.getByRole('checkbox', { name: 'Moving' }).check();
      await page.getByLabel('What is known').fill('He took her to the bus.');
      await page.getByLabel('Telephone numbers').fill('+977 980 000 0055');
      // Sent before anybody can have looked: he is shown all the same, and no second record is made.
      await page.getByRole('button', { name: 'Record a suspect' }).click();
      await shows(page, 'the same number or account');
      await page.getByRole('button', { name: 'Somebody else: record' }).waitFor();
      const connect = page.getByRole('button', { name: /^It is this person: connect/ });
      await page.getByRole('checkbox', { name: 'Moving' }).uncheck();
      assert.ok(await connect.isDisabled());
      await page.getByRole('checkbox', { name: 'Moving' }).check();
      await isSound(page, 'suspect-alike-phone');
      await connect.click();
      await shows(page.locator('.tie--case'), 'Maya Laliguras');
      await isSound(page, 'links-phone');
    },
    phone,
  );
});

test('every box of the picture is reached by the keyboard and leads on; the same stands in words below', async () => {
  await as(
    'case-worker',
    pageOf(files[1]!, 'links'),
    async (page) => {
      await page.locator('.tie--suspect a').focus();
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement?.textContent?.includes('Maya Laliguras')), true);
      await shows(page, 'Also suspected in these cases');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${files[0]}/services#links`);
      await page.locator('.tie--suspect a').focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Connected cases' }).waitFor();
      assert.equal(await page.getByRole('button', { name: 'Clear of suspicion' }).count(), 0);
      await isSound(page, 'suspect-phone');
    },
    phone,
  );
});

test('two cases are linked and shown at either, and the link is taken away with a reason', async () => {
  await as('case-worker', pageOf(files[0]!, 'links'), async (page) => {
    await page.getByRole('button', { name: 'Link a case' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox').fill('Sayapatri');
    await dialog.getByRole('radio', { name: /Sita Sayapatri/ }).check();
    await dialog.getByLabel('Kind of link').selectOption('same-incident');
    await dialog.getByLabel('What is known about it').fill('The same bus.');
    await isSound(page, 'link-form');
    await dialog.getByRole('button', { name: 'Link', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.goto(`${office.address}${pageOf(files[1]!, 'links')}`);
    await shows(page, 'The same bus.');
    await page.getByRole('button', { name: /^Remove the link/ }).click();
    await dialog.getByLabel('Why').fill('Another bus.');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await shows(page, 'No case is linked');
  });
});

test('on a desktop a supervisor sees networks first, takes up a suspected carer, clears and suspects again', async () => {
  await as(
    'supervisor',
    '/suspects',
    async (page) => {
      await shows(page, 'in 3 cases');
      const first = page.locator('tbody tr').first();
      assert.match((await first.textContent()) ?? '', /in \d cases/);
      await isSound(page, 'suspects-desk');
      await page.getByLabel('Name, number or account').fill('bikram');
      await page.getByRole('button', { name: 'Search' }).click();
      await shows(page, 'One suspect.');
      await page.getByRole('link', { name: /Bikram/ }).click();
      await page.getByRole('heading', { name: 'Connected cases' }).waitFor();
      await isSound(page, 'suspect-desk');
      // The case in which a carer is suspected is one of his.
      for (const href of await page
        .locator('main li a[href^="/cases/"]')
        .evaluateAll((links) => links.map((one) => one.getAttribute('href')))) {
        await page.goto(`${office.address}${pageOf(href!, 'links')}`);
        await page.locator('.tie--suspect').first().waitFor();
        if ((await page.getByRole('link', { name: /^Record as a suspect/ }).count()) > 0) break;
      }
      await isSound(page, 'links-desk');
      await page.setViewportSize({ width: 390, height: 844 });
      await isSound(page, 'links-many-phone');
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.getByRole('link', { name: /^Record as a suspect/ }).click();
      await page.getByRole('checkbox', { name: 'Recruiting' }).check();
      await holds(page.getByLabel('Names', { exact: true }), 'Dil Bahadur');
      await page.getByLabel('What is known').fill('Took money from the man of the bus park.');
      await page.getByRole('button', { name: /Record a suspect|somebody else/ }).click();
      await page.locator('.tie--suspect a[href^="/suspects/"]').filter({ hasText: 'Dil Bahadur' }).click();
      await page.getByRole('button', { name: 'Clear of suspicion' }).click();
      await page.getByRole('dialog').getByLabel('Why').fill('It was his wages.');
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await shows(page, 'Only supervisors see this record.');
      await page.goto(`${office.address}/suspects?standing=cleared`);
      await page.getByRole('link', { name: 'Dil Bahadur' }).click();
      await page.getByRole('button', { name: 'Suspected again' }).click();
      await page.getByRole('dialog').getByLabel('Why').fill('A second witness.');
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await page.getByRole('button', { name: 'Clear of suspicion' }).waitFor();
    },
    desk,
  );
});

test('what is wrong stays and says so; two records of one man are joined, and taken apart again', async () => {
  await as(
    'supervisor',
    '/suspects',
    async (page) => {
      const dialog = page.getByRole('dialog');
      await page.getByRole('link', { name: /Mohan/ }).click();
      await page.getByRole('button', { name: 'Say who it is in the registers' }).click();
      await dialog.getByRole('searchbox').fill('ram');
      await dialog.getByRole('radio').first().check();
      await dialog.getByRole('button', { name: 'This is the person' }).click();
      await page.getByRole('link', { name: 'All that registers say' }).waitFor();
      await page.getByRole('button', { name: 'Add what you learned' }).click();
      await dialog.getByLabel('What is known').fill('Sells phones too.');
      await dialog.getByRole('checkbox', { name: /Driver Dai/ }).check();
      await dialog.getByRole('button', { name: 'Save' }).click();
      await shows(page, 'turned out to be wrong');
      await shows(page, 'Sells phones too.');

      await page.goto(`${office.address}${pageOf(files[0]!, 'note')}`);
      await page.getByLabel('Names', { exact: true }).fill('M. Lama');
      await page.getByLabel('Telephone numbers').fill('9800000088');
      await page.getByRole('checkbox', { name: 'Moving' }).check();
      await page.getByLabel('What is known').fill('Seen at the same garage.');
      await page.getByRole('button', { name: 'Somebody else: record' }).click();
      await page.locator('.tie--suspect').getByText('M. Lama').click();
      await page.getByRole('button', { name: /^The same person: join/ }).click();
      await dialog.getByLabel('Why').fill('One number.');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('link', { name: 'Go to that record' }).click();
      await shows(page, 'Seen at the same garage.');
      await isSound(page, 'suspect-joined-desk');
      await page.getByRole('link', { name: 'Former record 1' }).click();
      await page.getByRole('button', { name: 'Not the same: take apart' }).click();
      await dialog.getByLabel('Why').fill('It was his brother.');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('button', { name: 'Clear of suspicion' }).waitFor();
    },
    desk,
  );
});

test('of a case that is not his a worker sees that there is one and whom to call, and not whose it is', async () => {
  await as(
    'supervisor',
    files[0]!,
    async (page) => {
      await page.getByRole('button', { name: 'Give to another worker' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Worker').selectOption({ label: 'Pema Tamang' });
      await dialog.getByRole('button', { name: 'Give' }).click();
      await dialog.waitFor({ state: 'detached' });
    },
    desk,
  );
  await as(
    'case-worker',
    pageOf(files[1]!, 'links'),
    async (page) => {
      await shows(page.locator('.tie--case'), 'A case of a colleague');
      await page.getByText('Call: Pema Tamang').last().waitFor();
      assert.ok(!(await page.content()).includes('Laliguras'));
      await isSound(page, 'links-colleague-phone');
    },
    { ...phone, theme: 'dark' },
  );
});

test('dark and from right to left, the picture is the mirror image and stays whole', async () => {
  await as(
    'supervisor',
    pageOf(files[1]!, 'links'),
    async (page) => {
      await page.locator('.tie--case').first().waitFor();
      const [suspect, trunk] = [await page.locator('.tie--suspect').first().boundingBox(), await page.locator('.ties').boundingBox()];
      assert.ok(suspect!.x > trunk!.x + trunk!.width / 2, 'what comes first stands on the right');
      await isSound(page, 'links-urdu-dark');
      await page.goto(`${office.address}/suspects`);
      await page.locator('tbody tr').first().waitFor();
      await isSound(page, 'suspects-urdu-dark');
    },
    { ...phone, theme: 'dark', language: 'ur' },
  );
});
