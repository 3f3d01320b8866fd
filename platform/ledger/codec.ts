import { open, openJson, seal, sealJson } from '../sealing/sealing.ts';
import type { Registry } from './registry.ts';
import type { StoredEvent } from './view.ts';

/** A row of the table `event`, as pg gives it. */
export interface EventRow {
  city: number;
  position: number;
  kind: string;
  id: string;
  version: number;
  type: string;
  at: Date | string;
  actor: string;
  subject: string;
  coded: Record<string, unknown>;
  identity: Buffer | null;
  narrative: Buffer | null;
}

const bindingOf = (city: number, id: string, version: number, tier: string) => `event|${city}|${id}|${version}|${tier}`;

/** The three blobs of an event, ready for the log. */
export function encode(
  registry: Registry,
  kind: string,
  event: { readonly type: string },
  key: Buffer,
  city: number,
  id: string,
  version: number,
) {
  const { coded, identity, narrative } = registry.split(kind, event);
  return {
    coded: JSON.stringify(coded),
    identity: identity ? sealJson(key, identity, bindingOf(city, id, version, 'identity')) : null,
    narrative: narrative ? sealJson(key, narrative, bindingOf(city, id, version, 'narrative')) : null,
  };
}

/** Opens an event. Throws where a blob was altered or moved. */
export function decode(row: EventRow, key: Buffer): StoredEvent {
  const part = (tier: 'identity' | 'narrative') =>
    row[tier] ? (openJson(key, row[tier], bindingOf(row.city, row.id, row.version, tier)) as object) : undefined;
  return {
    position: row.position,
    version: row.version,
    type: row.type,
    at: typeof row.at === 'string' ? row.at : row.at.toISOString(),
    actor: row.actor,
    fields: { ...row.coded, ...part('identity'), ...part('narrative'), type: row.type },
  };
}

const snapshotBinding = (city: number, id: string, version: number) => `snapshot|${city}|${id}|${version}`;

/** Keys in one order. The log gives the fields of an event in another order than they were sent in, and a state may take them over as they are. */
const inOrder = (_name: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** The state of a record, sealed whole: the same bytes whether it was made as events came, or anew from the log. */
export const sealState = (key: Buffer, state: unknown, city: number, id: string, version: number): Buffer =>
  seal(key, JSON.stringify(state, inOrder), snapshotBinding(city, id, version));

export const openState = (key: Buffer, blob: Buffer, city: number, id: string, version: number): unknown =>
  JSON.parse(open(key, blob, snapshotBinding(city, id, version)).toString('utf8'));
