import type { RawBuilder } from 'kysely';
import type { Tx } from '../database/pool.ts';
import type { Actor } from '../decider/index.ts';

/** The user whose tasks are asked for, and what the rules let them read: as in a handler's call. */
export interface Asker {
  readonly tx: Tx;
  readonly actor: Actor;
  /** The day in the city. */
  readonly today: string;
  readonly now: Date;
  where(action: string, kind: string, alias: string): RawBuilder<boolean>;
}

/** A task with a day: its kind and where it is found, never its text or whom it is about. */
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

/** A user's tasks in an area, as far as they may be said outside Olle. */
export interface Waiting {
  /** What is due in a span of days, first things first; at most some hundreds. */
  due(asker: Asker, span: { readonly from?: string; readonly until: string }): Promise<readonly Due[]>;
  pending(asker: Asker): Promise<readonly PendingItem[]>;
}
