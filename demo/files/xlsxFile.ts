import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { RegisterProfile } from '../city/country.ts';
import type { Cell, RegisterRow } from '../registers/cells.ts';
import { cellText, findSpreadsheetDay } from '../registers/cells.ts';
import type { RegisterFile } from './csvFile.ts';
import { Output } from './output.ts';

const mostRows = 1_048_575;
/** Excel counts days from 1899-12-30. */
const excelEpoch = 25_569;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string): string => (/[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (character) => escapes[character]!) : text);

function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}

/** A workbook of one sheet (ECMA-376), written as it comes: date cells, numbers, words kept once, other text in place. */
export class XlsxFile implements RegisterFile {
  rows = 0;
  private readonly output: Output;
  private readonly profile: RegisterProfile;
  private readonly zip: Zip;
  private readonly sheet: ZipDeflate;
  private readonly columns: readonly string[];
  private readonly words = new Map<string, number>();
  private pending: string[] = [];

  constructor(path: string, profile: RegisterProfile) {
    this.profile = profile;
    this.columns = profile.columns.map((_, index) => columnName(index));
    this.output = new Output(path);
    this.zip = new Zip((error, bytes) => {
      if (error) throw error;
      this.output.writeBytes(bytes);
    });
    this.entry('[Content_Types].xml', contentTypes);
    this.entry('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]));
    this.entry(
      'xl/_rels/workbook.xml.rels',
      relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    );
    this.entry(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escapeXml(profile.sheet ?? 'Sheet1')}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    );
    this.entry('xl/styles.xml', styles);
    this.sheet = this.open('xl/worksheets/sheet1.xml');
    this.pending.push(
      `${head}<worksheet xmlns="${main}"><sheetData>`,
      this.line(
        1,
        profile.columns.map((column) => ({ word: column.header })),
      ),
    );
  }

  add(row: RegisterRow): void {
    this.rows++;
    if (this.rows > mostRows) throw new RangeError(`A sheet holds ${mostRows} rows below its heading; make a smaller city.`);
    this.pending.push(
      this.line(
        this.rows + 1,
        this.profile.columns.map(({ field }) => (field === null ? undefined : row.cells[field])),
      ),
    );
    if (this.pending.length >= 256) this.push(false);
  }

  close(): void {
    this.pending.push('</sheetData></worksheet>');
    this.push(true);
    const items = [...this.words.keys()].map((word) => `<si><t xml:space="preserve">${escapeXml(word)}</t></si>`).join('');
    this.entry('xl/sharedStrings.xml', `<sst xmlns="${main}" uniqueCount="${this.words.size}">${items}</sst>`);
    this.zip.end();
    this.output.close();
  }

  private push(final: boolean): void {
    this.sheet.push(strToU8(this.pending.join('')), final);
    this.pending = [];
  }

  private line(number: number, cells: readonly (Cell | undefined)[]): string {
    let line = `<row r="${number}">`;
    for (const [index, cell] of cells.entries())
      if (cell !== undefined && cell !== '') line += this.cell(`${this.columns[index]}${number}`, cell);
    return `${line}</row>`;
  }

  private cell(at: string, cell: Cell): string {
    if (typeof cell === 'string') return inPlace(at, cell);
    if ('number' in cell) return `<c r="${at}"><v>${cell.number}</v></c>`;
    if ('word' in cell) {
      const known = this.words.get(cell.word) ?? this.words.size;
      if (known === this.words.size) this.words.set(cell.word, known);
      return `<c r="${at}" t="s"><v>${known}</v></c>`;
    }
    const day = findSpreadsheetDay(cell);
    return day === undefined ? inPlace(at, cellText(cell, '', 'iso', false)) : `<c r="${at}" s="1"><v>${day + excelEpoch}</v></c>`;
  }

  private entry(name: string, xml: string): void {
    this.open(name).push(strToU8(xml.startsWith('<?xml') ? xml : head + xml), true);
  }

  private open(name: string): ZipDeflate {
    const file = new ZipDeflate(name, { level: 1 });
    // Without a fixed date the same city would give other bytes tomorrow; zip dates are local time from 1980 on.
    file.mtime = new Date(2000, 0, 1);
    this.zip.add(file);
    return file;
  }
}

const inPlace = (at: string, text: string): string =>
  `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;

const contentTypes = `<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
  ['workbook', 'sheet.main'],
  ['worksheets/sheet1', 'worksheet'],
  ['styles', 'styles'],
  ['sharedStrings', 'sharedStrings'],
]
  .map(
    ([part, type]) =>
      `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
  )
  .join('')}</Types>`;

const styles = `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function relations(list: readonly (readonly [type: string, target: string])[]): string {
  const items = list.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${packaging}/relationships">${items.join('')}</Relationships>`;
}
