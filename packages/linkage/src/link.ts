import { blocksOf, eachPair } from './blocking.ts';
import { type ClusterInput, type Clustering, clusterise, type ScoredPair } from './cluster.ts';
import { Dictionary } from './compare.ts';
import { type Column, defaultModel, type LinkModel } from './model.ts';
import { train, weightOf } from './train.ts';

export interface LinkInput extends ClusterInput {
  /** All columns are of the same length: one value a record. */
  readonly columns: readonly Column[];
  readonly model?: LinkModel;
  /** Probability from which a person is asked, 0.2 unless said. */
  readonly reviewFrom?: number;
  readonly seed?: number;
}

export interface LinkResult extends Clustering {
  readonly model: LinkModel;
  readonly compared: number;
  /** Blocks too large to compare. */
  readonly passedOver: number;
}

const blockLimit = 1500;

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

/**
 * Links records to persons. Trains the model on the records themselves (u from random pairs, m by EM), unless a trained one is given.
 * Deterministic for the same input. Throws where columns differ in length.
 */
export function link(input: LinkInput): LinkResult {
  const records = input.sources.length;
  for (const column of input.columns)
    if (column.values.length !== records) throw new Error(`Column ${column.name} has ${column.values.length} values, expected ${records}.`);
  const model: LinkModel = structuredCloneOf(input.model ?? defaultModel(input.columns));
  const dictionaries = new Map(input.columns.map((column) => [column.name, new Dictionary(column)]));
  const compared = model.comparisons.map((comparison) => dictionaries.get(comparison.column)!);
  const { sources } = input;
  const comparable = input.within ? () => true : (a: number, b: number) => sources[a] !== sources[b];

  // u: what chance agreement looks like, from pairs drawn at random.
  if (!input.model && records > 1) {
    const draw = drawer(input.seed ?? 1);
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

  // One pass over all pairs: the number of each pair's pattern is kept, the pattern itself once.
  const blocks = model.blocking.map((rule) => blocksOf(rule, dictionaries, records));
  const numbers = new Map<number, number>();
  const patterns: Int8Array[] = [];
  const counts: number[][] = model.blocking.map(() => []);
  let [left, right, shown, size] = [new Int32Array(1 << 16), new Int32Array(1 << 16), new Int32Array(1 << 16), 0];
  const levels = new Int8Array(model.comparisons.length);
  const passedOver = eachPair(blocks, comparable, blockLimit, (a, b, rule) => {
    let code = 0;
    for (let c = 0; c < compared.length; c++) {
      const level = compared[c]!.compare(a, b);
      levels[c] = level;
      code = code * 6 + level + 1;
    }
    let number = numbers.get(code);
    if (number === undefined) {
      number = patterns.length;
      numbers.set(code, number);
      patterns.push(levels.slice());
    }
    counts[rule]![number] = (counts[rule]![number] ?? 0) + 1;
    if (size === left.length) [left, right, shown] = [grown(left), grown(right), grown(shown)];
    left[size] = a;
    right[size] = b;
    shown[size++] = number;
  });
  if (!input.model)
    train(
      model,
      { levels: patterns, counts: counts.map((own) => Float64Array.from(patterns, (_, p) => own[p] ?? 0)) },
      possiblePairs(sources, input.within ?? false),
    );

  const weights = patterns.map((pattern) => pattern.reduce((sum, level, c) => sum + weightOf(model, c, level), 0));
  const prior = Math.log2(model.lambda / (1 - model.lambda));
  const rarity = model.comparisons
    .map((comparison, c) => (comparison.kind === 'name' || comparison.kind === 'identifier' ? c : -1))
    .filter((c) => c >= 0);
  /** Agreement on a rare value proves more than on a common one: u of the level gives way to the value's own frequency. */
  const adjustment = (c: number, a: number, b: number, level: number): number => {
    const dictionary = compared[c]!;
    if (level !== 0 || dictionary.codes[a] !== dictionary.codes[b]) return 0;
    return Math.max(-4, Math.min(4, Math.log2(model.comparisons[c]!.u[0]! / dictionary.frequency(a)))) / 2;
  };
  const reviewFrom = input.reviewFrom ?? 0.2;
  const scored: ScoredPair[] = [];
  for (let i = 0; i < size; i++) {
    const pattern = patterns[shown[i]!]!;
    const [a, b] = [left[i]!, right[i]!];
    let weight = weights[shown[i]!]!;
    for (const c of rarity) weight += adjustment(c, a, b, pattern[c]!);
    const probability = 1 / (1 + 2 ** -(prior + weight));
    if (probability < reviewFrom) continue;
    scored.push({
      a,
      b,
      probability,
      weight,
      fields: model.comparisons.map(({ column }, c) => ({
        column,
        level: pattern[c]!,
        weight: weightOf(model, c, pattern[c]!) + (rarity.includes(c) ? adjustment(c, a, b, pattern[c]!) : 0),
      })),
    });
  }
  scored.sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
  const { links, review, clusters } = clusterise(scored, input, records);
  return { model, links, review, clusters, compared: size, passedOver };
}

const grown = (array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
};

const structuredCloneOf = (model: LinkModel): LinkModel => ({
  ...model,
  comparisons: model.comparisons.map((comparison) => ({ ...comparison, m: [...comparison.m], u: [...comparison.u] })),
});

function possiblePairs(sources: ArrayLike<number>, within: boolean): number {
  const sizes = new Map<number, number>();
  for (let i = 0; i < sources.length; i++) sizes.set(sources[i]!, (sizes.get(sources[i]!) ?? 0) + 1);
  const all = (sources.length * (sources.length - 1)) / 2;
  return Math.max(1, within ? all : all - [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0));
}
