import { join } from 'node:path';
import type { Pool } from '../platform/database/pool.ts';
import type { Log, Outside, ServerArea, Services } from '../platform/http/area.ts';
import { Catalogues, catalogueFolders } from '../platform/http/catalogues.ts';
import { enqueue } from '../platform/jobs/queue.ts';
import { Ledger, type LedgerParts } from '../platform/ledger/ledger.ts';
import { Registry } from '../platform/ledger/registry.ts';
import type { Sealing } from '../platform/sealing/sealing.ts';

export const root = join(import.meta.dirname, '..');

/** The ledger's parts, from the areas. */
export function ledgerParts(areas: readonly ServerArea[], given: { pool: Pool; sealing: Sealing; clock: () => Date }): LedgerParts {
  return {
    ...given,
    registry: new Registry(areas.flatMap((area) => area.records)),
    views: areas.flatMap((area) => area.views),
    reactions: areas.flatMap((area) => area.reactions ?? []),
    consequences: areas.flatMap((area) => area.consequences ?? []),
    policies: areas.map((area) => area.policy),
    grants: areas.flatMap((area) => area.policy.grants),
    switches: areas.find((area) => area.switches)?.switches,
    enqueue,
  };
}

const none: ReadonlySet<string> = new Set();

/** What the platform provides to areas. */
export function compose(
  areas: readonly ServerArea[],
  given: { pool: Pool; sealing: Sealing; clock: () => Date; log: Log; catalogues?: Catalogues; erasedList?: string; outside?: Outside },
): Services {
  const doNotCall = areas.find((area) => area.doNotCall)?.doNotCall ?? (async () => ({ persons: none, entries: none, numbers: none }));
  return { outside: {}, catalogues: catalogues(), ...given, enqueue, doNotCall, ledger: new Ledger(ledgerParts(areas, given)) };
}

/** The catalogues of this checkout, and of folders besides it. */
export const catalogues = (more: Readonly<Record<string, string>> = {}): Catalogues =>
  new Catalogues(new Map([...catalogueFolders(root), ...Object.entries(more)]));
