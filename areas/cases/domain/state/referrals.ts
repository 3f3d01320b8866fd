import { Type } from 'typebox';
import { type Data, Maybe, oneOf } from '../../../../platform/decider/index.ts';
import { outcomes, urgencies } from '../choices.ts';

const referralStatuses = ['sent', 'accepted', 'declined', 'completed', 'revoked'] as const;
export type ReferralStatus = (typeof referralStatuses)[number];

/** What the partner asked back, or the office answered. */
export const Said = Type.Object({
  from: oneOf('partner', 'office'),
  on: Type.String(),
  text: Type.String(),
});
export type Said = Data<typeof Said>;

/** What the partner did, on a day. */
export const Delivery = Type.Object({
  on: Type.String(),
  what: Type.String(),
});
export type Delivery = Data<typeof Delivery>;

/** A child referred to a service of a partner, as the case keeps it. */
export const Referral = Type.Object({
  id: Type.String(),
  organisation: Type.String(),
  service: Type.String(),
  urgency: oneOf(...urgencies),
  /** Whether responsibility for the child goes with it, once it is accepted. */
  handover: Type.Boolean(),
  because: Type.String(),
  /** The consent, or basis of an emergency, that it rests on. */
  consent: Type.String(),
  /** Which fields were shared. */
  shares: Type.Array(Type.String()),
  on: Type.String(),
  by: Type.String(),
  /** The last day on which the partner sees anything of it. */
  until: Type.String(),
  /** Until when the partner is to have answered. */
  answerBy: Type.String(),
  status: oneOf(...referralStatuses),
  answeredOn: Maybe(Type.String()),
  declined: Maybe(Type.Object({ reason: Type.String(), because: Type.String() })),
  said: Type.Array(Said),
  delivered: Type.Array(Delivery),
  outcome: Maybe(oneOf(...outcomes)),
  endedOn: Maybe(Type.String()),
  /** Since when the city works with the partner no more: somebody else must do it, until `lossSettled`. */
  lostOn: Maybe(Type.String()),
  lossSettled: Type.Boolean(),
});
export type Referral = Data<typeof Referral>;
export type Referrals = readonly Referral[];
