import { Type } from 'typebox';
import { type Answer, contract, type Input, recordContract } from '../../../platform/contract/index.ts';
import { fields, Id, IsoDate, Line, Maybe, oneOf } from '../../../platform/decider/index.ts';
import { Concern, riskLevels } from '../domain/index.ts';

export const readConcern = recordContract({
  kind: 'cases.concern',
  summary: 'A concern: what is feared for whom, and what became of it',
  shows: 'identity',
  answer: Type.Omit(Concern, ['sealedFor']).properties,
});
export type FoundConcern = Answer<typeof readConcern>;

export const takeUpConcern = contract({
  method: 'POST',
  path: '/api/cases/concern/{id}/take-up',
  summary: 'Take a concern up: open a case for it, or put it into a case that is there',
  may: ['accept', 'cases.concern'],
  body: fields({
    commandId: Id,
    case: Id,
    open: Type.Optional(
      fields({
        riskLevel: oneOf(...riskLevels),
        worker: Maybe(Id),
        actions: Type.Array(fields({ what: Line, who: Id, due: IsoDate }), { maxItems: 20 }),
      }),
    ),
  }),
  answer: Type.Object({ case: Id, version: Type.Integer() }),
});
/** What a concern becomes: a case, opened for it or there before. */
export type TakenUp = Omit<Input<typeof takeUpConcern>, 'id' | 'commandId'>;
