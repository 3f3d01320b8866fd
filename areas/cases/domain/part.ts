import type { TObject } from 'typebox';
import type { Command, EventOf, Part, Refusal } from '../../../platform/decider/index.ts';
import { type MayRead, mentionsConsulted, mentionsRefused } from './flags/mentions.ts';
import type { ActionAdded } from './state/actions.ts';
import type { CaseState, Slices } from './state/case.ts';
import type { DangerAnswered } from './state/dangers.ts';
import type { FileEvent } from './state/file.ts';
import type { FollowUpBegun } from './state/followUp.ts';
import type { TaskKind, TaskPage } from './taskPages.ts';

export { command } from './command.ts';

/** Something that waits to be done, with the day it is due: what Today, the calendar and the lists of overdue things are made of. */
export interface Task {
  /** An id that stays the same while it is the same thing to do, and is that of no other of its kind in the case. */
  readonly id: string;
  readonly kind: TaskKind;
  /** Who is to do it; null: whoever is the case's worker. */
  readonly who: string | null;
  /** Set where it is for whoever of the office holds that role, and not for the case's worker. */
  readonly role?: 'supervisor';
  /** Who may not do it: they did the first part, or it is about them. It is not shown to them. */
  readonly not?: readonly string[];
  readonly due: string;
  /** What a person wrote of it; never kept in clear. */
  readonly what?: string;
  /** What it is about where nobody wrote it: the key of words, with its catalogue, which `task-of.<kind>` puts into a sentence. */
  readonly about?: string;
}

/** What is decided in any part may become something to do, answer a danger, move the case to another worker, or begin visits. */
type Elsewhere = ActionAdded | DangerAnswered | Extract<FileEvent, { type: 'case-assigned' }> | FollowUpBegun;
type CommandsOf<Schemas extends Record<string, TObject>> = Readonly<Record<string, Command<CaseState, EventOf<Schemas> | Elsewhere>>>;

/** One thing that stands in the way of closing a case: what to do about it, and the page of the case on which it is done. */
export interface Hindrance extends Refusal {
  readonly page: TaskPage;
}

/** One subject of a case, with what waits in it and what stands in the way of closing. */
export interface CasePart<
  Name extends keyof Slices = keyof Slices,
  Schemas extends Record<string, TObject> = Record<string, TObject>,
  Commands extends CommandsOf<Schemas> = CommandsOf<Schemas>,
> extends Part<CaseState, Name, Schemas, Commands> {
  /** What waits while the case is open. */
  tasks?(state: CaseState): readonly Task[];
  /** It waits once the case is closed, too. */
  readonly waitsWhenClosed?: true;
  /** The page of the case on which this part's work is done; left out: its first. */
  readonly page?: TaskPage;
  /** Why the case may not be closed yet for that reason: each names one thing to do, and the page where that is not the part's own. */
  hinders?(state: CaseState, reason: string, today: string): readonly (Refusal & { readonly page?: TaskPage })[];
}

/** States a part, its events first: what the other fields may say follows from them. Checks types, changes nothing. */
export const definePart =
  <Schemas extends Record<string, TObject>>(events: Schemas) =>
  <Name extends keyof Slices, Commands extends CommandsOf<Schemas>>(
    part: Omit<CasePart<Name, Schemas, Commands>, 'events'>,
  ): CasePart<Name, Schemas, Commands> => ({ ...part, events });

/** A part's command, which mentions those alone who may read the case. */
export const mentioning = <Event>(command: Command<CaseState, Event>, mayRead: MayRead): Command<CaseState, Event> => ({
  ...command,
  decide: (state, given, context, found) =>
    mentionsRefused(state!, given, context, mayRead) ?? command.decide(state, given, context, found),
  consults: (given: never, state) => [...mentionsConsulted(given), ...(command.consults?.(given, state) ?? [])],
});
