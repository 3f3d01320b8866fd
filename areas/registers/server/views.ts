import { readFileSync } from 'node:fs';
import type { View } from '../../../platform/ledger/view.ts';
import type { EntryState, ImportState } from '../domain/index.ts';

const ddl = readFileSync(new URL('./views.sql', import.meta.url), 'utf8');
const [entryDdl, importDdl] = ddl.split('-- next view') as [string, string];

/** One row a source row: what may be known of it in clear. Opened states come from the ledger by these ids. */
const entries: View = {
  name: 'registers.entries',
  ddl: entryDdl,
  tables: ['registers_entry'],
  kinds: ['registers.entry'],
  revision: 1,
  async apply(tx, changes) {
    const states = changes.map((change) => change.state as EntryState);
    await tx.query(
      `insert into registers_entry (city, id, register, import, row, ward, sex, birth_year, status, first_seen, last_changed, version)
       select $1, * from unnest($2::uuid[], $3::text[], $4::uuid[], $5::integer[], $6::text[], $7::text[], $8::integer[], $9::text[], $10::date[], $11::date[], $12::integer[])
       on conflict (city, id) do update set import = excluded.import, row = excluded.row, ward = excluded.ward, sex = excluded.sex, birth_year = excluded.birth_year,
         status = excluded.status, last_changed = excluded.last_changed, version = excluded.version`,
      [
        changes[0]!.city,
        changes.map((change) => change.id),
        states.map((s) => s.register),
        states.map((s) => s.importId),
        states.map((s) => s.row),
        states.map((s) => s.ward),
        states.map((s) => s.sex),
        states.map((s) => s.birthYear),
        states.map((s) => s.status),
        states.map((s) => s.firstSeen),
        states.map((s) => s.lastChanged),
        changes.map((change) => change.version),
      ],
      { name: 'registers-entries' },
    );
  },
};

const imports: View = {
  name: 'registers.imports',
  ddl: importDdl,
  tables: ['registers_import'],
  kinds: ['registers.import'],
  revision: 1,
  async apply(tx, changes) {
    for (const { city, id, state } of changes) {
      const s = state as ImportState;
      await tx.query(
        `insert into registers_import (city, id, register, file_name, status, by, started_at, ended_at, counts, set_aside, reason) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (city, id) do update set status = excluded.status, ended_at = excluded.ended_at, counts = excluded.counts, set_aside = excluded.set_aside, reason = excluded.reason`,
        [city, id, s.register, s.fileName, s.status, s.by, s.startedAt, s.endedAt, s.counts ? JSON.stringify(s.counts) : null, s.setAside.length, s.reason],
      );
    }
  },
};

export const views: readonly View[] = [entries, imports];
