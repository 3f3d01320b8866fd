import { holds, type Policy } from '../../../platform/decider/index.ts';

/** Who works with cases reads questionnaires; supervisors and administrators take in versions of them. */
export const policy: Policy = (actor) => [
  ...(holds(actor, 'case-worker', 'supervisor', 'administrator') ? [{ action: 'read', subject: 'forms.questionnaire' }] : []),
  ...(holds(actor, 'supervisor', 'administrator') ? [{ action: ['take-in', 'withdraw'], subject: 'forms.questionnaire' }] : []),
];
