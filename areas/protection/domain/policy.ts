import { holds, type Policy, policyOf } from '../../../platform/decider/index.ts';
import { erasureRecord } from './erasure.ts';
import { holdRecord } from './hold.ts';

const ofRecords = policyOf(erasureRecord, holdRecord);

/** Besides the records: data-protection officers give access. */
export const policy: Policy = (actor, ...day) => [
  ...ofRecords(actor, ...day),
  ...(holds(actor, 'data-protection-officer') ? [{ action: 'give', subject: 'protection.packet' }] : []),
];
