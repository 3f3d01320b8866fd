import type { Problems } from '../../../platform/decider/index.ts';

export const problems = { 'people.same-row': 422, 'people.other-pair': 409 } as const satisfies Problems;
