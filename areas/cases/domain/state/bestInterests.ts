import { Type } from 'typebox';
import { type Data, Maybe, oneOf } from '../../../../platform/decider/index.ts';
import { hearings, participantRoles, placeKinds, placeResults, solutions } from '../choices.ts';

export type Solution = (typeof solutions)[number];
export type PlaceKind = (typeof placeKinds)[number];
export type PlaceResult = (typeof placeResults)[number];

/** What was found to be best for the child, by whom, after weighing what, and what the child says of it. */
const Determination = Type.Object({
  id: Type.String(),
  on: Type.String(),
  participants: Type.Array(Type.Object({ role: oneOf(...participantRoles), name: Type.String() })),
  hearing: oneOf(...hearings),
  /** What the child says, or why it could not be heard. */
  childView: Type.String(),
  options: Type.String(),
  solution: oneOf(...solutions),
  decision: Type.String(),
  reviewOn: Type.String(),
});
export type Determination = Data<typeof Determination>;

/** A place, or a family, where the child may live: what was found there, and until when that counts. */
export const Place = Type.Object({
  id: Type.String(),
  kind: oneOf(...placeKinds),
  name: Type.String(),
  /** Where it is in another country: its code (ISO 3166-1). */
  country: Maybe(Type.String()),
  /** The carer who lives there or answers for it. */
  carer: Maybe(Type.String()),
  assessment: Type.Object({
    id: Type.String(),
    on: Type.String(),
    until: Type.String(),
    by: Type.String() /** The office of the other country with which it was made. */,
    jointlyWith: Type.String(),
    result: oneOf(...placeResults),
    reasons: Type.String(),
  }),
});
export type Place = Data<typeof Place>;

export const BestInterests = Type.Object({
  determinations: Type.Array(Determination),
  solution: Maybe(Type.Object({ solution: oneOf(...solutions), determination: Type.String(), on: Type.String(), by: Type.String() })),
  places: Type.Array(Place),
});
export type BestInterests = Data<typeof BestInterests>;
