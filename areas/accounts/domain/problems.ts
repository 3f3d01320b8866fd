import type { Problems } from '../../../platform/decider/index.ts';

export const problems = {
  'accounts.user-exists': 409,
  'accounts.user-name-taken': 409,
  'accounts.own-account': 409,
  'accounts.partner-alone': 422,
  'accounts.partner-of-whom': 422,
  'accounts.not-a-partner': 422,
  'accounts.organisation-closed': 403,
  'accounts.wrong-password': 403,
  'accounts.password-too-short': 422,
  'accounts.password-too-common': 422,
  'accounts.must-change-password': 403,
  'accounts.same-password': 422,
  'accounts.already-set-up': 409,
  'accounts.wrong-setup-token': 403,
  'accounts.unknown-time-zone': 422,
  'accounts.ward-twice': 422,
  'accounts.other-city': 409,
} as const satisfies Problems;
