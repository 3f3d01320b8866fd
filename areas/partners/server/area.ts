import { searchKeys } from '@olle/names';
import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Answer } from '../../../platform/contract/index.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { hasRole } from '../../../platform/decider/index.ts';
import { route, type ServerArea } from '../../../platform/http/area.ts';
import { historyRoute } from '../../../platform/http/historyRoute.ts';
import { recordRoute } from '../../../platform/http/readRecord.ts';
import type { AnyRecord } from '../../../platform/ledger/registry.ts';
import { listRoutes } from '../../../platform/lists/server/routes.ts';
import { ListTable, sqlColumn } from '../../../platform/lists/server/table.ts';
import * as contract from '../contract/index.ts';
import {
  type Agreement,
  agreementsOn,
  type OpenTime,
  type OrganisationState,
  openAt,
  organisationList,
  organisationRecord,
  policy,
  problems,
  stretchesOf,
} from '../domain/index.ts';

/** The minute of the week in a city at an instant, from Monday 00:00 of its own time. */
async function weekMinute(tx: Tx, city: number, now: Date): Promise<number> {
  const [row] = await tx.run<{ minute: number }>(
    sql`select ((extract(isodow from at) - 1) * 1440 + extract(hour from at) * 60 + extract(minute from at))::int as minute
        from (select ${now.toISOString()}::timestamptz at time zone time_zone as at from city where number = ${city}) local`,
  );
  return row!.minute;
}

/** Letters as a search compares them: of one width, one composition, one case. */
const foldedText = (text: string): string => text.normalize('NFKC').toLowerCase();

const weekOf = (hours: readonly OpenTime[]) =>
  `{${stretchesOf(hours)
    .map(([from, until]) => `[${from},${until})`)
    .join(',')}}`;
/** The days of an agreement; one ended before it began has none. */
const daysOf = ({ from, until, endedOn }: Agreement): string[] => {
  const ends = endedOn !== null && (until === null || endedOn <= until) ? `${endedOn})` : `${until ?? ''}]`;
  return endedOn !== null && endedOn <= from ? [] : [`[${from},${ends}`];
};

const { reachable: _, ...answered } = organisationList.columns;
const table = new ListTable({
  name: 'partners_organisation',
  columns: {
    ...answered,
    /** All its names, folded, and what their words sound like in any script. */
    folded: Type.String(),
    sounds: Type.Array(Type.String()),
    /** When agreements hold. */
    agreed: sqlColumn('datemultirange'),
    /** When it is open, in minutes of the week from Monday 00:00; and when it can be reached besides. */
    open: sqlColumn('int4multirange'),
    emergency: sqlColumn('int4multirange'),
  },
  indexes: {
    name: 'city, status, name, id',
    services: 'create index partners_organisation_services on partners_organisation using gin (services)',
  },
});

const organisationView = table.view<OrganisationState>({
  name: 'partners.organisations',
  kind: organisationRecord.kind,
  revision: 2,
  row(state) {
    const names = [state.name, ...state.otherNames];
    return {
      ...state,
      folded: foldedText(names.join(' ')),
      sounds: [...new Set(names.flatMap(searchKeys))],
      agreed: `{${state.agreements.flatMap(daysOf).join(',')}}`,
      open: weekOf(state.hours),
      emergency: weekOf(state.emergencyHours),
    };
  },
});

const organisationListRoutes = listRoutes({
  list: organisationList,
  table,
  why: 'directory',
  knows: async (tx, { actor, services }) => ({ minute: await weekMinute(tx, actor.city, services.clock()) }),
  means: {
    // Each word typed must stand in a name, or sound like a word of one.
    text(text) {
      const words = foldedText(text).split(/\s+/).filter(Boolean).slice(0, 8);
      const sounds = (keys: readonly string[]) => (keys.length > 0 ? sql`c.sounds @> ${keys}` : sql`false`);
      return sql.join(
        [sql`true`, ...words.map((word) => sql`(position(${word} in c.folded) > 0 or ${sounds(searchKeys(word))})`)],
        sql` and `,
      );
    },
    ward: (ward) => sql`(c.wards = '{}' or c.wards @> ${[ward]})`,
    open: (open, { minute }) => open && sql`(c.open @> ${minute}::int or c.emergency @> ${minute}::int)`,
  },
  computed: ({ today, minute }) => ({
    agreed: sql`c.agreed @> ${today}::date`,
    open: sql`c.open @> ${minute}::int`,
    reachable: sql`(c.open @> ${minute}::int or c.emergency @> ${minute}::int)`,
  }),
});

const namesRoute = route(contract.listNames, async ({ tx, actor, where }) => {
  const rows = await tx.run<Answer<typeof contract.listNames>['organisations'][number]>(
    sql`select o.id, o.name, o.category, o.status from partners_organisation o
        where o.city = ${actor.city} and ${where('read', 'partners.organisation', 'o')} order by o.name, o.id`,
  );
  return { organisations: rows };
});

const organisationRoute = recordRoute(
  contract.readOrganisation,
  organisationRecord,
  'organisation page',
  async (state, { tx, actor, services }) => {
    const minute = await weekMinute(tx, actor.city, services.clock());
    const held = agreementsOn(state, await services.ledger.today(tx, actor.city));
    const open = openAt(state.hours, minute);
    return {
      ...state,
      open,
      reachable: open || openAt(state.emergencyHours, minute),
      agreements: state.agreements.map((one) => ({ ...one, inForce: held.includes(one) })),
      shares: [...new Set(held.flatMap(({ shares }) => shares))],
    };
  },
);

/** Why the office closed an organisation or ended an agreement is not for the organisation to read. */
const organisationHistoryRoute = historyRoute(organisationRecord, {
  sees:
    async ({ actor }) =>
    () =>
      hasRole(actor, 'partner') ? ['coded', 'identity'] : ['coded', 'identity', 'narrative'],
});

export const partners: ServerArea = {
  name: 'partners',
  records: [organisationRecord] as unknown as AnyRecord[],
  policy,
  problems,
  views: [organisationView],
  routes: [...organisationListRoutes, namesRoute, organisationRoute, organisationHistoryRoute],
};
