import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, filesOf } from './fault.ts';
import { recordsOf } from './publicApi.ts';

/** Records, commands and events that the README of their area does not name. */
export function cardsWhole(root: string): Fault[] {
  return filesOf(root, 'areas/*/domain/index.ts').flatMap((api) => {
    const file = api.replace('domain/index.ts', 'README.md');
    if (!existsSync(join(root, file))) return [];
    const words = new Set(readFileSync(join(root, file), 'utf8').match(/[a-z]+(?:[-.][a-z]+)*/g));
    return recordsOf(root, api).flatMap(({ kind, events, commands }) =>
      [
        ['record', [kind]],
        ['command', Object.keys(commands)],
        ['event', Object.keys(events)],
      ].flatMap(([what, names]) =>
        (names as string[])
          .filter((name) => !words.has(name))
          .map((name) => ({ file, says: `does not name the ${what} ${name}${name === kind ? '' : ` of ${kind}`}.` })),
      ),
    );
  });
}
