import { Type } from 'typebox';
import {
  coded,
  command,
  fields,
  Id,
  IdOf,
  IsoDate,
  identity,
  Line,
  Maybe,
  narrative,
  oneOf,
  Prose,
  refuse,
  shown,
} from '../../../../platform/decider/index.ts';
import { namePattern } from '../../../forms/domain/index.ts';
import { acts, bodies, exploitations, means, statuses } from '../choices.ts';
import { definePart } from '../part.ts';
import type { CaseState } from '../state/case.ts';
import type { Decision, IdentificationSlice, Review } from '../state/identification.ts';

const some = <const T extends readonly string[]>(of: T) => Type.Array(oneOf(...of), { maxItems: of.length });

const decision = {
  decision: Id,
  status: oneOf(...statuses),
  body: oneOf(...bodies),
  bodyName: Line,
  decidedBy: Maybe(Line),
  on: IsoDate,
  reviewUntil: Maybe(IsoDate),
  act: some(acts),
  means: some(means),
  exploitation: some(exploitations),
  screening: Maybe(Id),
  items: Type.Array(Type.String({ pattern: namePattern }), { maxItems: 200 }),
  reasons: Prose,
};
const RecordInput = fields({ ...decision, again: Type.Optional(Type.Boolean()) });

/** Whether a decision stands: it was not set aside. */
export const stands = ({ reviews }: Decision): boolean => !reviews.some(({ settled }) => settled?.outcome === 'set-aside');
const openReview = ({ reviews }: Decision) => reviews.find(({ settled }) => settled === null);
const found = ({ status }: Pick<Decision, 'status'>) => status !== 'not-a-victim';
const standingOf = (state: CaseState) => state.identification.decisions.filter((one) => stands(one) && found(one));
const decisionOf = (state: CaseState, id: string) => state.identification.decisions.find((one) => one.id === id);

const withReviews = (
  slice: IdentificationSlice,
  id: string,
  change: (reviews: readonly Review[]) => readonly Review[],
): IdentificationSlice => ({
  ...slice,
  decisions: slice.decisions.map((one) => (one.id === id ? { ...one, reviews: change(one.reviews) } : one)),
});

/** What a case tells of trafficking: found by a formal decision that stands, suspected by its last screening, or nothing. */
export function traffickingOf(state: CaseState): 'identified' | 'suspected' | null {
  if (standingOf(state).length > 0) return 'identified';
  const screening = state.answers.given.findLast(({ purpose }) => purpose === 'screening');
  return screening?.now.outcome.result === 'suspected' && state.identification.decisions.length === 0 ? 'suspected' : null;
}

/** The child was trafficked before what was identified now: in this case or in another of the same person. */
export const traffickedAgain = ({ identification: { decisions, earlierCases } }: CaseState): boolean =>
  decisions.some((one) => one.again && stands(one)) || (earlierCases.length > 0 && decisions.some((one) => found(one) && stands(one)));

/** The formal decision whether a child is a victim. Olle records what others decided; it decides nothing. */
export const identification = definePart({
  'identification-recorded': fields({
    decision: coded(Id),
    status: coded(decision.status, shown.word('trafficking-status')),
    body: coded(decision.body),
    bodyName: identity(decision.bodyName),
    decidedBy: identity(decision.decidedBy),
    on: coded(decision.on, shown.on),
    reviewUntil: coded(decision.reviewUntil),
    // How and for what a child was used is its story.
    act: narrative(decision.act),
    means: narrative(decision.means),
    exploitation: narrative(decision.exploitation),
    screening: coded(decision.screening),
    items: narrative(decision.items),
    reasons: narrative(decision.reasons),
    again: coded(Type.Boolean()),
    by: coded(Id),
  }),
  'review-asked': fields({
    decision: coded(Id),
    how: coded(oneOf('review', 'appeal'), shown.word('review')),
    on: coded(IsoDate, shown.on),
    by: coded(Id),
    because: narrative(Prose, shown.prose),
  }),
  'review-settled': fields({
    decision: coded(Id),
    outcome: coded(oneOf('upheld', 'set-aside'), shown.word('review-outcome')),
    on: coded(IsoDate, shown.on),
    by: coded(Id),
    bodyName: identity(Line),
    because: narrative(Prose, shown.prose),
  }),
  'decision-left-standing': fields({ decision: coded(Id), by: coded(Id), because: narrative(Prose, shown.prose) }),
  'earlier-trafficking-noted': fields({ cases: coded(Type.Array(Id)) }),
})({
  slice: 'identification',
  initial: { decisions: [], earlierCases: [] } as IdentificationSlice,
  evolve: {
    'identification-recorded': (slice, { type: _, decision: id, by, ...rest }) => ({
      ...slice,
      decisions: [...slice.decisions, { id, recordedBy: by, reviews: [], accepted: false, ...rest }],
    }),
    'review-asked': (slice, { decision, how, on, because }) =>
      withReviews(slice, decision, (reviews) => [...reviews, { how, askedOn: on, because, settled: null }]),
    'review-settled': (slice, { decision, outcome, on, bodyName, because }) =>
      withReviews(slice, decision, (reviews) =>
        reviews.map((review) => (review.settled ? review : { ...review, settled: { outcome, on, bodyName, because } })),
      ),
    'decision-left-standing': (slice, { decision }) => ({
      ...slice,
      decisions: slice.decisions.map((one) => (one.id === decision ? { ...one, accepted: true } : one)),
    }),
    'earlier-trafficking-noted': (slice, { cases }) => ({ ...slice, earlierCases: [...slice.earlierCases, ...cases] }),
  },
  commands: {
    'record-identification': command({
      summary:
        'Record the formal decision whether the child is a victim of trafficking: who decided, on what basis, until when it may be reviewed',
      in: ['open'],
      by: 'worker',
      input: RecordInput,
      decide(state, { again, ...given }, { today, actor }) {
        if (decisionOf(state, given.decision)) return [];
        if (given.on > today) return refuse('cases.decided-in-the-future', {}, ['/on']);
        if (given.reviewUntil !== null && given.reviewUntil < given.on) return refuse('cases.review-before-decision', {}, ['/reviewUntil']);
        // Under 18 no means is needed; an act and the exploitation, done or intended, are (Palermo Protocol, article 3(c)).
        if (found(given) && given.act.length === 0) return refuse('cases.say-which-act', {}, ['/act']);
        if (found(given) && given.exploitation.length === 0) return refuse('cases.say-which-exploitation', {}, ['/exploitation']);
        const screening = given.screening === null ? undefined : state.answers.given.find(({ id }) => id === given.screening);
        if (given.screening !== null && screening?.purpose !== 'screening') return refuse('cases.no-such-answers', {}, ['/screening']);
        if (given.items.some((item) => screening?.now.answers[item] !== 'yes')) return refuse('cases.items-not-answered', {}, ['/items']);
        if (found(given) && standingOf(state).length > 0 && again === undefined) return refuse('cases.say-if-again', {}, ['/again']);
        return [{ type: 'identification-recorded', ...given, again: found(given) && (again ?? false), by: actor.id }];
      },
    }),
    'ask-review': command({
      summary: 'Record that a review or appeal of a formal decision was asked for',
      in: ['open'],
      by: 'worker',
      input: fields({ decision: Id, how: oneOf('review', 'appeal'), on: IsoDate, because: Prose }),
      decide(state, { decision, how, on, because }, { today, actor }) {
        const known = decisionOf(state, decision);
        if (!known) return refuse('cases.no-such-decision', {}, ['/decision']);
        if (on > today) return refuse('cases.decided-in-the-future', {}, ['/on']);
        if (on < known.on) return refuse('cases.review-before-decision', {}, ['/on']);
        if (!stands(known)) return refuse('cases.decision-set-aside', {}, ['/decision']);
        if (openReview(known)) return refuse('cases.review-open', {}, ['/decision']);
        return [{ type: 'review-asked', decision, how, on, because, by: actor.id }];
      },
    }),
    'leave-standing': command({
      summary: 'Say that no review of a formal decision is asked for, and why',
      in: ['open'],
      by: 'worker',
      input: fields({ decision: Id, because: Prose }),
      decide(state, { decision, because }, { actor }) {
        const known = decisionOf(state, decision);
        if (!known) return refuse('cases.no-such-decision', {}, ['/decision']);
        if (known.reviews.length > 0) return refuse('cases.review-asked-already', {}, ['/decision']);
        return known.accepted ? [] : [{ type: 'decision-left-standing', decision, because, by: actor.id }];
      },
    }),
    'settle-review': command({
      summary: 'Record how a review or appeal ended: the decision stands, or is set aside',
      in: ['open'],
      by: 'worker',
      input: fields({ decision: Id, outcome: oneOf('upheld', 'set-aside'), on: IsoDate, bodyName: Line, because: Prose }),
      decide(state, { decision, ...ended }, { today, actor }) {
        const known = decisionOf(state, decision);
        if (!known) return refuse('cases.no-such-decision', {}, ['/decision']);
        const open = openReview(known);
        if (!open) return refuse('cases.no-review-open', {}, ['/decision']);
        if (ended.on > today) return refuse('cases.decided-in-the-future', {}, ['/on']);
        if (ended.on < open.askedOn) return refuse('cases.review-before-decision', {}, ['/on']);
        return [{ type: 'review-settled', decision, ...ended, by: actor.id }];
      },
    }),
    'note-earlier-trafficking': command({
      summary: 'Note other cases of the same person in which trafficking was found before',
      in: ['open', 'closed'],
      by: 'system',
      input: fields({ cases: Type.Array(IdOf('cases.case'), { minItems: 1, maxItems: 50 }) }),
      decide(state, { cases }) {
        const fresh = [...new Set(cases)].filter((id) => !state.identification.earlierCases.includes(id));
        return fresh.length > 0 ? [{ type: 'earlier-trafficking-noted', cases: fresh }] : [];
      },
    }),
  },
  // Until when a review may be asked for; it waits until one was asked for, or somebody said why none is.
  tasks: ({ identification: { decisions } }) =>
    decisions.flatMap(({ id, reviewUntil, reviews, accepted }) =>
      reviewUntil === null || accepted || reviews.length > 0 ? [] : [{ id, kind: 'decision-review', who: null, due: reviewUntil }],
    ),
  hinders: (state, reason) =>
    reason === 'goals-met' && traffickingOf(state) === 'suspected' ? [refuse('cases.formal-decision-missing')] : [],
});
