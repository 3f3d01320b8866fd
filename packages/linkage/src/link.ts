import { Blocks, Candidates, type Scope } from './blocking.ts';
import { type ClusterInput, type Clustering, clusterise, mostBonus, type ScoredPair } from './cluster.ts';
import type { Column } from './column.ts';
import { Dictionary } from './comparing/compare.ts';
import { Words } from './comparing/words.ts';
import { learnHouseholds, learnStrangers } from './learn.ts';
import { defaultModel, type LinkModel } from './model.ts';
import { Numbering } from './numbering.ts';
import { scorer } from './score.ts';
import { train } from './train.ts';

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

/** From so many records on, that there are no households is taken from the records themselves. */
const manyRecords = 1000;

/**
 * Links records to persons. Trains the model on the records themselves (u from random pairs, h from members of one household within a
 * source, m by EM), unless a trained one is given. Deterministic for the same input. Throws where columns differ in length.
 */
export function link(input: LinkInput): LinkResult {
  const records = input.sources.length;
  for (const column of input.columns)
    if (column.values.length !== records) throw new Error(`Column ${column.name} has ${column.values.length} values, expected ${records}.`);
  const words = new Words();
  const dictionaries = input.columns.map((column) => new Dictionary(column, words));
  const named = new Map(dictionaries.map((dictionary) => [dictionary.name, dictionary]));
  const model: LinkModel = structuredClone(input.model ?? defaultModel(dictionaries));
  const compared = model.comparisons.map((comparison) => named.get(comparison.column)!);
  const scope: Scope = { sources: input.sources, within: input.within ?? false };
  const possible = possiblePairs(scope);
  const grouping = new Blocks(named, records);

  if (!input.model && records > 1) {
    learnStrangers(model, compared, scope, input.seed ?? 1);
    if (!scope.within) learnHouseholds(model, compared, grouping, input.sources, possible);
  }

  // One pass over all pairs: the number of each pair's pattern is kept, the pattern itself once.
  const candidates = new Candidates(grouping, model.blocking, scope);
  const numbers = new Numbering(1 << 12);
  const patterns: Int8Array[] = [];
  const counts: number[] = [];
  let [left, right, shown, size] = [new Int32Array(1 << 16), new Int32Array(1 << 16), new Int32Array(1 << 16), 0];
  const width = compared.length;
  const levels = new Int8Array(width);
  // The values of a record beside each other, where two records meet so often.
  const codes = new Int32Array(records * width);
  compared.forEach((column, c) => {
    for (let i = 0; i < records; i++) codes[i * width + c] = column.codes[i]!;
  });
  candidates.each((a, b) => {
    let code = 0;
    for (let c = 0; c < width; c++) {
      const level = compared[c]!.level(codes[a * width + c]!, codes[b * width + c]!);
      levels[c] = level;
      code = code * 6 + level + 1;
    }
    const number = numbers.of(code);
    if (number === patterns.length) {
      patterns.push(levels.slice());
      counts.push(0);
    }
    counts[number]!++;
    if (size === left.length) [left, right, shown] = [grown(left), grown(right), grown(shown)];
    left[size] = a;
    right[size] = b;
    shown[size++] = number;
  });
  if (!input.model) {
    train(model, { levels: patterns, counts }, possible);
    // Files of so many records in which no two are of one household hold no households.
    if (records >= manyRecords && model.kin * possible < 1) model.kin = 0;
  }

  const score = scorer(model, compared, patterns, (input.reviewFrom ?? 0.2) / 2 ** mostBonus);
  const scored: ScoredPair[] = [];
  for (let i = 0; i < size; i++) {
    const pair = score(left[i]!, right[i]!, shown[i]!);
    if (pair) scored.push(pair);
  }
  scored.sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
  const { links, review, clusters } = clusterise(scored, input, records);
  return { model, links, review, clusters, compared: size, passedOver: candidates.passedOver };
}

const grown = (array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
};

function possiblePairs({ sources, within }: Scope): number {
  const sizes = new Map<number, number>();
  for (let i = 0; i < sources.length; i++) sizes.set(sources[i]!, (sizes.get(sources[i]!) ?? 0) + 1);
  const all = (sources.length * (sources.length - 1)) / 2;
  return Math.max(1, within ? all : all - [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0));
}
