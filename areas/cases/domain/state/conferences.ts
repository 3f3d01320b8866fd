import { Type } from 'typebox';
import { type Data, field, fields, IsoDate, identity, Maybe, oneOf, Prose } from '../../../../platform/decider/index.ts';
import { Review, reviewEvent } from './review.ts';

export const conferenceEvents = {
  'conference-planned': fields({
    conference: field.id,
    on: field.comingDay,
    purpose: field.line,
    /** Who takes or took part; the words of people, with their office. */
    participants: identity(Prose),
    /** When that was said, and by whom; left out in files from before it was kept. */
    said: field.dateIfAny,
    by: field.idIfAny,
  }),
  'conference-held': fields({ conference: field.id, on: field.on, participants: identity(Prose), decisions: field.prose }),
  'conference-cancelled': fields({ conference: field.id, because: field.line }),
  'conference-reviewed': reviewEvent('conference'),
};

const { conference: id, said, by, ...planned } = conferenceEvents['conference-planned'].properties;
/** A meeting of those who work with a child, about the child. */
export const Conference = Type.Object({
  id,
  ...planned,
  state: oneOf('planned', 'held', 'cancelled'),
  decisions: Maybe(conferenceEvents['conference-held'].properties.decisions),
  /** The days on which it was planned before it was moved; when it was moved last, and by whom. */
  earlier: Type.Array(IsoDate),
  putOff: Maybe(Type.Object({ on: Maybe(said), by: Maybe(by) })),
  review: Review,
});
export type Conference = Data<typeof Conference>;
export type Conferences = readonly Conference[];
