export { type CaseEvent, caseRecord, hindrances, mayRead, next, tasksOf } from './case.ts';
export { type ConcernState, concernRecord, dismissReasons, nextOfConcern } from './concern.ts';
export { consentFor, lastDayOfConsent } from './consentFor.ts';
export { type ExportState, exportFormats, exportHours, exportRecord, mostChosen, mostNamed } from './exports/export.ts';
export { mayGoOut } from './exports/goingOut.ts';
export * as htcds from './exports/htcds/index.ts';
export { noticeKinds, noticesOf } from './flags/notices.ts';
export { type Flag, flagReasons } from './flags/state.ts';
export { type Stage, stages, stagesOf } from './justice/stages.ts';
export { hearings, type Justice, type Step, stepKinds, stepOutcomes, wishes } from './justice/state.ts';
export { type LeaveState, leaveEnds, leaveRecord } from './leaves/leave.ts';
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
export {
  type ListView,
  type ListViewsState,
  listColumns,
  listViewsRecord,
  mostListViews,
  usualColumns,
} from './list/listViews.ts';
export { type Narrowing, narrowing } from './list/narrowing.ts';
export { phaseOf, phases } from './list/phase.ts';
export { domainsAt } from './parts/followUp.ts';
export { stands, traffickedAgain, traffickingOf } from './parts/identification.ts';
export { isAsked, isLive, responsibleOn } from './parts/referrals.ts';
export { policy } from './policy.ts';
export { problems } from './problems.ts';
export { forbiddenNumbers, mayCall, mayInterviewOnFacts, safeNumbers } from './protection.ts';
export { type Answer, type AnswerFault, type Answers, yesNo } from './questionnaires/answers.ts';
export { faultsOfContent } from './questionnaires/check.ts';
export { type Content, purposes, type Words, wordsIn } from './questionnaires/content.ts';
export { type DomainScore, isRed } from './questionnaires/domains.ts';
export type { ContentFault } from './questionnaires/fault.ts';
export type { IndicatorFindings } from './questionnaires/indicators.ts';
export { type AskedQuestion, type AskedSection, type Instrument, instrumentOf, type Outcome } from './questionnaires/instrument.ts';
export {
  type QuestionnaireState,
  questionnaireRecord,
  shippedQuestionnaires,
  versionNamed,
  versionOn,
} from './questionnaires/questionnaire.ts';
export { type ReferralEvent, type ReferralState, referralRecord } from './referrals/referral.ts';
export type { Action } from './state/actions.ts';
export { type Answering, type Draft, type GivenAnswers, interpreters, interviewedKinds } from './state/answers.ts';
export { type CaseState, closeReasons, type RiskLevel, riskLevels, sources } from './state/case.ts';
export { partnerKinds } from './state/consents.ts';
export { acts, bodies, type Decision, exploitations, means, type Review, statuses } from './state/identification.ts';
export { type CaseLink, linkKinds } from './state/links.ts';
export type { Opening } from './state/openings.ts';
export { type Paper, type PrintSection, paperAbouts, paperKinds, printSections } from './state/papers.ts';
export { dwellings } from './state/placements.ts';
export { declineReasons, outcomes, type Referral, urgencies } from './state/referrals.ts';
export type { SafeNumber } from './state/safeguards.ts';
export type { Transfer } from './state/transfers.ts';
export { takenOf } from './suspects/joining.ts';
export {
  casesOf,
  type Saying,
  type SuspectRole,
  type SuspectState,
  saidOf,
  sayings,
  suspectRoles,
  suspectSexes,
} from './suspects/state.ts';
export { type SuspectEvent, suspectRecord } from './suspects/suspect.ts';
export { stayNow } from './whereabouts.ts';
