/// <reference lib="dom" />
// Proceedings of a case on a phone: a threat by the law stands at the head of every page, and the words of its area come with each of them.
import { test } from 'node:test';
import { act, choose, openCaseOf } from './act.ts';
import { cityToday, enterDay } from './days.ts';
import { officeInBrowser } from './officeInBrowser.ts';
import { shows } from './shows.ts';
import { isSound } from './sound.ts';

const { office, as } = officeInBrowser();
const phone = { width: 390 };
let file = '';

test('a worker records that removal is threatened and when the child must be in court; the supervisor is told, and the case stays open', async () => {
  await as(
    'case-worker',
    '/cases/open',
    async (page) => {
      file = await openCaseOf(page, 'Nima Lama', 'Came over the border with an agent.');
      await page.goto(`${office.address}${file}/justice`);
      const today = await cityToday(page);
      await act(page, 'Record residence status', async (form) => {
        await choose(form, 'Residence status', 'No permit');
        await form.getByRole('checkbox').first().check();
      });
      await shows(page, 'Removal from the country threatened');
      await act(page, 'Set a court date', async (form) => {
        await enterDay(form, 'Court date', today);
        await form.getByLabel('What it is about').fill('First hearing');
      });
      await isSound(page, 'phone-justice');
      await page.goto(`${office.address}${file}`);
      await page.getByRole('button', { name: 'Close the case' }).click();
      await page.getByRole('dialog').getByLabel('Reason for closing').selectOption('moved');
      await shows(page.getByRole('dialog'), 'Court dates still planned: 1. Record their outcome, or cancel them.');
      await isSound(page, 'phone-justice-close');
    },
    phone,
  );
  await as(
    'supervisor',
    '/',
    async (page) => {
      await shows(page, 'Removal from the country threatened: see what was done');
      // A page of the case that another area has says the same at its head.
      await page.goto(`${office.address}/papers/case/${file.split('/').at(-1)}`);
      await shows(page, 'Removal from the country threatened');
    },
    phone,
  );
});
