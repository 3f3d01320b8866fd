import { jaroWinkler, normaliseName, romanise, soundKey } from '@olle/names';
import type { Column, ColumnKind } from '../column.ts';
import { compareDates, compareDays, compareSpans, dateBits, spanOf } from './dates.ts';
import { NumberLists } from './numberLists.ts';
import { PairTable } from './pairTable.ts';
import { spellingLevel, wordInCommon } from './spelling.ts';
import { beginningOf, jaroWinklerBound, lettersOf, type Spelling, Words } from './words.ts';

const similarText = 0.88;

/** A text of figures and words: words normalised, figures of any script as 0–9 and without leading noughts, each apart. */
function plainText(text: string): string {
  // Most texts by far are plain Latin; the general rule gives the same for them, ten times slower.
  if (/^[A-Za-z0-9 ]*$/.test(text)) return (text.toLowerCase().match(/\d+|[a-z]+/g) ?? []).map(withoutNoughts).join(' ');
  const parts = text.normalize('NFKC').match(/\p{N}+|[^\p{N}\s,;/().:#-]+/gu) ?? [];
  return parts
    .map((part) => (/^\p{N}/u.test(part) ? withoutNoughts(romanise(part)) : normaliseName(part)))
    .join(' ')
    .trim();
}

const withoutNoughts = (part: string): string => (part.startsWith('0') ? part.replace(/^0+(?=.)/, '') : part);

/** What a plain text of any script sounds like: its words together, its figures after each other. */
function soundOfText(plain: string): string {
  let [words, figures] = ['', ''];
  for (const part of plain.split(' '))
    if (/^\d/.test(part)) figures += ` ${part}`;
    else words += /^[a-z]+$/.test(part) ? part : romanise(part);
  return soundKey(words) + figures;
}

function plainValue(kind: ColumnKind, raw: string): string {
  if (kind === 'date' || kind === 'span') return raw;
  if (kind === 'text') return plainText(raw);
  return kind === 'code' ? normaliseName(raw) : raw.split('\n').map(normaliseName).filter(Boolean).join('\n');
}

/** A column with each distinct value stored once: `codes[i]` is the value's number, -1 where it is not known. */
export class Dictionary {
  readonly name: string;
  readonly shared: boolean;
  readonly codes: Int32Array;
  readonly values: string[] = [];
  readonly counts: number[] = [];
  readonly kind: ColumnKind;
  readonly #words: Words;
  readonly #spellings: (readonly Spelling[])[] = [];
  /** For each text the number of its sound: the same for texts that sound alike. */
  readonly sounds: number[] = [];
  /** Of each value what is compared first, in one number: the figures of a date, the letters of a text, the word of a name that is but one, else -1. */
  readonly #marks: Int32Array;
  /** Of each text its sound, its length and how it begins. */
  readonly #measures: Int32Array;
  readonly #numbers = new NumberLists();
  readonly #spans: (readonly [from: number, to: number])[] = [];
  #known: PairTable | undefined;
  #soundShares: Float64Array | undefined;
  #wordCounts: Map<number, number> | undefined;
  #filled = 0;

  constructor(column: Column, words = new Words()) {
    this.name = column.name;
    this.shared = column.shared ?? false;
    this.kind = column.kind;
    this.#words = words;
    this.codes = new Int32Array(column.values.length).fill(-1);
    // By how they are written and by their plain form, which is its own plain form.
    const codeOf = new Map<string, number>();
    const sounds = new Map<string, number>();
    const marks: number[] = [];
    for (const [i, raw] of column.values.entries()) {
      if (raw === null) continue;
      let code = codeOf.get(raw);
      if (code === undefined) {
        const value = plainValue(column.kind, raw);
        code = value === '' ? -1 : (codeOf.get(value) ?? this.values.length);
        codeOf.set(raw, code);
        if (code === this.values.length) {
          if (value !== raw) codeOf.set(value, code);
          this.values.push(value);
          this.counts.push(0);
          marks.push(this.#add(value, sounds));
        }
      }
      if (code < 0) continue;
      this.counts[code]!++;
      this.#filled++;
      this.codes[i] = code;
    }
    this.#marks = Int32Array.from(marks);
    this.#measures = new Int32Array(this.sounds.length * 3);
    for (const [code, sound] of this.sounds.entries())
      this.#measures.set([sound, this.values[code]!.length, beginningOf(this.values[code]!)], code * 3);
  }

  /** Keeps what a new value is compared by; returns its mark. */
  #add(value: string, sounds: Map<string, number>): number {
    switch (this.kind) {
      case 'name': {
        const spellings = value.split('\n').map((name) => this.#words.spellingOf(name));
        this.#spellings.push(spellings);
        return spellings.length === 1 ? this.#words.onlyWordOf(spellings[0]!) : -1;
      }
      case 'date':
        return dateBits(value);
      case 'span':
        this.#spans.push(spanOf(value));
        return -1;
      case 'text': {
        const sound = soundOfText(value);
        const number = sounds.get(sound) ?? sounds.size;
        sounds.set(sound, number);
        this.sounds.push(number);
        return lettersOf(value);
      }
      case 'identifier':
        this.#numbers.add(value.split('\n'));
        return -1;
      default:
        return -1;
    }
  }

  /** For each value of numbers what stands for it where numbers are looked up: values with a number in common have the same. */
  groups = (): readonly number[] => this.#numbers.groups(this.counts);

  /** The level at which two records agree, 0 the best; -1 where one has no value. Values compared once are remembered. */
  compare = (a: number, b: number): number => this.level(this.codes[a]!, this.codes[b]!);

  /** The level at which two values agree, by their numbers. */
  level(x: number, y: number): number {
    if (x < 0 || y < 0) return -1;
    switch (this.kind) {
      case 'code':
        return x === y ? 0 : 1;
      case 'date': {
        const [left, right] = [this.#marks[x]!, this.#marks[y]!];
        return left === -1 || right === -1 ? compareDates(this.values[x]!, this.values[y]!) : compareDays(left, right);
      }
      case 'span':
        return compareSpans(this.#spans[x]!, this.#spans[y]!);
      case 'identifier':
        return x === y ? 0 : this.#numbers.level(x, y);
      case 'text': {
        const measures = this.#measures;
        const [i, j] = [x * 3, y * 3];
        if (x === y || measures[i] === measures[j]) return 0;
        const [left, right] = [this.#marks[x]!, this.#marks[y]!];
        const most = jaroWinklerBound(left, measures[i + 1]!, measures[i + 2]!, right, measures[j + 1]!, measures[j + 2]!);
        return most < similarText ? 2 : this.#remembered(x, y);
      }
      case 'name': {
        if (x === y) return 0;
        const [left, right] = [this.#marks[x]!, this.#marks[y]!];
        return left >= 0 && right >= 0 && this.#words.tooFar(left, right) ? 4 : this.#remembered(x, y);
      }
    }
  }

  #remembered(x: number, y: number): number {
    this.#known ??= new PairTable(this.values.length, 16);
    return this.#known.get(x, y, this.#work);
  }

  readonly #work = (x: number, y: number): number =>
    this.kind === 'name' ? this.#nameLevel(x, y) : jaroWinkler(this.values[x]!, this.values[y]!) >= similarText ? 1 : 2;

  /** The best level over all spellings of both. */
  #nameLevel(x: number, y: number): number {
    let best = 4;
    for (const a of this.#spellings[x]!) for (const b of this.#spellings[y]!) best = Math.min(best, spellingLevel(this.#words, a, b));
    return best;
  }

  /** How rare is what two records agree on: the share of known values that sound the same; for a name of which one word agrees, of that word. */
  frequency(a: number, b: number, level: number): number | undefined {
    const [x, y] = [this.codes[a]!, this.codes[b]!];
    if (this.kind === 'identifier') return level === 0 ? this.#numbers.shared(x, y, this.counts) / this.codes.length : undefined;
    if (this.kind !== 'name') return x === y ? this.counts[x]! / this.codes.length : undefined;
    if (level === 3) return this.#wordFrequency(x, y);
    if (level > 0) return undefined;
    if (x === y) return this.#soundFrequency(x);
    return Math.max(this.#soundFrequency(x), this.#soundFrequency(y));
  }

  #soundOf(x: number): string {
    return this.#spellings[x]![0]!.words.map(this.#words.soundOf)
      .sort((a, b) => a - b)
      .join(' ');
  }

  #soundFrequency(x: number): number {
    if (!this.#soundShares) {
      const sounds = this.values.map((_, code) => this.#soundOf(code));
      const counts = new Map<string, number>();
      for (const [code, n] of this.counts.entries()) counts.set(sounds[code]!, (counts.get(sounds[code]!) ?? 0) + n);
      this.#soundShares = Float64Array.from(sounds, (sound) => counts.get(sound)! / this.#filled);
    }
    return this.#soundShares[x]!;
  }

  #wordFrequency(x: number, y: number): number | undefined {
    if (!this.#wordCounts) {
      this.#wordCounts = new Map();
      for (const [code, n] of this.counts.entries())
        for (const sound of new Set(this.#spellings[code]![0]!.words.map(this.#words.soundOf)))
          this.#wordCounts.set(sound, (this.#wordCounts.get(sound) ?? 0) + n);
    }
    let rarest: number | undefined;
    for (const a of this.#spellings[x]!)
      for (const b of this.#spellings[y]!)
        for (const word of a.words)
          for (const other of b.words) {
            if (this.#words.isInitial(word) || this.#words.similarity(word, other) < wordInCommon) continue;
            const n = Math.max(...[word, other].map((one) => this.#wordCounts!.get(this.#words.soundOf(one)) ?? 1));
            if (rarest === undefined || n < rarest) rarest = n;
          }
    return rarest === undefined ? undefined : rarest / this.#filled;
  }
}
