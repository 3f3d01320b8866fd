import anyAscii from 'any-ascii';
import { nameTokens, scriptOf } from './normalise.ts';
import surnames from './surnames.json' with { type: 'json' };

const koreanSurnames: Readonly<Record<string, string>> = surnames;

/** Devanagari keeps a vowel `a` in every bare consonant but the last, which any-ascii leaves out. */
const withInherentVowels = (token: string): string =>
  token.replace(/(\p{L})(?=\p{L})/gu, (_, letter: string) => (/[क-ह]/u.test(letter) ? `${letter}ा` : letter));

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
  if (script === 'hangul' && koreanSurnames[token]) return koreanSurnames[token];
  const text = script === 'devanagari' ? withInherentVowels(token) : token;
  return anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
});

/** Spellings of one sound across romanisations, in the order they are replaced. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^mohd$|^md$|^muhd$/, 'muhammad'],
  [/^ma$/, 'maria'],
  [/jn|gy(?=[aeiou])/g, 'g'],
  [/x/g, 'ks'],
  [/chh|ch|tj|ts|tz/g, 'c'],
  [/sch|sh/g, 's'],
  [/ph/g, 'f'],
  [/([bdgjkt])h/g, '$1'],
  [/dj/g, 'j'],
  [/ck/g, 'k'],
  [/par(?=k$)/, 'pa'],
  [/ng/g, 'n'],
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

/**
 * What consonants of a word sound like, the same across scripts and spellings: राम and Ram give `rm`, محمد and Mohammed `mt`, 김 and Kim `km`.
 * Vowels, h, w, y are dropped, voiced and voiceless stops are one, doubles are one. A word without consonants gives its first letter.
 */
export const soundKey = remembered((token: string): string => {
  const latin = spellings.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), romanise(token));
  let key = '';
  for (const letter of latin) {
    const sound = classes[letter] ?? (/[0-9]/.test(letter) ? letter : '');
    if (sound && !key.endsWith(sound)) key += sound;
  }
  return key || latin.slice(0, 1).replace(/[aeiouhwy]/, 'a') || token;
});

/** The keys under which a name is found: one sound key a word, each once. Give them to a blind index; ask with the same function. */
export function searchKeys(name: string): string[] {
  return [...new Set(nameTokens(name).map(soundKey))];
}
