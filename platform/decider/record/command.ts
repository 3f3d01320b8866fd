import type { Static, TSchema } from 'typebox';
import type { Actor, Consulted, Context } from '../decider.ts';
import type { Refusal } from '../problem.ts';
import type { Entry } from './entries.ts';

/** The statuses of a record whose state has a field `status`. */
export type StatusOf<State> = State extends { readonly status: infer S extends string } ? S : string;

/** When a command may be given: to create the record, to any that exists, to one that may exist already, or in some statuses. */
export type In<Status extends string = string> = 'new' | 'existing' | 'new-or-existing' | readonly Status[];

/** The state that `decide` is given: none where the command creates the record. */
type StateIn<State, When> = When extends 'new' ? undefined : When extends 'new-or-existing' ? State | undefined : State;

/** Who did the first part of what takes two people, and the code of the refusal where the same person would do the second. */
export interface SecondPerson<State, Input = unknown, Found = unknown> {
  readonly refusal: string;
  first(state: State, input: Input, found: Found): string | null | undefined;
}

/** One thing that may be done to a record. */
export interface Command<State, Event, Input extends TSchema = TSchema> {
  readonly summary: string;
  readonly in: In;
  /** Statuses in which it was done before: giving it again succeeds and changes nothing. */
  readonly already?: readonly string[];
  /** Who may give it: names of the record's `grants`, or the system alone. */
  readonly by: string | readonly string[];
  readonly input: Input;
  /** The area in which it begins or continues work, if that is not its record's: refused if a city does not use that area. */
  readonly area?: string;
  /** The second of two people: the person who did the first part is refused, even with the roles of both. */
  readonly secondPerson?: SecondPerson<State>;
  /** False where it is allowed and not worth offering; where left out it is offered whenever it is allowed. */
  offered?(state: State, actor: Actor): boolean;
  /** The field of the input that names, by its id, what in the record it is about; `among` says of which. Refused where there is none of that id. */
  readonly about?: string;
  among?(state: State): readonly Entry[];
  /** The events that follow, or the refusal. No events: nothing to do, which is success. `found` is what it is about. */
  decide(state: State | undefined, input: unknown, context: Context, found?: unknown): readonly Event[] | Refusal;
  /** Other records whose state the decision rests on: the ledger brings them into the context. */
  consults?(input: never, state: State | undefined): readonly Consulted[];
}

/** A command as it is written: `decide` knows its input from the schema, and that there is a state unless the command creates the record. */
interface CommandSource<State, Event, When, Input extends TSchema, Found extends Entry>
  extends Omit<Command<State, Event>, 'in' | 'already' | 'secondPerson' | 'input' | 'about' | 'among' | 'decide' | 'consults'> {
  readonly in: When;
  readonly already?: readonly StatusOf<State>[];
  readonly input: Input;
  readonly about?: keyof Static<Input> & string;
  among?(state: State): readonly Found[];
  readonly secondPerson?: SecondPerson<State, Static<Input>, NoInfer<Found>>;
  decide(state: StateIn<State, When>, input: Static<Input>, context: Context, found: NoInfer<Found>): readonly NoInfer<Event>[] | Refusal;
  consults?(input: Static<Input>, state: State | undefined): readonly Consulted[];
}

/** States a command; infers the types of what `decide` is given, changes nothing. */
export function command<State, Event, const When extends In<StatusOf<State>>, Input extends TSchema, Found extends Entry = never>(
  source: CommandSource<State, Event, When, Input, Found>,
): Command<State, Event, Input> {
  return source as unknown as Command<State, Event, Input>;
}

/** What a record holds that its commands may be about, by the field of their input that names one. */
type EntriesOf<State> = Readonly<Record<string, (state: State) => readonly Entry[]>>;

/**
 * `command` for a record most of whose commands are possible in the same statuses: `in` is left out where it is the usual, and a command
 * that is `about` something is given it from `entries`.
 */
export const commandsOf =
  <State>() =>
  <const Usual extends readonly StatusOf<State>[], Entries extends EntriesOf<State>>(usual: Usual, entries: Entries) =>
  <Event, Input extends TSchema, const When extends In<StatusOf<State>> = Usual, const About extends keyof Entries & string = never>(
    source: Omit<CommandSource<State, Event, When, Input, ReturnType<Entries[About]>[number]>, 'in' | 'about' | 'among'> & {
      readonly in?: When;
      readonly about?: About;
      /** Which of the entries, where not all. */
      among?(state: State): ReturnType<Entries[About]>;
    },
  ): Command<State, Event, Input> =>
    ({ in: usual, ...(source.about ? { among: entries[source.about] } : {}), ...source }) as unknown as Command<State, Event, Input>;
