import { Blocks, eachPair } from './blocking.ts';
import { type ClusterInput, type Clustering, clusterise, mostBonus, type ScoredPair } from './cluster.ts';
import type { Column } from './column.ts';
import { Dictionary } from './compare.ts';
import { learnHouseholds, learnStrangers } from './learn.ts';
import { defaultModel, type LinkModel } from './model.ts';
import { scorer } from './score.ts';
import { train } from './train.ts';
import { Words } from './words.ts';

export interface LinkInput extends ClusterInput {
  /** All columns are of the same length: one value a record. */
  readonly columns: readonly Column[];
  readonly model?: LinkModel;
  readonly seed?: number;
}

export interface LinkResult extends Clustering {
  readonly model: LinkModel;
  readonly compared: number;
  /** Blocks too large to compare. */
  readonly passedOver: number;
}

/**
 * Links records to persons. Trains the model on the records themselves (u from random pairs, h from members of one household within a
 * source, m by EM), unless a trained one is given. Deterministic for the same input. Throws where columns differ in length.
 */
export function link(input: LinkInput): LinkResult {
  const records = input.sources.length;
  for (const column of input.columns)
    if (column.values.length !== records) throw new Error(`Column ${column.name} has ${column.values.length} values, expected ${records}.`);
  const model: LinkModel = structuredClone(input.model ?? defaultModel(input.columns));
  const words = new Words();
  const dictionaries = new Map(input.columns.map((column) => [column.name, new Dictionary(column, words)]));
  const compared = model.comparisons.map((comparison) => dictionaries.get(comparison.column)!);
  const { sources } = input;
  const comparable = input.within ? () => true : (a: number, b: number) => sources[a] !== sources[b];
  const possible = possiblePairs(sources, input.within ?? false);
  const grouping = new Blocks(dictionaries, records);

  if (!input.model && records > 1) {
    learnStrangers(model, compared, records, comparable, input.seed ?? 1);
    if (!input.within) learnHouseholds(model, compared, grouping, input, possible);
  }

  // One pass over all pairs: the number of each pair's pattern is kept, the pattern itself once.
  const blocks = model.blocking.map((rule) => grouping.of(rule));
  const numbers = new Map<number, number>();
  const patterns: Int8Array[] = [];
  const counts: number[] = [];
  let [left, right, shown, size] = [new Int32Array(1 << 16), new Int32Array(1 << 16), new Int32Array(1 << 16), 0];
  const levels = new Int8Array(model.comparisons.length);
  eachPair(
    blocks.map((rule) => rule.blocks),
    comparable,
    (a, b) => {
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
        counts.push(0);
      }
      counts[number]!++;
      if (size === left.length) [left, right, shown] = [grown(left), grown(right), grown(shown)];
      left[size] = a;
      right[size] = b;
      shown[size++] = number;
    },
  );
  if (!input.model) train(model, { levels: patterns, counts }, possible);

  const score = scorer(model, compared);
  const reviewFrom = (input.reviewFrom ?? 0.2) / 2 ** mostBonus;
  const scored: ScoredPair[] = [];
  for (let i = 0; i < size; i++) {
    const pair = score(left[i]!, right[i]!, patterns[shown[i]!]!, reviewFrom);
    if (pair) scored.push(pair);
  }
  scored.sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
  const { links, review, clusters } = clusterise(scored, input, records);
  return { model, links, review, clusters, compared: size, passedOver: blocks.reduce((sum, rule) => sum + rule.passedOver, 0) };
}

const grown = (array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
};

function possiblePairs(sources: ArrayLike<number>, within: boolean): number {
  const sizes = new Map<number, number>();
  for (let i = 0; i < sources.length; i++) sizes.set(sources[i]!, (sizes.get(sources[i]!) ?? 0) + 1);
  const all = (sources.length * (sources.length - 1)) / 2;
  return Math.max(1, within ? all : all - [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0));
}
