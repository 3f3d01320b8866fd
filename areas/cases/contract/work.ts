import { Type } from 'typebox';
import { type Answer, contract } from '../../../platform/contract/index.ts';
import { Id, Maybe, oneOf } from '../../../platform/decider/index.ts';
import { DomainScoreSchema } from '../../forms/domain/index.ts';
import { Approval, Conference, Justice, Plan, stages, Visit } from '../domain/index.ts';

export const readPlan = contract({
  method: 'GET',
  path: '/api/cases/case/{id}/plan',
  summary: 'What a child needs by domain, what is to be reached, what supervisors approved, what conferences decided',
  may: ['read', 'cases.case'],
  shows: 'identity',
  params: Type.Object({ id: Id }),
  answer: Type.Object({
    ...Type.Omit(Plan, ['assessmentDue', 'planDue']).properties,
    approvals: Type.Array(Approval),
    conferences: Type.Array(Conference),
  }),
});
export type CasePlan = Answer<typeof readPlan>;

export const readJustice = contract({
  method: 'GET',
  path: '/api/cases/case/{id}/justice',
  summary:
    'What police, prosecution and courts did for a child, its days in court, its wish to take part, its lawyer, and how far justice came',
  may: ['read', 'cases.case'],
  shows: 'identity',
  params: Type.Object({ id: Id }),
  /** `stages`: those that were reached, in their order. */
  answer: Type.Object({ ...Justice.properties, stages: Type.Array(oneOf(...stages)) }),
});
export type CaseJustice = Answer<typeof readJustice>;
export type JusticeStep = CaseJustice['steps'][number];
export type JusticeCourtDate = CaseJustice['courtDates'][number];

export const readFollowUp = contract({
  method: 'GET',
  path: '/api/cases/case/{id}/follow-up',
  summary: 'Visits to a child after the return: those to come, those made, and how the child fared by domain',
  may: ['read', 'cases.case'],
  shows: 'identity',
  params: Type.Object({ id: Id }),
  answer: Type.Object({
    since: Maybe(Type.String()),
    stableMonths: Type.Integer(),
    visits: Type.Array(Type.Object({ ...Type.Omit(Visit, ['scores']).properties, domains: Type.Array(DomainScoreSchema) })),
  }),
});
export type CaseFollowUp = Answer<typeof readFollowUp>;
export type CaseVisit = CaseFollowUp['visits'][number];
