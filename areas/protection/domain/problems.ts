import type { Problems } from '../../../platform/decider/index.ts';

export const problems = {
  'protection.asked-already': 409,
  'protection.settled': 409,
  'protection.second-person': 409,
  'protection.case-open': 409,
  'protection.unsettled': 409,
  'protection.kept': 409,
  'protection.time-not-over': 409,
  'protection.retention-hold': 409,
  'protection.retention-hold-placed': 409,
  'protection.retention-hold-lifted': 409,
  'protection.kept-too-long': 422,
} as const satisfies Problems;
