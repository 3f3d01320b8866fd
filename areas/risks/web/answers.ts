import type { Born } from '../../../platform/decider/index.ts';

/** Answers of the area's routes, as far as its pages use them. */
export interface RiskCounts {
  readonly total: number;
  readonly wards: readonly { readonly ward: string | null; readonly n: number }[];
  readonly reasons: readonly { readonly reason: string; readonly n: number }[];
  readonly statuses: readonly { readonly status: string; readonly n: number }[];
  /** Visits planned by the reader. */
  readonly planned: number;
}

/** A reason that waits for pairs of rows to be judged. */
export interface HeldReason {
  readonly rule: string;
  readonly pairs: readonly string[];
}

export interface Child {
  readonly version: number;
  readonly next: readonly string[];
  readonly person: string;
  readonly name: string;
  readonly ward: string | null;
  readonly born: Born | null;
  readonly status: string;
  readonly worker: string | null;
  readonly dueOn: string | null;
  readonly case: string | null;
  readonly reasons: readonly {
    readonly rule: string;
    readonly weight: number;
    readonly since: string | null;
    readonly until: string | null;
    readonly sources: readonly {
      readonly entry: string;
      readonly register: string;
      readonly row: number;
      readonly importId: string;
      readonly name: string;
    }[];
  }[];
  readonly held: readonly HeldReason[];
  readonly history: readonly {
    readonly type: string;
    readonly at: string;
    readonly actor: string;
    readonly on?: string;
    readonly text?: string;
  }[];
}

export interface HeldRule {
  readonly id: string;
  readonly weight: number;
  readonly active: boolean;
  readonly parameters: Readonly<Record<string, number>>;
}

export interface Rules {
  readonly id: string;
  readonly version: number;
  readonly from: string;
  readonly rules: readonly HeldRule[];
  /** The newest first; those to come have a later `from` than today. */
  readonly history: readonly {
    readonly from: string;
    readonly by: string | null;
    readonly because: string | null;
    readonly inForce: boolean;
    readonly rules: readonly HeldRule[];
  }[];
  readonly limits: Readonly<Record<string, Readonly<Record<string, { readonly least: number; readonly most: number }>>>>;
}
