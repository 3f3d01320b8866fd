import { Type } from 'typebox';
import { coded, type Data, field, fields, IdOf, identity, Maybe, narrative, oneOf, shown } from '../../../../platform/decider/index.ts';
import { Service } from '../../../partners/domain/index.ts';
import { declineReasons, outcomes, urgencies } from '../choices.ts';
import { ToldOfChild, ToldOfNeeds } from '../told.ts';

const referralStatuses = ['sent', 'accepted', 'declined', 'completed', 'revoked'] as const;
export type ReferralStatus = (typeof referralStatuses)[number];

const referral = field.id;
const [on, by] = [field.date, field.id];
const ended = fields({ referral, on, by, because: field.prose });
export const referralEvents = {
  'referral-made': fields({
    referral,
    organisation: coded(IdOf('partners.organisation')),
    service: coded(Service, shown.word('partners:service')),
    urgency: field.choice(urgencies),
    /** Whether responsibility for the child goes with it, once it is accepted. */
    handover: field.yes,
    because: field.prose,
    /** The consent, or basis of an emergency, that it rests on. */
    consent: field.id,
    on,
    by,
    /** The last day on which the partner sees anything of it. */
    until: field.date,
    /** Until when the partner is to have answered. */
    answerBy: field.date,
    child: identity(ToldOfChild),
    needs: narrative(ToldOfNeeds),
  }),
  'referral-answered': fields({
    referral,
    how: field.word('referral-answered', ['accepted', 'declined']),
    reason: coded(Type.Optional(oneOf(...declineReasons))),
    because: field.note,
    on,
  }),
  'referral-asked': fields({ referral, on, text: field.prose }),
  'referral-told': fields({ referral, on, by, text: field.prose }),
  'service-delivered': fields({ referral, on: field.on, what: field.prose }),
  'referral-completed': fields({ referral, outcome: field.choice(outcomes), note: field.note, on }),
  'referral-revoked': ended,
  'referral-extended': fields({ referral, until: field.day, consent: field.id, on, by }),
  'partner-lost': fields({ referral, on }),
  'loss-settled': ended,
  /** The consent it rested on was withdrawn, refused or found void. */
  'sharing-stopped': fields({ referral, on }),
};

/** What the partner asked back, or the office answered. */
const Said = Type.Object({ from: oneOf('partner', 'office'), ...Type.Omit(referralEvents['referral-asked'], ['referral']).properties });
export type Said = Data<typeof Said>;

/** What the partner did, on a day. */
const Delivery = Type.Omit(referralEvents['service-delivered'], ['referral']);
export type Delivery = Data<typeof Delivery>;

const { referral: id, child: _child, needs: _needs, ...made } = referralEvents['referral-made'].properties;
/** A child referred to a service of a partner, as the case keeps it. */
const Referral = Type.Object({
  id,
  ...made,
  /** Which fields were shared. */
  shares: Type.Array(Type.String()),
  status: oneOf(...referralStatuses),
  answeredOn: Maybe(on),
  declined: Maybe(Type.Object({ reason: Type.String(), because: Type.String() })),
  said: Type.Array(Said),
  delivered: Type.Array(Delivery),
  outcome: Maybe(referralEvents['referral-completed'].properties.outcome),
  endedOn: Maybe(on),
  /** Since when the city works with the partner no more: somebody else must do it, until `lossSettled`. */
  lostOn: Maybe(on),
  lossSettled: Type.Boolean(),
});
export type Referral = Data<typeof Referral>;
export type Referrals = readonly Referral[];
