import { Type } from 'typebox';
import type { Data } from '../../../platform/contract/index.ts';
import { Maybe, oneOf } from '../../../platform/decider/index.ts';

/** What a reader is told of a case that may not be theirs: that there is one and who works on it; whose it is, where they may read it. */
export const Glimpse = Type.Object({
  case: Type.String(),
  readable: Type.Boolean(),
  /** The child's; null where it is not the reader's to know. */
  name: Maybe(Type.String()),
  worker: Maybe(Type.String()),
  /** `erased` where nothing is kept of it. */
  status: oneOf('open', 'closed', 'erased'),
});
export type Glimpse = Data<typeof Glimpse>;
