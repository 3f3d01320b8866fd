import { nameTokens, romanise, soundKey } from '@olle/names';
import type { BlockingForm, BlockingRule } from './column.ts';
import { type Dictionary, textSound } from './compare.ts';

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

/** Numbers the keys of records under rules; what two rules have in common is worked out once. */
export class Blocks {
  readonly #columns: ReadonlyMap<string, Dictionary>;
  readonly #records: number;
  readonly #keys = new Map<string, Int32Array>();

  constructor(columns: ReadonlyMap<string, Dictionary>, records: number) {
    this.#columns = columns;
    this.#records = records;
  }

  /** For each record the number of its key in that form; -1 where it is not known. */
  #keysOf(column: string, form: BlockingForm): Int32Array {
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
      keys = dictionary.codes.map((code) => (code < 0 ? -1 : ofValue[code]!));
      this.#keys.set(name, keys);
    }
    return keys;
  }

  /** For each record the number of its block under a rule; -1 where a key is not known, the block is of one record, or too large. */
  of(rule: BlockingRule): { readonly blocks: Int32Array; readonly passedOver: number } {
    const [first, ...others] = rule.keys.map(({ column, form }) => this.#keysOf(column, form));
    const blocks = first!.slice();
    for (const keys of others) {
      const numbers = new Map<number, number>();
      for (let i = 0; i < this.#records; i++) {
        if (blocks[i]! < 0) continue;
        if (keys[i]! < 0) {
          blocks[i] = -1;
          continue;
        }
        const both = blocks[i]! * 67_108_864 + keys[i]!;
        let number = numbers.get(both);
        if (number === undefined) {
          number = numbers.size;
          numbers.set(both, number);
        }
        blocks[i] = number;
      }
    }
    const sizes = new Int32Array(this.#records + 1);
    for (const block of blocks) if (block >= 0) sizes[block]!++;
    for (let i = 0; i < this.#records; i++) {
      const size = blocks[i]! < 0 ? 0 : sizes[blocks[i]!]!;
      if (size < 2 || size > rule.limit) blocks[i] = -1;
    }
    return { blocks, passedOver: sizes.reduce((n, size) => n + (size > rule.limit ? 1 : 0), 0) };
  }
}

/** Calls `take` once for each two records of one block. */
export function eachInBlock(blocks: Int32Array, take: (a: number, b: number) => void): void {
  let most = -1;
  for (const block of blocks) if (block > most) most = block;
  const starts = new Int32Array(most + 2);
  for (const block of blocks) if (block >= 0) starts[block + 1]!++;
  for (let block = 0; block <= most; block++) starts[block + 1]! += starts[block]!;
  const order = new Int32Array(starts[most + 1] ?? 0);
  const next = starts.slice();
  for (let i = 0; i < blocks.length; i++) if (blocks[i]! >= 0) order[next[blocks[i]!]!++] = i;
  for (let block = 0; block <= most; block++)
    for (let i = starts[block]!; i < starts[block + 1]!; i++) for (let j = i + 1; j < starts[block + 1]!; j++) take(order[i]!, order[j]!);
}

/** Calls `take` once for each pair of records that share a block under some rule; a pair found by an earlier rule is not given again. */
export function eachPair(
  blocks: readonly Int32Array[],
  comparable: (a: number, b: number) => boolean,
  take: (a: number, b: number) => void,
): void {
  blocks.forEach((own, rule) => {
    eachInBlock(own, (a, b) => {
      if (!comparable(a, b)) return;
      for (let k = 0; k < rule; k++) if (blocks[k]![a]! >= 0 && blocks[k]![a] === blocks[k]![b]) return;
      take(a, b);
    });
  });
}
