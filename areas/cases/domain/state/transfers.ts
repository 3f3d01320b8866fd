import { Type } from 'typebox';
import { type Data, field, fields, Maybe, oneOf } from '../../../../platform/decider/index.ts';

const answered = { transfer: field.id, on: field.date };
export const transferEvents = {
  'transfer-offered': fields({ ...answered, to: field.user, by: field.id, answerBy: field.date, because: field.prose }),
  'transfer-accepted': fields(answered),
  'transfer-declined': fields({ ...answered, because: field.prose }),
  'transfer-withdrawn': fields(answered),
};

const { transfer: id, ...offered } = transferEvents['transfer-offered'].properties;
/** An offer of a case to a colleague: responsibility moves when they take it, not before. */
const Transfer = Type.Object({
  id,
  ...offered,
  answer: Maybe(oneOf('accepted', 'declined', 'withdrawn')),
  answeredOn: Maybe(answered.on),
});
export type Transfer = Data<typeof Transfer>;
export type Transfers = readonly Transfer[];
