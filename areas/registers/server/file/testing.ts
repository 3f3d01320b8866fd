import { strToU8, type Zippable, zipSync } from 'fflate';
import type { ByteSource } from './zip.ts';

/** Bytes in memory, given out in small pieces as an upload would be. */
export function sourceOf(bytes: Uint8Array, pieceBytes = 1000): ByteSource {
  return {
    size: bytes.length,
    async *read(from = 0) {
      for (let at = from; at < bytes.length; at += pieceBytes) yield Buffer.from(bytes.subarray(at, at + pieceBytes));
    },
  };
}

/** A cell: text, number, or the XML between `<c r="…" ` and what follows. */
type Cell = string | number | { readonly xml: string } | null;
interface SheetOf {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** Rows by their number less one; a missing one is not written at all. */
  readonly rows: readonly (readonly Cell[] | undefined)[];
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
const nameOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : nameOf(Math.floor(column / 26) - 1) + nameOf(column % 26);

/** Cell styles of every workbook made here: 0 plain, 1 a date Excel knows, 2 a date spelt out, 3 money, 4 a time of day, 5 five figures, 6 figures in groups. */
const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd&quot; of &quot;mmmm\\ yyyy"/><numFmt numFmtId="171" formatCode="[Red]#,##0.00&quot; dry&quot;"/><numFmt numFmtId="172" formatCode="hh:mm"/><numFmt numFmtId="173" formatCode="00000"/><numFmt numFmtId="174" formatCode="000-&quot;W&quot;-000"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="173"/><xf numFmtId="174"/></cellXfs></styleSheet>`;

/** The parts of a workbook as Excel lays them out; texts are shared strings unless `inline`. */
export function workbookParts(sheets: readonly SheetOf[], { inline = false, from1904 = false } = {}): Zippable {
  const strings: string[] = [];
  const xmlOf = (cell: Cell, reference: string) => {
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
    if (typeof cell === 'object') return `<c r="${reference}" ${cell.xml}</c>`;
    if (inline) return `<c r="${reference}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
    return `<c r="${reference}" t="s"><v>${strings.push(`<si><t xml:space="preserve">${escaped(cell)}</t></si>`) - 1}</v></c>`;
  };
  const parts: Zippable = {
    'xl/workbook.xml': strToU8(
      `<?xml version="1.0"?><workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(
          ({ name, state }, i) =>
            `<sheet name="${escaped(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    ),
    'xl/styles.xml': strToU8(styles),
  };
  sheets.forEach(({ rows }, i) => {
    const body = rows.map((row, r) =>
      row ? `<row r="${r + 1}">${row.map((cell, c) => xmlOf(cell, `${nameOf(c)}${r + 1}`)).join('')}</row>` : '',
    );
    parts[`xl/worksheets/sheet${i + 1}.xml`] = strToU8(`<worksheet><sheetData>${body.join('')}</sheetData></worksheet>`);
  });
  if (strings.length > 0) parts['xl/sharedStrings.xml'] = strToU8(`<sst>${strings.join('')}</sst>`);
  return parts;
}

/** An .xlsx file. */
export const workbookOf = (sheets: readonly SheetOf[], options?: { inline?: boolean; from1904?: boolean }): Buffer =>
  Buffer.from(zipSync(workbookParts(sheets, options)));
