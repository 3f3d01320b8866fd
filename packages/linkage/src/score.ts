import type { ScoredPair } from './cluster.ts';
import type { ColumnKind } from './column.ts';
import type { Dictionary } from './comparing/compare.ts';
import { otherName } from './learn.ts';
import type { LinkModel } from './model.ts';
import { kinShare, ofTwins, Weights, weightAgainst } from './train.ts';

/** What the rarity of a value adds or takes at most (bits). */
const mostRarity = 2;

/** Weighs pairs by the number of their pattern; undefined for those of a probability below `from`. */
export function scorer(model: LinkModel, compared: readonly Dictionary[], patterns: readonly Int8Array[], from: number) {
  const { comparisons } = model;
  const prior = Math.log2(model.lambda / (1 - model.lambda));
  const share = kinShare(model);
  const weights = new Weights(model);
  const rarity = comparisons.map(({ kind }) => kind === 'name' || kind === 'identifier' || kind === 'date');
  /** Agreement on a rare value proves more than on a common one: u of the level gives way to the value's own frequency (Winkler 1989). */
  const adjustment = (c: number, a: number, b: number, level: number): number => {
    if (!rarity[c] || (level !== 0 && (level !== 3 || comparisons[c]!.kind !== 'name'))) return 0;
    const frequency = compared[c]!.frequency(a, b, level);
    return frequency === undefined ? 0 : Math.max(-mostRarity, Math.min(mostRarity, Math.log2(comparisons[c]!.u[level]! / frequency) / 2));
  };
  const least = Math.log2(from / (1 - from)) - prior;
  /** For each pattern the cells of its weights, -1 where a level is not known; none where no rarity could lift it to `from`. */
  const cellsOf = patterns.map((pattern) => {
    const cells = Int16Array.from(pattern, (level, c) => (level < 0 ? -1 : weights.cellOf(pattern, c, comparisons[c]!.levels.length)));
    const plain = cells.reduce((sum, cell) => sum + (cell < 0 ? 0 : weights.own[cell]!), 0);
    return plain + mostRarity * comparisons.length < least ? undefined : cells;
  });
  /** Whether nothing of a pattern that tells members of a family apart agrees: no own name is known and alike, nor an own number the same. */
  const familial = patterns.map((pattern) => {
    if (model.kin === 0) return false;
    const levels = (kind: ColumnKind) =>
      comparisons.flatMap((one, c) => (one.kind === kind && !one.shared && pattern[c]! >= 0 ? [pattern[c]!] : []));
    const names = levels('name');
    return !levels('identifier').includes(0) && (names.length === 0 || names.some((level) => level >= otherName));
  });
  /** What relatives agree on besides: a word of their names, and twins the day of birth, however rare these are. */
  const bothHave = (c: number, level: number, twins: boolean): boolean => {
    const { shared, kind } = comparisons[c]!;
    return shared || (kind === 'name' && level >= otherName) || (twins && kind === 'date');
  };
  return (a: number, b: number, number: number): ScoredPair | undefined => {
    const cells = cellsOf[number];
    if (!cells) return undefined;
    const pattern = patterns[number]!;
    const own = new Float64Array(cells.length);
    const relatives = weights.kin.map(() => new Float64Array(cells.length));
    const kin = weights.shares.map((share) => Math.log2(share));
    let weight = 0;
    for (let c = 0; c < cells.length; c++) {
      const cell = cells[c]!;
      if (cell < 0) continue;
      const extra = adjustment(c, a, b, pattern[c]!);
      own[c] = weights.own[cell]! + extra;
      weight += own[c]!;
      weights.kin.forEach((cellOf, k) => {
        relatives[k]![c] = cellOf[cell]! + (bothHave(c, pattern[c]!, k === ofTwins) ? extra : 0);
        kin[k]! += relatives[k]![c]!;
      });
    }
    const likeliest = kin.indexOf(Math.max(...kin));
    const discounted = relatives[likeliest]!.map((bits) => Math.max(0, bits));
    const discountable = discounted.reduce((sum, bits) => sum + bits, 0);
    const total = discountable > 0 ? weightAgainst(share, weight, Math.log2(kin.reduce((sum, bits) => sum + 2 ** bits, 0))) : weight;
    const probability = 1 / (1 + 2 ** -(prior + total));
    if (probability < from) return undefined;
    const discount = discountable > 0 ? (weight - total) / discountable : 0;
    return {
      a,
      b,
      probability,
      weight: total,
      ...(familial[number] ? { familial: true } : {}),
      // What relatives agree on too counts less: the discount falls on those fields.
      fields: comparisons.map(({ column }, c) => ({ column, level: pattern[c]!, weight: own[c]! - discount * discounted[c]! })),
    };
  };
}
