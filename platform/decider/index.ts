export * from './age.ts';
export { type Command, command, type In } from './command.ts';
export * from './decider.ts';
export * from './fields.ts';
export { policyOf } from './grants.ts';
export * from './partialDate.ts';
export * from './policy.ts';
export * from './problem.ts';
export * from './record.ts';
