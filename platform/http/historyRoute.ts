import { historyContract } from '../contract/index.ts';
import { isUnshown, type RecordDefinition, type Tier, timelineEntry } from '../decider/index.ts';
import { type FollowedEvent, historyBefore } from '../ledger/follow.ts';
import type { AnyRecord } from '../ledger/registry.ts';
import { type AnyRoute, type Call, route } from './area.ts';
import { type ReadRecord, readRecord } from './readRecord.ts';

const pageSize = 20;

type Reading = Pick<Call<undefined, undefined, undefined>, 'tx' | 'actor' | 'ability' | 'services' | 'note' | 'where'>;

/** A record whose events are in the history of another; `from` is the key, with its catalogue, that says where they come from. */
export interface RelatedRecord {
  readonly id: string;
  readonly record: Pick<AnyRecord, 'kind' | 'events'>;
  readonly from?: string;
}

/** What differs from record to record. */
export interface HistoryParts<State> {
  /** The tiers of an event that the reader may see; all where left out. */
  sees?(call: Reading, events: readonly FollowedEvent[]): Promise<(event: FollowedEvent) => readonly Tier[]>;
  /** Other records whose events belong to its history. */
  related?(call: Reading, read: ReadRecord<State>): Promise<readonly RelatedRecord[]>;
}

const unshownOf = (events: AnyRecord['events']) => Object.keys(events).filter((type) => isUnshown(events[type]!));

type Told<State> = Pick<RecordDefinition<State>, 'kind' | 'events' | 'facts' | 'commands' | 'status'>;

/** What happened to a record that was read, as far as its reader may see it, the newest first; `next` is the `before` of what follows. */
export async function readHistory<State>(
  call: Reading,
  record: Told<State>,
  read: ReadRecord<State>,
  { sees, related }: HistoryParts<State>,
  { before, limit }: { readonly before?: number | undefined; readonly limit: number },
) {
  const { tx, actor, services } = call;
  const others = new Map((await related?.(call, read))?.map((one) => [one.id, one]));
  const told = [record, ...[...others.values()].map((one) => one.record)];
  const { events, next } = await historyBefore(tx, services.ledger.keys, actor.city, [read.id, ...others.keys()], {
    before,
    limit,
    without: [...new Set(told.flatMap(({ events: all }) => unshownOf(all)))],
  });
  const tiersOf = await sees?.(call, events);
  const rows = events.flatMap((event) => {
    const other = others.get(event.id);
    const entry = timelineEntry(other?.record ?? record, event, tiersOf?.(event));
    if (!entry) return [];
    // Partners do not see who works in the office; they see "Somebody".
    const by = actor.organisation === undefined || entry.by === actor.id ? entry.by : '';
    return [{ ...entry, by, from: other?.from ?? null }];
  });
  return { rows, next };
}

/** The route of the history of records of a kind, for users who may read them; each page is noted as a reading. */
export const historyRoute = <State>(record: Told<State>, parts: HistoryParts<State> = {}): AnyRoute =>
  route(historyContract(record.kind), async (call) => {
    const read = await readRecord(call, record, call.params.id, 'history');
    return await readHistory(call, record, read, parts, { before: call.query.before, limit: pageSize });
  });
