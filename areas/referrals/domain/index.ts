export { policy } from './policy.ts';
export { problems } from './problems.ts';
export { type ReferralEvent, type ReferralState, type Rests, referralRecord, statusOn } from './referral.ts';
export { referralList, referralsListed } from './referralList.ts';
