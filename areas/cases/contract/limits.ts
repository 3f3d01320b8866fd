import { Type } from 'typebox';
import { type Answer, singleContract } from '../../../platform/contract/index.ts';
import { Maybe } from '../../../platform/decider/index.ts';

const held = {
  from: Type.String(),
  values: Type.Record(Type.String(), Type.Integer()),
  visitDays: Type.Array(Type.Integer()),
};

export const readLimits = singleContract({
  kind: 'cases.limits',
  summary: 'The time limits that hold today, those of before and those to come, who set them when and why, and between what they may lie',
  answer: {
    ...held,
    history: Type.Array(
      Type.Object({
        ...held,
        setOn: Maybe(Type.String()),
        by: Maybe(Type.String()),
        because: Maybe(Type.String()),
        inForce: Type.Boolean(),
      }),
    ),
    bounds: Type.Record(Type.String(), Type.Object({ least: Type.Integer(), most: Type.Integer() })),
  },
});
/** Time limits of the work on cases, as they hold from a day on. */
export type HeldLimits = Pick<CityLimits, keyof typeof held>;
export type CityLimits = Answer<typeof readLimits>;
