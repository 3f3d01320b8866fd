/** A row of a file: its number as a person counts (a file's first row is 1) and its cells. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** A quote that was never closed, or opened nothing, stands in the row: where its cells begin is not known. */
  readonly damaged?: boolean;
  /** Columns of formulas whose results are not in the file: their cells hold the formula, or the error that it gave. */
  readonly lost?: readonly number[];
}
