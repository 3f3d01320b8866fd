import { Type } from 'typebox';
import { Id, Maybe } from '../../../../platform/decider/index.ts';
import { route } from '../../../../platform/http/area.ts';
import { readCase } from './readCase.ts';

const Ending = Type.Object({ on: Type.String(), child: Type.String(), carer: Type.String(), contact: Type.String() });
const Needs = Type.Object({
  on: Type.String(),
  by: Type.String(),
  needs: Type.Array(Type.Object({ domain: Type.String(), level: Type.String() })),
  strengths: Maybe(Type.String()),
});

export const planRoute = route({
  method: 'GET',
  path: '/api/cases/case/{id}/plan',
  summary: 'What a child needs by domain, what is to be reached, what supervisors approved, what conferences decided',
  may: ['read', 'cases.case'],
  shows: 'identity',
  params: Type.Object({ id: Id }),
  answer: Type.Object({
    needs: Maybe(Needs),
    goals: Type.Array(
      Type.Object({
        id: Type.String(),
        domain: Type.String(),
        what: Type.String(),
        due: Type.String(),
        state: Type.String(),
        settledOn: Maybe(Type.String()),
      }),
    ),
    reviewOn: Maybe(Type.String()),
    ending: Maybe(Ending),
    approvals: Type.Array(
      Type.Object({
        id: Type.String(),
        subject: Type.String(),
        askedBy: Type.String(),
        askedOn: Type.String(),
        verdict: Type.String(),
        by: Maybe(Type.String()),
        on: Maybe(Type.String()),
      }),
    ),
    conferences: Type.Array(
      Type.Object({
        id: Type.String(),
        on: Type.String(),
        state: Type.String(),
        purpose: Type.String(),
        participants: Type.String(),
        decisions: Maybe(Type.String()),
      }),
    ),
  }),
  async handle(call) {
    const { plan, approvals, conferences } = (await readCase(call, call.params.id, 'case plan')).state;
    const { needs, goals, reviewOn, ending } = plan;
    return {
      needs: needs && { ...needs, needs: needs.needs.map((need) => ({ ...need })) },
      goals: goals.map((goal) => ({ ...goal })),
      reviewOn,
      ending: ending && { ...ending },
      approvals: approvals.map((approval) => ({ ...approval })),
      conferences: conferences.map((conference) => ({ ...conference })),
    };
  },
});
