import { addDays, changed, has, type Refusal, refuse, without } from '../../../../platform/decider/index.ts';
import { type StepKind, stepOutcomes } from '../choices.ts';
import { command, definePart, type Task } from '../part.ts';
import { bornOf } from '../safety/protection.ts';
import type { CaseState } from '../state/case.ts';
import { alarmsOf, isAlarming, type JusticeAlarm } from './nonPunishment.ts';
import { standing } from './stages.ts';
import { type CourtDate, justiceEvents as events, type Justice, type Step } from './state.ts';
import { isOpen, type RunningTimer, taskIdOf, timersOf } from './timers.ts';

type Before = readonly [kind: StepKind, outcome: string | undefined, missing: string];

/** What must have come before a step, on its day at the latest, and the refusal where it did not. */
const mustPrecede: Partial<Record<StepKind, Before>> = {
  trial: ['charge', 'filed', 'cases.no-charge-before'],
  verdict: ['charge', 'filed', 'cases.no-charge-before'],
  appeal: ['verdict', undefined, 'cases.no-verdict-before'],
  'compensation-paid': ['compensation-awarded', undefined, 'cases.no-award-before'],
  'witness-protection-ended': ['witness-protection-granted', undefined, 'cases.no-protection-before'],
};

/** The refusal where what a step rests on is not among those steps, or came later. */
function missingBefore(steps: readonly Step[], { kind, on }: Pick<Step, 'kind' | 'on'>): Refusal | undefined {
  const before = mustPrecede[kind];
  if (!before) return undefined;
  const [needed, outcome, missing] = before;
  const found = steps.some((step) => step.kind === needed && (outcome === undefined || step.outcome === outcome) && step.on <= on);
  return found ? undefined : refuse(missing, {}, ['/on']);
}

/** The refusal of a day on which the child was not born. */
function beforeBirth(state: CaseState, on: string): Refusal | undefined {
  const born = bornOf(state);
  return born !== null && on < born.first ? refuse('cases.before-birth', {}, ['/on']) : undefined;
}

const among = ({ justice: { courtDates } }: CaseState) => courtDates;
const withCourtDate = (slice: Justice, id: string, more: Partial<CourtDate>): Justice => ({
  ...slice,
  courtDates: changed(slice.courtDates, id, more),
});

const residenceEnds = (due: string): Task => ({ id: '00000000-0000-7000-8000-000000000001', kind: 'residence-ends', who: null, due });
/** An alarm waits for the worker and for a supervisor on the day on which it was recorded. */
const alarmTasks = ({ id, kind, on, answered }: JusticeAlarm): readonly Task[] =>
  answered
    ? []
    : [
        { id, kind: 'justice-alarm', who: null, due: on, about: `justice-alarm.${kind}` },
        { id, kind: 'justice-alarm-review', who: null, role: 'supervisor', due: on, about: `justice-alarm.${kind}` },
      ];

/** A limit of the law waits for the worker; once it is over, for a supervisor as well. */
function timerTasks(timer: RunningTimer): readonly Task[] {
  if (timer.kind === 'at-least') return [];
  const [id, about] = [taskIdOf(timer), `law-limit.${timer.duty}`];
  return [
    { id, kind: 'legal-limit', who: null, due: timer.due, about },
    { id, kind: 'legal-limit-over', who: null, role: 'supervisor', due: addDays(timer.due, 1), about },
  ];
}

/** What police, prosecution and courts did, what child and carer want of it, who stands for the child, and when they must be in court. */
export const justice = definePart(events)({
  slice: 'justice',
  page: 'justice',
  initial: { accusations: [], residence: null, timers: {}, steps: [], courtDates: [], wish: null, lawyer: null },
  evolve: {
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
    'accusation-recorded': (slice, { type: _, accusation: id, note = null, alarm: _alarm, ...accused }) => {
      const { raised = null, ended = null } = slice.accusations.find((one) => one.id === id) ?? {};
      const others = slice.accusations.filter((one) => one.id !== id);
      return { ...slice, accusations: [...others, { id, ...accused, note, raised, ended }] };
    },
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
  },
  commands: {
    'record-step': command({
      summary: 'Write down what police, prosecution or a court did for this child, under which number, and how it came out',
      by: 'worker',
      input: without(events['step-recorded'], 'by'),
      decide(state, given, { actor }) {
        if (has(state.justice.steps, given.step)) return [];
        const possible: readonly string[] = stepOutcomes[given.kind];
        const fits = possible.length === 0 ? given.outcome === undefined : possible.includes(given.outcome ?? '');
        if (!fits) return refuse('cases.say-how-it-came-out', {}, ['/outcome']);
        const refused = beforeBirth(state, given.on) ?? missingBefore(standing(state.justice), given);
        return refused ?? [{ type: 'step-recorded', ...given, by: actor.id }];
      },
    }),
    'strike-step': command({
      summary: 'Say that a step of the proceedings was written down in error, and why; it stays to be read',
      by: 'worker',
      input: without(events['step-struck'], 'on', 'by'),
      about: 'step',
      decide(state, given, { today, actor }, { id: step, struck }) {
        if (struck !== null) return [];
        const rest = standing(state.justice).filter(({ id }) => id !== step);
        if (rest.some((one) => missingBefore(rest, one))) return refuse('cases.step-rests-on-it', {}, ['/step']);
        return [{ type: 'step-struck', ...given, on: today, by: actor.id }];
      },
    }),
    'plan-court-date': command({
      summary: 'Write down a day in court, or move one that is planned to another day',
      by: 'worker',
      input: events['court-date-planned'],
      decide(state, given) {
        const known = among(state).find(({ id }) => id === given.courtDate);
        if (known && known.state !== 'planned') return refuse('cases.court-date-over');
        const { on, purpose, place = null, accompaniedBy = null } = given;
        const same = known?.on === on && known.purpose === purpose && known.place === place && known.accompaniedBy === accompaniedBy;
        return same ? [] : [{ type: 'court-date-planned', ...given }];
      },
    }),
    'hold-court-date': command({
      summary: 'Write down what came of a day in court, how the child was heard and who was with them',
      by: 'worker',
      input: without(events['court-date-held'], 'by'),
      about: 'courtDate',
      decide(state, given, { actor }, known) {
        if (known.state === 'cancelled') return refuse('cases.court-date-over');
        if (known.state === 'held') return [];
        const refused = beforeBirth(state, given.on);
        if (refused) return refused;
        // No child is heard without somebody beside them; of one who was alone that is recorded.
        const present = given.heard === 'in-person' || given.heard === 'by-video';
        if (present && !given.accompaniedBy) return refuse('cases.say-who-accompanied', {}, ['/accompaniedBy']);
        return [{ type: 'court-date-held', ...given, by: actor.id }];
      },
    }),
    'cancel-court-date': command({
      summary: 'Say that a planned day in court does not take place, and why',
      by: 'worker',
      input: events['court-date-cancelled'],
      about: 'courtDate',
      decide(_, given, _context, { state: now }) {
        if (now === 'held') return refuse('cases.court-date-over');
        return now === 'cancelled' ? [] : [{ type: 'court-date-cancelled', ...given }];
      },
    }),
    'record-wish': command({
      summary: 'Write down whether child and carer want to take part in the proceedings',
      by: 'worker',
      input: without(events['wish-recorded'], 'on', 'by'),
      decide: (_, given, { today, actor }) => [{ type: 'wish-recorded', ...given, on: today, by: actor.id }],
    }),
    'name-lawyer': command({
      summary: 'Name the lawyer who stands for the child',
      by: 'worker',
      input: events['lawyer-named'],
      decide(state, given) {
        const known = state.justice.lawyer;
        const same = known?.since === given.since && known.name === given.name && known.contact === (given.contact ?? null);
        return same ? [] : [{ type: 'lawyer-named', ...given }];
      },
    }),
    'end-lawyer': command({
      summary: 'Say that the lawyer no longer stands for the child, and why',
      by: 'worker',
      input: without(events['lawyer-ended'], 'on'),
      decide: (state, input, { today }) => (state.justice.lawyer ? [{ type: 'lawyer-ended', on: today, because: input.because }] : []),
    }),
    'record-accusation': command({
      summary:
        'Record that the child is accused of an offence, or correct it: of what, by whom, when the act was, whether the child is detained',
      by: 'worker',
      input: without(events['accusation-recorded'], 'recordedOn', 'by', 'alarm'),
      decide(state, given, { today, actor }) {
        const known = state.justice.accusations.find(({ id }) => id === given.accusation);
        if (known?.ended) return refuse('cases.accusation-over', {}, ['/accusation']);
        if (given.actOn !== null && given.actOn > given.on) return refuse('cases.act-after-accusation', {}, ['/actOn']);
        const refused = beforeBirth(state, given.on);
        if (refused) return refused;
        const same =
          known && (Object.keys(given) as (keyof typeof given)[]).every((name) => name === 'accusation' || known[name] === given[name]);
        const alarm = isAlarming(state, given.window) && !(known && isAlarming(state, known.window));
        return same ? [] : [{ type: 'accusation-recorded', ...given, recordedOn: today, by: actor.id, alarm }];
      },
    }),
    'raise-non-punishment': command({
      summary: 'Record that non-punishment was raised with an authority that can decide on an accusation',
      by: 'worker',
      input: without(events['non-punishment-raised'], 'by'),
      about: 'accusation',
      decide(_, given, { actor }, { on, ended, raised }) {
        if (ended) return refuse('cases.accusation-over', {}, ['/accusation']);
        if (given.on < on) return refuse('cases.before-accusation', {}, ['/on']);
        return raised?.on === given.on && raised.authority === given.authority
          ? []
          : [{ type: 'non-punishment-raised', ...given, by: actor.id }];
      },
    }),
    'end-accusation': command({
      summary: 'Record how an accusation against the child ended',
      by: 'worker',
      input: without(events['accusation-ended'], 'by'),
      about: 'accusation',
      decide(_, given, { actor }, { on, ended }) {
        if (ended) return [];
        if (given.on < on) return refuse('cases.before-accusation', {}, ['/on']);
        return [{ type: 'accusation-ended', ...given, by: actor.id }];
      },
    }),
    'record-residence': command({
      summary: 'Record the residence status of the child, until when it holds, whether removal is threatened and what protects from it',
      by: 'worker',
      input: without(events['residence-recorded'], 'on', 'by', 'alarm'),
      decide(state, given, { today, actor }) {
        const alarm = given.removal && !state.justice.residence?.removal;
        return [{ type: 'residence-recorded', ...given, on: today, by: actor.id, alarm }];
      },
    }),
    'settle-timer': command({
      summary: 'Say that what a law asks within a time is done, or does not apply to this child and why, or that it runs again',
      by: 'worker',
      input: without(events['timer-settled'], 'by'),
      decide(state, given, { today, actor }) {
        const timer = timersOf(state, given.timer.slice(0, 2), undefined, today).find(({ key }) => key === given.timer);
        if (!timer) return refuse('cases.no-such-timer', {}, ['/timer']);
        if (given.on < timer.since.on) return refuse('cases.timer-not-begun', {}, ['/on']);
        if (given.how !== 'done' && !given.because) return refuse('cases.say-why-not-applicable', {}, ['/because']);
        if (timer.state === 'ended') return refuse('cases.timer-ended', {}, ['/timer']);
        const known = state.justice.timers[given.timer];
        const same = known?.how === given.how && known.on === given.on && known.because === given.because;
        return same ? [] : [{ type: 'timer-settled', ...given, by: actor.id }];
      },
    }),
  },
  tasks: (state) => [
    ...state.justice.courtDates.flatMap(({ id, on, state: now, purpose }): Task[] =>
      now === 'planned' ? [{ id, kind: 'court-date', who: null, due: on, what: purpose }] : [],
    ),
    ...alarmsOf(state).flatMap(alarmTasks),
    ...(state.justice.residence?.until ? [residenceEnds(state.justice.residence.until)] : []),
    ...timersOf(state, state.country, undefined, state.openedOn).filter(isOpen).flatMap(timerTasks),
  ],
  hinders({ justice: { courtDates } }) {
    const planned = courtDates.filter(({ state }) => state === 'planned').length;
    return planned > 0 ? [refuse('cases.court-dates-planned', { planned })] : [];
  },
});
