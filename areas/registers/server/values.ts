import { type CanonicalField, dateFields, nameFields, type StartInput, type Values, valueWords } from '../domain/index.ts';
import { plainDigits, readDate } from './dates.ts';

const wordsOf = new Map(
  Object.entries(valueWords).map(([field, codes]) => [
    field,
    new Map(
      Object.entries(codes).flatMap(([code, words]) =>
        [code, ...words].map((word) => [word.normalize('NFC').toLowerCase(), code] as const),
      ),
    ),
  ]),
);

/** The code for a word of a register, where the field has codes: `महिला` of `sex` is `female`. */
export const codeOf = (field: CanonicalField, text: string): string | undefined =>
  wordsOf.get(field)?.get(text.normalize('NFC').toLowerCase());

const numbers: ReadonlySet<CanonicalField> = new Set([
  'ward',
  'phone',
  'national_id',
  'birth_registration_no',
  'source_id',
  'household_id',
  'grade',
]);
const nothing = /^(-+|–|—|n\/?a|null|none|unknown|nil|#n\/a)$/i;

export interface BadCell {
  readonly column: number;
  readonly reason: 'date' | 'sex' | 'no-name' | 'age' | 'future';
}

const control = /[\0-\x1f\x7f]/;
const controls = new RegExp(`${control.source}+`, 'g');

/** A cell as it is kept: one line. Our own download guards cells that a spreadsheet would run as formulas: the guard goes where such a file comes back. */
const textOf = (cell: string) =>
  (control.test(cell) ? cell.replace(controls, ' ') : cell)
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
    .normalize('NFC')
    .slice(0, 500)
    .toWellFormed();

/** A cell that holds an id or a number; empty where it says that there is none. */
export const codeLike = (cell: string): string => {
  const text = textOf(cell);
  return nothing.test(text) ? '' : plainDigits(text);
};

/** The values of a row under a mapping, each in our form; or what cannot be read, and where. `today` bounds dates from above. */
export function readRow(
  cells: readonly string[],
  plan: Pick<StartInput, 'mapping' | 'dateOrder' | 'calendar'>,
  today: string,
): { values: Values } | { bad: BadCell } {
  const values: Partial<Record<CanonicalField, string>> = {};
  for (const { column, field, dateOrder, calendar } of plan.mapping) {
    const text = textOf(cells[column] ?? '');
    if (text === '') continue;
    const code = codeOf(field, text);
    if (code !== undefined) {
      values[field] = code;
      continue;
    }
    if (nothing.test(text)) continue;
    if (dateFields.has(field)) {
      const date = readDate(text, dateOrder ?? plan.dateOrder, calendar ?? plan.calendar);
      if (!date) return { bad: { column, reason: 'date' } };
      if (date > today) return { bad: { column, reason: 'future' } };
      values[field] = date;
    } else if (field === 'sex') return { bad: { column, reason: 'sex' } };
    else if (field === 'age_years') {
      const age = plainDigits(text).replace(/(\.0+|\s*(years?|yrs?|वर्ष|سال|세))$/iu, '');
      if (!/^\d{1,3}$/.test(age) || Number(age) > 130) return { bad: { column, reason: 'age' } };
      values.age_years = age;
    } else values[field] = numbers.has(field) ? plainDigits(text) : text;
  }
  if (!nameFields.some((field) => values[field]))
    return { bad: { column: plan.mapping.find(({ field }) => nameFields.some((name) => name === field))?.column ?? 0, reason: 'no-name' } };
  return { values };
}
