import { addDays } from '../../../../platform/decider/index.ts';
import type { Task } from '../part.ts';
import type { CaseState } from '../state/case.ts';
import { childSeenOn } from './seen.ts';

/** Within how many days a visit at which the child was not seen is made again, and after how many more a supervisor takes it up. Ours. */
const againDays = 3;
const escalatesDays = 3;
/** After how many days without a step the search waits again. Ours. */
const stepDays = 7;

interface Missed {
  readonly id: string;
  /** The day on which it is known to have been missed. */
  readonly on: string;
}

/** Visits at which the child was not seen, since they were seen last, in order of their days. */
function notSeenAt(state: CaseState): readonly Missed[] {
  const seen = childSeenOn(state) ?? '';
  return state.followUp.visits
    .flatMap(({ id, on, outcome }) => ((outcome === 'not-found' || outcome === 'refused') && on! > seen ? [{ id, on: on! }] : []))
    .sort((a, b) => a.on.localeCompare(b.on));
}

/** Visits that are planned, each as missed if nobody makes it: on the day after it was due. */
function toCome(state: CaseState): readonly Missed[] {
  const seen = childSeenOn(state) ?? '';
  return state.followUp.visits
    .flatMap(({ id, due, outcome }) => (outcome === null && due >= seen ? [{ id, on: addDays(due, 1) }] : []))
    .sort((a, b) => a.on.localeCompare(b.on));
}

/** How many visits in a row were missed by a day. */
export const missedVisits = (state: CaseState, today: string): number =>
  notSeenAt(state).length + toCome(state).filter(({ on }) => on <= today).length;

/**
 * What a missed visit leaves to do: to visit again within days; then a supervisor takes it up; two in a row are a search, until the child is seen.
 * What begins only when a visit that is planned will have been missed is due on that day, and shown from then on.
 */
export function missedVisitTasks(state: CaseState): readonly Task[] {
  const notSeen = notSeenAt(state);
  const waiting = toCome(state);
  const [missed, second] = [...notSeen, ...waiting];
  if (!missed) return [];
  const again = notSeen.length > 0 ? addDays(missed.on, againDays) : missed.on;
  const one = { id: missed.id, who: null } as const;
  const steps = state.closing.search.flatMap(({ on }) => (second && on >= second.on ? [addDays(on, stepDays)] : []));
  const search = second && { id: second.id, who: null, due: [second.on, ...steps].sort().at(-1)! };
  return [
    ...(notSeen.length === 1 ? [{ ...one, kind: 'visit-again', due: again } as const] : []),
    ...(notSeen.length < 2 ? [{ ...one, kind: 'visit-missed', role: 'supervisor', due: addDays(again, escalatesDays) } as const] : []),
    ...(search ? [{ ...search, kind: 'search-child' } as const, { ...search, kind: 'search-review', role: 'supervisor' } as const] : []),
  ];
}
