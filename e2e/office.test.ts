/// <reference lib="dom" />
// A person's way through the product, in a real browser, on a city that the demo made.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { languages } from '../platform/shell/device.ts';
import { act, choose, openTheCase } from './act.ts';
import { heightOf } from './browser.ts';
import { cityToday, enterDay } from './days.ts';
import { follow } from './follow.ts';
import { officeInBrowser } from './officeInBrowser.ts';
import { shows } from './shows.ts';
import { isSound } from './sound.ts';

const { office, as, openWindow } = officeInBrowser({});

const firstChild = (page: Page) => page.locator('main table a').first();

test('a case worker looks at a child at risk, opens a case, works it and closes it', async () => {
  let file = '';
  await as(
    'case-worker',
    '/risks?status=new',
    async (page) => {
      await firstChild(page).click();
      await page.getByRole('heading', { name: 'Why this child is on the list' }).waitFor();
      // A reason leads to its source row.
      await page.locator('a[href^="/registers/entries/"]').first().waitFor();
      await page.getByRole('link', { name: 'Open a case' }).click();
      await page.getByLabel('What is the concern?').fill('A man from outside the ward offered work in the city.');
      await page.getByLabel('Action', { exact: true }).fill('Visit the family');
      await enterDay(page, 'Due', await cityToday(page));
      await openTheCase(page);
      await page.getByRole('heading', { name: 'Next steps' }).waitFor();

      await page.getByRole('button', { name: 'Write a note' }).click();
      await page.getByRole('dialog').getByLabel('Note').fill('Spoke with the grandmother.');
      await page.getByRole('button', { name: 'Save the note' }).click();
      await shows(page, 'Spoke with the grandmother.');

      await page.getByRole('button', { name: 'Close the case' }).click();
      await page.getByRole('dialog').getByLabel('Reason for closing').selectOption('moved');
      await shows(page.getByRole('dialog'), 'Actions still open: 1');
      assert.equal(await page.getByRole('dialog').getByLabel('Summary').count(), 0, 'nothing more is asked until that is done');
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: 'Mark done: Visit the family' }).click();
      await page.getByRole('dialog').getByRole('radio', { name: 'Done' }).check();
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await shows(page, '1 completed action');
      await page.getByRole('button', { name: 'Close the case' }).click();
      await page.getByRole('dialog').getByLabel('Reason for closing').selectOption('moved');
      // What is missing leads to where it is done.
      await page.getByRole('dialog').getByRole('link', { name: 'Plan' }).click();
      await act(page, 'Ask for approval', async (form) => {
        await choose(form, /./, 'Closing the case');
        await form.getByLabel('Reason for closing').selectOption('moved');
      });
      await shows(page, 'Waiting for an answer');
      file = new URL(page.url()).pathname.replace('/plan', '');
    },
    { width: 390 },
  );
  await as('supervisor', `${file}/plan`, async (page) => {
    await act(page, /^Answer/, (form) => choose(form, /./, 'Approved'));
    await shows(page, 'Approved');
  });
  await as(
    'case-worker',
    file,
    async (page) => {
      await act(
        page,
        'Close the case',
        async (form) => {
          await form.getByLabel('Reason for closing').selectOption('moved');
          await form.getByLabel('Summary').fill('Safe with the grandmother.');
        },
        'Close the case',
      );
      await shows(page, 'Closed on');
      await shows(page, 'Safe with the grandmother.');
    },
    { width: 390 },
  );
});

test('a child judged not at risk leaves the list, and the page says who judged and why', async () => {
  await as('supervisor', '/risks?status=new', async (page) => {
    const name = await firstChild(page).textContent();
    const href = await firstChild(page).getAttribute('href');
    await firstChild(page).click();
    await page.getByRole('button', { name: 'Not at risk, because' }).click();
    await page.getByRole('dialog').getByLabel('Why the child is not at risk').fill('Lives with an aunt and goes to school there.');
    await page.getByRole('button', { name: 'Take off the list' }).click();
    await shows(page, 'Lives with an aunt and goes to school there.');
    await page.goto(`${office.address}/risks?status=new`);
    await firstChild(page).waitFor();
    assert.equal(await page.locator(`main table a[href="${href}"]`).count(), 0, `${name} is off the list`);
  });
});

test('a name is found in whatever script it is typed', async () => {
  await as('case-worker', '/people', async (page) => {
    const search = page.getByRole('searchbox');
    await search.fill('Ram');
    await search.press('Enter');
    await page.locator('main').getByText('राम').first().waitFor();
    assert.ok(!page.url().includes('Ram'), 'what was typed is not in the address');
  });
});

test('a registrar imports a file, sees what would happen, and what became of it', async () => {
  const rows = [
    'id,name,sex,date of birth,ward',
    'Q1,Maya Rai,F,2016-05-09,1',
    'Q2,Asha Lama,F,2017-02-30,1',
    'Q3,Nima Sherpa,M,2015-01-02,2',
  ];
  await as('registrar', '/registers/import', async (page) => {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'births.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
    await page.getByRole('button', { name: 'Check what would happen' }).click();
    await page.getByRole('cell', { name: 'date of birth' }).waitFor();
    await page.getByRole('button', { name: /^Import 2 rows/ }).click();
    await page.getByRole('heading', { name: 'The import is done' }).waitFor();
    await shows(page, 'Correct the rows set aside: 1');
  });
});

test('a session that ended asks for the password over the page, and what was typed is still there', async () => {
  const { context, page } = await openWindow();
  await office.signIn(page, 'case-worker', '/cases/open');
  await page.getByLabel('What is the concern?').fill('A long story that must not be lost.');
  await page.getByLabel('Name of the child').fill('Somebody');
  await context.clearCookies();
  await openTheCase(page);
  await shows(page.getByRole('dialog'), 'Your session has ended');
  await context.close();
});

test('the way from signing in to a child needs no mouse', async () => {
  await as('case-worker', '/risks', async (page) => {
    await firstChild(page).waitFor();
    await page.keyboard.press('Tab');
    for (let i = 0; i < 60; i++) {
      const at = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
      if (/^\/risks\/[0-9a-f-]{36}$/.test(at)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Why this child is on the list' }).waitFor();
  });
});

const pagesOf: Readonly<Record<string, readonly string[]>> = {
  supervisor: [
    '/',
    '/risks',
    '/risks/rules',
    '/cases',
    '/cases/open',
    '/cases/concerns',
    '/cases/concerns/new',
    '/forms/questionnaires',
    '/forms/questionnaires/new',
    '/forms/questionnaires/screening/olle-2',
    '/people',
    '/people/review',
    '/partners',
    '/partners/new',
    '/registers',
    '/settings',
  ],
  registrar: ['/', '/registers/import', '/registers/profiles'],
  administrator: ['/', '/accounts', '/accounts/city', '/accounts/areas', '/accounts/contact'],
  'data-protection-officer': ['/accounts/readings'],
  'monitoring-officer': ['/', '/risks/counts'],
  partner: ['/', '/partners', '/referrals'],
};
/** Lists whose first row is opened. */
const listsOf: Readonly<Record<string, readonly string[]>> = {
  supervisor: ['/risks', '/cases', '/partners'],
  partner: ['/referrals'],
};
const devices = [
  { width: 390, theme: 'light', language: 'ur' },
  { width: 1440, theme: 'dark', language: 'ko' },
  { width: 390, theme: 'dark', language: 'en' },
] as const;

/** Makes the window of who is signed in another device's, as a person may on any page. */
async function become(page: Page, { width, theme, language }: (typeof devices)[number]): Promise<void> {
  await page.setViewportSize({ width, height: heightOf(width) });
  await follow(page, '/settings');
  // A language is shown once its words have come.
  const speak = async (wanted: keyof typeof languages) => {
    await page.getByRole('radio', { name: languages[wanted] }).click();
    await page.locator(`html[lang=${wanted}]`).waitFor();
  };
  await speak('en');
  await page.getByRole('radio', { name: theme === 'dark' ? 'Dark' : 'Light', exact: true }).check();
  await page.locator(`html[data-theme=${theme}]`).waitFor();
  await speak(language);
}

for (const [role, paths] of Object.entries(pagesOf)) {
  test(`no page of a ${role} has a fault of access or runs over its edge, on a phone or a desktop, light or dark, in any language`, async () => {
    await as(
      role,
      '/',
      async (page) => {
        for (const device of devices) {
          await become(page, device);
          const check = async (path: string) => {
            const which = `${role} ${path} ${device.width} ${device.language}`;
            await isSound(page, which);
            const keys = await page.locator('#main').textContent();
            assert.doesNotMatch(
              keys ?? '',
              /\b[a-z-]+(\.[a-z-]+){1,3}\b(?<!\.example)(?<!\.xlsx|\.csv)/,
              `${which} shows a key of a catalogue`,
            );
            assert.ok(!keys?.includes('{{'), `${which} shows a sentence whose gap is not filled`);
          };
          for (const path of paths) {
            await follow(page, path).catch(() => assert.fail(`${role} ${path} has no heading`));
            await check(path);
          }
          for (const list of listsOf[role] ?? []) {
            await follow(page, list);
            await firstChild(page).click();
            // Until then the list's own heading stands there.
            await page.waitForURL(new RegExp(`${list}/[0-9a-f-]{36}`));
            await page.locator('.page__back').first().waitFor();
            await check(`${list}/…`);
          }
        }
      },
      { checked: true },
    );
  });
}
