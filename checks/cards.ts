import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Fault, filesOf } from './fault.ts';

const require = createRequire(import.meta.url);

interface RecordLike {
  readonly kind: string;
  readonly events: object;
  readonly commands: object;
}
const isRecord = (value: unknown): value is RecordLike =>
  typeof value === 'object' && value !== null && 'kind' in value && 'events' in value && 'commands' in value;

/** Records, commands and events that the README of their area does not name. */
export function cardsWhole(root: string): Fault[] {
  return filesOf(root, 'areas/*/domain/index.ts').flatMap((door) => {
    const file = door.replace('domain/index.ts', 'README.md');
    if (!existsSync(join(root, file))) return [];
    const words = new Set(readFileSync(join(root, file), 'utf8').match(/[a-z]+(?:[-.][a-z]+)*/g));
    const records = Object.values(require(join(root, door)) as object).filter(isRecord);
    return records.flatMap(({ kind, events, commands }) =>
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
