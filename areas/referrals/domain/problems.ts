import type { Problems } from '../../../platform/decider/index.ts';

export const problems = {
  'referrals.referral-accepted': 409,
  'referrals.referral-not-accepted': 409,
  'referrals.delivered-later': 422,
  'referrals.delivered-before': 422,
  'referrals.referral-ended': 409,
} as const satisfies Problems;
