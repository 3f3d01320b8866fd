import type { Child, ChildFact, Fact } from '../../justice/domain/index.ts';
import { found, presumed, stands, traffickingOf } from './parts/identification.ts';
import { needsOf } from './parts/plan.ts';
import { bornOf } from './safety/protection.ts';
import { stayNow } from './safety/whereabouts.ts';
import type { CaseState } from './state/case.ts';

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

/** From which facts of a case limits of the law run, or by which they end. */
const facts: Readonly<Record<ChildFact, (state: CaseState) => readonly Fact[]>> = {
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
  returned: ({ placements }) => (placements.returned ? [placements.returned] : []),
  assessed: (state) => assessments(state).slice(0, 1),
  'assessed-again': (state) => assessments(state).slice(1),
  planned: (state) => {
    const needs = needsOf(state);
    return state.plan.goals.length > 0 && needs ? [needs] : [];
  },
  visited: ({ followUp }) => followUp.visits.flatMap(({ on, outcome }) => (on && outcome === 'seen' ? [{ on }] : [])),
  helped: ({ referrals }) =>
    referrals.flatMap(({ outcome, endedOn }) =>
      endedOn && (outcome === 'helped' || outcome === 'partly-helped') ? [{ on: endedOn }] : [],
    ),
};

/** What the proceedings of a case need to know of its child. */
export function childOf(state: CaseState): Child {
  const stay = stayNow(state);
  return {
    justice: state.justice,
    openedOn: state.openedOn,
    country: state.country,
    born: bornOf(state),
    isVictim: traffickingOf(state) !== null,
    detention: stay?.kind === 'detention' ? stay : null,
    happened: (fact) => facts[fact](state),
  };
}
