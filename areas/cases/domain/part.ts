import type { Static, TObject, TSchema } from 'typebox';
import { type Command, type Consulted, type Context, type EventOf, type Refusal, refuse } from '../../../platform/decider/index.ts';
import { type MayRead, mentionsConsulted, mentionsRefused } from './flags/mentions.ts';
import type { ActionAdded } from './state/actions.ts';
import type { CaseState, CaseStatus, Slices } from './state/case.ts';

/**
 * Who may give a command, besides the supervisor, who may give all but the system's: the case's worker; its team, that is also whoever
 * has something to do in it; whoever may read it, that is also those to whom it is open in an emergency; supervisors alone; any case worker
 * of the city, on whichever case; the system alone, as a consequence of another record's change.
 */
export type By = 'reader' | 'team' | 'worker' | 'supervisor' | 'case-worker' | 'system';

/** Something that may be done to a case that is there. */
export interface PartCommand<Event> {
  readonly summary: string;
  /** In which statuses of the case it may be done. */
  readonly in: readonly CaseStatus[];
  readonly by: By;
  readonly input: TSchema;
  decide(state: CaseState, input: unknown, context: Context): readonly Event[] | Refusal;
  consults?(input: never, state: CaseState | undefined): readonly Consulted[];
}

/** Something that waits to be done, with the day it is due: what Today, the calendar and the lists of overdue things are made of. */
export interface Task {
  /** An id that stays the same while it is the same thing to do, and is that of no other of its kind in the case. */
  readonly id: string;
  /** `action`, `visit`, `review` …: its words stand in the catalogues under `task.<kind>`. */
  readonly kind: string;
  /** Who is to do it; null: whoever is the case's worker. */
  readonly who: string | null;
  /** Set where it is for whoever of the office holds that role, and not for the case's worker. */
  readonly role?: 'supervisor';
  readonly due: string;
  /** What a person wrote of it; never kept in clear. */
  readonly what?: string;
}

/** One subject of a case: its slice of the state, what happens to it, what may be done, what waits, what stands in the way of closing. */
export interface Part<Name extends keyof Slices = keyof Slices, Schemas extends Record<string, TObject> = Record<string, TObject>> {
  readonly slice: Name;
  readonly initial: Slices[Name];
  readonly events: Schemas;
  readonly evolve: {
    readonly [K in keyof Schemas & string]: (
      slice: Slices[Name],
      event: { readonly type: K } & Static<Schemas[K]>,
      state: CaseState,
    ) => Slices[Name];
  };
  /** What is decided in any part may become something to do. */
  readonly commands: Readonly<Record<string, PartCommand<EventOf<Schemas> | ActionAdded>>>;
  /** What waits while the case is open. */
  tasks?(state: CaseState): readonly Task[];
  /** Why the case may not be closed yet for that reason: each refusal names one thing and what to do about it. */
  hinders?(state: CaseState, reason: string, today: string): readonly Refusal[];
}

/** States a part; checks types, changes nothing. */
export const definePart = <Name extends keyof Slices, Schemas extends Record<string, TObject>>(
  part: Part<Name, Schemas>,
): Part<Name, Schemas> => part;

/** The refusal where a command is not possible in a case's status; undefined where it is. */
function mayNow(state: CaseState | undefined, statuses: readonly CaseStatus[]): Refusal | undefined {
  if (!state) return refuse('ledger.not-found');
  if (statuses.includes(state.status)) return undefined;
  return refuse(state.status === 'closed' ? 'cases.closed' : 'cases.not-closed');
}

/** A part's command as the record knows it: only on a case that is there and in one of its statuses, and mentioning those alone who may read it. */
export const guarded = <Event>(
  { in: statuses, decide, summary, input, consults }: PartCommand<Event>,
  mayRead: MayRead,
): Command<CaseState, Event> => ({
  summary,
  input,
  decide: (state, given, context) =>
    mayNow(state, statuses) ?? mentionsRefused(state!, given, context, mayRead) ?? decide(state!, given, context),
  consults: (given: never, state) => [...mentionsConsulted(given), ...(consults?.(given, state) ?? [])],
});
