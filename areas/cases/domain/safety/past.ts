import { traffickingOf } from '../parts/identification.ts';
import type { CaseState } from '../state/case.ts';

/** What the cases of a child say for the time after them. */
export type PastSign = 'case' | 'victim' | 'ran-away' | 'out-of-home-care';

const careKinds: readonly string[] = ['kin', 'foster', 'shelter'];
/** Closed cases that say nothing of a child. */
const saysNothing: readonly (CaseState['closeReason'] | null)[] = ['unfounded', 'duplicate', 'opened-in-error', 'died'];

type Signs = readonly { readonly sign: PastSign; readonly on: string }[];

/** What happened to the child, whether the case is still open or not: each sign with the last day on which it was so. */
function happened({ placements: { stays }, closedOn }: CaseState): Signs {
  const ran = stays.findLast(({ reason }) => reason === 'ran-away');
  const inCare = stays.findLast(({ kind }) => careKinds.includes(kind));
  return [
    ...(ran ? [{ sign: 'ran-away' as const, on: ran.from }] : []),
    ...(inCare ? [{ sign: 'out-of-home-care' as const, on: inCare.to ?? closedOn ?? inCare.from }] : []),
  ];
}

/** The signs of a case; that there was one, and of a victim, only once it is closed. */
export function pastOf(state: CaseState): Signs {
  const { closedOn, closeReason } = state;
  if (closedOn === null) return happened(state);
  if (saysNothing.includes(closeReason)) return [];
  const trafficking = traffickingOf(state);
  return [
    { sign: 'case', on: closedOn },
    ...(trafficking === 'identified' || trafficking === 'presumed' ? [{ sign: 'victim' as const, on: closedOn }] : []),
    ...happened(state),
  ];
}
