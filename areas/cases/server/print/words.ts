import { join } from 'node:path';
import type { Params } from '../../../../platform/decider/index.ts';
import { Catalogues, type Language } from '../../../../platform/http/catalogues.ts';

let catalogues: Catalogues | undefined;

/** The area's words, and with `partners:` before the key those of partners, in the language of a document, whatever that of the screen is. */
export function wordsIn(language: Language): (key: string, params?: Params) => string {
  catalogues ??= new Catalogues(
    new Map(['cases', 'partners'].map((area) => [area, join(import.meta.dirname, `../../../${area}/locales`)])),
  );
  const known = catalogues;
  return (key, params) => {
    const [area, name] = key.includes(':') ? (key.split(':') as [string, string]) : ['cases', key];
    return known.say(language, area, name, params);
  };
}
