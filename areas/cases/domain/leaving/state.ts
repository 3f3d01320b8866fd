import { Type } from 'typebox';
import { coded, type Data, field, fields, Id, Maybe, narrative, Prose, unshown } from '../../../../platform/decider/index.ts';
import { WorkerId } from '../../../accounts/domain/index.ts';
import { adultServiceWishes, feedbackFrom, feedbackKinds } from '../choices.ts';

export const leavingCareEvents = {
  'care-left': fields({
    /** Whether the young person wants adult services. */
    wish: field.word('adult-services', adultServiceWishes),
    /** What they say to it, in their words. */
    words: narrative(Prose),
    /** Who helps them from now on, and how they are reached. */
    service: field.nameIfAny,
    contact: field.nameIfAny,
    on: field.on,
    by: field.id,
  }),
};
/** What was agreed for the time after 18. */
export const LeavingCare = Maybe(leavingCareEvents['care-left']);
export type LeavingCare = Data<typeof LeavingCare>;

// No history shows them: whom it is about would learn of it there.
export const feedbackEvents = {
  'feedback-recorded': unshown(
    fields({
      feedback: field.id,
      kind: field.word('feedback-kind', feedbackKinds),
      from: field.choice(feedbackFrom),
      /** Whose work it is about; null where it is about nobody in particular. */
      about: coded(Maybe(WorkerId)),
      on: field.on,
      words: narrative(Prose),
      answerBy: field.date,
      /** Where nobody is named: who had the case then, and whose it is while they are away. Left out in files from before it was kept. */
      concerns: coded(Type.Optional(Type.Array(Id))),
      /** It is about the work of a supervisor, as far as was known when it was recorded. Left out in files from before it was kept. */
      ofSupervisor: coded(Type.Optional(Type.Boolean())),
      by: field.id,
    }),
  ),
  'feedback-answered': unshown(fields({ feedback: field.id, answer: narrative(Prose), on: field.date, by: field.id })),
};
const { feedback: id, by: recordedBy, ...recorded } = feedbackEvents['feedback-recorded'].properties;
/** What a child or carer says about the help they got, and what a supervisor answered. */
export const Feedback = Type.Object({
  id,
  ...recorded,
  recordedBy,
  answered: Maybe(Type.Omit(feedbackEvents['feedback-answered'], ['feedback'])),
});
export type Feedback = Data<typeof Feedback>;
export type FeedbackList = readonly Feedback[];
