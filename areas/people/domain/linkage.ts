import { Type } from 'typebox';
import { coded, command, defineRecord, type EventOf, fields } from '../../../platform/decider/index.ts';

const result = {
  rows: coded(Type.Integer()),
  persons: coded(Type.Integer()),
  links: coded(Type.Integer()),
  doubtful: coded(Type.Integer()),
  compared: coded(Type.Integer()),
  model: coded(Type.Unknown()),
  /** A fingerprint of the rows and verdicts that it rests on: the same ones are not linked again. */
  basis: coded(Type.Optional(Type.String())),
};
const linkageEvents = { 'linkage-finished': fields({ ...result, at: coded(Type.String()) }) };
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
      input: fields(result),
      decide: (state, found, { now }) => (state?.basis === found.basis ? [] : [{ type: 'linkage-finished', ...found, at: now }]),
    }),
  },
});
