import { type Static, Type } from 'typebox';
import {
  ComingDay,
  coded,
  command,
  defineRecord,
  type EventOf,
  field,
  fields,
  Id,
  IdOf,
  IsoDate,
  Maybe,
  oneOf,
  refuse,
} from '../../../platform/decider/index.ts';
import { WorkerId } from '../../accounts/domain/index.ts';

const maxSubstitutes = 20;
/** Cases of one worker that may be chosen one by one. */
const maxCases = 1000;
export const leaveEnds = ['given-back', 'kept'] as const;

/** Who is away from which day to which, and who takes their cases; several share them. */
const planned = { worker: field.user, from: field.day, until: field.day, to: coded(Type.Array(Id)) };
const leaveEvents = {
  'leave-planned': fields({
    ...planned,
    /** Left out: all their open cases. */
    cases: coded(Type.Optional(Type.Array(Id))),
    by: field.id,
    on: field.date,
  }),
  'leave-moved': fields({ until: field.day, by: field.id, on: field.date }),
  'leave-ended': fields({ how: field.choice(leaveEnds), by: field.id, on: field.date }),
};
type LeaveEvent = EventOf<typeof leaveEvents>;

/** A worker who is away for a time, and who has their cases meanwhile. */
export const Leave = fields({
  ...planned,
  /** The cases that are handed over; null: all that are open. */
  cases: coded(Maybe(Type.Array(Id))),
  ended: coded(Maybe(oneOf(...leaveEnds))),
});
export type LeaveState = Static<typeof Leave>;

/** What is said of a leave that is planned. */
export const LeavePlan = fields({
  worker: WorkerId,
  from: IsoDate,
  until: ComingDay,
  to: Type.Array(WorkerId, { maxItems: maxSubstitutes, uniqueItems: true }),
  cases: Type.Optional(Type.Array(IdOf('cases.case'), { maxItems: maxCases, uniqueItems: true })),
});

const untilBefore = refuse('office.until-before', {}, ['/until']);

/** A leave: each case moves, and comes back, by a command of its own (`lend`, `give-back`, `keep`). */
export const leaveRecord = defineRecord<LeaveState, LeaveEvent>()({
  kind: 'office.leave',
  events: leaveEvents,
  facts: ({ worker, ended }) => ({ worker, ended }),
  status: ({ ended }) => (ended ? 'ended' : 'planned'),
  refusals: { ended: 'office.leave-ended' },
  grants: { supervisor: { roles: ['supervisor'], fixed: true } },
  acts: { read: 'supervisor', 'hand-over': { by: 'supervisor', in: ['planned'] } },
  evolve(state, event) {
    switch (event.type) {
      case 'leave-planned': {
        const { worker, from, until, to, cases = null } = event;
        return { worker, from, until, to, cases, ended: null };
      }
      case 'leave-moved':
        return { ...state!, until: event.until };
      case 'leave-ended':
        return { ...state!, ended: event.how };
    }
  },
  commands: {
    plan: command({
      summary: 'Say that a worker is away from a day until another, and who has their cases meanwhile',
      in: 'new',
      already: ['planned', 'ended'],
      by: 'supervisor',
      input: LeavePlan,
      decide(_, leave, { today: on, actor }) {
        const { worker, from, until, to, cases } = leave;
        if (until < from) return untilBefore;
        if (to.length === 0) return refuse('office.no-substitute', {}, ['/to']);
        if (to.includes(worker)) return refuse('office.own-substitute', {}, ['/to']);
        if (cases?.length === 0) return refuse('office.no-cases-chosen', {}, ['/cases']);
        return [{ type: 'leave-planned', ...leave, by: actor.id, on }];
      },
    }),
    'move-end': command({
      summary: 'Say that somebody who is away comes back on another day',
      in: ['planned'],
      by: 'supervisor',
      input: fields({ until: ComingDay }),
      decide({ from, until: before }, { until }, { today: on, actor }) {
        if (until < from) return untilBefore;
        return until === before ? [] : [{ type: 'leave-moved', until, by: actor.id, on }];
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
