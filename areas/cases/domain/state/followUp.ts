import { Type } from 'typebox';
import {
  coded,
  type Data,
  type EventOf,
  field,
  fields,
  Id,
  IsoDate,
  Maybe,
  narrative,
  oneOf,
  Prose,
} from '../../../../platform/decider/index.ts';
import { type LifeDomain, lifeDomains, visitOutcomes } from '../choices.ts';
import { Review, reviewEvent } from './review.ts';

const Score = Type.Integer({ minimum: 0, maximum: 4 });
/** How the child fares by domain: 0 (nothing is well) to 4 (all is well). */
const Scores = fields(
  Object.fromEntries(lifeDomains.map((domain) => [domain, Type.Optional(Score)])) as Record<
    LifeDomain,
    ReturnType<typeof Type.Optional<typeof Score>>
  >,
);
const made = {
  visit: field.id,
  on: field.on,
  outcome: field.word('visit-outcome', visitOutcomes),
  /** Whether the child was spoken with alone. */
  alone: coded(Type.Optional(Type.Boolean())),
  scores: coded(Scores),
  /** The questionnaire that was filled in at the visit. */
  answers: field.idIfAny,
  childSays: narrative(Type.Optional(Prose)),
  note: field.note,
};
/** When it was put off, and by whom; left out in files from before it was kept. */
const putOff = { on: field.dateIfAny, by: field.idIfAny };
export const followUpEvents = {
  'follow-up-begun': fields({
    since: field.date,
    stableMonths: coded(Type.Integer()),
    visits: coded(Type.Array(fields({ id: Id, due: IsoDate }))),
  }),
  'visit-added': fields({ visit: field.id, due: field.day }),
  'visit-moved': fields({ visit: field.id, due: field.day, because: field.prose, ...putOff }),
  'visit-made': fields({ ...made, by: field.id }),
  'visit-dropped': fields({ visit: field.id, because: field.prose, ...putOff }),
  'visit-reviewed': reviewEvent('visit'),
  /** What was answered at it was amended: why stands there. */
  'visit-corrected': fields({ visit: made.visit, outcome: made.outcome, alone: made.alone }),
};
/** The event with which visits are planned anew: what is decided in any part may. */
export type FollowUpBegun = EventOf<Pick<typeof followUpEvents, 'follow-up-begun'>>;

/** A visit to a child after the return home or another lasting solution. */
export const Visit = Type.Object({
  id: Id,
  due: IsoDate,
  /** The days on which it was planned before it was moved, in the order in which it was. */
  earlier: Type.Array(IsoDate),
  /** By whom and when it was moved or dropped last; null where it was not. */
  putOff: Maybe(Type.Object({ on: Maybe(IsoDate), by: Maybe(Id) })),
  /** What a supervisor said of its being moved or dropped. */
  review: Review,
  /** Null while it was not made. */
  on: Maybe(IsoDate),
  outcome: Maybe(oneOf(...visitOutcomes, 'dropped')),
  alone: Maybe(Type.Boolean()),
  scores: Scores,
  answers: Maybe(Id),
});
export type Visit = Data<typeof Visit>;

export interface FollowUp {
  /** The day from which visits are counted: of the return, or of another lasting solution; null before there is one. */
  readonly since: string | null;
  readonly visits: readonly Visit[];
  /** Months that a child's life must have been stable before the case is closed, by the limits when it began. */
  readonly stableMonths: number;
}
