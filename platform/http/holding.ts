import type { Tx } from '../database/pool.ts';

/** The people a question is about: persons of one human being, and the rows of registers that are theirs. */
export interface Group {
  readonly persons: readonly string[];
  readonly entries: readonly string[];
}

/** A record that an area holds of somebody. */
export interface Holding {
  readonly kind: string;
  readonly id: string;
  /** Whose key seals it. */
  readonly subject: string;
  /** The person it is about now; null where nobody has said. */
  readonly person: string | null;
  readonly status: string;
  /** Work is going on in it: nobody is erased meanwhile. */
  readonly open: boolean;
}

/** What an area holds of a group of persons: for giving access, and for erasing. */
export type Holdings = (tx: Tx, group: Group) => Promise<readonly Holding[]>;
