import type { Pool, Tx } from '../database/pool.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Effect } from '../ledger/view.ts';
import type { Sealing } from '../sealing/sealing.ts';

/** Writes one line: an event's name and facts that identify nobody. */
export type Log = (event: string, facts?: Readonly<Record<string, string | number | boolean>>) => void;

/** What areas stand on, made once at start. */
export interface Services {
  readonly pool: Pool;
  readonly ledger: Ledger;
  readonly sealing: Sealing;
  readonly log: Log;
  readonly clock: () => Date;
  /** The file that keeps which keys were destroyed, outside of the database; absent where nothing is kept (tests). */
  readonly erasedList?: string;
  /** Queues work in the transaction given. */
  enqueue(tx: Tx, effects: readonly Effect[], city: number): Promise<void>;
}
