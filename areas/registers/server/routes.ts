import { Readable } from 'node:stream';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../platform/database/pool.ts';
import { refuse } from '../../../platform/decider/index.ts';
import { type AnyRoute, route, type Services } from '../../../platform/http/area.ts';
import { preferredLanguage } from '../../../platform/http/catalogues.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { openJson } from '../../../platform/sealing/sealing.ts';
import * as contract from '../contract/index.ts';
import { type EntryState, type ImportState, importRecord, type ProfileState } from '../domain/index.ts';
import { dryRunRoute } from './dryRun.ts';
import { lettersLost } from './file/encoding.ts';
import { openTable } from './file/table.ts';
import { notFound } from './importing.ts';
import { guessRegister, proposeMapping } from './proposal.ts';
import { setAsideCsv } from './setAside.ts';
import { openUpload, receiveUpload } from './uploads.ts';
import { fileNameBinding, profileBinding, signatureOf } from './views.ts';

const importColumns = `i.id, i.register, i.file_name as "sealedName", i.status, i.by, to_char(i.started_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "startedAt",
  to_char(i.ended_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "endedAt", i.counts, i.reason,
  case when p.id is null or i.status <> 'running' then null else json_build_object('stage', p.stage, 'done', p.done, 'total', p.total) end as progress`;

interface ProfileRow {
  readonly id: string;
  readonly profile: Buffer;
}

async function openProfiles(services: Services, tx: Tx, city: number, rows: readonly ProfileRow[]) {
  const keys = await services.ledger.keys.find(
    tx,
    city,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id, profile }) => {
    const key = keys.get(id);
    return key ? [{ id, profile: openJson(key, profile, profileBinding(city, id)) as ProfileState }] : [];
  });
}

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
    let mapping = proposeMapping(headers, samples, today);
    let register = guessRegister(mapping.map(({ field }) => field));
    const signature = signatureOf(services.sealing, actor.city, table.mended ? headers.slice(3) : headers);
    const { rows: saved } = await tx.query<ProfileRow>(
      'select id, profile from registers_profile where city = $1 and signature = $2 order by id desc limit 1',
      [actor.city, signature],
    );
    const [profile] = await openProfiles(services, tx, actor.city, saved);
    if (profile) {
      register = profile.profile.register;
      mapping = profile.profile.columns.flatMap(({ header, field, dateOrder, calendar }) => {
        const column = headers.findIndex((one) => one.trim().toLowerCase() === header.trim().toLowerCase());
        return field && column >= 0
          ? [{ column, field, confidence: 1, ...(dateOrder ? { dateOrder } : {}), ...(calendar ? { calendar } : {}) }]
          : [];
      });
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
      dateOrder: profile?.profile.dateOrder ?? dates?.dateOrder ?? ('day-first' as const),
      calendar: profile?.profile.calendar ?? dates?.calendar ?? ('gregorian' as const),
      ambiguous: mapping.some(({ ambiguous }) => ambiguous),
      profile: profile ? { id: profile.id, name: profile.profile.name, whole: profile.profile.whole } : null,
    };
  }),
  dryRunRoute,
  route(contract.listImports, async ({ tx, actor, query, services }) => {
    const [at, id] = query.after?.split('_') ?? ['9999-01-01T00:00:00Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
    const { rows } = await tx.query<Omit<contract.ImportRow, 'fileName'> & { readonly sealedName: Buffer }>(
      `select ${importColumns} from registers_import i left join job_progress p on p.city = i.city and p.id = i.id
         where i.city = $1 and (i.started_at, i.id) < ($2::timestamptz, $3::uuid) order by i.started_at desc, i.id desc limit 51`,
      [actor.city, at, id],
    );
    const page = rows.slice(0, 50);
    const keys = await services.ledger.keys.find(
      tx,
      actor.city,
      page.map((row) => row.id),
    );
    // A file's name may tell of a child: those who see figures only see none.
    const named = actor.roles.some((role) => role === 'registrar' || role === 'supervisor');
    const last = page.at(-1);
    const shown = page.map(({ sealedName, ...row }) => {
      const key = named ? keys.get(row.id) : undefined;
      return { ...row, fileName: key ? (openJson(key, sealedName, fileNameBinding(actor.city, row.id)) as string) : '' };
    });
    return { rows: shown, ...(rows.length > 50 && last ? { next: `${last.startedAt}_${last.id}` } : {}) };
  }),
  route(contract.cancelImport, async ({ tx, actor, params }) => {
    const { rows } = await tx.query<{ status: string }>('select status from registers_import where city = $1 and id = $2', [
      actor.city,
      params.id,
    ]);
    if (!rows[0]) throw notFound();
    if (rows[0].status !== 'running') throw new Refused(refuse('registers.import-not-running'));
    await tx.query(
      `insert into job_progress (city, id, job, cancel) values ($1, $2, 'registers.import', true) on conflict (city, id) do update set cancel = true`,
      [actor.city, params.id],
    );
  }),
  route(contract.readSetAside, async ({ tx, actor, params, query, services, note, reply, request }) => {
    const found = await services.ledger.find<ImportState>(tx, actor.city, importRecord.kind, params.id);
    if (!found) throw notFound();
    await note(importRecord.kind, [params.id], 'set-aside rows');
    reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="set-aside.csv"');
    // A link asks in the browser's language, which need not be the screen's.
    const language = query.language ?? preferredLanguage(request.headers['accept-language']);
    return Readable.from(setAsideCsv(services, actor.city, params.id, found.key, found.state.headers, language));
  }),
  route(contract.readEntry, async ({ tx, actor, params, services, note }) => {
    const found = await services.ledger.find<EntryState>(tx, actor.city, 'registers.entry', params.id);
    if (!found) throw notFound();
    await note('registers.entry', [params.id], 'source row');
    const { register, status, importId, row, firstSeen, lastChanged, values } = found.state;
    const { phone, ...others } = values as Record<string, string>;
    const excluded = await services.doNotCall(services, tx, { entries: [params.id], numbers: phone === undefined ? [] : [phone] });
    const doNotCall = excluded.entries.size + excluded.numbers.size > 0;
    const shown = phone === undefined || doNotCall ? others : { ...others, phone };
    return { id: params.id, register, status, import: importId, row, firstSeen, lastChanged, values: shown, doNotCall };
  }),
  route(contract.listProfiles, async ({ tx, actor, services }) => {
    const { rows } = await tx.query<ProfileRow>('select id, profile from registers_profile where city = $1 order by id', [actor.city]);
    const profiles = await openProfiles(services, tx, actor.city, rows);
    return {
      rows: profiles
        .map(({ id, profile: { name, register, columns } }) => ({
          id,
          name,
          register,
          columns: columns.filter(({ field }) => field !== null).map(({ header }) => header),
        }))
        .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1)),
    };
  }),
  route(contract.readQuality, async ({ tx, actor }) => {
    const { rows } = await tx.query<contract.RegisterQuality>(
      `select distinct on (register) register, id as import, to_char(ended_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "endedAt", counts, quality
         from registers_import where city = $1 and status = 'finished' order by register, ended_at desc`,
      [actor.city],
    );
    return { registers: rows };
  }),
  route(contract.readSummary, async ({ tx, actor }) => {
    const { rows } = await tx.query<contract.Summary['registers'][number]>(
      `select register, count(*) filter (where status = 'present')::int as present, count(*) filter (where status = 'gone')::int as gone from registers_entry where city = $1 group by register order by register`,
      [actor.city],
    );
    return { registers: rows };
  }),
];
