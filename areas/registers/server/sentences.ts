import { join } from 'node:path';
import type { Params } from '../../../platform/decider/index.ts';
import { Catalogues } from '../../../platform/http/catalogues.ts';

const catalogues = new Catalogues(new Map([['registers', join(import.meta.dirname, '../locales')]]));

/** A sentence of this area in a reader's language, for what leaves the server other than through a screen. */
export const sentence = (language: string, key: string, params: Params = {}): string => catalogues.say(language, 'registers', key, params);
