import type { Problems } from '../../../platform/decider/index.ts';

export const problems = {
  'office.span-too-long': 422,
  'office.no-substitute': 422,
  'office.own-substitute': 422,
  'office.no-cases-chosen': 422,
  'office.leave-already': 409,
  'office.leave-not-over': 409,
  'office.mail-not-set-up': 409,
  'office.push-not-set-up': 409,
  'office.not-an-address': 422,
  'office.link-over': 410,
  'office.endpoint-not-public': 422,
  'office.too-many-devices': 409,
  'office.leave-ended': 409,
  'office.until-before': 422,
} as const satisfies Problems;
