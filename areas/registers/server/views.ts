import { Type } from 'typebox';
import { Id, IsoDate, Maybe } from '../../../platform/decider/index.ts';
import type { View } from '../../../platform/ledger/view.ts';
import { ListTable } from '../../../platform/lists/server/table.ts';
import type { Sealing } from '../../../platform/sealing/sealing.ts';
import { Register } from '../domain/entry.ts';
import { Quality } from '../domain/import.ts';
import {
  contentInRegister,
  contentOf,
  type EntryState,
  entryRecord,
  headerSignature,
  type ImportState,
  importList,
  type ProfileState,
  profileList,
  type Values,
  whoIs,
  wordKey,
} from '../domain/index.ts';

/** Whether two rows say the same, without opening either. */
export const fingerprintOf = (
  sealing: Sealing,
  city: number,
  { values, unread }: { readonly values: Values; readonly unread?: Values },
): Buffer => sealing.fingerprint(city, 'registers.entry', contentOf(values, unread));
/** Whether two rows are of one name and birth date, without opening either; nothing where these are not known. */
export const whoPrint = (sealing: Sealing, city: number, values: Values): Buffer => {
  const who = whoIs(values);
  return who === '' ? nobody : sealing.fingerprint(city, 'registers.who', who);
};
const nobody = Buffer.alloc(0);

/** What rows with one word in one field have in common, without saying which. */
export const wordPrint = (sealing: Sealing, city: number, field: string, word: string): string =>
  sealing.fingerprint(city, 'registers.unread', wordKey(field, word)).toString('base64');
export const signatureOf = (sealing: Sealing, city: number, headers: readonly string[]): string =>
  sealing.fingerprint(city, 'registers.headers', headerSignature(headers)).toString('base64');

/** What may be known of a source row in clear. Opened states come from the ledger by these ids. */
const entryTable = new ListTable({
  name: 'registers_entry',
  columns: {
    register: Register,
    import: Id,
    row: Type.Integer(),
    ward: Maybe(Type.String()),
    sex: Maybe(Type.String()),
    birthYear: Maybe(Type.Integer()),
    status: Type.String(),
    firstSeen: IsoDate,
    lastChanged: IsoDate,
    version: Type.Integer(),
    /** Keyed hash of its values: whether a row of a file says something new, without opening anything. */
    fingerprint: Type.Unsafe<Buffer>({ sqlType: 'bytea' }),
    /** Whether it has a number of its own; one without is found by its fingerprint. */
    numbered: Type.Boolean(),
    /** Keyed hash of name and birth date: whether a register holds a child under another number. */
    who: Type.Unsafe<Buffer>({ sqlType: 'bytea' }),
    /** A keyed hash of each field and word that could not be read. */
    unread: Type.Array(Type.String()),
  },
  indexes: {
    register: 'city, register, status, id',
    who: 'city, register, who',
    unread: "create index registers_entry_unread on registers_entry (city, register) where unread <> '{}'",
    content: 'create index registers_entry_content on registers_entry (city, register, fingerprint) where not numbered',
  },
});

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
  entryTable.view<EntryState>({
    name: 'registers.entries',
    kind: entryRecord.kind,
    revision: 4,
    row: (state, { city, version }, sealing) => ({
      ...state,
      import: state.importId,
      version,
      fingerprint: sealing.fingerprint(city, 'registers.entry', contentInRegister(state)),
      numbered: state.values.source_id !== undefined,
      who: whoPrint(sealing, city, state.values),
      unread: Object.entries(state.unread ?? {}).map(([field, word]) => wordPrint(sealing, city, field, word)),
    }),
  }),
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
