import { type Refusal, refuse } from '../../../platform/decider/index.ts';

export type CaseStatus = 'open' | 'closed';

/** What may be done next, by status: read by the decider, the screen and the documentation. */
export const next = {
  open: ['identify', 'assign', 'change-risk', 'add-action', 'settle-action', 'reopen-action', 'note', 'close'],
  closed: ['note', 'reopen'],
} as const satisfies Readonly<Record<CaseStatus, readonly string[]>>;

/** The refusal where a command is not possible in a case's status; undefined where it is. */
export function mayNow(state: { readonly status: CaseStatus } | undefined, command: string): Refusal | undefined {
  if (!state) return refuse('ledger.not-found');
  if ((next[state.status] as readonly string[]).includes(command)) return undefined;
  return refuse(state.status === 'closed' ? 'cases.closed' : 'cases.not-closed');
}
