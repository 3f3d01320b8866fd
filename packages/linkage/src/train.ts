import type { Comparison, LinkModel } from './model.ts';

/** Agreement patterns (one level a comparison, -1 unknown) with how many of the compared pairs show them. */
export interface Patterns {
  readonly levels: readonly Int8Array[];
  readonly counts: readonly number[];
}

const rounds = 60;

/** What a level says for "the same person" against "strangers", and for "one household" against "strangers": log2 of the ratios. */
export const weightOf = (comparison: Comparison, level: number): number =>
  level < 0 ? 0 : Math.log2(comparison.m[level]! / comparison.u[level]!);
export const kinWeightOf = (comparison: Comparison, level: number): number =>
  level < 0 ? 0 : Math.log2(comparison.h[level]! / comparison.u[level]!);

/** The share of members of one household among pairs that are not the same person. */
export const kinShare = ({ lambda, kin }: Pick<LinkModel, 'lambda' | 'kin'>): number => kin / (1 - lambda);

/**
 * The weight of evidence: log2 of P(pattern | same person) / P(pattern | not), where those who are not are strangers or members of one
 * household (Winkler 1993: three classes). `kinWeight` is 0 or less where the model knows no households.
 */
export const weightAgainst = (share: number, weight: number, kinWeight: number): number =>
  share === 0 ? weight : weight - Math.log2(share * 2 ** kinWeight + 1 - share);

/**
 * Estimates m, λ and the share of households by expectation–maximisation over all compared pairs at once (Winkler 1988, 1993), with u and
 * what relatives agree on (h) fixed; a column that a household shares says as much of a relative as of the person (h = m). A pair that was
 * not compared counts as no match, so that λ is the share among all possible pairs. Cost: patterns × comparisons × 60.
 */
export function train(model: LinkModel, patterns: Patterns, possiblePairs: number): void {
  const { comparisons } = model;
  const compared = patterns.counts.reduce((sum, n) => sum + n, 0);
  if (compared === 0) return;
  const start = comparisons.map(({ m }) => [...m]);
  for (let round = 0; round < rounds; round++) {
    const weights = comparisons.map((comparison) => comparison.m.map((_, level) => 2 ** weightOf(comparison, level)));
    const kinWeights = comparisons.map((comparison) => comparison.h.map((_, level) => 2 ** kinWeightOf(comparison, level)));
    const expected = comparisons.map(({ m }) => m.map(() => 0));
    let matches = 0;
    let relatives = 0;
    patterns.levels.forEach((pattern, p) => {
      let match = model.lambda;
      let relative = model.kin;
      for (let c = 0; c < pattern.length; c++) {
        const level = pattern[c]!;
        if (level < 0) continue;
        match *= weights[c]![level]!;
        relative *= kinWeights[c]![level]!;
      }
      const all = match + relative + 1 - model.lambda - model.kin;
      const n = (match / all) * patterns.counts[p]!;
      matches += n;
      relatives += (relative / all) * patterns.counts[p]!;
      for (let c = 0; c < pattern.length; c++) if (pattern[c]! >= 0) expected[c]![pattern[c]!]! += n;
    });
    model.lambda = bounded(matches / possiblePairs);
    if (model.kin > 0) model.kin = bounded(relatives / possiblePairs);
    comparisons.forEach((comparison, c) => {
      comparison.m = falling(normalised(expected[c]!, start[c]!), comparison.u);
      if (comparison.shared) comparison.h = comparison.m;
    });
  }
}

const bounded = (share: number) => Math.min(0.4, Math.max(1e-12, share));

/**
 * m such that a better level never weighs less than a worse one: neighbours that are the wrong way round share one ratio m/u (pool adjacent
 * violators; Ayer et al. 1955). On few records EM may otherwise take a habit of the list for a match.
 */
function falling(m: readonly number[], u: readonly number[]): number[] {
  const pools: { m: number; u: number; levels: number }[] = [];
  m.forEach((own, level) => {
    let pool = { m: own, u: u[level]!, levels: 1 };
    for (let last = pools.at(-1); last && last.m * pool.u < pool.m * last.u; last = pools.at(-1)) {
      pools.pop();
      pool = { m: last.m + pool.m, u: last.u + pool.u, levels: last.levels + pool.levels };
    }
    pools.push(pool);
  });
  return pools.flatMap((pool) => Array.from({ length: pool.levels }, () => pool.m / pool.u)).map((ratio, level) => ratio * u[level]!);
}

/** Shares, with twenty pseudo-observations spread over the levels so that no level is impossible. */
export function normalised(seen: readonly number[], before: readonly number[]): number[] {
  const total = seen.reduce((sum, n) => sum + n, 0);
  return seen.map((n, level) => (n + 20 * before[level]!) / (total + 20));
}
