import type { RawBuilder } from 'kysely';
import type { Band, TodayCount, TodayLine } from '../contract/frame.ts';
import type { Tx } from '../database/pool.ts';
import type { Actor, Params } from '../decider/index.ts';
import type { Ability } from '../permissions/ability.ts';
import type { Services } from './services.ts';

export type { Band } from '../contract/frame.ts';

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

/** Who asks what they are to do next, and how an area says it to them. */
export interface TodayCall extends Asker {
  readonly ability: Ability;
  readonly services: Services;
  /** Writes the access log: whom the lines name. */
  note(kind: string, ids: readonly string[], why: string): Promise<void>;
  /** The last day of the queue. */
  readonly until: string;
  /** A sentence of a catalogue in the reader's language. */
  say(key: `${string}:${string}`, params?: Params): string;
  /** Whether they may do that to some record of the kind. */
  may(action: string, kind: string): boolean;
}

/** Something that waits, before it is said of whom: few of hundreds are shown. */
export interface QueueItem {
  readonly id: string;
  readonly band: Band;
  /** Within its band, the lowest first; of one rank the oldest day. */
  readonly rank: number;
  readonly due: string | null;
}

/** What an area says of it; whether it is late follows from its day. */
export type Said = Omit<TodayLine, 'due' | 'late'>;

/** What waits for a user in an area, and how many of what there are. */
export interface TodayPart {
  readonly waits: readonly QueueItem[];
  /** Lines for those that are shown. Whoever opens a record for it notes the reading. */
  lines(shown: readonly QueueItem[]): Promise<readonly Said[]>;
  readonly counts?: readonly TodayCount[];
}

/** A line that needs no record opened. */
export type PlainLine = QueueItem & Said;

/** A part whose lines name nobody, so that they are at hand. */
export const plainPart = (lines: readonly PlainLine[], counts: readonly TodayCount[] = []): TodayPart => ({
  waits: lines,
  counts,
  lines: async (shown) => lines.filter(({ id }) => shown.some((one) => one.id === id)),
});

/** Overdue or due today stands under Today, later under This week. */
export const bandOf = (due: string, today: string): Band => (due <= today ? 'today' : 'week');
