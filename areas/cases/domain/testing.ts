import assert from 'node:assert/strict';
import { addDays, type Context, evolveAll, isRefusal, type Role } from '../../../platform/decider/index.ts';
import { type CaseEvent, caseRecord, hindrances, tasksOf } from './case.ts';
import type { CaseState } from './state/case.ts';

export const me = '00000000-0000-7000-8000-00000000000a';
export const other = '00000000-0000-7000-8000-00000000000b';
/** A made-up id, the same for the same number. */
export const anId = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const today = '2026-11-23';

/** What a decision knows, `days` after the day of the tests, as that person. */
export function contextOn(days = 0, actor = me, role: Role = 'case-worker'): Context {
  let ids = 9000;
  const day = addDays(today, days);
  return { now: `${day}T04:00:00.000Z`, today: day, actor: { id: actor, city: 1, roles: [role] }, newId: () => anId(++ids) };
}

export const opened: CaseEvent = {
  type: 'case-opened',
  person: null,
  source: 'visit',
  riskLevel: 'high',
  ward: '3',
  born: { first: '2014-01-01', last: '2014-12-31' },
  worker: me,
  on: '2026-11-20',
  name: 'Maya Rai',
  concern: 'Seen at the bus park with a stranger.',
};

/** A case to which that happened. `when` gives it a command; `then` names the events that follow, `refused` the refusal. */
export const given = (...events: CaseEvent[]) => {
  const state = evolveAll(caseRecord, undefined, events) as CaseState;
  return {
    state,
    events,
    tasks: () => tasksOf(state).map(({ kind, due }) => `${kind} ${due}`),
    hinders: (reason: string, days = 0) => hindrances(state, reason, addDays(today, days)).map(({ refused }) => refused),
    when(name: string, input: object = {}, context: Context = contextOn()) {
      const outcome = caseRecord.commands[name]!.decide(events.length > 0 ? state : undefined, input, context);
      return {
        then: (...types: string[]) => assert.deepEqual(isRefusal(outcome) ? outcome.refused : outcome.map(({ type }) => type), types),
        refused: (code: string) => assert.equal(isRefusal(outcome) ? outcome.refused : outcome, code),
        /** The case after it; a refusal fails. */
        and: () => given(...events, ...(isRefusal(outcome) ? assert.fail(outcome.refused) : (outcome as readonly CaseEvent[]))),
      };
    },
  };
};
