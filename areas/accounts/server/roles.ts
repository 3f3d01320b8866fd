import type { View } from '../../../platform/ledger/view.ts';
import { changesOf, type RolesState } from '../domain/index.ts';

/** What the city changed in who holds which grant. It stands with the city itself, where it is found for every session. */
export const rolesView: View = {
  name: 'accounts.roles',
  ddl: `create table accounts_roles (city integer not null, id uuid not null, primary key (city, id));
create unique index accounts_roles_one on accounts_roles (city);`,
  tables: ['accounts_roles'],
  kinds: ['accounts.roles'],
  revision: 1,
  async apply(tx, changes) {
    for (const { city, id, state } of changes) {
      await tx.query('insert into accounts_roles values ($1, $2) on conflict (city, id) do nothing', [city, id]);
      const held = changesOf(state as RolesState).map(({ grant, role, holds, from }) => ({ grant, role, holds, from }));
      await tx.query('select olle_change_grants($1)', [JSON.stringify(held)]);
    }
  },
};
