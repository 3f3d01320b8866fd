import { holds, type Policy } from '../../../platform/decider/index.ts';

/** Whoever works on cases or watches over them chooses how to be told; a calendar has who has something to do on a day. All for themselves alone. */
export const policy: Policy = (actor) => [
  ...(holds(actor, 'case-worker', 'supervisor', 'data-protection-officer') ? [{ action: 'choose', subject: 'notices.choice' }] : []),
  ...(holds(actor, 'case-worker', 'supervisor') ? [{ action: 'make', subject: 'notices.calendar' }] : []),
];
