/** A figure with how sure it is: the truth lies between `low` and `high`. A count of all has neither. */
export interface Estimate {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  /** Orange for the one point that matters. */
  readonly tone?: 'orange' | 'grey';
  /** Stands at its end: the value in words, with its interval. */
  readonly says: string;
}

interface Target {
  readonly value: number;
  readonly label: string;
}

/** `bars`: amounts from zero, an interval as a whisker. `dots`: estimates beside a target, an interval as a thick bar. */
export interface RowsSpec {
  readonly kind: 'bars' | 'dots';
  readonly rows: readonly Estimate[];
  readonly most: number;
  readonly least?: number;
  readonly target?: Target;
}

/** One figure over time, its interval as a band. */
export interface TrendSpec {
  readonly kind: 'trend';
  readonly points: readonly { readonly label: string; readonly value: number; readonly low: number; readonly high: number }[];
  readonly least: number;
  readonly most: number;
  /** How a value of the axis is written. */
  readonly format: (value: number) => string;
  readonly target?: Target;
}

export type ChartSpec = RowsSpec | TrendSpec;
