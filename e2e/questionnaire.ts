/// <reference lib="dom" />
// What a person does in a questionnaire on the screen.
import type { Page } from 'playwright-core';
import { shows } from './shows.ts';

/** Answers a question by one of its choices. */
export const say = async (page: Page, question: string, answer: string) =>
  await page.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true }).check();
export const next = async (page: Page) => await page.getByRole('button', { name: 'Next' }).click();
/** Goes to a section of the questionnaire by its name. */
export async function goTo(page: Page, section: string): Promise<void> {
  await page.locator('.questionnaire__more').evaluate((details: HTMLDetailsElement) => {
    details.open = true;
  });
  const select = page.getByLabel('Go to');
  await select.selectOption(
    await select
      .locator('option', { hasText: new RegExp(`^\\d+\\. ${section} `) })
      .first()
      .getAttribute('value'),
  );
  await shows(page.locator('.questionnaire h2'), section, { exact: true });
}

/** Answers the questions of safety so that nothing is wrong, and goes on. */
export async function sayNobodyIsInDanger(page: Page, visit = false): Promise<void> {
  await say(page, 'Is the child in danger here and now?', 'No');
  await say(page, 'Does the child need a doctor today?', 'No');
  await say(page, 'Is there a safe place for the child tonight?', 'Yes');
  await say(page, 'Is there a sign that the child may hurt themselves?', 'No');
  if (visit) await say(page, 'Is there a sign that somebody harmed the child since the last visit?', 'No');
  await next(page);
}
