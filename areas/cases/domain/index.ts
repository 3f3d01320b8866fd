export { type Action, type CaseState, caseRecord, closeReasons, nextDue, type RiskLevel, riskLevels, sources } from './case.ts';
export { type ConcernState, concernRecord, dismissReasons, nextOfConcern } from './concern.ts';
export { next } from './next.ts';
export { policy } from './policy.ts';
export { problems } from './problems.ts';
