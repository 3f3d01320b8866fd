import { Type } from 'typebox';
import { coded, type Data, field, fields, IsoDate, Line, Maybe, oneOf, PastDay, Prose } from '../../../platform/decider/index.ts';
import { accusationEnds, courtHearings, offences, residences, stepKinds, stepOutcomes, timerEnds, windows, wishes } from './choices.ts';

const Outcome = oneOf(...new Set(Object.values(stepOutcomes).flat()));
const wish = { on: field.date, child: field.choice(wishes), carer: field.choice(wishes), note: field.note };
export const justiceEvents = {
  'step-recorded': fields({
    step: field.id,
    kind: field.word('justice:step', stepKinds),
    on: field.on,
    outcome: coded(Type.Optional(Outcome)),
    authority: field.name,
    /** The number of the file there. */
    reference: field.nameIfAny,
    note: field.note,
    by: field.id,
  }),
  'step-struck': fields({ step: field.id, on: field.date, by: field.id, because: field.line }),
  'court-date-planned': fields({
    courtDate: field.id,
    on: field.comingDay,
    purpose: field.line,
    place: field.nameIfAny,
    /** Who goes with the child, or went. */
    accompaniedBy: field.nameIfAny,
  }),
  'court-date-held': fields({
    courtDate: field.id,
    on: field.on,
    heard: field.word('justice:heard', courtHearings),
    accompaniedBy: field.nameIfAny,
    note: field.prose,
    by: field.id,
  }),
  'court-date-cancelled': fields({ courtDate: field.id, because: field.line }),
  'wish-recorded': fields({ ...wish, by: field.id }),
  'lawyer-named': fields({ since: field.past, name: field.name, contact: field.nameIfAny }),
  'lawyer-ended': fields({ on: field.date, because: field.line }),
  'accusation-recorded': fields({
    accusation: field.id,
    offence: field.choice(offences),
    authority: field.name,
    /** Since when the child is accused. */
    on: field.on,
    /** The day of the act, where it is known. */
    actOn: coded(Maybe(PastDay)),
    window: field.word('justice:window', windows),
    detained: field.yes,
    note: field.note,
    recordedOn: field.date,
    by: field.id,
    alarm: field.alarm,
  }),
  /** The child was accused before anything spoke of trafficking; now it does. */
  'accused-found-victim': fields({ accusation: field.id, on: field.date, alarm: field.alarm }),
  'non-punishment-raised': fields({ accusation: field.id, on: field.on, authority: field.name, note: field.note, by: field.id }),
  'accusation-ended': fields({
    accusation: field.id,
    how: field.word('justice:accusation-end', accusationEnds),
    on: field.on,
    note: field.note,
    by: field.id,
  }),
  'residence-recorded': fields({
    status: field.word('justice:residence', residences),
    until: coded(Maybe(IsoDate)),
    /** The child is told to leave the country, or is to be brought out of it. */
    removal: field.yes,
    /** What protects from removal. */
    protection: field.note,
    on: field.date,
    by: field.id,
    alarm: field.alarm,
  }),
  'timer-settled': fields({
    /** Rule, which of its limits, and the day from which it runs. */
    timer: coded(Type.String({ pattern: '^[A-Z]{2}-\\d{2}/\\d/\\d{4}-\\d{2}-\\d{2}$', examples: ['TW-15/0/2026-11-23'] })),
    how: field.word('justice:timer-end', timerEnds),
    on: field.on,
    because: field.note,
    by: field.id,
  }),
};

const { step, kind, authority } = justiceEvents['step-recorded'].properties;
/** Something that happened in the proceedings. */
const Step = Type.Object({
  id: step,
  kind,
  on: field.date,
  outcome: Maybe(Outcome),
  authority,
  reference: Maybe(Line),
  note: Maybe(Prose),
  /** Why it does not count: it was written down in error. */
  struck: Maybe(Line),
});
export type Step = Data<typeof Step>;

const { courtDate, purpose } = justiceEvents['court-date-planned'].properties;
const CourtDate = Type.Object({
  id: courtDate,
  on: field.date,
  state: oneOf('planned', 'held', 'cancelled'),
  purpose,
  place: Maybe(Line),
  accompaniedBy: Maybe(Line),
  heard: Maybe(oneOf(...courtHearings)),
  note: Maybe(Prose),
});
export type CourtDate = Data<typeof CourtDate>;

const { since, name } = justiceEvents['lawyer-named'].properties;
const { accusation, note: accusedNote, alarm, ...accused } = justiceEvents['accusation-recorded'].properties;
/** That the child is accused of an offence. */
const Accusation = Type.Object({
  id: accusation,
  ...accused,
  note: Maybe(Prose),
  /** Since when it is an alarm, of which people were told; null where it never was. */
  alarmSince: Maybe(field.date),
  /** When the rule of non-punishment was raised with an authority. */
  raised: Maybe(Type.Omit(justiceEvents['non-punishment-raised'], ['accusation'])),
  ended: Maybe(Type.Omit(justiceEvents['accusation-ended'], ['accusation'])),
});
export type Accusation = Data<typeof Accusation>;
/** What was said of a legal timer last. */
const Settled = Type.Omit(justiceEvents['timer-settled'], ['timer']);
export const Justice = Type.Object({
  /** By the timer; those of which nobody said anything are not in it. */
  timers: Type.Record(Type.String(), Settled),
  accusations: Type.Array(Accusation),
  residence: Maybe(Type.Omit(justiceEvents['residence-recorded'], ['alarm'])),
  steps: Type.Array(Step),
  courtDates: Type.Array(CourtDate),
  /** The last that child and carer said to taking part. */
  wish: Maybe(Type.Object({ ...wish, note: Maybe(Prose) })),
  /** Who stands for the child by right; null where nobody is named. */
  lawyer: Maybe(Type.Object({ since, name, contact: Maybe(Line) })),
});
export type Justice = Data<typeof Justice>;
