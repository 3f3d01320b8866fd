import { Type } from 'typebox';
import type { Data } from './contract.ts';

/** What came of a command for each of many records. */
export const Outcomes = Type.Array(
  Type.Object({
    id: Type.String(),
    done: Type.Boolean(),
    /** The problem's code and what its sentence names, where it was refused. */
    code: Type.Optional(Type.String()),
    params: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
  }),
);
export type Outcome = Data<typeof Outcomes>[number];
