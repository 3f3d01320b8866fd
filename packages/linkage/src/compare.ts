import { jaroWinkler, nameSimilarity, normaliseName } from '@olle/names';
import type { Column, ColumnKind } from './model.ts';

/** Edit distance of at most one: insertion, deletion, substitution or exchange of neighbours. */
function oneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  if (a.length === b.length)
    return a.slice(i + 1) === b.slice(i + 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2));
  return a.length > b.length ? a.slice(i + 1) === b.slice(i) : a.slice(i) === b.slice(i + 1);
}

function compareDates(a: string, b: string): number {
  if (a === b) return 0;
  // A year alone agrees with any date of that year, but proves less than the date.
  const common = Math.min(a.length, b.length);
  if (common < 10) return a.slice(0, common) === b.slice(0, common) ? (common >= 7 ? 1 : 2) : 3;
  if ((a.slice(0, 4) === b.slice(0, 4) && a.slice(5, 7) === b.slice(8, 10) && a.slice(8, 10) === b.slice(5, 7)) || oneOff(a, b)) return 1;
  return a.slice(0, 4) === b.slice(0, 4) ? 2 : 3;
}

function levelOf(kind: ColumnKind, a: string, b: string): number {
  switch (kind) {
    case 'name': {
      if (a === b) return 0;
      const similarity = nameSimilarity(a, b);
      return similarity >= 0.97 ? 0 : similarity >= 0.9 ? 1 : similarity >= 0.8 ? 2 : 3;
    }
    case 'date':
      return compareDates(a, b);
    case 'code':
      return a === b ? 0 : 1;
    case 'identifier':
      return a === b ? 0 : oneOff(a, b) ? 1 : 2;
    case 'text':
      return a === b ? 0 : jaroWinkler(a, b) >= 0.88 ? 1 : 2;
  }
}

const cacheShift = 13;
const cacheSize = 2 ** (32 - cacheShift);

function bitsIn(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** A bit a letter, one for the blank and one for all figures; 0 where the bound by letters does not hold for the value. */
function lettersOf(kind: ColumnKind, value: string): number {
  if (kind === 'name' ? !/^[a-z]{2,}$/.test(value) : kind !== 'text' || !/^[a-z0-9 ]+$/.test(value)) return 0;
  let letters = 0;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    letters |= 1 << (code >= 97 ? code - 97 : code === 32 ? 26 : 27);
  }
  return letters;
}

/** A column with each distinct value held once: `codes[i]` is the value's number, -1 where it is not known. */
export class Dictionary {
  readonly codes: Int32Array;
  readonly values: string[] = [];
  readonly counts: number[] = [];
  readonly #kind: ColumnKind;
  /** Levels of value pairs compared lately: a table of fixed size in which a newer pair takes the place of an older one. */
  #keys = new Float64Array(0);
  #levels = new Int8Array(0);
  /** For each value of plain Latin letters (and figures and blanks, for texts) which of them it has; 0 for other values. */
  readonly #letters: number[] = [];

  constructor(column: Column) {
    this.#kind = column.kind;
    this.codes = new Int32Array(column.values.length).fill(-1);
    const seen = new Map<string, number>();
    column.values.forEach((raw, i) => {
      const value = raw === null ? '' : column.kind === 'date' ? raw : normaliseName(raw);
      if (value === '') return;
      let code = seen.get(value);
      if (code === undefined) {
        code = this.values.length;
        seen.set(value, code);
        this.values.push(value);
        this.counts.push(0);
        this.#letters.push(lettersOf(column.kind, value));
      }
      this.counts[code]!++;
      this.codes[i] = code;
    });
  }

  /** The level at which two records agree, 0 the best; -1 where one has no value. Values compared once are remembered. */
  compare(a: number, b: number): number {
    const [x, y] = [this.codes[a]!, this.codes[b]!];
    if (x < 0 || y < 0) return -1;
    if (x === y) return 0;
    if (this.#kind === 'code') return 1;
    if (this.#letters[x] !== 0 && this.#letters[y] !== 0 && this.#tooFar(x, y)) return this.#kind === 'name' ? 3 : 2;
    if (this.#keys.length === 0) {
      this.#keys = new Float64Array(cacheSize).fill(-1);
      this.#levels = new Int8Array(cacheSize);
    }
    const [low, high] = x < y ? [x, y] : [y, x];
    const pair = low * this.values.length + high;
    const place = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> cacheShift;
    if (this.#keys[place] === pair) return this.#levels[place]!;
    const level = levelOf(this.#kind, this.values[x]!, this.values[y]!);
    this.#keys[place] = pair;
    this.#levels[place] = level;
    return level;
  }

  /** Whether letters and lengths alone keep two values below the last level that counts (an upper bound of Jaro–Winkler). */
  #tooFar(x: number, y: number): boolean {
    const [a, b] = [this.#letters[x]!, this.#letters[y]!];
    const [m, n] = [this.values[x]!.length, this.values[y]!.length];
    const matches = Math.min(m - bitsIn(a & ~b), n - bitsIn(b & ~a));
    const jaro = matches <= 0 ? 0 : (matches / m + matches / n + 1) / 3;
    return jaro + 0.4 * (1 - jaro) < (this.#kind === 'name' ? 0.8 : 0.88);
  }

  /** How rare a value is: the share of known values that equal it. */
  frequency(record: number): number {
    return this.counts[this.codes[record]!]! / this.codes.length;
  }
}
