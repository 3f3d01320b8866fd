import type { Problems } from '../../../platform/decider/index.ts';

export const problems = {
  'risks.has-case': 409,
  'risks.visit-in-the-past': 422,
  'risks.seen-in-the-future': 422,
  'risks.seen-before-birth': 422,
  'risks.no-reasons': 409,
  'risks.rules-in-the-past': 422,
  'risks.ages-reversed': 422,
  'risks.no-such-rules': 404,
  'risks.rules-in-force': 409,
  'risks.look-whom-it-hits': 422,
} as const satisfies Problems;
