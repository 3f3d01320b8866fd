import { needsOf } from '../parts/plan.ts';
import type { CaseState } from '../state/case.ts';

/** How far the work on a case is, in the order in which a case goes through it. */
export const phases = ['screening', 'assessment', 'planning', 'support', 'follow-up', 'closed'] as const;
export type Phase = (typeof phases)[number];

/** What is done now: the child is screened, the needs are found out, goals are set, they are worked on, the child is visited, or it is over. */
export function phaseOf({ status, followUp, plan, answers }: Pick<CaseState, 'status' | 'followUp' | 'plan' | 'answers'>): Phase {
  if (status === 'closed') return 'closed';
  if (followUp.since !== null) return 'follow-up';
  if (plan.goals.length > 0) return 'support';
  if (needsOf({ answers })) return 'planning';
  return answers.given.length > 0 ? 'assessment' : 'screening';
}
