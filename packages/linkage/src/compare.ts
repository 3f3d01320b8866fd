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

/** A column with each distinct value held once: `codes[i]` is the value's number, -1 where it is not known. */
export class Dictionary {
  readonly codes: Int32Array;
  readonly values: string[] = [];
  readonly counts: number[] = [];
  readonly #kind: ColumnKind;
  readonly #known = new Map<number, number>();

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
    const pair = x < y ? x * this.values.length + y : y * this.values.length + x;
    let level = this.#known.get(pair);
    if (level === undefined) {
      level = levelOf(this.#kind, this.values[x]!, this.values[y]!);
      if (this.#known.size < 2_000_000) this.#known.set(pair, level);
    }
    return level;
  }

  /** How rare a value is: the share of known values that equal it. */
  frequency(record: number): number {
    return this.counts[this.codes[record]!]! / this.codes.length;
  }
}
