import type { TFunction } from 'i18next';
import type { IconName } from '../../ui/Icon.tsx';

/** Somebody or something that a search found. */
export interface Found {
  readonly key: string;
  readonly name: string;
  readonly about?: string;
  readonly to: string;
  readonly icon: IconName;
}

/** What a search needs to say in words what it found. */
interface Words {
  readonly t: TFunction;
  readonly date: (iso: string) => string;
  readonly ward: (code: string) => string;
}

/** Asks the server for children by a name or a number, `mostFound` of them: the answer is a reading, and whoever is in it is recorded as read. */
export type Find = (text: string, words: Words) => Promise<readonly Found[]>;

/** How many a search of the palette shows. */
export const mostFound = 6;
