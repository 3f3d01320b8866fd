import type { Static, TObject, TSchema } from 'typebox';
import type { Refusal } from './problem.ts';

/** The roles a person may hold; what each may do is said in the policies of the areas. */
export const roles = [
  'case-worker',
  'supervisor',
  'registrar',
  'partner',
  'monitoring-officer',
  'data-protection-officer',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** Who acts. `city` is the number of the city on this instance; nobody acts for two. */
export interface Actor {
  readonly id: string;
  readonly city: number;
  readonly roles: readonly Role[];
  /** The partner organisation a partner's user belongs to. */
  readonly organisation?: string | undefined;
}

/** All that a decision may know besides the record and the command: no clock and no chance of its own. */
export interface Context {
  /** The instant of the command, ISO 8601 with `Z`. */
  readonly now: string;
  /** The city's calendar day at that instant, ISO. */
  readonly today: string;
  readonly actor: Actor;
  /** A new UUIDv7. */
  newId(): string;
  /** The states of the records that the command consults, by `consultedKey`; read them with `consult`. */
  readonly consulted?: ReadonlyMap<string, unknown>;
}

/**
 * A record whose state a command must know to decide: by its id, or by what it is named after where a city has one of each name. Without
 * either it is the one that a city has of that kind.
 */
export interface Consulted {
  readonly kind: string;
  readonly id?: string;
  readonly named?: string;
}

/** Under what a consulted record's state stands in the context. */
export const consultedKey = ({ kind, id, named = '' }: Consulted): string => `${kind}|${id ?? named}`;

/** The state of a record that the command named in `consults`, by the id or name it gave there; undefined where the city has none such. */
export function consult<State>(context: Context, kind: string, id = ''): State | undefined {
  return context.consulted?.get(consultedKey({ kind, id })) as State | undefined;
}

/** What an event schema table makes: a union of `{ type, ...fields }`. */
export type EventOf<Schemas extends Record<string, TObject>> = {
  [K in keyof Schemas & string]: { readonly type: K } & Static<Schemas[K]>;
}[keyof Schemas & string];

/**
 * Facts of a record that permissions may ask about and lists filter by; they are columns (in snake_case) of its list, `jsonb` where the
 * fact is a list of things.
 */
export type Facts = Readonly<
  Record<string, string | number | boolean | null | readonly string[] | readonly Readonly<Record<string, string>>[]>
>;

/** One thing that may be done to a record. */
export interface Command<State, Event> {
  readonly input: TSchema;
  /** The events that follow, or the refusal. No events: nothing to do, which is success. Method syntax lets each command name its own input type. */
  decide(state: State | undefined, input: unknown, context: Context): readonly Event[] | Refusal;
  /** Other records whose state the decision rests on: the ledger brings them into the context. */
  consults?(input: never, state: State | undefined): readonly Consulted[];
  /** Set where the person must give a reason that goes to the read log (break-glass and the like). */
  readonly summary: string;
}

/** A kind of record: its events, how they change it, what may be done to it. */
export interface RecordDefinition<State = unknown, Event extends { readonly type: string } = { readonly type: string }> {
  /** `area.record`, as in `cases.case`. */
  readonly kind: `${string}.${string}`;
  readonly events: Readonly<Record<string, TObject>>;
  evolve(state: State | undefined, event: Event): State;
  readonly commands: Readonly<Record<string, Command<State, Event>>>;
  facts(state: State): Facts;
  /** Whose key seals the events: the record's own id, unless another (the child's) is named by its first event. */
  subject?(first: Event): string | undefined;
}

/** States a record's definition; checks types, changes nothing. */
export function defineRecord<State, Event extends { readonly type: string }>(
  definition: RecordDefinition<State, Event>,
): RecordDefinition<State, Event> {
  return definition;
}

/** Applies events one after the other, as the ledger does. */
export function evolveAll<State, Event extends { readonly type: string }>(
  record: Pick<RecordDefinition<State, Event>, 'evolve'>,
  state: State | undefined,
  events: readonly Event[],
): State | undefined {
  return events.reduce<State | undefined>((current, event) => record.evolve(current, event), state);
}
