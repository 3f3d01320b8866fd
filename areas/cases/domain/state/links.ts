import { Type } from 'typebox';
import { type Data, Maybe, oneOf } from '../../../../platform/decider/index.ts';
import { linkKinds } from '../choices.ts';

export type LinkKind = (typeof linkKinds)[number];

/** Another case that belongs together with this one. */
const CaseLink = Type.Object({
  case: Type.String(),
  kind: oneOf(...linkKinds),
  on: Type.String(),
  by: Type.String(),
  /** Whether it was said here; else it was heard from the other case. */
  own: Type.Boolean(),
  /** What is known of it. It stands in the case in which it was written, so that it goes with that child. */
  known: Maybe(Type.String()),
});
export type CaseLink = Data<typeof CaseLink>;

/** What ties a case to others: cases that somebody linked, and suspects. */
export interface Links {
  readonly cases: readonly CaseLink[];
  /** Suspects who are connected to the case, with the carer whom one of them is. What else is known of them is in their own records. */
  readonly suspects: readonly { readonly suspect: string; readonly carer: string | null }[];
}
