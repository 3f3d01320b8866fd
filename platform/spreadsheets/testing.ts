import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import { readSheet } from 'read-excel-file/node';
import * as SheetJS from 'xlsx';

type Read = string | number | boolean | null;

/** A day as ISO, whether a program has it as midnight here or in UTC; what is empty as null. */
const plain = (value: unknown): Read =>
  value === undefined || value === null || value === ''
    ? null
    : value instanceof Date
      ? new Date(value.getTime() + 12 * 3_600_000).toISOString().slice(0, 10)
      : (value as Read);
/** Without the empty cells at the end of a row, which some readers leave out. */
const trimmed = (row: readonly unknown[]): Read[] => {
  const cells = Array.from(row, plain);
  while (cells.length > 0 && cells.at(-1) === null) cells.pop();
  return cells;
};

async function byExcelJS(bytes: Buffer, sheet: number) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  const rows: unknown[][] = [];
  workbook.worksheets[sheet]!.eachRow({ includeEmpty: true }, (row) => rows.push((row.values as unknown[]).slice(1)));
  return rows;
}
function bySheetJS(bytes: Buffer, sheet: number) {
  const workbook = SheetJS.read(bytes, { cellDates: true });
  return SheetJS.utils.sheet_to_json<unknown[]>(workbook.Sheets[workbook.SheetNames[sheet]!]!, { header: 1, raw: true });
}

/** The rows of a sheet of a workbook (0: the first), as three programs read them, which must agree. */
export async function readByOthers(bytes: Buffer, sheet = 0): Promise<Read[][]> {
  const readers = {
    SheetJS: bySheetJS(bytes, sheet),
    exceljs: await byExcelJS(bytes, sheet),
    'read-excel-file': await readSheet(bytes, sheet + 1),
  };
  const [first, ...others] = Object.entries(readers).map(([name, rows]) => [name, (rows as unknown[][]).map(trimmed)] as const);
  for (const [name, rows] of others) assert.deepEqual(rows, first![1], `${name} reads other cells than ${first![0]}`);
  return first![1];
}
