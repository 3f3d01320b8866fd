import { readFileSync } from 'node:fs';
import anyAscii from 'any-ascii';
import { Blob, Face } from 'harfbuzzjs';

/** The letters (code points) that one of those font files has a shape for. */
export function lettersOf(files: readonly string[]): ReadonlySet<number> {
  const letters = new Set<number>();
  for (const file of files) for (const letter of new Face(new Blob(readFileSync(file))).collectUnicodes()) letters.add(letter);
  return letters;
}

/** Joiners, marks of direction, blanks and line breaks need no shape. */
const shapeless = /^[\p{Default_Ignorable_Code_Point}\p{White_Space}]$/u;
const codeOf = (letter: string) => `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
const inLatin = (letters: string) => anyAscii(letters).trim() || [...letters].map(codeOf).join(' ');

/**
 * The text with what no face can print in Latin letters, in square brackets: a box in its place would tell nobody what stands there. Letters
 * that no rule of romanisation knows stand as their numbers in Unicode.
 */
export function withLatin(text: string, letters: ReadonlySet<number>): string {
  let made = '';
  let lacking = '';
  const close = () => {
    if (lacking) made += `[${inLatin(lacking)}]`;
    lacking = '';
  };
  for (const letter of text) {
    // A joiner within a word that cannot be printed belongs to it.
    if (shapeless.test(letter)) {
      if (!/\p{Join_Control}/u.test(letter)) close();
      if (!lacking) made += letter;
    } else if (letters.has(letter.codePointAt(0)!)) {
      close();
      made += letter;
    } else lacking += letter;
  }
  close();
  return made;
}
