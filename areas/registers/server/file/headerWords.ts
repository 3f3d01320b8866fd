import { type CanonicalField, canonicalFields, headerWords, plainCell } from '../../domain/index.ts';

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
