import { Type } from 'typebox';
import {
  coded,
  type Data,
  field,
  fields,
  Id,
  IsoDate,
  identity,
  Line,
  Maybe,
  narrative,
  oneOf,
  Prose,
} from '../../../../platform/decider/index.ts';
import { namePattern } from '../../../forms/domain/index.ts';
import { acts, bodies, exploitations, means, statuses } from '../choices.ts';

const some = <const T extends readonly string[]>(of: T) => narrative(Type.Array(oneOf(...of), { maxItems: of.length }));
export const identificationEvents = {
  'identification-recorded': fields({
    decision: field.id,
    status: field.word('trafficking-status', statuses),
    body: field.choice(bodies),
    bodyName: field.name,
    decidedBy: identity(Maybe(Line)),
    on: field.on,
    /** Until when it may be reviewed. */
    reviewUntil: coded(Maybe(IsoDate)),
    // How and for what a child was used is their story.
    act: some(acts),
    means: some(means),
    exploitation: some(exploitations),
    /** The screening it rests on, and the items of it that were named. */
    screening: field.idOrNone,
    items: narrative(Type.Array(Type.String({ pattern: namePattern }), { maxItems: 200 })),
    reasons: narrative(Prose),
    /** A new exploitation after one that was identified before. */
    again: field.yes,
    by: field.id,
  }),
  'review-asked': fields({
    decision: field.id,
    how: field.word('review', ['review', 'appeal']),
    on: field.on,
    because: field.prose,
    by: field.id,
  }),
  'review-settled': fields({
    decision: field.id,
    outcome: field.word('review-outcome', ['upheld', 'set-aside']),
    on: field.on,
    bodyName: field.name,
    because: field.prose,
    by: field.id,
  }),
  'decision-left-standing': fields({ decision: field.id, by: field.id, because: field.prose }),
  'earlier-trafficking-noted': fields({ cases: coded(Type.Array(Id)) }),
};
const { decision: id, by: recordedBy, ...decided } = identificationEvents['identification-recorded'].properties;
const { how, on: askedOn, because } = identificationEvents['review-asked'].properties;

/** A review or appeal of a formal decision. */
const Review = Type.Object({
  how,
  askedOn,
  because,
  settled: Maybe(Type.Omit(identificationEvents['review-settled'], ['decision', 'by'])),
});
export type Review = Data<typeof Review>;

/** A formal decision whether the child is a victim of trafficking, by those whom the law names for it. */
export const Decision = Type.Object({
  id,
  ...decided,
  /** It was decided that no review is asked for. */
  accepted: Type.Boolean(),
  recordedBy,
  reviews: Type.Array(Review),
});
export type Decision = Data<typeof Decision>;

export interface IdentificationSlice {
  readonly decisions: readonly Decision[];
  /** Other cases of the same person in which trafficking was found before. */
  readonly earlierCases: readonly string[];
}
