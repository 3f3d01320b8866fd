import { traffickingOf } from '../parts/identification.ts';
import type { CaseState } from '../state/case.ts';

/** What a closed case says of a child for the time after it. */
export type PastSign = 'case' | 'victim' | 'ran-away' | 'out-of-home-care';

const careKinds: readonly string[] = ['kin', 'foster', 'shelter'];
/** Closed cases that say nothing of a child. */
const saysNothing: readonly (CaseState['closeReason'] | null)[] = ['unfounded', 'duplicate', 'opened-in-error', 'died'];

/** The signs of a closed case, each with the last day on which it was so. */
export function pastOf(state: CaseState): readonly { readonly sign: PastSign; readonly on: string }[] {
  const { closedOn, closeReason } = state;
  if (closedOn === null || saysNothing.includes(closeReason)) return [];
  const trafficking = traffickingOf(state);
  const { stays } = state.placements;
  const ran = stays.findLast(({ reason }) => reason === 'ran-away');
  const inCare = stays.findLast(({ kind }) => careKinds.includes(kind));
  return [
    { sign: 'case', on: closedOn },
    ...(trafficking === 'identified' || trafficking === 'presumed' ? [{ sign: 'victim' as const, on: closedOn }] : []),
    ...(ran ? [{ sign: 'ran-away' as const, on: ran.from }] : []),
    ...(inCare ? [{ sign: 'out-of-home-care' as const, on: inCare.to ?? closedOn }] : []),
  ];
}
