import type { WebArea } from './area.ts';
import { prefetch } from './data/prefetch.ts';
import type { Language } from './device.ts';
import type { Catalogues } from './language.ts';

const wordsOf = (path: string) => path.split('/').filter((word) => word !== '');

/** The page at an address, its area, and what stands in the address for each `$name` of its path. Of two that fit, the one that says more words. */
export function pageAt(areas: readonly WebArea[], address: string) {
  const words = wordsOf(address);
  const fitting = areas
    .flatMap((area) => area.pages.map((page) => ({ area, page })))
    .filter(({ page: { path } }) => {
      const own = wordsOf(path);
      return own.length === words.length && own.every((word, i) => word.startsWith('$') || word === words[i]);
    })
    .sort((one, other) => one.page.path.split('$').length - other.page.path.split('$').length);
  const [found] = fitting;
  if (!found) return undefined;
  const params = wordsOf(found.page.path).flatMap((word, i) => (word.startsWith('$') ? [[word, words[i]!] as const] : []));
  return { ...found, params: Object.fromEntries(params) };
}

/** The areas from whose catalogues the pages of an area say words. */
export const cataloguesOf = ({ name, words = [] }: WebArea): readonly string[] => [name, ...words];

/** Fetches the page at this address, its words and what it reads, all at once and before the app is there. */
export function prefetchPage(areas: readonly WebArea[], address: string, language: Language, catalogues: Catalogues): void {
  const fetchModule = (load: () => Promise<unknown>) => void load().catch(() => undefined);
  fetchModule(catalogues[language].first);
  prefetch('/api/session', language);
  if (address === '/') prefetch('/api/office/today', language);
  const found = pageAt(areas, address);
  if (!found) return;
  fetchModule(found.page.load);
  for (const name of cataloguesOf(found.area)) fetchModule(catalogues[language].areas[name]!);
  for (const path of found.page.reads ?? [])
    prefetch(
      path.replace(/\$\w+/g, (name) => found.params[name] ?? name),
      language,
    );
}
