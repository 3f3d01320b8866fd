import { type Blocks, eachInBlock } from './blocking.ts';
import type { Column } from './column.ts';
import type { Dictionary } from './compare.ts';
import type { LinkModel } from './model.ts';
import { normalised } from './train.ts';

/** A repeatable stream of whole numbers below `n` (mulberry32). */
function drawer(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

/** u: what strangers agree on by chance, from pairs drawn at random. */
export function learnStrangers(
  model: LinkModel,
  compared: readonly Dictionary[],
  records: number,
  comparable: (a: number, b: number) => boolean,
  seed: number,
): void {
  const draw = drawer(seed);
  const seen = model.comparisons.map((comparison) => comparison.levels.map(() => 1));
  for (let i = 0; i < Math.min(150_000, records * 50); i++) {
    const [a, b] = [draw(records), draw(records)];
    if (a === b || !comparable(a, b)) continue;
    compared.forEach((dictionary, c) => {
      const level = dictionary.compare(a, b);
      if (level >= 0) seen[c]![level]!++;
    });
  }
  model.comparisons.forEach((comparison, c) => {
    const total = seen[c]!.reduce((sum, n) => sum + n, 0);
    comparison.u = seen[c]!.map((n) => n / total);
  });
}

/** More records than this under one telephone or address are no household. */
const household = 12;
const fewestRelatives = 100;

/**
 * h: what members of one household agree on beside what they share. Two rows of one source are two people, so that rows of one source with
 * the same telephone, address or household number show it. Too few of them: the model knows strangers only.
 */
export function learnHouseholds(
  model: LinkModel,
  compared: readonly Dictionary[],
  grouping: Blocks,
  { columns, sources }: { readonly columns: readonly Column[]; readonly sources: ArrayLike<number> },
  possible: number,
): void {
  const own = model.comparisons.map(({ shared }, c) => (shared ? -1 : c)).filter((c) => c >= 0);
  const seen = model.comparisons.map((comparison) => comparison.levels.map(() => 0));
  let pairs = 0;
  for (const { name, kind } of columns.filter((column) => column.shared && column.kind !== 'name')) {
    const { blocks } = grouping.of({ keys: [{ column: name, form: kind === 'text' ? 'sound' : 'exact' }], limit: household * 3 });
    eachInBlock(blocks, (a, b) => {
      if (sources[a] !== sources[b]) return;
      pairs++;
      for (const c of own) {
        const level = compared[c]!.compare(a, b);
        if (level >= 0) seen[c]![level]!++;
      }
    });
  }
  if (pairs < fewestRelatives) return;
  model.kin = Math.min(0.1, (2 * sources.length) / possible);
  model.lambda = Math.min(0.1, sources.length / 2 / possible);
  model.comparisons.forEach((comparison, c) => {
    comparison.h = comparison.shared ? [...comparison.m] : normalised(seen[c]!, comparison.u);
  });
}
