import { Type } from 'typebox';
import type { Answer } from '../../../platform/contract/index.ts';
import { Maybe, oneOf } from '../../../platform/decider/index.ts';
import { DomainScoreSchema } from '../../forms/domain/index.ts';
import { Approval, Closing, Conference, Feedback, Justice, LeavingCare, Plan, stages, Visit } from '../domain/index.ts';
import { pageContract } from './page.ts';

export const readPlan = pageContract({
  path: '/api/cases/case/{id}/plan',
  summary: 'What a child needs by domain, what is to be reached, what supervisors approved, what conferences decided',
  answer: {
    ...Type.Omit(Plan, ['assessmentDue', 'planDue']).properties,
    approvals: Type.Array(Approval),
    conferences: Type.Array(Conference),
    /** What child and carer say to the help that is offered, where it was declined, and the carers who may be asked. */
    declined: Closing.properties.declined,
    carers: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  },
});
export type CasePlan = Answer<typeof readPlan>;

const Law = Type.Object({
  id: Type.String(),
  region: Maybe(Type.String()),
  from: Type.String(),
  to: Type.String(),
  limit: Type.String(),
  law: Type.String(),
  /** `V`: the text was read. */
  mark: Type.String(),
  /** The day of the text that was read, where it is known. */
  asOf: Maybe(Type.String()),
});
export const readJustice = pageContract({
  path: '/api/cases/case/{id}/justice',
  summary:
    'What police, prosecution and courts did for a child, their days in court, their wish to take part, their lawyer, and how far justice came',
  answer: {
    ...Type.Omit(Justice, ['timers']).properties,
    stages: Type.Array(oneOf(...stages)),
    alarms: Type.Array(Type.Object({ id: Type.String(), kind: Type.String(), on: Type.String(), answered: Type.Boolean() })),
    /** What the country says of punishing a trafficked child; nothing: no general rule was found. */
    nonPunishment: Type.Array(
      Type.Object({
        ...Type.Pick(Law, ['law', 'mark', 'asOf']).properties,
        width: Type.String(),
        force: Type.String(),
        office: Type.String(),
      }),
    ),
    /** Of which country the laws are. */
    country: Type.String(),
    timers: Type.Array(
      Type.Object({
        ...Type.Pick(Law, ['law', 'mark', 'asOf', 'region']).properties,
        key: Type.String(),
        /** Words under `law-limit.<duty>`. */
        duty: Type.String(),
        kind: Type.String(),
        /** Words under `fact.<fact>`. */
        since: Type.Object({ fact: Type.String(), on: Type.String() }),
        due: Type.String(),
        hours: Maybe(Type.Integer()),
        state: oneOf('runs', 'over', 'ended', 'done', 'not-applicable'),
        ended: Maybe(Type.Object({ fact: Maybe(Type.String()), on: Type.String() })),
        because: Maybe(Type.String()),
      }),
    ),
    /** Rules of the country with a time in them that do not run on this case, in words of the law. */
    otherLaws: Type.Array(Law),
  },
});
export type CaseJustice = Answer<typeof readJustice>;
export type JusticeAccusation = CaseJustice['accusations'][number];
export type LegalLimit = CaseJustice['timers'][number];
export type JusticeStep = CaseJustice['steps'][number];
export type JusticeCourtDate = CaseJustice['courtDates'][number];

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
    /** What was said about the help, latest first; whom it is about reads that it is there, and not the words. */
    feedback: Type.Array(
      Type.Object({
        ...Type.Omit(Feedback, ['words', 'answered']).properties,
        words: Maybe(Type.String()),
        answered: Maybe(Type.Object({ on: Type.String(), by: Type.String(), answer: Maybe(Type.String()) })),
        mayAnswer: Type.Boolean(),
      }),
    ),
    visits: Type.Array(Type.Object({ ...Type.Omit(Visit, ['scores']).properties, domains: Type.Array(DomainScoreSchema) })),
  },
});
export type CaseFollowUp = Answer<typeof readFollowUp>;
export type CaseVisit = CaseFollowUp['visits'][number];
export type CaseFeedback = CaseFollowUp['feedback'][number];
