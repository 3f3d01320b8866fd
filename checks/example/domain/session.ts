import { type Static, Type } from 'typebox';
import { WorkerId } from '../../../areas/accounts/domain/index.ts';
import {
  coded,
  command,
  defineRecord,
  type EventOf,
  fields,
  IdOf,
  IsoDate,
  identity,
  Line,
  Maybe,
  narrative,
  oneOf,
  Phone,
  Prose,
  refuse,
  shown,
  WardCode,
} from '../../../platform/decider/index.ts';
import { defineList, from, is, searched } from '../../../platform/lists/list.ts';

const Count = Type.Integer({ minimum: 0, maximum: 10_000 });

/** What is entered about a session before it is held. */
const plan = {
  topic: coded(Line, shown.text),
  ward: coded(WardCode),
  day: coded(IsoDate, shown.day),
  host: coded(IdOf('partners.organisation')),
  trainer: coded(WorkerId),
  phone: identity(Phone),
};
const Plan = fields(plan);

const events = {
  'session-planned': Plan,
  'session-changed': Plan,
  'session-held': fields({ present: coded(Count, shown.number), notes: narrative(Prose, shown.prose) }),
  'session-cancelled': fields({ because: narrative(Prose, shown.prose) }),
};

/** A session as its page shows it. */
export const Session = fields({ ...plan, status: oneOf('planned', 'held', 'cancelled'), present: Maybe(Count) });
export type SessionState = Static<typeof Session>;

export const sessionRecord = defineRecord<SessionState, EventOf<typeof events>>()({
  kind: 'outreach.session',
  events,
  facts: ({ status, ward, trainer }) => ({ status, ward, trainer }),
  refusals: { held: 'outreach.over', cancelled: 'outreach.over' },
  grants: { keeper: { roles: ['case-worker', 'supervisor'] } },
  acts: { read: 'keeper' },
  evolve(state, event) {
    switch (event.type) {
      case 'session-planned': {
        const { type: _, ...planned } = event;
        return { ...planned, status: 'planned', present: null };
      }
      case 'session-changed': {
        const { type: _, ...planned } = event;
        return { ...state!, ...planned };
      }
      case 'session-held':
        return { ...state!, status: 'held', present: event.present };
      case 'session-cancelled':
        return { ...state!, status: 'cancelled' };
    }
  },
  commands: {
    plan: command({
      summary: 'Plan a session',
      in: 'new',
      by: 'keeper',
      input: Plan,
      decide: (_, input) => [{ type: 'session-planned', ...input }],
    }),
    change: command({
      summary: 'Change where, when and by whom a session is held',
      in: ['planned'],
      by: 'keeper',
      input: Plan,
      decide: (_, input) => [{ type: 'session-changed', ...input }],
    }),
    hold: command({
      summary: 'Record that a session was held, and how many came',
      in: ['planned'],
      by: 'keeper',
      input: fields({ present: Count, notes: Prose }),
      decide: ({ day }, input, { today }) => (day > today ? refuse('outreach.not-yet') : [{ type: 'session-held', ...input }]),
    }),
    cancel: command({
      summary: 'Cancel a session, and say why',
      in: ['planned'],
      already: ['cancelled'],
      by: 'keeper',
      input: fields({ because: Prose }),
      decide: (_, input) => [{ type: 'session-cancelled', ...input }],
    }),
  },
});

/** The sessions, the next ones first. */
export const sessionList = defineList({
  kind: sessionRecord.kind,
  path: '/api/outreach/sessions',
  summary: 'The sessions by day: by ward, status and from a day on; found by topic',
  columns: {
    topic: coded(Line),
    ward: coded(WardCode),
    day: coded(IsoDate),
    trainer: coded(WorkerId),
    status: coded(Session.properties.status),
    present: coded(Maybe(Count)),
  },
  filters: {
    text: searched(identity(Type.String({ maxLength: 200 }))),
    ward: is('ward', coded(WardCode)),
    status: is('status', coded(Session.properties.status)),
    since: from('day', coded(IsoDate)),
  },
  file: {
    columns: {
      topic: 'example:session.topic',
      ward: 'example:session.ward',
      day: 'example:session.day',
      status: ['example:session.status', 'example:status'],
      present: 'example:session.present',
    },
    action: 'read',
  },
  orders: { day: { by: { day: IsoDate } } },
});
