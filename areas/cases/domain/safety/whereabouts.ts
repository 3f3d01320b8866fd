import { type Refusal, refuse } from '../../../../platform/decider/index.ts';
import { dangerousWhereabouts } from '../choices.ts';
import type { Place } from '../state/bestInterests.ts';
import type { CaseState } from '../state/case.ts';
import type { Stay } from '../state/placements.ts';
import { isSuspectAt, suspectsAtHome } from './suspectsAt.ts';

const placeOf = (state: CaseState, id: string): Place | undefined => state.bestInterests.places.find((place) => place.id === id);

/** What the assessment of a place until a day is worth on it; a place found unsafe since is not safe, and neither is one of a suspect. */
export function safetyOf(state: CaseState, place: string, day: string): Place['assessment']['result'] | 'not-assessed' | 'out-of-date' {
  const known = placeOf(state, place);
  if (!known) return 'not-assessed';
  if (known.assessment.result === 'not-safe' || isSuspectAt(state, place)) return 'not-safe';
  const then = [...known.earlier, known.assessment].findLast(({ on }) => on <= day);
  if (!then) return 'not-assessed';
  return then.until < day && then.result !== 'not-safe' ? 'out-of-date' : then.result;
}

/** Why a child may not be brought to a place on a day; undefined where its assessment allowed it then, and nothing is known against it now. */
export function unsafe(state: CaseState, place: string, day: string): Refusal | undefined {
  if (isSuspectAt(state, place)) return refuse('cases.suspect-at-place', {}, ['/place']);
  const safety = safetyOf(state, place, day);
  if (safety === 'not-assessed') return refuse('cases.place-not-assessed', {}, ['/place']);
  if (safety === 'out-of-date') return refuse('cases.place-out-of-date', {}, ['/place']);
  return safety === 'not-safe' ? refuse('cases.place-not-safe', {}, ['/place']) : undefined;
}

/** Where the child is now; undefined where that was never written down. */
export const stayNow = ({ placements }: Pick<CaseState, 'placements'>): Stay | undefined => {
  const last = placements.stays[placements.stays.length - 1];
  return last?.to === null ? last : undefined;
};

const dangers: readonly string[] = dangerousWhereabouts;
/** Whether the child is in danger where they stay, as far as it was written down; also where they left care and nobody knows where they are. */
export const isDangerous = ({ kind, reason }: Pick<Stay, 'kind' | 'reason'>): boolean =>
  dangers.includes(kind) || (kind === 'away' && reason !== 'moved-out');

/** Whether the child is where they stay only for a time. */
export function inInterimCare(state: CaseState): boolean {
  const kind = stayNow(state)?.kind;
  if (kind === 'shelter' || kind === 'hospital' || kind === 'other') return true;
  return (kind === 'foster' || kind === 'kin') && state.bestInterests.solution?.solution !== 'alternative-care';
}

const isHome = (kind: string | undefined) => kind === undefined || kind === 'home' || kind === 'family';
/** Whether a suspect lives with the child where they are, or visits there. */
export function isWithSuspect(state: CaseState): boolean {
  const stay = stayNow(state);
  return (isHome(stay?.kind) && suspectsAtHome(state).length > 0) || (stay?.place ? isSuspectAt(state, stay.place) : false);
}
