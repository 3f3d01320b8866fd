import { daysBetween, has, type Refusal, refuse, without } from '../../../../platform/decider/index.ts';
import { limitsConsulted, limitsNow } from '../limits.ts';
import { command, definePart } from '../part.ts';
import { protectsFirst } from '../safety/closing.ts';
import { safetyNow } from '../safety/danger.ts';
import { carerOf, mayConsent, treatedAsChild } from '../safety/protection.ts';
import { childSeenOn } from '../safety/seen.ts';
import { isDangerous, stayNow } from '../safety/whereabouts.ts';
import type { CaseState } from '../state/case.ts';
import { closingEvents as events } from '../state/closing.ts';
import { traffickingOf } from './identification.ts';

/** What stands in the way where the child is not known to be safe; a danger that was recorded as a fact is a placement's. */
function dangers(state: CaseState, reason: string, today: string): readonly Refusal[] {
  const stay = stayNow(state);
  if (!protectsFirst(reason) || (stay && isDangerous(stay))) return [];
  const safety = safetyNow(state, today);
  // Where nobody could look before an emergency placement, somebody looks before the case ends.
  if (safety === 'not-assessed') return [refuse('cases.place-not-assessed')];
  return safety === 'not-safe' || safety === 'with-suspect' ? [refuse('cases.danger-open')] : [];
}

/** Reasons for which a case is not closed where the child is, or may be, a victim of trafficking. Of an adult the last two are their own word. */
const neverOfVictim = ['unfounded', 'opened-in-error'];
const neverOfChildVictim = [...neverOfVictim, 'lost', 'services-declined'];

const ofVictim = (state: CaseState, reason: string, today: string): boolean =>
  traffickingOf(state) !== null && (treatedAsChild(state, today) ? neverOfChildVictim : neverOfVictim).includes(reason);

/** The steps of the search since the child was seen last, in order of their days. */
export function searchNow(state: CaseState): CaseState['closing']['search'] {
  const seen = childSeenOn(state);
  return state.closing.search.filter(({ on }) => seen === null || on > seen).toSorted((a, b) => a.on.localeCompare(b.on));
}

/** Why the search for a child is not over yet. */
function searching(state: CaseState, today: string): readonly Refusal[] {
  const search = searchNow(state);
  const [first] = search;
  if (!first) return [refuse('cases.not-searched')];
  const { leastSteps, leastDays } = state.closing.search.at(-1)!;
  const [steps, days] = [search.length, daysBetween(first.on, today)];
  return steps < leastSteps || days < leastDays ? [refuse('cases.search-too-short', { steps, leastSteps, days, leastDays })] : [];
}

/** Why it does not hold yet that services were declined: the child and a carer who may decide for them must have said so. */
function declining(state: CaseState, today: string): readonly Refusal[] {
  const { declined } = state.closing;
  if (!declined) return [refuse('cases.not-declined')];
  if (declined.child === 'wants-services') return [refuse('cases.child-wants-services')];
  if (!treatedAsChild(state, today)) return declined.child === 'declines' ? [] : [refuse('cases.not-declined')];
  const carer = declined.carer === null ? undefined : carerOf(state, declined.carer);
  return carer && mayConsent(state, carer, declined.on) ? [] : [refuse('cases.declined-without-authority')];
}

/** Whether the child has another case, as far as this one says: of the same person, or linked as that of the same child. */
const hasOtherCase = ({ double, links }: CaseState): boolean => double || links.cases.some(({ kind }) => kind === 'same-child');

/** What must be so before a case is closed for a reason, whatever its plan says. */
export const closing = definePart(events)({
  slice: 'closing',
  page: 'follow-up',
  initial: { search: [], declined: null },
  evolve: {
    'search-step-recorded': (slice, { type: _, step: id, by: recordedBy, ...step }) => ({
      ...slice,
      search: [...slice.search, { id, ...step, recordedBy }],
    }),
    'services-declined': (slice, { type: _, by: _by, ...declined }) => ({ ...slice, declined }),
  },
  commands: {
    'record-search-step': command({
      summary: 'Record what was done to find a child, when and by whom',
      by: 'team',
      input: without(events['search-step-recorded'], 'by', 'leastSteps', 'leastDays'),
      consults: () => [limitsConsulted],
      decide(state, given, context) {
        if (has(state.closing.search, given.step)) return [];
        const { searchSteps: leastSteps, searchDays: leastDays } = limitsNow(context).values;
        return [{ type: 'search-step-recorded', ...given, by: context.actor.id, leastSteps, leastDays }];
      },
    }),
    'decline-services': command({
      summary: 'Record that services were declined: what the child and a carer say, and how danger was ruled out',
      by: 'worker',
      input: without(events['services-declined'], 'by'),
      decide(state, given, { actor }) {
        if (given.carer !== null && !carerOf(state, given.carer)) return refuse('cases.no-such-carer', {}, ['/carer']);
        return [{ type: 'services-declined', ...given, by: actor.id }];
      },
    }),
  },
  hinders(state, reason, today) {
    return [
      ...(ofVictim(state, reason, today) ? [{ ...refuse('cases.victim-not-closed'), page: 'identification' as const }] : []),
      ...(reason === 'of-age' && treatedAsChild(state, today) ? [{ ...refuse('cases.may-be-child'), page: 'protection' as const }] : []),
      ...dangers(state, reason, today).map((one) => ({ ...one, page: 'protection' as const })),
      // Where the work on the child goes on, nothing of this case is left to be done: only if there is such a case.
      ...(reason === 'duplicate' && !hasOtherCase(state) ? [{ ...refuse('cases.no-other-case'), page: null }] : []),
      ...(reason === 'lost' ? searching(state, today) : []),
      ...(reason === 'services-declined' ? declining(state, today).map((one) => ({ ...one, page: 'plan' as const })) : []),
    ];
  },
});
