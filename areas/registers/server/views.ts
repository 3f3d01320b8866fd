import { Type } from 'typebox';
import type { Tx } from '../../../platform/database/pool.ts';
import { Id, IsoDate, Maybe, type Refusal, refuse } from '../../../platform/decider/index.ts';
import type { Change, View } from '../../../platform/ledger/view.ts';
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
  columns: { ...importList.columns, upload: Id, quality: Quality, undoneAt: Maybe(Type.String()) },
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

/** An import is undone only while no later one of its register wrote anything, and none begins meanwhile. */
async function notAtOnce(tx: Tx, changes: readonly Change[]): Promise<Refusal | undefined> {
  for (const { id, state, events } of changes as readonly Change<ImportState>[]) {
    const { register, startedAt } = state;
    if (events.some(({ type }) => type === 'import-started')) {
      const { rowCount } = await tx.query(
        "select 1 from registers_import where city = $1 and register = $2 and status = 'undoing' limit 1",
        [tx.city, register],
      );
      if (rowCount > 0) return refuse('registers.undo-runs');
    }
    if (events.some(({ type }) => type === 'undo-asked') && (await laterImport(tx, { id, register, startedAt })))
      return refuse('registers.later-import');
  }
  return undefined;
}

/** The last other import of a register that runs, or that began later than this one and wrote rows or saw them again. */
export async function laterImport(
  tx: Tx,
  { id, register, startedAt }: { readonly id: string; readonly register: string; readonly startedAt: string },
): Promise<string | undefined> {
  const { rows } = await tx.query<{ id: string }>(
    `select id from registers_import where city = $1 and register = $2 and id <> $3 and (status in ('running', 'stopping', 'undoing')
       or ((started_at, id) > ($4, $3) and status <> 'undone' and (counts->>'rows')::int > (counts->>'setAside')::int)) order by started_at desc, id desc limit 1`,
    [tx.city, register, id, startedAt],
  );
  return rows[0]?.id;
}

export const views: readonly View[] = [
  entryTable.view<EntryState>({
    name: 'registers.entries',
    kind: entryRecord.kind,
    revision: 4,
    row: ({ status, ...state }, { city, version }, sealing) =>
      status === 'undone'
        ? undefined
        : {
            ...state,
            status,
            import: state.importId,
            version,
            fingerprint: sealing.fingerprint(city, 'registers.entry', contentInRegister(state)),
            numbered: state.values.source_id !== undefined,
            who: whoPrint(sealing, city, state.values),
            unread: Object.entries(state.unread ?? {}).map(([field, word]) => wordPrint(sealing, city, field, word)),
          },
  }),
  importTable.view<ImportState>({
    name: 'registers.imports',
    kind: importList.kind,
    revision: 2,
    row: (state) => ({ ...state, undoneAt: state.undo?.endedAt ?? null }),
    guard: notAtOnce,
  }),
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
