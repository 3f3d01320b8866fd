import { holds, type Policy, policyOf } from '../../../platform/decider/index.ts';
import { leaveRecord } from './leave.ts';

const ofRecords = policyOf(leaveRecord);

/**
 * Whoever works on cases or watches over them chooses how to be told; a calendar has who has something to do on a day. Both for themselves
 * alone.
 */
export const policy: Policy = (actor, ...day) => [
  ...ofRecords(actor, ...day),
  ...(holds(actor, 'case-worker', 'supervisor', 'data-protection-officer') ? [{ action: 'choose', subject: 'office.choice' }] : []),
  ...(holds(actor, 'case-worker', 'supervisor') ? [{ action: 'make', subject: 'office.calendar' }] : []),
];
