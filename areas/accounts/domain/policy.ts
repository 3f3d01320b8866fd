import { holds, type Policy } from '../../../platform/decider/index.ts';

/**
 * Administrators describe the city and keep accounts, but not their own: nobody can lock the office out or raise himself. Whoever must choose a worker sees
 * names and roles. Data-protection officers read who was shown whom. (`manage` is CASL's word for every action, so no rule uses it.)
 */
export const policy: Policy = (actor) => [
  ...(holds(actor, 'administrator')
    ? [
        { action: ['read', 'add', 'rename', 'invite'], subject: 'accounts.user' },
        { action: ['read', 'describe', 'require-second-factor'], subject: 'accounts.city' },
        { action: ['change-roles', 'deactivate', 'reactivate'], subject: 'accounts.user', conditions: { id: { $ne: actor.id } } },
      ]
    : []),
  ...(holds(actor, 'case-worker', 'supervisor', 'registrar', 'data-protection-officer')
    ? [{ action: 'read', subject: 'accounts.user' }]
    : []),
  ...(holds(actor, 'data-protection-officer') ? [{ action: 'read', subject: 'accounts.reading' }] : []),
];
