import { Type } from 'typebox';
import { type Answer, contract } from '../../../platform/contract/index.ts';
import { Maybe } from '../../../platform/decider/index.ts';

export const readCounts = contract({
  method: 'GET',
  path: '/api/risks/counts',
  summary: 'How many children are on the list, by ward, reason and status; no names',
  may: ['count', 'risks.child'],
  answer: Type.Object({
    total: Type.Integer(),
    wards: Type.Array(Type.Object({ ward: Maybe(Type.String()), n: Type.Integer() })),
    reasons: Type.Array(Type.Object({ reason: Type.String(), n: Type.Integer() })),
    statuses: Type.Array(Type.Object({ status: Type.String(), n: Type.Integer() })),
    planned: Type.Integer(),
  }),
});

export type RiskCounts = Answer<typeof readCounts>;
