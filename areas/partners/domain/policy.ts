import { policyOf } from '../../../platform/decider/index.ts';
import { organisationRecord } from './organisation.ts';

export const policy = policyOf(organisationRecord);
