export * from './age.ts';
export * from './decider.ts';
export * from './fields.ts';
export * from './partialDate.ts';
export * from './policy.ts';
export * from './problem.ts';
