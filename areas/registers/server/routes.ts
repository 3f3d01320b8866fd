import { Readable } from 'node:stream';
import { Type } from 'typebox';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../platform/database/pool.ts';
import { fields, Id, oneOf, refuse } from '../../../platform/decider/index.ts';
import { type AnyRoute, route, type Services } from '../../../platform/http/area.ts';
import { languages, preferredLanguage } from '../../../platform/http/catalogues.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { openJson } from '../../../platform/sealing/sealing.ts';
import { Calendar, Counts, DateOrder, EncodingName, Quality } from '../domain/import.ts';
import { type EntryState, type ImportState, importRecord, type ProfileState, registerNames } from '../domain/index.ts';
import { dryRunRoute } from './dryRun.ts';
import { lettersLost } from './file/encoding.ts';
import { openTable } from './file/table.ts';
import { notFound } from './importing.ts';
import { guessRegister, proposeMapping } from './proposal.ts';
import { setAsideCsv } from './setAside.ts';
import { openUpload, receiveUpload } from './uploads.ts';
import { fileNameBinding, profileBinding, signatureOf } from './views.ts';

const ById = Type.Object({ id: Id });
const Import = Type.Object({
  id: Type.String(),
  register: Type.String(),
  fileName: Type.String(),
  status: Type.String(),
  by: Type.String(),
  startedAt: Type.String(),
  endedAt: Type.Union([Type.String(), Type.Null()]),
  counts: Counts,
  reason: Type.Union([Type.String(), Type.Null()]),
  progress: Type.Union([
    Type.Object({ stage: Type.String(), done: Type.Integer(), total: Type.Union([Type.Integer(), Type.Null()]) }),
    Type.Null(),
  ]),
});

const importColumns = `i.id, i.register, i.file_name as "fileName", i.status, i.by, to_char(i.started_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "startedAt",
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
  route({
    method: 'POST',
    path: '/api/registers/uploads',
    summary: 'Send a file (application/octet-stream; its name in the header x-file-name, percent-encoded)',
    may: ['upload', 'registers.import'],
    input: 'stream',
    transaction: false,
    answer: Type.Object({ id: Id, bytes: Type.Integer() }),
    async handle({ actor, services, request }) {
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
  }),
  route({
    method: 'POST',
    path: '/api/registers/uploads/{id}/proposal',
    summary: 'What an uploaded file holds, and what its columns seem to mean',
    may: ['upload', 'registers.import'],
    shows: 'identity',
    params: ById,
    // A sheet may be called after a child.
    body: fields({ sheet: Type.Optional(Type.String({ maxLength: 200 })), encoding: Type.Optional(EncodingName) }),
    answer: Type.Object({
      fileName: Type.String(),
      encoding: Type.String(),
      lettersLost: Type.Boolean(),
      delimiter: Type.String(),
      sheets: Type.Array(Type.Object({ name: Type.String(), hidden: Type.Boolean() })),
      sheet: Type.Union([Type.String(), Type.Null()]),
      mended: Type.Boolean(),
      register: oneOf(...registerNames),
      headers: Type.Array(Type.String()),
      samples: Type.Array(Type.Array(Type.String())),
      mapping: Type.Array(
        Type.Object({
          column: Type.Integer(),
          field: Type.String(),
          confidence: Type.Number(),
          dateOrder: Type.Optional(DateOrder),
          calendar: Type.Optional(Calendar),
          ambiguous: Type.Optional(Type.Boolean()),
        }),
      ),
      dateOrder: DateOrder,
      calendar: Calendar,
      ambiguous: Type.Boolean(),
      profile: Type.Union([Type.Object({ id: Type.String(), name: Type.String(), whole: Type.Boolean() }), Type.Null()]),
    }),
    async handle({ actor, params, body, services, tx, note }) {
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
    },
  }),
  dryRunRoute,
  route({
    method: 'GET',
    path: '/api/registers/imports',
    summary: 'The imports, newest first',
    may: ['read', 'registers.import'],
    query: Type.Object({ after: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z_[0-9a-f-]{36}$' })) }),
    answer: Type.Object({ rows: Type.Array(Import), next: Type.Optional(Type.String()) }),
    async handle({ tx, actor, query, services }) {
      const [at, id] = query.after?.split('_') ?? ['9999-01-01T00:00:00Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
      const { rows } = await tx.query<{ id: string; fileName: Buffer | string; startedAt: string }>(
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
      for (const row of page) {
        const key = keys.get(row.id);
        row.fileName = named && key ? (openJson(key, row.fileName as Buffer, fileNameBinding(actor.city, row.id)) as string) : '';
      }
      const last = page.at(-1);
      return { rows: page as never, ...(rows.length > 50 && last ? { next: `${last.startedAt}_${last.id}` } : {}) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/registers/imports/{id}/cancel',
    summary: 'Ask a running import to stop; rows taken before stay, and importing the file again completes it',
    may: ['cancel', 'registers.import'],
    params: ById,
    async handle({ tx, actor, params }) {
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
    },
  }),
  route({
    method: 'GET',
    path: '/api/registers/imports/{id}/set-aside.csv',
    summary: 'The rows set aside, with row, column and reason, to be mended and sent again',
    may: ['read-set-aside', 'registers.import'],
    shows: 'identity',
    params: ById,
    query: Type.Object({ language: Type.Optional(oneOf(...languages)) }),
    async handle({ tx, actor, params, query, services, note, reply, request }) {
      const found = await services.ledger.find<ImportState>(tx, actor.city, importRecord.kind, params.id);
      if (!found) throw notFound();
      await note(importRecord.kind, [params.id], 'set-aside rows');
      reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="set-aside.csv"');
      // A link asks in the browser's language, which need not be the screen's.
      const language = query.language ?? preferredLanguage(request.headers['accept-language']);
      return Readable.from(setAsideCsv(services, actor.city, params.id, found.key, found.state.headers, language));
    },
  }),
  route({
    method: 'GET',
    path: '/api/registers/entries/{id}',
    summary: 'One row of a register as it was last seen, and where it came from',
    may: ['read', 'registers.entry'],
    shows: 'identity',
    params: ById,
    answer: Type.Object({
      id: Type.String(),
      register: Type.String(),
      status: Type.String(),
      import: Type.String(),
      row: Type.Integer(),
      firstSeen: Type.String(),
      lastChanged: Type.String(),
      values: Type.Record(Type.String(), Type.String()),
      /** True where a case says that the home must not be contacted: no number is shown then. */
      doNotCall: Type.Boolean(),
    }),
    async handle({ tx, actor, params, services, note }) {
      const found = await services.ledger.find<EntryState>(tx, actor.city, 'registers.entry', params.id);
      if (!found) throw notFound();
      await note('registers.entry', [params.id], 'source row');
      const { register, status, importId, row, firstSeen, lastChanged, values } = found.state;
      const { phone, ...others } = values as Record<string, string>;
      const silent = await services.doNotCall(services, tx, { entries: [params.id], numbers: phone === undefined ? [] : [phone] });
      const doNotCall = silent.entries.size + silent.numbers.size > 0;
      const shown = phone === undefined || doNotCall ? others : { ...others, phone };
      return { id: params.id, register, status, import: importId, row, firstSeen, lastChanged, values: shown, doNotCall };
    },
  }),
  route({
    method: 'GET',
    path: '/api/registers/profiles',
    summary: 'Saved ways to read files',
    may: ['read', 'registers.profile'],
    answer: Type.Object({
      rows: Type.Array(
        Type.Object({ id: Type.String(), name: Type.String(), register: Type.String(), columns: Type.Array(Type.String()) }),
      ),
    }),
    async handle({ tx, actor, services }) {
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
    },
  }),
  route({
    method: 'GET',
    path: '/api/registers/quality',
    summary: 'How well each register was filled in its last finished import: figures only',
    may: ['read', 'registers.import'],
    answer: Type.Object({
      registers: Type.Array(
        Type.Object({ register: Type.String(), import: Type.String(), endedAt: Type.String(), counts: Counts, quality: Quality }),
      ),
    }),
    async handle({ tx, actor }) {
      const { rows } = await tx.query(
        `select distinct on (register) register, id as import, to_char(ended_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "endedAt", counts, quality
         from registers_import where city = $1 and status = 'finished' order by register, ended_at desc`,
        [actor.city],
      );
      return { registers: rows as never };
    },
  }),
  route({
    method: 'GET',
    path: '/api/registers/summary',
    summary: 'Rows by register, present and gone',
    may: ['read', 'registers.import'],
    answer: Type.Object({ registers: Type.Array(Type.Object({ register: Type.String(), present: Type.Integer(), gone: Type.Integer() })) }),
    async handle({ tx, actor }) {
      const { rows } = await tx.query<{ register: string; present: number; gone: number }>(
        `select register, count(*) filter (where status = 'present')::int as present, count(*) filter (where status = 'gone')::int as gone from registers_entry where city = $1 group by register order by register`,
        [actor.city],
      );
      return { registers: rows };
    },
  }),
];
