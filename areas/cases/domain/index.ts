export { type CaseEvent, caseRecord, hindrances, mayRead, tasksOf } from './case.ts';
export { type ConcernState, concernRecord, dismissReasons } from './concern.ts';
export { consentFor, lastDayOfConsent } from './consentFor.ts';
export { type Flag, flagReasons } from './flags/state.ts';
export { type Stage, stages, stagesOf } from './justice/stages.ts';
export { hearings, type Justice, type Step, stepKinds, stepOutcomes, wishes } from './justice/state.ts';
export { lifeDomains } from './lifeDomains.ts';
export {
  boundsOf,
  type Lack,
  type Limits,
  type LimitsState,
  lacks,
  limitNames,
  limitsOn,
  limitsRecord,
  startingLimits,
  unseenDays,
  untouchedDays,
} from './limits.ts';
export { CaseSummary, caseList } from './list/caseList.ts';
export { caseViewsRecord } from './list/caseViews.ts';
export { listColumns, usualColumns } from './list/columns.ts';
export { ConcernSummary, concernList, concernStatuses } from './list/concernList.ts';
export { phaseOf, phases } from './list/phase.ts';
export { domainsAt } from './parts/followUp.ts';
export { stands, traffickedAgain, traffickingOf } from './parts/identification.ts';
export { isAsked, isLive, responsibleOn } from './parts/referrals.ts';
export { policy } from './policy.ts';
export { problems } from './problems.ts';
export { bornOf, forbiddenNumbers, mayCall, mayInterviewOnFacts, safeNumbers } from './protection.ts';
export type { Action } from './state/actions.ts';
export { type Answering, type Draft, type GivenAnswers, interpreters, interviewedKinds } from './state/answers.ts';
export { type CaseState, closeReasons, type RiskLevel, riskLevels, sources } from './state/case.ts';
export { acts, bodies, type Decision, exploitations, means, type Review, statuses } from './state/identification.ts';
export type { CaseLink } from './state/links.ts';
export type { Opening } from './state/openings.ts';
export { type Paper, type PrintSection, paperAbouts, paperKinds, printSections } from './state/papers.ts';
export { dwellings } from './state/placements.ts';
export { type Delivery, declineReasons, outcomes, type Referral, type ReferralStatus, type Said, urgencies } from './state/referrals.ts';
export type { SafeNumber } from './state/safeguards.ts';
export type { Transfer } from './state/transfers.ts';
export { type Told, ToldOfChild, ToldOfNeeds } from './told.ts';
export { stayNow } from './whereabouts.ts';
