import { mostRows, type XlsxCell, XlsxWriter } from '../../platform/spreadsheets/xlsx.ts';
import type { RegisterProfile } from '../city/country.ts';
import type { Cell, RegisterRow } from '../registers/cells.ts';
import { cellText, findSpreadsheetDay } from '../registers/cells.ts';
import type { RegisterFile } from './csvFile.ts';
import { Output } from './output.ts';

/** Excel counts days from 1899-12-30. */
const excelEpoch = 25_569;

/** A workbook with one sheet: days as dates, numbers, words kept once, other text in place. */
export class XlsxFile implements RegisterFile {
  rows = 0;
  private readonly output: Output;
  private readonly profile: RegisterProfile;
  private readonly workbook: XlsxWriter;

  constructor(path: string, profile: RegisterProfile) {
    this.profile = profile;
    this.output = new Output(path);
    this.workbook = new XlsxWriter((bytes) => this.output.writeBytes(bytes), { sheet: profile.sheet ?? 'Sheet1', level: 1 });
    this.workbook.row(profile.columns.map((column) => ({ word: column.header })));
  }

  add(row: RegisterRow): void {
    this.rows++;
    if (this.rows >= mostRows) throw new RangeError(`A sheet holds ${mostRows - 1} rows below its heading; make a smaller city.`);
    this.workbook.row(this.profile.columns.map(({ field }) => (field === null ? undefined : cellOf(row.cells[field]))));
  }

  close(): void {
    this.workbook.end();
    this.output.close();
  }
}

function cellOf(cell: Cell | undefined): XlsxCell {
  if (cell === undefined || typeof cell === 'string' || 'word' in cell) return cell;
  if ('number' in cell) return cell.number;
  const day = findSpreadsheetDay(cell);
  return day === undefined ? cellText(cell, '', 'iso', false) : { day: day + excelEpoch };
}
