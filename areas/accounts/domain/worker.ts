import { type Facts, IdOf, type Refusal, refuse } from '../../../platform/decider/index.ts';

/** The roles that grants of cases rest on. Those grants are stated above this area, which cannot read them; a test of cases holds both together. */
const working: readonly string[] = ['case-worker', 'supervisor'];

/** Why somebody can be given no work with children now; undefined where they can. */
export function mayWork({ active, roles }: Facts): Refusal | undefined {
  if (!active) return refuse('accounts.worker-inactive');
  return (roles as readonly string[]).some((role) => working.includes(role)) ? undefined : refuse('accounts.not-a-worker');
}

/** The id of a user of this city who works with children: an active case worker or supervisor. */
export const WorkerId = IdOf('accounts.user', mayWork);
