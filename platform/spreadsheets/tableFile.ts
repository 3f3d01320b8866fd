import { stringify } from 'csv-stringify/sync';
import { type XlsxCell, XlsxWriter } from './xlsx.ts';

/** A cell of a table: a text, a number or a day; null where nothing is known. */
export type Cell = string | number | { readonly day: string } | null;

const isDay = (cell: Cell): cell is { readonly day: string } => typeof cell === 'object' && cell !== null;
/** The day before the first that a workbook counts, for days after February 1900: Excel counts one that was not. */
const dayZero = Date.UTC(1899, 11, 30);
const firstDay = '1900-03-01';
const xlsxCell = (cell: Cell): XlsxCell => {
  if (!isDay(cell)) return cell;
  return cell.day < firstDay ? cell.day : { day: Math.round((Date.parse(`${cell.day}T00:00:00Z`) - dayZero) / 86_400_000) };
};
const plainCell = (cell: Cell) => (isDay(cell) ? cell.day : cell);

/** Any carriage return or line feed ends a line for most programs: unquoted it would tear the row, and begin a formula where none may be. */
export const csvQuoting = { quoted_match: /[\r\n]/ } as const;

/** Writes rows in one format, a stretch at a time. */
export interface Writer {
  rows(rows: readonly (readonly Cell[])[]): Buffer;
  end(): Buffer;
}

/** A sheet that opens in any office program; a cell that looks like a formula is text (CSV injection, OWASP). */
function csv(head: readonly string[]): Writer {
  let begun = false;
  const write = (rows: readonly (readonly Cell[])[]) => {
    const cells = rows.map((row) => row.map(plainCell));
    const lines = stringify([...(begun ? [] : [head]), ...cells], { escape_formulas: true, record_delimiter: 'windows', ...csvQuoting });
    // Without the mark, Excel takes UTF-8 for the alphabet of the machine.
    const text = begun ? lines : `\uFEFF${lines}`;
    begun = true;
    return Buffer.from(text, 'utf8');
  };
  return { rows: write, end: () => (begun ? Buffer.alloc(0) : write([])) };
}

function json(head: readonly string[]): Writer {
  let first = true;
  return {
    rows(rows) {
      const texts = rows.map((row) => JSON.stringify(Object.fromEntries(head.map((name, i) => [name, plainCell(row[i] ?? null)]))));
      const text = texts.length === 0 ? '' : `${first ? '[\n' : ',\n'}${texts.join(',\n')}`;
      if (texts.length > 0) first = false;
      return Buffer.from(text, 'utf8');
    },
    end: () => Buffer.from(first ? '[]\n' : '\n]\n', 'utf8'),
  };
}

/** A workbook, written as it comes: 100,000 rows are never in memory. */
function xlsx(head: readonly string[], sheet: string): Writer {
  let made: Uint8Array[] = [];
  const take = () => {
    const all = Buffer.concat(made);
    made = [];
    return all;
  };
  const workbook = new XlsxWriter((bytes) => made.push(bytes), { sheet });
  workbook.row(head);
  return {
    rows(rows) {
      for (const row of rows) workbook.row(row.map(xlsxCell));
      workbook.flush();
      return take();
    },
    end() {
      workbook.end();
      return take();
    },
  };
}

/** The writers of a table in each format, for columns of those names; a workbook's sheet is called `sheet`. */
export const tableWriters = { csv, json, xlsx } as const;
export type TableFormat = keyof typeof tableWriters;

/** How a file of each format is called and sent. */
export const tableTypes = {
  csv: { type: 'text/csv; charset=utf-8', ending: 'csv' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' },
  json: { type: 'application/json', ending: 'json' },
} as const satisfies Readonly<Record<TableFormat, object>>;
