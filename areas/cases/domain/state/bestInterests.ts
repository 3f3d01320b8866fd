import { Type } from 'typebox';
import { coded, type Data, field, fields, Id, identity, Line, Maybe, narrative, oneOf, Prose } from '../../../../platform/decider/index.ts';
import { hearings, participantRoles, placeKinds, placeResults, presences, recordedSolutions, wishesOfChild } from '../choices.ts';

const assessed = {
  assessment: field.id,
  place: field.id,
  kind: field.choice(placeKinds),
  /** Where it is in another country: its code (ISO 3166-1). */
  country: coded(Maybe(Type.String({ pattern: '^[A-Z]{2}$' }))),
  /** The carer who lives there or answers for it. */
  carer: field.idOrNone,
  on: field.on,
  /** Who lives there, and who visits. */
  people: identity(Type.Optional(Type.Array(fields({ how: oneOf(...presences), name: Line }), { maxItems: 30 }))),
  /** Who of them is suspected in the case, by the records of suspects. */
  suspects: coded(Type.Optional(Type.Array(Id))),
  /** Where somebody there is called like a suspect: why they are another person. */
  notSuspect: field.note,
  result: field.word('safety', placeResults),
  name: field.name,
  by: field.name,
  /** The office of the other country with which it was made. */
  jointlyWith: narrative(Type.String({ maxLength: 200 })),
  reasons: field.prose,
};
const hearing = field.choice(hearings);
/** What the child says, or why they could not be heard. */
const childView = narrative(Type.String({ maxLength: 10_000 }));
export const bestInterestsEvents = {
  'interests-assessed': fields({
    assessment: field.id,
    on: field.on,
    hearing,
    childView,
    /** What speaks for and against: safety, family, care, identity, health, school, the child's wish. */
    options: narrative(Prose),
    finding: field.prose,
    reviewOn: field.date,
    by: field.id,
  }),
  'reconsideration-asked': fields({ determination: field.id, on: field.on, because: field.prose, by: field.id }),
  'best-interests-determined': fields({
    determination: field.id,
    on: field.on,
    hearing,
    wish: coded(oneOf(...wishesOfChild)),
    solution: field.word('solution', recordedSolutions),
    reviewOn: field.date,
    participants: identity(Type.Array(fields({ role: field.choice(participantRoles), name: field.name }), { maxItems: 20 })),
    /** Where two of the panel, or one of them and a suspect, have names that are alike: why they are different people. */
    apart: field.note,
    childView,
    options: narrative(Prose),
    decision: field.prose,
    /** Why the child's wish is not followed. */
    whyNot: narrative(Type.Optional(Prose)),
  }),
  'solution-decided': fields({
    solution: field.word('solution', recordedSolutions),
    determination: field.id,
    on: field.date,
    by: field.id,
  }),
  'place-assessed': fields({ ...assessed, until: field.date }),
};

const { determination: id, ...determined } = bestInterestsEvents['best-interests-determined'].properties;
/** What was found to be best for the child, by whom, after weighing what, and what the child says of it. */
const Determination = Type.Object({
  id,
  ...determined,
  /** The day on which somebody asked to consider it again. */
  askedAgain: Maybe(field.on),
  /** The dangers, suspects and conflict that were known when it was written down: whatever else is known is new. */
  knew: Type.Array(Type.String()),
});

const { assessment: interests, ...weighed } = bestInterestsEvents['interests-assessed'].properties;
/** What was weighed for the child as an ordinary step, before anything is decided about them. */
const Weighing = Type.Object({ id: interests, ...weighed });

const { assessment, place, kind, country, carer, name, ...found } = bestInterestsEvents['place-assessed'].properties;
const Assessment = Type.Object({ id: assessment, ...found });
/** A place, or a family, where the child may live: what was found there, and until when that counts. */
export const Place = Type.Object({
  id: place,
  kind,
  name,
  country,
  carer,
  assessment: Assessment,
  /** Assessments of days before the last, the oldest first: a placement is judged by what was found until its day. */
  earlier: Type.Array(Assessment),
});
export type Place = Data<typeof Place>;
export type Assessment = Data<typeof Assessment>;

export const BestInterests = Type.Object({
  assessments: Type.Array(Weighing),
  determinations: Type.Array(Determination),
  solution: Maybe(bestInterestsEvents['solution-decided']),
  places: Type.Array(Place),
});
export type BestInterests = Data<typeof BestInterests>;
