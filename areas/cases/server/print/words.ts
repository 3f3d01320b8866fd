import { join } from 'node:path';
import type { Params } from '../../../../platform/decider/index.ts';
import { Catalogues, type Language } from '../../../../platform/http/catalogues.ts';

let catalogues: Catalogues | undefined;

/** The area's words in the language of a document, whatever that of the screen is. */
export function wordsIn(language: Language): (key: string, params?: Params) => string {
  catalogues ??= new Catalogues(new Map([['cases', join(import.meta.dirname, '../../locales')]]));
  const known = catalogues;
  return (key, params) => known.say(language, 'cases', key, params);
}
