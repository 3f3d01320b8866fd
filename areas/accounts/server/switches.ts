import type { AreaSwitches } from '../../../platform/ledger/switches.ts';
import type { View } from '../../../platform/ledger/view.ts';
import { areasOff, optionalAreas, type SwitchesState } from '../domain/index.ts';

export const switchesView: View = {
  name: 'accounts.switches',
  ddl: `create table accounts_switches (city integer not null, id uuid not null, switches jsonb not null, primary key (city, id));
create unique index accounts_switches_one on accounts_switches (city);`,
  tables: ['accounts_switches'],
  kinds: ['accounts.switches'],
  revision: 1,
  async apply(tx, changes) {
    for (const { city, id, state } of changes)
      await tx.query(
        'insert into accounts_switches values ($1, $2, $3) on conflict (city, id) do update set switches = excluded.switches',
        [city, id, JSON.stringify((state as SwitchesState).switches)],
      );
  },
};

/** What the ledger and the session ask: which areas the city does without. */
export const switches: AreaSwitches = {
  optional: new Set(optionalAreas),
  async off(tx, city, day) {
    const { rows } = await tx.query<SwitchesState>('select switches from accounts_switches where city = $1', [city]);
    return new Set(rows[0] ? areasOff(rows[0], day) : []);
  },
};
