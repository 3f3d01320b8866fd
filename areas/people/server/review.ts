import type { Tx } from '../../../platform/database/pool.ts';
import { type AnyRoute, route } from '../../../platform/http/area.ts';
import type { Ability } from '../../../platform/permissions/ability.ts';
import { nextOf } from '../../../platform/permissions/next.ts';
import { type EntryState, entryRecord } from '../../registers/domain/index.ts';
import * as contract from '../contract/index.ts';
import { type PairState, pairRecord, personRecord } from '../domain/index.ts';
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

/** The persons whose rows these are, with all rows of each. */
async function personsAround(tx: Tx, entries: readonly string[]) {
  const { rows } = await tx.query<{ entry: string; person: string }>(
    `select m.entry, m.person from people_member m where m.city = $1 and m.person in (
       select person from people_member where city = $1 and entry = any($2::uuid[])) order by m.entry`,
    [tx.city, entries],
  );
  const members = Map.groupBy(rows, ({ person }) => person);
  return {
    personOf: new Map(rows.map(({ entry, person }) => [entry, person])),
    membersOf: new Map([...members].map(([person, of]) => [person, of.map(({ entry }) => entry)])),
  };
}

/** The pairs that wait about any of these rows. */
async function competingPairs(tx: Tx, entries: readonly string[]) {
  const { rows } = await tx.query<{ id: string; a: string; b: string }>(
    `select id, a, b from people_pair where city = $1 and status in ('open', 'later') and (a = any($2::uuid[]) or b = any($2::uuid[]))
     order by weight desc, id`,
    [tx.city, entries],
  );
  return rows;
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
    const asked = [...states.values()].flatMap(({ state }) => [state.a, state.b]);
    const { membersOf, personOf } = await personsAround(tx, asked);
    const others = await competingPairs(tx, [...personOf.keys()]);
    const rowIds = new Set([...asked, ...personOf.keys(), ...others.flatMap(({ a, b }) => [a, b])]);
    const entries = await services.ledger.findMany<EntryState>(tx, city, entryRecord.kind, [...rowIds]);
    const doNotCall = await services.doNotCall(services, tx, {
      entries: entries.keys(),
      numbers: [...entries.values()].flatMap(({ state }) => state.values.phone ?? []),
    });
    const shown = (entry: string) => {
      const row = entries.get(entry)?.state;
      if (!row) return [];
      const whole = shownRow(entry, row);
      return [doNotCall.entries.has(entry) || doNotCall.numbers.has(row.values.phone ?? '') ? withoutPhone(whole) : whole];
    };
    const side = (entry: string) => {
      const person = personOf.get(entry) ?? null;
      const members = person === null ? [] : membersOf.get(person)!;
      const rows = [entry, ...members.filter((other) => other !== entry)].flatMap(shown);
      return { person, name: rows.map(({ name }) => name).find(Boolean) ?? '', rows };
    };
    const pending = Map.groupBy(await pendingReasons.of(tx, ids, call.ability), ({ pair }) => pair);
    await note(pairRecord.kind, ids, 'review');
    await note(personRecord.kind, [...membersOf.keys()], 'review');
    const found = ids.map(async (id) => {
      const state = states.get(id)?.state;
      if (!state || !entries.has(state.a) || !entries.has(state.b)) return [];
      const [left, right] = [side(state.a), side(state.b)];
      const own = new Set([...left.rows, ...right.rows].map(({ entry }) => entry));
      const competing = others.flatMap((pair) => {
        const foreign = [pair.a, pair.b].find((entry) => !own.has(entry));
        if (pair.id === id || foreign === undefined || !(own.has(pair.a) || own.has(pair.b))) return [];
        return shown(foreign).map(({ register, row, name }) => ({ pair: pair.id, register, row, name }));
      });
      return [
        {
          ...state,
          id,
          pendingReasons: (pending.get(id) ?? []).map(({ rule }) => rule),
          next: await nextOf(pairRecord, { id, state }, call),
          left,
          right,
          competing,
        },
      ];
    });
    return { waiting: await countWaiting(tx, city), pairs: (await Promise.all(found)).flat() };
  });
