import { bySpelling, comparedWords, formsOf, romanise, similarityOf, spellingShare, usualSpelling, type WordForms } from '@olle/names';
import { PairTable } from './pairTable.ts';

/** Below this two words count as different, however different they are. */
const alike = 0.8;
/** Jaro–Winkler looks at so many letters. */
const longest = 32;

/** How many bits of a word are set. */
function bitsIn(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Letters as a set of 32 bits: two letters may share a bit, which only makes words look more alike. */
export function lettersOf(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length && i < longest; i++) letters |= 1 << (text.charCodeAt(i) & 31);
  return letters;
}

/** The first four letters, eight bits each: letters that share theirs only make texts look more alike. */
export const beginningOf = (text: string): number =>
  ((text.charCodeAt(0) & 255) << 24) | ((text.charCodeAt(1) & 255) << 16) | ((text.charCodeAt(2) & 255) << 8) | (text.charCodeAt(3) & 255);

/** No pair of texts with these letters, lengths and beginnings has a higher Jaro–Winkler similarity. */
export function jaroWinklerBound(
  lettersA: number,
  fullA: number,
  beginningA: number,
  lettersB: number,
  fullB: number,
  beginningB: number,
): number {
  const [lengthA, lengthB] = [Math.min(fullA, longest), Math.min(fullB, longest)];
  const matches = Math.min(lengthA - bitsIn(lettersA & ~lettersB), lengthB - bitsIn(lettersB & ~lettersA));
  const jaro = matches <= 0 ? 0 : (matches / lengthA + matches / lengthB + 1) / 3;
  return jaro + 0.1 * (Math.clz32(beginningA ^ beginningB) >> 3) * (1 - jaro);
}

/** What is known of a text without looking at it. */
interface Outline {
  readonly letters: number;
  readonly length: number;
  readonly beginning: number;
}

const outlineOf = (text: string): Outline => ({ letters: lettersOf(text), length: text.length, beginning: beginningOf(text) });
const boundOf = (a: Outline, b: Outline): number => jaroWinklerBound(a.letters, a.length, a.beginning, b.letters, b.length, b.beginning);

interface Word {
  readonly forms: WordForms;
  readonly text: Outline;
  readonly latin: Outline;
  readonly folded: Outline;
  readonly ofSound: Outline;
  /** The number of its sound: the same for words that sound alike. */
  readonly sound: number;
}

/** No two words of names are more alike than this, by their letters alone. */
function bound(a: Word, b: Word): number {
  const [x, y] = [a.forms, b.forms];
  if (x.text.length === 1 || y.text.length === 1 || a.sound === b.sound) return 1;
  const latin = boundOf(a.latin, b.latin);
  const spelling = a.latin === a.folded && b.latin === b.folded ? latin : Math.max(latin, boundOf(a.folded, b.folded));
  if (x.script !== y.script && bySpelling(x.script, y.script)) return spellingShare * spelling + 1 - spellingShare;
  if (x.script !== y.script) return (spelling + boundOf(a.ofSound, b.ofSound)) / 2;
  return x.script === 'latin' ? spelling : Math.max(spelling, boundOf(a.text, b.text));
}

/** One spelling of a name: its words, and all of them as one Latin word: in the given order, and with the last or the first word moved to the other end. */
export interface Spelling {
  readonly words: readonly number[];
  readonly joined: readonly number[];
}

/** All words of the names of one linkage, each once: names are thousands, their words hundreds. */
export class Words {
  readonly #words: Word[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #sounds = new Map<string, number>();
  #known: PairTable | undefined;

  #numberOf(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      const forms = formsOf(text);
      let sound = this.#sounds.get(forms.sound);
      if (sound === undefined) {
        sound = this.#sounds.size;
        this.#sounds.set(forms.sound, sound);
      }
      number = this.#words.length;
      const latin = outlineOf(forms.latin);
      this.#words.push({
        forms,
        text: outlineOf(text),
        latin,
        folded: forms.folded === forms.latin ? latin : outlineOf(forms.folded),
        ofSound: outlineOf(forms.sound),
        sound,
      });
      this.#numbers.set(text, number);
    }
    return number;
  }

  spellingOf(name: string): Spelling {
    const tokens = comparedWords(name);
    const latin = tokens.map((token) => usualSpelling(romanise(token)));
    const turned = [latin, [...latin.slice(-1), ...latin.slice(0, -1)], [...latin.slice(1), ...latin.slice(0, 1)]];
    return {
      words: tokens.map((token) => this.#numberOf(token)),
      joined: [...new Set(turned.map((order) => order.join('')))].filter((word) => word.length > 1).map((word) => this.#numberOf(word)),
    };
  }

  /** The number of a word's sound: the same for words that sound alike. */
  soundOf = (word: number): number => this.#words[word]!.sound;
  isInitial = (word: number): boolean => this.#words[word]!.forms.text.length === 1;
  lengthOf = (word: number): number => this.#words[word]!.forms.latin.length;
  weightOf = (word: number): number => Math.max(this.lengthOf(word), 2);

  /** Whether two spellings are the same letters, cut into words in another way or beginning with another word. */
  sameLetters(a: Spelling, b: Spelling): boolean {
    const enough = a.words.length === b.words.length ? 0.97 : 0.93;
    const turns = (one: Spelling, other: Spelling) =>
      one.joined[0] !== undefined &&
      other.joined.some(
        (word) => Math.abs(this.lengthOf(one.joined[0]!) - this.lengthOf(word)) < 3 && this.similarity(one.joined[0]!, word) >= enough,
      );
    return turns(a, b) || turns(b, a);
  }

  /** The word of a name that is one word and spelt as usual; else -1. */
  onlyWordOf = ({ words, joined }: Spelling): number =>
    words.length === 1 && joined.length === 1 && joined[0] === words[0] ? words[0]! : -1;

  /** Whether two words count as different by their letters alone. */
  tooFar = (x: number, y: number): boolean => x !== y && bound(this.#words[x]!, this.#words[y]!) < alike;

  /** How alike two words are; 0 where that is below what counts. */
  similarity(x: number, y: number): number {
    if (x === y) return 1;
    const [a, b] = [this.#words[x]!, this.#words[y]!];
    if (bound(a, b) < alike) return 0;
    this.#known ??= new PairTable(this.#words.length, 17);
    return this.#known.get(x, y, this.#work);
  }

  readonly #work = (x: number, y: number): number => {
    const similarity = similarityOf(this.#words[x]!.forms, this.#words[y]!.forms);
    return similarity < alike ? 0 : similarity;
  };
}
