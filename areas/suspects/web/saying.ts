import { type Saying, sayings } from '../domain/index.ts';

/** What is asked of who somebody is, a text of several lines each. */
export type Told = Readonly<Record<Saying, string>>;
export const nothingTold = Object.fromEntries(sayings.map((what) => [what, ''])) as unknown as Told;

/** The lines of a text that say something. */
export const linesOf = (text: unknown): string[] =>
  typeof text === 'string' ? text.split('\n').flatMap((line) => line.trim().slice(0, 200) || []) : [];

/** The same as commands take it: each line for itself. */
export const saidIn = (told: Readonly<Partial<Record<Saying, unknown>>>) =>
  sayings.flatMap((what) => linesOf(told[what]).map((text) => ({ what, text })));
