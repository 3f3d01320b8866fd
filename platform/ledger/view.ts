import type { Tx } from '../database/pool.ts';
import type { Facts, Refusal } from '../decider/index.ts';
import type { Sealing } from '../sealing/sealing.ts';

/** An event of the log, decrypted. */
export interface StoredEvent {
  readonly position: number;
  readonly version: number;
  readonly type: string;
  readonly at: string;
  readonly actor: string;
  /** All fields of the event, of every tier. */
  readonly fields: { readonly type: string } & Readonly<Record<string, unknown>>;
}

/** A record after a transaction, with the events that brought it there (all of them, in a rebuild). */
export interface Change<State = unknown> {
  readonly kind: string;
  readonly id: string;
  readonly city: number;
  readonly version: number;
  readonly state: State;
  readonly facts: Facts;
  readonly events: readonly StoredEvent[];
  /** The key that seals what is secret of this record. */
  readonly key: Buffer;
}

/**
 * A read model: tables that are a function of records' states. Laws: what `apply` leaves for a record depends on that record's
 * changes alone (not on which other records came before), and applying all events at once leaves the same as one at a time.
 */
export interface View {
  /** `area.view`. */
  readonly name: string;
  /** The SQL that makes its tables; each has a column `city`. Editing it rebuilds the tables at the next start. */
  readonly ddl: string;
  readonly tables: readonly string[];
  /** For tables whose rows are found by another column than `id`: the one that holds the id of the record. An erased record's rows are deleted by it. */
  readonly recordIn?: Readonly<Record<string, string>>;
  /** Kinds of record it follows. */
  readonly kinds: readonly string[];
  /** Raise it when `apply` changes what it writes. */
  readonly revision: number;
  /** Rules over several records that a unique index of its tables keeps: the index, and the refusal that it causes. */
  readonly refusals?: Readonly<Record<string, string>>;
  /** A rule over several records that no index can keep: asked after `apply`, while all other writers of the city wait. Never in a rebuild. */
  guard?(tx: Tx, changes: readonly Change[]): Promise<Refusal | undefined>;
  apply(tx: Tx, changes: readonly Change[], sealing: Sealing): Promise<void>;
}

/** Work to be done after a change has been committed: a name from the areas' jobs, and ids only (never a name of a person). */
export interface Effect {
  readonly job: string;
  readonly payload: Readonly<Record<string, string | number | boolean>>;
  /** At most one job waits under a key. */
  readonly key?: string;
  /** ISO instant before which it is not run. */
  readonly notBefore?: string;
}

/** A record whose events are decided and not yet written. */
export type Decided = Pick<Change, 'kind' | 'id' | 'city' | 'state'> & {
  readonly events: readonly ({ readonly type: string } & Readonly<Record<string, unknown>>)[];
};

/** Something that is to be done to a record because of what was decided of another. */
export interface FollowUp {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
}

/**
 * What a change of one record brings about in others, in the same transaction and under the name of who made the change. It is asked
 * for no permission; where it is refused, everything is.
 */
export interface Consequence {
  readonly kinds: readonly string[];
  follow(decided: Decided, tx: Tx): readonly FollowUp[] | Promise<readonly FollowUp[]>;
}

/** Effects of a change; never run in a rebuild. */
export type Reaction = { readonly kinds: readonly string[]; react(change: Change): readonly Effect[] };
