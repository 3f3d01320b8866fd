import { nameTokens, romanise, soundKey } from '@olle/names';
import type { Dictionary } from './compare.ts';
import type { BlockingRule } from './model.ts';

const forms = {
  exact: (value: string) => value,
  sound: (value: string) => nameTokens(value).map(soundKey).sort().join(' '),
  first: (value: string) => soundKey(nameTokens(value)[0] ?? ''),
  last: (value: string) => soundKey(nameTokens(value).at(-1) ?? ''),
  year: (value: string) => value.slice(0, 4),
  day: (value: string) => (value.length === 10 ? value : ''),
  prefix: (value: string) => soundKey(romanise(nameTokens(value)[0] ?? '')).slice(0, 1),
} as const;

/** For each record the number of its block under a rule; -1 where a key is not known. */
export function blocksOf(rule: BlockingRule, columns: ReadonlyMap<string, Dictionary>, records: number): Int32Array {
  const parts = rule.keys.map(({ column, form }) => {
    const dictionary = columns.get(column)!;
    return { codes: dictionary.codes, keys: dictionary.values.map(forms[form]) };
  });
  const blocks = new Int32Array(records).fill(-1);
  const seen = new Map<string, number>();
  for (let i = 0; i < records; i++) {
    let key = '';
    for (const { codes, keys } of parts) {
      const value = codes[i]! < 0 ? '' : keys[codes[i]!]!;
      if (value === '') {
        key = '';
        break;
      }
      key += `${value}\0`;
    }
    if (key === '') continue;
    let block = seen.get(key);
    if (block === undefined) {
      block = seen.size;
      seen.set(key, block);
    }
    blocks[i] = block;
  }
  return blocks;
}

/**
 * Calls `take` once for each pair of records that share a block under some rule; a pair found by an earlier rule is not given again.
 * Blocks of more than `limit` records are passed over: they tell nobody apart. Returns how many were.
 */
export function eachPair(
  blocks: readonly Int32Array[],
  comparable: (a: number, b: number) => boolean,
  limit: number,
  take: (a: number, b: number, rule: number) => void,
): number {
  let passed = 0;
  blocks.forEach((own, rule) => {
    const order = Int32Array.from(own.keys()).filter((i) => own[i]! >= 0);
    order.sort((a, b) => own[a]! - own[b]! || a - b);
    for (let start = 0; start < order.length; ) {
      let end = start + 1;
      while (end < order.length && own[order[end]!] === own[order[start]!]) end++;
      if (end - start > limit) passed++;
      else
        for (let i = start; i < end; i++) {
          for (let j = i + 1; j < end; j++) {
            const [a, b] = [order[i]!, order[j]!];
            if (!comparable(a, b)) continue;
            let before = false;
            for (let k = 0; k < rule && !before; k++) before = blocks[k]![a]! >= 0 && blocks[k]![a] === blocks[k]![b];
            if (!before) take(a, b, rule);
          }
        }
      start = end;
    }
  });
  return passed;
}
