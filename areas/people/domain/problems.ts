import type { Problems } from '../../../platform/decider/index.ts';

export const problems = {
  'people.same-row': 422,
  'people.other-pair': 409,
  'people.no-question': 404,
  'people.not-a-row': 422,
  'people.nothing-left': 422,
  'people.same-person': 422,
} as const satisfies Problems;
