import type { RegisterProfile } from '../city/country.ts';
import type { RegisterRow } from '../registers/cells.ts';
import { cellText } from '../registers/cells.ts';
import { Output } from './output.ts';

/** A register file that takes rows one after the other. */
export interface RegisterFile {
  rows: number;
  add(row: RegisterRow): void;
  close(): void;
}

/** A CSV file (RFC 4180, CRLF) in the register's delimiter, encoding and headers. */
export class CsvFile implements RegisterFile {
  rows = 0;
  private readonly output: Output;
  private readonly profile: RegisterProfile;
  private readonly delimiter: string;

  constructor(path: string, profile: RegisterProfile) {
    this.profile = profile;
    this.delimiter = profile.delimiter ?? ',';
    this.output = new Output(path, profile.encoding === 'utf-16le' ? 'utf16le' : 'utf8');
    if (profile.bom) this.output.write('\ufeff');
    this.output.write(`${profile.columns.map((column) => this.quote(column.header)).join(this.delimiter)}\r\n`);
  }

  add(row: RegisterRow): void {
    this.rows++;
    let line = '';
    for (const [index, { field, format }] of this.profile.columns.entries()) {
      if (index > 0) line += this.delimiter;
      if (field !== null) line += this.quote(cellText(row.cells[field], field, format, row.localDigits));
    }
    this.output.write(`${line}\r\n`);
  }

  close(): void {
    this.output.close();
  }

  private quote(text: string): string {
    if (!text.includes(this.delimiter) && !text.includes('"') && !text.includes('\n')) return text;
    return `"${text.replaceAll('"', '""')}"`;
  }
}
