import { Type } from 'typebox';
import { type Answer, contract, type Data, Outcomes, recordContract } from '../../../platform/contract/index.ts';
import { fields, Id, Maybe, oneOf } from '../../../platform/decider/index.ts';
import { Leave as Kept, LeavePlan, leaveEnds } from '../domain/index.ts';

const { cases: _, ended, ...planned } = Kept.properties;
/** `left`: cases that are to be handed over still; `lent`: those that are with substitutes. */
const standing = { ...planned, left: Type.Integer(), lent: Type.Integer() };
const Leave = Type.Object({ id: Type.String(), ...standing });
export type Leave = Data<typeof Leave>;
/** What one step of many moved; `next` is where the following begins, null at the end. */
const Step = Type.Object({ rows: Outcomes, next: Maybe(Type.String()), left: Type.Integer() });
export type Step = Data<typeof Step>;

export const previewLeave = contract({
  method: 'POST',
  path: '/api/office/leaves/preview',
  summary:
    'What a worker’s leave would move: how many cases, which of them have a visit or a day in court in the time, what else waits for the worker',
  may: ['plan', 'office.leave'],
  body: LeavePlan,
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

export const listLeaves = contract({
  method: 'GET',
  path: '/api/office/leaves',
  summary: 'Who is away or will be, and whose cases are to be handed over or given back',
  may: ['read', 'office.leave'],
  answer: Type.Object({ rows: Type.Array(Leave) }),
});

export const readLeave = recordContract({
  kind: 'office.leave',
  summary: 'One leave: what is left to do for it, and what waits for who is away in cases of others',
  answer: {
    ...standing,
    ended,
    elsewhere: Type.Array(Type.Object({ case: Type.String(), kind: Type.String(), due: Type.String(), worker: Maybe(Type.String()) })),
  },
});
export type LeaveFile = Answer<typeof readLeave>;

export const handOverCases = contract({
  method: 'POST',
  path: '/api/office/leave/{id}/hand-over',
  summary: 'Hand over the next 100 cases of who is away; what was moved before is not moved again',
  may: ['hand-over', 'office.leave'],
  body: fields({ after: Type.Optional(Id) }),
  answer: Step,
});

export const giveBackCases = contract({
  method: 'POST',
  path: '/api/office/leave/{id}/give-back',
  summary: 'Give back the next 100 cases of who is back, or leave them where they are for good; the leave ends with the last',
  may: ['end', 'office.leave'],
  body: fields({ how: oneOf(...leaveEnds), after: Type.Optional(Id) }),
  answer: Step,
});
