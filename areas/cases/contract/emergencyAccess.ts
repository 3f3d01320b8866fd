import { Type } from 'typebox';
import { contract } from '../../../platform/contract/index.ts';
import { Maybe } from '../../../platform/decider/index.ts';

export const listEmergencyAccess = contract({
  method: 'GET',
  path: '/api/cases/emergency-access',
  summary: 'Emergency access: who opened which case until when, and whether it was justified; what nobody has reviewed comes first',
  may: ['read', 'cases.emergency-access'],
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
