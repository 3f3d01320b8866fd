import { Type } from 'typebox';
import { Outcomes } from '../../../../platform/contract/index.ts';
import { fields, Id, oneOf, refuse } from '../../../../platform/decider/index.ts';
import { route } from '../../../../platform/http/area.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import { allowsSome } from '../../../../platform/permissions/ability.ts';
import { caseRecord } from '../../domain/index.ts';
import { each, mostAtOnce } from './each.ts';

/** What may be done to many cases at once. */
const commands = ['assign', 'refer', 'change-risk', 'note'] as const;

export const bulkRoute = route({
  method: 'POST',
  path: '/api/cases/bulk',
  summary: 'The same command to many cases, at most 100; each with what came of it',
  may: ['read', 'cases.case'],
  body: fields({
    command: oneOf(...commands),
    rows: Type.Array(fields({ id: Id, commandId: Id, input: Type.Unknown() }), { minItems: 1, maxItems: mostAtOnce }),
  }),
  answer: Type.Object({ rows: Outcomes }),
  async handle(call) {
    const { command, rows } = call.body;
    if (!allowsSome(call.ability, command, caseRecord.kind)) throw new Refused(refuse('ledger.not-allowed'));
    return { rows: await each(call, command, rows) };
  },
});
