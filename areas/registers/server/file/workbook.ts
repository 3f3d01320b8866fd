import { Parser } from 'htmlparser2';
import { refuse } from '../../../../platform/decider/index.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import { dateOfSerial } from '../../domain/index.ts';
import type { TableRow } from './tableRow.ts';
import { type ByteSource, openZip, readZipEntry } from './zip.ts';

/** A sheet of a workbook, as its tab says. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly sheet: string;
  readonly rows: AsyncIterable<TableRow>;
}

const textLimit = 384 * 1024 ** 2;
const smallPart = 32 * 1024 ** 2;
const rowLimit = 1024 * 1024;
const columnLimit = 1000;

type Attributes = Readonly<Record<string, string>>;
interface Reader {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}
const plainName = (name: string) => name.slice(name.indexOf(':') + 1);

/** Feeds XML to a reader as it comes; entities other than XML's own five are not expanded, so nothing grows. */
function xmlInto(reader: Reader): Parser {
  return new Parser(
    {
      onopentag: (name, attributes) => reader.open(plainName(name), attributes),
      ontext: (text) => reader.text?.(text),
      onclosetag: (name) => reader.close?.(plainName(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
}

async function readAll(bytes: AsyncIterable<Buffer>, reader: Reader): Promise<void> {
  const parser = xmlInto(reader);
  const decoder = new TextDecoder();
  for await (const piece of bytes) parser.write(decoder.decode(piece, { stream: true }));
  parser.end();
}

/** How cells of a style show their numbers: as days, or with figures and marks that are not in the number (`00000`, `000-0000`). */
type Shown = 'date' | ((number: number) => string);

/**
 * What a format of noughts and marks makes of a number, as postcodes and register numbers are kept; undefined where it adds nothing to the figures, or
 * is about amounts.
 */
export function figuresBy(code: string): ((number: number) => string) | undefined {
  const plain = code.split(';')[0]!.replace(/\[[^\]]*\]/g, '');
  const parts = plain.match(/"[^"]*"|\\.|[0#]|[-\s/().+]|./gu) ?? [];
  const places = parts.filter((part) => part === '0' || part === '#');
  const marks = parts.filter((part) => part !== '0' && part !== '#');
  const hasPoint = /[0#]\.[0#]/.test(plain);
  if (places.length < 2 || hasPoint || !places.includes('0') || marks.some((mark) => !/^("|\\|[-\s/().+])/u.test(mark))) return undefined;
  return (number) => {
    if (!Number.isSafeInteger(number) || number < 0) return String(number);
    const figures = String(number).padStart(parts.filter((part) => part === '0').length, '0');
    let left = figures.length;
    let shown = '';
    const first = parts.findIndex((part) => part === '0' || part === '#');
    for (let i = parts.length - 1; i >= 0; i--) {
      const part = parts[i]!;
      if (part !== '0' && part !== '#') shown = part.replace(/^"|"$|^\\/g, '') + shown;
      else if (i === first) {
        shown = figures.slice(0, left) + shown;
        left = 0;
      } else if (left > 0) shown = figures[--left]! + shown;
    }
    return shown;
  };
}

/** Number formats of dates that Excel does not write out (ECMA-376 part 1, 18.8.30). */
const isDateFormat = (id: number, code: string | undefined) =>
  code === undefined
    ? (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
    : /[yd]|m{3}/i.test(code.replace(/\[[^\]]*\]|"[^"]*"|\\./g, ''));

/** Characters that XML cannot hold stand in a workbook as `_x000D_` (ECMA-376 part 1, 22.4.2.4). */
const unescaped = (text: string) =>
  text.includes('_x') ? text.replace(/_x([\dA-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;

/** The column number of a cell reference: A1 is 0, AB7 is 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const code = letter.charCodeAt(0);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

/** Opens a sheet of an .xlsx file (ECMA-376): the one named, else the first that is not hidden. Throws `Refused` where it cannot be read. */
export async function openWorkbook(source: ByteSource, wanted: string | undefined): Promise<Workbook> {
  const parts = await openZip(source);
  const part = (name: string) => parts.get(name) ?? [...parts.values()].find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  const book = part('xl/workbook.xml');
  if (!book)
    throw new Refused(
      refuse(parts.has('content.xml') || parts.has('xl/workbook.bin') ? 'registers.file-is-workbook' : 'registers.file-not-a-table'),
    );
  const sheets: (Sheet & { id: string })[] = [];
  let from1904 = false;
  await readAll(readZipEntry(source, book, smallPart), {
    open(name, a) {
      if (name === 'workbookPr') from1904 = a['date1904'] === '1' || a['date1904'] === 'true';
      if (name === 'sheet')
        sheets.push({
          name: a['name'] ?? '',
          hidden: (a['state'] ?? 'visible') !== 'visible',
          id: a['r:id'] ?? Object.entries(a).find(([key]) => key.endsWith(':id'))?.[1] ?? '',
        });
    },
  });
  const targets = new Map<string, string>();
  const relations = part('xl/_rels/workbook.xml.rels');
  if (relations)
    await readAll(readZipEntry(source, relations, smallPart), {
      open: (name, a) => name === 'Relationship' && targets.set(a['Id'] ?? '', (a['Target'] ?? '').replace(/^\/?(xl\/)?/, 'xl/')),
    });
  const chosen = wanted === undefined ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0]) : sheets.find(({ name }) => name === wanted);
  const sheetPart = chosen && part(targets.get(chosen.id) ?? '');
  if (!chosen || !sheetPart) throw new Refused(refuse(wanted === undefined ? 'registers.workbook-broken' : 'registers.sheet-not-found'));
  const styles = await readStyles(source, part('xl/styles.xml'));
  const strings = await readStrings(source, part('xl/sharedStrings.xml'));
  return {
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    sheet: chosen.name,
    rows: readSheet(readZipEntry(source, sheetPart), strings, styles, from1904),
  };
}

type Part = Parameters<typeof readZipEntry>[1] | undefined;

async function readStyles(source: ByteSource, part: Part): Promise<ReadonlyMap<number, Shown>> {
  const styles = new Map<number, Shown>();
  if (!part) return styles;
  const formats = new Map<number, string>();
  let inCells = false;
  let number = 0;
  await readAll(readZipEntry(source, part, smallPart), {
    open(name, a) {
      if (name === 'numFmt') formats.set(Number(a['numFmtId']), a['formatCode'] ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) {
        const id = Number(a['numFmtId'] ?? 0);
        const code = formats.get(id);
        const figures = code === undefined ? undefined : figuresBy(code);
        if (isDateFormat(id, code)) styles.set(number, 'date');
        else if (figures) styles.set(number, figures);
        number++;
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

async function readStrings(source: ByteSource, part: Part): Promise<readonly string[]> {
  const strings: string[] = [];
  if (!part) return strings;
  let text = '';
  let inText = false;
  let phonetic = 0;
  await readAll(readZipEntry(source, part, textLimit), {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic++;
      inText = name === 't' && phonetic === 0;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 'si') strings.push(text);
      if (name === 'rPh') phonetic--;
      if (name === 't') inText = false;
    },
  });
  return strings;
}

async function* readSheet(
  bytes: AsyncIterable<Buffer>,
  strings: readonly string[],
  styles: ReadonlyMap<number, Shown>,
  from1904: boolean,
): AsyncGenerator<TableRow> {
  let ready: TableRow[] = [];
  let row = 0;
  let cells: string[] = [];
  let lost: number[] = [];
  let formula: string | undefined;
  let inFormula = false;
  let column = -1;
  let kind = 'n';
  let style = 0;
  let text = '';
  let length = 0;
  let inText = false;
  let phonetic = 0;
  // A formula of which the program kept no result, or kept an error: its value is not in the file. `#N/A` says that there is none.
  const isLost = () => (kind === 'e' ? text !== '' && text !== '#N/A' : formula !== undefined && text === '' && kind !== 'str');
  const valueOfCell = (): string => {
    if (kind === 's') return unescaped(strings[Number(text)] ?? '');
    if (kind === 'b') return text === '1' ? 'true' : 'false';
    if (isLost()) return kind === 'e' ? text : `=${formula}`;
    if (kind === 'e') return '';
    if (kind !== 'n' || text === '') return unescaped(text);
    const number = Number(text);
    if (Number.isNaN(number)) return text;
    const shown = styles.get(style);
    if (shown === 'date') return number >= 1 ? dateOfSerial(number, from1904) : String(number);
    return shown ? shown(number) : String(number);
  };
  const parser = xmlInto({
    open(name, a) {
      if (name === 'row') {
        const told = Math.trunc(Number(a['r'] ?? 0));
        row = told > row && told < 2 ** 31 ? told : row + 1;
        cells = [];
        lost = [];
        column = -1;
        length = 0;
      } else if (name === 'c') {
        column = a['r'] === undefined ? column + 1 : columnOf(a['r']);
        kind = a['t'] ?? 'n';
        style = Number(a['s'] ?? 0);
        text = '';
        formula = undefined;
      } else if (name === 'rPh') phonetic++;
      if (name === 'f') formula = '';
      inFormula = name === 'f';
      inText = name === 'v' || (name === 't' && phonetic === 0);
    },
    text(piece) {
      if (inFormula) formula += piece.slice(0, 200);
      if (!inText) return;
      text += piece;
      length += piece.length;
      if (length > rowLimit) throw new Refused(refuse('registers.line-too-long'));
    },
    close(name) {
      inText = false;
      inFormula = false;
      if (name === 'rPh') phonetic--;
      else if (name === 'c') {
        const value = valueOfCell().trim();
        if (value === '') return;
        if (column >= columnLimit || column < 0)
          throw new Refused(refuse('registers.too-many-columns', { columns: column + 1, limit: 300 }));
        while (cells.length < column) cells.push('');
        cells[column] = value;
        if (isLost()) lost.push(column);
      } else if (name === 'row' && cells.length > 0) ready.push(lost.length > 0 ? { row, cells, lost } : { row, cells });
    },
  });
  const decoder = new TextDecoder();
  for await (const piece of bytes) {
    parser.write(decoder.decode(piece, { stream: true }));
    if (ready.length === 0) continue;
    yield* ready;
    ready = [];
  }
  parser.end();
  yield* ready;
}
