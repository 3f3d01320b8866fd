/** The writing systems that are distinguished; everything else is `other`. */
export type Script =
  | 'latin'
  | 'devanagari'
  | 'arabic'
  | 'hangul'
  | 'han'
  | 'khmer'
  | 'sinhala'
  | 'tamil'
  | 'cyrillic'
  | 'mongolian'
  | 'other';

const scripts: readonly (readonly [Script, RegExp])[] = [
  ['latin', /\p{Script=Latin}/u],
  ['devanagari', /\p{Script=Devanagari}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['hangul', /\p{Script=Hangul}/u],
  ['han', /\p{Script=Han}/u],
  ['khmer', /\p{Script=Khmer}/u],
  ['sinhala', /\p{Script=Sinhala}/u],
  ['tamil', /\p{Script=Tamil}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['mongolian', /\p{Script=Mongolian}/u],
];

/** The script of the first letter. */
export function scriptOf(text: string): Script {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter === undefined ? 'other' : (scripts.find(([, pattern]) => pattern.test(letter))?.[0] ?? 'other');
}

/**
 * The form in which two spellings of one name are the same text: compatibility forms folded (NFKC), case folded, accents of Latin and
 * vowel marks of Arabic dropped, joiners and punctuation gone, one blank between words. A hyphen or apostrophe joins (Min-jun: minjun), and so does a
 * stop between initials (K.C.: kc).
 */
export function normaliseName(text: string): string {
  if (/^[a-z0-9]+(?: [a-z0-9]+)*$/.test(text)) return text;
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640\u200b-\u200f\u2060\ufeff]/gu, '')
    .normalize('NFKC')
    .replace(/(?<![\p{L}\p{M}\p{N}])(?:\p{L}\p{M}*\.)+\p{L}\p{M}*(?![\p{L}\p{M}\p{N}])/gu, (initials) => initials.replaceAll('.', ''))
    .replace(/[-'’‘ʻ`´]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a name, normalised; a word said twice is one. A Hangul or Han name written without blanks is cut after the surname (its first syllable). */
export function nameTokens(text: string): string[] {
  const words: string[] = [];
  for (const word of normaliseName(text).split(' ').filter(Boolean)) {
    // बीबी and "bi bi", written apart, are one word.
    if (words.length > 0 && words.at(-1) === word) words.push(`${words.pop()}${word}`);
    else words.push(word);
  }
  if (words.length !== 1) return words;
  const [word] = words as [string];
  const script = scriptOf(word);
  const letters = [...word];
  if ((script === 'hangul' || script === 'han') && letters.length >= 2 && letters.length <= 4)
    return [letters[0]!, letters.slice(1).join('')];
  return words;
}
