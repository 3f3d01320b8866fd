/// <reference lib="dom" />
// What a person does in a questionnaire on the screen.
import type { Locator, Page } from 'playwright-core';

/** Answers a question by one of its choices. */
export const say = async (page: Page, question: string | RegExp, answer: string) =>
  await page.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true }).check();
/** Opens a section that is folded, by its name; its questions alone are meant by what follows. */
export async function unfold(page: Page, section: string): Promise<Locator> {
  const fold = page
    .locator('details.section')
    .filter({ has: page.locator('summary', { hasText: new RegExp(`^${section} \\d`) }) })
    .first();
  await fold.evaluate((details: HTMLDetailsElement) => {
    details.open = true;
  });
  return fold;
}

/** Says of the questions of safety that nothing is wrong. */
export const sayNobodyIsInDanger = async (page: Page) => await page.getByRole('button', { name: /^I asked or looked for all/ }).click();
