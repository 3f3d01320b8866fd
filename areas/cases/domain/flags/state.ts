export const flagReasons = ['attention', 'information-missing', 'date-wrong', 'safety', 'waiting', 'other'] as const;

/** What somebody who reads a case wants looked at, and what came of it. */
export interface Flag {
  readonly id: string;
  readonly reason: (typeof flagReasons)[number];
  readonly words: string;
  readonly by: string;
  readonly on: string;
  /** By when it is to be settled; null where no day was named. */
  readonly due: string | null;
  readonly settled: { readonly by: string; readonly on: string; readonly answer: string } | null;
}
export type Flags = readonly Flag[];
