export { type ChildState, childRecord } from './child.ts';
export { type ChildFacts, defaultRules, evaluate, isChild, type Reason, type RuleId, type RuleSet, ruleIds } from './evaluate.ts';
export { policy } from './policy.ts';
export { problems } from './problems.ts';
