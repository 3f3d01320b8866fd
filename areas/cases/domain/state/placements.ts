import { Type } from 'typebox';
import { coded, type Data, field, fields, Line, Maybe, narrative, oneOf, PastDay, shown } from '../../../../platform/decider/index.ts';
import { dwellings, leavings, placeKinds, preparations, tracingSteps, whereabouts } from '../choices.ts';

const placed = {
  placement: field.id,
  kind: field.choice(placeKinds),
  place: field.id,
  from: field.day,
  name: field.name,
  responsible: field.name,
  reason: field.prose,
};
export const placementEvents = {
  'child-placed': fields(placed),
  'child-placed-in-emergency': fields({ ...placed, until: field.date, by: field.id }),
  'whereabouts-recorded': fields({
    stay: field.id,
    fact: field.word('stay', whereabouts),
    since: coded(PastDay, shown.day),
    note: field.note,
    on: field.date,
    by: field.id,
    alarm: field.alarm,
  }),
  'child-left': fields({ stay: field.id, how: field.word('leaving', leavings), on: field.on, note: field.note }),
  'tracing-requested': fields({ tracing: field.id, on: field.date, whom: field.name, through: narrative(Line) }),
  'tracing-went-on': fields({
    tracing: field.id,
    step: field.word('tracing-step', tracingSteps),
    on: field.on,
    note: narrative(Type.String({ maxLength: 10_000 }), shown.prose),
  }),
  'return-prepared': fields({ done: field.choices(preparations), on: field.date }),
  returned: fields({
    return: field.id,
    on: field.on,
    place: field.id,
    carer: field.id,
    escortedBy: field.name,
    handover: field.prose,
    name: field.name,
  }),
};

const { since, on: recordedOn, by: recordedBy } = placementEvents['whereabouts-recorded'].properties;
/** Where the child was or is, from when to when; one follows the other. */
export const Stay = Type.Object({
  id: placed.placement,
  kind: oneOf(...dwellings),
  place: Maybe(placed.place),
  /** What the place is called; empty where it is away. */
  name: Type.String(),
  from: placed.from,
  to: Maybe(placed.from),
  reason: placed.reason,
  responsible: Type.String(),
  /** For an emergency placement: until when the place must have been assessed. */
  emergencyUntil: Maybe(placed.from),
  /** For what was written down as a fact: since when it is so as far as known, when it was written down, and by whom. */
  recorded: Maybe(Type.Object({ since, on: recordedOn, by: recordedBy })),
});
export type Stay = Data<typeof Stay>;

const { tracing: id, ...requested } = placementEvents['tracing-requested'].properties;
const { step, note } = placementEvents['tracing-went-on'].properties;
/** The search for somebody of the child's family. */
const Tracing = Type.Object({ id, ...requested, step, note });
export type Tracing = Data<typeof Tracing>;

const { return: returning, on, place, carer } = placementEvents.returned.properties;
export const Placements = Type.Object({
  /** In order; only the last may be open. */
  stays: Type.Array(Stay),
  tracings: Type.Array(Tracing),
  prepared: placementEvents['return-prepared'].properties.done,
  /** The return home that holds; null again when the child was taken into care afterwards. */
  returned: Maybe(Type.Object({ id: returning, on, place, carer })),
});
export type Placements = Data<typeof Placements>;
