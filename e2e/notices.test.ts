/// <reference lib="dom" />
// The calendar, and what is told outside of Olle, in a browser: the worker on a phone, the supervisor on a desktop.
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { SMTPServer } from 'smtp-server';
import { until } from '../app/until.ts';
import { type Device, openBrowser, openWindow } from './browser.ts';
import { DemoOffice } from './demoOffice.ts';
import { shows } from './shows.ts';
import { isSound } from './sound.ts';

const mails: string[] = [];
const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onData(stream, _, done) {
    let text = '';
    stream.on('data', (piece: Buffer) => {
      text += piece;
    });
    stream.on('end', () => {
      mails.push(text.replace(/=\r\n/g, '').replaceAll('=3D', '='));
      done();
    });
  },
});
let office: DemoOffice;
let browser: Browser;
before(async () => {
  await new Promise<void>((ready) => void mailServer.listen(0, '127.0.0.1', ready));
  office = new DemoOffice({
    OLLE_ADDRESS: 'https://olle.example.org',
    OLLE_SMTP_URL: `smtp://127.0.0.1:${(mailServer.server.address() as AddressInfo).port}`,
    OLLE_MAIL_FROM: 'Olle <olle@example.org>',
    OLLE_PUSH: 'on',
  });
  browser = await openBrowser({ whole: true });
  await office.open();
});
after(async () => {
  await browser?.close();
  await office?.close();
  await new Promise<void>((closed) => mailServer.close(() => closed()));
});

const as = <T>(role: string, path: string, work: (page: Page) => Promise<T>, device: Device = {}): Promise<T> =>
  office.as(browser, role, path, work, { checked: true, ...device });

const chosenDay = (page: Page) => page.locator('.month [aria-pressed=true]').getAttribute('data-day');

test('a supervisor goes through a month by keyboard, looks at everybody’s and at a worker’s, and opens what is due', async () => {
  await as(
    'supervisor',
    '/office/calendar',
    async (page) => {
      await page.locator('.month').waitFor();
      const today = await chosenDay(page);
      assert.equal(await page.locator('.month [aria-current=date]').getAttribute('data-day'), today);
      await page.getByLabel('Whose tasks').selectOption('everybody');
      await page.locator('.month__item').first().waitFor();
      await isSound(page, 'calendar-desktop');
      await page.locator('.month [aria-pressed=true]').focus();
      await page.keyboard.press('ArrowDown');
      const dayMs = 86_400_000;
      const later = new Date(Date.parse(today!) + 7 * dayMs).toISOString().slice(0, 10);
      await page.locator(`.month [data-day="${later}"]:focus`).waitFor();
      assert.equal(await chosenDay(page), later);
      await page.keyboard.press('PageDown');
      // A month of the city's calendar later, which is not shorter than any.
      const fourWeeks = new Date(Date.parse(later) + 28 * dayMs).toISOString().slice(0, 10);
      await page.waitForFunction((least) => (document.activeElement?.getAttribute('data-day') ?? '') >= least, fourWeeks);
      assert.match((await page.locator('.month__gregorian').first().textContent()) ?? '', /^[A-Z][a-z]{2} \d+$/);
      await page.getByRole('button', { name: 'This month' }).click();
      await page.locator(`.month [data-day="${today}"][aria-pressed=true]`).waitFor();
      const worker = await page.getByLabel('Whose tasks').locator('option').nth(2).getAttribute('value');
      await page.getByLabel('Whose tasks').selectOption(worker!);
      await page.waitForURL(/of=/);
      await page.getByLabel('Whose tasks').selectOption('everybody');
      await page.locator('.month__item').first().click();
      await page.waitForURL(/\/(cases|risks)\/[0-9a-f-]{36}/);
    },
    { width: 1440 },
  );
});

test('on a phone the calendar is a list of days, also in Urdu and in the dark, and empty in a month with nothing', async () => {
  for (const device of [{}, { language: 'ur', theme: 'dark' }] as const)
    await as(
      'case-worker',
      '/office/calendar',
      async (page) => {
        await page.locator('.agenda__item').first().waitFor();
        await isSound(page, `calendar-phone-${'language' in device ? 'ur-dark' : 'en'}`);
        await page.goto(`${office.address}/office/calendar?day=2031-05-01`);
        await page.locator('.empty').waitFor();
        await isSound(page, `calendar-empty-${'language' in device ? 'ur-dark' : 'en'}`);
      },
      { width: 390, ...device },
    );
  await as(
    'case-worker',
    '/office/calendar',
    async (page) => {
      await page.locator('.month__item').first().waitFor();
      await isSound(page, 'calendar-desktop-ur-dark');
    },
    { width: 1440, language: 'ur', theme: 'dark' },
  );
});

test('a worker makes a secret address, which gives a calendar without a name, makes a new one and withdraws it', async () => {
  await as(
    'case-worker',
    '/settings',
    async (page) => {
      await page.getByRole('link', { name: 'Olle in your calendar' }).click();
      await isSound(page, 'address-none');
      await page.getByRole('button', { name: 'Make an address' }).click();
      const address = await page.getByLabel('Secret address').inputValue();
      await isSound(page, 'address-made');
      const taken = await fetch(address);
      assert.equal(taken.status, 200);
      const text = await taken.text();
      assert.match(text, /SUMMARY:Olle: /);
      const name = await page.evaluate(async () => {
        const answer = await fetch('/api/office/today');
        const { bands } = (await answer.json()) as { bands: { lines: { who: string | null }[] }[] };
        return bands.flatMap(({ lines }) => lines.flatMap(({ who }) => who ?? []));
      });
      assert.ok(name.length > 0);
      for (const word of name.flatMap((one) => one.split(' '))) assert.ok(!text.includes(word), 'no name');
      await page.reload();
      assert.equal(await page.getByLabel('Secret address').count(), 0, 'it is shown once');
      await shows(page, 'Last fetched');
      await page.getByRole('button', { name: 'Withdraw' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
      await shows(page, 'You have no address yet');
      assert.equal((await fetch(address)).status, 404);
    },
    { width: 390 },
  );
});

test('a worker names a mailbox, opens the link that comes, and chooses how to be told', async () => {
  await as(
    'case-worker',
    '/office/notices',
    async (page) => {
      await isSound(page, 'notices-phone');
      await page.getByRole('button', { name: 'Add an address' }).click();
      await page.getByRole('textbox', { name: 'Mail address' }).fill('worker@example.net');
      await page.getByRole('button', { name: 'Send the link' }).click();
      await shows(page, 'A link was sent');
      await until('the mail has come', () => mails.length > 0);
      const [link] = /https:\/\/olle\.example\.org\/office\/notices\/confirm#[\w-]{43}/.exec(mails[0] ?? '') ?? [];
      assert.ok(link, mails[0]);
      await page.goto(link.replace('https://olle.example.org', office.address));
      await page.getByRole('button', { name: 'Yes, it is mine' }).waitFor();
      assert.equal(new URL(page.url()).hash, '', 'the secret does not stay in the address');
      await isSound(page, 'confirm-phone');
      await page.getByRole('button', { name: 'Yes, it is mine' }).click();
      await shows(page, 'Notices are sent to worker@example.net');
      await page.getByRole('group', { name: 'By mail' }).getByText('At once').click();
      await page.getByLabel('At this hour').selectOption('0');
      await page.getByRole('button', { name: 'Save' }).click();
      await shows(page, 'Saved.');
      await page.reload();
      const byMail = page.getByRole('group', { name: 'By mail' });
      await byMail.getByRole('radio', { name: 'At once', checked: true }).waitFor({ state: 'attached' });
      await isSound(page, 'notices-chosen-phone');
    },
    { width: 390 },
  );
  await as('supervisor', '/office/notices', (page) => isSound(page, 'notices-desktop-ur-dark'), {
    width: 1440,
    language: 'ur',
    theme: 'dark',
  });
});

test('the app shows a notice that comes while it is closed, and says so where the browser forbids it', async () => {
  const { context, page, complaints } = await openWindow(browser, { width: 390, keeps: true });
  try {
    await office.signIn(page, 'case-worker', '/office/notices');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.getByRole('button', { name: 'Notify me on this device' }).click();
    await shows(page, 'This browser does not let Olle');
    await context.grantPermissions(['notifications'], { origin: office.address });
    const devtools = await context.newCDPSession(page);
    const registrations: string[] = [];
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: found }) =>
      registrations.push(...found.map(({ registrationId }) => registrationId)),
    );
    await devtools.send('ServiceWorker.enable');
    await until('the page is registered for push', () => registrations.length > 0);
    await devtools.send('ServiceWorker.deliverPushMessage', {
      origin: office.address,
      registrationId: registrations[0]!,
      data: JSON.stringify({ title: 'Something is waiting for you in Olle', body: 'Overdue: 2' }),
    });
    const shown = () =>
      page.evaluate(async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(({ title, body }) => [title, body]));
    await until('the notice is shown', async () => (await shown()).length > 0);
    assert.deepEqual(await shown(), [['Something is waiting for you in Olle', 'Overdue: 2']]);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
});
