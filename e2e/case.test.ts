/// <reference lib="dom" />
// A case from page to page in a real browser: the worker's way on a phone, the supervisor's on a desktop.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openCaseOf } from './act.ts';
import { cityToday, enterDay } from './days.ts';
import { officeInBrowser } from './officeInBrowser.ts';
import { say, sayNobodyIsInDanger } from './questionnaire.ts';
import { shows } from './shows.ts';
import { isSound } from './sound.ts';

const { office, as } = officeInBrowser();
let file = '';

/** What stands on the first screen of the window, without scrolling. */
const inSight = async (page: Page, text: string | RegExp) => {
  const box = await page.getByText(text).first().boundingBox();
  return box !== null && box.y + box.height <= page.viewportSize()!.height;
};

const pages = ['safety', 'plan', 'services', 'history'];
const addressOf = (page: string): string => `${file}/${page}`;
/** Addresses of before, each with the page that has it now. */
const moved = {
  protection: 'safety',
  care: 'safety',
  assessment: 'plan',
  'follow-up': 'plan',
  identification: 'services',
  justice: 'services',
};

test('on a phone a worker sees at once whether the child is safe and what comes next, goes through the five pages, and finds them at their addresses of before', async () => {
  await as(
    'case-worker',
    '/cases/open',
    async (page) => {
      file = await openCaseOf(page, 'Maya Rai', 'Seen at the bus park with a stranger.');
      assert.ok(await inSight(page, 'Is the child safe?'));
      assert.ok(await inSight(page, 'Decide on a first action'));
      await isSound(page, 'phone-overview');
      for (const one of pages) {
        await page.goto(`${office.address}${addressOf(one)}`);
        await page.locator('.tabs__tab[aria-current=page]').waitFor();
        await isSound(page, `phone-${one}`);
      }
      const id = file.split('/').at(-1)!;
      const elsewhere = {
        [`/suspects/case/${id}/links`]: 'services',
        [`/referrals/case/${id}/services`]: 'services',
        [`/papers/case/${id}`]: 'history',
      };
      const before = Object.entries(moved).map(([old, now]) => [addressOf(old), now] as const);
      for (const [old, now] of [...before, ...Object.entries(elsewhere)]) {
        await page.goto(`${office.address}${old}`);
        await page.waitForURL(`**${addressOf(now)}#*`);
      }
    },
    { width: 390 },
  );
});

test('a planned visit is written down by answering its questionnaire; who was not found, in a few words', async () => {
  await as(
    'case-worker',
    `${file}/follow-up`,
    async (page) => {
      await page.getByRole('button', { name: 'Plan visits' }).click();
      await enterDay(page.getByRole('dialog'), 'Day of the return', await cityToday(page));
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await page
        .getByRole('link', { name: /^Record the visit/ })
        .first()
        .click();
      await page
        .getByRole('group', { name: 'Where', exact: true })
        .getByRole('radio', { name: 'Where the child lives', exact: true })
        .check();
      await say(page, 'Was the child seen?', 'Seen, spoke alone');
      await sayNobodyIsInDanger(page);
      await page.getByRole('group', { name: 'Is the child safe?' }).getByRole('radio', { name: /^1 / }).check();
      await say(page, /^The other/, 'Not asked today');
      await isSound(page, 'phone-visit');
      await page.getByRole('radio', { name: 'No interpreter' }).check();
      await page.getByRole('button', { name: 'Record the answers' }).click();
      await page.waitForURL(`**${file}/plan#follow-up`);
      await shows(page, 'Needs help now: Safety');
      await shows(page, 'The child was seen');
      await isSound(page, 'phone-follow-up-seen');
      await page.locator('summary', { hasText: 'Other actions' }).first().click();
      await page
        .getByRole('button', { name: /^The child was not seen/ })
        .first()
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radio', { name: 'No one was found' }).check();
      await dialog.getByLabel('What you saw and heard').fill('The house was locked.');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await shows(page, 'No one was found');
    },
    { width: 390 },
  );
});

test('on a desktop a supervisor goes through every page, with the keyboard alone, and sees what stands in the way of closing', async () => {
  await as(
    'supervisor',
    file,
    async (page) => {
      await page.getByRole('heading', { name: 'Next steps' }).waitFor();
      await isSound(page, 'desk-overview');
      for (const one of pages) {
        const link = page.locator(`.tabs__tab[href="${addressOf(one)}"]`);
        await link.focus();
        await page.keyboard.press('Enter');
        await page.locator(`.tabs__tab[href="${addressOf(one)}"][aria-current=page]`).waitFor();
        assert.equal(await page.locator('.frame__side [aria-current=page]').getAttribute('href'), '/cases', one);
        await isSound(page, `desk-${one}`);
      }
      await page.locator('.tabs__tab').first().focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Close the case' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByLabel('Reason for closing').selectOption('moved');
      await shows(page.getByRole('dialog'), 'A supervisor has not approved');
      await isSound(page, 'desk-close');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    },
    { width: 1440 },
  );
});

test('two who write the same part of a file see both versions; who writes another part is not stopped', async () => {
  await as(
    'case-worker',
    `${file}/protection`,
    async (worker) => {
      const situation = (page: typeof worker) =>
        page.getByRole('region', { name: 'Guardian', exact: true }).getByRole('button', { name: 'Change', exact: true });
      await situation(worker).click();
      const mine = worker.getByRole('dialog');
      await mine.getByRole('radio', { name: 'Separated' }).check();
      await as(
        'supervisor',
        `${file}/protection`,
        async (supervisor) => {
          // Something else in the same file: it stops nobody.
          await supervisor.getByRole('button', { name: 'Record the age' }).click();
          const age = supervisor.getByRole('dialog');
          await age.getByRole('radio', { name: 'A document' }).check();
          await age.getByRole('button', { name: 'Save' }).click();
          await age.waitFor({ state: 'detached' });
          await mine.getByRole('button', { name: 'Save' }).click();
          await mine.waitFor({ state: 'detached' });
          await shows(worker, 'Separated: with people other');

          await situation(worker).click();
          await mine.getByRole('radio', { name: 'Alone' }).check();
          await supervisor.reload();
          await situation(supervisor).click();
          const theirs = supervisor.getByRole('dialog');
          await theirs.getByRole('radio', { name: 'With their family' }).check();
          await theirs.getByRole('button', { name: 'Save' }).click();
          await theirs.waitFor({ state: 'detached' });
          await mine.getByRole('button', { name: 'Save' }).click();
          await shows(mine.getByRole('alert'), 'Somebody else changed this while you were writing');
          assert.ok(await mine.getByRole('radio', { name: 'Alone' }).isChecked(), 'what was written here stays');
          await mine.getByText('With their family').last().waitFor();
          await isSound(worker, 'phone-meanwhile');
          await mine.getByRole('button', { name: /^Use this/ }).click();
          await mine.getByRole('radio', { name: 'With their family', checked: true }).waitFor({ state: 'attached' });
          await mine.getByRole('button', { name: 'Save' }).click();
          await mine.waitFor({ state: 'detached' });
          await shows(worker.getByRole('region', { name: 'Guardian', exact: true }), 'With their family');
        },
        { width: 1440 },
      );
    },
    { width: 390 },
  );
});

test('dark and from right to left, the picture of how the child fares stays whole', async () => {
  await as(
    'case-worker',
    `${file}/follow-up`,
    async (page) => {
      await page.locator('.domain-lines').waitFor();
      await isSound(page, 'phone-follow-up-urdu');
    },
    { width: 390, theme: 'dark', language: 'ur' },
  );
});
