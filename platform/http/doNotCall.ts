import type { Tx } from '../database/pool.ts';
import type { Sealing } from '../sealing/sealing.ts';

/** Persons, rows of registers and telephone numbers whose contact details are to be shown. */
export interface Reached {
  readonly persons?: Iterable<string>;
  readonly entries?: Iterable<string>;
  readonly numbers?: Iterable<string>;
}

/** Those of them that must not be called and whose numbers are not shown. */
export interface NotCalled {
  readonly persons: ReadonlySet<string>;
  readonly entries: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
}

/** Which persons, rows and numbers nobody may call. The area that knows states it (`ServerArea.doNotCall`); whatever shows a number asks it first. */
export type DoNotCall = (services: { readonly sealing: Sealing }, tx: Tx, asked: Reached) => Promise<NotCalled>;
