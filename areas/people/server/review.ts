import type { Tx } from '../../../platform/database/pool.ts';
import { type AnyRoute, route } from '../../../platform/http/area.ts';
import type { EntryState } from '../../registers/domain/index.ts';
import * as contract from '../contract/index.ts';
import type { PairState } from '../domain/index.ts';
import { shownRow, withoutPhone } from './registerRows.ts';

async function countWaiting(tx: Tx, city: number): Promise<number> {
  const { rows } = await tx.query<{ n: number }>(
    "select count(*)::int as n from people_pair where city = $1 and status in ('open', 'later')",
    [city],
  );
  return rows[0]!.n;
}

/** Only how many: nobody's rows are opened for a figure on the first screen. */
export const waitingRoute = route(contract.countPairs, async ({ tx, actor }) => ({ waiting: await countWaiting(tx, actor.city) }));

const pairs = 20;

/** What waits until a pair is judged, as an area above people knows it. */
export interface PendingReasons {
  /** The condition that something waits for the pair in a column, of the city in a parameter. */
  waits(pair: string, city: string): string;
  /** What waits for these pairs. */
  of(tx: Tx, pairs: readonly string[]): Promise<readonly { readonly pair: string; readonly rule: string }[]>;
}

export const reviewRouteWith = (pendingReasons: PendingReasons): AnyRoute =>
  route(contract.reviewPairs, async ({ tx, actor, query, services, note }) => {
    const { city } = actor;
    const [status, waiting, weight, id] = query.after?.split('_') ?? [];
    const { rows } = await tx.query<{ id: string; status: string; waiting: number; weight: number }>(
      `select id, status, waiting, weight from (
         select id, status, weight, (${pendingReasons.waits('p.id', '$1')})::int as waiting
         from people_pair p where city = $1 and status in ('open', 'later')) waiting
       where $2::text is null or status < $2 or (status = $2 and (waiting < $3::int
         or (waiting = $3::int and (weight < $4::float8 or (weight = $4::float8 and id > $5::uuid)))))
       order by id is not distinct from $7::uuid desc, status desc, waiting desc, weight desc, id limit $6`,
      [city, status ?? null, waiting ?? null, weight ?? null, id ?? null, pairs + 1, query.first ?? null],
    );
    const page = rows.slice(0, pairs);
    const last = rows.length > pairs ? page.at(-1)! : undefined;
    const states = await services.ledger.findMany<PairState>(
      tx,
      city,
      'people.pair',
      page.map((row) => row.id),
    );
    const entries = await services.ledger.findMany<EntryState>(
      tx,
      city,
      'registers.entry',
      [...states.values()].flatMap(({ state }) => [state.a, state.b]),
    );
    const doNotCall = await services.doNotCall(services, tx, {
      entries: entries.keys(),
      numbers: [...entries.values()].flatMap(({ state }) => state.values.phone ?? []),
    });
    const side = (entry: string, row: EntryState) => {
      const shown = shownRow(entry, row);
      return doNotCall.entries.has(entry) || doNotCall.numbers.has(row.values.phone ?? '') ? withoutPhone(shown) : shown;
    };
    const pending = Map.groupBy(
      await pendingReasons.of(
        tx,
        page.map((row) => row.id),
      ),
      ({ pair }) => pair,
    );
    await note(
      'people.pair',
      page.map((row) => row.id),
      'review',
    );
    return {
      waiting: await countWaiting(tx, city),
      next: last ? `${last.status}_${last.waiting}_${last.weight}_${last.id}` : null,
      pairs: page.flatMap((row) => {
        const pair = states.get(row.id)?.state;
        const [left, right] = [entries.get(pair?.a ?? '')?.state, entries.get(pair?.b ?? '')?.state];
        if (!pair || !left || !right) return [];
        const { a, b, probability } = pair;
        const waits = (pending.get(row.id) ?? []).map(({ rule }) => rule);
        return [
          {
            id: row.id,
            a,
            b,
            weight: pair.weight,
            probability,
            fields: pair.fields,
            pendingReasons: waits,
            left: side(a, left),
            right: side(b, right),
          },
        ];
      }),
    };
  });
