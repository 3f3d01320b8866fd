import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordsOf } from './doors.ts';
import { type Fault, filesOf } from './fault.ts';

/** Records, commands and events that the README of their area does not name. */
export function cardsWhole(root: string): Fault[] {
  return filesOf(root, 'areas/*/domain/index.ts').flatMap((door) => {
    const file = door.replace('domain/index.ts', 'README.md');
    if (!existsSync(join(root, file))) return [];
    const words = new Set(readFileSync(join(root, file), 'utf8').match(/[a-z]+(?:[-.][a-z]+)*/g));
    return recordsOf(root, door).flatMap(({ kind, events, commands }) =>
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
