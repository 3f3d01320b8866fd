export { bornBetween } from './age.ts';
export { type ChildState, childRecord, doneAbout } from './child.ts';
export { NumbersSource, sourcesOf } from './countryFacts.ts';
export { evaluate, isChild, pendingReasons } from './evaluate.ts';
export { type EvaluationState, evaluationRecord } from './evaluation.ts';
export { GroupCount, GroupCounts, groupsOf } from './groups.ts';
export { childList } from './list/childList.ts';
export { childColumns, childViewsRecord } from './list/childViews.ts';
export { type PendingReasonState, pendingReasonRecord } from './pendingReason.ts';
export { policy } from './policy.ts';
export { problems } from './problems.ts';
export { PendingReason, Reason } from './reason.ts';
export {
  defaultRules,
  evidenceOf,
  hitGroups,
  hitsOf,
  inForceOn,
  limitsOf,
  Rule,
  type RuleSet,
  type RulesetState,
  ruleIds,
  rulesetRecord,
  undecidedOf,
} from './ruleset.ts';
export { reasonsKnownTo, registersBirth, unregisteredList } from './unregistered.ts';
