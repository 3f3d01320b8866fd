import { Type } from 'typebox';
import { type Data, Maybe, oneOf } from '../../../../platform/decider/index.ts';
import { approvalSubjects } from '../choices.ts';

export type ApprovalSubject = (typeof approvalSubjects)[number];

/** A question to a supervisor: may this stand as it is? */
export const Approval = Type.Object({
  id: Type.String(),
  subject: oneOf(...approvalSubjects),
  askedBy: Type.String(),
  askedOn: Type.String(),
  verdict: oneOf('asked', 'approved', 'returned', 'withdrawn'),
  by: Maybe(Type.String()),
  on: Maybe(Type.String()),
});
export type Approval = Data<typeof Approval>;
export type Approvals = readonly Approval[];
