import { nameTokens, scriptOf } from './normalise.ts';
import { folded, romanise, soundKey, spellsSurname } from './sound.ts';

/** Jaro–Winkler similarity, 0 to 1 (Winkler 1990: prefix of at most 4, scale 0.1). Cost: O(length²). */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return a.length > 0 ? 1 : 0;
  const reach = Math.max(Math.floor(Math.max(a.length, b.length) / 2) - 1, 0);
  const takenA = new Uint8Array(a.length);
  const takenB = new Uint8Array(b.length);
  let matches = 0;
  for (let i = 0; i < a.length; i++) {
    const end = Math.min(i + reach + 1, b.length);
    for (let j = Math.max(0, i - reach); j < end; j++) {
      if (takenB[j] || a.charCodeAt(i) !== b.charCodeAt(j)) continue;
      takenA[i] = 1;
      takenB[j] = 1;
      matches++;
      break;
    }
  }
  if (matches === 0) return 0;
  let transposed = 0;
  for (let i = 0, j = 0; i < a.length; i++) {
    if (!takenA[i]) continue;
    while (!takenB[j]) j++;
    if (a.charCodeAt(i) !== b.charCodeAt(j)) transposed++;
    j++;
  }
  const jaro = (matches / a.length + matches / b.length + (matches - transposed / 2) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/**
 * Between scripts vowels may be missing or guessed, so that consonants count more; of names that sound the same, the nearer spelling is
 * first. Hangul writes every vowel and has few consonants: there a name that sounds the same must be spelt alike too.
 */
function acrossScripts(a: string, b: string, spelling: number, hangul: boolean): number {
  const [x, y] = [soundKey(a), soundKey(b)];
  if (x !== y) return (spelling + jaroWinkler(x, y)) / 2;
  if (hangul) return spelling < 0.8 ? spelling : 1 - 0.4 * (1 - spelling);
  return Math.max((x.length > 1 ? 0.9 : 0.85) + (x.length > 1 ? 0.1 : 0.15) * spelling, spelling);
}

/** Spellings that differ only in how they were romanised are as good as the same. */
const romanisation = 0.98;

/** How alike two words of names are, 0 to 1, across scripts; both normalised, as `nameTokens` gives them. */
export function wordSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  const [one, other] = [scriptOf(a), scriptOf(b)];
  if (spellsSurname(a, b) || spellsSurname(b, a)) return romanisation;
  const [latinA, latinB] = [romanise(a), romanise(b)];
  // An initial stands for a name that begins with it, but proves little.
  if ((a.length === 1 && one === 'latin') || (b.length === 1 && other === 'latin')) return latinA[0] === latinB[0] ? 0.85 : 0;
  if (a.length === 1 || b.length === 1) return soundKey(a) === soundKey(b) ? 0.95 : 0;
  const spelling = Math.max(jaroWinkler(latinA, latinB), romanisation * jaroWinkler(folded(a), folded(b)));
  if (one === other) return Math.max(jaroWinkler(a, b), spelling);
  return acrossScripts(a, b, spelling, one === 'hangul' || other === 'hangul');
}

/**
 * How alike two names are, 0 to 1, across scripts and in any order of words: each word of the shorter name is matched with its best
 * word in the other; words left over cost a little. 0 where a name has no letters.
 */
export function nameSimilarity(a: string, b: string): number {
  let [few, many] = [nameTokens(a), nameTokens(b)];
  if (few.length > many.length) [few, many] = [many, few];
  if (few.length === 0) return 0;
  const free = [...many];
  let sum = 0;
  let letters = 0;
  for (const token of few) {
    let best = 0;
    let at = 0;
    free.forEach((other, i) => {
      const similarity = wordSimilarity(token, other);
      if (similarity > best) [best, at] = [similarity, i];
    });
    free.splice(at, 1);
    const weight = Math.max(romanise(token).length, 2);
    sum += best * weight;
    letters += weight;
  }
  const byWords = Math.max(0, sum / letters - 0.04 * (many.length - few.length));
  // One word here, several there: Hangul and Han are cut after a surname that may be none, and blanks are often left out.
  if (few.length > 1 || many.length === 1) return byWords;
  return Math.max(0.85 * byWords, Math.min(1, wordSimilarity(nameTokens(a).join(''), nameTokens(b).join(''))));
}
