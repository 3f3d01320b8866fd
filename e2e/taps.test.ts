/// <reference lib="dom" />
// How often a worker taps a phone for what they do most, from Today to the end: printed, and held to a limit. A press on a link, a button or
// a choice is one tap, a choice from a list two (open, choose). Typing is not counted, nor the tap into the field that is typed in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { act, choose, openTheCase } from './act.ts';
import { officeInBrowser } from './officeInBrowser.ts';
import { say, sayNobodyIsInDanger } from './questionnaire.ts';
import { shows } from './shows.ts';

const { as } = officeInBrowser({ width: 390 });

/** Counts the taps of a window, over all its pages. */
async function counting(page: Page): Promise<{ count: number }> {
  const taps = { count: 0 };
  await page.exposeFunction('tapped', (many: number) => {
    taps.count += many;
  });
  const listen = () => {
    const tapped = (many: number) => void (window as unknown as { tapped(many: number): void }).tapped(many);
    addEventListener(
      'click',
      ({ isTrusted, target }) => {
        const isTyped = target instanceof HTMLElement && target.matches('textarea, input:not([type=radio]):not([type=checkbox])');
        // A label passes its click on to its field: one tap, heard twice.
        const passedOn = target instanceof HTMLElement && target.closest('label')?.control && !target.matches('input');
        if (isTrusted && !isTyped && !passedOn) tapped(1);
      },
      true,
    );
    addEventListener('change', ({ target }) => target instanceof HTMLSelectElement && tapped(2), true);
  };
  await page.addInitScript(listen);
  await page.evaluate(listen);
  return taps;
}

/** What is counted, with its limit. */
const limits = {
  'write a note': 3,
  'plan a visit': 4,
  'open a case from the list': 4,
  'write down a concern': 7,
  'screening, the shortest': 14,
  'needs assessed, plan with one goal': 18,
  'referral with consent': 14,
  'follow-up visit written down': 10,
} as const;
type Way = keyof typeof limits;

/** A worker's way from Today on a phone: what was there before is not counted. */
function way(name: Way, before: (page: Page) => Promise<void>, work: (page: Page) => Promise<void>): void {
  test(`${name}: at most ${limits[name]} taps from Today`, async () => {
    // A worker who has room on Today: how long the queue is, is another question.
    await as('pema@suryatal.example', '/', async (page) => {
      await before(page);
      const taps = await counting(page);
      await page.goto(new URL('/', page.url()).href);
      await page.locator('.queue').waitFor();
      await work(page);
      console.log(`taps: ${name}: ${taps.count} (at most ${limits[name]})`);
      assert.ok(taps.count > 1, 'taps are counted');
      assert.ok(taps.count <= limits[name], `${name}: ${taps.count} taps`);
    });
  });
}

/** A case of a child of that name, which waits on Today. */
const caseOf =
  (name: string, more: (page: Page) => Promise<void> = async () => undefined) =>
  async (page: Page) => {
    await page.goto(new URL('/cases/open', page.url()).href);
    await page.getByLabel('Name of the child').fill(name);
    await page.getByLabel('What is the concern?').fill('Seen at the bus park with a stranger.');
    await openTheCase(page);
    await page.getByRole('heading', { name: 'Next steps' }).waitFor();
    await more(page);
  };
/** From Today to what waits for a child. */
async function toward(page: Page, name: string, what?: RegExp): Promise<void> {
  const lines = page.locator('.line').filter({ hasText: name });
  const line = (what ? lines.filter({ hasText: what }) : lines).first();
  for (const more of await page.getByRole('button', { name: /^\d+ more$/ }).all()) if ((await line.count()) === 0) await more.click();
  await line.locator('.line__act a').click();
}
/** Says once, in the file, in which language the child is spoken with: no form asks for it again. */
async function speaksNepali(page: Page): Promise<void> {
  await page.locator('.tabs__tab[href$="/safety"]').click();
  await page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'How to speak with the child' }) })
    .getByRole('button', { name: 'Change' })
    .last()
    .click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Language', { exact: true }).first().selectOption('ne');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'detached' });
}
/** From Today to the first case that waits there with its first page. */
async function towardFirst(page: Page): Promise<void> {
  const links = page.locator('.line__act a');
  const paths = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  await links.nth(paths.findIndex((path) => /^\/cases\/[0-9a-f-]{36}$/.test(path))).click();
}
const record = (page: Page) => page.getByRole('button', { name: 'Record the answers' }).click();

const domains = ['Is the child safe?', 'Does the child have their papers?', 'How is it between', 'How does the child live?', "How is the child's health?", 'How does the child feel?', 'How is it at school?', 'Does the household have', 'How do others treat', "How does the child's legal"]; // biome-ignore format: one list
/** The line of Today that leads to an assessment. */
const assessing = (page: Page) => page.locator('.line__act a[href$="/assess"]').first();
const beforeAssessing = async (page: Page) => {
  const path = await assessing(page).getAttribute('href');
  await page.goto(new URL(path!.replace(/\/assess$/, ''), page.url()).href);
  await speaksNepali(page);
};

way('needs assessed, plan with one goal', beforeAssessing, async (page) => {
  await assessing(page).click();
  await sayNobodyIsInDanger(page);
  for (const domain of domains)
    await page
      .getByRole('group', { name: domain })
      .getByRole('radio', { name: /^[23] / })
      .first()
      .check();
  await page.getByRole('checkbox', { name: 'None of these' }).check();
  await page.getByRole('checkbox', { name: 'The child', exact: true }).check();
  await record(page);
  await page.waitForURL('**/plan#plan');
  await act(page, 'Set a goal: Safety', async (form) => {
    await form.getByLabel('Goal').fill('Lives safely with her aunt');
    await form.getByRole('button', { name: 'In a month' }).click();
  });
  await shows(page, 'Lives safely with her aunt');
});

way(
  'write a note',
  async () => undefined,
  async (page) => {
    await towardFirst(page);
    await act(page, 'Write a note', (form) => form.getByLabel('Note').fill('Spoke with the grandmother.'), 'Save the note');
    await shows(page, 'Spoke with the grandmother.');
  },
);

way(
  'plan a visit',
  async () => undefined,
  async (page) => {
    await towardFirst(page);
    await act(page, 'Plan a visit', (form) => form.getByRole('button', { name: 'In a week' }).click());
  },
);

way(
  'open a case from the list',
  async () => undefined,
  async (page) => {
    await page
      .getByRole('link', { name: /Children/ })
      .first()
      .click();
    await page
      .getByRole('link', { name: /^Open a case/ })
      .first()
      .click();
    await page.getByLabel('What is the concern?').fill('Left school after the harvest.');
    await openTheCase(page);
    await page.getByRole('heading', { name: 'Next steps' }).waitFor();
  },
);

way(
  'write down a concern',
  async () => undefined,
  async (page) => {
    await page.getByRole('link', { name: 'Record a concern' }).click();
    await page.getByLabel('How the city heard about it').selectOption('call');
    await page.getByLabel('Name of the child').fill('Maya Rai');
    await page.getByLabel('What was reported').fill('Seen at the bus park with a stranger.');
    await page.getByRole('button', { name: 'Save the concern' }).click();
    await shows(page, 'Seen at the bus park');
  },
);

way('screening, the shortest', caseOf('Nima Tamang', speaksNepali), async (page) => {
  await toward(page, 'Nima Tamang');
  await page.locator('.tabs__tab[href$="/plan"]').click();
  await page.getByRole('link', { name: 'Screening for trafficking' }).click();
  await sayNobodyIsInDanger(page);
  await say(page, 'How old is the child?', 'Under 18');
  await page.getByLabel('The child', { exact: true }).check();
  await record(page);
  await page.getByRole('heading', { name: 'Result of the screening' }).waitFor();
});

way(
  'referral with consent',
  caseOf('Rita Thapa', async (page) => {
    await speaksNepali(page);
    await act(page, 'Name or correct', async (form) => {
      await form.getByLabel('Name', { exact: true }).fill('Sunita Thapa');
      await form.getByLabel('Relation to the child').selectOption('mother');
    });
  }),
  async (page) => {
    await toward(page, 'Rita Thapa');
    await page.locator('.tabs__tab[href$="/services"]').click();
    await page.getByRole('link', { name: 'Refer to a partner' }).click();
    await page.getByLabel('Service').selectOption({ label: 'Family counselling' });
    await page.getByLabel('Suryatal Safe House').check();
    await page.getByRole('checkbox', { name: 'The child', exact: true }).check();
    await page.getByRole('checkbox', { name: 'Sunita Thapa' }).check();
    await page.getByLabel(/^They were told/).check();
    await page.getByRole('radio', { name: 'Spoken' }).check();
    await page.getByLabel('What the child needs').check();
    await page.getByRole('textbox', { name: 'What the child needs' }).fill('A talk with the mother.');
    await page.getByLabel('Request').fill('Please speak with the family.');
    await page.getByRole('group', { name: 'Urgency' }).getByRole('radio').last().check();
    await page.getByRole('button', { name: 'Refer', exact: true }).click();
    await shows(page, 'Please speak with the family.');
  },
);

way(
  'follow-up visit written down',
  caseOf('Hari Magar', async (page) => {
    await speaksNepali(page);
    await page.locator('.tabs__tab').first().click();
    await page.getByRole('button', { name: 'Plan a visit' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Today', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }),
  async (page) => {
    await toward(page, 'Hari Magar', /visit/i);
    await page
      .getByRole('group', { name: 'Where', exact: true })
      .getByRole('radio', { name: 'Where the child lives', exact: true })
      .check();
    await say(page, 'Was the child seen?', 'Seen, spoke alone');
    await sayNobodyIsInDanger(page);
    await choose(page.locator('main'), 'Is the child safe?', /^3 /);
    await say(page, /^The other/, 'Not asked today');
    await record(page);
    await page.waitForURL('**/plan#follow-up');
  },
);
