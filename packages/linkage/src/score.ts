import type { ScoredPair } from './cluster.ts';
import type { Dictionary } from './compare.ts';
import type { LinkModel } from './model.ts';
import { kinShare, kinWeightOf, weightAgainst, weightOf } from './train.ts';

/** Weighs pairs; undefined for those below `from`. */
export function scorer(model: LinkModel, compared: readonly Dictionary[]) {
  const { comparisons } = model;
  const prior = Math.log2(model.lambda / (1 - model.lambda));
  const share = kinShare(model);
  const weights = comparisons.map((comparison) => comparison.levels.map((_, level) => weightOf(comparison, level)));
  const kinWeights = comparisons.map((comparison) => comparison.levels.map((_, level) => kinWeightOf(comparison, level)));
  const rarity = comparisons.map(({ kind }) => kind === 'name' || kind === 'identifier' || kind === 'date');
  /** Agreement on a rare value proves more than on a common one: u of the level gives way to the value's own frequency (Winkler 1989). */
  const adjustment = (c: number, a: number, b: number, level: number): number => {
    if (!rarity[c] || (level !== 0 && (level !== 3 || comparisons[c]!.kind !== 'name'))) return 0;
    const frequency = compared[c]!.frequency(a, b, level);
    return frequency === undefined ? 0 : Math.max(-4, Math.min(4, Math.log2(comparisons[c]!.u[level]! / frequency))) / 2;
  };
  const most = comparisons.length * 2;
  return (a: number, b: number, pattern: Int8Array, from: number): ScoredPair | undefined => {
    const least = Math.log2(from / (1 - from)) - prior;
    let plain = 0;
    for (let c = 0; c < pattern.length; c++) if (pattern[c]! >= 0) plain += weights[c]![pattern[c]!]!;
    if (plain + most < least) return undefined;
    const own = new Float64Array(pattern.length);
    let weight = 0;
    let kin = 0;
    let discountable = 0;
    for (let c = 0; c < pattern.length; c++) {
      const level = pattern[c]!;
      if (level < 0) continue;
      const extra = adjustment(c, a, b, level);
      own[c] = weights[c]![level]! + extra;
      weight += own[c]!;
      const relative = kinWeights[c]![level]! + (comparisons[c]!.shared ? extra : 0);
      kin += relative;
      discountable += Math.max(0, relative);
    }
    const total = discountable > 0 ? weightAgainst(share, weight, kin) : weight;
    const probability = 1 / (1 + 2 ** -(prior + total));
    if (probability < from) return undefined;
    const discount = weight - total;
    return {
      a,
      b,
      probability,
      weight: total,
      // What relatives agree on too counts less: the discount falls on those fields.
      fields: comparisons.map(({ column }, c) => {
        const level = pattern[c]!;
        const relative = level < 0 ? 0 : Math.max(0, kinWeights[c]![level]! + (comparisons[c]!.shared ? own[c]! - weights[c]![level]! : 0));
        return { column, level, weight: own[c]! - (discountable > 0 ? (discount * relative) / discountable : 0) };
      }),
    };
  };
}
