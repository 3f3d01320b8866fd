import type { Locator, Page } from 'playwright-core';

/** Waits until a text is seen, at least once: what stands in a record stands in its history too, which may come later. */
export const shows = (where: Page | Locator, ...[text, options]: Parameters<Page['getByText']>): Promise<void> =>
  where.getByText(text, options).filter({ visible: true }).first().waitFor();
