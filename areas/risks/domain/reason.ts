import { Type } from 'typebox';
import { type Data, fields, Id, Maybe, oneOf } from '../../../platform/decider/index.ts';
import { ruleIds } from './ruleset.ts';

/** Why a child is on the list: a rule, since when, and what it rests on. */
export const Reason = fields({
  rule: oneOf(...ruleIds),
  weight: Type.Number(),
  since: Maybe(Type.String()),
  /** Rows of registers. */
  sources: Type.Array(Id),
  /** A brother's or sister's. */
  cases: Type.Array(Id),
});
export type Reason = Data<typeof Reason>;

/** A reason that would hold, were it known that rows in doubt are another's; and the pairs that somebody is to judge for it. */
export const PendingReason = fields({ rule: oneOf(...ruleIds), pairs: Type.Array(Id) });
export type PendingReason = Data<typeof PendingReason>;
