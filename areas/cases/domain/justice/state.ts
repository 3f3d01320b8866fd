import { Type } from 'typebox';
import { type Data, Maybe, oneOf } from '../../../../platform/decider/index.ts';
import { courtHearings, stepKinds, wishes } from '../choices.ts';

export type Wish = (typeof wishes)[number];
export type Heard = (typeof courtHearings)[number];

/** Something that happened in the proceedings. */
export const Step = Type.Object({
  id: Type.String(),
  kind: oneOf(...stepKinds),
  on: Type.String(),
  outcome: Maybe(Type.String()),
  authority: Type.String(),
  /** The number of the file there. */
  reference: Maybe(Type.String()),
  note: Maybe(Type.String()),
  /** Why it does not count: it was written down in error. */
  struck: Maybe(Type.String()),
});
export type Step = Data<typeof Step>;

export const CourtDate = Type.Object({
  id: Type.String(),
  on: Type.String(),
  state: oneOf('planned', 'held', 'cancelled'),
  purpose: Type.String(),
  place: Maybe(Type.String()),
  /** Who goes with the child, or went. */
  accompaniedBy: Maybe(Type.String()),
  heard: Maybe(oneOf(...courtHearings)),
  note: Maybe(Type.String()),
});
export type CourtDate = Data<typeof CourtDate>;

export const Justice = Type.Object({
  steps: Type.Array(Step),
  courtDates: Type.Array(CourtDate),
  /** The last that child and carer said to taking part. */
  wish: Maybe(Type.Object({ on: Type.String(), child: oneOf(...wishes), carer: oneOf(...wishes), note: Maybe(Type.String()) })),
  /** Who stands for the child by right; null where nobody is named. */
  lawyer: Maybe(Type.Object({ since: Type.String(), name: Type.String(), contact: Maybe(Type.String()) })),
});
export type Justice = Data<typeof Justice>;
