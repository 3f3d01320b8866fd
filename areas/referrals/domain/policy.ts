import { policyOf } from '../../../platform/decider/index.ts';
import { referralRecord } from './referral.ts';

export const policy = policyOf(referralRecord);
