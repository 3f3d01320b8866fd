import type { Tx } from '../../../platform/database/pool.ts';
import { timelineEntry } from '../../../platform/decider/index.ts';
import type { Services } from '../../../platform/http/area.ts';
import { historyOf } from '../../../platform/ledger/follow.ts';
import type { Held } from './held.ts';

const mostReadings = 10_000;

/** Everything held of somebody, opened: each record as it stands and all that happened to it, and who was shown any of it. */
export async function packetOf(services: Services, tx: Tx, { goes, stays }: Held) {
  const { ledger } = services;
  const records = [];
  for (const { kind, id, status } of [...goes, ...stays]) {
    const found = await ledger.find<object>(tx, tx.city, kind, id);
    if (!found) continue;
    const history = await historyOf(tx, ledger.keys, tx.city, id);
    records.push({
      kind,
      id,
      status,
      state: found.state as Record<string, unknown>,
      history: history.map((event) => {
        const { type: what, ...fields } = event.fields;
        return { at: event.at, by: event.actor, what, fields, entry: timelineEntry(ledger.parts.registry.get(kind), event) ?? null };
      }),
    });
  }
  const { rows: readings } = await tx.query<{ at: string; by: string; kind: string; why: string }>(
    `select to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, actor as by, kind, why from read_log
     where city = $1 and ids && $2::uuid[] order by sequence desc limit ${mostReadings}`,
    [tx.city, records.map(({ id }) => id)],
  );
  return { records, readings };
}
