import { addDays, changed, field, fields, has, type Refusal, refuse, without } from '../../../../platform/decider/index.ts';
import { emergencyPurposes, purposes } from '../choices.ts';
import { limitsConsulted, limitsNow } from '../limits.ts';
import { command, definePart } from '../part.ts';
import { protectsFirst } from '../safety/closing.ts';
import { isChecked } from '../safety/grounds.ts';
import { begunAgain, byAnother, reviewedOnce, reviewTask } from '../safety/review.ts';
import type { CaseState } from '../state/case.ts';
import { type Duty, dutyOf } from './duties.ts';
import { type Basis, basisEvents as events } from './state.ts';

/** By when to ask for what comes after it: hours count from the first minute of the day, so that nobody asks too late. */
function askBy({ on, until, duty: id }: Basis): string {
  const hours = dutyOf(id)?.atMost;
  const surely = hours ? addDays(on, Math.max(0, Math.ceil(hours / 24) - 1)) : until;
  return surely < until ? surely : until;
}

const mayRest: readonly string[] = emergencyPurposes;
const recording = events['basis-recorded'];
const input = fields({
  ...without(recording, 'kind', 'purposes', 'until', 'reviewDue', 'by').properties,
  kind: recording.properties.kind,
  purposes: field.choices(purposes),
  until: field.dateIfAny,
});
type Given = Omit<Basis, 'id' | 'purposes' | 'until'> & { readonly purposes: readonly string[]; readonly until?: string | undefined };

/** Why an act may not rest on a duty by law: it must be one of the country, and reach only as far as the law says. */
function refusedDuty({ country }: CaseState, given: Pick<Given, 'duty' | 'law' | 'purposes' | 'partner'>): Refusal | undefined {
  if (given.duty === undefined) return given.law ? undefined : refuse('cases.name-the-law', {}, ['/law']);
  const duty = dutyOf(given.duty);
  if (!duty || (duty.country !== '*' && duty.country !== country)) return refuse('cases.duty-of-another-country', {}, ['/duty']);
  const reports = duty.duty === 'report';
  if (reports && given.purposes.some((one) => one !== 'sharing')) return refuse('cases.duty-to-report-only', {}, ['/purposes']);
  return reports && given.partner !== duty.to ? refuse('cases.report-to-whom', {}, ['/partner']) : undefined;
}

/**
 * The last day on which it can hold: what a law or the city allows at most. A case records days: 72 hours of which nobody knows the first minute may
 * last into the fourth, and help does not stop sooner than the law surely does.
 */
const longest = (on: string, duty: Duty | undefined, consentDays: number): string =>
  addDays(on, duty?.atMost ? Math.ceil(duty.atMost / 24) : consentDays);

/** Duties by law and orders of a court, on which the office acts where consent is missing or refused: each recorded, reviewed, and ended. */
export const bases = definePart(events)({
  slice: 'bases',
  page: 'protection',
  initial: [],
  evolve: {
    'basis-recorded': (slice, { type: _, basis: id, ...one }) => [...slice, { id, ...one, review: null, ended: null }],
    'basis-reviewed': (slice, { basis, upheld, on, by }) => changed(slice, basis, { review: { upheld, on, by } }),
    'basis-ended': (slice, { basis, on }) => changed(slice, basis, { ended: on }),
  },
  commands: {
    'record-basis': command({
      summary: 'Write down a duty by law or an order of a court on which the office acts without consent; a supervisor reviews it',
      by: 'worker',
      input,
      consults: () => [limitsConsulted],
      decide(state, { until, purposes: wanted, ...given }, context) {
        const { values } = limitsNow(context);
        if (has(state.bases, given.basis)) return [];
        const purposes = emergencyPurposes.filter((one) => wanted.includes(one));
        if (wanted.some((one) => !mayRest.includes(one))) return refuse('cases.consent-only', {}, ['/purposes']);
        if (purposes.length === 0) return refuse('cases.say-what-for', {}, ['/purposes']);
        if (purposes.includes('sharing') !== (given.partner !== null)) return refuse('cases.share-with-whom', {}, ['/partner']);
        if (given.kind === 'court-order' && !given.authority) return refuse('cases.say-which-court', {}, ['/authority']);
        const wrong = given.kind === 'legal-duty' ? refusedDuty(state, { ...given, purposes }) : undefined;
        if (wrong) return wrong;
        const before = state.bases.filter((one) => one.kind === given.kind && one.purposes.some((purpose) => purposes.includes(purpose)));
        // What holds before its review, and what has ended, needs no other reason to be recorded once more.
        const again = begunAgain(
          before.filter((one) => one.review !== null || !(isChecked(one) || one.ended)),
          given,
        );
        if (again) return again;
        const last = longest(given.on, given.kind === 'legal-duty' ? dutyOf(given.duty) : undefined, values.consentDays);
        if (until !== undefined && until < given.on) return refuse('cases.until-before', {}, ['/until']);
        if (until !== undefined && until > last) return refuse('cases.basis-too-long', { until: last }, ['/until']);
        const reviewDue = addDays(context.today, values.emergencyReviewDays);
        return [{ type: 'basis-recorded', ...given, purposes, until: until ?? last, reviewDue, by: context.actor.id }];
      },
    }),
    'review-basis': command({
      summary: 'Say whether acting on a duty by law or an order of a court is right and may go on',
      by: 'supervisor',
      input: without(events['basis-reviewed'], 'on', 'by'),
      about: 'basis',
      secondPerson: byAnother,
      decide: reviewedOnce('basis-reviewed'),
    }),
    'end-basis': command({
      summary: 'Say that a duty or an order no longer holds: the court lifted it, or there is consent now',
      by: 'worker',
      input: without(events['basis-ended'], 'by'),
      about: 'basis',
      decide(_, given, { actor }, known) {
        if (given.on < known.on) return refuse('cases.until-before', {}, ['/on']);
        return known.ended ? [] : [{ type: 'basis-ended', ...given, by: actor.id }];
      },
    }),
  },
  tasks: ({ bases: slice }) =>
    slice
      .filter(({ review, ended }) => !ended && review?.upheld !== false)
      .flatMap((one) => [{ id: one.id, kind: 'basis-ends' as const, who: null, due: askBy(one) }, ...reviewTask('basis-review')(one)]),
  hinders({ bases: slice }, reason) {
    const open = slice.some(({ review, ended }) => review === null && ended === null);
    return open && protectsFirst(reason) ? [refuse('cases.basis-unreviewed')] : [];
  },
});
