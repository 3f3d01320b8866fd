/// <reference lib="dom" />
// How many taps the day's work takes on a phone, from Today until it is written down; typing is not counted. The numbers are printed.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { openCaseOf } from './act.ts';
import { cityToday, enterDay } from './days.ts';
import { officeInBrowser } from './officeInBrowser.ts';
import { shows } from './shows.ts';

const { office, as } = officeInBrowser();
const phone = { width: 390 };
/** The most that each may take. */
const limits = { visit: 10, needsAndGoal: 18, referral: 14, screening: 14, note: 3, planVisit: 4, openFromList: 4, concern: 7 } as const;
const counted: [what: keyof typeof limits, taps: number][] = [];
after(() => console.log(counted.map(([what, taps]) => `${what}: ${taps} taps (at most ${limits[what]})`).join('\n')));

/** A hand on the screen that counts. */
class Hand {
  taps = 0;
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  async tap(where: Locator): Promise<void> {
    this.taps += 1;
    await where.click();
  }
  /** A choice from a list of the device: opened, and chosen. */
  async pick(where: Locator, label: string): Promise<void> {
    this.taps += 2;
    await where.selectOption({ label });
  }
  link = (name: string | RegExp) => this.page.getByRole('link', { name }).first();
  button = (name: string | RegExp) => this.page.getByRole('button', { name }).first();
  radio = (group: string | RegExp, name: string | RegExp) =>
    this.page.getByRole('group', { name: group }).first().getByRole('radio', { name }).first();
}

function takes(what: keyof typeof limits, { taps }: Hand): void {
  counted.push([what, taps]);
  assert.ok(taps <= limits[what], `${what} takes ${taps} taps, at most ${limits[what]}`);
}

/** On Today, the first line that leads to a case of that path. */
const lineOf = (page: Page, file: string) => page.locator(`main a[href^="${file}"]`).first();

let file = '';

test('a screening, the shortest there is', async () => {
  await as(
    'case-worker',
    '/cases/open',
    async (page) => {
      file = await openCaseOf(page, 'Maya Rai', 'Seen at the bus park with a stranger.');
      await page.goto(office.address);
      const hand = new Hand(page);
      await hand.tap(lineOf(page, file));
      await hand.tap(hand.link('Assessment and plan'));
      await hand.tap(hand.link('Screening for trafficking'));
      await hand.tap(hand.button(/^I asked or looked for all/));
      await hand.tap(hand.radio('How old is the child?', 'Under 18'));
      await hand.tap(page.getByRole('checkbox', { name: 'Somebody else', exact: true }));
      await hand.tap(page.getByRole('radio', { name: 'No interpreter' }));
      await hand.tap(hand.button('Record the answers'));
      await page.getByRole('heading', { name: 'Result of the screening' }).waitFor();
      takes('screening', hand);
    },
    phone,
  );
});

test('needs assessed, and a plan with one goal', async () => {
  await as(
    'case-worker',
    '/',
    async (page) => {
      const hand = new Hand(page);
      await hand.tap(lineOf(page, file));
      await hand.tap(hand.link('Assessment and plan'));
      await hand.tap(hand.button('Assess needs'));
      const dialog = page.getByRole('dialog');
      for (const group of await dialog
        .getByRole('group')
        .filter({ has: page.getByRole('radio', { name: 'Serious' }) })
        .all())
        await hand.tap(group.getByRole('radio', { name: 'Some', exact: true }));
      await hand.tap(dialog.getByRole('button', { name: 'Save' }));
      await dialog.waitFor({ state: 'detached' });
      await hand.tap(hand.button('Set a goal'));
      await hand.pick(dialog.getByLabel('Domain'), 'School');
      await dialog.getByLabel('Goal').fill('Back at school.');
      await enterDay(dialog, 'Due', await cityToday(page));
      await hand.tap(dialog.getByRole('button', { name: 'Save' }));
      await shows(page, 'Back at school.');
      takes('needsAndGoal', hand);
    },
    phone,
  );
});

test('a follow-up visit, a visit that is planned, a note, a case from the list, a concern', async () => {
  await as(
    'case-worker',
    `${file}/plan`,
    async (page) => {
      await page.getByRole('button', { name: 'Plan visits' }).click();
      await enterDay(page.getByRole('dialog'), 'Day of the return', await cityToday(page));
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      const dialog = page.getByRole('dialog');

      await page.goto(office.address);
      const planning = new Hand(page);
      await planning.tap(lineOf(page, file));
      await planning.tap(planning.link('Assessment and plan'));
      await planning.tap(planning.button('Add a visit'));
      await enterDay(dialog, 'Day of the visit', await cityToday(page));
      await planning.tap(dialog.getByRole('button', { name: 'Save' }));
      await dialog.waitFor({ state: 'detached' });
      takes('planVisit', planning);

      await page.goto(office.address);
      const visit = new Hand(page);
      await visit.tap(page.locator(`main a[href^="${file}/visit/"]`).first());
      await visit.tap(visit.radio('Where', 'Where the child lives'));
      await visit.tap(visit.radio('Was the child seen?', 'Seen, spoke alone'));
      await visit.tap(visit.button(/^I asked or looked for all/));
      const scales = page.getByRole('group').filter({ has: page.getByRole('radio', { name: /^4 / }) });
      for (const scale of await scales.all()) await visit.tap(scale.getByRole('radio', { name: /^3 / }));
      await visit.tap(visit.radio(/^The other/, /./));
      await visit.tap(visit.button('Record the answers'));
      await page.waitForURL(/\/plan#follow-up$/);
      takes('visit', visit);

      await page.goto(office.address);
      const note = new Hand(page);
      await note.tap(lineOf(page, file));
      await note.tap(note.button('Write a note'));
      await dialog.getByRole('textbox').first().fill('She waits for the letter.');
      await note.tap(dialog.getByRole('button', { name: 'Save' }));
      await dialog.waitFor({ state: 'detached' });
      takes('note', note);

      await page.goto(office.address);
      const list = new Hand(page);
      await list.tap(page.getByRole('navigation').getByRole('link', { name: 'Cases' }).filter({ visible: true }).first());
      await page.locator('main tbody tr a').first().waitFor();
      const first = await page.locator('main tbody tr a').first().boundingBox();
      assert.ok(first && first.y <= 320, `the first case stands at ${first?.y} px`);
      await list.tap(page.locator('main tbody tr a').first());
      await page.getByRole('heading', { name: 'Next steps' }).waitFor();
      takes('openFromList', list);
    },
    phone,
  );
});
