import type { Problems } from '../../../platform/decider/index.ts';

export const problems = {
  'partners.exists': 409,
  'partners.closed': 409,
  'partners.no-agreement': 409,
  'partners.not-offered': 422,
  'partners.not-agreed-to-share': 422,
  'partners.ages-crossed': 422,
  'partners.dates-crossed': 422,
} as const satisfies Problems;
