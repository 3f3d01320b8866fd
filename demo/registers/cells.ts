import type { CivilDate, Day } from '../city/calendar.ts';
import { bikramSambat, civil, dayOf, two } from '../city/calendar.ts';
import type { Register } from '../city/country.ts';

/** A date as somebody wrote it: wholly, by its year only, with day and month exchanged, or as text that is no date (`raw`). */
export interface DateCell {
  readonly day: Day;
  readonly yearOnly?: boolean;
  readonly transposed?: boolean;
  readonly raw?: string;
}

/** A number that a spreadsheet holds as a number. */
interface NumberCell {
  readonly number: number;
}

/** A text that many rows have in common (a spreadsheet keeps it once). */
interface VocabularyCell {
  readonly word: string;
}

export type Cell = string | DateCell | NumberCell | VocabularyCell;
export type Cells = Readonly<Record<string, Cell | undefined>>;

/** A row of a register and what is true of it. */
export interface RegisterRow {
  readonly register: Register;
  readonly rowId: string;
  readonly person: string;
  readonly cells: Cells;
  /** What went wrong when it was written, such as `typo:mother_name`. */
  readonly slips: readonly string[];
  readonly duplicateOf?: string;
  readonly bad?: 'impossible-date' | 'empty-name';
  /** Devanagari digits in dates and numbers of this row. */
  readonly localDigits: boolean;
}

export function toLocalDigits(text: string): string {
  let local = '';
  for (const character of text)
    local += character >= '0' && character <= '9' ? String.fromCharCode(0x0966 + character.charCodeAt(0) - 48) : character;
  return local;
}

const inCalendar = (day: Day, format: string): CivilDate => (format.startsWith('bs') ? bikramSambat(day) : civil(day));

/** Whether day and month of this date can be exchanged unnoticed in the calendar of the format. */
export function canTranspose(day: Day, format: string): boolean {
  const date = inCalendar(day, format);
  return date.day <= 12 && date.day !== date.month;
}

/** The first day of the year in the calendar of the format: where people put births whose day nobody knows. */
export function firstOfYear(day: Day, format: string): Day {
  if (!format.startsWith('bs')) return dayOf(civil(day).year, 1, 1);
  let first = day;
  for (let date = bikramSambat(first); date.month !== 1 || date.day !== 1; date = bikramSambat(first))
    first -= date.month > 1 ? 28 * (date.month - 1) : date.day - 1;
  return first;
}

/** A date as text: `iso` 2014-05-09, `dmy/` 09/05/2014, `dmy-`, `ymd.` 2014.05.09, `bs/` and `bs-` Bikram Sambat, `excel` as iso. */
function dateText(cell: DateCell, format: string): string {
  if (cell.raw !== undefined) return cell.raw;
  const date = inCalendar(cell.day, format);
  if (cell.yearOnly) return String(date.year);
  const month = two(cell.transposed ? date.day : date.month);
  const day = two(cell.transposed ? date.month : date.day);
  if (format === 'dmy/' || format === 'dmy-') return [day, month, date.year].join(format.at(-1));
  const separator = format === 'ymd.' ? '.' : format === 'bs/' ? '/' : '-';
  return [date.year, month, day].join(separator);
}

/** The day a spreadsheet shows for a date cell, undefined when it can only be text. */
export function findSpreadsheetDay(cell: DateCell): Day | undefined {
  if (cell.raw !== undefined || cell.yearOnly) return undefined;
  if (!cell.transposed) return cell.day;
  const date = civil(cell.day);
  return dayOf(date.year, date.day, date.month);
}

const numeric = new Set([
  'registration_date',
  'birth_date',
  'observed_on',
  'ward',
  'birth_registration_no',
  'national_id',
  'phone',
  'age_years',
  'address',
]);

/** What a text file holds for a cell. */
export function cellText(cell: Cell | undefined, field: string, format: string | undefined, localDigits: boolean): string {
  if (cell === undefined) return '';
  const text =
    typeof cell === 'string' ? cell : 'number' in cell ? String(cell.number) : 'word' in cell ? cell.word : dateText(cell, format ?? 'iso');
  return localDigits && numeric.has(field) ? toLocalDigits(text) : text;
}
