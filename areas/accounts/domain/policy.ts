import { holds, type Policy, policyOf } from '../../../platform/decider/index.ts';
import { cityRecord } from './city.ts';
import { contactRecord } from './contact.ts';
import { switchesRecord } from './switches.ts';
import { userRecord } from './user.ts';

const ofRecords = policyOf(cityRecord, contactRecord, switchesRecord, userRecord);

/** Besides the records: data-protection officers read who was shown whom. (`manage` is CASL's word for every action, so no rule uses it.) */
export const policy: Policy = (actor, ...day) => [
  ...ofRecords(actor, ...day),
  ...(holds(actor, 'data-protection-officer') ? [{ action: 'read', subject: 'accounts.reading' }] : []),
];
