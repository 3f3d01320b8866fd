import { stringify } from 'csv-stringify/sync';
import { strToU8, Zip, ZipDeflate } from 'fflate';

/** A cell of an export; null where nothing is known. */
type Cell = string | number | null;

/** Writes rows in one format, a stretch at a time. */
export interface Writer {
  rows(rows: readonly (readonly Cell[])[]): Buffer;
  end(): Buffer;
}

/** A sheet that opens in any office program; a cell that looks like a formula is text (CSV injection, OWASP). */
function csv(head: readonly string[]): Writer {
  let begun = false;
  const write = (rows: readonly (readonly Cell[])[]) => {
    const lines = stringify([...(begun ? [] : [head]), ...rows] as Cell[][], { escape_formulas: true, record_delimiter: 'windows' });
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
      const texts = rows.map((row) => JSON.stringify(Object.fromEntries(head.map((name, i) => [name, row[i] ?? null]))));
      const text = texts.length === 0 ? '' : `${first ? '[\n' : ',\n'}${texts.join(',\n')}`;
      if (texts.length > 0) first = false;
      return Buffer.from(text, 'utf8');
    },
    end: () => Buffer.from(first ? '[]\n' : '\n]\n', 'utf8'),
  };
}

const escaped = (text: string) =>
  text
    .toWellFormed()
    .replace(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
const sheetRow = (row: readonly Cell[]) =>
  `<row>${row.map((cell) => (typeof cell === 'number' ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell ?? '')}</t></is></c>`)).join('')}</row>`;
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const sheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** The parts of a workbook with one sheet, as ECMA-376 asks for them. */
const parts: readonly (readonly [name: string, text: string])[] = [
  [
    '[Content_Types].xml',
    `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `<workbook xmlns="${sheet}" xmlns:r="${office}"><sheets><sheet name="Cases" sheetId="1" r:id="r1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  ],
];

/** A workbook, written as it comes: 100,000 rows are never in memory. */
function xlsx(head: readonly string[]): Writer {
  let made: Buffer[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    made.push(Buffer.from(bytes));
  });
  const take = () => {
    const all = Buffer.concat(made);
    made = [];
    return all;
  };
  for (const [name, text] of parts) {
    const part = new ZipDeflate(name);
    zip.add(part);
    part.push(strToU8(xmlHead + text), true);
  }
  const cells = new ZipDeflate('xl/worksheets/sheet1.xml');
  zip.add(cells);
  cells.push(strToU8(`${xmlHead}<worksheet xmlns="${sheet}"><sheetData>${sheetRow(head)}`));
  return {
    rows(rows) {
      cells.push(strToU8(rows.map(sheetRow).join('')));
      return take();
    },
    end() {
      cells.push(strToU8('</sheetData></worksheet>'), true);
      zip.end();
      return take();
    },
  };
}

/** The writer of a format, for columns of those names. */
export const writerOf = { csv, json, xlsx } as const;
