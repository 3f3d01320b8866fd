import { holds, type Policy } from '../../../platform/decider/index.ts';

/**
 * Case workers and supervisors work the list; registrars see it for birth registration; monitoring officers see counts only. Supervisors and
 * administrators set the rules; whoever sees the list or its counts sees by which rules.
 */
export const policy: Policy = (actor) => [
  ...(holds(actor, 'case-worker', 'supervisor')
    ? [{ action: ['read', 'plan-visit', 'see', 'judge-not-at-risk'], subject: 'risks.child' }]
    : []),
  ...(holds(actor, 'registrar') ? [{ action: 'read', subject: 'risks.child' }] : []),
  ...(holds(actor, 'case-worker', 'supervisor', 'registrar', 'monitoring-officer') ? [{ action: 'count', subject: 'risks.child' }] : []),
  ...(holds(actor, 'case-worker', 'supervisor', 'registrar', 'monitoring-officer', 'data-protection-officer', 'administrator')
    ? [{ action: 'read', subject: 'risks.ruleset' }]
    : []),
  ...(holds(actor, 'supervisor', 'administrator') ? [{ action: ['set', 'withdraw'], subject: 'risks.ruleset' }] : []),
];
