/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** Goes to another page of the app as a link does: the app stays, and its frame with it. Returns once the page before is gone. */
export async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate((path) => {
    if (location.pathname + location.search === path) return;
    for (const heading of document.querySelectorAll('h1')) heading.dataset['left'] = 'yes';
    history.pushState(null, '', path);
  }, path);
  await page.locator('h1:not([data-left])').first().waitFor();
}
