import { addDays, changed, has, refuse, without } from '../../../../platform/decider/index.ts';
import { command, definePart } from '../part.ts';
import { type Approvals, approvalEvents } from '../state/approvals.ts';
import type { CaseState } from '../state/case.ts';
import { needsOf } from './plan.ts';

/** Days in which a supervisor is expected to answer. */
const answerDays = 3;

const waiting = (slice: Approvals) => slice.filter(({ verdict }) => verdict === 'asked');

/** Whether the last word of a supervisor on closing is that it may be done for that reason; one for another reason is none. */
function isClosingApproved({ approvals: slice }: Pick<CaseState, 'approvals'>, reason: string): boolean {
  const last = slice.findLast(({ subject, verdict }) => subject === 'closure' && verdict !== 'asked' && verdict !== 'withdrawn');
  return last?.verdict === 'approved' && last.reason === reason;
}

/** The approvals after the case was closed: one that was asked for closing is used up, whatever it was for. */
export const afterClosing = (slice: Approvals): Approvals =>
  slice.map((one) => (one.subject === 'closure' && one.verdict === 'approved' ? { ...one, verdict: 'used' } : one));

/** What a supervisor approves: an assessment, a plan, the closing of a case. */
export const approvals = definePart(approvalEvents)({
  slice: 'approvals',
  page: 'plan',
  initial: [],
  evolve: {
    'approval-asked': (slice, { approval: id, subject, reason = null, by, on }) => [
      ...slice,
      { id, subject, reason, askedBy: by, askedOn: on, verdict: 'asked', by: null, on: null },
    ],
    'approval-given': (slice, { approval, verdict, by, on }) => changed(slice, approval, { verdict, by, on }),
    'approval-withdrawn': (slice, { approval, by, on }) => changed(slice, approval, { verdict: 'withdrawn', by, on }),
  },
  commands: {
    'ask-approval': command({
      summary: 'Ask a supervisor to approve the assessment, the plan or the closing',
      by: 'worker',
      input: without(approvalEvents['approval-asked'], 'by', 'on'),
      decide(state, given, { today, actor }) {
        const { subject, reason } = given;
        if (subject === 'assessment' && !needsOf(state)) return refuse('cases.assess-first');
        if (subject === 'plan' && state.plan.goals.length === 0) return refuse('cases.no-plan');
        if ((subject === 'closure') !== (reason !== undefined)) return refuse('cases.say-closing-reason', {}, ['/reason']);
        if (has(state.approvals, given.approval)) return [];
        if (waiting(state.approvals).some((one) => one.subject === subject)) return refuse('cases.approval-waits', {}, ['/subject']);
        return [{ type: 'approval-asked', ...given, by: actor.id, on: today }];
      },
    }),
    'give-approval': command({
      summary: 'Approve what was asked, or give it back with what is missing',
      by: 'supervisor',
      input: without(approvalEvents['approval-given'], 'subject', 'by', 'on'),
      about: 'approval',
      secondPerson: { refusal: 'cases.own-approval', first: (_, _input, { askedBy }) => askedBy },
      decide(_, given, { today, actor }, known) {
        const { verdict, note } = given;
        if (known.verdict === verdict) return [];
        if (known.verdict !== 'asked') return refuse('cases.approval-settled');
        if (verdict === 'returned' && !note) return refuse('cases.say-what-is-missing', {}, ['/note']);
        return [{ type: 'approval-given', ...given, subject: known.subject, by: actor.id, on: today }];
      },
    }),
    'withdraw-approval': command({
      summary: 'Take back a question to the supervisor that was not answered yet',
      by: 'worker',
      input: without(approvalEvents['approval-withdrawn'], 'by', 'on'),
      about: 'approval',
      decide(_, { approval }, { today, actor }, { verdict }) {
        if (verdict === 'withdrawn') return [];
        if (verdict !== 'asked') return refuse('cases.approval-settled');
        return [{ type: 'approval-withdrawn', approval, by: actor.id, on: today }];
      },
    }),
  },
  tasks: ({ approvals: slice }) =>
    waiting(slice).map(({ id, askedOn, askedBy }) => ({
      id,
      kind: 'approval',
      who: null,
      role: 'supervisor' as const,
      not: [askedBy],
      due: addDays(askedOn, answerDays),
    })),
  hinders(state, reason) {
    if (isClosingApproved(state, reason)) return [];
    const asked = waiting(state.approvals).some((one) => one.subject === 'closure' && one.reason === reason);
    return [refuse(asked ? 'cases.closure-waits' : 'cases.closure-not-approved')];
  },
});
