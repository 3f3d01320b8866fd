import { runsOn } from '../../../justice/domain/index.ts';
import type { CaseState } from '../state/case.ts';

/**
 * Whether something that concerns the child is not over, in a case that may be closed: a review of a formal decision, an accusation or other
 * proceedings, an order of a court that holds, a complaint that nobody answered. The file is needed for it.
 */
export function isUnsettled(state: CaseState, today: string): boolean {
  const { identification, bases, feedback, justice } = state;
  return (
    identification.decisions.some(({ reviews }) => reviews.some(({ settled }) => settled === null)) ||
    bases.some(({ kind, ended, until }) => kind === 'court-order' && ended === null && until >= today) ||
    feedback.some(({ kind, answered }) => kind === 'complaint' && answered === null) ||
    runsOn(justice)
  );
}
