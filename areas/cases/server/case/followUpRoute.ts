import { Type } from 'typebox';
import { Id, Maybe } from '../../../../platform/decider/index.ts';
import { route } from '../../../../platform/http/area.ts';
import { domainsAt } from '../../domain/index.ts';
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
        domains: Type.Array(Type.Object({ domain: Type.String(), score: Maybe(Type.Number()), red: Type.Boolean() })),
        answers: Maybe(Type.String()),
      }),
    ),
  }),
  async handle(call) {
    const { state } = await readCase(call, call.params.id, 'case follow-up');
    const { since, stableMonths, visits } = state.followUp;
    return {
      since,
      stableMonths,
      visits: visits.map(({ scores, ...visit }) => ({
        ...visit,
        domains: domainsAt(state, { ...visit, scores }).map((domain) => ({ ...domain })),
      })),
    };
  },
});
