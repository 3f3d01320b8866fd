import type { Static, TObject } from 'typebox';
import type { GrantChange, HeldGrant, Role } from './roles.ts';

/** Who acts. `city` is the number of the city on this instance; nobody acts for two. */
export interface Actor {
  readonly id: string;
  readonly city: number;
  readonly roles: readonly Role[];
  /** The partner organisation a partner's user belongs to. */
  readonly organisation?: string | undefined;
  /** What their city changed in who holds which grant; nothing where left out. */
  readonly grantChanges?: readonly GrantChange[] | undefined;
}

/** The actor of what Olle does automatically. */
export const systemId = '00000000-0000-7000-8000-000000000000';
export const systemActor = (city: number): Actor => ({ id: systemId, city, roles: [] });

/** The id of a task, danger or alarm of whose kind a record has one at most. */
export const soleId = '00000000-0000-8000-8000-000000000001';

/** All that a decision may know besides the record and the command: it has no clock and no randomness. */
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
  /** The grants of all areas, as Olle ships them. */
  readonly grants?: readonly HeldGrant[] | undefined;
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

/** The key of a consulted record's state in the context. */
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
