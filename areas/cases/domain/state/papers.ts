import { Type } from 'typebox';
import { type Data, Maybe, oneOf } from '../../../../platform/decider/index.ts';
import { paperAbouts, paperKinds } from '../choices.ts';

export type PaperKind = (typeof paperKinds)[number];
export type PaperAbout = (typeof paperAbouts)[number];

/** A paper of a case, a photo or a recording; what it holds is kept beside the log. */
export const Paper = Type.Object({
  id: Type.String(),
  kind: oneOf(...paperKinds),
  about: oneOf(...paperAbouts),
  /** BCP 47, of what is written or said in it; null where it has none or nobody said. */
  language: Maybe(Type.String()),
  title: Maybe(Type.String()),
  on: Type.String(),
  by: Type.String(),
  /** Set where its content was destroyed: when, by whom and why. */
  removed: Maybe(Type.Object({ on: Type.String(), by: Type.String(), because: Type.String() })),
});
export type Paper = Data<typeof Paper>;
export type Papers = readonly Paper[];
