import type { Problems } from '../../../platform/decider/index.ts';

export const problems = {
  'forms.questionnaire-faulty': 422,
  'forms.questionnaire-in-the-past': 422,
  'forms.another-purpose': 422,
  'forms.version-taken': 409,
  'forms.version-in-force': 409,
} as const satisfies Problems;
