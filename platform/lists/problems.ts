import type { Problems } from '../decider/index.ts';

/** Why a view of a list is not kept, or no file made of it. */
export const listProblems = {
  'lists.no-such-view': 404,
  'lists.view-unnamed': 422,
  'lists.view-named-so': 409,
  'lists.view-names-somebody': 409,
  'lists.too-many-views': 409,
  'lists.too-many-rows': 409,
} as const satisfies Problems;
