import { holds, type Policy } from '../../../platform/decider/index.ts';

/** Case workers and supervisors look people up; registrars too, since birth registration is theirs. Supervisors and registrars judge pairs. */
export const policy: Policy = (actor) => [
  ...(holds(actor, 'case-worker', 'supervisor', 'registrar') ? [{ action: 'read', subject: ['people.person', 'people.linkage'] }] : []),
  ...(holds(actor, 'supervisor', 'registrar') ? [{ action: ['read', 'judge'], subject: 'people.pair' }] : []),
];
