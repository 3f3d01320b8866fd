import type { LifeDomain } from '../lifeDomains.ts';

export const visitOutcomes = ['seen', 'not-found', 'refused'] as const;

/** A visit to a child after the return home or another lasting solution. */
export interface Visit {
  readonly id: string;
  readonly due: string;
  /** Null while it was not made. */
  readonly on: string | null;
  readonly outcome: (typeof visitOutcomes)[number] | 'dropped' | null;
  /** Whether the child was spoken with alone. */
  readonly alone: boolean | null;
  /** How the child fares by domain: 0 (nothing is well) to 4 (all is well). */
  readonly scores: Readonly<Partial<Record<LifeDomain, number>>>;
  /** The questionnaire that was filled in at the visit. */
  readonly answers: string | null;
}

export interface FollowUp {
  /** The day from which visits are counted: of the return, or of another lasting solution; null before there is one. */
  readonly since: string | null;
  readonly visits: readonly Visit[];
  /** Months that a child's life must have been stable before the case is closed, by the limits when it began. */
  readonly stableMonths: number;
}
