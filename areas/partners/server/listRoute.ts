import { searchKeys } from '@olle/names';
import { type RawBuilder, sql } from 'kysely';
import { route } from '../../../platform/http/area.ts';
import * as contract from '../contract/index.ts';
import { foldedText } from './views.ts';
import { weekMinute } from './weekMinute.ts';

const pageSize = 50;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly other_names: string[];
  readonly category: string;
  readonly status: 'active' | 'closed';
  readonly services: string[];
  readonly wards: string[];
  readonly places: number | null;
  readonly taken: number;
  readonly counted_on: string | null;
  readonly agreed: boolean;
  readonly is_open: boolean;
  readonly reachable: boolean;
}

/** Each word typed must stand in a name, or sound like a word of one. */
const named = (text: string): RawBuilder<boolean>[] =>
  foldedText(text)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => {
      const sounds = searchKeys(word);
      const heard = sounds.length > 0 ? sql<boolean>`o.sounds @> ${sounds}` : sql<boolean>`false`;
      return sql<boolean>`(position(${word} in o.folded) > 0 or ${heard})`;
    });

export const listRoute = route(contract.listOrganisations, async ({ tx, actor, body, services, where }) => {
  const { city } = actor;
  const today = await services.ledger.today(tx, city);
  const minute = await weekMinute(tx, city, services.clock());
  const scope = sql.join(
    [
      sql<boolean>`o.city = ${city} and o.status = ${body.status ?? 'active'}`,
      where('read', 'partners.organisation', 'o'),
      ...named(body.text ?? ''),
      ...(body.service ? [sql<boolean>`o.services @> ${[body.service]}`] : []),
      ...(body.ward ? [sql<boolean>`(o.wards = '{}' or o.wards @> ${[body.ward]})`] : []),
      ...(body.category ? [sql<boolean>`o.category = ${body.category}`] : []),
      ...(body.open ? [sql<boolean>`(o.open @> ${minute}::int or o.emergency @> ${minute}::int)`] : []),
    ],
    sql` and `,
  );
  const after = body.after ? sql<boolean>`(o.name, o.id) > (${body.after.name}, ${body.after.id}::uuid)` : sql<boolean>`true`;
  const rows = await tx.run<Row>(
    sql<Row>`select o.id, o.name, o.other_names, o.category, o.status, o.services, o.wards, o.places, o.taken, o.counted_on,
          o.agreed @> ${today}::date as agreed, o.open @> ${minute}::int as is_open, (o.open @> ${minute}::int or o.emergency @> ${minute}::int) as reachable
        from partners_organisation o where ${scope} and ${after} order by o.name, o.id limit ${pageSize + 1}`,
  );
  const [total] = await tx.run<{ n: number }>(sql<{ n: number }>`select count(*)::int as n from partners_organisation o where ${scope}`);
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    total: total!.n,
    next: rows.length > pageSize && last ? { name: last.name, id: last.id } : null,
    rows: shown.map((row) => ({
      id: row.id,
      name: row.name,
      otherNames: row.other_names,
      category: row.category,
      status: row.status,
      services: row.services,
      wards: row.wards,
      places: row.places,
      taken: row.taken,
      countedOn: row.counted_on,
      agreed: row.agreed,
      open: row.is_open,
      reachable: row.reachable,
    })),
  };
});

export const namesRoute = route(contract.listNames, async ({ tx, actor, where }) => {
  const rows = await tx.run<Pick<Row, 'id' | 'name' | 'category' | 'status'>>(
    sql`select o.id, o.name, o.category, o.status from partners_organisation o
          where o.city = ${actor.city} and ${where('read', 'partners.organisation', 'o')} order by o.name, o.id limit 5000`,
  );
  return { organisations: rows };
});
