import { Type } from 'typebox';
import { type Data, field, fields, Maybe, oneOf } from '../../../../platform/decider/index.ts';
import { approvalSubjects } from '../choices.ts';

const asked = { approval: field.id, subject: field.word('subject', approvalSubjects), by: field.id, on: field.date };
export const approvalEvents = {
  'approval-asked': fields({ ...asked, note: field.note }),
  'approval-given': fields({ ...asked, verdict: field.word('verdict', ['approved', 'returned']), note: field.note }),
  'approval-withdrawn': fields({ approval: field.id, by: field.id, on: field.date }),
};

/** A question to a supervisor: may this stand as it is? */
export const Approval = Type.Object({
  id: asked.approval,
  subject: asked.subject,
  askedBy: asked.by,
  askedOn: asked.on,
  verdict: oneOf('asked', 'approved', 'returned', 'withdrawn'),
  by: Maybe(asked.by),
  on: Maybe(asked.on),
});
export type Approval = Data<typeof Approval>;
export type Approvals = readonly Approval[];
