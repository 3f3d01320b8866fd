export { type CaseEvent, caseRecord, hindrances, next, tasksOf } from './case.ts';
export { type ConcernState, concernRecord, dismissReasons, nextOfConcern } from './concern.ts';
export { limitsRecord } from './limits.ts';
export { closeReasons, sources } from './parts/file.ts';
export { policy } from './policy.ts';
export { problems } from './problems.ts';
export type { Action } from './state/actions.ts';
export { type CaseState, type RiskLevel, riskLevels } from './state/case.ts';
