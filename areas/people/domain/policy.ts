import { policyOf } from '../../../platform/decider/index.ts';
import { householdRecord } from './household.ts';
import { linkageRecord } from './linkage.ts';
import { pairRecord } from './pair.ts';
import { personRecord } from './person.ts';

export const policy = policyOf(personRecord, householdRecord, pairRecord, linkageRecord);
