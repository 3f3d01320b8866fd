import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { TSchema } from 'typebox';
import { type Born, isoOf, refuse } from '../../decider/index.ts';
import { type AnyRoute, route } from '../../http/area.ts';
import { preferredLanguage } from '../../http/catalogues.ts';
import { Refused } from '../../ledger/problems.ts';
import { tableTypes, tableWriters } from '../../spreadsheets/tableFile.ts';
import { fileContract } from '../contract.ts';
import type { AnyList } from '../list.ts';
import { type FileValue, fileColumns, sheetNames } from './fileColumns.ts';
import { readPage, type Served } from './reading.ts';
import { columnOf, sqlTypeOf } from './table.ts';

/** Rows of a file. What is asked for is made while its reader waits; more than that is an export of its own. */
const mostRows = 10_000;
const rowsAtOnce = 500;

const isBorn = (value: object): value is Born => 'first' in value && 'last' in value;
/** A value of a row for its cell. A day stays one in a workbook: by the column's schema, since a name may look like a day. */
function fileValue(schema: TSchema | undefined, value: unknown): FileValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return schema && sqlTypeOf(schema).type === 'date' ? { day: value } : value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'object' && isBorn(value) ? isoOf(value) : String(value);
}

/** The rows of a list, as it is narrowed, as a file; every row in it is noted as read. */
export const fileRoute = <L extends AnyList, C extends Readonly<Record<string, TSchema>>, K extends object>(
  served: Served<L, C, K>,
): AnyRoute => {
  const { columns, action } = served.list.file!;
  const { list, readable } = served;
  const filed: Served<L, C, K> = {
    ...served,
    why: `file of the ${served.why}`,
    list: { ...list, counted: false },
    readable: (call) => sql`${readable?.(call) ?? call.where(list.action, list.kind, 'c')} and ${call.where(action, list.kind, 'c')}`,
  };
  return route(fileContract(served.list), async (call) => {
    const { format, ...asked } = call.body;
    const { catalogues } = call.services;
    const language = preferredLanguage(call.request.headers['accept-language']);
    const written = fileColumns(catalogues, language, { id: 'lists:file.id', ...columns }, columnOf);
    const heads = written.map(({ head }) => head);
    const writer = tableWriters[format](heads, sheetNames(catalogues, language));
    const parts: Buffer[] = [];
    let rows = 0;
    for (let after: unknown; ; ) {
      const page = await readPage(filed, call, { ...asked, most: rowsAtOnce, ...(after ? { after } : {}) });
      rows += page.rows.length;
      if (rows > mostRows) throw new Refused(refuse('lists.too-many-rows', { most: mostRows }));
      parts.push(
        writer.rows(
          (page.rows as Readonly<Record<string, unknown>>[]).map((row) =>
            written.map(({ name, cell }) => cell(fileValue(list.columns[name], row[name]))),
          ),
        ),
      );
      after = page.next;
      if (!after) break;
    }
    parts.push(writer.end());
    const { type, ending } = tableTypes[format];
    // No name in the name of a file.
    call.reply.header('content-type', type).header('content-disposition', `attachment; filename="list.${ending}"`);
    return Readable.from(parts);
  });
};
