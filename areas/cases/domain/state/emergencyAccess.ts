import { Type } from 'typebox';
import { coded, type Data, field, fields, Maybe } from '../../../../platform/decider/index.ts';

/** An instant, ISO 8601 with `Z`. */
const Instant = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' });
export const emergencyAccessEvents = {
  'emergency-access-taken': fields({
    access: field.id,
    by: field.id,
    at: coded(Instant),
    until: coded(Instant),
    reviewDue: field.date,
    because: field.prose,
  }),
  'emergency-access-reviewed': fields({ access: field.id, justified: field.yes, on: field.date, by: field.id, note: field.prose }),
};

const { access: id, ...taken } = emergencyAccessEvents['emergency-access-taken'].properties;
const { access: _, ...review } = emergencyAccessEvents['emergency-access-reviewed'].properties;
/** Emergency access: who reads a case of somebody else, from when to when, and what a supervisor found of it. */
export const EmergencyAccess = Type.Object({ id, ...taken, review: Maybe(Type.Object(review)) });
export type EmergencyAccess = Data<typeof EmergencyAccess>;
