import type { ConcernSummary } from '../../cases/web/index.ts';

/** Answers of the routes of Today and of the team. */
export interface WaitingTask {
  readonly case: string;
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly what: string | null;
  readonly due: string;
  readonly overdue: boolean;
  readonly riskLevel: string;
}

export interface Waiting {
  readonly tasks: readonly WaitingTask[];
  /** What is for whoever is a supervisor. */
  readonly reviews: { readonly total: number; readonly rows: readonly WaitingTask[] };
  readonly lent: readonly { readonly of: string; readonly to: string; readonly until: string; readonly cases: number }[];
  readonly concerns: { readonly total: number; readonly rows: readonly ConcernSummary[] };
  readonly unassigned: { readonly total: number };
  readonly team: { readonly overdue: number; readonly open: number };
}

/** How the work is spread over the office. */
export interface Team {
  readonly untouchedDays: number;
  readonly unseenDays: number;
  readonly workers: readonly {
    readonly worker: string | null;
    readonly open: number;
    readonly high: number;
    readonly medium: number;
    readonly low: number;
    readonly untouched: number;
    readonly flags: number;
    readonly overdue: number;
    readonly late: number;
  }[];
  readonly waits: readonly {
    readonly kind: string;
    readonly tasks: number;
    readonly cases: number;
    readonly longest: number;
    readonly middle: number;
  }[];
  readonly lacks: readonly { readonly lack: string; readonly cases: number }[];
}
