import type { LinkModel } from './model.ts';

/** Agreement patterns (one level a comparison, -1 unknown) with how many of the compared pairs show them. */
export interface Patterns {
  readonly levels: readonly Int8Array[];
  readonly counts: readonly number[];
}

const rounds = 60;

/**
 * What levels say for "the same person" and for "one household" against "strangers": log2 of the ratios, in one row of cells. A comparison
 * has a cell for each level; one that follows from another column has a second for each, for pairs that agree on that column.
 */
export class Weights {
  readonly own: Float64Array;
  /** For each kind of two members of one household: brothers and sisters, twins, those of other parents. */
  readonly kin: readonly Float64Array[];
  /** The share of each kind. */
  readonly shares: readonly number[];
  readonly #first: readonly number[];
  readonly #after: readonly number[];

  constructor({ comparisons, twins, otherParents }: LinkModel) {
    const [own, siblings, ofTwins, others, first]: [number[], number[], number[], number[], number[]] = [[], [], [], [], []];
    for (const { m, h, u, other, given, shared, kind } of comparisons) {
      first.push(own.length);
      for (const strangers of given ? [u, given.u] : [u]) {
        const same = falling(m, strangers).map(Math.log2);
        const against = (of: readonly number[]) => of.map((share, level) => Math.log2(share / strangers[level]!));
        own.push(...same);
        siblings.push(...against(h));
        ofTwins.push(...(!shared && (kind === 'date' || kind === 'span') ? same : against(h)));
        others.push(...against(shared && kind === 'name' ? other : h));
      }
    }
    const numbers = new Map(comparisons.map(({ column }, c) => [column, c]));
    this.own = Float64Array.from(own);
    this.kin = [siblings, ofTwins, others].map((cells) => Float64Array.from(cells));
    this.shares = [1 - twins - otherParents, twins, otherParents];
    this.#first = first;
    this.#after = comparisons.map(({ given }) => (given ? numbers.get(given.column)! : -1));
  }

  /** The cell of a comparison whose level in a pattern is known; `levels` is how many it has. */
  cellOf(pattern: Int8Array, c: number, levels: number): number {
    const after = this.#after[c]!;
    return this.#first[c]! + pattern[c]! + (after >= 0 && pattern[after] === 0 ? levels : 0);
  }
}

/** The place of twins among the kinds of members. */
export const ofTwins = 1;

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
 * what relatives agree on (h, and of how many kinds they are) fixed; a column that a household shares says as much of a relative as of the person
 * (h = m), and so does the day of birth of a twin. A pair that was
 * not compared counts as no match, so that λ is the share among all possible pairs. Cost: patterns × comparisons × 60.
 */
export function train(model: LinkModel, patterns: Patterns, possiblePairs: number): void {
  const { comparisons } = model;
  const compared = patterns.counts.reduce((sum, n) => sum + n, 0);
  if (compared === 0) return;
  const start = comparisons.map(({ m }) => [...m]);
  const layout = new Weights(model);
  const cells = patterns.levels.map((pattern) =>
    Int16Array.from(pattern, (level, c) => (level < 0 ? -1 : layout.cellOf(pattern, c, comparisons[c]!.levels.length))),
  );
  for (let round = 0; round < rounds; round++) {
    const weights = new Weights(model);
    const own = weights.own.map((bits) => 2 ** bits);
    const kin = weights.kin.map((cellsOf) => cellsOf.map((bits) => 2 ** bits));
    const of = [0, 0, 0];
    const expected = comparisons.map(({ m }) => m.map(() => 0));
    let matches = 0;
    let relatives = 0;
    cells.forEach((row, p) => {
      let match = model.lambda;
      weights.shares.forEach((share, k) => {
        of[k] = model.kin * share;
      });
      for (const cell of row) {
        if (cell < 0) continue;
        match *= own[cell]!;
        for (let k = 0; k < of.length; k++) of[k]! *= kin[k]![cell]!;
      }
      const relative = of[0]! + of[1]! + of[2]!;
      const all = match + relative + 1 - model.lambda - model.kin;
      const n = (match / all) * patterns.counts[p]!;
      matches += n;
      relatives += (relative / all) * patterns.counts[p]!;
      const pattern = patterns.levels[p]!;
      for (let c = 0; c < pattern.length; c++) if (pattern[c]! >= 0) expected[c]![pattern[c]!]! += n;
    });
    model.lambda = bounded(matches / possiblePairs);
    if (model.kin > 0) model.kin = bounded(relatives / possiblePairs);
    comparisons.forEach((comparison, c) => {
      const ratios = falling(normalised(expected[c]!, start[c]!), comparison.u);
      comparison.m = ratios.map((ratio, level) => ratio * comparison.u[level]!);
      if (comparison.shared) comparison.h = comparison.m;
    });
  }
}

const bounded = (share: number) => Math.min(0.4, Math.max(1e-12, share));

/**
 * m / u such that a better level never weighs less than a worse one: neighbours that are the wrong way round share one ratio m/u (pool adjacent
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
  return pools.flatMap((pool) => Array.from({ length: pool.levels }, () => pool.m / pool.u));
}

/** Shares, with twenty pseudo-observations spread over the levels so that no level is impossible. */
export function normalised(seen: readonly number[], before: readonly number[]): number[] {
  const total = seen.reduce((sum, n) => sum + n, 0);
  return seen.map((n, level) => (n + 20 * before[level]!) / (total + 20));
}
