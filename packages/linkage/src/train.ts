import type { LinkModel } from './model.ts';

/** Agreement patterns (one level a comparison, -1 unknown) with how many pairs show them, by blocking rule. */
export interface Patterns {
  readonly levels: Int8Array[];
  /** counts[rule][pattern] */
  readonly counts: Float64Array[];
}

/** The match weight of a level: log2(m/u). 0 where it is not known. */
export const weightOf = (model: LinkModel, comparison: number, level: number): number =>
  level < 0 ? 0 : Math.log2(model.comparisons[comparison]!.m[level]! / model.comparisons[comparison]!.u[level]!);

const posterior = (odds: number): number => odds / (1 + odds);

/**
 * Estimates m by expectation–maximisation (Winkler 1988) with u fixed: one session for each blocking rule on its own pairs, without the
 * columns the rule blocks on, since within a block these agree by construction; the sessions' estimates are joined by the number of
 * matches they saw. λ then follows from all pairs. Cost: sessions × patterns × 30.
 */
export function train(model: LinkModel, patterns: Patterns, possiblePairs: number): void {
  const sums = model.comparisons.map((comparison) => comparison.m.map(() => 0));
  model.blocking.forEach((rule, r) => {
    const used = new Set(rule.keys.map(({ column }) => column));
    const free = model.comparisons.map((comparison, c) => (used.has(comparison.column) ? -1 : c)).filter((c) => c >= 0);
    const counts = patterns.counts[r]!;
    const total = counts.reduce((sum, n) => sum + n, 0);
    if (total < 50 || free.length < 2) return;
    const m = model.comparisons.map((comparison) => [...comparison.m]);
    let lambda = 0.2;
    let expected = m.map((levels) => levels.map(() => 0));
    for (let round = 0; round < 30; round++) {
      expected = m.map((levels) => levels.map(() => 0));
      let matches = 0;
      patterns.levels.forEach((pattern, p) => {
        if (counts[p] === 0) return;
        let odds = lambda / (1 - lambda);
        for (const c of free) if (pattern[c]! >= 0) odds *= m[c]![pattern[c]!]! / model.comparisons[c]!.u[pattern[c]!]!;
        const weight = posterior(odds) * counts[p]!;
        matches += weight;
        for (const c of free) if (pattern[c]! >= 0) expected[c]![pattern[c]!]! += weight;
      });
      lambda = Math.min(0.999, Math.max(1e-9, matches / total));
      for (const c of free) m[c] = normalised(expected[c]!, m[c]!);
    }
    for (const c of free)
      expected[c]!.forEach((n, level) => {
        sums[c]![level]! += n;
      });
  });
  model.comparisons.forEach((comparison, c) => {
    comparison.m = falling(normalised(sums[c]!, comparison.m), comparison.u);
  });
  const all = patterns.levels.map((_, p) => patterns.counts.reduce((sum, counts) => sum + counts[p]!, 0));
  for (let round = 0; round < 30; round++) {
    const prior = model.lambda / (1 - model.lambda);
    let matches = 0;
    patterns.levels.forEach((pattern, p) => {
      let weight = 0;
      pattern.forEach((level, c) => {
        weight += weightOf(model, c, level);
      });
      matches += posterior(prior * 2 ** weight) * all[p]!;
    });
    model.lambda = Math.min(0.5, Math.max(1e-12, matches / possiblePairs));
  }
}

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

/** Shares, with twenty pseudo-observations spread over the levels so that no level is impossible; the earlier shares where nothing was seen. */
function normalised(expected: readonly number[], before: readonly number[]): number[] {
  const total = expected.reduce((sum, n) => sum + n, 0);
  if (total < 1) return [...before];
  return expected.map((n, level) => (n + 20 * before[level]!) / (total + 20));
}
