import { reconsiderSince } from '../safety/reconsider.ts';
import type { CaseState } from '../state/case.ts';

/** How far it is found what is best for the child; `reconsider`: it was, and new facts came since. */
export const interestSteps = ['not-assessed', 'assessed', 'determined', 'decided', 'reconsider'] as const;

export function interestsOf(state: CaseState): (typeof interestSteps)[number] {
  const { assessments, determinations, solution } = state.bestInterests;
  const last = determinations.at(-1);
  if (!last) return assessments.length > 0 ? 'assessed' : 'not-assessed';
  if (reconsiderSince(state) !== null) return 'reconsider';
  return solution?.determination === last.id ? 'decided' : 'determined';
}
