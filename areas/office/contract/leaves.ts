import { Type } from 'typebox';
import { type Answer, contract, type Data, Outcomes } from '../../../platform/contract/index.ts';
import { fields, Id, IsoDate, Maybe, oneOf } from '../../../platform/decider/index.ts';
import { leaveEnds } from '../domain/index.ts';

const Leave = Type.Object({
  id: Type.String(),
  worker: Type.String(),
  from: Type.String(),
  until: Type.String(),
  to: Type.Array(Type.String()),
  /** Cases that are to be handed over still, and those that are with substitutes. */
  left: Type.Integer(),
  lent: Type.Integer(),
});
export type Leave = Data<typeof Leave>;
/** What one step of many moved; `next` is where the following begins, null at the end. */
const Step = Type.Object({ rows: Outcomes, next: Maybe(Type.String()), left: Type.Integer() });
export type Step = Data<typeof Step>;

export const previewLeave = contract({
  method: 'POST',
  path: '/api/office/leaves/preview',
  summary:
    'What a worker’s leave would move: how many cases, which of them have a visit or a day in court in the time, what else waits for him',
  may: ['plan', 'office.leave'],
  body: fields({
    worker: Id,
    from: IsoDate,
    until: IsoDate,
    to: Type.Array(Id, { maxItems: 20 }),
    cases: Type.Optional(Type.Array(Id, { maxItems: 1000 })),
  }),
  answer: Type.Object({
    cases: Type.Integer(),
    high: Type.Integer(),
    /** Cases with something due in the time, by kind of task. */
    due: Type.Array(Type.Object({ kind: Type.String(), cases: Type.Integer() })),
    elsewhere: Type.Integer(),
    /** Those of the substitutes who are away in the time themselves. */
    away: Type.Array(Type.String()),
  }),
});

export type LeavePreview = Answer<typeof previewLeave>;

export const listLeaves = contract({
  method: 'GET',
  path: '/api/office/leaves',
  summary: 'Who is away or will be, and whose cases are to be handed over or given back',
  may: ['read', 'office.leave'],
  answer: Type.Object({ rows: Type.Array(Leave) }),
});

export const readLeave = contract({
  method: 'GET',
  path: '/api/office/leaves/{id}',
  summary: 'One leave: what is left to do for it, and what waits for who is away in cases of others',
  may: ['read', 'office.leave'],
  answer: Type.Object({
    ...Leave.properties,
    ended: Maybe(Type.String()),
    elsewhere: Type.Array(Type.Object({ case: Type.String(), kind: Type.String(), due: Type.String(), worker: Maybe(Type.String()) })),
  }),
});

export type LeaveFile = Answer<typeof readLeave>;

export const handOverCases = contract({
  method: 'POST',
  path: '/api/office/leaves/{id}/hand-over',
  summary: 'Hand over the next 100 cases of who is away; what was moved before is not moved again',
  may: ['lend', 'cases.case'],
  body: fields({ after: Type.Optional(Id) }),
  answer: Step,
});

export const endLeave = contract({
  method: 'POST',
  path: '/api/office/leaves/{id}/end',
  summary: 'Give back the next 100 cases of who is back, or leave them where they are for good; the leave ends with the last',
  may: ['give-back', 'cases.case'],
  body: fields({ how: oneOf(...leaveEnds), after: Type.Optional(Id) }),
  answer: Step,
});
