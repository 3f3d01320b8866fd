import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Role } from '../../../platform/decider/index.ts';
import { type AnyRoute, route } from '../../../platform/http/area.ts';
import { preferredLanguage } from '../../../platform/http/catalogues.ts';
import { historyRoute } from '../../../platform/http/historyRoute.ts';
import { readRecord, recordRoute } from '../../../platform/http/readRecord.ts';
import { cityOf } from '../../../platform/ledger/city.ts';
import { listRoutes } from '../../../platform/lists/server/routes.ts';
import * as contract from '../contract/index.ts';
import { columnsOfProfile, entryRecord, importList, importRecord, type ProfileState, profileList, readDate } from '../domain/index.ts';
import { dryRunRoute } from './dryRun.ts';
import { lettersLost } from './file/encoding.ts';
import { openTable } from './file/table.ts';
import { countingColumns, guessRegister, metadataColumns, proposeMapping } from './proposal.ts';
import { setAsideCsv } from './setAside.ts';
import { mendRoute, unreadRoute } from './unread.ts';
import { openUpload, receiveUpload } from './uploads.ts';
import { importTable, profileTable, signatureOf } from './views.ts';

/** Those who see figures only are told no name of a file: it may be a child's. */
const seesNames = ({ roles = [] }: { readonly roles?: readonly Role[] }) =>
  roles.some((role) => role === 'registrar' || role === 'supervisor');

export const routes: readonly AnyRoute[] = [
  route(
    contract.sendFile,
    async ({ actor, services, request }) => {
      const id = uuidv7();
      let name = 'file';
      try {
        name = decodeURIComponent(String(request.headers['x-file-name'] ?? 'file')).slice(0, 200) || 'file';
      } catch {
        name = 'file';
      }
      const bytes = await receiveUpload(services, actor.city, actor.id, id, name, request.raw);
      return { id, bytes };
    },
    { transaction: false },
  ),
  route(contract.proposeColumns, async ({ actor, params, body, services, tx, note }) => {
    const upload = await openUpload(services, actor.city, params.id);
    const table = await openTable(upload, body);
    const samples: string[][] = [];
    for await (const { cells } of table.rows) {
      samples.push(cells.slice(0, 300).map((cell) => cell.slice(0, 200)));
      if (samples.length === 500) break;
    }
    const headers = [...table.headers];
    const today = await services.ledger.today(tx, actor.city);
    const { calendar } = await cityOf(tx);
    let mapping = proposeMapping(headers, samples, { today, home: calendar });
    let register = guessRegister(mapping.map(({ field }) => field));
    const signature = signatureOf(services.sealing, actor.city, table.mended ? headers.slice(3) : headers);
    const { rows: saved } = await tx.query<{ id: string }>(
      'select id from registers_profile where city = $1 and signature = $2 and not removed order by id desc limit 1',
      [actor.city, signature],
    );
    const profile = saved[0] && (await services.ledger.find<ProfileState>(tx, actor.city, profileList.kind, saved[0].id))?.state;
    if (profile) {
      register = profile.register;
      mapping = columnsOfProfile(profile, headers).map((column) => ({ ...column, confidence: 1 }));
    }
    const dates = mapping.find(({ field }) => field === 'birth_date') ?? mapping.find(({ calendar }) => calendar);
    await note('registers.upload', [params.id], 'import');
    return {
      fileName: upload.fileName,
      encoding: table.encoding,
      lettersLost: lettersLost(headers, samples),
      delimiter: table.delimiter,
      sheets: table.sheets.map(({ name, hidden }) => ({ name, hidden })),
      sheet: table.sheet,
      mended: table.mended,
      register,
      headers,
      samples: samples.slice(0, 5),
      mapping,
      dateOrder: profile?.dateOrder ?? dates?.dateOrder ?? ('day-first' as const),
      calendar: profile?.calendar ?? dates?.calendar ?? ('gregorian' as const),
      counting: countingColumns(headers, samples),
      metadata: metadataColumns(headers),
      doubt: mapping.find(({ doubt }) => doubt)?.doubt ?? null,
      profile: profile ? { id: saved[0]!.id, name: profile.name, whole: profile.whole, words: profile.words ?? [] } : null,
    };
  }),
  dryRunRoute,
  // So that whoever sets a column's order and calendar sees what becomes of its dates before anything is read.
  route(contract.readDates, async ({ body: { cells, dateOrder, calendar } }) => ({
    dates: cells.map((cell) => readDate(cell.trim(), dateOrder, calendar) ?? null),
  })),
  ...listRoutes({
    list: importList,
    table: importTable,
    why: 'list of imports',
    // The name of a file is no reading of a child; who looks at the rows set aside is noted.
    identified: () => false,
    shown: (_, __, { actor }) => (seesNames(actor) ? {} : { fileName: '' }),
  }),
  recordRoute(contract.readImport, importRecord, 'import', (state, { actor }) => {
    const names = seesNames(actor);
    return {
      ...state,
      fileName: names ? state.fileName : '',
      sheet: names ? (state.sheet ?? null) : null,
      encoding: state.encoding ?? null,
      // The reason may name a child.
      undo: state.undo ? { ...state.undo, because: names ? state.undo.because : '' } : null,
      columns: state.mapping.map((one) => ({ ...one, heading: names ? (state.headers[one.column] ?? '') : '' })),
    };
  }),
  route(contract.followImport, async (call) => {
    const { state, next } = await readRecord(call, importRecord, call.params.id, null);
    const { rows } = await call.tx.query<NonNullable<contract.Followed['progress']>>(
      'select stage, done::int, total::int from job_progress where city = $1 and id = $2',
      [call.actor.city, call.params.id],
    );
    return { ...state, progress: rows[0] ?? null, next: await next() };
  }),
  historyRoute(importRecord, {
    sees:
      async ({ actor }) =>
      () =>
        seesNames(actor) ? ['coded', 'identity', 'narrative'] : ['coded'],
  }),
  route(contract.readSetAside, async (call) => {
    const { params, query, services, actor, reply, request } = call;
    const { key, state } = await readRecord(call, importRecord, params.id, 'set-aside rows');
    reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="set-aside.csv"');
    // A link asks in the browser's language, which need not be the screen's.
    const language = query.language ?? preferredLanguage(request.headers['accept-language']);
    return Readable.from(setAsideCsv(services, actor.city, params.id, key, state.headers, language));
  }),
  recordRoute(contract.readEntry, entryRecord, 'source row', async (state, { tx, services }, { id }) => {
    const { phone, ...others } = state.values as Record<string, string>;
    const excluded = await services.doNotCall(services, tx, { entries: [id], numbers: phone === undefined ? [] : [phone] });
    const doNotCall = excluded.entries.size + excluded.numbers.size > 0;
    return { ...state, values: phone === undefined || doNotCall ? others : { ...others, phone }, doNotCall };
  }),
  historyRoute(entryRecord),
  unreadRoute,
  mendRoute,
  ...listRoutes({
    list: profileList,
    table: profileTable,
    why: 'list of profiles',
    always: () => sql`not c.removed`,
  }),
  route(contract.readQuality, async ({ tx, actor }) => {
    const { rows } = await tx.query<contract.RegisterQuality>(
      `select distinct on (register) register, id as import, ended_at as "endedAt", counts, quality
         from registers_import where city = $1 and status = 'finished' order by register, ended_at desc`,
      [actor.city],
    );
    return { registers: rows };
  }),
  route(contract.readSummary, async ({ tx, actor }) => {
    const { rows: registers } = await tx.query<contract.Summary['registers'][number]>(
      `select register, count(*) filter (where status = 'present')::int as present, count(*) filter (where status = 'gone')::int as gone,
         count(*) filter (where status = 'present' and unread <> '{}')::int as unread,
         (select max(i.started_at) from registers_import i where i.city = $1 and i.register = e.register and i.status = 'finished') as brought
       from registers_entry e where city = $1 group by register order by register`,
      [actor.city],
    );
    const { rows: begun } = await tx.query('select from registers_import where city = $1 limit 1', [actor.city]);
    return { registers, isBegun: begun.length > 0 };
  }),
];
