import { Type } from 'typebox';
import { type Data, Maybe, oneOf } from '../../../../platform/decider/index.ts';

/** An offer of a case to a colleague: responsibility moves when he takes it, not before. */
export const Transfer = Type.Object({
  id: Type.String(),
  to: Type.String(),
  by: Type.String(),
  on: Type.String(),
  answerBy: Type.String(),
  because: Type.String(),
  answer: Maybe(oneOf('accepted', 'declined', 'withdrawn')),
  answeredOn: Maybe(Type.String()),
});
export type Transfer = Data<typeof Transfer>;
export type Transfers = readonly Transfer[];
