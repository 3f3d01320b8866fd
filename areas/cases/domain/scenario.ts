import { type Context, evolveAll, isRefusal, type Refusal } from '../../../platform/decider/index.ts';
import { type CaseEvent, caseRecord } from './case.ts';
import type { CaseState } from './state/case.ts';

/** A small world for tests in the words of a case: given what happened, when a command is given, then what follows. */
const me = '00000000-0000-7000-8000-00000000000a';
export const boss = '00000000-0000-7000-8000-00000000000b';
export const today = '2026-11-23';
export const opened: CaseEvent = {
  type: 'case-opened',
  person: null,
  source: 'visit',
  riskLevel: 'high',
  ward: '3',
  birthYear: 2014,
  worker: me,
  on: '2026-11-20',
  name: 'Maya Rai',
  concern: 'Seen at the bus park with a stranger.',
};
/** A case opened for somebody born in that year; null: nobody knows. */
export const bornIn = (birthYear: number | null): CaseEvent => ({ ...opened, birthYear }) as CaseEvent;

/** An id for a thing in a test, the same each time. */
export const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const contextOf = (actor: string, day: string): Context => ({
  now: `${day}T04:00:00.000Z`,
  today: day,
  actor: { id: actor, city: 1, roles: [actor === boss ? 'supervisor' : 'case-worker'] },
  newId: () => idOf(999),
});

/** By whom and on what day a command is given; by the worker of the case today, unless said. */
interface Circumstances {
  readonly by?: string;
  readonly on?: string;
}
export interface World {
  readonly state: CaseState;
  /** The types of the events that follow, or the code of the refusal. */
  when(name: string, input?: object, circumstances?: Circumstances): string | readonly string[];
  /** The same world after a command that must not be refused. */
  after(name: string, input?: object, circumstances?: Circumstances): World;
}

export function given(...events: CaseEvent[]): World {
  const state = evolveAll(caseRecord, undefined, events)!;
  const decide = (name: string, input: object, { by = me, on = today }: Circumstances): readonly CaseEvent[] | Refusal =>
    caseRecord.commands[name]!.decide(state, input, contextOf(by, on));
  return {
    state,
    when(name, input = {}, circumstances = {}) {
      const found = decide(name, input, circumstances);
      return isRefusal(found) ? found.refused : found.map(({ type }) => type);
    },
    after(name, input = {}, circumstances = {}) {
      const found = decide(name, input, circumstances);
      if (isRefusal(found)) throw new Error(`${name} was refused: ${found.refused}`);
      return given(...events, ...found);
    },
  };
}
