import type { Outcome } from '../../../cases/web/index.ts';

/** Answers of the routes of leaves. */
export interface Leave {
  readonly id: string;
  readonly worker: string;
  readonly from: string;
  readonly until: string;
  readonly to: readonly string[];
  /** Cases that are to be handed over still, and those that are with substitutes. */
  readonly left: number;
  readonly lent: number;
}

export interface LeaveFile extends Leave {
  readonly ended: string | null;
  readonly elsewhere: readonly { readonly case: string; readonly kind: string; readonly due: string; readonly worker: string | null }[];
}

export interface LeavePreview {
  readonly cases: number;
  readonly high: number;
  readonly due: readonly { readonly kind: string; readonly cases: number }[];
  readonly elsewhere: number;
  readonly away: readonly string[];
}

/** What one step of many moved. */
export interface Step {
  readonly rows: readonly Outcome[];
  readonly next: string | null;
  readonly left: number;
}
