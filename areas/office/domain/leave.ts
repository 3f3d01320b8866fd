import { Type } from 'typebox';
import {
  coded,
  command,
  defineRecord,
  type EventOf,
  fields,
  Id,
  IdOf,
  IsoDate,
  oneOf,
  refuse,
  shown,
} from '../../../platform/decider/index.ts';
import { WorkerId } from '../../accounts/domain/index.ts';

const maxSubstitutes = 20;
/** Cases of one worker that may be chosen one by one. */
const maxCases = 1000;
export const leaveEnds = ['given-back', 'kept'] as const;

const planned = { from: IsoDate, until: IsoDate };
const leaveEvents = {
  'leave-planned': fields({
    worker: coded(Id, shown.user),
    from: coded(IsoDate, shown.day),
    until: coded(IsoDate, shown.day),
    to: coded(Type.Array(Id)),
    /** Left out: all his open cases. */
    cases: coded(Type.Optional(Type.Array(Id))),
    by: coded(Id),
    on: coded(IsoDate),
  }),
  'leave-moved': fields({ until: coded(IsoDate, shown.day), by: coded(Id), on: coded(IsoDate) }),
  'leave-ended': fields({ how: coded(oneOf(...leaveEnds)), by: coded(Id), on: coded(IsoDate) }),
};
type LeaveEvent = EventOf<typeof leaveEvents>;

/** A worker who is away for a time, and who has his cases meanwhile. */
export interface LeaveState {
  readonly worker: string;
  /** The first and the last day on which he is away. */
  readonly from: string;
  readonly until: string;
  /** Who takes his cases; several share them. */
  readonly to: readonly string[];
  /** The cases that are handed over; null: all that are open. */
  readonly cases: readonly string[] | null;
  readonly by: string;
  readonly ended: (typeof leaveEnds)[number] | null;
}

/** A leave: each case moves, and comes back, by a command of its own (`lend`, `give-back`, `keep`). */
export const leaveRecord = defineRecord<LeaveState, LeaveEvent>()({
  kind: 'office.leave',
  events: leaveEvents,
  facts: ({ worker, ended }) => ({ worker, ended }),
  status: ({ ended }) => (ended ? 'ended' : 'planned'),
  refusals: { ended: 'office.leave-ended' },
  grants: { supervisor: { roles: ['supervisor'], fixed: true } },
  acts: { read: 'supervisor' },
  evolve(state, event) {
    switch (event.type) {
      case 'leave-planned': {
        const { worker, from, until, to, cases = null, by } = event;
        return { worker, from, until, to, cases, by, ended: null };
      }
      case 'leave-moved':
        return { ...state!, until: event.until };
      case 'leave-ended':
        return { ...state!, ended: event.how };
    }
  },
  commands: {
    plan: command({
      summary: 'Say that a worker is away from a day until another, and who has his cases meanwhile',
      in: 'new-or-existing',
      by: 'supervisor',
      input: fields({
        worker: WorkerId,
        ...planned,
        to: Type.Array(WorkerId, { maxItems: maxSubstitutes, uniqueItems: true }),
        cases: Type.Optional(Type.Array(IdOf('cases.case'), { maxItems: maxCases, uniqueItems: true })),
      }),
      decide(state, { to, cases, ...given }, { today: on, actor }) {
        if (state) return [];
        if (given.until < given.from) return refuse('office.until-before', {}, ['/until']);
        if (given.until < on) return refuse('ledger.day-past', {}, ['/until']);
        if (to.length === 0) return refuse('office.no-substitute', {}, ['/to']);
        if (to.includes(given.worker)) return refuse('office.own-substitute', {}, ['/to']);
        if (cases?.length === 0) return refuse('office.no-cases-chosen', {}, ['/cases']);
        return [{ type: 'leave-planned', ...given, to, ...(cases ? { cases } : {}), by: actor.id, on }];
      },
    }),
    'move-end': command({
      summary: 'Say that somebody who is away comes back on another day',
      in: ['planned'],
      by: 'supervisor',
      input: fields({ until: IsoDate }),
      decide(state, { until }, { today: on, actor }) {
        if (until < state.from) return refuse('office.until-before', {}, ['/until']);
        if (until < on) return refuse('ledger.day-past', {}, ['/until']);
        return until === state.until ? [] : [{ type: 'leave-moved', until, by: actor.id, on }];
      },
    }),
    end: command({
      summary: 'Say that a leave is over: no case is with a substitute any more because of it',
      in: ['planned'],
      already: ['ended'],
      by: 'supervisor',
      input: fields({ how: oneOf(...leaveEnds) }),
      decide: (_, { how }, { today: on, actor }) => [{ type: 'leave-ended', how, by: actor.id, on }],
    }),
  },
});
