import { bestMatch, mostWords } from './matching.ts';
import { nameTokens, type Script, scriptOf } from './normalise.ts';
import { folded, inFull, romanise, skeleton, soundKey, spellsSurname, titles } from './sound.ts';

/** Jaro–Winkler similarity, 0 to 1 (Winkler 1990: prefix of at most 4, scale 0.1); of texts over 32 letters, their first 32. Cost: O(length²). */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return a.length > 0 ? 1 : 0;
  const [m, n] = [Math.min(a.length, 32), Math.min(b.length, 32)];
  const reach = Math.max((Math.max(m, n) >> 1) - 1, 0);
  // Which letters are taken: a bit each.
  let takenA = 0;
  let takenB = 0;
  let matches = 0;
  for (let i = 0; i < m; i++) {
    const letter = a.charCodeAt(i);
    const end = Math.min(i + reach + 1, n);
    for (let j = Math.max(0, i - reach); j < end; j++) {
      if ((takenB >>> j) & 1 || b.charCodeAt(j) !== letter) continue;
      takenA |= 1 << i;
      takenB |= 1 << j;
      matches++;
      break;
    }
  }
  if (matches === 0) return 0;
  let transposed = 0;
  for (let i = 0, j = 0; i < m; i++) {
    if (!((takenA >>> i) & 1)) continue;
    while (!((takenB >>> j) & 1)) j++;
    if (a.charCodeAt(i) !== b.charCodeAt(j)) transposed++;
    j++;
  }
  const jaro = (matches / m + matches / n + (matches - transposed / 2) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < m && prefix < n && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** What a word of a name is compared by. */
export interface WordForms {
  readonly text: string;
  readonly script: Script;
  /** Its Latin spelling, the same without what romanisations differ in, and what its consonants sound like. */
  readonly latin: string;
  readonly folded: string;
  readonly sound: string;
  /** The sounds of its consonants with every h. */
  readonly skeleton: string;
}

/** The forms of a normalised word. */
export function formsOf(word: string): WordForms {
  const text = inFull(word);
  return {
    text,
    script: scriptOf(text),
    latin: romanise(text),
    folded: folded(text),
    sound: soundKey(text),
    skeleton: skeleton(text),
  };
}

/** Scripts of which a romanisation has every vowel: there consonants alone prove little. */
const vowelled: ReadonlySet<Script> = new Set(['han', 'cyrillic']);
/** How much of the similarity is the spelling's, where vowels are written; the rest is the consonants'. */
export const spellingShare = 0.8;

/** Whether names of these two scripts are compared by their spelling first. */
export const bySpelling = (a: Script, b: Script): boolean => vowelled.has(a) || vowelled.has(b);

/**
 * Between scripts vowels may be missing or guessed, so that consonants count more; of names that sound the same, the nearer spelling is
 * first. Han and Cyrillic give every vowel: there the spelling counts more. Hangul too, and has few consonants: there a name that sounds the
 * same must be spelt alike too.
 */
function acrossScripts(a: WordForms, b: WordForms, spelling: number): number {
  if (bySpelling(a.script, b.script)) {
    if (a.skeleton === b.skeleton) return 1 - 0.6 * (1 - spelling);
    return spellingShare * spelling + (1 - spellingShare) * jaroWinkler(a.skeleton, b.skeleton);
  }
  if (a.sound !== b.sound) return (spelling + jaroWinkler(a.sound, b.sound)) / 2;
  if (a.script === 'hangul' || b.script === 'hangul') return spelling < 0.8 ? spelling : 1 - 0.4 * (1 - spelling);
  if (a.skeleton !== b.skeleton) return (spelling + jaroWinkler(a.skeleton, b.skeleton)) / 2;
  const least = a.sound.length > 1 ? 0.9 : 0.85;
  return Math.max(least + (1 - least) * spelling, spelling);
}

/** Spellings that differ only in how they were romanised are as good as the same. */
const romanisation = 0.98;

/** `wordSimilarity` of words whose forms are known. */
export function similarityOf(a: WordForms, b: WordForms): number {
  if (a.text === b.text) return 1;
  const [shortA, shortB] = [a.text.length === 1, b.text.length === 1];
  if (shortA || shortB) {
    if (spellsSurname(a.text, b.text) || spellsSurname(b.text, a.text)) return romanisation;
    // An initial stands for a name that begins with it, but proves little.
    if ((shortA && a.script === 'latin') || (shortB && b.script === 'latin')) return a.latin[0] === b.latin[0] ? 0.85 : 0;
    return a.sound === b.sound ? 0.95 : 0;
  }
  let spelling = jaroWinkler(a.latin, b.latin);
  if (a.folded !== a.latin || b.folded !== b.latin) spelling = Math.max(spelling, romanisation * jaroWinkler(a.folded, b.folded));
  if (a.script !== b.script) return acrossScripts(a, b, spelling);
  return a.script === 'latin' ? spelling : Math.max(jaroWinkler(a.text, b.text), spelling);
}

/** How alike two words of names are, 0 to 1, across scripts; both normalised, as `nameTokens` gives them. */
export const wordSimilarity = (a: string, b: string): number => similarityOf(formsOf(a), formsOf(b));

/** How much of the first words the others say, 0 to 1: a long word counts for more. */
function sharedBy(words: readonly string[], others: readonly string[]): number {
  const weights = words.map((word) => Math.max(romanise(inFull(word)).length, 2));
  const alike = words.map((word, i) => others.map((other) => wordSimilarity(word, other) * weights[i]!));
  const sum = bestMatch(alike, others.length).reduce((all, column, i) => all + alike[i]![column]!, 0);
  return sum / weights.reduce((all, weight) => all + weight, 0);
}

/** Khatri Chhetri, in any script, is what K.C. stands for: the only name of several words that is written by its initials. */
const initialed = { sounds: ['ktr', 'ctr'], short: 'kc' } as const;

function withInitials(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word, i) => soundKey(word) === initialed.sounds[0] && soundKey(words[i + 1] ?? '') === initialed.sounds[1]);
  return at < 0 ? words : [...words.slice(0, at), initialed.short, ...words.slice(at + 2)];
}

/** The words by which a name is compared: without titles, where anything else is there, and at most ten. */
export function comparedWords(name: string): string[] {
  const words = [...withInitials(nameTokens(name))].slice(0, mostWords);
  const rest = words.filter((word) => !titles.has(word));
  return rest.length > 0 && rest.length < words.length ? nameTokens(rest.join(' ')) : words;
}

/**
 * How alike two names are, 0 to 1, across scripts and in any order of words: each word of the shorter name is matched with another one, so that
 * all together are most alike; words left over cost a little. The same both ways. 0 where a name has no letters.
 */
export function nameSimilarity(a: string, b: string): number {
  let [few, many] = [comparedWords(a), comparedWords(b)];
  if (few.length > many.length) [few, many] = [many, few];
  if (few.length === 0) return 0;
  const matched = few.length === many.length ? (sharedBy(few, many) + sharedBy(many, few)) / 2 : sharedBy(few, many);
  const byWords = Math.max(0, matched - 0.04 * (many.length - few.length));
  // One word here, several there: Hangul and Han are cut after a surname that may be none, and blanks are often left out.
  // An initial is no part of a word.
  if (few.length > 1 || many.length === 1 || many.some((token) => token.length === 1 && scriptOf(token) === 'latin')) return byWords;
  return Math.max(0.9 * byWords, Math.min(1, wordSimilarity(nameTokens(a).join(''), nameTokens(b).join(''))));
}
