import { Type } from 'typebox';
import { type Data, field, fields, identity, Maybe, oneOf, Prose } from '../../../../platform/decider/index.ts';

export const conferenceEvents = {
  'conference-planned': fields({
    conference: field.id,
    on: field.comingDay,
    purpose: field.line,
    /** Who takes or took part; the words of people, with their office. */
    participants: identity(Prose),
  }),
  'conference-held': fields({ conference: field.id, on: field.on, participants: identity(Prose), decisions: field.prose }),
  'conference-cancelled': fields({ conference: field.id, because: field.line }),
};

const { conference: id, ...planned } = conferenceEvents['conference-planned'].properties;
/** A meeting of those who work with a child, about the child. */
export const Conference = Type.Object({
  id,
  ...planned,
  state: oneOf('planned', 'held', 'cancelled'),
  decisions: Maybe(conferenceEvents['conference-held'].properties.decisions),
});
export type Conferences = readonly Data<typeof Conference>[];
