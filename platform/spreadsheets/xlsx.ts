import { strToU8, Zip, ZipDeflate } from 'fflate';

/** A cell: text in its place, a word that is kept once however often it stands there, a number, or a day as Excel counts them from 1900. */
export type XlsxCell = string | number | { readonly word: string } | { readonly day: number } | null | undefined;

interface Given {
  readonly sheet: string;
  /** How hard it is packed, 1 to 9. */
  readonly level?: 1 | 6 | 9;
  /** How wide its columns are, in letters; with them the first row is a heading, which stays in sight. */
  readonly widths?: readonly number[];
  /** A second sheet of text, with its name. */
  readonly beside?: { readonly sheet: string; readonly rows: readonly (readonly string[])[] };
}

/** Rows that one sheet holds (Excel). */
export const mostRows = 1_048_576;
const rowsAtOnce = 256;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Text as XML holds it: what no XML may hold is left out. */
const unsafe = /[&<>]|(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu;
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.toWellFormed().replace(unsafe, (character) => escapes[character] ?? '');

const columnName = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);

const range = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const relations = (list: readonly (readonly [type: string, target: string])[]) =>
  `<Relationships xmlns="${packaging}/relationships">${list.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
const override = (part: string, type: string) => `<Override PartName="/xl/${part}.xml" ContentType="${spreadsheet}.${type}+xml"/>`;
const contentTypesOf = (sheets: number) =>
  `<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${range(
    sheets,
  )
    .map((n) => override(`worksheets/sheet${n}`, 'worksheet'))
    .join('')}${override('styles', 'styles')}${override('sharedStrings', 'sharedStrings')}</Types>`;
const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** Widths that show those texts, in letters. */
const widthsOf = (rows: readonly (readonly string[])[]): number[] =>
  (rows[0] ?? []).map((_, i) => Math.min(60, 2 + Math.max(8, ...rows.map((row) => [...(row[i] ?? '')].length))));
const frozen =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
/** What stands before the rows of a sheet whose first row is its heading. */
const headed = (widths: readonly number[]) =>
  `${frozen}<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`;

/**
 * A workbook with one sheet (ECMA-376), written as its rows come: a million of them are never in memory. Text is text, also where it looks like
 * a formula.
 */
export class XlsxWriter {
  rows = 0;
  readonly #zip: Zip;
  readonly #sheet: ZipDeflate;
  readonly #level: number;
  readonly #beside: Given['beside'];
  readonly #isHeaded: boolean;
  readonly #words = new Map<string, number>();
  readonly #columns: string[] = [];
  #pending: string[];

  /** `write` is given the bytes of the file, in order. */
  constructor(write: (bytes: Uint8Array) => void, { sheet, level = 6, widths, beside }: Given) {
    this.#level = level;
    this.#beside = beside;
    this.#isHeaded = widths !== undefined;
    const names = [sheet, ...(beside ? [beside.sheet] : [])];
    this.#zip = new Zip((error, bytes) => {
      if (error) throw error;
      write(bytes);
    });
    this.#entry('[Content_Types].xml', contentTypesOf(names.length));
    this.#entry('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]));
    this.#entry(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView/></bookViews><sheets>${names.map((name, i) => `<sheet name="${escaped(name).replaceAll('"', '&quot;')}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    );
    this.#entry(
      'xl/_rels/workbook.xml.rels',
      relations([
        ...names.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    );
    this.#entry('xl/styles.xml', styles);
    this.#sheet = this.#open('xl/worksheets/sheet1.xml');
    this.#pending = [`${head}<worksheet xmlns="${main}">${widths ? headed(widths) : ''}<sheetData>`];
  }

  row(cells: readonly XlsxCell[]): void {
    this.rows++;
    if (this.rows > mostRows) throw new RangeError(`A sheet holds ${mostRows} rows.`);
    let line = `<row r="${this.rows}">`;
    const style = this.#isHeaded && this.rows === 1 ? ' s="2"' : '';
    for (const [i, cell] of cells.entries()) if (cell !== undefined && cell !== null && cell !== '') line += this.#cell(i, cell, style);
    this.#pending.push(`${line}</row>`);
    if (this.#pending.length >= rowsAtOnce) this.flush();
  }

  /** Hands over what was packed of the rows so far. */
  flush(last = false): void {
    this.#sheet.push(strToU8(this.#pending.join('')), last);
    this.#pending = [];
  }

  end(): void {
    this.#pending.push('</sheetData></worksheet>');
    this.flush(true);
    if (this.#beside) {
      const rows = this.#beside.rows.map(
        (cells, i) =>
          `<row r="${i + 1}">${cells.map((cell, column) => `<c r="${columnName(column)}${i + 1}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`).join('')}</row>`,
      );
      this.#entry(
        'xl/worksheets/sheet2.xml',
        `<worksheet xmlns="${main}">${headed(widthsOf(this.#beside.rows))}<sheetData>${rows.join('')}</sheetData></worksheet>`,
      );
    }
    const items = [...this.#words.keys()].map((word) => `<si><t xml:space="preserve">${escaped(word)}</t></si>`).join('');
    this.#entry('xl/sharedStrings.xml', `<sst xmlns="${main}" uniqueCount="${this.#words.size}">${items}</sst>`);
    this.#zip.end();
  }

  #cell(index: number, cell: NonNullable<XlsxCell>, style: string): string {
    this.#columns[index] ??= columnName(index);
    const at = `${this.#columns[index]}${this.rows}`;
    if (typeof cell === 'string') return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    if ('day' in cell) return `<c r="${at}" s="1"><v>${cell.day}</v></c>`;
    const known = this.#words.get(cell.word) ?? this.#words.size;
    if (known === this.#words.size) this.#words.set(cell.word, known);
    return `<c r="${at}"${style} t="s"><v>${known}</v></c>`;
  }

  #entry(name: string, xml: string): void {
    this.#open(name).push(strToU8(head + xml), true);
  }

  #open(name: string): ZipDeflate {
    const file = new ZipDeflate(name, { level: this.#level as 6 });
    // Without a fixed date the same rows would give other bytes tomorrow; zip dates are local time from 1980 on.
    file.mtime = new Date(2000, 0, 1);
    this.#zip.add(file);
    return file;
  }
}
