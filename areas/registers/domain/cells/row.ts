import { phonesIn } from '../../../../platform/cells/telephone.ts';
import { cellText, plainCell } from '../../../../platform/cells/text.ts';
import { type CanonicalField, dateFields, type Values } from '../canonical.ts';
import type { StartInput } from '../import.ts';
import { nameFields } from '../names.ts';
import type { AsideReason } from './asideReasons.ts';
import { codeOf, codesOf } from './codes.ts';
import { isNothing } from './nothing.ts';
import { ageIn, identifierIn, type NumberCell, numberIn } from './numbers.ts';
import { readDate, severalDates } from './severalDates.ts';
import { keptAsWritten, wordKey } from './words.ts';

/** Fields whose cells hold names or words: where they are not names, fewer words mean nothing. */
const ofNames: ReadonlySet<CanonicalField> = new Set([...nameFields, 'mother_name', 'father_name', 'guardian_name']);

const numberFields: Readonly<Partial<Record<CanonicalField, (cell: string) => NumberCell>>> = {
  ward: numberIn,
  grade: numberIn,
  source_id: numberIn,
  household_id: (cell) => identifierIn(cell, false),
  national_id: (cell) => identifierIn(cell, true),
  birth_registration_no: (cell) => identifierIn(cell, true),
  phone(cell) {
    const number = identifierIn(cell, true);
    // What holds several numbers is kept as it stands: each of them is read from it.
    return typeof number === 'object' && phonesIn(cell).length > 1 ? { text: plainCell(cell) } : number;
  },
};

export interface BadCell {
  readonly column: number;
  readonly reason: AsideReason;
}

/** A cell that holds an id or a number; empty where it says that there is none. */
export function codeLike(cell: string): string {
  const number = numberIn(cell);
  return typeof number === 'object' ? number.text : '';
}

/** Fields without which a row is nobody's, or somebody else's: where these cannot be read, the row is set aside. */
const needed: ReadonlySet<CanonicalField> = new Set(['source_id', 'birth_date']);

/** What a cell means: a value in our form, nothing, or why it cannot be read. */
function meaningOf(field: CanonicalField, cell: string, on: Dates): { value: string } | 'nothing' | 'unread' | BadCell['reason'] {
  const code = codeOf(field, cell);
  if (code !== undefined) return { value: code };
  const number = numberFields[field];
  if (number) {
    const found = number(cell);
    return typeof found === 'object' ? { value: found.text } : found;
  }
  if (isNothing(cell, ofNames.has(field))) return 'nothing';
  if (dateFields.has(field)) {
    const date = readDate(cell, on.dateOrder, on.calendar);
    if (!date) return severalDates(cell).length > 1 ? 'two-dates' : 'date';
    return date > on.today ? 'future' : { value: date };
  }
  // "Father, since 2079" says more than a code.
  if (codesOf(field).length > 0) return field === 'carer_absent' && beginsWithCode(field, cell) ? { value: cell } : 'unread';
  if (field !== 'age_years') return { value: cell };
  const age = ageIn(cell);
  return age === undefined ? 'unread' : { value: age };
}

/** Whether the first words of a cell, up to a mark, are a word for a code. */
const beginsWithCode = (field: CanonicalField, cell: string): boolean => {
  const [first = ''] = cell.split(/\s*[–—,;:(/-]\s*/u);
  return codeOf(field, first) !== undefined;
};

/** Dates of what is done for a child who is born. */
const laterDates = [...dateFields].filter((field) => field !== 'birth_date');
/** Whether a date is before another, as far as both are known. */
function isBefore(date: string | undefined, than: string): boolean {
  const known = Math.min(date?.length ?? 0, than.length);
  return date !== undefined && date.slice(0, known) < than.slice(0, known);
}

type Dates = Pick<StartInput, 'dateOrder' | 'calendar'> & { readonly today: string };

/**
 * The values of a row under a mapping, each in our form, and what stands in cells that cannot be read and that the record can do without; or
 * why the row cannot be taken, and by which cell. `today` bounds dates from above; `words` is what a person said that cells mean.
 */
export function readRow(
  cells: readonly string[],
  plan: Pick<StartInput, 'mapping' | 'dateOrder' | 'calendar'>,
  today: string,
  words: ReadonlyMap<string, string> = new Map(),
): { values: Values; unread: Values } | { bad: BadCell } {
  const values: Partial<Record<CanonicalField, string>> = {};
  const unread: Partial<Record<CanonicalField, string>> = {};
  for (const { column, field, dateOrder = plan.dateOrder, calendar = plan.calendar } of plan.mapping) {
    const cell = cellText(cells[column] ?? '');
    if (cell === '') continue;
    const found = meaningOf(field, cell, { dateOrder, calendar, today });
    if (found === 'nothing') continue;
    if (typeof found === 'object') {
      values[field] = found.value;
      continue;
    }
    const said = words.get(wordKey(field, cell));
    if (said !== undefined) {
      if (said !== '') values[field] = said;
    } else if (needed.has(field)) return { bad: { column, reason: found === 'unread' ? 'date' : found } };
    else {
      unread[field] = cell;
      if (keptAsWritten.has(field)) values[field] = cell;
    }
  }
  // A child is born before anything is done for them: where the file says otherwise, the birth date is most likely another date.
  const birth = values.birth_date;
  if (birth && laterDates.some((field) => isBefore(values[field], birth)))
    return { bad: { column: plan.mapping.find(({ field }) => field === 'birth_date')!.column, reason: 'born-later' } };
  // A name has a letter: a row of the numbers of its columns, of dots or of a total is nobody's.
  if (!nameFields.some((field) => /\p{L}/u.test(values[field] ?? '')))
    return { bad: { column: plan.mapping.find(({ field }) => nameFields.some((name) => name === field))?.column ?? 0, reason: 'no-name' } };
  return { values, unread };
}
