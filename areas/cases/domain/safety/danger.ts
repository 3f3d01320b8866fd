import { daysBetween, soleId } from '../../../../platform/decider/index.ts';
import { dangerKinds } from '../choices.ts';
import type { CaseState } from '../state/case.ts';
import type { Danger, DangerAnswered } from '../state/dangers.ts';
import { bornOf, isSuspect } from './protection.ts';
import { isDangerous, isWithSuspect, safetyOf, stayNow } from './whereabouts.ts';

type Answering = CaseState['answers']['given'][number];

/** For how many days answers that found no danger are worth something where no place was assessed. */
const askedHolds = 30;
/** The alarms that mean that the child is not safe where they are; a safe place answers them. */
const ofThePlace: readonly string[] = ['danger-now', 'no-safe-place'];

/** Whether something can have been found on that day: not before the birth or the case, nor after it was recorded. */
function isPossible(state: CaseState, on: string, recordedOn: string): boolean {
  const born = bornOf(state);
  return on <= recordedOn && on >= state.openedOn && (born === null || on >= born.first);
}

/** Whether answers say that an alarm is over: given on a later day than that on which it was recorded. On one day the dangerous word counts. */
const answersIt = (state: CaseState, { kind, recordedOn }: Danger, { on, now }: Answering): boolean =>
  (now.outcome.answered as readonly string[]).includes(kind) && on > recordedOn && isPossible(state, on, now.recordedOn);

/** The alarms that answers raised, also those that were amended away: what was said first stays until somebody answers it. */
function raisedBy(state: CaseState, { id, purpose, on, now, earlier }: Answering): readonly Danger[] {
  const all = [...earlier, now];
  const kinds = [...new Set(all.flatMap(({ outcome }) => outcome.alarms))];
  return kinds.map((kind) => {
    const { recordedOn, by } = all.find(({ outcome }) => outcome.alarms.includes(kind))!;
    const possible = isPossible(state, on, recordedOn);
    const denied = state.answers.given.some((one) => one.on >= on && one.now.outcome.answered.includes(kind));
    const doubt = possible ? (denied ? 'contradicted' : null) : 'day';
    return { id, kind, source: purpose, on: possible ? on : recordedOn, recordedOn, by, doubt };
  });
}

/** The alarms in answers that are not complete yet: they stand as long as the draft says so, and then as it is recorded. */
const drafted = ({ answers }: CaseState): readonly Danger[] =>
  answers.drafts.flatMap(({ id, purpose, alarms, on, by }) =>
    alarms.map((kind) => ({ id, kind, source: purpose, on, recordedOn: on, by, doubt: null })),
  );

/**
 * Dangers that were found by screenings, assessments and visits, also by those not complete yet, and that no later answers and nothing that was done
 * have answered.
 */
export function foundDangers(state: CaseState): readonly Danger[] {
  const { answers, dangers } = state;
  return [...answers.given.flatMap((one) => raisedBy(state, one)), ...drafted(state)]
    .filter(({ id, kind }) => !dangers.some((done) => done.danger === id && done.alarm === kind))
    .filter((danger) => !answers.given.some((one) => answersIt(state, danger, one)));
}

/** What is dangerous of where the child is, as facts that were recorded; it ends with where they are. */
export function dangersOfPlace(state: CaseState): readonly Danger[] {
  const stay = stayNow(state);
  if (isWithSuspect(state)) {
    const since = state.safeguards.carers.flatMap((carer) => (isSuspect(state, carer) ? (carer.suspectedAt?.slice(0, 10) ?? []) : []));
    const on = [state.openedOn, stay?.from ?? '', ...since].sort().at(-1)!;
    return [{ id: soleId, kind: 'suspect', source: 'suspect', on, recordedOn: on, by: null, doubt: null }];
  }
  if (!stay || !isDangerous(stay)) return [];
  const { id, from, recorded } = stay;
  const on = recorded?.on ?? from;
  return [{ id, kind: 'whereabouts', source: 'whereabouts', on, recordedOn: on, by: recorded?.by ?? null, doubt: null }];
}

/** All dangers to the child that are open now, what is acted on first at the top. */
export const dangersOf = (state: CaseState): readonly Danger[] =>
  [...foundDangers(state), ...dangersOfPlace(state)].sort((a, b) => dangerKinds.indexOf(a.kind) - dangerKinds.indexOf(b.kind));

/** What a danger is known by among those of a case. */
export const dangerKey = ({ id, kind }: Pick<Danger, 'id' | 'kind'>): string => `${kind} ${id}`;

/**
 * What must be acted on now: in an open case all dangers that are open, in a closed one those that were told after it was closed, of a child who
 * lives.
 */
export function urgentDangers(state: CaseState): readonly Danger[] {
  const { status, closeReason, dangersAtClosing } = state;
  if (status === 'open') return dangersOf(state);
  return closeReason === 'died' ? [] : dangersOf(state).filter((danger) => !dangersAtClosing.includes(dangerKey(danger)));
}

/**
 * The dangers that end because the child is placed: found until that day, and the place is another than that where they were, and was assessed as
 * safe, without conditions.
 */
export const answeredByPlacing = (
  state: CaseState,
  { place, from }: { place: string; from: string },
  by: string,
): readonly DangerAnswered[] =>
  stayNow(state)?.place !== place && safetyOf(state, place, from) === 'safe'
    ? foundDangers(state).flatMap(({ id, kind, on }) =>
        (kind === 'danger-now' || kind === 'no-safe-place') && on <= from
          ? [{ type: 'danger-answered', danger: id, alarm: kind, done: 'placed', what: '', on: from, by } as const]
          : [],
      )
    : [];

/** The last answers that say that the child is in no danger where they are; undefined where there are none, or they are too old. */
export function lastSafe(state: CaseState, today: string): Answering | undefined {
  return state.answers.given
    .filter(({ on, now }) => isPossible(state, on, now.recordedOn) && daysBetween(on, today) <= askedHolds)
    .filter(({ now }) => ofThePlace.every((one) => (now.outcome.answered as readonly string[]).includes(one)))
    .sort((a, b) => a.on.localeCompare(b.on))
    .at(-1);
}

type Safety =
  | ReturnType<typeof safetyOf>
  | ('away' | 'with-suspect' | 'unknown' | 'detention' | 'street' | 'with-employer' | 'danger-found' | 'no-danger-found');
/**
 * What is known of the child's safety now, by the latest of screening, assessment, visit and placement, the gravest first: where the child was
 * recorded to be, `with-suspect`, a place that is not safe, `danger-found` by answers that nobody has answered; then what the assessment of
 * the place is worth, or `no-danger-found` where only answers say so. `unknown` where nobody has recorded anything.
 */
export function safetyNow(state: CaseState, today: string): Safety {
  const stay = stayNow(state);
  if (stay?.kind === 'away' || stay?.kind === 'unknown') return 'away';
  if (stay?.kind === 'unsafe-home') return 'not-safe';
  if (stay?.kind === 'detention' || stay?.kind === 'street' || stay?.kind === 'with-employer') return stay.kind;
  if (isWithSuspect(state)) return 'with-suspect';
  const place = stay?.place ? safetyOf(state, stay.place, today) : 'unknown';
  if (place === 'not-safe') return place;
  if (foundDangers(state).length > 0) return 'danger-found';
  return place === 'unknown' && lastSafe(state, today) ? 'no-danger-found' : place;
}
