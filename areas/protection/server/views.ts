import type { Tx } from '../../../platform/database/pool.ts';
import type { View } from '../../../platform/ledger/view.ts';
import type { ListedErasure } from '../contract/index.ts';
import type { ErasureState, RetentionHoldState } from '../domain/index.ts';

const erasures: View = {
  name: 'protection.erasures',
  ddl: `create table protection_erasure (
  city integer not null, id uuid not null, person uuid not null, status text not null, ground text not null, asked_by uuid, asked_on date,
  settled_by uuid, settled_on date, subjects uuid[] not null, records integer not null, primary key (city, id)
);
create index protection_erasure_status on protection_erasure (city, status, id);
create index protection_erasure_person on protection_erasure (city, person);`,
  tables: ['protection_erasure'],
  kinds: ['protection.erasure'],
  revision: 1,
  async apply(tx, changes) {
    for (const { city, id, state } of changes) {
      const s = state as ErasureState;
      await tx.query(
        `insert into protection_erasure values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (city, id) do update set status = excluded.status,
           settled_by = excluded.settled_by, settled_on = excluded.settled_on, subjects = excluded.subjects, records = excluded.records`,
        [city, id, s.person, s.status, s.ground, s.askedBy, s.askedOn, s.settledBy, s.settledOn, s.subjects, s.records],
      );
    }
  },
};

const retentionHolds: View = {
  name: 'protection.retention-holds',
  ddl: `create table protection_retention_hold (city integer not null, id uuid not null, person uuid not null, status text not null, primary key (city, id));
create index protection_retention_hold_person on protection_retention_hold (city, person);`,
  tables: ['protection_retention_hold'],
  kinds: ['protection.retention-hold'],
  revision: 1,
  async apply(tx, changes) {
    for (const { city, id, state } of changes) {
      const { person, status } = state as RetentionHoldState;
      await tx.query(
        'insert into protection_retention_hold values ($1, $2, $3, $4) on conflict (city, id) do update set status = excluded.status',
        [city, id, person, status],
      );
    }
  },
};

export const views: readonly View[] = [erasures, retentionHolds];

const columns =
  'id, person, status, ground, asked_by as "askedBy", asked_on::text as "askedOn", settled_by as "settledBy", settled_on::text as "settledOn"';

/** Those that wait, then the last that were settled; at most 200. Of one person only where said. */
export async function listErasures(tx: Tx, person: string | null): Promise<ListedErasure[]> {
  const { rows } = await tx.query<ListedErasure>(
    `select ${columns} from protection_erasure where city = $1 and ($2::uuid is null or person = $2)
     order by status <> 'asked', settled_on desc nulls last, id desc limit 200`,
    [tx.city, person],
  );
  return rows;
}

/** Holds that are in force, then those that were lifted, the last first; at most 200. Of some persons only where said. */
export async function holdIds(tx: Tx, persons: readonly string[] | null): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select id from protection_retention_hold where city = $1 and ($2::uuid[] is null or person = any($2))
     order by status <> 'placed', id desc limit 200`,
    [tx.city, persons],
  );
  return rows.map(({ id }) => id);
}
