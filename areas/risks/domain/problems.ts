import type { Problems } from '../../../platform/decider/index.ts';

export const problems = {
  'risks.has-case': 409,
  'risks.visit-in-the-past': 422,
  'risks.seen-in-the-future': 422,
  'risks.seen-before-birth': 422,
} as const satisfies Problems;
