import { Type } from 'typebox';
import type { Answer } from '../../../platform/contract/index.ts';
import { Maybe, oneOf } from '../../../platform/decider/index.ts';
import { DomainScoreSchema } from '../../forms/domain/index.ts';
import { Approval, Conference, Justice, Plan, stages, Visit } from '../domain/index.ts';
import { pageContract } from './page.ts';

export const readPlan = pageContract({
  path: '/api/cases/case/{id}/plan',
  summary: 'What a child needs by domain, what is to be reached, what supervisors approved, what conferences decided',
  answer: {
    ...Type.Omit(Plan, ['assessmentDue', 'planDue']).properties,
    approvals: Type.Array(Approval),
    conferences: Type.Array(Conference),
  },
});
export type CasePlan = Answer<typeof readPlan>;

export const readJustice = pageContract({
  path: '/api/cases/case/{id}/justice',
  summary:
    'What police, prosecution and courts did for a child, its days in court, its wish to take part, its lawyer, and how far justice came',
  answer: { ...Justice.properties, stages: Type.Array(oneOf(...stages)) },
});
export type CaseJustice = Answer<typeof readJustice>;
export type JusticeStep = CaseJustice['steps'][number];
export type JusticeCourtDate = CaseJustice['courtDates'][number];

export const readFollowUp = pageContract({
  path: '/api/cases/case/{id}/follow-up',
  summary: 'Visits to a child after the return: those to come, those made, and how the child fared by domain',
  answer: {
    since: Maybe(Type.String()),
    stableMonths: Type.Integer(),
    visits: Type.Array(Type.Object({ ...Type.Omit(Visit, ['scores']).properties, domains: Type.Array(DomainScoreSchema) })),
  },
});
export type CaseFollowUp = Answer<typeof readFollowUp>;
export type CaseVisit = CaseFollowUp['visits'][number];
