import { type CaseState, consentFor, groundOf } from '../../cases/domain/index.ts';

/** Whether a file stays in the office, or goes to somebody else. */
export const audiences = ['office', 'outside'] as const;

/** For whom a file of cases is: outside, a partner of the directory or somebody of a kind. */
export interface GoesTo {
  readonly forWhom: (typeof audiences)[number];
  readonly kind: string | null;
  readonly organisation: string | null;
}

/**
 * On what it rests that a child is in a file for them on that day: empty inside the office, null where they may not be in it. Outside that is
 * consent, an order of a court or a duty by law to tell that partner, or any of its kind: that a child was in danger once is no ground to put
 * them into a list.
 */
export function restsOn(state: CaseState, { forWhom, kind, organisation }: GoesTo, today: string): string | null {
  if (forWhom === 'office') return '';
  const { status, consent } = consentFor(state, 'sharing', today, { id: organisation ?? '', kind });
  const lasting = status === 'valid' || status === 'court-order' || status === 'legal-duty';
  const ground = lasting && consent ? groundOf(state, consent) : null;
  return ground && [ground.kind, ground.by].filter(Boolean).join(': ');
}
