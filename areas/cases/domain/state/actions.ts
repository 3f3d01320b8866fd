/** Something that is to be done in a case, by somebody, until a day. */
export interface Action {
  readonly id: string;
  readonly what: string;
  readonly who: string;
  readonly due: string;
  readonly settled: 'done' | 'dropped' | null;
  readonly settledOn: string | null;
}
export type Actions = readonly Action[];
