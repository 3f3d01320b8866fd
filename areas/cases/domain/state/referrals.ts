export const urgencies = ['urgent', 'usual'] as const;
export const declineReasons = ['no-place', 'not-offered', 'not-reached', 'unsafe', 'other'] as const;
export const outcomes = ['helped', 'partly-helped', 'not-helped', 'did-not-come'] as const;
export type ReferralStatus = 'sent' | 'accepted' | 'declined' | 'completed' | 'revoked';

/** What the partner asked back, or the office answered. */
export interface Said {
  readonly from: 'partner' | 'office';
  readonly on: string;
  readonly text: string;
}

/** What the partner did, on a day. */
export interface Delivery {
  readonly on: string;
  readonly what: string;
}

/** A child referred to a service of a partner, as the case keeps it. */
export interface Referral {
  readonly id: string;
  readonly organisation: string;
  readonly service: string;
  readonly urgency: (typeof urgencies)[number];
  /** Whether responsibility for the child goes with it, once it is accepted. */
  readonly handover: boolean;
  readonly because: string;
  /** The consent, or basis of an emergency, that it rests on. */
  readonly consent: string;
  /** Which fields were shared. */
  readonly shares: readonly string[];
  readonly on: string;
  readonly by: string;
  /** The last day on which the partner sees anything of it. */
  readonly until: string;
  /** Until when the partner is to have answered. */
  readonly answerBy: string;
  readonly status: ReferralStatus;
  readonly answeredOn: string | null;
  readonly declined: { readonly reason: string; readonly because: string } | null;
  readonly said: readonly Said[];
  readonly delivered: readonly Delivery[];
  readonly outcome: (typeof outcomes)[number] | null;
  readonly endedOn: string | null;
  /** Since when the city works with the partner no more: somebody else must do it, until `lossSettled`. */
  readonly lostOn: string | null;
  readonly lossSettled: boolean;
}
export type Referrals = readonly Referral[];
