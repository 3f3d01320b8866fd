import { addDays } from '../../../../platform/decider/index.ts';
import type { Task } from '../part.ts';
import type { CaseState } from '../state/case.ts';
import type { Visit } from '../state/followUp.ts';
import { childSeenOn } from './seen.ts';

/** Within how many days a visit at which the child was not seen is made again, and after how many more a supervisor takes it up. Ours. */
const againDays = 3;
const escalatesDays = 3;
/** After how many days without a step the search waits again. Ours. */
const stepDays = 7;
/** So often a visit is moved before a supervisor looks at it, and within so many days. Ours. */
const movesUnseen = 2;
const reviewDays = 3;
/** So many days before or after a visit that was dropped, another stands in its place. Ours. */
const inPlaceDays = 7;

interface Missed {
  readonly id: string;
  /** The day on which it is known to have been missed. */
  readonly on: string;
}

const byDay = (one: Missed, other: Missed) => one.on.localeCompare(other.on);

/** The last day on which the child was seen, or was handed over to their family; empty where neither was. */
const lastMet = (state: CaseState): string => [childSeenOn(state) ?? '', state.placements.returned?.on ?? ''].sort()[1]!;

/** Visits at which the child was not seen, since they were seen last, in order of their days. */
function notSeenAt(state: CaseState): readonly Missed[] {
  const met = lastMet(state);
  return state.followUp.visits
    .flatMap(({ id, on, outcome }) => ((outcome === 'not-found' || outcome === 'refused') && on! > met ? [{ id, on: on! }] : []))
    .sort(byDay);
}

/** Whether another visit is planned about that day, or was before it was moved, so that it is judged itself. */
const hasAnother = ({ followUp: { visits } }: CaseState, { id }: Visit, day: string): boolean =>
  visits.some(
    (one) =>
      one.id !== id &&
      one.outcome === null &&
      [...one.earlier, one.due].some((due) => due >= addDays(day, -inPlaceDays) && due <= addDays(day, inPlaceDays)),
  );

/** The days on which a visit is known to have been missed, of all on which it was planned since the child was met last. */
function missedOn(state: CaseState, visit: Visit): readonly string[] {
  const { due, earlier, outcome, review } = visit;
  const met = lastMet(state);
  const [agreed, days] = [review?.upheld === true, [...earlier, due]];
  // What was put off is given the days within which a missed visit is made again.
  const putOff = (all: readonly string[]) => (agreed ? [] : all.map((day) => addDays(day, 1 + againDays)));
  if (outcome === null) return [...putOff(earlier.filter((day) => day >= met)), ...(due >= met ? [addDays(due, 1)] : [])];
  if (outcome !== 'dropped') return [];
  return putOff(days.filter((day) => met < addDays(day, -inPlaceDays) && !hasAnother(state, visit, day)));
}

/** Visits that are planned, were moved or were dropped, each as missed if the child is not seen: from the first day on which it is. */
function toCome(state: CaseState): readonly Missed[] {
  return state.followUp.visits
    .flatMap((visit) =>
      missedOn(state, visit)
        .toSorted()
        .slice(0, 1)
        .map((on) => ({ id: visit.id, on })),
    )
    .sort(byDay);
}

/** How many visits in a row were missed by a day. */
export const missedVisits = (state: CaseState, today: string): number =>
  notSeenAt(state).length + toCome(state).filter(({ on }) => on <= today).length;

/** Whether a supervisor is to say if it is right that a visit was put off: moved twice, or dropped with none in its place. */
export function asksReview(state: CaseState, visit: Visit): boolean {
  if (visit.putOff === null || visit.review !== null || missedOn(state, visit).length === 0) return false;
  return visit.outcome === 'dropped' || visit.earlier.length >= movesUnseen;
}

/** The task of a supervisor to look at visits that were put off; not of the one who did it. */
const reviewTasks = (state: CaseState): readonly Task[] =>
  state.followUp.visits
    .filter((visit) => asksReview(state, visit))
    .map(({ id, due, putOff }) => ({
      ...{ id, kind: 'visit-review', who: null, role: 'supervisor', not: putOff?.by ? [putOff.by] : [] },
      due: putOff?.on ? addDays(putOff.on, reviewDays) : due,
    }));

/**
 * What a missed visit leaves to do: to visit again within days; then a supervisor takes it up; two in a row are a search, until the child is seen.
 * What begins only when a visit that is planned will have been missed is due on that day, and shown from then on.
 */
export function missedVisitTasks(state: CaseState): readonly Task[] {
  const notSeen = notSeenAt(state);
  const waiting = toCome(state);
  const [missed, second] = [...notSeen, ...waiting];
  const reviews = reviewTasks(state);
  if (!missed) return reviews;
  const again = notSeen.length > 0 ? addDays(missed.on, againDays) : missed.on;
  const one = { id: missed.id, who: null } as const;
  const steps = state.closing.search.flatMap(({ on }) => (second && on >= second.on ? [addDays(on, stepDays)] : []));
  const search = second && { id: second.id, who: null, due: [second.on, ...steps].sort().at(-1)! };
  return [
    ...reviews,
    ...(notSeen.length === 1 ? [{ ...one, kind: 'visit-again', due: again } as const] : []),
    ...(notSeen.length < 2 ? [{ ...one, kind: 'visit-missed', role: 'supervisor', due: addDays(again, escalatesDays) } as const] : []),
    ...(search ? [{ ...search, kind: 'search-child' } as const, { ...search, kind: 'search-review', role: 'supervisor' } as const] : []),
  ];
}
