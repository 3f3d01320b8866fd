import type { Born } from '../../../../platform/decider/index.ts';
import type { AnswersSlice } from '../../../forms/domain/index.ts';
import type { caseStatuses, closeReasons, riskLevels, sources } from '../choices.ts';
import type { Flags } from '../flags/state.ts';
import type { Justice } from '../justice/state.ts';
import type { Actions } from './actions.ts';
import type { Approvals } from './approvals.ts';
import type { BestInterests } from './bestInterests.ts';
import type { Conferences } from './conferences.ts';
import type { Consents } from './consents.ts';
import type { EmergencyAccess } from './emergencyAccess.ts';
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
  readonly conferences: Conferences;
  readonly followUp: FollowUp;
  readonly justice: Justice;
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
export interface CaseState extends Slices {
  readonly status: (typeof caseStatuses)[number];
  readonly person: string | null;
  /** The person under whose key the case is sealed; null where it is under its own. */
  readonly sealedFor: string | null;
  /** True where its person was joined with one who had an open case already: the child has two files, until one is closed. */
  readonly double: boolean;
  readonly name: string;
  readonly ward: string | null;
  /** As it was said when the case was opened; what was found out since is in `safeguards.age`. */
  readonly born: Born | null;
  readonly source: (typeof sources)[number];
  readonly riskLevel: RiskLevel;
  /** Null where nobody has taken it yet. */
  readonly worker: string | null;
  /** Because of which leaves it is with a substitute, and whose it was before each; the last is the one it is lent for now. */
  readonly lent: readonly { readonly leave: string; readonly of: string }[];
  readonly openedOn: string;
  /** Until when something must have been done first; null in files from before there were limits. */
  readonly firstDue: string | null;
  readonly closedOn: string | null;
  readonly closeReason: (typeof closeReasons)[number] | null;
}
