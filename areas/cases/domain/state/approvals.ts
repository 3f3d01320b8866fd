import { Type } from 'typebox';
import { coded, type Data, field, fields, Maybe, oneOf } from '../../../../platform/decider/index.ts';
import { approvalSubjects, closeReasons } from '../choices.ts';

const asked = { approval: field.id, subject: field.word('subject', approvalSubjects), by: field.id, on: field.date };
export const approvalEvents = {
  /** `reason`: for which a case is to be closed; the approval is for that reason alone. */
  'approval-asked': fields({ ...asked, reason: coded(Type.Optional(oneOf(...closeReasons))), note: field.note }),
  'approval-given': fields({ ...asked, verdict: field.word('verdict', ['approved', 'returned']), note: field.note }),
  'approval-withdrawn': fields({ approval: field.id, by: field.id, on: field.date }),
};

/** A question to a supervisor: may this stand as it is? */
export const Approval = Type.Object({
  id: asked.approval,
  subject: asked.subject,
  askedBy: asked.by,
  askedOn: asked.on,
  reason: Maybe(oneOf(...closeReasons)),
  /** `used`: the case was closed with it. */
  verdict: oneOf('asked', 'approved', 'returned', 'withdrawn', 'used'),
  by: Maybe(asked.by),
  on: Maybe(asked.on),
});
export type Approval = Data<typeof Approval>;
export type Approvals = readonly Approval[];
