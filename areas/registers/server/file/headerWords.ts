import { type CanonicalField, canonicalFields, headerWords, plainCell } from '../../domain/index.ts';
import metadata from './metadata.json' with { type: 'json' };

const plainHeader = (text: string) =>
  plainCell(text)
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

const fieldOfWord = new Map<string, CanonicalField>();
for (const field of canonicalFields)
  for (const word of [field, ...headerWords[field]]) if (!fieldOfWord.has(plainHeader(word))) fieldOfWord.set(plainHeader(word), field);

/** The field that these words name, in any of the languages; case and marks do not count. */
export const fieldNamed = (words: string): CanonicalField | undefined => fieldOfWord.get(plainHeader(words));

/** A heading as a form's server writes it: one word, or words in groups, parted by marks and without blanks. */
const ofForm = /^_{0,2}[\p{L}\p{N}][\p{L}\p{M}\p{N}_]*_{0,2}(?:[-/.:][\p{L}\p{M}\p{N}_]+)*$/u;

const written: ReadonlySet<string> = new Set([...metadata.odk, ...metadata.dhis2].map(plainHeader));
/** Kobo's own columns begin with an underscore: without it they are words that registers use too. */
const underscored: ReadonlySet<string> = new Set(metadata.kobo.map(plainHeader));

/** Whether a column was written by the program that gathered the forms, about the form and not about the child. */
export function isMetadata(header: string): boolean {
  const text = plainCell(header);
  const own = text.split(/[-/:]/).at(-1)!;
  if (/^(meta|formhub)[-/:]|^__/.test(text)) return true;
  if (own.startsWith('_')) return underscored.has(plainHeader(own));
  return written.has(plainHeader(text)) && !fieldNamed(text);
}

/** Groups of a form about somebody else than the child. */
const others: readonly (readonly [RegExp, CanonicalField | undefined])[] = [
  [/^(mother|mum|mom)/, 'mother_name'],
  [/^(father|dad)/, 'father_name'],
  [/^(guardian|carer|caregiver|caretaker|parent)/, 'guardian_name'],
  [/^(respondent|interviewer|enumerator|surveyor|head|hh|household|spouse|teacher|staff|contact)/, undefined],
];

const ofHousehold: ReadonlySet<CanonicalField> = new Set(['ward', 'address', 'suburb', 'postcode', 'household_id', 'phone']);

/**
 * The field of a heading with the groups of a form before it: `child-dob`, `child/dob`; none where it is about somebody else than the child, of whom only
 * the name of a parent is told. Undefined where the heading has no groups, or its last word is not known.
 */
export function fieldInGroup(header: string): { readonly field: CanonicalField | undefined } | undefined {
  const text = plainCell(header);
  if (!ofForm.test(text) || !/[-/.:]/.test(text)) return undefined;
  const parts = text.split(/[-/.:]/);
  const field = fieldNamed(parts.at(-1)!.replaceAll('_', ' '));
  const groups = parts.slice(0, -1).map((group) => plainHeader(group.replaceAll('_', ' ')));
  const other = others.find(([about]) => groups.some((group) => about.test(group)));
  if (!other) return field && { field };
  const isName = field === 'full_name' || field === 'given_name';
  if (isName) return { field: other[1] };
  // What a household has in common is the child's too.
  return { field: field && ofHousehold.has(field) ? field : undefined };
}
