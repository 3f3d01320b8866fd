import { Type } from 'typebox';
import { type Data, Maybe, oneOf } from '../../../../platform/decider/index.ts';
import { ageBases, guardianBases, needs, relations, situations } from '../choices.ts';

/** A grown-up around the child, whom the office asks or must not ask. */
export const Carer = Type.Object({
  id: Type.String(),
  name: Type.String(),
  relation: oneOf(...relations),
  livesWithChild: Type.Boolean(),
  /** How he is reached; empty where nobody knows. */
  contact: Type.String(),
  suspect: Type.Boolean(),
  /** The instant since which, or in which last, he was held to be one; what he consented to before is void. */
  suspectedAt: Maybe(Type.String()),
});
export type Carer = Data<typeof Carer>;

/** A number on which the child may be called, and when. */
export const SafeNumber = Type.Object({
  number: Type.String(),
  whose: Type.String(),
  times: Type.String(),
  /** The carer whose number it is. */
  carer: Type.Optional(Type.String()),
});
export type SafeNumber = Data<typeof SafeNumber>;

/** What protects the child in the work of the office itself: who answers for it, how old it is taken to be, how it is spoken to and reached. */
export const Safeguards = Type.Object({
  situation: Maybe(oneOf(...situations)),
  /** Until when a child alone must have a guardian. */
  guardianDue: Maybe(Type.String()),
  carers: Type.Array(Carer),
  guardian: Maybe(Type.Object({ carer: Type.String(), since: Type.String(), basis: oneOf(...guardianBases) })),
  age: Maybe(Type.Object({ basis: oneOf(...ageBases), disputed: Type.Boolean(), born: Maybe(Type.String()) })),
  languages: Type.Array(Type.String()),
  interpreter: Type.Boolean(),
  needs: Type.Array(oneOf(...needs)),
  needsNote: Type.String(),
  /** Null until somebody has asked how the child can be reached without danger. */
  contact: Maybe(
    Type.Object({
      notAtHome: Type.Boolean(),
      numbers: Type.Array(SafeNumber),
      codeWord: Type.String(),
      note: Type.String(),
      on: Type.String(),
    }),
  ),
});
export type Safeguards = Data<typeof Safeguards>;
