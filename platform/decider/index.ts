export * from './age.ts';
export { type Command, command, type In } from './command.ts';
export * from './decider.ts';
export { changed, has } from './entries.ts';
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
export { type Language, languages } from './languages.ts';
export type { Part } from './part.ts';
export * from './partialDate.ts';
export * from './policy.ts';
export * from './problem.ts';
export * from './record.ts';
export * from './roles.ts';
