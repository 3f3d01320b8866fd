import { holds, type Policy } from '../../../platform/decider/index.ts';

/**
 * Whoever works on cases or watches over them chooses how to be told; a calendar has who has something to do on a day. Both for themselves
 * alone. Supervisors plan leaves.
 */
export const policy: Policy = (actor) => [
  ...(holds(actor, 'supervisor') ? [{ action: ['read', 'plan', 'move-end', 'end'], subject: 'office.leave' }] : []),
  ...(holds(actor, 'case-worker', 'supervisor', 'data-protection-officer') ? [{ action: 'choose', subject: 'office.choice' }] : []),
  ...(holds(actor, 'case-worker', 'supervisor') ? [{ action: 'make', subject: 'office.calendar' }] : []),
];
