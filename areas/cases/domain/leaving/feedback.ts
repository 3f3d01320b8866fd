import { addDays, changed, consult, has, hasRole, refuse, without } from '../../../../platform/decider/index.ts';
import { type UserState, userRecord } from '../../../accounts/domain/index.ts';
import { limitsConsulted, limitsNow } from '../limits.ts';
import { command, definePart } from '../part.ts';
import { protectsFirst } from '../safety/closing.ts';
import type { CaseState } from '../state/case.ts';
import { feedbackEvents as events, type Feedback } from './state.ts';

const unanswered = ({ feedback }: CaseState) => feedback.filter(({ answered }) => answered === null);

/** Whose work it is about; where nobody is named, that of whoever had the case when it was said, whoever has it now. */
export const objectsOf = (
  { worker }: Pick<CaseState, 'worker'>,
  { about, concerns }: Pick<Feedback, 'about' | 'concerns'>,
): readonly string[] => (about ? [about] : (concerns ?? (worker === null ? [] : [worker])));

/** Whose work a thing that is said is about, by what the case knows: somebody who is named, or those who have the case. */
const concernedBy = ({ worker, lent }: Pick<CaseState, 'worker' | 'lent'>, about: string | null): readonly string[] =>
  about ? [about] : [worker, ...lent.map(({ of }) => of)].filter((id) => id !== null);

/** What the data-protection officer may answer: what is about a supervisor, for where there is one alone, nobody else could. */
const isForOfficer = ({ ofSupervisor }: Feedback) => ofSupervisor === true;
/** Whether something waits for an answer that the data-protection officer may give. */
export const hasWordForOfficer = (state: CaseState): boolean => unanswered(state).some(isForOfficer);
/** What the data-protection officer reads of it: never what is about themselves. */
export const feedbackForOfficer = (state: CaseState, reader: string): readonly Feedback[] =>
  state.feedback.filter((one) => isForOfficer(one) && !objectsOf(state, one).includes(reader));

/** What of it a user reads: whom it is about, and did not write it down, does not learn that it is there. */
export const feedbackFor = (state: CaseState, reader: string) =>
  state.feedback.flatMap((one) => {
    const isObject = objectsOf(state, one).includes(reader);
    return isObject && one.recordedBy !== reader ? [] : [{ ...one, mayAnswer: one.answered === null && !isObject }];
  });

/** What a child or carer says about the help they got. A supervisor answers who is not its object; what is about a supervisor, the data-protection officer as well. */
export const feedback = definePart(events)({
  slice: 'feedback',
  page: 'follow-up',
  initial: [],
  evolve: {
    'feedback-recorded': (slice, { type: _, feedback: id, by: recordedBy, ...one }) => [
      ...slice,
      { id, ...one, recordedBy, answered: null },
    ],
    'feedback-answered': (slice, { type: _, feedback: id, ...answered }) => changed(slice, id, { answered }),
  },
  commands: {
    'record-feedback': command({
      summary: 'Record what a child or carer says about the help they got, or complains of, also once the case is closed',
      in: ['open', 'closed'],
      by: 'reader',
      input: without(events['feedback-recorded'], 'by', 'answerBy', 'concerns', 'ofSupervisor'),
      consults: ({ about }, state) => [
        limitsConsulted,
        ...(state ? concernedBy(state, about) : []).map((id) => ({ kind: userRecord.kind, id })),
      ],
      decide(state, given, context) {
        if (has(state.feedback, given.feedback)) return [];
        const { complaintDays, feedbackDays } = limitsNow(context).values;
        const answerBy = addDays(given.on, given.kind === 'complaint' ? complaintDays : feedbackDays);
        const concerned = concernedBy(state, given.about);
        const concerns = given.about === null ? { concerns: [...concerned] } : {};
        const ofSupervisor = concerned.some((id) => consult<UserState>(context, userRecord.kind, id)?.roles.includes('supervisor'));
        return [
          { type: 'feedback-recorded', ...given, answerBy, ...concerns, ...(ofSupervisor ? { ofSupervisor } : {}), by: context.actor.id },
        ];
      },
    }),
    'answer-feedback': command({
      summary: 'Answer what a child or carer said about the help they got, and tell them',
      in: ['open', 'closed'],
      by: ['supervisor', 'officer'],
      input: without(events['feedback-answered'], 'on', 'by'),
      about: 'feedback',
      decide(state, given, { today, actor }, one) {
        if (!hasRole(actor, 'supervisor') && !isForOfficer(one)) return refuse('cases.feedback-for-supervisor');
        if (objectsOf(state, one).includes(actor.id)) return refuse('cases.feedback-about-you');
        return one.answered ? [] : [{ type: 'feedback-answered', ...given, on: today, by: actor.id }];
      },
    }),
  },
  // A complaint about the help that a child got is mostly made when it is over.
  waitsWhenClosed: true,
  tasks: (state) =>
    unanswered(state).map((one) => {
      const { id, kind, answerBy: due } = one;
      return { id, kind, who: null, role: 'supervisor' as const, not: objectsOf(state, one), due };
    }),
  hinders: (state, reason) =>
    protectsFirst(reason) && unanswered(state).some(({ kind }) => kind === 'complaint') ? [refuse('cases.supervisor-first')] : [],
});
