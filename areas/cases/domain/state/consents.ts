import { Type } from 'typebox';
import { coded, type Data, field, fields, Id, IdOf, Maybe, oneOf, PastDay } from '../../../../platform/decider/index.ts';
import { categories } from '../../../partners/domain/index.ts';
import { emergencyPurposes, purposes, tellings, waysToConsent } from '../choices.ts';
import { Review, reviewEvent } from './review.ts';

export type Purpose = (typeof purposes)[number];

/** The child themselves (assent), or the carer of that id. */
const who = coded(Type.Union([Type.Literal('child'), Id]));
const recorded = fields({
  consent: field.id,
  who,
  purpose: field.word('consent-for', purposes),
  /** With whom may be shared: the partner of that id, or any of that kind. */
  partner: coded(Maybe(Type.Union([IdOf('partners.organisation'), oneOf(...categories)]))),
  on: field.on,
  language: coded(Type.String({ pattern: '^[a-z]{2,3}$' })),
  interpreter: field.yes,
  how: field.choice(waysToConsent),
  told: field.choices(tellings),
  witness: field.nameIfAny,
  note: field.note,
  /** When it was written down. */
  at: coded(Type.String()),
  until: field.date,
  assentFromAge: coded(Type.Integer({ minimum: 0, maximum: 18 })),
  ownConsentFromAge: coded(Type.Optional(Type.Integer({ minimum: 0, maximum: 18 }))),
});
export const consentEvents = {
  'consent-given': recorded,
  'consent-refused': recorded,
  'child-not-asked': recorded,
  'consent-withdrawn': fields({ consent: field.id, who, on: field.on, note: field.note }),
  'consent-paper-attached': fields({ consent: field.id, attachment: field.id }),
  'emergency-invoked': fields({
    emergency: field.id,
    purpose: field.word('consent-for', emergencyPurposes),
    on: field.date,
    until: field.day,
    by: field.id,
    reviewDue: field.date,
    because: field.prose,
    /** What has happened since a supervisor said that this was no emergency, and on which day. */
    newFacts: field.note,
    newFactsOn: coded(Type.Optional(PastDay)),
  }),
  'emergency-reviewed': reviewEvent('emergency'),
};

const { consent: id, assentFromAge: _assent, ownConsentFromAge: _own, witness: _witness, note: _note, ...said } = recorded.properties;
/** What somebody said to one purpose, once. */
export const Consent = Type.Object({
  id,
  ...said,
  /** Empty where there was none. */
  witness: Type.String(),
  note: Type.String(),
  /** `unable`: the child cannot be asked, as the note says why. */
  answer: oneOf('given', 'refused', 'unable'),
  /** The paper, as an attachment of the case. */
  attachment: Maybe(field.id),
  withdrawn: Maybe(Type.Pick(consentEvents['consent-withdrawn'], ['on', 'who'])),
});
export type Consent = Data<typeof Consent>;

const { emergency, ...invoked } = consentEvents['emergency-invoked'].properties;
/** What is done without consent because a child is in danger: for a purpose, with the reason, until a supervisor says whether it stands. */
export const Emergency = Type.Object({
  id: emergency,
  ...invoked,
  review: Review,
});
export type Emergency = Data<typeof Emergency>;

export interface Consents {
  readonly ledger: readonly Consent[];
  readonly emergencies: readonly Emergency[];
  /** From which age on a child is asked themselves, by the city's limits when consent was last recorded. */
  readonly assentFromAge: number;
  /** From which age on the child's own consent is enough, by the law of the country as the city set it. */
  readonly ownConsentFromAge: number;
}
