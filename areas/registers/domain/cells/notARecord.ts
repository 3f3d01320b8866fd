import { bareText, plainDigits } from '../../../../platform/cells/text.ts';
import type { AsideReason } from './asideReasons.ts';
import words from './notARecord.json' with { type: 'json' };

/** What a row of a sheet is that is nobody's: the heading again, numbers of columns, a total, a signature or note, a title between the rows. */
export type NotARecord = Extract<AsideReason, 'heading-again' | 'column-numbers' | 'total-row' | 'signature-row' | 'title-row'>;

const [totals, signatures, titles] = [words.total, words.signature, words.title].map((some) => some.map(bareText));
const begins = (text: string, some: readonly string[]) => some.some((word) => text === word || text.startsWith(`${word} `));

/** Whether cells count on from the first, as the numbers of columns do that stand under a heading. */
function countsOn(cells: readonly string[]): boolean {
  const numbers = cells
    .filter((cell) => cell.trim() !== '')
    .map((cell) => Number(/^[([]?(\d{1,3})[)\].]?$/.exec(plainDigits(cell).trim())?.[1]));
  return numbers.length > 2 && numbers.every((number, i) => number === numbers[0]! + i);
}

/**
 * Whether a row is no record, and what instead. `columns` are the columns that mean something: what stands beside them says nothing.
 * Words count only where a row says hardly anything else: Total and Class are parts of names too.
 */
export function notARecord(cells: readonly string[], headers: readonly string[], columns: readonly number[]): NotARecord | undefined {
  const filled = columns.filter((column) => (cells[column] ?? '').trim() !== '');
  if (filled.length === 0) return undefined;
  // Most rows by far are records: what says so costs little.
  const sameAs = (column: number) => bareText(cells[column]!) === bareText(headers[column] ?? '');
  if (filled.length > 1 && cells[filled[0]!]!.length < 60 && filled.every(sameAs)) return 'heading-again';
  if (cells.every((cell) => cell.length < 6) && countsOn(cells)) return 'column-numbers';
  if (filled.length > Math.max(2, columns.length / 2)) return undefined;
  // A record says more than one word beside its figures.
  const said = filled.map((column) => bareText(cells[column]!)).filter((text) => /\p{L}/u.test(text));
  const [text] = said;
  if (text === undefined || said.length > 1) return undefined;
  if (begins(text, totals!)) return 'total-row';
  if (begins(text, signatures!)) return 'signature-row';
  return filled.length === 1 && columns.length > 2 && begins(text, titles!) ? 'title-row' : undefined;
}
