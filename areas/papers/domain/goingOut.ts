import { type CaseState, consentFor } from '../../cases/domain/index.ts';

/** Whether a file stays in the office, or goes to somebody else. */
export const audiences = ['office', 'outside'] as const;

/** For whom a file of cases is: outside, a partner of the directory or somebody of a kind. */
export interface GoesTo {
  readonly forWhom: (typeof audiences)[number];
  readonly kind: string | null;
  readonly organisation: string | null;
}

/**
 * Whether a child may be in a file for them on that day. Outside the office only where consent to share with that partner, or with any of
 * its kind, holds: that a child was in danger once is no ground to put it into a list.
 */
export function mayGoOut(state: CaseState, { forWhom, kind, organisation }: GoesTo, today: string): boolean {
  if (forWhom === 'office') return true;
  return consentFor(state, 'sharing', today, { id: organisation ?? '', kind }).status === 'valid';
}
