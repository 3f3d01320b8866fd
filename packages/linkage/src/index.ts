/** Probabilistic record linkage after Fellegi and Sunter (1969): blocking, comparison, EM, explained weights, clusters. */
export { type BlockingRule, type Column, type ColumnKind, type Comparison, defaultModel, type LinkModel } from './model.ts';
export { link, type LinkInput, type LinkResult, type ScoredPair } from './link.ts';
