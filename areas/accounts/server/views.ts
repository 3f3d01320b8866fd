import type { Tx } from '../../../platform/database/pool.ts';
import { type Refusal, refuse } from '../../../platform/decider/index.ts';
import type { Change, View } from '../../../platform/ledger/view.ts';
import { sealJson } from '../../../platform/sealing/sealing.ts';
import type { OrganisationState } from '../../partners/domain/index.ts';
import { type CityState, lastDayOf, type UserState } from '../domain/index.ts';

export const cardBinding = (city: number, id: string) => `accounts_user|${city}|${id}`;

export const users: View = {
  name: 'accounts.users',
  ddl: 'create table accounts_user (city integer not null, id uuid not null, roles text[] not null, terms jsonb not null, organisation uuid, active boolean not null, second_factor boolean not null, languages text[] not null, wards text[] not null, card bytea not null, primary key (city, id));',
  tables: ['accounts_user'],
  kinds: ['accounts.user'],
  revision: 4,
  guard: keepsAdministrator,
  async apply(tx, changes) {
    for (const { city, id, state, key } of changes) {
      const {
        name,
        userName,
        roles,
        terms = [],
        organisation = null,
        active,
        secondFactor = false,
        languages = [],
        wards = [],
      } = state as UserState;
      await tx.query(
        `insert into accounts_user values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (city, id) do update
         set roles = excluded.roles, terms = excluded.terms, organisation = excluded.organisation, active = excluded.active, second_factor = excluded.second_factor, languages = excluded.languages, wards = excluded.wards, card = excluded.card`,
        [
          city,
          id,
          roles,
          JSON.stringify(terms),
          organisation,
          active,
          secondFactor,
          languages,
          wards,
          sealJson(key, { name, userName }, cardBinding(city, id)),
        ],
      );
      // A session holds the roles it began with: it ends where they are no longer the user's, or for another time, or the user is not active.
      await tx.query(
        'delete from session where user_id = $1 and (not $2 or roles <> $3 or organisation is distinct from $4 or last_day is distinct from $5)',
        [id, active, roles, organisation, lastDayOf({ roles, terms })],
      );
    }
  },
};

/** Which partner organisations the city works with: the users of the others cannot sign in. */
export const organisations: View = {
  name: 'accounts.organisations',
  ddl: 'create table accounts_organisation (city integer not null, id uuid not null, active boolean not null, primary key (city, id));',
  tables: ['accounts_organisation'],
  kinds: ['partners.organisation'],
  revision: 1,
  async apply(tx, changes) {
    for (const { city, id, state } of changes) {
      const active = (state as OrganisationState).status === 'active';
      await tx.query(
        'insert into accounts_organisation values ($1, $2, $3) on conflict (city, id) do update set active = excluded.active',
        [city, id, active],
      );
      if (!active) await tx.query('delete from session where city = $1 and organisation = $2', [city, id]);
    }
  },
};

/** After these a city may be left without an administrator. */
const mayTakeOne: readonly string[] = ['user-deactivated', 'roles-changed', 'role-given-for-a-time'];

/**
 * Under the city's head, so that of two administrators who deactivate each other in the same instant the second is refused. Whoever is one for
 * a time does not count: when the time is over, nobody is asked whether the city keeps another.
 */
async function keepsAdministrator(tx: Tx, changes: readonly Change[]): Promise<Refusal | undefined> {
  if (!changes.some(({ events }) => events.some(({ type }) => mayTakeOne.includes(type)))) return undefined;
  const { rowCount } = await tx.query(
    `select 1 from accounts_user where city = $1 and active and 'administrator' = any(roles) and not terms @> '[{"role":"administrator"}]' limit 1`,
    [tx.city],
  );
  return rowCount > 0 ? undefined : refuse('accounts.last-administrator');
}

export const city: View = {
  name: 'accounts.city',
  ddl: `create table accounts_city (city integer not null, id uuid not null, wards jsonb not null, second_factor text[] not null, primary key (city, id));
create unique index accounts_city_one on accounts_city (city);`,
  tables: ['accounts_city'],
  kinds: ['accounts.city'],
  revision: 3,
  async apply(tx, changes) {
    for (const { city: number, id, state } of changes) {
      const { name, country, timeZone, calendar = null, wards, secondFactor = [] } = state as CityState;
      await tx.query(
        'insert into accounts_city values ($1, $2, $3, $4) on conflict (city, id) do update set wards = excluded.wards, second_factor = excluded.second_factor',
        [number, id, JSON.stringify(wards), secondFactor],
      );
      // Whoever is signed in without one adds it before anything else opens.
      await tx.query(
        `update session s set must_add_factor = roles && $2::text[] and not exists (select 1 from second_factor f where f.user_id = s.user_id and f.confirmed)
         where s.city = $1`,
        [number, secondFactor],
      );
      // Sessions and jobs know the city before any record is opened, from the table `city`.
      await tx.query('select olle_describe_city($1, $2, $3, $4)', [name, country, timeZone, calendar]);
    }
  },
};
