import { plainCell, plainDigits } from '../../../../platform/cells/text.ts';
import type { CanonicalField } from '../canonical.ts';
import { codesByField } from '../names.ts';
import words from './codes.json' with { type: 'json' };

/** Words of cells by field and code, in the languages of the cities: `sex` → `female` → `महिला`. */
const valueWords: { readonly [F in keyof typeof codesByField]: Readonly<Record<(typeof codesByField)[F][number], readonly string[]>> } =
  words;

const form = (text: string) => plainCell(text).toLowerCase();

const codes = new Map(
  Object.entries(valueWords).map(([field, codes]) => [
    field,
    new Map(
      Object.entries<readonly string[]>(codes).flatMap(([code, words]) => [code, ...words].map((word) => [form(word), code] as const)),
    ),
  ]),
);

/** The codes of a field; none where its cells are no codes. */
export const codesOf = (field: CanonicalField): readonly string[] => codesByField[field as keyof typeof codesByField] ?? [];

/** The number of an answer before or behind its label. */
const labelled = /^[([]?\d{1,3}[)\].:=\s-]+|\s*[([]\d{1,3}[)\]]$/gu;

/** The code for a word of a register, where the field has codes: `महिला` of `sex` is `female`. */
export function codeOf(field: CanonicalField, cell: string): string | undefined {
  const known = codes.get(field);
  if (!known) return undefined;
  const text = form(cell);
  // Programs of surveys write the number of an answer beside its label: "(1) Male", "Male (1)", "2 = Female".
  return known.get(cell.toLowerCase()) ?? known.get(text) ?? known.get(plainDigits(text).replace(labelled, ''));
}
