export const approvalSubjects = ['assessment', 'plan', 'closure'] as const;
export type ApprovalSubject = (typeof approvalSubjects)[number];

/** A question to a supervisor: may this stand as it is? */
export interface Approval {
  readonly id: string;
  readonly subject: ApprovalSubject;
  readonly askedBy: string;
  readonly askedOn: string;
  readonly verdict: 'asked' | 'approved' | 'returned' | 'withdrawn';
  readonly by: string | null;
  readonly on: string | null;
}
export type Approvals = readonly Approval[];
