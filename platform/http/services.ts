import type { Pool, Tx } from '../database/pool.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Effect } from '../ledger/view.ts';
import type { Sealing } from '../sealing/sealing.ts';
import type { Catalogues } from './catalogues.ts';
import type { DoNotCall } from './doNotCall.ts';

/** Writes one line: an event's name and facts that identify nobody. */
export type Log = (event: string, facts?: Readonly<Record<string, string | number | boolean>>) => void;

/** How Olle reaches people outside of it; what is absent was not set up, and is not offered. */
export interface Outside {
  /** Where a browser finds this Olle, without a slash at its end. */
  readonly address?: string;
  /** The mail server (`smtps://user:password@host`), and the sender. */
  readonly mail?: { readonly server: string; readonly from: string };
  /** Whether devices may be notified through the push services of their browsers. */
  readonly push?: boolean;
  /** Set by tests alone, whose push service is this machine. */
  readonly pushToPrivate?: boolean;
}

/** What the platform provides to areas, made once at start. */
export interface Services {
  readonly pool: Pool;
  readonly ledger: Ledger;
  readonly sealing: Sealing;
  readonly log: Log;
  readonly clock: () => Date;
  /** The words of all areas, for what is written in another language than that of the screen: documents, refusals. */
  readonly catalogues: Catalogues;
  /** The file that keeps which keys were destroyed, outside of the database; absent where nothing is kept (tests). */
  readonly erasedList?: string;
  readonly outside: Outside;
  readonly doNotCall: DoNotCall;
  /** Queues work in the transaction given. */
  enqueue(tx: Tx, effects: readonly Effect[], city: number): Promise<void>;
}
