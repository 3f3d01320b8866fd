import type { WebArea } from '../area.ts';
import { pageAt } from '../prefetchPage.ts';

/** The entry of the menu that the page at an address belongs to: of /people and /people/review, both of which lead to the second, the longer. */
export function entryOf(areas: readonly WebArea[], entries: readonly string[], address: string): string | undefined {
  const at = `${pageAt(areas, address)?.page.under ?? address}/`;
  return entries.filter((to) => at.startsWith(`${to}/`)).sort((a, b) => b.length - a.length)[0];
}
