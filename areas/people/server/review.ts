import type { Tx } from '../../../platform/database/pool.ts';
import { type AnyRoute, route } from '../../../platform/http/area.ts';
import type { Ability } from '../../../platform/permissions/ability.ts';
import { nextOf } from '../../../platform/permissions/next.ts';
import { type EntryState, entryRecord } from '../../registers/domain/index.ts';
import * as contract from '../contract/index.ts';
import { type PairState, pairRecord } from '../domain/index.ts';
import { shownRow, withoutPhone } from './registerRows.ts';

export async function countWaiting(tx: Tx, city: number): Promise<number> {
  const { rows } = await tx.query<{ n: number }>(
    "select count(*)::int as n from people_pair where city = $1 and status in ('open', 'later')",
    [city],
  );
  return rows[0]!.n;
}

/** As many pairs as are shown one after the other before the next are asked for. */
const pairs = 20;

/** What waits until a pair is judged, as an area above people knows it. */
export interface PendingReasons {
  /** The condition that something waits for the pair in a column, of the city in a parameter. */
  waits(pair: string, city: string): string;
  /** What waits for these pairs, as far as the reader needs to know it. */
  of(tx: Tx, pairs: readonly string[], ability: Ability): Promise<readonly { readonly pair: string; readonly rule: string }[]>;
}

export const reviewRouteWith = (pendingReasons: PendingReasons): AnyRoute =>
  route(contract.reviewPairs, async (call) => {
    const { tx, actor, query, services, note } = call;
    const { city } = actor;
    const { rows } = await tx.query<{ id: string }>(
      `select id from people_pair p where city = $1 and status in ('open', 'later')
       order by id is not distinct from $3::uuid desc, status desc, (${pendingReasons.waits('p.id', '$1')}) desc, weight desc, id limit $2`,
      [city, pairs, query.first ?? null],
    );
    const ids = rows.map(({ id }) => id);
    const states = await services.ledger.findMany<PairState>(tx, city, pairRecord.kind, ids);
    const rowIds = [...states.values()].flatMap(({ state }) => [state.a, state.b]);
    const entries = await services.ledger.findMany<EntryState>(tx, city, entryRecord.kind, rowIds);
    const doNotCall = await services.doNotCall(services, tx, {
      entries: entries.keys(),
      numbers: [...entries.values()].flatMap(({ state }) => state.values.phone ?? []),
    });
    const side = (entry: string, row: EntryState) => {
      const shown = shownRow(entry, row);
      return doNotCall.entries.has(entry) || doNotCall.numbers.has(row.values.phone ?? '') ? withoutPhone(shown) : shown;
    };
    const pending = Map.groupBy(await pendingReasons.of(tx, ids, call.ability), ({ pair }) => pair);
    await note(pairRecord.kind, ids, 'review');
    const shown = ids.map(async (id) => {
      const state = states.get(id)?.state;
      const [left, right] = [entries.get(state?.a ?? '')?.state, entries.get(state?.b ?? '')?.state];
      if (!state || !left || !right) return [];
      return [
        {
          ...state,
          id,
          pendingReasons: (pending.get(id) ?? []).map(({ rule }) => rule),
          next: await nextOf(pairRecord, { id, state }, call),
          left: side(state.a, left),
          right: side(state.b, right),
        },
      ];
    });
    return { waiting: await countWaiting(tx, city), pairs: (await Promise.all(shown)).flat() };
  });
