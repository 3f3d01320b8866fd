import type { Problems } from '../../../platform/decider/index.ts';

export const problems = {
  'cases.already-open': 409,
  'cases.person-has-case': 409,
  'cases.due-in-the-past': 422,
  'cases.no-such-action': 404,
  'cases.say-why-dropped': 422,
  'cases.actions-open': 409,
  'cases.closed': 409,
  'cases.not-closed': 409,
  'cases.already-identified': 409,
  'cases.limits-in-the-past': 422,
  'cases.visit-days-in-order': 422,
  'cases.concern-exists': 409,
  'cases.concern-open': 409,
  'cases.concern-settled': 409,
} as const satisfies Problems;
