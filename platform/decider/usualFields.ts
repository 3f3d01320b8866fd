import { Type } from 'typebox';
import { ComingDay, coded, Id, IsoDate, identity, Line, Maybe, narrative, oneOf, PastDay, Prose } from './fields.ts';
import { shown } from './history/shown.ts';

/** Fields that events and commands of many records have, each with its tier and how a history shows it. */
export const field = {
  id: coded(Id),
  idIfAny: coded(Type.Optional(Id)),
  idOrNone: coded(Maybe(Id)),
  /** A colleague, who is named in the sentence of the event. */
  user: coded(Id, shown.user),
  date: coded(IsoDate),
  dateIfAny: coded(Type.Optional(IsoDate)),
  /** A date that is in the sentence of the event. */
  day: coded(IsoDate, shown.day),
  /** A day that is over or today, and the day on which it happened. */
  past: coded(PastDay),
  on: coded(PastDay, shown.on),
  /** Today or a later day; the second is in the sentence of the event. */
  coming: coded(ComingDay),
  comingIfAny: coded(Type.Optional(ComingDay)),
  comingDay: coded(ComingDay, shown.day),
  yes: coded(Type.Boolean()),
  /** The event raises an alarm that did not stand before it. Whoever must know is told of it. */
  alarm: coded(Type.Optional(Type.Boolean())),
  /** One of these values; the sentence of the event has the word for it, from `<of>.<value>` of the catalogue. */
  word: <const T extends readonly string[]>(of: string, values: T) => coded(oneOf(...values), shown.word(of)),
  choice: <const T extends readonly string[]>(values: T) => coded(oneOf(...values)),
  choices: <const T extends readonly string[]>(values: T) => coded(Type.Array(oneOf(...values), { maxItems: values.length })),
  /** Who somebody is, or where: no history shows it. */
  name: identity(Line),
  nameIfAny: identity(Type.Optional(Line)),
  /** What happened, in a line or at length, and what else there is to say. */
  line: narrative(Line, shown.prose),
  prose: narrative(Prose, shown.prose),
  note: narrative(Type.Optional(Prose), shown.prose),
} as const;
