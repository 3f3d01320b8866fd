export type { Child, ChildFact, Fact } from './child.ts';
export { stepKinds, stepOutcomes } from './choices.ts';
export { justicePart } from './justicePart.ts';
export { alarmsOf, nonPunishmentIn, unheard } from './nonPunishment.ts';
export { policy } from './policy.ts';
export { problems } from './problems.ts';
export { runsOn, stages, stagesOf } from './stages.ts';
export { Justice } from './state.ts';
export { limitsOver, timersOf, timersOfCountry } from './timers.ts';
