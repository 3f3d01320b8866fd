import { Type } from 'typebox';
import { type Data, Maybe, oneOf } from '../../../../platform/decider/index.ts';
import { dwellings, preparations, tracingSteps } from '../choices.ts';

export type Preparation = (typeof preparations)[number];

/** Where the child was or is, from when to when; one follows the other. */
export const Stay = Type.Object({
  id: Type.String(),
  kind: oneOf(...dwellings),
  place: Maybe(Type.String()),
  /** What the place is called; empty where it is away. */
  name: Type.String(),
  from: Type.String(),
  to: Maybe(Type.String()),
  reason: Type.String(),
  responsible: Type.String(),
  /** For an emergency placement: until when the place must have been assessed. */
  emergencyUntil: Maybe(Type.String()),
});
export type Stay = Data<typeof Stay>;

/** The search for somebody of the child's family. */
export const Tracing = Type.Object({
  id: Type.String(),
  whom: Type.String(),
  through: Type.String(),
  step: oneOf(...tracingSteps),
  on: Type.String(),
  note: Type.String(),
});
export type Tracing = Data<typeof Tracing>;

export const Placements = Type.Object({
  /** In order; only the last may be open. */
  stays: Type.Array(Stay),
  tracings: Type.Array(Tracing),
  prepared: Type.Array(oneOf(...preparations)),
  /** The return home that holds; null again when the child was taken into care afterwards. */
  returned: Maybe(Type.Object({ id: Type.String(), on: Type.String(), place: Type.String(), carer: Type.String() })),
});
export type Placements = Data<typeof Placements>;
