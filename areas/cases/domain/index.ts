export { Basis } from './bases/state.ts';
export { type CaseEvent, caseRecord, hindrances, mayRead, tasksOf } from './case.ts';
export { childOf } from './childOf.ts';
export {
  adultServiceWishes,
  type BasisKind,
  basisKinds,
  caseStatuses,
  closeReasons,
  declineReasons,
  dwellings,
  type LifeDomain,
  lifeDomains,
  outcomes,
  paperAbouts,
  paperKinds,
  recordedSolutions,
  riskLevels,
  sources,
  toBeTold,
  traffickingFindings,
  urgencies,
  waysToConsent,
} from './choices.ts';
export { Concern, type ConcernState, concernRecord } from './concern.ts';
export { Flag } from './flags/state.ts';
export { feedbackFor, feedbackForOfficer, objectsOf } from './leaving/feedback.ts';
export { Feedback, LeavingCare } from './leaving/state.ts';
export {
  boundsOf,
  type Lack,
  lacks,
  limitNames,
  limitsOn,
  limitsRecord,
  startingLimits,
  unseenDays,
  untouchedDays,
} from './limits.ts';
export { lastingBases } from './list/bases.ts';
export { caseList } from './list/caseList.ts';
export { caseViewsRecord } from './list/caseViews.ts';
export { listColumns, usualColumns } from './list/columns.ts';
export { concernColumns, concernList, concernStatuses, concernViewsRecord } from './list/concernList.ts';
export { interestSteps, interestsOf } from './list/interests.ts';
export { phaseOf, phases } from './list/phase.ts';
export { domainsAt } from './parts/followUp.ts';
export { stands, traffickedAgain, traffickingOf } from './parts/identification.ts';
export { needsOf } from './parts/plan.ts';
export { isAsked, isLive, responsibleOn } from './parts/referrals.ts';
export { policy } from './policy.ts';
export { problems } from './problems.ts';
export { consentFor, holds, lastDayOfConsent, mayInterviewOnFacts } from './safety/consentFor.ts';
export { urgentDangers } from './safety/danger.ts';
export { groundOf } from './safety/grounds.ts';
export { type PastSign, pastOf } from './safety/past.ts';
export { bornOf, doNotCallNumbers, isProvenAdult, isSuspect, mayCall, safeNumbers } from './safety/protection.ts';
export { reconsiderSince } from './safety/reconsider.ts';
export { isUnsettled } from './safety/unsettled.ts';
export { isDangerous, stayNow } from './safety/whereabouts.ts';
export { Action } from './state/actions.ts';
export { Approval } from './state/approvals.ts';
export { BestInterests, Place } from './state/bestInterests.ts';
export type { CaseState } from './state/case.ts';
export { Closing } from './state/closing.ts';
export { Conference } from './state/conferences.ts';
export { Consent, Emergency } from './state/consents.ts';
export { Danger } from './state/dangers.ts';
export { EmergencyAccess } from './state/emergencyAccess.ts';
export { Visit } from './state/followUp.ts';
export { Decision } from './state/identification.ts';
export type { Paper } from './state/papers.ts';
export { Placements, Stay } from './state/placements.ts';
export { NeedsFound, Plan } from './state/plan.ts';
export type { Delivery, ReferralStatus, Said } from './state/referrals.ts';
export { Carer, Safeguards, type SafeNumber } from './state/safeguards.ts';
export { isShown, isShownAtOnce, shownUntil } from './taskDays.ts';
export { addressOfTask, isDangerTask, type TaskKind, taskKinds } from './taskPages.ts';
export { type Told, ToldOfChild, ToldOfNeeds } from './told.ts';
