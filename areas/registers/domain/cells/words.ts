import { type Static, Type } from 'typebox';
import { plainCell } from '../../../../platform/cells/text.ts';
import { fields, isPartialDate, oneOf } from '../../../../platform/decider/index.ts';
import { type CanonicalField, canonicalFields, dateFields } from '../canonical.ts';
import { codesOf } from './codes.ts';
import { ageIn } from './numbers.ts';

const Word = fields({
  field: oneOf(...canonicalFields),
  /** What stands in the cell. */
  word: Type.String({ minLength: 1, maxLength: 500 }),
  /** What it means, in our form; empty where it says that nothing is known. */
  value: Type.String({ maxLength: 500 }),
});
/** What a person said that cells mean which could not be read, by field. */
export const MendedWords = Type.Array(Word, { maxItems: 1000 });
export type MendedWord = Static<typeof Word>;

/** What two cells of a field are alike by: nobody means another thing by a capital or a blank. */
export const wordKey = (field: string, cell: string): string => `${field}|${plainCell(cell).toLowerCase()}`;

/** The words by what cells are looked up by. */
export const wordsByKey = (words: readonly MendedWord[] = []): ReadonlyMap<string, string> =>
  new Map(words.map(({ field, word, value }) => [wordKey(field, word), value]));

/** Fields with codes whose own words say something where no code fits: they are kept as they stand, and asked about. */
export const keptAsWritten: ReadonlySet<CanonicalField> = new Set(['relationship_to_head', 'left_reason', 'carer_absent']);

/** Whether a value is one of its field, in our form. */
export function isValueOf(field: CanonicalField, value: string, today: string): boolean {
  if (value === '') return true;
  if (dateFields.has(field)) return isPartialDate(value) && value <= today;
  if (field === 'age_years') return ageIn(value) === value;
  const codes = codesOf(field);
  return codes.length === 0 || codes.includes(value) || keptAsWritten.has(field);
}
