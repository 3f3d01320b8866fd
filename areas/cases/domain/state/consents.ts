import { Type } from 'typebox';
import { type Data, Maybe, oneOf } from '../../../../platform/decider/index.ts';
import { emergencyPurposes, purposes, tellings, waysToConsent } from '../choices.ts';

export type Purpose = (typeof purposes)[number];

/** What somebody said to one purpose, once. */
export const Consent = Type.Object({
  id: Type.String(),
  /** The child itself (assent), or the carer of that id. */
  who: Type.String(),
  purpose: oneOf(...purposes),
  /** With whom may be shared: the partner of that id, or any of that kind. */
  partner: Maybe(Type.String()),
  /** `unable`: the child cannot be asked, as the note says why. */
  answer: oneOf('given', 'refused', 'unable'),
  on: Type.String(),
  /** When it was written down. */
  at: Type.String(),
  until: Type.String(),
  language: Type.String(),
  interpreter: Type.Boolean(),
  how: oneOf(...waysToConsent),
  told: Type.Array(oneOf(...tellings)),
  witness: Type.String(),
  note: Type.String(),
  /** The paper, as an attachment of the case. */
  attachment: Maybe(Type.String()),
  withdrawn: Maybe(Type.Object({ on: Type.String(), who: Type.String() })),
});
export type Consent = Data<typeof Consent>;

/** What is done without consent because a child is in danger: for a purpose, with the reason, until a supervisor says whether it stands. */
export const Emergency = Type.Object({
  id: Type.String(),
  purpose: oneOf(...emergencyPurposes),
  on: Type.String(),
  until: Type.String(),
  by: Type.String(),
  because: Type.String(),
  reviewDue: Type.String(),
  review: Maybe(Type.Object({ upheld: Type.Boolean(), on: Type.String(), by: Type.String() })),
});
export type Emergency = Data<typeof Emergency>;

export interface Consents {
  readonly ledger: readonly Consent[];
  readonly emergencies: readonly Emergency[];
  /** From which age on a child is asked itself, by the city's limits when consent was last recorded. */
  readonly assentFromAge: number;
}
