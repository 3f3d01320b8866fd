/// <reference lib="dom" />
// A child is referred and helped: the office at its desk, a partner on a phone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { officeInBrowser } from './officeInBrowser.ts';
import { shows } from './shows.ts';

const { as } = officeInBrowser({});

const phone = { width: 390 };
let file: string;

/** The first case of the list in which somebody agreed to share with shelters: danger and overdue work stand above it. */
async function sharedWithShelters(page: Page): Promise<string> {
  await page.locator('main table a').first().waitFor();
  return await page.evaluate(async () => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('main table a[href^="/cases/"]')) {
      const path = new URL(link.href).pathname;
      const answer = await fetch(`/api/cases/case/${path.split('/').at(-1)}/protection`);
      const { consents } = (await answer.json()) as { consents: { partner: string | null; standing: string }[] };
      if (consents.some(({ partner, standing }) => partner === 'shelter' && standing === 'valid')) return path;
    }
    throw new Error('No case of the list may be shared with shelters.');
  });
}

test('a worker refers a child: the service, who offers it, what is told and nothing else', async () => {
  await as('supervisor', '/cases', async (page) => {
    file = await sharedWithShelters(page);
    await page.goto(new URL(file, page.url()).href);
    await page.getByRole('navigation', { name: 'Pages of this case' }).getByRole('link', { name: 'Services' }).click();
    await page.getByRole('link', { name: 'Refer to a partner' }).click();
    await page.getByLabel('Service').selectOption({ label: 'Family counselling' });
    await page.getByLabel('Suryatal Safe House').check();
    await page.getByLabel('What the child needs').check();
    await page.getByRole('textbox', { name: 'What the child needs' }).fill('A talk with the grandmother.');
    await page.getByLabel('Request').fill('Please speak with the family.');
    await page.getByRole('group', { name: 'Urgency' }).getByRole('radio').last().check();
    await page.getByRole('button', { name: 'Refer', exact: true }).click();
    await shows(page, 'Please speak with the family.');
    await shows(page, 'Consent of');
  });
});

test('a partner takes the child on a phone, asks, says what was done, and is done; the office hears of it', async () => {
  await as(
    'partner',
    '/referrals',
    async (page) => {
      // The name was not told, so none is there.
      await page.getByRole('link', { name: 'A child whose name was not shared' }).click();
      await shows(page, 'A talk with the grandmother.');
      await page.getByRole('button', { name: 'Accept referral' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Accept referral' }).click();
      await page.getByRole('button', { name: 'Record what was done' }).click();
      await page.getByRole('dialog').getByLabel('What was done').fill('We spoke with her for an hour.');
      await page.getByRole('dialog').getByRole('button', { name: 'Record what was done' }).click();
      await shows(page, 'We spoke with her for an hour.');
      await page.getByRole('button', { name: 'All done' }).click();
      await page.getByRole('dialog').getByRole('radio', { name: 'The child was helped', exact: true }).check();
      await page.getByRole('dialog').getByRole('button', { name: 'All done' }).click();
      await shows(page, 'Nothing about the child is shown any more.');
      assert.equal(await page.getByText('grandmother').count(), 0);
    },
    phone,
  );
  await as('supervisor', '/cases', async (page) => {
    await page.goto(new URL(file, page.url()).href);
    await page.getByRole('navigation', { name: 'Pages of this case' }).getByRole('link', { name: 'Services' }).click();
    await page.getByText('1 ended').click();
    await shows(page, 'We spoke with her for an hour.');
    await shows(page, 'The child was helped');
  });
});
