import type { Problems } from '../../../platform/decider/index.ts';

export const problems = {
  'notices.mail-not-set-up': 409,
  'notices.push-not-set-up': 409,
  'notices.not-an-address': 422,
  'notices.link-over': 410,
  'notices.endpoint-not-public': 422,
  'notices.too-many-devices': 409,
} as const satisfies Problems;
