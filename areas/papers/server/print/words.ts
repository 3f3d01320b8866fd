import { join } from 'node:path';
import type { Language, Params } from '../../../../platform/decider/index.ts';
import { Catalogues, catalogueFolders } from '../../../../platform/http/catalogues.ts';

let catalogues: Catalogues | undefined;

/** The area's words, and with `cases:` before the key those of cases, in the language of a document, whatever that of the screen is. */
export function wordsIn(language: Language): (key: string, params?: Params) => string {
  // Of every area: a history says its events and their values in the words of whichever area has them.
  catalogues ??= new Catalogues(catalogueFolders(join(import.meta.dirname, '../../../..')));
  const known = catalogues;
  return (key, params) => {
    const [area, name] = key.includes(':') ? (key.split(':') as [string, string]) : ['papers', key];
    return known.say(language, area, name, params);
  };
}
