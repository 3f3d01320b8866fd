import type { AnswersSlice } from '../../../forms/domain/index.ts';
import type { Justice } from '../../../justice/domain/index.ts';
import type { Bases } from '../bases/state.ts';
import type { riskLevels } from '../choices.ts';
import type { Flags } from '../flags/state.ts';
import type { FeedbackList, LeavingCare } from '../leaving/state.ts';
import type { Actions } from './actions.ts';
import type { Approvals } from './approvals.ts';
import type { BestInterests } from './bestInterests.ts';
import type { Closing } from './closing.ts';
import type { Conferences } from './conferences.ts';
import type { Consents } from './consents.ts';
import type { Dangers } from './dangers.ts';
import type { EmergencyAccess } from './emergencyAccess.ts';
import type { FileState } from './file.ts';
import type { FollowUp } from './followUp.ts';
import type { IdentificationSlice } from './identification.ts';
import type { Links } from './links.ts';
import type { Papers } from './papers.ts';
import type { Placements } from './placements.ts';
import type { Plan } from './plan.ts';
import type { Referrals } from './referrals.ts';
import type { Safeguards } from './safeguards.ts';
import type { Transfers } from './transfers.ts';

export type RiskLevel = (typeof riskLevels)[number];

/** What each part of a case keeps of it. A part adds its slice here and its module to `case.ts`. */
export interface Slices {
  readonly actions: Actions;
  readonly approvals: Approvals;
  readonly bases: Bases;
  readonly closing: Closing;
  readonly conferences: Conferences;
  readonly dangers: Dangers;
  readonly feedback: FeedbackList;
  readonly followUp: FollowUp;
  readonly justice: Justice;
  readonly leavingCare: LeavingCare;
  readonly plan: Plan;
  readonly bestInterests: BestInterests;
  readonly consents: Consents;
  readonly placements: Placements;
  readonly safeguards: Safeguards;
  readonly answers: AnswersSlice;
  readonly identification: IdentificationSlice;
  readonly referrals: Referrals;
  readonly transfers: Transfers;
  readonly papers: Papers;
  readonly emergencyAccess: readonly EmergencyAccess[];
  readonly flags: Flags;
  readonly links: Links;
}

/** A child's case as it stands. */
export interface CaseState extends FileState, Slices {}
