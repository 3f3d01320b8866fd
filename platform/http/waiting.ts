import type { RawBuilder } from 'kysely';
import type { Tx } from '../database/pool.ts';
import type { Actor } from '../decider/index.ts';

/** For whom is asked what waits, and what the rules let them read: as a handler's call has it. */
export interface Asker {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Date;
  where(action: string, kind: string, alias: string): RawBuilder<boolean>;
}

/** Something with a day that waits for somebody: of what kind it is and where it is found, never what it is in words or of whom. */
export interface Due {
  readonly kind: string;
  readonly id: string;
  readonly due: string;
  readonly record: { readonly kind: string; readonly id: string };
  /** The page of the app where it is done. */
  readonly page: string;
}

/** Something that happened and waits to be answered or looked at. The id stays the same while it is the same. */
export interface PendingItem {
  readonly kind: 'transfer' | 'approval' | 'flag' | 'emergency-access' | 'news';
  readonly id: string;
}

/** What waits for a user in an area, as far as it may be told outside of Olle. */
export interface Waiting {
  /** What is due in a span of days, first things first; at most some hundreds. */
  due(asker: Asker, span: { readonly from?: string; readonly until: string }): Promise<readonly Due[]>;
  pending(asker: Asker): Promise<readonly PendingItem[]>;
}
