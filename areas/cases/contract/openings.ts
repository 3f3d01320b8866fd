import { Type } from 'typebox';
import { contract } from '../../../platform/contract/index.ts';
import { Maybe } from '../../../platform/decider/index.ts';

export const listOpenings = contract({
  method: 'GET',
  path: '/api/cases/openings',
  summary: 'Cases opened in an emergency: who opened which until when, and whether it was right; those that nobody has looked at first',
  may: ['read', 'cases.opening'],
  answer: Type.Object({
    /** How many wait for a supervisor. */
    waiting: Type.Integer(),
    rows: Type.Array(
      Type.Object({
        case: Type.String(),
        id: Type.String(),
        by: Type.String(),
        at: Type.String(),
        until: Type.String(),
        reviewDue: Type.String(),
        justified: Maybe(Type.Boolean()),
      }),
    ),
  }),
});
