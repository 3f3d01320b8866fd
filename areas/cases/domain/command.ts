import { commandsOf } from '../../../platform/decider/index.ts';
import type { CaseState } from './state/case.ts';

/** States a command of an open case, unless it says `in` which statuses. */
export const command = commandsOf<CaseState>()(['open'], {
  access: ({ emergencyAccess }) => emergencyAccess,
  action: ({ actions }) => actions,
  approval: ({ approvals }) => approvals,
  basis: ({ bases }) => bases,
  carer: ({ safeguards }) => safeguards.carers,
  conference: ({ conferences }) => conferences,
  consent: ({ consents }) => consents.ledger,
  decision: ({ identification }) => identification.decisions,
  determination: ({ bestInterests }) => bestInterests.determinations,
  emergency: ({ consents }) => consents.emergencies,
  feedback: ({ feedback }) => feedback,
  flag: ({ flags }) => flags,
  goal: ({ plan }) => plan.goals,
  paper: ({ papers }) => papers,
  referral: ({ referrals }) => referrals,
  tracing: ({ placements }) => placements.tracings,
  transfer: ({ transfers }) => transfers,
  visit: ({ followUp }) => followUp.visits,
});
