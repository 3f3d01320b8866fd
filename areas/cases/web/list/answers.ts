import type { CaseSummary } from '../answers.ts';

/** A case as the list has it. */
export interface ListedCase extends CaseSummary {
  readonly overdue: number;
  readonly source: string;
  readonly closedOn: string | null;
  readonly touchedOn: string;
  readonly seenOn: string | null;
  readonly phase: string;
  readonly lives: string | null;
  readonly trafficking: string | null;
  readonly consentUntil: string | null;
}

/** What the list is narrowed to, sorted by and shows. */
export interface Shown {
  readonly narrowing: Readonly<Record<string, string | number | boolean>>;
  readonly sort: string;
  readonly columns: readonly string[];
}

/** A way to look at the list that is kept under a name; `record` and `by` where a colleague shares it. */
export interface View extends Shown {
  readonly id: string;
  readonly name: string;
  readonly search: string | null;
  readonly shared: boolean;
  readonly record?: string;
  readonly by?: string;
}

export interface Views {
  readonly id: string;
  readonly most: number;
  readonly views: readonly View[];
  readonly shared: readonly View[];
  readonly opens: string | null;
}

export interface Counts {
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}
