import type { CaseState } from '../state/case.ts';
import { bornOf } from './protection.ts';

type Seeing = Pick<CaseState, 'followUp' | 'answers' | 'openedOn' | 'safeguards' | 'born'>;
const latest = (days: readonly (string | null)[]): string | null =>
  days.reduce((last, day) => (day !== null && day > (last ?? '') ? day : last), null);

/** The day of the last visit at which the child was seen; null where there is none. */
export const visitSeenOn = ({ followUp }: Pick<CaseState, 'followUp'>): string | null =>
  latest(followUp.visits.map(({ outcome, on }) => (outcome === 'seen' ? on : null)));

/**
 * The last day on which somebody of the office saw the child: at a visit, or when the child answered questions; null where nobody did. An
 * interview of a day before the birth or the opening, which a wrong clock says, is none.
 */
export function childSeenOn(state: Seeing): string | null {
  const first = [state.openedOn, bornOf(state)?.first ?? ''].sort()[1]!;
  const interviews = state.answers.given.map(({ interviewed, on }) => (interviewed.includes('child') && on >= first ? on : null));
  return latest([visitSeenOn(state), ...interviews]);
}
