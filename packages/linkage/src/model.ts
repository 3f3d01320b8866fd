import type { BlockingRule, ColumnKind } from './column.ts';
import type { Dictionary } from './comparing/compare.ts';
import { defaultRules } from './rules.ts';

/** How one column is compared: levels from best to else, with their m, h and u probabilities. */
export interface Comparison {
  readonly column: string;
  readonly kind: ColumnKind;
  readonly shared: boolean;
  readonly levels: readonly string[];
  /** P(level | same person), one a level. */
  m: number[];
  /** P(level | two members of one household), one a level. */
  h: number[];
  /** P(level | two members of one household of other parents), one a level. */
  other: number[];
  /** P(level | strangers), one a level. */
  u: number[];
  /** The column from which this one follows in part (a post code from its suburb), and P(level | strangers who agree on that column). */
  given?: { readonly column: string; readonly u: readonly number[] };
}

/** A trained or untrained model: plain JSON. */
export interface LinkModel {
  readonly blocking: readonly BlockingRule[];
  readonly comparisons: readonly Comparison[];
  /** P(two records of different sources, drawn at random, are the same person). */
  lambda: number;
  /** P(they are two members of one household); 0 where the columns do not tell households. */
  kin: number;
  /** Of members of one household: the share of twins, and of those of other parents. */
  twins: number;
  otherParents: number;
}

const levelsOf: Readonly<Record<ColumnKind, readonly string[]>> = {
  name: ['same', 'very similar', 'similar', 'a word in common', 'different'],
  date: ['same', 'day and month exchanged or one digit off', 'same year', 'different'],
  span: ['fits', 'up to a year off', 'different'],
  code: ['same', 'different'],
  identifier: ['same', 'one character off', 'different'],
  text: ['same', 'similar', 'different'],
};

const startM: Readonly<Record<ColumnKind, readonly number[]>> = {
  name: [0.7, 0.12, 0.07, 0.07, 0.04],
  date: [0.85, 0.07, 0.05, 0.03],
  span: [0.85, 0.1, 0.05],
  code: [0.95, 0.05],
  identifier: [0.9, 0.06, 0.04],
  text: [0.6, 0.25, 0.15],
};

/** What two members of one household agree on, as far as nothing is learned of them: they have a family name in common, seldom more. */
export const startH: Readonly<Record<ColumnKind, readonly number[]>> = {
  name: [0.01, 0.01, 0.02, 0.56, 0.4],
  date: [0.01, 0.02, 0.1, 0.87],
  span: [0.06, 0.14, 0.8],
  code: [0.5, 0.5],
  identifier: [0.001, 0.019, 0.98],
  text: [0.05, 0.05, 0.9],
};

/** A model to train, from the columns there are: comparisons of all, blocking on those that tell people apart. */
export function defaultModel(columns: readonly Dictionary[]): LinkModel {
  const filled = columns.filter(({ values }) => values.length > 0);
  return {
    blocking: defaultRules(filled),
    comparisons: filled.map(({ name, kind, shared }) => {
      const even = levelsOf[kind].map(() => 1 / levelsOf[kind].length);
      return { column: name, kind, shared, levels: levelsOf[kind], m: [...startM[kind]], h: [...even], other: [...even], u: even };
    }),
    lambda: 1e-4,
    kin: 0,
    twins: 0,
    otherParents: 0,
  };
}
