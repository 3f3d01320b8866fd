import { Type } from 'typebox';
import { type Data, Maybe, oneOf } from '../../../../platform/decider/index.ts';

/** A meeting of those who work with a child, about the child. */
export const Conference = Type.Object({
  id: Type.String(),
  on: Type.String(),
  state: oneOf('planned', 'held', 'cancelled'),
  purpose: Type.String(),
  /** Who takes or took part; the words of people, with their office. */
  participants: Type.String(),
  decisions: Maybe(Type.String()),
});
export type Conference = Data<typeof Conference>;
export type Conferences = readonly Conference[];
