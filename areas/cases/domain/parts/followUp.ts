import { addDays, addMonths, type Context, changed, field, fields, has, refuse, without } from '../../../../platform/decider/index.ts';
import { type DomainScore, isRed } from '../../../forms/domain/index.ts';
import { limitsConsulted, limitsNow } from '../limits.ts';
import { command, definePart } from '../part.ts';
import { asksReview, missedVisitTasks } from '../safety/missedVisits.ts';
import { bornOf } from '../safety/protection.ts';
import { byAnother } from '../safety/review.ts';
import type { CaseState } from '../state/case.ts';
import { followUpEvents as events, type FollowUp, type FollowUpBegun, type Visit } from '../state/followUp.ts';

const planned = (id: string, due: string, earlier: readonly string[] = []): Visit => ({
  ...{ id, due, earlier: [...earlier], putOff: null, review: null },
  ...{ on: null, outcome: null, alone: null, scores: {}, answers: null },
});
const withVisit = (slice: FollowUp, id: string, more: Partial<Visit>): FollowUp => ({
  ...slice,
  visits: changed(slice.visits, id, more),
});
const among = ({ followUp: { visits } }: CaseState) => visits;
const byDue = (one: Visit, other: Visit) => one.due.localeCompare(other.due);

/** The visits at which the child was seen, in order of their days. */
const seenAt = ({ visits }: FollowUp): readonly Visit[] =>
  visits.filter(({ outcome }) => outcome === 'seen').sort((a, b) => a.on!.localeCompare(b.on!));

/** How the child fared at a visit: by the questionnaire that was answered at it, as it was amended last, or by the scores given without one. */
export function domainsAt(state: CaseState, { answers, scores }: Visit): readonly DomainScore[] {
  const answered = answers && state.answers.given.find(({ id }) => id === answers);
  if (answered) return answered.now.outcome.domains;
  return Object.entries(scores).map(([domain, score]) => ({ domain, score, red: false }));
}

/** Domains in which the child fared badly when it was last asked: a visit that does not ask of a domain says nothing of it. */
function redDomains(state: CaseState): readonly DomainScore[] {
  const asked = seenAt(state.followUp)
    .flatMap((visit) => domainsAt(state, visit))
    .filter((one) => one.score !== null || one.red);
  return [...new Map(asked.map((one) => [one.domain, one])).values()].filter(isRed);
}

/** Visits from a day on, on the schedule of the city; whoever asks for it consults the limits. */
export function followUpFrom(since: string, context: Context): FollowUpBegun {
  const { today, newId } = context;
  const { visitDays, values } = limitsNow(context);
  // What lies in the past is due today, once: a return that is written down late does not begin with a heap of missed visits.
  const days = visitDays.map((day) => addDays(since, day));
  const late = days.filter((day) => day < today).length;
  const due = late > 0 ? [today, ...days.slice(late).filter((day) => day > today)] : days;
  return { type: 'follow-up-begun', since, stableMonths: values.stableMonths, visits: due.map((day) => ({ id: newId(), due: day })) };
}

/** Visits after a return: on the city's schedule, each with how the child fares by domain. */
export const followUp = definePart(events)({
  slice: 'followUp',
  page: 'follow-up',
  initial: { since: null, visits: [], stableMonths: 0 },
  evolve: {
    // Begun anew, visits that were not made are those of the new schedule; what was seen stays.
    'follow-up-begun'(slice, { since, stableMonths, visits }, { placements: { returned } }) {
      // The visit that was next is moved with them, unless the child was handed over on that day.
      const [next] = returned?.on === since ? [] : slice.visits.filter(({ outcome }) => outcome === null).sort(byDue);
      const moved = (due: string) => (next ? [...next.earlier, next.due].filter((day) => day < due) : []);
      const anew = visits.map(({ id, due }, i) => planned(id, due, i === 0 ? moved(due) : []));
      return { since, stableMonths, visits: [...slice.visits.filter(({ outcome }) => outcome !== null), ...anew] };
    },
    'visit-added': (slice, { visit, due }) => ({ ...slice, visits: [...slice.visits, planned(visit, due)] }),
    'visit-moved': (slice, { visit, due, on = null, by = null }) => ({
      ...slice,
      visits: changed(slice.visits, visit, (one) => ({ due, earlier: [...one.earlier, one.due], putOff: { on, by }, review: null })),
    }),
    'visit-made': (slice, { visit, on, outcome, alone = null, scores, answers = null }) =>
      withVisit(slice, visit, { on, outcome, alone, scores, answers }),
    'visit-dropped': (slice, { visit, on = null, by = null }) =>
      withVisit(slice, visit, { outcome: 'dropped', putOff: { on, by }, review: null }),
    'visit-reviewed': (slice, { visit, upheld, on, by }) => withVisit(slice, visit, { review: { upheld, on, by } }),
    'visit-corrected': (slice, { visit, outcome, alone = null }) => withVisit(slice, visit, { outcome, alone }),
  },
  commands: {
    'begin-follow-up': command({
      summary: 'Plan visits to a child who returned home or found another lasting place, on the schedule of the city',
      by: 'worker',
      input: fields({ since: field.past }),
      consults: () => [limitsConsulted],
      decide(state, { since }, context) {
        if (since === state.followUp.since) return [];
        // Before that day the child was not where they are now.
        const from = state.placements.stays.at(-1)?.from ?? '';
        return since < from ? refuse('cases.follow-up-too-early', { from }, ['/since']) : [followUpFrom(since, context)];
      },
    }),
    'add-visit': command({
      summary: 'Plan a visit besides those of the schedule',
      by: 'worker',
      input: fields({ visit: field.id, due: field.coming }),
      decide: (state, given) => (has(among(state), given.visit) ? [] : [{ type: 'visit-added', ...given }]),
    }),
    'move-visit': command({
      summary: 'Move a planned visit to another day, and say why',
      by: 'worker',
      input: fields({ visit: field.id, due: field.coming, because: field.prose }),
      about: 'visit',
      decide(_, given, { today, actor }, { outcome, due }) {
        if (outcome) return refuse('cases.visit-over');
        return due === given.due ? [] : [{ type: 'visit-moved', ...given, on: today, by: actor.id }];
      },
    }),
    'make-visit': command({
      summary: 'Write down a visit: whether the child was seen, alone or not, how they fare by domain, what they say',
      by: 'team',
      input: without(events['visit-made'], 'by'),
      about: 'visit',
      decide(state, given, { actor }, known) {
        if (known.outcome) return refuse('cases.visit-over');
        const born = bornOf(state);
        if (born !== null && given.on < born.first) return refuse('cases.visit-before-birth', {}, ['/on']);
        if (state.followUp.since && given.on < state.followUp.since)
          return refuse('cases.visit-before-return', { since: state.followUp.since }, ['/on']);
        // A city's own questionnaire may ask it in its own way, or not at all.
        if (given.outcome === 'seen' && given.alone === undefined && given.answers === undefined)
          return refuse('cases.say-whether-alone', {}, ['/alone']);
        if (given.answers === undefined && given.note === undefined) return refuse('cases.say-what-was-seen', {}, ['/note']);
        if (given.outcome !== 'seen' && Object.keys(given.scores).length > 0) return refuse('cases.scores-of-nobody', {}, ['/scores']);
        return [{ type: 'visit-made', ...given, by: actor.id }];
      },
    }),
    'correct-visit': command({
      summary: 'What the amended answers to a visit say of whether the child was seen',
      by: 'system',
      input: events['visit-corrected'],
      about: 'visit',
      // What was written down without a questionnaire is no answer of one.
      among: (state) => among(state).filter(({ answers }) => answers),
      decide(_, given, _context, { outcome, alone }) {
        return outcome === given.outcome && alone === (given.alone ?? null) ? [] : [{ type: 'visit-corrected', ...given }];
      },
    }),
    'drop-visit': command({
      summary: 'Say that a planned visit is not made, and why',
      by: 'worker',
      input: without(events['visit-dropped'], 'on', 'by'),
      about: 'visit',
      decide(_, given, { today, actor }, { outcome }) {
        if (outcome === 'dropped') return [];
        return outcome ? refuse('cases.visit-over') : [{ type: 'visit-dropped', ...given, on: today, by: actor.id }];
      },
    }),
    'review-visit': command({
      summary: 'Say whether it is right that a visit was moved or dropped: what is not right counts as missed',
      by: 'supervisor',
      input: without(events['visit-reviewed'], 'on', 'by'),
      about: 'visit',
      among: (state) => among(state).filter(({ putOff }) => putOff),
      offered: (state) => among(state).some((visit) => asksReview(state, visit)),
      secondPerson: { ...byAnother, first: (_state, _input, { putOff }) => putOff?.by },
      decide: (_, given, { today, actor }, { review }) => (review ? [] : [{ type: 'visit-reviewed', ...given, on: today, by: actor.id }]),
    }),
  },
  tasks: (state) => [
    ...state.followUp.visits.flatMap(({ id, due, outcome }) => (outcome ? [] : [{ id, kind: 'visit' as const, who: null, due }])),
    ...missedVisitTasks(state),
  ],
  hinders(state, reason, today) {
    const slice = state.followUp;
    if (reason !== 'goals-met') return [];
    if (!slice.since) return [refuse('cases.follow-up-not-begun')];
    const red = redDomains(state).length;
    // From the opening at the earliest: how the child was before that, nobody of the office saw.
    const stable = addMonths([slice.since, state.openedOn].sort()[1]!, slice.stableMonths);
    const seen = seenAt(slice).at(-1)?.on;
    return [
      // Before that day nobody can have seen the child since.
      ...(today < stable ? [refuse('cases.not-stable-yet', { until: stable })] : []),
      ...(today >= stable && (!seen || seen < stable) ? [refuse('cases.not-seen-since', { since: stable })] : []),
      ...(red > 0 ? [refuse('cases.domains-red', { red })] : []),
    ];
  },
});
