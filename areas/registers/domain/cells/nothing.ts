import { bareText } from '../../../../platform/cells/text.ts';
import words from './nothing.json' with { type: 'json' };

const known: ReadonlySet<string> = new Set(Object.values(words).flat().map(bareText));
/** Of these words some are names too: Nil, No, Na, Lost. In a cell of a name they are taken for one. */
const namesToo: ReadonlySet<string> = new Set(['nil', 'no', 'na', 'dk', 'lost', 'wala', '무', '無']);

/** Whether a cell says that there is nothing to say: empty, punctuation alone, or words for it in any of the languages (`nothing.json`). */
export function isNothing(cell: string, holdsName = false): boolean {
  const text = bareText(cell);
  // A tick says that there is something.
  if (text === '') return !/[✓✔√☑]/u.test(cell);
  return known.has(text) && !(holdsName && namesToo.has(text));
}
