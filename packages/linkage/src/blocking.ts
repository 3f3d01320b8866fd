import { comparedWords, romanise, soundKey } from '@olle/names';
import type { BlockingForm, BlockingRule } from './column.ts';
import type { Dictionary } from './comparing/compare.ts';

const firstSpelling = (value: string) => comparedWords(value.split('\n')[0]!);
const forms: Readonly<Record<Exclude<BlockingForm, 'exact'>, (value: string) => string>> = {
  sound: (value) => firstSpelling(value).map(soundKey).sort().join(' '),
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

/** The records of each block, block after block. */
interface Order {
  readonly starts: Int32Array;
  readonly order: Int32Array;
}

/** Numbers the keys of records under rules; what two rules have in common is worked out once. */
export class Blocks {
  readonly #columns: ReadonlyMap<string, Dictionary>;
  readonly #records: number;
  readonly #keys = new Map<string, Grouping>();
  readonly #orders = new Map<Grouping, Order>();

  constructor(columns: ReadonlyMap<string, Dictionary>, records: number) {
    this.#columns = columns;
    this.#records = records;
  }

  /** For each value of a column the number of its key in that form, -1 where it has none. */
  #numbered({ kind, values, sounds, groups }: Dictionary, form: BlockingForm): ArrayLike<number> {
    if (form === 'exact' && kind === 'identifier') return groups();
    if (form === 'exact') return values.map((_, code) => code);
    if (form === 'sound' && kind === 'text') return sounds;
    const numbers = new Map<string, number>();
    return values.map((value) => {
      const key = forms[form](value);
      if (key === '') return -1;
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    });
  }

  /** For each record the number of its key in that form. */
  #keysOf(column: string, form: BlockingForm): Grouping {
    const name = `${column} ${form}`;
    let keys = this.#keys.get(name);
    if (!keys) {
      const dictionary = this.#columns.get(column)!;
      const ofValue = this.#numbered(dictionary, form);
      let count = 0;
      const blocks = dictionary.codes.map((code) => {
        const number = code < 0 ? -1 : ofValue[code]!;
        if (number >= count) count = number + 1;
        return number;
      });
      keys = { blocks, count };
      // Where all names are of one word, the first is the last: the rule is there already.
      const first = form === 'last' ? this.#keysOf(column, 'first') : undefined;
      if (first?.blocks.every((block, i) => block === blocks[i])) keys = first;
      this.#keys.set(name, keys);
    }
    return keys;
  }

  /** The groupings that a rule puts together; the same objects for the same keys. */
  keysOf = ({ keys }: Pick<BlockingRule, 'keys'>): readonly Grouping[] => keys.map(({ column, form }) => this.#keysOf(column, form));

  #orderOf(grouping: Grouping): Order {
    let order = this.#orders.get(grouping);
    if (!order) {
      order = inOrder(grouping);
      this.#orders.set(grouping, order);
    }
    return order;
  }

  /** The blocks in which all groupings agree, however large. A record is in none where a key is not known. */
  of([first, ...others]: readonly Grouping[]): Grouping {
    let all = first!;
    for (const other of others) {
      const { starts, order } = all === first ? this.#orderOf(all) : inOrder(all);
      const blocks = new Int32Array(this.#records).fill(-1);
      const [block, number] = [new Int32Array(other.count).fill(-1), new Int32Array(other.count)];
      let count = 0;
      for (let own = 0; own < all.count; own++) {
        if (starts[own + 1]! - starts[own]! < 2) continue;
        for (let i = starts[own]!; i < starts[own + 1]!; i++) {
          const key = other.blocks[order[i]!]!;
          if (key < 0) continue;
          if (block[key] !== own) [block[key], number[key]] = [own, count++];
          blocks[order[i]!] = number[key]!;
        }
      }
      all = { blocks, count };
    }
    return all;
  }

  /** No further rule is asked about: what was worked out may go. */
  forget(): void {
    this.#keys.clear();
    this.#orders.clear();
  }
}

function inOrder({ blocks, count }: Grouping): Order {
  const starts = new Int32Array(count + 1);
  for (const block of blocks) if (block >= 0) starts[block + 1]!++;
  for (let block = 0; block < count; block++) starts[block + 1]! += starts[block]!;
  const order = new Int32Array(starts[count]!);
  const next = starts.slice();
  for (let i = 0; i < blocks.length; i++) if (blocks[i]! >= 0) order[next[blocks[i]!]!++] = i;
  return { starts, order };
}

/** Calls `take` once for each two records of a block of at most `limit`. */
export function eachInBlock(grouping: Grouping, limit: number, take: (a: number, b: number) => void): void {
  const { starts, order } = inOrder(grouping);
  for (let block = 0; block < grouping.count; block++) {
    const [from, to] = [starts[block]!, starts[block + 1]!];
    if (to - from <= limit) for (let i = from; i < to; i++) for (let j = i + 1; j < to; j++) take(order[i]!, order[j]!);
  }
}

function sizesOf({ blocks, count }: Grouping): Int32Array {
  const sizes = new Int32Array(count);
  for (const block of blocks) if (block >= 0) sizes[block]!++;
  return sizes;
}

/** A rule brings at most so many pairs, or two a record where there are more records. */
const pairsOfRule = 200_000;

/** The largest blocks that a rule may have, so that all its pairs are no more than it may bring: small blocks tell people apart, large ones do not. */
function largestBlock(sizes: Int32Array, limit: number): number {
  const pairs = new Float64Array(limit + 1);
  let records = 0;
  for (const size of sizes) {
    records += size;
    if (size <= limit) pairs[size]! += (size * (size - 1)) / 2;
  }
  const most = Math.max(pairsOfRule, 2 * records);
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
    const known: (readonly Grouping[])[] = [];
    let passedOver = 0;
    for (const rule of rules) {
      const keys = grouping.keysOf(rule);
      if (known.some((other) => other.length === keys.length && other.every((key, k) => key === keys[k]))) continue;
      known.push(keys);
      const { blocks, count } = grouping.of(keys);
      const sizes = sizesOf({ blocks, count });
      const largest = largestBlock(sizes, rule.limit);
      for (const size of sizes) if (size > largest) passedOver++;
      kept.push({ blocks: blocks.map((block) => (block >= 0 && sizes[block]! > 1 && sizes[block]! <= largest ? block : -1)), count });
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
      const { starts, order } = inOrder({ blocks, count });
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
