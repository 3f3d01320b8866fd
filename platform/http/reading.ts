import type { Tx } from '../database/pool.ts';

/** What follows in another area where somebody was shown a record, in the same transaction. */
export interface Reading {
  /** Which kind of record, and as which part of it: what `note` is given. */
  readonly kind: string;
  readonly why: string;
  read(tx: Tx, reader: string, ids: readonly string[], now: Date): Promise<void>;
}
