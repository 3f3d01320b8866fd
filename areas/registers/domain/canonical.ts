import words from './fields.json' with { type: 'json' };
import { isDateField } from './names.ts';

/** What a column of any register may hold. */
export type CanonicalField = keyof typeof words;
export const canonicalFields = Object.keys(words) as CanonicalField[];
/** Header words by field, in the languages of the cities. */
export const headerWords: Readonly<Record<CanonicalField, readonly string[]>> = words;

export const dateFields: ReadonlySet<CanonicalField> = new Set(canonicalFields.filter(isDateField));

export type Values = Partial<Record<CanonicalField, string>>;
