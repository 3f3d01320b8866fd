import type { Static, TObject } from 'typebox';
import type { Command, EventOf, Refusal } from '../../../platform/decider/index.ts';
import { type MayRead, mentionsConsulted, mentionsRefused } from './flags/mentions.ts';
import type { ActionAdded } from './state/actions.ts';
import type { CaseState, Slices } from './state/case.ts';
import type { TaskKind } from './taskPages.ts';

/** Something that waits to be done, with the day it is due: what Today, the calendar and the lists of overdue things are made of. */
export interface Task {
  /** An id that stays the same while it is the same thing to do, and is that of no other of its kind in the case. */
  readonly id: string;
  readonly kind: TaskKind;
  /** Who is to do it; null: whoever is the case's worker. */
  readonly who: string | null;
  /** Set where it is for whoever of the office holds that role, and not for the case's worker. */
  readonly role?: 'supervisor';
  readonly due: string;
  /** What a person wrote of it; never kept in clear. */
  readonly what?: string;
}

type CommandsOf<Schemas extends Record<string, TObject>> = Readonly<Record<string, Command<CaseState, EventOf<Schemas> | ActionAdded>>>;

/** One subject of a case: its slice of the state, what happens to it, what may be done, what waits, what stands in the way of closing. */
export interface Part<
  Name extends keyof Slices = keyof Slices,
  Schemas extends Record<string, TObject> = Record<string, TObject>,
  Commands extends CommandsOf<Schemas> = CommandsOf<Schemas>,
> {
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
  readonly commands: Commands;
  /** What waits while the case is open. */
  tasks?(state: CaseState): readonly Task[];
  /** Why the case may not be closed yet for that reason: each refusal names one thing and what to do about it. */
  hinders?(state: CaseState, reason: string, today: string): readonly Refusal[];
}

/** States a part, its events first: what the other fields may say follows from them. Checks types, changes nothing. */
export const definePart =
  <Schemas extends Record<string, TObject>>(events: Schemas) =>
  <Name extends keyof Slices, Commands extends CommandsOf<Schemas>>(
    part: Omit<Part<Name, Schemas, Commands>, 'events'>,
  ): Part<Name, Schemas, Commands> => ({ ...part, events });

/** A part's command, which mentions those alone who may read the case. */
export const mentioning = <Event>(command: Command<CaseState, Event>, mayRead: MayRead): Command<CaseState, Event> => ({
  ...command,
  decide: (state, given, context) => mentionsRefused(state!, given, context, mayRead) ?? command.decide(state, given, context),
  consults: (given: never, state) => [...mentionsConsulted(given), ...(command.consults?.(given, state) ?? [])],
});
