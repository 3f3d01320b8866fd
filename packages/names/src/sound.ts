import anyAscii from 'any-ascii';
import arabic from './arabic.json' with { type: 'json' };
import { nameTokens, scriptOf } from './normalise.ts';
import surnames from './surnames.json' with { type: 'json' };

/** Latin spellings of Korean surnames, the usual one first. */
const koreanSurnames: Readonly<Record<string, readonly string[]>> = surnames;
const arabicLetters: Readonly<Record<string, string>> = arabic;

/** Whether a Latin word is one of the usual spellings of a Korean surname. */
export const spellsSurname = (surname: string, latin: string): boolean => koreanSurnames[surname]?.includes(latin) ?? false;

const usual = new Map(Object.values(koreanSurnames).flatMap(([first, ...others]) => others.map((other) => [other, first!] as const)));

/** A Latin word in the usual spelling, where it may be a Korean surname: Yi as Lee. */
export const usualSpelling = (latin: string): string => usual.get(latin) ?? latin;

/** Devanagari keeps a vowel `a` in every bare consonant but the last, which any-ascii leaves out; its nasal sign sounds like the letter it precedes. */
const plainDevanagari = (token: string): string =>
  token
    .replaceAll('ज्ञ', 'ग्य')
    .replace(/(?<=[कगतदधरलशषसह]्)व/gu, 'w')
    .replace(/[ंँ](?=[पफबभम])/gu, 'म्')
    .replace(/[ंँ]/gu, 'न्')
    .replace(/(\p{L})(?=\p{L})/gu, (_, letter: string) => (/[क-ह]/u.test(letter) ? `${letter}ा` : letter));

/** A letter of the Arabic script by its position: و and ی are vowels or w, v, y; an h at the end is a. */
function arabicSound(letters: readonly string[], i: number): string {
  const letter = letters[i]!;
  if (i === 0) return letter === 'u' ? 'w' : letter === 'i' ? 'y' : letter;
  const afterAlef = i === 1 && letters[0] === 'a';
  if (letter === 'u' && letters[i + 1] === 'i' && !afterAlef && !/^[ai]/.test(letters[i + 2] ?? '')) return 'v';
  return letter === 'h' && i > 1 && i === letters.length - 1 ? 'a' : letter;
}

/** Letters of the Arabic script as Urdu and Persian read them; a vowel that is not written is `a`, as in most names. */
function plainArabic(token: string): string {
  const written = [...token];
  const letters = written.map((letter) => arabicLetters[letter] ?? anyAscii(letter).toLowerCase());
  let latin = '';
  for (const i of letters.keys()) {
    const sound = arabicSound(letters, i);
    // ھ is breathed with the letter before it: بھ is one sound.
    const bare = /[^aeiou]$/.test(latin) && /^[^aeiou]/.test(sound) && written[i] !== 'ھ';
    latin += bare ? `a${sound}` : sound;
  }
  return latin;
}

/** A syllable of Hangul that begins with ㄹ is written with r, unless the one before ends in it. */
function plainHangul(token: string): string {
  let latin = '';
  for (const syllable of token) {
    const next = anyAscii(syllable).toLowerCase();
    latin += next.startsWith('l') && !latin.endsWith('l') ? `r${next.slice(1)}` : next;
  }
  return latin;
}

/** Remembers what was worked out for a word: registers repeat the same few thousand names. Forgets all when it grows too large. */
function remembered(work: (token: string) => string): (token: string) => string {
  const known = new Map<string, string>();
  return (token) => {
    let result = known.get(token);
    if (result === undefined) {
      if (known.size >= 200_000) known.clear();
      result = work(token);
      known.set(token, result);
    }
    return result;
  };
}

/** A Latin spelling of a normalised token of any script, lower case letters only; the token itself where it is Latin. */
export const romanise = remembered((token: string): string => {
  const script = scriptOf(token);
  if (script === 'hangul') return koreanSurnames[token]?.[0] ?? plainHangul(token).replace(/[^a-z0-9]/g, '');
  if (script === 'arabic') return plainArabic(token).replace(/[^a-z0-9]/g, '');
  return anyAscii(script === 'devanagari' ? plainDevanagari(token) : token)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
});

/** Names that clerks write short, normalised, and what they stand for. */
const abbreviations: Readonly<Record<string, string>> = {
  bdr: 'bahadur',
  kr: 'kumar',
  kmr: 'kumar',
  pd: 'prasad',
  prd: 'prasad',
  pdr: 'prasad',
  md: 'muhammad',
  mohd: 'muhammad',
  muhd: 'muhammad',
  mhd: 'muhammad',
  mohmd: 'muhammad',
  ma: 'maria',
};
/** The word that an abbreviation of names stands for; any other word as it is. */
export const inFull = (token: string): string => abbreviations[token] ?? token;

/** Titles before a name, normalised: beside it they say nothing of who it is. */
export const titles: ReadonlySet<string> = new Set(['mst', 'mosammat', 'musammat', 'smt', 'shrimati', 'shri', 'mr', 'mrs', 'ms', 'miss']);

/** Spellings of one sound across romanisations, in the order they are replaced. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^kc$/, 'kesi'],
  [/x/g, 'ks'],
  [/ng(?![aeiouwyk])/g, 'n'],
  [/chh|ch|tj|ts|tz/g, 'c'],
  [/sch|sh/g, 's'],
  [/ph/g, 'f'],
  [/([bdgjkt])h/g, '$1'],
  [/dj/g, 'j'],
  [/ck/g, 'k'],
  [/par(?=k$)/, 'pa'],
  [/n(?=[bmp])/g, 'm'],
  [/^w(?=[aei])/, 'v'],
];

const classes: Readonly<Record<string, string>> = {
  b: 'p',
  p: 'p',
  f: 'p',
  v: 'p',
  d: 't',
  t: 't',
  g: 'k',
  k: 'k',
  q: 'k',
  c: 'c',
  j: 'c',
  z: 'c',
  s: 's',
  m: 'm',
  n: 'n',
  r: 'r',
  l: 'l',
};

/** A Latin spelling with one way to write each sound. */
const spelt = (token: string): string =>
  spellings.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), romanise(inFull(token)));

/**
 * What consonants of a word sound like, the same across scripts and spellings: राम and Ram give `rm`, محمد and Mohammed `mt`, 김 and Kim `km`.
 * Vowels, h, w, y are dropped, voiced and voiceless stops are one, doubles are one. A word without consonants gives its first letter.
 */
export const soundKey = remembered((token: string): string => {
  const latin = spelt(token);
  let key = '';
  for (const letter of latin) {
    const sound = classes[letter] ?? (/[0-9]/.test(letter) ? letter : '');
    if (sound && !key.endsWith(sound)) key += sound;
  }
  return key || latin.slice(0, 1).replace(/[aeiouhwy]/, 'a') || token;
});

const foldings: readonly (readonly [RegExp, string])[] = [
  [/aa/g, 'a'],
  [/ee|ii/g, 'i'],
  [/oo|uu|ou/g, 'u'],
  [/x/g, 'ks'],
  [/chh/g, 'ch'],
  [/sh/g, 's'],
  [/ph/g, 'f'],
  [/([bdgjkt])h/g, '$1'],
  [/ck|q/g, 'k'],
  [/w/g, 'v'],
  [/(.)\1/g, '$1'],
];

/** A Latin spelling without what romanisations differ in: Seeta and Sita, Lakshmi and Laxmi, Hoor and حور are the same. */
export const folded = remembered((token: string): string =>
  foldings.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), romanise(token)),
);

/** The sound key with what it leaves out but every script writes: h within, and whether the word begins with a vowel. احمد is not محمد. */
export const skeleton = remembered((token: string): string => {
  const latin = spelt(token).replace(/h$/, '');
  const breath = [...latin].map((letter) => (letter === 'h' ? letter : (classes[letter] ?? ''))).join('');
  return (/^[aeiouyw]/.test(latin) ? 'a' : '') + breath.replace(/(.)\1+/g, '$1');
});

/** The keys under which a name is found: one sound key a word, each once. Give them to a blind index; ask with the same function. */
export function searchKeys(name: string): string[] {
  return [...new Set(nameTokens(name).map(soundKey))];
}

const pairsOf = (words: readonly string[]) => words.slice(1).map((word, i) => `${words[i]}${word}`);

/** Sounds with which a part of a word begins, at least: fewer begin half of all names. */
const fewestSounds = 2;

/** Further keys, under which a name is found by a part of it: how its words begin, and each two of its words written as one. */
export function partKeys(name: string): string[] {
  const words = nameTokens(name);
  const beginnings = words
    .map(soundKey)
    .flatMap((key) => Array.from(key, (_, i) => key.slice(0, i)).filter((part) => part.length >= fewestSounds));
  return [...new Set([...beginnings.map((part) => `^${part}`), ...pairsOf(words).map((pair) => `+${soundKey(pair)}`)])];
}

/** For each word of a text the keys, of `searchKeys` and `partKeys`, of names that have the word, a word that begins so, or two words that are it together. */
export const askedKeys = (text: string): string[][] => searchKeys(text).map((key) => [key, `^${key}`, `+${key}`]);

/** The keys of names in which two words of a text are written as one. */
export const joinedKeys = (text: string): string[] => [...new Set(pairsOf(nameTokens(text)).map(soundKey))];
