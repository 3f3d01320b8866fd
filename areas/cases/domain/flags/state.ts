import { Type } from 'typebox';
import { type Data, Maybe, oneOf } from '../../../../platform/decider/index.ts';
import { flagReasons } from '../choices.ts';

/** What somebody who reads a case wants looked at, and what came of it. */
export const Flag = Type.Object({
  id: Type.String(),
  reason: oneOf(...flagReasons),
  words: Type.String(),
  by: Type.String(),
  on: Type.String(),
  /** By when it is to be settled; null where no day was named. */
  due: Maybe(Type.String()),
  settled: Maybe(Type.Object({ by: Type.String(), on: Type.String(), answer: Type.String() })),
});
export type Flag = Data<typeof Flag>;
export type Flags = readonly Flag[];
