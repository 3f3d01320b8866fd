/** Something that is to be done in a case, by somebody, until a day. */
export interface Action {
  readonly id: string;
  readonly what: string;
  readonly who: string;
  readonly due: string;
  readonly settled: 'done' | 'dropped' | null;
  readonly settledOn: string | null;
}
/** The event that adds one. */
export interface ActionAdded {
  readonly type: 'action-added';
  readonly action: string;
  readonly what: string;
  readonly who: string;
  readonly due: string;
}
export type Actions = readonly Action[];
