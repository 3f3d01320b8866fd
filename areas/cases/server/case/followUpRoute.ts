import { Type } from 'typebox';
import { Id } from '../../../../platform/decider/index.ts';
import { route } from '../../../../platform/http/area.ts';
import { Maybe } from '../rows.ts';
import { readCase } from './readCase.ts';

export const followUpRoute = route({
  method: 'GET',
  path: '/api/cases/case/{id}/follow-up',
  summary: 'Visits to a child after the return: those to come, those made, and how the child fared by domain',
  may: ['read', 'cases.case'],
  shows: 'identity',
  params: Type.Object({ id: Id }),
  answer: Type.Object({
    since: Maybe(Type.String()),
    stableMonths: Type.Integer(),
    visits: Type.Array(
      Type.Object({
        id: Type.String(),
        due: Type.String(),
        on: Maybe(Type.String()),
        outcome: Maybe(Type.String()),
        alone: Maybe(Type.Boolean()),
        scores: Type.Record(Type.String(), Type.Integer()),
        answers: Maybe(Type.String()),
      }),
    ),
  }),
  async handle(call) {
    const { since, stableMonths, visits } = (await readCase(call, call.params.id, 'case follow-up')).state.followUp;
    return { since, stableMonths, visits: visits.map((visit) => ({ ...visit, scores: { ...visit.scores } as Record<string, number> })) };
  },
});
