/** An opening in an emergency: who reads a case that is not his, from when to when, and what a supervisor found of it. */
export interface Opening {
  readonly id: string;
  readonly by: string;
  /** Instants, ISO 8601 with `Z`. */
  readonly at: string;
  readonly until: string;
  readonly because: string;
  readonly reviewDue: string;
  readonly review: { readonly justified: boolean; readonly on: string; readonly by: string; readonly note: string } | null;
}
export type Openings = readonly Opening[];
