import { addDays, changed, field, fields, has, type Refusal, refuse, without } from '../../../../platform/decider/index.ts';
import { homeward, mustPrepare, preparations } from '../choices.ts';
import { limitsConsulted, limitsNow } from '../limits.ts';
import { command, definePart } from '../part.ts';
import { protectsFirst } from '../safety/closing.ts';
import { consentFor, holds } from '../safety/consentFor.ts';
import { answeredByPlacing, dangersOfPlace } from '../safety/danger.ts';
import { anyGuardianFirst, carerOf, guardianFirst, isSuspect } from '../safety/protection.ts';
import { reconsiderSince } from '../safety/reconsider.ts';
import { isSuspectAt, suspectsAtHome } from '../safety/suspectsAt.ts';
import { inInterimCare, isDangerous, safetyOf, stayNow, unsafe } from '../safety/whereabouts.ts';
import type { CaseState } from '../state/case.ts';
import { placementEvents as events, type Placements, type Stay, type Tracing } from '../state/placements.ts';
import { followUpFrom } from './followUp.ts';

const placing = fields({ ...without(events['child-placed'], 'name').properties, from: field.past });

/** A stay begins, and the one before it ends on the same day: the history has no gaps. */
const moved = (slice: Placements, stay: Omit<Stay, 'to'>): Placements => ({
  ...slice,
  stays: [...slice.stays.map((one) => (one.to === null ? { ...one, to: stay.from } : one)), { ...stay, to: null }],
});

/** A stay that came before the last, which began no earlier than the one before both. */
function before(slice: Placements, last: Stay, stay: Omit<Stay, 'from' | 'to'>): Placements {
  const others = slice.stays.slice(0, -1);
  const since = stay.recorded?.since ?? last.from;
  const [from] = [[since, others.at(-1)?.from ?? ''].sort()[1]!, last.from].sort() as [string];
  const ended = others.map((one, i) => (i === others.length - 1 ? { ...one, to: from } : one));
  return { ...slice, stays: [...ended, { ...stay, from, to: last.from }, last] };
}

/** What a stay has that is in no place of the case. */
const nowhere = { place: null, name: '', responsible: '', emergencyUntil: null, recorded: null } as const;

/** What speaks against a move on a day, wherever it leads. */
function outOfOrder({ placements }: CaseState, day: string, field: string): Refusal | undefined {
  const last = placements.stays[placements.stays.length - 1];
  return last && day < last.from ? refuse('cases.placement-order', {}, [field]) : undefined;
}

/** Why no child is brought to their family while a suspect lives with them. */
const toSuspect = (state: CaseState, kind: string): Refusal | undefined =>
  kind === 'family' && suspectsAtHome(state).length > 0 ? refuse('cases.suspect-at-home', {}, ['/place']) : undefined;

/** Where the office cares for a child for the time being: this waits for no guardian. */
const interim: readonly string[] = ['shelter', 'hospital', 'foster'];

/** Why a placement is not of that kind: the place was assessed as another, for which other rules hold. */
const ofAnotherKind = ({ bestInterests }: CaseState, { place, kind }: { readonly place: string; readonly kind: string }) =>
  bestInterests.places.some((one) => one.id === place && one.kind !== kind)
    ? refuse('cases.place-of-another-kind', {}, ['/kind'])
    : undefined;

/** Why a child does not stay on in an emergency: somebody must have looked at the place since they were brought there. */
function notLookedAtYet({ placements, bestInterests }: CaseState, place: string): Refusal | undefined {
  const since = placements.stays.find((one) => one.place === place && one.emergencyUntil !== null)?.from;
  const looked = bestInterests.places.find(({ id }) => id === place)?.assessment.on ?? '';
  return since !== undefined && looked < since ? refuse('cases.emergency-not-looked-at', {}, ['/place']) : undefined;
}

const known = ({ placements }: CaseState, id: string) => has(placements.stays, id);

/** Where the child lives, and reunification: interim care, family tracing, preparation, return. */
export const placements = definePart(events)({
  slice: 'placements',
  page: 'care',
  initial: { stays: [], tracings: [], prepared: [], returned: null },
  evolve: {
    'child-placed': (slice, { type: _, placement: id, ...stay }) => ({
      ...moved(slice, { id, ...stay, emergencyUntil: null, recorded: null }),
      returned: null,
    }),
    'child-placed-in-emergency': (slice, { type: _, placement: id, until, by: _by, ...stay }) => ({
      ...moved(slice, { id, ...stay, emergencyUntil: until, recorded: null }),
      returned: null,
    }),
    'whereabouts-recorded': (slice, { type: _, stay: id, fact, note = '', alarm: _alarm, ...recorded }) => {
      const last = slice.stays.at(-1);
      const stay = { ...nowhere, id, kind: fact, reason: note, recorded };
      // Said late of a time before the child came into danger, it is where they were then: it ends no danger.
      const since = last?.recorded?.since ?? last?.from ?? '';
      if (last && isDangerous(last) && recorded.since < since && !isDangerous(stay)) return before(slice, last, stay);
      // Else what was written down last is where the child is now, also where it is said of a time for which something else is written down.
      const [from] = [recorded.since, last?.from ?? ''].sort().reverse() as [string];
      return moved(slice, { ...stay, from });
    },
    'child-left': (slice, { stay: id, on, how }) => moved(slice, { ...nowhere, id, kind: 'away', from: on, reason: how }),
    'tracing-requested': (slice, { type: _, tracing: id, ...requested }) => ({
      ...slice,
      tracings: [...slice.tracings, { id, ...requested, step: 'searching', note: '' } satisfies Tracing],
    }),
    'tracing-went-on': (slice, { tracing: id, step, on, note }) => ({
      ...slice,
      tracings: changed(slice.tracings, id, { step, on, note }),
    }),
    'return-prepared': (slice, { done }) => ({ ...slice, prepared: done }),
    returned: (slice, { return: id, on, place, carer, name, escortedBy, handover }) => ({
      ...moved(slice, { ...nowhere, id, kind: 'home', place, name, from: on, reason: handover, responsible: escortedBy }),
      prepared: [],
      returned: { id, on, place, carer },
    }),
  },
  commands: {
    'place-child': command({
      summary: 'Say where the child lives for now, from when, why and who answers for it',
      by: 'worker',
      input: placing,
      decide(state, one, { today, actor }) {
        if (known(state, one.placement)) return [];
        const missing = interim.includes(one.kind) ? undefined : guardianFirst(state, today);
        if (missing) return missing;
        const wrong =
          outOfOrder(state, one.from, '/from') ??
          toSuspect(state, one.kind) ??
          unsafe(state, one.place, one.from) ??
          ofAnotherKind(state, one);
        if (wrong) return wrong;
        const { name } = state.bestInterests.places.find(({ id }) => id === one.place)!;
        return [{ type: 'child-placed', ...one, name }, ...answeredByPlacing(state, one, actor.id)];
      },
    }),
    'place-in-emergency': command({
      summary: 'Place a child in danger where nobody could look before; the place is assessed within the city\u2019s limit',
      by: 'supervisor',
      input: fields({ ...placing.properties, name: field.name }),
      consults: () => [limitsConsulted],
      decide(state, one, context) {
        const { today, actor } = context;
        if (known(state, one.placement)) return [];
        const wrong = outOfOrder(state, one.from, '/from') ?? toSuspect(state, one.kind) ?? notLookedAtYet(state, one.place);
        if (wrong) return wrong;
        if (isSuspectAt(state, one.place)) return refuse('cases.suspect-at-place', {}, ['/place']);
        if (safetyOf(state, one.place, today) === 'not-safe') return refuse('cases.place-not-safe', {}, ['/place']);
        const until = addDays(one.from, limitsNow(context).values.emergencyPlacementDays);
        return [{ type: 'child-placed-in-emergency', ...one, until, by: actor.id }];
      },
    }),
    'record-whereabouts': command({
      summary:
        'Write down where the child is as a fact, also where no child may be placed: detention, the street, an employer, an unsafe home',
      by: 'team',
      input: without(events['whereabouts-recorded'], 'on', 'by', 'alarm'),
      decide(state, one, { today, actor }) {
        const alarm = isDangerous({ kind: one.fact, reason: '' }) && stayNow(state)?.kind !== one.fact;
        return known(state, one.stay) ? [] : [{ type: 'whereabouts-recorded', ...one, on: today, by: actor.id, alarm }];
      },
    }),
    'record-leaving': command({
      summary: 'Say that the child left where they were placed, and how',
      by: 'worker',
      input: events['child-left'],
      decide(state, one) {
        if (known(state, one.stay)) return [];
        const now = stayNow(state);
        if (!now || now.kind === 'away' || now.kind === 'unknown') return refuse('cases.nowhere-to-leave');
        return outOfOrder(state, one.on, '/on') ?? [{ type: 'child-left', ...one }];
      },
    }),
    'request-tracing': command({
      summary: 'Have somebody of the child\u2019s family searched for, with consent',
      by: 'worker',
      input: without(events['tracing-requested'], 'on'),
      decide(state, one, { today }) {
        if (has(state.placements.tracings, one.tracing)) return [];
        if (!holds(consentFor(state, 'family-tracing', today))) return refuse('cases.tracing-consent');
        return [{ type: 'tracing-requested', ...one, on: today }];
      },
    }),
    'record-tracing': command({
      summary: 'Say how far the search for somebody of the family has come',
      by: 'worker',
      input: events['tracing-went-on'],
      about: 'tracing',
      decide(state, one, { today }, now) {
        // What those who search found, and that they stopped, is a fact; to search on and to go to the family are not.
        const goesOn = one.step === 'searching' || one.step === 'verified';
        if (goesOn && !holds(consentFor(state, 'family-tracing', today))) return refuse('cases.tracing-consent', {}, ['/step']);
        if (one.step === 'verified' && now.step !== 'found' && now.step !== 'verified') return refuse('cases.found-first', {}, ['/step']);
        if (one.step === 'verified' && one.note === '') return refuse('cases.say-how-verified', {}, ['/note']);
        return now.step === one.step && now.note === one.note ? [] : [{ type: 'tracing-went-on', ...one }];
      },
    }),
    'prepare-return': command({
      summary: 'Tick off what is seen to before the child goes home',
      by: 'worker',
      input: without(events['return-prepared'], 'on'),
      decide(state, { done }, { today }) {
        const list = preparations.filter((one) => done.includes(one));
        return list.join() === state.placements.prepared.join() ? [] : [{ type: 'return-prepared', done: list, on: today }];
      },
    }),
    'record-return': command({
      summary: 'Write down that the child went home: when, to whom, who went with them, and how they were handed over',
      by: 'worker',
      input: without(events.returned, 'name'),
      consults: () => [limitsConsulted],
      decide(state, one, context) {
        if (known(state, one.return)) return [];
        const missingGuardian = anyGuardianFirst(state, context.today);
        if (missingGuardian) return missingGuardian;
        const carer = carerOf(state, one.carer);
        if (!carer) return refuse('cases.no-such-carer', {}, ['/carer']);
        if (isSuspect(state, carer)) return refuse('cases.return-to-suspect', {}, ['/carer']);
        const { solution: decided } = state.bestInterests;
        if (!decided || !homeward.includes(decided.solution)) return refuse('cases.solution-first');
        // What a later panel determined counts, until a supervisor decides on it.
        const rests = state.bestInterests.determinations.at(-1);
        if (rests?.id !== decided.determination || rests.solution !== decided.solution) return refuse('cases.determined-since');
        const since = reconsiderSince(state);
        if (since) return refuse('cases.reconsider-first', { on: since });
        if (rests.reviewOn < one.on) return refuse('cases.determination-over', { on: rests.reviewOn }, ['/on']);
        if (one.on < decided.on) return refuse('cases.return-before-decision', { on: decided.on }, ['/on']);
        const danger = unsafe(state, one.place, one.on);
        if (danger) return danger;
        const { tracings, prepared } = state.placements;
        const reached = tracings.map(({ step }) => step);
        if (reached.includes('found') && !reached.includes('verified')) return refuse('cases.family-unverified');
        const missing = mustPrepare.filter((item) => !prepared.includes(item)).length;
        if (missing > 0) return refuse('cases.return-unprepared', { missing });
        const wrong = toSuspect(state, 'family') ?? outOfOrder(state, one.on, '/on');
        if (wrong) return wrong;
        const { name } = state.bestInterests.places.find(({ id }) => id === one.place)!;
        // The visits of the follow-up part begin with the return: an event of this record, though not of this part.
        return [{ type: 'returned', ...one, name }, followUpFrom(one.on, context)];
      },
    }),
  },
  tasks(state) {
    const stay = stayNow(state);
    // Where the child is in danger there is something else to do first.
    if (!stay || stay.kind === 'away' || dangersOfPlace(state).length > 0) return [];
    const { place, emergencyUntil, from } = stay;
    // Whoever looked at the place since then has done what the emergency left undone.
    const looked = state.bestInterests.places.find(({ id }) => id === place)?.assessment;
    if (emergencyUntil && !(looked && looked.on >= from)) return [{ id: stay.id, kind: 'assess-place', who: null, due: emergencyUntil }];
    return stay.kind !== 'home' && looked ? [{ id: stay.id, kind: 'assess-place', who: null, due: looked.until }] : [];
  },
  hinders(state, reason) {
    if (!protectsFirst(reason)) return [];
    const stay = stayNow(state);
    const lost = stay?.kind === 'away' || stay?.kind === 'unknown';
    const danger = stay && isDangerous(stay);
    return [
      ...(inInterimCare(state) ? [refuse('cases.in-interim-care')] : []),
      // Of a child who cannot be found, the search is what must be done.
      ...(danger && lost && reason !== 'lost' ? [refuse('cases.child-away')] : []),
      ...(danger && !lost ? [refuse('cases.child-in-danger')] : []),
    ];
  },
});
