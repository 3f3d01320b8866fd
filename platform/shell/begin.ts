import type { WebArea } from './area.ts';
import { begin } from './data/begun.ts';

const wordsOf = (path: string) => path.split('/').filter((word) => word !== '');

/** The page at an address, and what stands in the address for each `$name` of its path. Of two that fit, the one that says more words. */
export function pageAt(areas: readonly WebArea[], address: string) {
  const words = wordsOf(address);
  const fitting = areas
    .flatMap(({ pages }) => pages)
    .filter(({ path }) => {
      const own = wordsOf(path);
      return own.length === words.length && own.every((word, i) => word.startsWith('$') || word === words[i]);
    })
    .sort((one, other) => one.path.split('$').length - other.path.split('$').length);
  const [page] = fitting;
  if (!page) return undefined;
  const params = wordsOf(page.path).flatMap((word, i) => (word.startsWith('$') ? [[word, words[i]!] as const] : []));
  return { page, params: Object.fromEntries(params) };
}

/** Fetches the page at this address and what it reads, all at once and before the app is there. */
export function beginPage(areas: readonly WebArea[], address: string, language: string): void {
  begin('/api/session', language);
  const found = pageAt(areas, address);
  if (!found) return;
  void found.page.load().catch(() => undefined);
  for (const path of found.page.reads ?? [])
    begin(
      path.replace(/\$\w+/g, (name) => found.params[name] ?? name),
      language,
    );
}
