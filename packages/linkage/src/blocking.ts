import { nameTokens, romanise, soundKey } from '@olle/names';
import type { BlockingForm, BlockingRule } from './column.ts';
import { type Dictionary, textSound } from './compare.ts';
import { Numbering } from './numbering.ts';

const firstSpelling = (value: string) => nameTokens(value.split('\n')[0]!);
const forms: Readonly<Record<BlockingForm, (value: string, kind: string) => string>> = {
  exact: (value) => value,
  sound: (value, kind) => (kind === 'text' ? textSound(value) : firstSpelling(value).map(soundKey).sort().join(' ')),
  first: (value) => soundKey(firstSpelling(value)[0] ?? ''),
  last: (value) => soundKey(firstSpelling(value).at(-1) ?? ''),
  year: (value) => value.slice(0, 4),
  from: (value) => value.slice(0, 4),
  to: (value) => value.slice(value.indexOf('/') + 1).slice(0, 4),
  day: (value) => (value.length === 10 ? value : ''),
  prefix: (value) => soundKey(romanise(firstSpelling(value)[0] ?? '')).slice(0, 1),
};

/** Which two records may be the same person: any two in one list, else only those of different sources. */
export interface Scope {
  readonly sources: ArrayLike<number>;
  readonly within: boolean;
}

/** The block of each record, -1 where it is in none. */
interface Grouping {
  readonly blocks: Int32Array;
  readonly count: number;
}

/** Numbers the keys of records under rules; what two rules have in common is worked out once. */
export class Blocks {
  readonly #columns: ReadonlyMap<string, Dictionary>;
  readonly #records: number;
  readonly #keys = new Map<string, Grouping>();

  constructor(columns: ReadonlyMap<string, Dictionary>, records: number) {
    this.#columns = columns;
    this.#records = records;
  }

  /** For each record the number of its key in that form. */
  #keysOf(column: string, form: BlockingForm): Grouping {
    const name = `${column} ${form}`;
    let keys = this.#keys.get(name);
    if (!keys) {
      const dictionary = this.#columns.get(column)!;
      const numbers = new Map<string, number>();
      const ofValue = Int32Array.from(dictionary.values, (value) => {
        const key = forms[form](value, dictionary.kind);
        if (key === '') return -1;
        const number = numbers.get(key) ?? numbers.size;
        numbers.set(key, number);
        return number;
      });
      keys = { blocks: dictionary.codes.map((code) => (code < 0 ? -1 : ofValue[code]!)), count: numbers.size };
      this.#keys.set(name, keys);
    }
    return keys;
  }

  /** The blocks of a rule, however large; records are in none where a key is not known. */
  of({ keys }: Pick<BlockingRule, 'keys'>): Grouping {
    const [first, ...others] = keys.map(({ column, form }) => this.#keysOf(column, form));
    let { blocks, count } = first!;
    for (const other of others) {
      const numbers = new Numbering(this.#records);
      blocks = blocks.map((block, i) => (block < 0 || other.blocks[i]! < 0 ? -1 : numbers.of(block * other.count + other.blocks[i]!)));
      count = numbers.size;
    }
    return { blocks, count };
  }

  /** No further rule is asked about: what was worked out may go. */
  forget(): void {
    this.#keys.clear();
  }
}

/** The records of each block, block after block. */
function inOrder({ blocks, count }: Grouping, chosen: (block: number) => boolean) {
  const starts = new Int32Array(count + 1);
  for (const block of blocks) if (block >= 0 && chosen(block)) starts[block + 1]!++;
  for (let block = 0; block < count; block++) starts[block + 1]! += starts[block]!;
  const order = new Int32Array(starts[count]!);
  const next = starts.slice();
  for (let i = 0; i < blocks.length; i++) if (blocks[i]! >= 0 && chosen(blocks[i]!)) order[next[blocks[i]!]!++] = i;
  return { starts, order };
}

/** Calls `take` once for each two records of a block of at most `limit`. */
export function eachInBlock(grouping: Grouping, limit: number, take: (a: number, b: number) => void): void {
  const sizes = sizesOf(grouping);
  const { starts, order } = inOrder(grouping, (block) => sizes[block]! <= limit);
  for (let block = 0; block < grouping.count; block++)
    for (let i = starts[block]!; i < starts[block + 1]!; i++) for (let j = i + 1; j < starts[block + 1]!; j++) take(order[i]!, order[j]!);
}

function sizesOf({ blocks, count }: Grouping): Int32Array {
  const sizes = new Int32Array(count);
  for (const block of blocks) if (block >= 0) sizes[block]!++;
  return sizes;
}

/** A rule brings at most so many pairs, or one a record where there are more records. */
const pairsOfRule = 200_000;

/** The largest blocks that a rule may have, so that all its pairs are no more than it may bring: small blocks tell people apart, large ones do not. */
function largestBlock(sizes: Int32Array, limit: number): number {
  const pairs = new Float64Array(limit + 1);
  let records = 0;
  for (const size of sizes) {
    records += size;
    if (size <= limit) pairs[size]! += (size * (size - 1)) / 2;
  }
  const most = Math.max(pairsOfRule, records);
  let largest = 1;
  for (let sum = 0; largest < limit; largest++) {
    sum += pairs[largest + 1]!;
    if (sum > most) break;
  }
  return largest;
}

/** All pairs of records that share a block under some rule. */
export class Candidates {
  readonly #rules: number;
  readonly #records: number;
  /** The blocks of each record under all rules, one after the other. */
  readonly #blocks: Int32Array;
  readonly #groupings: readonly number[];
  readonly #scope: Scope;
  /** Blocks too large to compare. */
  readonly passedOver: number;

  constructor(grouping: Blocks, rules: readonly BlockingRule[], scope: Scope) {
    const records = scope.sources.length;
    const kept: Grouping[] = [];
    let passedOver = 0;
    for (const rule of rules) {
      const own = grouping.of(rule);
      const sizes = sizesOf(own);
      const largest = largestBlock(sizes, rule.limit);
      for (const size of sizes) if (size > largest) passedOver++;
      const blocks = own.blocks.map((block) => (block >= 0 && sizes[block]! > 1 && sizes[block]! <= largest ? block : -1));
      // Where all names are of one word, the first is the last: the rule is there already.
      if (!kept.some((other) => other.blocks.every((block, i) => block === blocks[i]))) kept.push({ blocks, count: own.count });
    }
    grouping.forget();
    this.passedOver = passedOver;
    this.#rules = kept.length;
    this.#records = records;
    this.#scope = scope;
    this.#groupings = kept.map(({ count }) => count);
    this.#blocks = new Int32Array(records * kept.length);
    kept.forEach(({ blocks }, rule) => {
      for (let i = 0; i < records; i++) this.#blocks[i * kept.length + rule] = blocks[i]!;
    });
  }

  /** Calls `take` once for each pair: one found by an earlier rule is not given again. */
  each(take: (a: number, b: number) => void): void {
    const { sources, within } = this.#scope;
    const [all, rules] = [this.#blocks, this.#rules];
    const blocks = new Int32Array(this.#records);
    for (let rule = 0; rule < rules; rule++) {
      for (let i = 0; i < blocks.length; i++) blocks[i] = all[i * rules + rule]!;
      const count = this.#groupings[rule]!;
      const { starts, order } = inOrder({ blocks, count }, () => true);
      for (let block = 0; block < count; block++)
        for (let i = starts[block]!; i < starts[block + 1]!; i++) {
          const a = order[i]!;
          for (let j = i + 1; j < starts[block + 1]!; j++) {
            const b = order[j]!;
            if (!within && sources[a] === sources[b]) continue;
            let earlier = 0;
            for (let x = a * rules, y = b * rules; earlier < rule; earlier++, x++, y++) if (all[x]! >= 0 && all[x] === all[y]) break;
            if (earlier === rule) take(a, b);
          }
        }
    }
  }
}
