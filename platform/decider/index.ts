export * from './age.ts';
export * from './decider.ts';
export * from './fields.ts';
export {
  type GrantPolicy,
  holdersOf,
  mayChange,
  type Permitted,
  policyOf,
  type StatedGrant,
} from './grants.ts';
export * from './history/shown.ts';
export * from './history/timeline.ts';
export { directionOf, type Language, languages, localeOf, notReviewed } from './languages.ts';
export * from './partialDate.ts';
export * from './policy.ts';
export * from './problem.ts';
export { type Command, command, commandsOf, type In } from './record/command.ts';
export { changed, has } from './record/entries.ts';
export type { Part } from './record/part.ts';
export * from './record/record.ts';
export * from './roles.ts';
export { field } from './usualFields.ts';
