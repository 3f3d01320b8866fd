import type { Locator, Page } from 'playwright-core';
import { calendars } from '../platform/calendar/calendar.ts';

/** The day that it is in the city of the page's user, ISO. */
export const cityToday = (page: Page): Promise<string> =>
  page.evaluate(async () => ((await (await fetch('/api/session')).json()) as { city: { today: string } }).city.today);

/** Enters a day as somebody in Nepal does: in Bikram Sambat. */
export async function enterDay(form: Page | Locator, label: string, iso: string): Promise<void> {
  const { year, month, day } = calendars['bikram-sambat'].of(iso)!;
  const field = form.getByRole('group', { name: label, exact: true });
  await field.getByLabel('Year').fill(String(year));
  await field.getByLabel('Month').selectOption(String(month));
  await field.getByLabel('Day', { exact: true }).fill(String(day));
}
