import { refuse } from '../../../../platform/decider/index.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import type { Encoding } from '../../domain/index.ts';
import { delimiterOf, readDelimited } from './delimited.ts';
import { decoderOf, encodingOf } from './encoding.ts';
import type { TableRow } from './tableRow.ts';
import { openWorkbook, type Sheet } from './workbook.ts';
import type { ByteSource } from './zip.ts';

/** What a person chose of how a file is read, where they did: the encoding of a text, the sheet of a workbook. */
export interface Chosen {
  readonly encoding?: Encoding | undefined;
  readonly sheet?: string | undefined;
}

export interface Table {
  readonly headers: readonly string[];
  /** The encoding of a text; `xlsx` of a workbook. */
  readonly encoding: Encoding | 'xlsx';
  readonly delimiter: string;
  readonly sheets: readonly Sheet[];
  readonly sheet: string | null;
  /** These are rows that were set aside before, mended: our own three columns stand before the register's. */
  readonly mended: boolean;
  readonly rows: AsyncIterable<TableRow>;
}

/** The columns that a file of set-aside rows begins with. */
export const asideHeaders = ['olle_row', 'olle_column', 'olle_reason'] as const;

const columnLimit = 300;
const headerWithin = 20;
const headBytes = 64 * 1024;

async function headOf(source: ByteSource): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of source.read(0)) {
    pieces.push(piece);
    size += piece.length;
    if (size >= headBytes) break;
  }
  return Buffer.concat(pieces);
}

/**
 * Whether an OLE container is an encrypted .xlsx; an old .xls comes in the same container. Its names stand in the directory, whose first
 * sector the header tells (MS-CFB 2.2).
 */
async function isLocked(source: ByteSource, head: Buffer): Promise<boolean> {
  if (head.length < 512) return false;
  const from = (head.readUInt32LE(48) + 1) * 2 ** Math.min(head.readUInt16LE(30), 16);
  if (from >= source.size) return false;
  for await (const piece of source.read(from))
    return ['EncryptedPackage', 'EncryptionInfo'].some((name) => piece.includes(name, 0, 'utf16le'));
  return false;
}

const textOf = (head: Buffer, length: number) => decoderOf(encodingOf(head)).write(head.subarray(0, length)).replace('\ufeff', '');

/** Refuses by the first bytes, whatever the file is called. */
async function refuseOtherThanText(source: ByteSource, head: Buffer): Promise<void> {
  if (/^(%PDF|\x89PNG|\xff\xd8\xff|GIF8|Rar!|\x1f\x8b|7z\xbc\xaf|BM.{4}\0\0\0\0)/s.test(head.subarray(0, 16).toString('latin1')))
    throw new Refused(refuse('registers.file-not-a-table'));
  if (head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) {
    throw new Refused(refuse((await isLocked(source, head)) ? 'registers.workbook-locked' : 'registers.file-is-workbook'));
  }
  // Programs that write a web page or Excel's XML of 2003 and call it .xls; and Excel before 1997, whose file begins with its own mark.
  if (
    /^\s*(<!doctype|<html|<table|<\?xml|<\?mso)/i.test(textOf(head, 200)) ||
    /^\x09[\0\x02\x04\x08][\x04\x06\x08]\0/.test(head.subarray(0, 4).toString('latin1'))
  )
    throw new Refused(refuse('registers.file-is-workbook'));
  if (!encodingOf(head).startsWith('utf-16') && head.includes(0)) throw new Refused(refuse('registers.file-not-a-table'));
}

const filled = (cells: readonly string[]) => cells.filter((cell) => cell !== '').length;

/**
 * The row that names the columns: the first one that fills more than half as many cells as the fullest of the first twenty, not counting
 * those that are too wide; titles above it are passed over.
 */
function headerAt(rows: readonly TableRow[]): number {
  const fullest = Math.max(0, ...rows.map(({ cells }) => (cells.length > columnLimit ? 0 : filled(cells))));
  return rows.findIndex(({ cells }) => filled(cells) > fullest / 2);
}

/**
 * Reads a table as it comes: a delimited text of any encoding, or a sheet of an .xlsx workbook. Throws `Refused` where it has no row
 * below its header, is no table, damaged, locked, has over 300 columns, or a row is over 1 MiB.
 */
export async function openTable(source: ByteSource, chosen: Chosen = {}): Promise<Table> {
  const head = await headOf(source);
  if (head.length === 0) throw new Refused(refuse('registers.file-empty'));
  let about: Pick<Table, 'encoding' | 'delimiter' | 'sheets' | 'sheet'>;
  let all: AsyncIterable<TableRow>;
  if (head.subarray(0, 4).toString('latin1') === 'PK\x03\x04') {
    const book = await openWorkbook(source, chosen.sheet);
    about = { encoding: 'xlsx', delimiter: '', sheets: book.sheets, sheet: book.sheet };
    all = book.rows;
  } else {
    await refuseOtherThanText(source, head);
    const encoding = chosen.encoding ?? encodingOf(head);
    const delimiter = delimiterOf(decoderOf(encoding).write(head));
    about = { encoding, delimiter, sheets: [], sheet: null };
    all = readDelimited(source.read(0), encoding, delimiter, chosen.encoding !== undefined);
  }
  const iterator = all[Symbol.asyncIterator]();
  const first: TableRow[] = [];
  while (first.length < headerWithin) {
    const next = await iterator.next();
    if (next.done) break;
    first.push(next.value);
  }
  const at = headerAt(first);
  const headers = first[at]?.cells ?? [];
  const refusal =
    headers.length > columnLimit
      ? refuse('registers.too-many-columns', { columns: headers.length, limit: columnLimit })
      : // A header alone is no register: taken as a whole one it would note every row as gone.
        first.length < at + 2
        ? refuse('registers.file-empty')
        : undefined;
  if (refusal) {
    await iterator.return?.();
    throw new Refused(refusal);
  }
  return {
    ...about,
    headers,
    mended: asideHeaders.every((name, i) => headers[i] === name),
    rows: {
      async *[Symbol.asyncIterator]() {
        try {
          yield* first.slice(at + 1);
          for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
        } finally {
          await iterator.return?.();
        }
      },
    },
  };
}

/** The rows of a table that is in memory, each as its filled cells by heading. Throws `Refused` as `openTable` does. */
export async function rowsByHeading(bytes: Buffer): Promise<Readonly<Record<string, string>>[]> {
  const source: ByteSource = {
    size: bytes.length,
    async *read(from = 0) {
      yield bytes.subarray(from);
    },
  };
  const { headers, rows } = await openTable(source);
  const found: Readonly<Record<string, string>>[] = [];
  for await (const { cells } of rows) {
    const filled = headers.flatMap((header, i) => (cells[i] ? [[header, cells[i]] as const] : []));
    found.push(Object.fromEntries(filled));
  }
  return found;
}
