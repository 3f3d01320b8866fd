import assert from 'node:assert/strict';
import { addDays, type Context, evolveAll, isRefusal, type Refusal, type Role } from './index.ts';

/** A made-up id, the same for the same number. */
export const anId = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const me = '00000000-0000-7000-8000-00000000000a';
export const other = '00000000-0000-7000-8000-00000000000b';
const today = '2026-11-23';

/** What a decision knows, `days` after the day of the tests, as that person. */
export function contextOn(days = 0, actor = me, role: Role = 'case-worker'): Context {
  let ids = 9000;
  const day = addDays(today, days);
  return { now: `${day}T04:00:00.000Z`, today: day, actor: { id: actor, city: 1, roles: [role] }, newId: () => anId(++ids) };
}

interface Deciding<S, E> {
  evolve(state: S | undefined, event: E): S;
  readonly commands: Readonly<Record<string, { decide(state: never, input: never, context: Context): readonly object[] | Refusal }>>;
}

/**
 * Builds the records of one kind to which something happened. `when` gives one a command; `then` names the events that follow, `refused` the
 * refusal. `knows`: what all decisions know besides; `shows`: what a test may ask of such a record besides its state.
 */
export function givenOf<S, E extends { readonly type: string }, More extends object = object>(
  record: Deciding<S, E>,
  { knows = (context) => context, shows }: { knows?: (context: Context) => Context; shows?: (state: S) => More } = {},
) {
  const given = (...events: readonly E[]): More & { readonly state: S; readonly events: readonly E[]; readonly when: typeof when } => {
    const state = evolveAll(record, undefined, events) as S;
    const when = (name: string, input: object = {}, context = contextOn()) => {
      const decided = record.commands[name]!.decide((events.length > 0 ? state : undefined) as never, input as never, knows(context));
      const outcome = isRefusal(decided) ? decided.refused : (decided as readonly E[]).map(({ type }) => type);
      /** What followed; a refusal fails. */
      const followed = () => (isRefusal(decided) ? assert.fail(decided.refused) : (decided as readonly E[]));
      return {
        /** The code of the refusal, or the types of the events. */
        outcome,
        fields: isRefusal(decided) ? decided.fields : [],
        then: (...types: readonly string[]) => assert.deepEqual(outcome, types),
        refused: (code: string) => assert.equal(outcome, code),
        followed,
        /** The record after it. */
        and: () => given(...events, ...followed()),
      };
    };
    return { ...(shows?.(state) as More), state, events, when };
  };
  return given;
}
