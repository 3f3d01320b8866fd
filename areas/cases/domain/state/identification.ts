import { Type } from 'typebox';
import { type Data, Maybe, oneOf } from '../../../../platform/decider/index.ts';

/** A review or appeal of a formal decision. */
export const Review = Type.Object({
  how: oneOf('review', 'appeal'),
  askedOn: Type.String(),
  because: Type.String(),
  settled: Maybe(
    Type.Object({ outcome: oneOf('upheld', 'set-aside'), on: Type.String(), bodyName: Type.String(), because: Type.String() }),
  ),
});
export type Review = Data<typeof Review>;

/** A formal decision whether the child is a victim of trafficking, by those whom the law names for it. */
export const Decision = Type.Object({
  id: Type.String(),
  status: oneOf('possible', 'actual', 'not-a-victim'),
  body: Type.String(),
  bodyName: Type.String(),
  decidedBy: Maybe(Type.String()),
  on: Type.String(),
  act: Type.Array(Type.String()),
  means: Type.Array(Type.String()),
  exploitation: Type.Array(Type.String()),
  /** The screening it rests on, and the items of it that were named. */
  screening: Maybe(Type.String()),
  items: Type.Array(Type.String()),
  reasons: Type.String(),
  /** Until when it may be reviewed. */
  reviewUntil: Maybe(Type.String()),
  /** It was decided that no review is asked for. */
  accepted: Type.Boolean(),
  /** A new exploitation after one that was identified before. */
  again: Type.Boolean(),
  recordedBy: Type.String(),
  reviews: Type.Array(Review),
});
export type Decision = Data<typeof Decision>;

export interface IdentificationSlice {
  readonly decisions: readonly Decision[];
  /** Other cases of the same person in which trafficking was found before. */
  readonly earlierCases: readonly string[];
}
