import { addDays, changed, type Part, type Refusal, refuse, soleId } from '../../../platform/decider/index.ts';
import { accusations } from './accusations.ts';
import type { Child } from './child.ts';
import type { HasJustice } from './command.ts';
import { alarmsOf, type JusticeAlarm } from './nonPunishment.ts';
import { proceedings } from './proceedings.ts';
import { settling } from './settling.ts';
import { type CourtDate, justiceEvents as events, type Justice } from './state.ts';
import { isOpen, type RunningTimer, taskIdOf, timersOf } from './timers.ts';

const initial: Justice = { accusations: [], residence: null, timers: {}, steps: [], courtDates: [], wish: null, lawyer: null };

const withCourtDate = (slice: Justice, id: string, more: Partial<CourtDate>): Justice => ({
  ...slice,
  courtDates: changed(slice.courtDates, id, more),
});

const evolve: Part<HasJustice, 'justice', typeof events, never>['evolve'] = {
  'step-recorded': (slice, { type: _, step: id, by: _by, outcome = null, reference = null, note = null, ...step }) => ({
    ...slice,
    steps: [...slice.steps, { id, ...step, outcome, reference, note, struck: null }],
  }),
  'step-struck': (slice, { step, because }) => ({
    ...slice,
    steps: changed(slice.steps, step, { struck: because }),
  }),
  'court-date-planned': (slice, { courtDate: id, on, purpose, place = null, accompaniedBy = null }) => ({
    ...slice,
    courtDates: [
      ...slice.courtDates.filter((one) => one.id !== id),
      { id, on, state: 'planned', purpose, place, accompaniedBy, heard: null, note: null },
    ],
  }),
  'court-date-held': (slice, { courtDate, on, heard, accompaniedBy = null, note }) =>
    withCourtDate(slice, courtDate, { on, state: 'held', heard, accompaniedBy, note }),
  'court-date-cancelled': (slice, { courtDate, because }) => withCourtDate(slice, courtDate, { state: 'cancelled', note: because }),
  'wish-recorded': (slice, { on, child, carer, note = null }) => ({ ...slice, wish: { on, child, carer, note } }),
  'lawyer-named': (slice, { since, name, contact = null }) => ({ ...slice, lawyer: { since, name, contact } }),
  'lawyer-ended': (slice) => ({ ...slice, lawyer: null }),
  'accusation-recorded': (slice, { type: _, accusation: id, note = null, alarm, ...accused }) => {
    const { raised = null, ended = null, alarmSince: before = null } = slice.accusations.find((one) => one.id === id) ?? {};
    const others = slice.accusations.filter((one) => one.id !== id);
    const alarmSince = alarm ? accused.recordedOn : before;
    return { ...slice, accusations: [...others, { id, ...accused, note, alarmSince, raised, ended }] };
  },
  'accused-found-victim': (slice, { accusation, on }) => ({
    ...slice,
    accusations: changed(slice.accusations, accusation, { alarmSince: on }),
  }),
  'non-punishment-raised': (slice, { type: _, accusation, ...raised }) => ({
    ...slice,
    accusations: changed(slice.accusations, accusation, { raised }),
  }),
  'accusation-ended': (slice, { type: _, accusation, ...ended }) => ({
    ...slice,
    accusations: changed(slice.accusations, accusation, { ended }),
  }),
  'residence-recorded': (slice, { type: _, alarm: _alarm, ...residence }) => ({ ...slice, residence }),
  'timer-settled': (slice, { type: _, timer, ...settled }) => ({ ...slice, timers: { ...slice.timers, [timer]: settled } }),
};

/** Something of the proceedings that waits, for the worker or for a supervisor. */
interface Waiting {
  readonly id: string;
  readonly kind: 'court-date' | 'residence-ends' | 'justice-alarm' | 'justice-alarm-review' | 'legal-limit' | 'legal-limit-over';
  readonly who: null;
  readonly role?: 'supervisor';
  readonly due: string;
  readonly what?: string;
  readonly about?: string;
}

const residenceEnds = (due: string): Waiting => ({ id: soleId, kind: 'residence-ends', who: null, due });

/** An alarm waits for the worker and for a supervisor on the day on which it was recorded. */
function alarmTasks({ id, kind, on: due, answered }: JusticeAlarm): readonly Waiting[] {
  if (answered) return [];
  const about = `justice:alarm.${kind}`;
  return [
    { id, kind: 'justice-alarm', who: null, due, about },
    { id, kind: 'justice-alarm-review', who: null, role: 'supervisor', due, about },
  ];
}

/** A limit of the law waits for the worker; once it is over, for a supervisor as well. */
function timerTasks(timer: RunningTimer): readonly Waiting[] {
  if (timer.kind === 'at-least') return [];
  const [id, about] = [taskIdOf(timer), `justice:law-limit.${timer.duty}`];
  return [
    { id, kind: 'legal-limit', who: null, due: timer.due, about },
    { id, kind: 'legal-limit-over', who: null, role: 'supervisor', due: addDays(timer.due, 1), about },
  ];
}

/** What waits in the proceedings. */
function tasksOf(child: Child): readonly Waiting[] {
  const { courtDates, residence } = child.justice;
  return [
    ...courtDates.flatMap(({ id, on, state, purpose }): Waiting[] =>
      state === 'planned' ? [{ id, kind: 'court-date', who: null, due: on, what: purpose }] : [],
    ),
    ...alarmsOf(child).flatMap(alarmTasks),
    ...(residence?.until ? [residenceEnds(residence.until)] : []),
    // Whether a limit is over changes no task, so any day will do.
    ...timersOf(child, child.openedOn).filter(isOpen).flatMap(timerTasks),
  ];
}

/** Nothing is closed while the child must be in court; nor, unless nothing is left to protect from, while the law threatens them and nobody acted. */
function hinders(child: Child, reason: string): readonly Refusal[] {
  const planned = child.justice.courtDates.filter(({ state }) => state === 'planned').length;
  const threatened = !['died', 'duplicate'].includes(reason) && alarmsOf(child).some(({ answered }) => !answered);
  return [
    ...(planned > 0 ? [refuse('justice.court-dates-planned', { planned })] : []),
    ...(threatened ? [refuse('justice.alarm-open')] : []),
  ];
}

/**
 * What police, prosecution and courts did, of what the child is accused, and which limits of the law run, as a part of the record of a child.
 * `childOf` says what the proceedings need to know of that record.
 */
export function justicePart<State extends HasJustice>(childOf: (state: State) => Child) {
  const ofState = (state: HasJustice) => childOf(state as State);
  const commands = { ...proceedings(ofState), ...accusations(ofState), ...settling(ofState) };
  return {
    slice: 'justice' as const,
    page: 'justice' as const,
    initial,
    events,
    evolve,
    commands,
    tasks: (state: State) => tasksOf(childOf(state)),
    hinders: (state: State, reason: string) => hinders(childOf(state), reason),
  };
}
