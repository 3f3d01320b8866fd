import { stringify } from 'csv-stringify/sync';
import { type XlsxCell, XlsxWriter } from './xlsx.ts';

interface Day {
  readonly day: string;
}
/** A value of a fixed list: its code, for programs, and its words, for people. */
export interface Coded {
  readonly code: string;
  readonly words: string;
}
/** A cell of a table: a text, a number, a day or coded; null where nothing is known. */
export type Cell = string | number | Day | Coded | null;
/** A column by its name alone, or with what it is called for people and about how many letters its cells have. */
export type ColumnHead = string | { readonly name: string; readonly title: string; readonly letters?: number };

const nameOf = (head: ColumnHead) => (typeof head === 'string' ? head : head.name);
const titleOf = (head: ColumnHead) => (typeof head === 'string' ? head : head.title);
const isA = <K extends string>(key: K, cell: Cell): cell is Extract<Cell, Readonly<Record<K, string>>> =>
  typeof cell === 'object' && cell !== null && key in cell;
/** The day before the first that a workbook counts, for days after February 1900: Excel counts one that was not. */
const dayZero = Date.UTC(1899, 11, 30);
const firstDay = '1900-03-01';
const xlsxCell = (cell: Cell): XlsxCell => {
  if (isA('code', cell)) return cell.words;
  if (!isA('day', cell)) return cell;
  return cell.day < firstDay ? cell.day : { day: Math.round((Date.parse(`${cell.day}T00:00:00Z`) - dayZero) / 86_400_000) };
};
const plainCell = (cell: Cell) => (isA('day', cell) ? cell.day : isA('code', cell) ? cell.code : cell);

/** Any carriage return or line feed ends a line for most programs: unquoted it would tear the row, and begin a formula where none may be. */
export const csvQuoting = { quoted_match: /[\r\n]/ } as const;

/** What the sheet of a workbook is called, and the one that says which column is which. */
interface SheetNames {
  readonly sheet: string;
  readonly columns?: string;
}

/** Writes rows in one format, a stretch at a time. */
export interface Writer {
  rows(rows: readonly (readonly Cell[])[]): Buffer;
  end(): Buffer;
}

/** A sheet that opens in any office program; a cell that looks like a formula is text (CSV injection, OWASP). */
function csv(heads: readonly ColumnHead[]): Writer {
  const head = heads.map(nameOf);
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

function json(heads: readonly ColumnHead[]): Writer {
  const head = heads.map(nameOf);
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

/** The usual width of a column: it shows a name or a date. */
const usualLetters = 16;
/**
 * A workbook, written as it comes: 100,000 rows are never in memory. It is for people: its heads and coded values are words, and a second sheet
 * says which column of the other formats each is.
 */
function xlsx(heads: readonly ColumnHead[], { sheet, columns }: SheetNames): Writer {
  const titled = heads.some((head) => titleOf(head) !== nameOf(head));
  let made: Uint8Array[] = [];
  const take = () => {
    const all = Buffer.concat(made);
    made = [];
    return all;
  };
  const workbook = new XlsxWriter((bytes) => made.push(bytes), {
    sheet,
    widths: heads.map((head) => Math.max((typeof head === 'string' ? undefined : head.letters) ?? usualLetters, titleOf(head).length + 2)),
    ...(titled && columns ? { beside: { sheet: columns, rows: heads.map((head) => [titleOf(head), nameOf(head)]) } } : {}),
  });
  workbook.row(heads.map(titleOf));
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

/** The writers of a table in each format, for those columns and the sheets of a workbook. */
export const tableWriters = { csv, json, xlsx } as const;
export type TableFormat = keyof typeof tableWriters;

/** How a file of each format is called and sent. */
export const tableTypes = {
  csv: { type: 'text/csv; charset=utf-8', ending: 'csv' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' },
  json: { type: 'application/json', ending: 'json' },
} as const satisfies Readonly<Record<TableFormat, object>>;
