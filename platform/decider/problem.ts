/** Values that the sentence of a problem may name; never a child's name, number or story. */
export type Params = Readonly<Record<string, string | number>>;

/**
 * A refusal: the command was understood and is not allowed now. Its sentence is in the catalogues under
 * `<area>:problem.<rest of the code>`, in every language, and says what is wrong and what to do.
 */
export interface Refusal {
  readonly refused: string;
  readonly params: Params;
  /** The input fields at fault, as JSON pointers, for the screen to mark. */
  readonly fields: readonly string[];
}

/** The refusals an area may give: code → HTTP status. Codes begin with the area's name: `cases.already-closed`. */
export type Problems = Readonly<Record<string, 400 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429>>;

/** Refuses a command with a code of the area's table of problems. */
export function refuse(code: string, params: Params = {}, fields: readonly string[] = []): Refusal {
  return { refused: code, params, fields };
}

/** Tells a refusal from a list of events. */
export function isRefusal(outcome: unknown): outcome is Refusal {
  return typeof outcome === 'object' && outcome !== null && 'refused' in outcome;
}
