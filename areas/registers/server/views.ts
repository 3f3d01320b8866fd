import { readFileSync } from 'node:fs';
import type { View } from '../../../platform/ledger/view.ts';
import { type Sealing, sealJson } from '../../../platform/sealing/sealing.ts';
import { contentOf, type EntryState, headerSignature, type ImportState, type ProfileState, type Values } from '../domain/index.ts';

const ddl = readFileSync(new URL('./views.sql', import.meta.url), 'utf8');
const [entryDdl, importDdl, profileDdl] = ddl.split('-- next view') as [string, string, string];

/** Whether two rows say the same, without opening either. */
export const fingerprintOf = (sealing: Sealing, city: number, values: Values): Buffer =>
  sealing.fingerprint(city, 'registers.entry', contentOf(values));
export const signatureOf = (sealing: Sealing, city: number, headers: readonly string[]): Buffer =>
  sealing.fingerprint(city, 'registers.headers', headerSignature(headers));
export const profileBinding = (city: number, id: string) => `registers_profile|${city}|${id}`;
export const fileNameBinding = (city: number, id: string) => `registers_import|${id}|${city}`;

/** One row a source row: what may be known of it in clear. Opened states come from the ledger by these ids. */
const entries: View = {
  name: 'registers.entries',
  ddl: entryDdl,
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

const imports: View = {
  name: 'registers.imports',
  ddl: importDdl,
  tables: ['registers_import'],
  kinds: ['registers.import'],
  revision: 1,
  async apply(tx, changes) {
    for (const { city, id, state, key } of changes) {
      const s = state as ImportState;
      await tx.query(
        `insert into registers_import (city, id, register, upload, file_name, status, by, started_at, ended_at, counts, quality, headers, reason) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         on conflict (city, id) do update set status = excluded.status, ended_at = excluded.ended_at, counts = excluded.counts, quality = excluded.quality, headers = excluded.headers, reason = excluded.reason`,
        [
          city,
          id,
          s.register,
          s.upload,
          sealJson(key, s.fileName, fileNameBinding(city, id)),
          s.status,
          s.by,
          s.startedAt,
          s.endedAt,
          JSON.stringify(s.counts),
          JSON.stringify(s.quality),
          s.headers.length,
          s.reason,
        ],
      );
    }
  },
};

const profiles: View = {
  name: 'registers.profiles',
  ddl: profileDdl,
  tables: ['registers_profile'],
  kinds: ['registers.profile'],
  revision: 1,
  async apply(tx, changes, sealing) {
    for (const { city, id, state, key } of changes) {
      const { removed, ...profile } = state as ProfileState;
      const headers = profile.columns.map(({ header }) => header);
      if (removed) await tx.query('delete from registers_profile where city = $1 and id = $2', [city, id]);
      else
        await tx.query(
          `insert into registers_profile (city, id, signature, profile) values ($1, $2, $3, $4)
           on conflict (city, id) do update set signature = excluded.signature, profile = excluded.profile`,
          [city, id, signatureOf(sealing, city, headers), sealJson(key, profile, profileBinding(city, id))],
        );
    }
  },
};

export const views: readonly View[] = [entries, imports, profiles];
