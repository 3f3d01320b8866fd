import { Type } from 'typebox';
import type { Answer } from '../../../platform/contract/index.ts';
import { Maybe } from '../../../platform/decider/index.ts';
import { DomainScoreSchema } from '../../forms/domain/index.ts';
import { Proceedings } from '../../justice/contract/index.ts';
import { Approval, Closing, Conference, Feedback, LeavingCare, NeedsFound, Plan, Visit } from '../domain/index.ts';
import { pageContract } from './page.ts';

export const readPlan = pageContract({
  path: '/api/cases/case/{id}/plan',
  summary: 'What a child needs by domain, what is to be reached, what supervisors approved, what conferences decided',
  answer: {
    ...Type.Omit(Plan, ['assessmentDue', 'planDue']).properties,
    needs: Maybe(NeedsFound),
    approvals: Type.Array(Approval),
    /** `waitsForReview`: a supervisor is asked whether it was right to move it so often. */
    conferences: Type.Array(Type.Object({ ...Conference.properties, waitsForReview: Type.Boolean() })),
    /** What child and carer say to the help that is offered, where it was declined, and the carers who may be asked. */
    declined: Closing.properties.declined,
    carers: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  },
});
export type CasePlan = Answer<typeof readPlan>;

export const readJustice = pageContract({
  path: '/api/cases/case/{id}/justice',
  summary:
    'What police, prosecution and courts did for a child, their days in court, their wish to take part, their lawyer, and how far justice came',
  answer: Proceedings.properties,
});

export const readFollowUp = pageContract({
  path: '/api/cases/case/{id}/follow-up',
  summary: 'Visits to a child after the return, the handover to adult services at 18, and what was said about the help they got',
  answer: {
    since: Maybe(Type.String()),
    stableMonths: Type.Integer(),
    /** The child was not seen at this many visits in a row, those that are over without being made counted. */
    missed: Type.Integer(),
    /** What was done to find the child since they were seen last. */
    search: Closing.properties.search,
    leavingCare: LeavingCare,
    /** What was said about the help, latest first, but what is about the reader. */
    feedback: Type.Array(Type.Object({ ...Feedback.properties, mayAnswer: Type.Boolean() })),
    visits: Type.Array(
      Type.Object({
        ...Type.Omit(Visit, ['scores']).properties,
        domains: Type.Array(DomainScoreSchema),
        /** A supervisor is asked whether it was right to move or drop it. */
        waitsForReview: Type.Boolean(),
      }),
    ),
  },
});
export type CaseFollowUp = Answer<typeof readFollowUp>;
export type CaseVisit = CaseFollowUp['visits'][number];
export type CaseFeedback = CaseFollowUp['feedback'][number];
