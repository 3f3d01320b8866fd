/** Probabilistic record linkage after Fellegi and Sunter (1969): blocking, comparison, EM, explained weights, clusters. */

export type { ScoredPair } from './cluster.ts';
export { type LinkInput, type LinkResult, link } from './link.ts';
export { type BlockingRule, type Column, type ColumnKind, type Comparison, defaultModel, type LinkModel } from './model.ts';
