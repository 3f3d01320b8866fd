import { Type } from 'typebox';
import { changed, fields, has, IdOf, refuse, without } from '../../../../platform/decider/index.ts';
import type { traffickingFindings } from '../choices.ts';
import { command, definePart } from '../part.ts';
import { protectsFirst } from '../safety/closing.ts';
import type { CaseState } from '../state/case.ts';
import { type Decision, identificationEvents as events, type IdentificationSlice, type Review } from '../state/identification.ts';

/** Whether a decision stands: it was not set aside. */
export const stands = ({ reviews }: Decision): boolean => !reviews.some(({ settled }) => settled?.outcome === 'set-aside');
const openReview = ({ reviews }: Decision) => reviews.find(({ settled }) => settled === null);
export const found = ({ status }: Pick<Decision, 'status'>): boolean => status !== 'not-a-victim';
const standingOf = (state: CaseState) => state.identification.decisions.filter((one) => stands(one) && found(one));

const withReviews = (
  slice: IdentificationSlice,
  id: string,
  change: (reviews: readonly Review[]) => readonly Review[],
): IdentificationSlice => ({
  ...slice,
  decisions: changed(slice.decisions, id, ({ reviews }) => ({ reviews: change(reviews) })),
});

/** Whether a child is presumed a victim by a questionnaire that was answered. */
export const presumed = ({ purpose, now }: CaseState['answers']['given'][number]): boolean =>
  purpose === 'screening' && now.outcome.result === 'presumed';

type Screened = CaseState['answers']['given'][number];
/** The most that its answers said, also those that were amended: a presumption that a correction takes away is answered by a decision, not by a worker alone. */
const signsOf = ({ now, earlier }: Screened) =>
  (['presumed', 'signs'] as const).find((result) => [now, ...earlier].some(({ outcome }) => outcome.result === result));
/** Whether a screening that was written down later answers one: of a later day, all was asked and nothing found. */
const answers = (later: Screened, one: Screened) => later.on > one.on && later.now.outcome.result === 'no-indication';

/**
 * What a case tells of trafficking: found by a formal decision that stands; or what its screenings say, where no decision stands, or since the
 * day on which the child was found to be no victim. Of what contradicts each other, what protects counts.
 */
export function traffickingOf(state: CaseState): (typeof traffickingFindings)[number] | null {
  if (standingOf(state).length > 0) return 'identified';
  // A decision against which a review runs ends no presumption yet.
  const cleared = state.identification.decisions
    .filter((one) => stands(one) && !openReview(one))
    .map(({ on }) => on)
    .sort()
    .at(-1);
  const screenings = state.answers.given.filter(({ purpose, on }) => purpose === 'screening' && (cleared === undefined || on > cleared));
  const found = screenings.filter((one, i) => !screenings.slice(i + 1).some((later) => answers(later, one))).map(signsOf);
  return (['presumed', 'signs'] as const).find((result) => found.includes(result)) ?? null;
}

/** The child was trafficked before what was identified now: in this case or in another of the same person. */
export const traffickedAgain = ({ identification: { decisions, earlierCases } }: CaseState): boolean =>
  decisions.some((one) => one.again && stands(one)) || (earlierCases.length > 0 && decisions.some((one) => found(one) && stands(one)));

/** The formal decision whether a child is a victim. Olle records what others decided; it decides nothing. */
export const identification = definePart(events)({
  slice: 'identification',
  page: 'identification',
  initial: { decisions: [], earlierCases: [] },
  evolve: {
    'identification-recorded': (slice, { type: _, decision: id, by, ...rest }) => ({
      ...slice,
      decisions: [...slice.decisions, { id, recordedBy: by, reviews: [], accepted: false, ...rest }],
    }),
    'review-asked': (slice, { decision, how, on, because }) =>
      withReviews(slice, decision, (reviews) => [...reviews, { how, askedOn: on, because, settled: null }]),
    'review-settled': (slice, { type: _, decision, by: _by, ...settled }) =>
      withReviews(slice, decision, (reviews) => reviews.map((review) => (review.settled ? review : { ...review, settled }))),
    'decision-left-standing': (slice, { decision }) => ({
      ...slice,
      decisions: changed(slice.decisions, decision, { accepted: true }),
    }),
    'earlier-trafficking-noted': (slice, { cases }) => ({ ...slice, earlierCases: [...slice.earlierCases, ...cases] }),
  },
  commands: {
    'record-identification': command({
      summary:
        'Record the formal decision whether the child is a victim of trafficking: who decided, on what basis, until when it may be reviewed',
      by: 'worker',
      input: fields({ ...without(events['identification-recorded'], 'by').properties, again: Type.Optional(Type.Boolean()) }),
      decide(state, { again, ...given }, { actor }) {
        if (has(state.identification.decisions, given.decision)) return [];
        if (given.reviewUntil !== null && given.reviewUntil < given.on) return refuse('cases.review-before-decision', {}, ['/reviewUntil']);
        // Under 18 no means is needed; an act and the exploitation, done or intended, are (Palermo Protocol, article 3(c)).
        if (found(given) && given.act.length === 0) return refuse('cases.say-which-act', {}, ['/act']);
        if (found(given) && given.exploitation.length === 0) return refuse('cases.say-which-exploitation', {}, ['/exploitation']);
        const screening = given.screening === null ? undefined : state.answers.given.find(({ id }) => id === given.screening);
        if (given.screening !== null && screening?.purpose !== 'screening') return refuse('ledger.no-such-entry', {}, ['/screening']);
        if (given.items.some((item) => screening?.now.answers[item] !== 'yes')) return refuse('cases.items-not-answered', {}, ['/items']);
        if (found(given) && standingOf(state).length > 0 && again === undefined) return refuse('cases.say-if-again', {}, ['/again']);
        return [{ type: 'identification-recorded', ...given, again: found(given) && (again ?? false), by: actor.id }];
      },
    }),
    'ask-review': command({
      summary: 'Record that a review or appeal of a formal decision was asked for',
      by: 'worker',
      input: without(events['review-asked'], 'by'),
      about: 'decision',
      decide(_, given, { actor }, known) {
        if (given.on < known.on) return refuse('cases.review-before-decision', {}, ['/on']);
        if (!stands(known)) return refuse('cases.decision-set-aside', {}, ['/decision']);
        if (openReview(known)) return refuse('cases.review-open', {}, ['/decision']);
        return [{ type: 'review-asked', ...given, by: actor.id }];
      },
    }),
    'leave-standing': command({
      summary: 'Say that no review of a formal decision is asked for, and why',
      by: 'worker',
      input: without(events['decision-left-standing'], 'by'),
      about: 'decision',
      decide(_, given, { actor }, { reviews, accepted }) {
        if (reviews.length > 0) return refuse('cases.review-asked-already', {}, ['/decision']);
        return accepted ? [] : [{ type: 'decision-left-standing', ...given, by: actor.id }];
      },
    }),
    'settle-review': command({
      summary: 'Record how a review or appeal ended: the decision stands, or is set aside',
      by: 'worker',
      input: without(events['review-settled'], 'by'),
      about: 'decision',
      decide(_, given, { actor }, known) {
        const open = openReview(known);
        if (!open) return refuse('cases.no-review-open', {}, ['/decision']);
        if (given.on < open.askedOn) return refuse('cases.review-before-decision', {}, ['/on']);
        return [{ type: 'review-settled', ...given, by: actor.id }];
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
  hinders: (state, reason) => [
    ...(reason === 'goals-met' && ['presumed', 'signs'].includes(traffickingOf(state) ?? '')
      ? [refuse('cases.formal-decision-missing')]
      : []),
    ...(protectsFirst(reason) && state.identification.decisions.some(openReview) ? [refuse('cases.review-open')] : []),
  ],
});
