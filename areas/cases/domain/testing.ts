import { anId, contextOn, givenOf, me, other } from '../../../platform/decider/testing.ts';
import { type CaseEvent, caseRecord, hindrances, tasksOf } from './case.ts';
import type { CloseReason } from './choices.ts';
import type { CaseState } from './state/case.ts';
import { isShown } from './taskDays.ts';

export { anId, contextOn, me, other } from '../../../platform/decider/testing.ts';

export const opened: CaseEvent = {
  type: 'case-opened',
  person: null,
  source: 'visit',
  riskLevel: 'high',
  ward: '3',
  born: { first: '2014-01-01', last: '2014-12-31' },
  worker: me,
  on: '2026-11-20',
  name: 'Maya Rai',
  concern: 'Seen at the bus park with a stranger.',
};

/** A supervisor approved closing the case for that reason. */
export const approvedFor = (reason: CloseReason): readonly CaseEvent[] => [
  { type: 'approval-asked', approval: anId(990), subject: 'closure', reason, by: me, on: '2026-11-23' },
  { type: 'approval-given', approval: anId(990), subject: 'closure', verdict: 'approved', by: other, on: '2026-11-23' },
];

/** A screening of the day of the tests, answered by a carer, with that result and those alarms. */
export const screened = (result: string, more: object = {}): CaseEvent =>
  ({
    ...{ type: 'questionnaire-answered', answering: anId(970), questionnaire: 'screening', version: 'olle-2', purpose: 'screening' },
    ...{ on: '2026-11-23', interviewed: ['caregiver'], language: null, interpreter: 'none', by: me, recordedOn: '2026-11-23', result },
    ...{ alarms: [], answered: [], domains: [], found: { referAtOnce: false, positive: [] } },
    ...{ codedAnswers: {}, identityAnswers: {}, narrativeAnswers: {}, ...more },
  }) as CaseEvent;

/** The child has another case, in which the work goes on. */
export const otherCase: CaseEvent = { type: 'case-linked', other: anId(995), kind: 'same-child', on: '2026-11-23', by: me };

/** What was weighed for the child before a panel determines what is best for them. */
export const weighed: CaseEvent = {
  ...{ type: 'interests-assessed', assessment: anId(980), on: '2026-11-20', hearing: 'heard', childView: 'To be safe.', options: 'Two.' },
  ...{ finding: 'Not at home for now.', reviewOn: '2026-12-20', by: me },
} as CaseEvent;
/** A panel with all its roles, each taken by somebody else. */
export const panel = [
  { role: 'supervisor', name: 'Indira' },
  { role: 'child-protection', name: 'Bina' },
  { role: 'guardian', name: 'Sunita Rai' },
  { role: 'teacher', name: 'Kamala' },
] as const;

/** What waits in a case that is shown within a year of the day of the tests. */
export const waitingIn = (state: CaseState) => tasksOf(state).filter((task) => isShown(task, contextOn(365).today));

/** A case to which that happened. */
export const given = givenOf(caseRecord, {
  shows: (state: CaseState) => ({
    tasks: () => waitingIn(state).map(({ kind, due }) => `${kind} ${due}`),
    /** What stands in the way of closing it for a reason, `days` after the day of the tests. */
    hinders: (reason: string, days = 0) => hindrances(state, reason, contextOn(days).today).map(({ refused }) => refused),
  }),
});
