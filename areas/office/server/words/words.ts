import { join } from 'node:path';
import type { Params } from '../../../../platform/decider/index.ts';
import { Catalogues } from '../../../../platform/http/catalogues.ts';

let catalogues: Catalogues | undefined;

/** The area's words in a person's language, for what is read outside of Olle. */
export function wordsIn(language: string): (key: string, params?: Params) => string {
  catalogues ??= new Catalogues(new Map([['office', join(import.meta.dirname, '../../locales')]]));
  const known = catalogues;
  return (key, params) => known.say(language, 'office', key, params);
}
