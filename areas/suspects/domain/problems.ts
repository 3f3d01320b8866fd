import type { Problems } from '../../../platform/decider/index.ts';

export const problems = {
  'suspects.suspect-noted-already': 409,
  'suspects.suspect-of-own-case': 403,
  'suspects.say-who-suspect': 422,
  'suspects.carer-taken-up': 409,
  'suspects.never-said': 404,
  'suspects.suspect-not-connected': 404,
  'suspects.suspect-cleared': 409,
  'suspects.suspect-joined': 409,
  'suspects.suspect-not-joined': 409,
  'suspects.join-with-suspect': 409,
  'suspects.join-with-itself': 422,
} as const satisfies Problems;
