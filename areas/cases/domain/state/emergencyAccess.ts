import { Type } from 'typebox';
import { type Data, Maybe } from '../../../../platform/decider/index.ts';

/** Emergency access: who reads a case of somebody else, from when to when, and what a supervisor found of it. */
export const EmergencyAccess = Type.Object({
  id: Type.String(),
  by: Type.String(),
  /** Instants, ISO 8601 with `Z`. */
  at: Type.String(),
  until: Type.String(),
  because: Type.String(),
  reviewDue: Type.String(),
  review: Maybe(Type.Object({ justified: Type.Boolean(), on: Type.String(), by: Type.String(), note: Type.String() })),
});
export type EmergencyAccess = Data<typeof EmergencyAccess>;
