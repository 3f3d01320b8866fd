import { type Refusal, refuse } from '../../../platform/decider/index.ts';
import { carerOf } from './protection.ts';
import type { Place } from './state/bestInterests.ts';
import type { CaseState } from './state/case.ts';
import type { Stay } from './state/placements.ts';

const placeOf = (state: CaseState, id: string): Place | undefined => state.bestInterests.places.find((place) => place.id === id);

/** What the last assessment of a place is worth on a day; a place of a suspect is not safe, whatever was found there before. */
export function safetyOf(state: CaseState, place: string, today: string): Place['assessment']['result'] | 'not-assessed' | 'out-of-date' {
  const known = placeOf(state, place);
  if (!known) return 'not-assessed';
  if (known.assessment.result === 'not-safe' || (known.carer !== null && carerOf(state, known.carer)?.suspect)) return 'not-safe';
  return known.assessment.until < today ? 'out-of-date' : known.assessment.result;
}

/** Why a child may not be brought to a place; undefined where its assessment allows it. */
export function unsafe(state: CaseState, place: string, today: string): Refusal | undefined {
  const safety = safetyOf(state, place, today);
  if (safety === 'not-assessed') return refuse('cases.place-not-assessed', {}, ['/place']);
  if (safety === 'out-of-date') return refuse('cases.place-out-of-date', {}, ['/place']);
  return safety === 'not-safe' ? refuse('cases.place-not-safe', {}, ['/place']) : undefined;
}

/** Where the child is now; undefined where that was never written down. */
export const stayNow = ({ placements }: Pick<CaseState, 'placements'>): Stay | undefined => {
  const last = placements.stays[placements.stays.length - 1];
  return last?.to === null ? last : undefined;
};

/** Whether the child is where it stays only for a time. */
export function inInterimCare(state: CaseState): boolean {
  const kind = stayNow(state)?.kind;
  if (kind === 'shelter' || kind === 'hospital' || kind === 'other') return true;
  return (kind === 'foster' || kind === 'kin') && state.bestInterests.solution?.solution !== 'alternative-care';
}

/**
 * What is known of the child's safety where it is: the assessment of the place, `away` where it left care and nobody knows where it is,
 * `with-suspect` where a suspect lives with it at home, `unknown` where nobody has written down where it is.
 */
export function safetyNow(state: CaseState, today: string): ReturnType<typeof safetyOf> | 'away' | 'with-suspect' | 'unknown' {
  const stay = stayNow(state);
  if (stay?.kind === 'away') return 'away';
  const atHome = !stay || stay.kind === 'home' || stay.kind === 'family';
  if (atHome && state.safeguards.carers.some(({ suspect, livesWithChild }) => suspect && livesWithChild)) return 'with-suspect';
  return stay?.place ? safetyOf(state, stay.place, today) : 'unknown';
}
