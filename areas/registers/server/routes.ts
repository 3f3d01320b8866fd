import { stringify } from 'csv-stringify/sync';
import { Type } from 'typebox';
import { v7 as uuidv7 } from 'uuid';
import { fields, Id, oneOf } from '../../../platform/decider/index.ts';
import { type AnyRoute, route } from '../../../platform/http/area.ts';
import { importRecord, type ImportState, registerNames } from '../domain/index.ts';
import { Calendar, DateOrder, Mapping } from '../domain/import.ts';
import { notFound, processFile } from './importing.ts';
import { openTable } from './table.ts';
import { readUpload, receiveUpload } from './uploads.ts';
import { guessDates, proposeMapping } from './values.ts';
import { dateFields } from '../domain/index.ts';

const Counts = Type.Object({ rows: Type.Integer(), added: Type.Integer(), changed: Type.Integer(), unchanged: Type.Integer(), gone: Type.Integer(), setAside: Type.Integer() });
const ById = Type.Object({ id: Id });
const Import = Type.Object({
  id: Type.String(),
  register: Type.String(),
  fileName: Type.String(),
  status: Type.String(),
  startedAt: Type.String(),
  endedAt: Type.Union([Type.String(), Type.Null()]),
  counts: Type.Union([Counts, Type.Null()]),
  setAside: Type.Integer(),
  reason: Type.Union([Type.String(), Type.Null()]),
  progress: Type.Union([Type.Object({ done: Type.Integer() }), Type.Null()]),
});

const importColumns = `i.id, i.register, i.file_name as "fileName", i.status, to_char(i.started_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startedAt",
  to_char(i.ended_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "endedAt", i.counts, i.set_aside as "setAside", i.reason,
  case when p.id is null then null else json_build_object('done', p.done) end as progress`;

/** A spreadsheet must not run what a register's cell says. */
const harmless = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

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
    method: 'GET',
    path: '/api/registers/uploads/{id}/proposal',
    summary: 'What an uploaded file holds, and what its columns seem to mean',
    may: ['upload', 'registers.import'],
    shows: 'identity',
    params: ById,
    answer: Type.Object({
      fileName: Type.String(),
      encoding: Type.String(),
      delimiter: Type.String(),
      headers: Type.Array(Type.String()),
      samples: Type.Array(Type.Array(Type.String())),
      mapping: Type.Array(Type.Object({ column: Type.Integer(), field: Type.String(), confidence: Type.Number() })),
      dateOrder: Type.String(),
      calendar: Type.String(),
      ambiguous: Type.Boolean(),
    }),
    async handle({ actor, params, services, tx, note }) {
      const table = await openTable(readUpload(services, actor.city, params.id));
      const samples: string[][] = [];
      for await (const { cells } of table.rows) {
        samples.push([...cells]);
        if (samples.length === 200) break;
      }
      const mapping = proposeMapping(table.headers, samples);
      const today = await services.ledger.today(tx, actor.city);
      const dates = guessDates(
        samples,
        mapping.filter(({ field }) => dateFields.has(field)).map(({ column }) => column),
        today,
      );
      const { rows } = await tx.query<{ file_name: string }>('select file_name from register_upload where city = $1 and id = $2', [actor.city, params.id]);
      await note('registers.upload', [params.id], 'import');
      return { fileName: rows[0]?.file_name ?? '', encoding: table.encoding, delimiter: table.delimiter, headers: [...table.headers], samples: samples.slice(0, 5), mapping, ...dates };
    },
  }),
  route({
    method: 'POST',
    path: '/api/registers/uploads/{id}/dry-run',
    summary: 'What importing an uploaded file would do; nothing is written',
    may: ['start', 'registers.import'],
    transaction: false,
    params: ById,
    body: fields({ register: oneOf(...registerNames), mapping: Mapping, dateOrder: DateOrder, calendar: Calendar, whole: Type.Boolean() }),
    answer: Type.Object({ counts: Counts, setAside: Type.Array(Type.Object({ row: Type.Integer(), column: Type.String(), reason: Type.String() })) }),
    async handle({ actor, params, body, services }) {
      const { counts, setAside } = await processFile(services, actor.city, { upload: params.id, ...body }, undefined, undefined);
      return { counts, setAside: setAside.slice(0, 50).map(({ row, column, reason }) => ({ row, column, reason })) };
    },
  }),
  route({
    method: 'GET',
    path: '/api/registers/imports',
    summary: 'The imports, newest first',
    may: ['read', 'registers.import'],
    answer: Type.Object({ rows: Type.Array(Import) }),
    async handle({ tx, actor }) {
      const { rows } = await tx.query(`select ${importColumns} from registers_import i left join job_progress p on p.city = i.city and p.id = i.id where i.city = $1 order by i.started_at desc limit 100`, [actor.city]);
      return { rows: rows as never };
    },
  }),
  route({
    method: 'POST',
    path: '/api/registers/imports/{id}/cancel',
    summary: 'Ask a running import to stop; rows taken before stay, and importing the file again completes it',
    may: ['cancel', 'registers.import'],
    params: ById,
    async handle({ tx, actor, params }) {
      await tx.query(`insert into job_progress (city, id, job, cancel) values ($1, $2, 'registers.import', true) on conflict (city, id) do update set cancel = true`, [actor.city, params.id]);
    },
  }),
  route({
    method: 'GET',
    path: '/api/registers/imports/{id}/set-aside.csv',
    summary: 'The rows set aside, with row, column and reason, to be mended and sent again',
    may: ['read-set-aside', 'registers.import'],
    shows: 'identity',
    params: ById,
    async handle({ tx, actor, params, services, note, reply }) {
      const found = await services.ledger.find<ImportState>(tx, actor.city, importRecord.kind, params.id);
      if (!found) throw notFound();
      await note(importRecord.kind, [params.id], 'set-aside rows');
      const table = found.state.setAside.map(({ row, column, reason, cells }) => [String(row), column, reason, ...cells].map(harmless));
      reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="set-aside.csv"');
      return `\ufeff${stringify([['row', 'column', 'reason'], ...table])}`;
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
