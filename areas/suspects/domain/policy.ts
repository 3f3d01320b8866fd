import { holds, type Policy } from '../../../platform/decider/index.ts';

const actions = ['read', 'note', 'learn', 'connect', 'disconnect'];

/**
 * A suspect is seen by the workers of the cases that they are connected to, not by who else has something to do in them; by supervisors of the
 * whole city, and whoever was cleared by them alone. A command that names a case looks whether it is the actor's.
 */
export const policy: Policy = (actor) => [
  ...(holds(actor, 'case-worker')
    ? [{ action: actions, subject: 'suspects.suspect', conditions: { standing: 'suspected', workers: { $all: [actor.id] } } }]
    : []),
  ...(holds(actor, 'supervisor')
    ? [{ action: [...actions, 'clear', 'suspect-again', 'join', 'separate'], subject: 'suspects.suspect' }]
    : []),
];
