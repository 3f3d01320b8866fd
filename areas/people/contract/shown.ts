import { Type } from 'typebox';
import type { Data } from '../../../platform/contract/index.ts';
import { Maybe } from '../../../platform/decider/index.ts';
import { FieldReasons } from '../domain/index.ts';

/** A person in a list. */
export const ListedPerson = Type.Object({
  id: Type.String(),
  name: Type.String(),
  names: Type.Array(Type.String()),
  birthDate: Maybe(Type.String()),
  mother: Maybe(Type.String()),
  father: Maybe(Type.String()),
  sex: Maybe(Type.String()),
  ward: Maybe(Type.String()),
  registers: Type.Array(Type.String()),
});
export type ListedPerson = Data<typeof ListedPerson>;

export type FieldReason = Data<typeof FieldReasons>[number];

/** A row of a register as answers show it; `weight` and `fields` say why it stands where it stands. */
export const SourceRow = Type.Object({
  entry: Type.String(),
  register: Type.String(),
  importId: Type.String(),
  row: Type.Integer(),
  name: Type.String(),
  weight: Type.Number(),
  fields: FieldReasons,
  values: Type.Record(Type.String(), Type.String()),
  lastChanged: Type.String(),
});
export type SourceRow = Data<typeof SourceRow>;
