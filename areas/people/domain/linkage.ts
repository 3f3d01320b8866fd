import { Type } from 'typebox';
import { coded, command, defineRecord, type EventOf, fields } from '../../../platform/decider/index.ts';

const Result = {
  rows: Type.Integer(),
  persons: Type.Integer(),
  links: Type.Integer(),
  doubtful: Type.Integer(),
  compared: Type.Integer(),
  model: Type.Unknown(),
  /** A fingerprint of the rows and verdicts that it rests on: the same ones are not linked again. */
  basis: Type.String(),
};
const linkageEvents = {
  'linkage-finished': fields({
    rows: coded(Result.rows),
    persons: coded(Result.persons),
    links: coded(Result.links),
    doubtful: coded(Result.doubtful),
    compared: coded(Result.compared),
    model: coded(Result.model),
    basis: coded(Type.Optional(Result.basis)),
    at: coded(Type.String()),
  }),
};
export type LinkageEvent = EventOf<typeof linkageEvents>;

/** The last run of linkage: what it compared and by which model. */
export type LinkageState = Omit<LinkageEvent, 'type'>;

export const linkageRecord = defineRecord<LinkageState, LinkageEvent>()({
  kind: 'people.linkage',
  single: true,
  events: linkageEvents,
  facts: () => ({}),
  grants: { reader: { roles: ['case-worker', 'supervisor', 'registrar'], mayAlso: ['monitoring-officer'] } },
  acts: { read: 'reader' },
  evolve: (_, { type: _type, ...now }) => now,
  commands: {
    finish: command({
      summary: 'Note a run of linkage, its model and what it found',
      in: 'new-or-existing',
      by: 'system',
      input: fields(Result),
      decide: (state, result, { now }) => (state?.basis === result.basis ? [] : [{ type: 'linkage-finished', ...result, at: now }]),
    }),
  },
});
