import { bestMatch } from '@olle/names';
import type { Spelling, Words } from './words.ts';

/** From here on two words are one that is written in two ways. */
export const wordInCommon = 0.9;

/**
 * The level of two spellings, the same both ways: each word of the shorter is matched with another one, in any order, so that all together are
 * most alike. All words must be alike for the name to be: a long family name in common does not make two given names similar.
 */
export function spellingLevel(words: Words, a: Spelling, b: Spelling): number {
  const [few, many] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  if (few.length === 0) return 4;
  // A long word counts for more; of two names of as many words, by what both have.
  const weight = (word: number, other: number) =>
    few.length < many.length ? words.weightOf(word) : (words.weightOf(word) + words.weightOf(other)) / 2;
  const matched = bestMatch(
    few.map((word) => many.map((other) => words.similarity(word, other) * weight(word, other))),
    many.length,
  );
  let [sum, letters, least, most] = [0, 0, 1, 0];
  few.forEach((word, i) => {
    const other = many[matched[i]!]!;
    const similarity = words.similarity(word, other);
    sum += similarity * weight(word, other);
    letters += weight(word, other);
    least = Math.min(least, similarity);
    if (!words.isInitial(word) && !words.isInitial(other)) most = Math.max(most, similarity);
  });
  const overall = sum / letters - 0.04 * (many.length - few.length);
  if (least >= 0.9 && overall >= 0.97) return 0;
  if (least >= 0.87 && overall >= 0.9) return 1;
  // Blanks are often left out, or a Hangul name cut after a surname that is none.
  if (words.sameLetters(a, b)) return 1;
  if (least >= 0.8 && overall >= 0.8) return 2;
  return most >= wordInCommon ? 3 : 4;
}
