import type { Random } from '../city/random.ts';

const confused: readonly (readonly [string, string])[] = [
  ['ि', 'ी'],
  ['ु', 'ू'],
  ['श', 'स'],
  ['ष', 'श'],
  ['व', 'ब'],
  ['ण', 'न'],
  ['ङ', 'ं'],
  ['ट', 'त'],
  ['ड', 'द'],
  ['ञ्', 'ं'],
  ['ث', 'س'],
  ['ص', 'س'],
  ['ح', 'ہ'],
  ['ذ', 'ز'],
  ['ض', 'ز'],
  ['ظ', 'ز'],
  ['ط', 'ت'],
  ['ق', 'ک'],
  ['ئ', 'ی'],
  ['ع', 'ا'],
  ['آ', 'ا'],
  ['ں', 'ن'],
];
const keyboard: Readonly<Record<string, string>> = {
  a: 's',
  b: 'v',
  c: 'x',
  d: 's',
  e: 'r',
  f: 'd',
  g: 'h',
  h: 'j',
  i: 'u',
  j: 'h',
  k: 'l',
  l: 'k',
  m: 'n',
  n: 'm',
  o: 'p',
  p: 'o',
  r: 't',
  s: 'a',
  t: 'r',
  u: 'i',
  v: 'b',
  w: 'e',
  y: 't',
  z: 'x',
};
const vowelSwaps = new Map([
  [1, 5],
  [5, 1],
  [8, 13],
  [13, 8],
  [4, 8],
  [0, 4],
  [20, 18],
  [18, 20],
  [6, 2],
  [2, 6],
]);
const finalSwaps = new Map([
  [21, 4],
  [4, 21],
  [16, 4],
  [8, 0],
  [1, 0],
  [0, 21],
]);

/** The text with one slip as a clerk makes it in that script; different from the text unless the text is shorter than two letters. */
export function typo(text: string, random: Random): string {
  const letters = [...text];
  if (letters.length < 2) return text;
  const at = random.whole(1, letters.length - 1);
  const hangul = letters.findIndex((letter, index) => index >= Math.min(at, letters.length - 1) && letter >= '가' && letter <= '힣');
  if (hangul >= 0) return letters.map((letter, index) => (index === hangul ? hangulSlip(letter, random) : letter)).join('');
  if (/[\u0600-\u06ff\u0900-\u097f]/.test(text)) return indicOrArabicSlip(text, letters, at, random);
  return latinSlip(text, letters, at, random);
}

function hangulSlip(letter: string, random: Random): string {
  const code = letter.charCodeAt(0) - 0xac00;
  const vowel = Math.floor((code % 588) / 28);
  const final = code % 28;
  const vowelSwap = vowelSwaps.get(vowel);
  const moved = vowelSwap !== undefined && random.chance(0.6) ? (vowelSwap - vowel) * 28 : (finalSwaps.get(final) ?? 0) - final;
  return String.fromCharCode(0xac00 + code + (moved === 0 ? (final === 4 ? -4 : 4 - final) : moved));
}

function indicOrArabicSlip(text: string, letters: readonly string[], at: number, random: Random): string {
  const fits = confused.flatMap(([one, other]) => [
    ...(text.includes(one) ? [[one, other] as const] : []),
    ...(text.includes(other) && !other.startsWith('ं') ? [[other, one] as const] : []),
  ]);
  if (fits.length > 0 && random.chance(0.8)) {
    const [from, to] = random.pick(fits);
    return text.replace(from, to);
  }
  const signs = letters.flatMap((letter, index) => (index > 0 && /[\u093e-\u094d\u0627\u06cc\u0648]/.test(letter) ? [index] : []));
  const gone = signs.length > 0 ? random.pick(signs) : Math.max(1, letters[at] === ' ' ? at - 1 : at);
  return letters.filter((_, index) => index !== gone).join('');
}

function latinSlip(text: string, letters: readonly string[], at: number, random: Random): string {
  const letter = letters[at]!;
  const kind = random.whole(0, 3);
  const before = text.slice(0, at);
  const rest = text.slice(at + letter.length);
  if (kind === 0 && letter !== ' ') return before + rest;
  if (kind === 1 && letter !== letters[at - 1] && at > 1) return before.slice(0, -1) + letter + letters[at - 1]! + rest;
  if (kind === 2) return before + letter + letter + rest;
  return before + (keyboard[letter.toLowerCase()] ?? 'e') + rest;
}
