import type { CaseState } from '../state/case.ts';

type Seeing = Pick<CaseState, 'followUp' | 'answers'>;
const latest = (days: readonly (string | null)[]): string | null =>
  days.reduce((last, day) => (day !== null && day > (last ?? '') ? day : last), null);

/** The day of the last visit at which the child was seen; null where there is none. */
export const visitSeenOn = ({ followUp }: Pick<CaseState, 'followUp'>): string | null =>
  latest(followUp.visits.map(({ outcome, on }) => (outcome === 'seen' ? on : null)));

/** The last day on which somebody of the office saw the child: at a visit, or when the child answered questions; null where nobody did. */
export const childSeenOn = (state: Seeing): string | null =>
  latest([visitSeenOn(state), ...state.answers.given.map(({ interviewed, on }) => (interviewed.includes('child') ? on : null))]);
