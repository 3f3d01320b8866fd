import { Type } from 'typebox';
import { coded, type Data, field, fields, IdOf, Line, Maybe, narrative, oneOf, PastDay } from '../../../../platform/decider/index.ts';
import { categories } from '../../../partners/domain/index.ts';
import { emergencyPurposes, recordedBases } from '../choices.ts';
import { Review, reviewEvent } from '../state/review.ts';

export const basisEvents = {
  'basis-recorded': fields({
    basis: field.id,
    kind: field.word('basis', recordedBases),
    purposes: coded(Type.Array(oneOf(...emergencyPurposes), { minItems: 1, maxItems: emergencyPurposes.length })),
    /** With whom may be shared: the partner of that id, or any of that kind. */
    partner: coded(Maybe(Type.Union([IdOf('partners.organisation'), oneOf(...categories)]))),
    /** The duty, where it is one of those that Olle knows. */
    duty: coded(Type.Optional(Type.String({ pattern: '^[A-Z0-9][A-Za-z0-9-]{1,30}$' }))),
    /** The law, where somebody named one that Olle does not know. */
    law: narrative(Type.Optional(Line)),
    /** The court or authority that ordered it. */
    authority: field.nameIfAny,
    because: field.prose,
    /** What has happened since a supervisor said that this does not hold, and on which day. */
    newFacts: field.note,
    newFactsOn: coded(Type.Optional(PastDay)),
    on: field.on,
    until: field.day,
    reviewDue: field.date,
    by: field.id,
  }),
  'basis-reviewed': reviewEvent('basis'),
  'basis-ended': fields({ basis: field.id, on: field.on, because: field.prose, by: field.id }),
};

const { basis: id, ...recorded } = basisEvents['basis-recorded'].properties;
/** A duty by law or an order of a court on which the office acts without consent. */
export const Basis = Type.Object({
  id,
  ...recorded,
  review: Review,
  ended: Maybe(field.on),
});
export type Basis = Data<typeof Basis>;
export type Bases = readonly Basis[];
