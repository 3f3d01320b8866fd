/// <reference lib="dom" />
// What a person does in the dialog of an act.
import type { Locator, Page } from 'playwright-core';

/** Gives one command as a person does: presses its button, answers what is asked, saves. */
export async function act(
  page: Page,
  button: string | RegExp,
  answer: (form: Locator) => Promise<unknown>,
  save: string | RegExp = 'Save',
) {
  await page
    .getByRole('button', { name: button, ...(typeof button === 'string' ? { exact: true } : {}) })
    .first()
    .click();
  const form = page.getByRole('dialog');
  await answer(form);
  await form.getByRole('button', { name: save, exact: true }).click();
  await form.waitFor({ state: 'detached' });
}
/** Chooses an option of a group in a dialog. */
export const choose = (form: Locator, group: string | RegExp, option: string | RegExp) =>
  form.getByRole('group', { name: group }).getByRole('radio', { name: option }).first().check();

/** Opens a case: nothing of it is judged by the form, so the level of risk and the source are chosen. */
export async function openTheCase(page: Page) {
  const source = page.getByLabel('How the city heard about it');
  if ((await source.count()) > 0) await source.selectOption('call');
  await page
    .getByRole('group', { name: 'Level of risk' })
    .getByRole('radio', { name: /^Medium/ })
    .check();
  await page.getByRole('button', { name: 'Open the case' }).click();
}

/** Opens a case of a child, on the page where that is done; the path of the case. */
export async function openCaseOf(page: Page, name: string, concern: string): Promise<string> {
  await page.getByLabel('Name of the child').fill(name);
  await page.getByLabel('What is the concern?').fill(concern);
  await openTheCase(page);
  await page.getByRole('heading', { name: 'Next steps' }).waitFor();
  return new URL(page.url()).pathname;
}
