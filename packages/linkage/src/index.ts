/** Probabilistic record linkage after Fellegi and Sunter (1969): blocking, comparison, EM, explained weights, clusters. */

export type { ScoredPair } from './cluster.ts';
export type { BlockingRule, Column, ColumnKind } from './column.ts';
export { type LinkInput, type LinkResult, link } from './link.ts';
export type { Comparison, LinkModel } from './model.ts';
