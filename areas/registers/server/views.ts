import { readFileSync } from 'node:fs';
import { Type } from 'typebox';
import { Id } from '../../../platform/decider/index.ts';
import type { View } from '../../../platform/ledger/view.ts';
import { ListTable } from '../../../platform/lists/server/table.ts';
import type { Sealing } from '../../../platform/sealing/sealing.ts';
import { Quality } from '../domain/import.ts';
import {
  contentOf,
  type EntryState,
  headerSignature,
  type ImportState,
  importList,
  type ProfileState,
  profileList,
  type Values,
} from '../domain/index.ts';

/** Whether two rows say the same, without opening either. */
export const fingerprintOf = (sealing: Sealing, city: number, values: Values): Buffer =>
  sealing.fingerprint(city, 'registers.entry', contentOf(values));
export const signatureOf = (sealing: Sealing, city: number, headers: readonly string[]): string =>
  sealing.fingerprint(city, 'registers.headers', headerSignature(headers)).toString('base64');

/** One row a source row: what may be known of it in clear. Opened states come from the ledger by these ids. */
const entries: View = {
  name: 'registers.entries',
  ddl: readFileSync(new URL('./views.sql', import.meta.url), 'utf8'),
  tables: ['registers_entry'],
  kinds: ['registers.entry'],
  revision: 2,
  async apply(tx, changes, sealing) {
    const states = changes.map((change) => change.state as EntryState);
    await tx.query(
      `insert into registers_entry (city, id, register, import, row, ward, sex, birth_year, status, first_seen, last_changed, version, fingerprint, numbered)
       select $1, * from unnest($2::uuid[], $3::text[], $4::uuid[], $5::integer[], $6::text[], $7::text[], $8::integer[], $9::text[], $10::date[], $11::date[], $12::integer[], $13::bytea[], $14::boolean[])
       on conflict (city, id) do update set import = excluded.import, row = excluded.row, ward = excluded.ward, sex = excluded.sex, birth_year = excluded.birth_year,
         status = excluded.status, last_changed = excluded.last_changed, version = excluded.version, fingerprint = excluded.fingerprint, numbered = excluded.numbered`,
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
        changes.map((change, i) => fingerprintOf(sealing, change.city, states[i]!.values)),
        states.map((s) => s.values.source_id !== undefined),
      ],
      { name: 'registers-entries' },
    );
  },
};

export const importTable = new ListTable({
  name: 'registers_import',
  columns: { ...importList.columns, upload: Id, quality: Quality },
  indexes: { started: 'city, started_at desc, id desc' },
});

export const profileTable = new ListTable({
  name: 'registers_profile',
  columns: {
    ...profileList.columns,
    /** Of all its headings: by it a profile is found for a file. */
    signature: Type.String(),
    removed: Type.Boolean(),
  },
  indexes: { signature: 'city, signature', register: 'city, register, id' },
});

export const views: readonly View[] = [
  entries,
  importTable.view<ImportState>({ name: 'registers.imports', kind: importList.kind, revision: 2, row: (state) => state }),
  profileTable.view<ProfileState>({
    name: 'registers.profiles',
    kind: profileList.kind,
    revision: 2,
    row: (state, { city }, sealing) => ({
      ...state,
      headings: state.columns.filter(({ field }) => field !== null).map(({ header }) => header),
      signature: signatureOf(
        sealing,
        city,
        state.columns.map(({ header }) => header),
      ),
    }),
  }),
];
