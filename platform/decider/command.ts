import type { Static, TSchema } from 'typebox';
import type { Actor, Consulted, Context } from './decider.ts';
import type { Refusal } from './problem.ts';

/** The statuses of a record whose state has a field `status`. */
export type StatusOf<State> = State extends { readonly status: infer S extends string } ? S : string;

/** When a command may be given: to create the record, to any that exists, to one that may exist already, or in some statuses. */
export type In<Status extends string = string> = 'new' | 'existing' | 'new-or-existing' | readonly Status[];

/** The state that `decide` is given: none where the command creates the record. */
type StateIn<State, When> = When extends 'new' ? undefined : When extends 'new-or-existing' ? State | undefined : State;

/** Who did the first part of what takes two people, and the code of the refusal where the same person would do the second. */
export interface SecondPerson<State, Input = never> {
  readonly refusal: string;
  first(state: State, input: Input): string | null | undefined;
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
  /** The area in which it begins or goes on with work, where that is not its record's: refused where a city does without that one. */
  readonly area?: string;
  /** Of two people the second: whoever did the first part is refused, also where they hold the roles of both. */
  readonly secondPerson?: SecondPerson<State>;
  /** False where it is allowed and not worth offering; where left out it is offered whenever it is allowed. */
  offered?(state: State, actor: Actor): boolean;
  /** The events that follow, or the refusal. No events: nothing to do, which is success. */
  decide(state: State | undefined, input: unknown, context: Context): readonly Event[] | Refusal;
  /** Other records whose state the decision rests on: the ledger brings them into the context. */
  consults?(input: never, state: State | undefined): readonly Consulted[];
}

/** A command as it is written: `decide` knows its input from the schema, and that there is a state unless the command creates the record. */
interface CommandSource<State, Event, When, Input extends TSchema>
  extends Omit<Command<State, Event>, 'in' | 'already' | 'secondPerson' | 'input' | 'decide' | 'consults'> {
  readonly in: When;
  readonly already?: readonly StatusOf<State>[];
  readonly secondPerson?: SecondPerson<State, Static<Input>>;
  readonly input: Input;
  decide(state: StateIn<State, When>, input: Static<Input>, context: Context): readonly NoInfer<Event>[] | Refusal;
  consults?(input: Static<Input>, state: State | undefined): readonly Consulted[];
}

/** States a command; infers the types of what `decide` is given, changes nothing. */
export function command<State, Event, const When extends In<StatusOf<State>>, Input extends TSchema>(
  source: CommandSource<State, Event, When, Input>,
): Command<State, Event, Input> {
  return source as unknown as Command<State, Event, Input>;
}
