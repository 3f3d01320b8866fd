import { addDays, type Context, changed, field, fields, has, type Refusal, refuse, without } from '../../../../platform/decider/index.ts';
import { type hearings, panelRoles, professions, solutions } from '../choices.ts';
import { limitsConsulted, limitsNow } from '../limits.ts';
import { command, definePart } from '../part.ts';
import {
  ageIn,
  carerOf,
  guardianFirst,
  guardianOf,
  lacksGuardian,
  needsIndependentGuardian,
  treatedAsChild,
} from '../safety/protection.ts';
import { knownAgainst, reconsiderSince } from '../safety/reconsider.ts';
import {
  hardlyTwo,
  isLikeSuspect,
  isNamed,
  isNameOfSuspect,
  plainName,
  suspectsConsulted,
  suspectsIn,
  suspectsNamedIn,
} from '../safety/suspectsAt.ts';
import { stayNow } from '../safety/whereabouts.ts';
import { type Assessment, bestInterestsEvents } from '../state/bestInterests.ts';
import type { CaseState } from '../state/case.ts';

const { 'best-interests-determined': determined, 'place-assessed': assessed } = bestInterestsEvents;

/** What may be chosen today; a log may hold more. */
const solution = field.word('solution', solutions);

const isUnsafe = ({ result }: Assessment) => (result === 'not-safe' ? 1 : 0);
/** The last one last, also where it was written down late; of those of one day the dangerous word counts. */
const byDay = (a: Assessment, b: Assessment) => a.on.localeCompare(b.on) || isUnsafe(a) - isUnsafe(b);

/** Days after a placement within which what is best for the child is assessed. */
const assessWithin = 14;

/** Why nobody can say yet what is best: a child old enough to be asked is heard, or it is said why they cannot be. */
function notHeard(
  state: CaseState,
  { hearing, childView }: { readonly hearing: (typeof hearings)[number]; readonly childView: string },
  context: Context,
): Refusal | undefined {
  const age = ageIn(state, context.today);
  const mayBeAsked = age === null || age.most >= limitsNow(context).values.assentFromAge;
  if (hearing === 'observed' && mayBeAsked) return refuse('cases.hear-the-child', {}, ['/hearing']);
  if ((hearing === 'heard' || hearing === 'observed') && childView === '') return refuse('cases.write-child-view', {}, ['/childView']);
  return hearing === 'not-possible' && childView === '' ? refuse('cases.say-why-not-heard', {}, ['/childView']) : undefined;
}

/** Why a panel does not determine what is best: it has all its roles, each by somebody else, and no suspect. */
function panelRefused(
  state: CaseState,
  {
    participants,
    apart,
  }: { readonly participants: readonly { readonly role: string; readonly name: string }[]; readonly apart?: string | undefined },
  context: Context,
): Refusal | undefined {
  const { today } = context;
  if (lacksGuardian(state, today)) return refuse('cases.panel-guardian-first');
  const names = participants.map(({ name }) => name);
  if (names.some((name) => isNameOfSuspect(state, name)) || state.links.suspects.some(({ suspect }) => isNamed(context, suspect, names)))
    return refuse('cases.panel-suspect', {}, ['/participants']);
  // A name is spelt in many ways: whether it is the same person, a person says.
  if (!apart && isLikeSuspect(state, { people: participants }, context)) return refuse('cases.panel-like-suspect', {}, ['/apart']);
  if (!apart && names.some((name, i) => names.slice(i + 1).some((other) => hardlyTwo(name, other))))
    return refuse('cases.panel-alike', {}, ['/apart']);
  const { situation } = state.safeguards;
  const alone = situation === 'unaccompanied' || situation === 'separated';
  const guarded = treatedAsChild(state, today) && (alone || needsIndependentGuardian(state));
  const needed = [[...panelRoles], guarded ? ['guardian'] : []].flat().map((role) => [role] as readonly string[]);
  const seats = [...needed, professions];
  const guardian = guardianOf(state);
  // The seat of the guardian is of the one who acts for the child.
  const isGuardian = ({ role, name }: { readonly role: string; readonly name: string }) =>
    role !== 'guardian' || (guardian !== undefined && plainName(guardian.name) === plainName(name));
  const people = seats.map((roles) =>
    participants.filter((one) => roles.includes(one.role) && isGuardian(one)).map(({ name }) => plainName(name)),
  );
  return canSeat(people)
    ? undefined
    : refuse(guarded ? 'cases.panel-incomplete-guardian' : 'cases.panel-incomplete', {}, ['/participants']);
}

/** Whether each seat can be taken by a person of its own. */
function canSeat([first, ...rest]: readonly (readonly string[])[], taken: readonly string[] = []): boolean {
  return first === undefined || first.some((name) => !taken.includes(name) && canSeat(rest, [...taken, name]));
}

/**
 * What is best for the child, found before anything lasting is decided (UNICEF guidelines 2006: best-interests determination, durable
 * solution), and whether a place is safe for it.
 */
export const bestInterests = definePart(bestInterestsEvents)({
  slice: 'bestInterests',
  page: 'care',
  initial: { assessments: [], determinations: [], solution: null, places: [] },
  evolve: {
    'interests-assessed': (slice, { type: _, assessment: id, ...one }) => ({
      ...slice,
      assessments: [...slice.assessments, { id, ...one }],
    }),
    'best-interests-determined': (slice, { type: _, determination: id, ...one }, state) => ({
      ...slice,
      determinations: [
        ...slice.determinations.filter((other) => other.id !== id),
        { id, ...one, askedAgain: null, knew: knownAgainst(state).map(({ key }) => key) },
      ],
    }),
    'reconsideration-asked': (slice, { determination, on }) => ({
      ...slice,
      determinations: changed(slice.determinations, determination, { askedAgain: on }),
    }),
    'solution-decided': (slice, { type: _, ...solution }) => ({ ...slice, solution }),
    'place-assessed'(slice, { type: _, place: id, kind, name, country, carer, assessment, ...found }) {
      const before = slice.places.find((other) => other.id === id);
      const all = [...(before ? [...before.earlier, before.assessment] : []), { id: assessment, ...found }].sort(byDay);
      const place = { id, kind, name, country, carer, assessment: all.at(-1)!, earlier: all.slice(0, -1) };
      return { ...slice, places: [...slice.places.filter((other) => other.id !== id), place] };
    },
  },
  commands: {
    'assess-interests': command({
      summary: 'Write down what is weighed for the child before anything is decided about them, and what the child says',
      by: 'worker',
      input: without(bestInterestsEvents['interests-assessed'], 'by'),
      consults: () => [limitsConsulted],
      decide(state, one, context) {
        if (has(state.bestInterests.assessments, one.assessment)) return [];
        const unheard = notHeard(state, one, context);
        if (unheard) return unheard;
        if (one.hearing === 'not-yet') return refuse('cases.child-view-first', {}, ['/hearing']);
        if (one.reviewOn <= context.today) return refuse('cases.review-to-come', {}, ['/reviewOn']);
        return [{ type: 'interests-assessed', ...one, by: context.actor.id }];
      },
    }),
    'ask-reconsideration': command({
      summary: 'Ask that what was determined to be best for the child is considered again, because of new facts or the child\u2019s word',
      by: 'team',
      input: without(bestInterestsEvents['reconsideration-asked'], 'by'),
      about: 'determination',
      decide(_, given, { actor }, { askedAgain }) {
        return askedAgain ? [] : [{ type: 'reconsideration-asked', ...given, by: actor.id }];
      },
    }),
    'record-determination': command({
      summary: 'Write down what a panel determined to be best for the child, who was on it and what the child says',
      by: 'worker',
      input: fields({ ...determined.properties, solution }),
      consults: (_, state) => [limitsConsulted, ...suspectsConsulted(state)],
      decide(state, one, context) {
        const known = state.bestInterests.determinations.find(({ id }) => id === one.determination);
        // Recorded before the child was heard, it is completed once they were.
        if (known && (known.hearing !== 'not-yet' || one.hearing === 'not-yet')) return [];
        if (!state.bestInterests.assessments.some(({ on }) => on <= one.on)) return refuse('cases.assess-interests-first');
        const wrong = panelRefused(state, one, context) ?? notHeard(state, one, context);
        if (wrong) return wrong;
        if (one.wish === 'not-followed' && !one.whyNot) return refuse('cases.say-why-not-followed', {}, ['/whyNot']);
        if (one.reviewOn <= context.today) return refuse('cases.review-to-come', {}, ['/reviewOn']);
        return [{ type: 'best-interests-determined', ...one }];
      },
    }),
    'decide-solution': command({
      summary: 'Decide where and with whom the child is to live for good',
      by: 'supervisor',
      input: fields({ solution }),
      decide(state, { solution }, { today, actor }) {
        const missing = guardianFirst(state, today);
        if (missing) return missing;
        const last = state.bestInterests.determinations.at(-1);
        if (!last) return refuse('cases.determination-first', {}, ['/solution']);
        if (lacksGuardian(state, today)) return refuse('cases.panel-guardian-first');
        if (last.hearing === 'not-yet') return refuse('cases.child-view-first');
        const since = reconsiderSince(state);
        if (since) return refuse('cases.reconsider-first', { on: since }, ['/solution']);
        if (last.reviewOn < today) return refuse('cases.determination-over', { on: last.reviewOn }, ['/solution']);
        if (last.solution !== solution) return refuse('cases.determined-otherwise', {}, ['/solution']);
        const known = state.bestInterests.solution;
        if (known?.solution === solution && known.determination === last.id) return [];
        return [{ type: 'solution-decided', solution, determination: last.id, on: today, by: actor.id }];
      },
    }),
    'assess-place': command({
      summary: 'Write down whether a place or a family is safe for the child, who looked, and why',
      by: 'worker',
      input: without(assessed, 'until', 'suspects'),
      consults: (_, state) => [limitsConsulted, ...suspectsConsulted(state)],
      decide(state, one, context) {
        if (state.bestInterests.places.some(({ assessment, earlier }) => [...earlier, assessment].some(({ id }) => id === one.assessment)))
          return [];
        if (one.country !== null && one.jointlyWith === '') return refuse('cases.assess-jointly', {}, ['/jointlyWith']);
        const carer = one.carer === null ? undefined : carerOf(state, one.carer);
        if (one.carer !== null && !carer) return refuse('cases.no-such-carer', {}, ['/carer']);
        const suspects = suspectsNamedIn(state, one, context);
        if (one.result !== 'not-safe' && suspects.length + suspectsIn(state, one).length > 0)
          return refuse('cases.place-of-suspect', {}, ['/result']);
        if (one.result !== 'not-safe' && !one.notSuspect && isLikeSuspect(state, one, context))
          return refuse('cases.place-like-suspect', {}, ['/notSuspect']);
        return [
          {
            type: 'place-assessed',
            ...one,
            ...(suspects.length > 0 ? { suspects: [...suspects] } : {}),
            until: addDays(one.on, limitsNow(context).values.placeRiskDays),
          },
        ];
      },
    }),
  },
  tasks(state) {
    const { assessments, determinations } = state.bestInterests;
    const [weighed, determined] = [assessments.at(-1), determinations.at(-1)];
    const stay = stayNow(state);
    const placed = stay?.place && stay.kind !== 'home' && !assessments.some(({ on }) => on >= stay.from);
    return [
      ...(placed ? [{ id: stay.id, kind: 'interests-assessment' as const, who: null, due: addDays(stay.from, assessWithin) }] : []),
      ...(weighed && !determined ? [{ id: weighed.id, kind: 'interests-review' as const, who: null, due: weighed.reviewOn }] : []),
      ...(determined
        ? [{ id: determined.id, kind: 'best-interests-review' as const, who: null, due: reconsiderSince(state) ?? determined.reviewOn }]
        : []),
    ];
  },
});
