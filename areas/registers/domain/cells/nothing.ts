import words from './nothing.json' with { type: 'json' };
import { plainCell } from './text.ts';

/** What a text is compared by: letters and figures alone, apart by single blanks, whatever the case. */
const bare = (text: string): string =>
  plainCell(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

const known: ReadonlySet<string> = new Set(Object.values(words).flat().map(bare));
/** Of these words some are names too: Nil, No, Na, Lost. In a cell of a name they are taken for one. */
const namesToo: ReadonlySet<string> = new Set(['nil', 'no', 'na', 'dk', 'lost', 'wala', '무', '無']);

/** Whether a cell says that there is nothing to say: empty, punctuation alone, or words for it in any of the languages (`nothing.json`). */
export function isNothing(cell: string, holdsName = false): boolean {
  const text = bare(cell);
  // A tick says that there is something.
  if (text === '') return !/[✓✔√☑]/u.test(cell);
  return known.has(text) && !(holdsName && namesToo.has(text));
}
