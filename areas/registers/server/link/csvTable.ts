import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';

/** A CSV file in memory, a list a column. Row 1 is the heading, so the first record is row 2. */
export interface CsvTable {
  readonly file: string;
  readonly headers: readonly string[];
  readonly columns: ReadonlyMap<string, string[]>;
  readonly rows: number;
}

async function firstBytes(path: string): Promise<Buffer> {
  const name = basename(path);
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === 'ENOENT' ? `There is no file ${path}.` : `${name} cannot be opened (${error.code}).`);
  });
  try {
    if (!(await handle.stat()).isFile()) throw new Error(`${path} is not a file. Give a CSV file.`);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
    if (bytesRead === 0) throw new Error(`${name} is empty. Give a CSV file whose first row names the columns.`);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/**
 * Reads a CSV file: UTF-8 or UTF-16 with a byte order mark; commas, semicolons or tabs.
 * Throws a sentence that names file, row and column where it cannot be read.
 */
export async function readCsv(path: string): Promise<CsvTable> {
  const file = basename(path);
  const start = await firstBytes(path);
  if (start[0] === 0x50 && start[1] === 0x4b)
    throw new Error(`${file} is a workbook or an archive, not CSV. Save it as "CSV UTF-8" and try again.`);
  const encoding = start[0] === 0xff && start[1] === 0xfe ? 'utf-16le' : start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
  const heading = new TextDecoder(encoding).decode(start).split(/\r?\n/, 1)[0]!;
  const delimiter = [',', ';', '\t'].map((mark) => ({ mark, n: heading.split(mark).length })).sort((a, b) => b.n - a.n)[0]!.mark;
  const lists: string[][] = [];
  let headers: string[] = [];
  const take = (record: string[]): null => {
    if (headers.length === 0) {
      headers = record;
      const twice = headers.find((header, i) => headers.indexOf(header) !== i);
      if (twice !== undefined) throw new Error(`${file}, row 1: two columns are named "${twice}". Rename one.`);
      lists.push(...headers.map(() => []));
    } else for (let i = 0; i < record.length; i++) lists[i]!.push(record[i]!);
    // Nothing is passed on through the stream, which would cost more than the reading.
    return null;
  };
  const parser = parse({ bom: true, trim: true, delimiter, skip_empty_lines: true, max_record_size: 1_000_000, on_record: take });
  const text = Readable.toWeb(createReadStream(path)).pipeThrough(
    new TextDecoderStream(encoding, { fatal: true }) as unknown as ReadableWritablePair<string, Uint8Array>,
  );
  try {
    await pipeline(Readable.fromWeb(text), parser.resume());
  } catch (error) {
    throw new Error(sentenceFor(file, error as Error & { code?: string; lines?: number }, headers.length));
  }
  const rows = lists[0]?.length ?? 0;
  if (rows === 0) throw new Error(`${file} has no rows under its heading. Give a CSV file whose first row names the columns.`);
  return { file, headers, columns: new Map(headers.map((header, i) => [header, lists[i]!])), rows };
}

type ReadableWritablePair<R, W> = import('node:stream/web').ReadableWritablePair<R, W>;

function sentenceFor(file: string, error: Error & { code?: string; lines?: number }, columns: number): string {
  const at = error.lines === undefined ? file : `${file}, row ${error.lines}`;
  switch (error.code) {
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
      return `${at}: the number of cells differs from the ${columns} columns of the heading. Is there an unquoted separator?`;
    case 'CSV_MAX_RECORD_SIZE':
      return `${at}: the row is longer than 1 MB. Is a quotation mark left open?`;
    case 'CSV_QUOTE_NOT_CLOSED':
      return `${at}: a quotation mark is opened and never closed.`;
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return `${file} is not UTF-8. Save it as "CSV UTF-8" and try again.`;
    default:
      return error.message.startsWith(file) ? error.message : `${at} cannot be read: ${error.message}`;
  }
}
