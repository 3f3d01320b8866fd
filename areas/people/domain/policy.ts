import { holds, type Policy } from '../../../platform/decider/index.ts';

/**
 * Case workers and supervisors look people up; registrars too, since birth registration is theirs; data-protection officers for who asks for
 * access or erasure. Supervisors and registrars judge pairs.
 */
export const policy: Policy = (actor) => [
  ...(holds(actor, 'case-worker', 'supervisor', 'registrar') ? [{ action: 'read', subject: ['people.person', 'people.linkage'] }] : []),
  ...(holds(actor, 'data-protection-officer') ? [{ action: 'read', subject: 'people.person' }] : []),
  ...(holds(actor, 'supervisor', 'registrar') ? [{ action: ['read', 'judge'], subject: 'people.pair' }] : []),
];
