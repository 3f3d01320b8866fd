/// <reference lib="dom" />
// Flags, mentions and what is new, on a phone and a desktop; a worker's cases handed over while he is away, and given back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCaseOf } from './act.ts';
import { cityToday, enterDay } from './days.ts';
import { officeInBrowser } from './officeInBrowser.ts';
import { shows } from './shows.ts';
import { isSound } from './sound.ts';

const { office, as } = officeInBrowser();
let file = '';

const words = 'A man waits at the school gate.';

test('a worker mentions a supervisor in a note; the supervisor finds it behind the bell, raises a flag, and has read what he opened', async () => {
  await as(
    'case-worker',
    '/cases/open',
    async (page) => {
      file = await openCaseOf(page, 'Maya Rai', 'Seen at the bus park with a stranger.');
      await page.getByRole('button', { name: 'Write a note' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.locator('textarea').fill('Please look at this one.');
      // With the keyboard alone.
      const colleague = dialog.getByRole('group', { name: 'Tell colleagues' }).getByRole('checkbox').first();
      await colleague.focus();
      await page.keyboard.press('Space');
      assert.ok(await colleague.isChecked());
      await isSound(page, 'phone-note');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await shows(page, 'Told: ');
    },
    { width: 390 },
  );
  await as(
    'supervisor',
    '/',
    async (page) => {
      await page
        .getByRole('link', { name: /^What is new: \d+ not read/ })
        .first()
        .click();
      await page.getByRole('heading', { name: 'What is new' }).waitFor();
      const told = page.getByRole('listitem').filter({ hasText: 'Maya Rai' }).filter({ hasText: 'you were mentioned' });
      await told.first().waitFor();
      await isSound(page, 'desk-news');
      await told.getByRole('link', { name: 'Maya Rai' }).first().click();
      await page.getByRole('button', { name: 'Raise a flag' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('What is it about?').selectOption('safety');
      await dialog.getByLabel('What should colleagues look at?').fill(words);
      await isSound(page, 'desk-raise');
      await dialog.getByRole('button', { name: 'Raise the flag' }).click();
      await shows(page, 'One flag is open');
      await isSound(page, 'desk-flagged');
      await page.goto(`${office.address}/office/news`);
      await page.getByRole('heading', { name: 'What is new' }).waitFor();
      await page.locator('.skeleton').first().waitFor({ state: 'detached' });
      assert.equal(await page.getByRole('listitem').filter({ hasText: 'Maya Rai' }).count(), 0, 'opened, it is read');
    },
    { width: 1440 },
  );
});

test('on a phone the flag stands on the worker’s first page, in the list and at the head of the case, and keeps it open until it is settled', async () => {
  await as(
    'case-worker',
    '/',
    async (page) => {
      await shows(page.getByRole('region', { name: 'Today' }), words);
      await isSound(page, 'phone-today');
      await page.goto(`${office.address}/cases?flagged=true`);
      await page.getByRole('link', { name: 'Maya Rai' }).waitFor();
      await isSound(page, 'phone-list');
      await page.getByRole('link', { name: 'Maya Rai' }).click();
      await page.getByRole('button', { name: 'Close the case' }).click();
      await page.getByRole('dialog').getByLabel('Reason for closing').selectOption('moved');
      await shows(page.getByRole('dialog'), 'A flag about the child');
      await page.keyboard.press('Escape');
      await isSound(page, 'phone-flagged');
      await page.getByRole('button', { name: /^Resolve/ }).click();
      await page.getByRole('dialog').getByLabel('Answer').fill('He was her uncle; we spoke with him.');
      await page.getByRole('dialog').getByRole('button', { name: 'Resolve the flag' }).click();
      await page.getByText('One flag is open').waitFor({ state: 'detached' });
      await page.goto(`${office.address}/office/news?which=all`);
      await shows(page, 'a flag was raised');
      await isSound(page, 'phone-news');
    },
    { width: 390 },
  );
  await as('supervisor', '/office/news', async (page) => {
    await shows(page.getByRole('listitem').filter({ hasText: 'Maya Rai' }).first(), 'flag');
    await page.goto(`${office.address}/`);
    await page.locator('.queue').waitFor();
    await isSound(page, 'desk-today');
  });
});

test('a supervisor hands the cases of who is away to two others in one act, sees who has them, and gives them back', async () => {
  await as(
    'supervisor',
    '/office/team',
    async (page) => {
      await page.getByRole('table').first().getByRole('link').first().click();
      await page.getByRole('link', { name: 'Is away: hand the cases over' }).click();
      await enterDay(page, 'Last day away', await cityToday(page));
      const others = page.getByRole('group', { name: 'Who has the cases meanwhile' }).getByRole('checkbox');
      await others.nth(0).check();
      await others.nth(1).check();
      await page.goBack();
      await page.getByRole('link', { name: 'Is away: hand the cases over' }).click();
      await shows(page, 'did not send is here again');
      assert.ok(await others.nth(1).isChecked(), 'what was planned and not sent is there again');
      await shows(page, /^\d+ cases? moves?$/);
      await isSound(page, 'desk-leave-plan');
      await page.getByRole('button', { name: 'Hand the cases over' }).click();
      await page.getByRole('heading', { name: "This worker's tasks" }).waitFor();
      const back = page.getByRole('button', { name: /^Give back \d+ cases?$/ });
      await back.waitFor();
      await isSound(page, 'desk-leave');
      const leave = page.url();
      await page.goto(`${office.address}/office/team`);
      await page.getByRole('region', { name: 'Who is away' }).waitFor();
      await isSound(page, 'desk-team');
      await page.goto(leave);
      await back.click();
      await shows(page, 'This leave is over; the cases were given back.');
    },
    { width: 1440 },
  );
});

test('dark and from right to left, on a phone', async () => {
  for (const [path, name] of [
    [file, 'phone-case-urdu'],
    ['/office/news?which=all', 'phone-news-urdu'],
  ] as const)
    await as('case-worker', path, (page) => isSound(page, name), { width: 390, theme: 'dark', language: 'ur' });
});
