import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { parse } from '../checks/syntax.ts';
import { ownCatalogues, patternOf, possibleKeys, splitKey } from '../checks/words/keys.ts';
import { screensShownBy } from '../checks/words/shown.ts';
import { languages } from '../platform/decider/index.ts';
import { catalogueFolders, readCatalogue, type Tree } from '../platform/http/catalogues.ts';
import { root } from './compose.ts';

/** What the web app imports: for each language the texts of the first screen, and the catalogue of each area. */
const virtual = 'virtual:catalogues';
/** The texts of every page; other catalogues of the platform come with the pages that use them. */
const everyPage: ReadonlySet<string> = new Set(['shell', 'ui']);
const somePages: ReadonlySet<string> = new Set(['lists']);

/** Whether the first screen, the menu, its search and all that areas show on Today, may say a key: any text in its files that could be the key counts. */
function firstScreenSays(): (catalogue: string, key: string) => boolean {
  const patterns = new Map<string, RegExp[]>();
  const seen = new Set<string>();
  const look = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const source = parse(root, file);
    const own = ownCatalogues(source);
    for (const text of possibleKeys(source)) {
      const [named, key] = splitKey(text);
      for (const catalogue of named ? [named] : own) patterns.set(catalogue, [...(patterns.get(catalogue) ?? []), patternOf(key)]);
    }
    for (const next of screensShownBy(root, source)) look(next);
  };
  look('app/web/areas.ts');
  return (catalogue, key) => patterns.get(catalogue)?.some((pattern) => pattern.test(key)) ?? false;
}

/** The part of a tree whose keys hold; undefined where nothing is left. */
function part(tree: Tree, holds: (key: string) => boolean, prefix = ''): Tree | undefined {
  const kept: Record<string, string | Tree> = {};
  for (const [key, value] of Object.entries(tree)) {
    const text = typeof value === 'string' ? holds(prefix + key) && value : part(value, holds, `${prefix}${key}.`);
    if (text) kept[key] = text;
  }
  return Object.keys(kept).length > 0 ? kept : undefined;
}

/**
 * The catalogues as the app fetches them: `<language>/first` with what the first screen says, and the catalogue of each area, which comes with
 * the area's pages. `more`: the folders of areas that are not the product's, in English at least.
 */
export function webCatalogues(more: Readonly<Record<string, string>> = {}): Plugin {
  const all = new Map([...catalogueFolders(root), ...Object.entries(more)]);
  const folders = [...all].filter(
    ([name]) => everyPage.has(name) || somePages.has(name) || name in more || existsSync(join(root, 'areas', name, 'web')),
  );
  const areas = folders.filter(([name]) => !everyPage.has(name));
  const textsOf = (folder: string, language: string) =>
    existsSync(join(folder, `${language}.json`)) ? readCatalogue(folder, language) : {};
  const fetched = (name: string) => `() => import('${virtual}/${name}')`;
  let says: ReturnType<typeof firstScreenSays> | undefined;
  const first = (language: string) => {
    says ??= firstScreenSays();
    return Object.fromEntries(
      folders.flatMap(([name, folder]) => {
        const texts = part(textsOf(folder, language), (key) => everyPage.has(name) || says!(name, key));
        return texts ? [[name, texts]] : [];
      }),
    );
  };
  return {
    name: 'catalogues',
    resolveId: (id) => (id.startsWith(virtual) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${virtual}`)) return undefined;
      const [, language, name] = id.split('/');
      if (language === undefined) {
        const perLanguage = languages.map((one) => {
          const ofAreas = areas.map(([area]) => `${area}: ${fetched(`${one}/${area}`)}`);
          return `${one}: { first: ${fetched(`${one}/first`)}, areas: { ${ofAreas.join(', ')} } }`;
        });
        return `export const catalogues = { ${perLanguage.join(', ')} };`;
      }
      const texts = name === 'first' ? first(language) : textsOf(all.get(name!)!, language);
      return `export default ${JSON.stringify(texts)};`;
    },
  };
}
