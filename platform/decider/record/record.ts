import type { TObject } from 'typebox';
import type { Actor, Context, Facts } from '../decider.ts';
import type { By, Grant } from '../policy.ts';
import { type Refusal, refuse } from '../problem.ts';
import type { Command } from './command.ts';
import { datedFields, wrongDay } from './days.ts';

/** What a route of the area does to a record by more than a command: it stands in what may be done next as commands do. */
interface OfferedAct<State> extends Pick<Command<State, never>, 'in' | 'offered'> {
  readonly by: By;
}
const isOffered = <State>(act: By | OfferedAct<State>): act is OfferedAct<State> => typeof act === 'object' && 'in' in act;
/** Who may do it. */
export const byOf = (act: By | OfferedAct<never>): By => (isOffered(act) ? act.by : act);

/** A kind of record: its events, how they change it, what may be done to it when and by whom. */
export interface RecordDefinition<State = unknown, Event extends { readonly type: string } = { readonly type: string }> {
  /** `area.record`, as in `cases.case`. */
  readonly kind: `${string}.${string}`;
  readonly events: Readonly<Record<string, TObject>>;
  evolve(state: State | undefined, event: Event): State;
  /** What the `in` of commands names; the field `status` of the state where left out. */
  status?(state: State): string;
  /** Codes of refusals by the status that a command is not possible in; `existing`: of creating what exists, `missing`: of what does not. */
  readonly refusals?: Readonly<Record<string, string>>;
  /** What the `by` of commands and acts names. */
  readonly grants: Readonly<Record<string, Grant>>;
  /** Who may do what is no command: `read`, `count` … */
  readonly acts?: Readonly<Record<string, By | OfferedAct<State>>>;
  readonly commands: Readonly<Record<string, Command<State, Event>>>;
  facts(state: State): Facts;
  /** Whose key seals the events: the record's own id, unless another (the child's) is named by its first event. */
  subject?(first: Event): string | undefined;
  /** A city has one of it, whose id is made from the city and the kind; under another id none can be made. */
  readonly single?: boolean;
}

/** The status that the `in` of commands names. */
export const statusOf = <State>({ status }: Pick<RecordDefinition<State>, 'status'>, state: State): string =>
  status ? status(state) : ((state as { readonly status?: string }).status ?? '');

/** Whether the command may be given in that state of the record. */
function possible<State>(
  record: Pick<RecordDefinition<State>, 'status'>,
  { in: when }: Pick<Command<State, never>, 'in'>,
  state: State | undefined,
): boolean {
  if (state === undefined) return when === 'new' || when === 'new-or-existing';
  return Array.isArray(when) ? when.includes(statusOf(record, state)) : when !== 'new';
}

/** What a command gives that may not be given now: nothing where it was done before. */
function impossible<State>(
  { refusals = {}, ...record }: Pick<RecordDefinition<State>, 'status' | 'refusals'>,
  { in: when, already = [] }: Pick<Command<State, never>, 'in' | 'already'>,
  state: State | undefined,
): readonly [] | Refusal {
  if (state === undefined) return refuse(refusals['missing'] ?? 'ledger.not-found');
  const status = statusOf(record, state);
  if (already.includes(status)) return [];
  return refuse(refusals[when === 'new' ? 'existing' : status] ?? 'ledger.not-possible-now');
}

/** The refusal where one person would do both parts of what takes two. */
function sameTwice<State>(
  { secondPerson }: Pick<Command<State, never>, 'secondPerson'>,
  state: State | undefined,
  input: unknown,
  { actor }: Pick<Context, 'actor'>,
  found: unknown,
): Refusal | undefined {
  if (!secondPerson || state === undefined || secondPerson.first(state, input, found) !== actor.id) return undefined;
  return refuse(secondPerson.refusal);
}

/**
 * States a record's definition, and has its commands refused in statuses that their `in` does not name, of what is not in the record, to whoever
 * may not be the second person and on days that they cannot be of. In two steps, so that the types of
 * state and events are named, and the kind and what each command takes are inferred: pages know commands by them.
 */
export const defineRecord =
  <State, Event extends { readonly type: string }>() =>
  <const Kind extends `${string}.${string}`, Commands extends Readonly<Record<string, Command<State, Event>>>>(
    record: Omit<RecordDefinition<State, Event>, 'kind' | 'commands'> & { readonly kind: Kind; readonly commands: Commands },
  ): Omit<RecordDefinition<State, Event>, 'kind' | 'commands'> & {
    readonly kind: Kind;
    readonly commands: Commands & RecordDefinition<State, Event>['commands'];
  } => {
    const guarded = (command: Command<State, Event>): Command<State, Event> => {
      const { about, input: schema } = command;
      const dated = datedFields(schema);
      return {
        ...command,
        decide(state, input, context) {
          if (!possible(record, command, state)) return impossible(record, command, state);
          const found = about && command.among?.(state!).find(({ id }) => id === (input as Readonly<Record<string, unknown>>)[about]);
          if (about && !found) return refuse('ledger.no-such-entry', {}, [`/${about}`]);
          return (
            sameTwice(command, state, input, context, found) ??
            wrongDay(dated, input, context.today) ??
            command.decide(state, input, context, found)
          );
        },
      };
    };
    const commands = Object.fromEntries(Object.entries(record.commands).map(([name, one]) => [name, guarded(one)]));
    return { ...record, commands: commands as unknown as Commands & RecordDefinition<State, Event>['commands'] };
  };

/** Applies events one after the other, as the ledger does. */
export function evolveAll<State, Event extends { readonly type: string }>(
  record: Pick<RecordDefinition<State, Event>, 'evolve'>,
  state: State | undefined,
  events: readonly Event[],
): State | undefined {
  return events.reduce<State | undefined>((current, event) => record.evolve(current, event), state);
}

/** The acts and commands that are possible in that state and worth offering, for any user; `platform/permissions/next.ts` says which a user may use. */
export const offeredIn = <State>(
  record: Pick<RecordDefinition<State>, 'acts' | 'commands' | 'status'>,
  state: State | undefined,
  actor: Actor,
): readonly string[] =>
  [...Object.entries(record.acts ?? {}), ...Object.entries(record.commands)].flatMap(([name, one]) =>
    isOffered(one) && one.by !== 'system' && possible(record, one, state) && (state === undefined || (one.offered?.(state, actor) ?? true))
      ? [name]
      : [],
  );
