import { found, presumed, stands } from '../parts/identification.ts';
import type { CaseState } from '../state/case.ts';
import { standing } from './stages.ts';
import type { Step } from './state.ts';

/** Something that a case knows to have happened, and until when it lasted where it is over. */
export interface Fact {
  readonly on: string;
  readonly to?: string | null;
}

const step =
  (kind: Step['kind'], ...outcomes: readonly string[]) =>
  ({ justice }: CaseState): readonly Fact[] =>
    standing(justice).filter((one) => one.kind === kind && (outcomes.length === 0 || outcomes.includes(one.outcome ?? '')));
const staying =
  (...kinds: readonly string[]) =>
  ({ placements }: CaseState): readonly Fact[] =>
    placements.stays.filter(({ kind }) => kinds.includes(kind)).map(({ from, to }) => ({ on: from, to }));
const emergencies = ({ placements }: CaseState): readonly Fact[] =>
  placements.stays.filter(({ emergencyUntil }) => emergencyUntil !== null).map(({ from, to }) => ({ on: from, to }));
const away = staying('away');
const decisions = ({ identification }: CaseState) => identification.decisions.filter(stands);
const firstPresumed = ({ answers }: CaseState): readonly Fact[] => answers.given.filter(presumed).slice(0, 1);
const assessments = ({ answers }: CaseState): readonly Fact[] => answers.given.filter(({ purpose }) => purpose === 'assessment');
const reviews = ({ identification }: CaseState) => identification.decisions.flatMap((decision) => decision.reviews);
const returned = ({ placements }: CaseState): readonly Fact[] => (placements.returned ? [placements.returned] : []);

/** From which facts of a case a legal timer starts, or by which it ends. */
export const facts = {
  opened: ({ openedOn }) => [{ on: openedOn }],
  // No case is opened without its level of risk.
  graded: ({ openedOn }) => [{ on: openedOn }],
  presumed: firstPresumed,
  // A child who is presumed a victim, left care, or had to be placed at once was in danger on that day.
  danger: (state) => [...firstPresumed(state), ...away(state), ...emergencies(state)],
  decision: decisions,
  identified: (state) => decisions(state).filter(found),
  'review-asked': (state) => reviews(state).map(({ askedOn }) => ({ on: askedOn })),
  'review-settled': (state) => reviews(state).flatMap(({ settled }) => (settled ? [settled] : [])),
  placed: staying('kin', 'foster', 'shelter', 'hospital', 'independent', 'other'),
  'placed-in-emergency': emergencies,
  sheltered: staying('shelter'),
  'with-family': staying('family', 'kin', 'home'),
  away,
  returned,
  assessed: (state) => assessments(state).slice(0, 1),
  'assessed-again': (state) => assessments(state).slice(1),
  planned: ({ plan }) => (plan.goals.length > 0 && plan.needs ? [plan.needs] : []),
  visited: ({ followUp }) => followUp.visits.flatMap(({ on, outcome }) => (on && outcome === 'seen' ? [{ on }] : [])),
  helped: ({ referrals }) =>
    referrals.flatMap(({ outcome, endedOn }) =>
      endedOn && (outcome === 'helped' || outcome === 'partly-helped') ? [{ on: endedOn }] : [],
    ),
  complaint: step('complaint', 'registered'),
  investigation: step('investigation'),
  charge: step('charge', 'filed'),
  verdict: step('verdict'),
  appeal: step('appeal'),
  'court-asked': step('court-asked'),
  'court-order': step('court-order'),
  'compensation-asked': step('compensation-asked'),
  'compensation-awarded': step('compensation-awarded'),
  'compensation-refused': step('compensation-refused'),
  'compensation-paid': step('compensation-paid'),
  'subsidy-asked': step('subsidy-asked'),
  'witness-protection-asked': step('witness-protection-asked'),
  'witness-protection-granted': step('witness-protection-granted'),
} as const satisfies Readonly<Record<string, (state: CaseState) => readonly Fact[]>>;
export type FactName = keyof typeof facts;
