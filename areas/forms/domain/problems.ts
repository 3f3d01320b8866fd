import type { Problems } from '../../../platform/decider/index.ts';

export const problems = {
  'forms.questionnaire-faulty': 422,
  'forms.questionnaire-in-the-past': 422,
  'forms.another-purpose': 422,
  'forms.version-taken': 409,
  'forms.version-in-force': 409,
  'forms.another-questionnaire': 422,
  'forms.no-such-version': 404,
  'forms.answers-faulty': 422,
  'forms.answered-already': 409,
  'forms.draft-of-danger': 409,
} as const satisfies Problems;
