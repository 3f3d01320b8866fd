import type { Problems } from '../../../platform/decider/index.ts';

export const problems = {
  'justice.say-how-it-came-out': 422,
  'justice.before-birth': 422,
  'justice.no-charge-before': 409,
  'justice.no-verdict-before': 409,
  'justice.no-award-before': 409,
  'justice.no-protection-before': 409,
  'justice.step-rests-on-it': 409,
  'justice.court-date-over': 409,
  'justice.say-who-accompanied': 422,
  'justice.court-dates-planned': 409,
  'justice.alarm-open': 409,
  'justice.accusation-over': 409,
  'justice.act-after-accusation': 422,
  'justice.before-accusation': 422,
  'justice.no-such-timer': 404,
  'justice.timer-not-begun': 422,
  'justice.say-why-not-applicable': 422,
  'justice.timer-ended': 409,
} as const satisfies Problems;
