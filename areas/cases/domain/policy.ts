import { holds, type Policy } from '../../../platform/decider/index.ts';

/** A case worker works the cases assigned to him and may open one; a supervisor all of the city, and assigns. */
export const policy: Policy = (actor) => [
  ...(holds(actor, 'case-worker')
    ? [
        {
          action: ['read', 'open', 'change-risk', 'add-action', 'settle-action', 'note', 'close'],
          subject: 'cases.case',
          conditions: { worker: actor.id },
        },
      ]
    : []),
  ...(holds(actor, 'supervisor')
    ? [
        {
          action: ['read', 'open', 'assign', 'change-risk', 'add-action', 'settle-action', 'note', 'close', 'reopen'],
          subject: 'cases.case',
        },
      ]
    : []),
];
