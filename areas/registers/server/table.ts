import { parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { refuse } from '../../../platform/decider/index.ts';
import { Refused } from '../../../platform/ledger/problems.ts';

/** A row of a file: its number as a person counts (the header is row 1) and its cells. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly headers: readonly string[];
  readonly encoding: string;
  readonly delimiter: string;
  readonly rows: AsyncIterable<TableRow>;
}

const columnLimit = 300;
const recordLimit = 1024 * 1024;

/** What a file is, by its first bytes, where it is not text. */
function refuseOtherThanText(head: Buffer): void {
  if (head.length === 0) throw new Refused(refuse('registers.file-empty'));
  if (head.subarray(0, 2).toString('latin1') === 'PK' || head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) throw new Refused(refuse('registers.file-is-workbook'));
  const utf16 = encodingOf(head).startsWith('utf-16');
  if (!utf16 && head.includes(0)) throw new Refused(refuse('registers.file-not-a-table'));
  if (/^(%PDF|\x89PNG|\xff\xd8\xff|GIF8|Rar!|\x1f\x8b)/.test(head.subarray(0, 8).toString('latin1'))) throw new Refused(refuse('registers.file-not-a-table'));
}

/** The encoding of a text, from its mark, its zero bytes, or whether it reads as UTF-8. */
export function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (let i = 0; i < Math.min(head.length, 2000); i++) if (head[i] === 0) zeros[i % 2]!++;
  if (zeros[1]! > 50 && zeros[0]! < zeros[1]! / 4) return 'utf-16le';
  if (zeros[0]! > 50 && zeros[1]! < zeros[0]! / 4) return 'utf-16be';
  try {
    // The last few bytes may be half a character.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    try {
      const korean = new TextDecoder('euc-kr', { fatal: true }).decode(head, { stream: true });
      if (/[가-힣]{2}/.test(korean)) return 'euc-kr';
    } catch {
      return 'windows-1252';
    }
    return 'windows-1252';
  }
}

/** The delimiter that the first line has most of, outside quotes. */
export function delimiterOf(text: string): string {
  const line = text.replace(/"[^"]*"/g, '').split(/\r?\n/, 1)[0] ?? '';
  return [',', ';', '\t', '|'].map((mark) => ({ mark, n: line.split(mark).length })).sort((a, b) => b.n - a.n)[0]!.mark;
}

async function* decoded(first: Buffer[], rest: AsyncIterator<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for (const piece of first) yield decoder.decode(piece, { stream: true });
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield decoder.decode(next.value, { stream: true });
  yield decoder.decode();
}

/**
 * Reads a delimited text of any encoding as it comes. Throws `Refused` where it is empty, not text, a workbook, has over 300 columns,
 * or a record over 1 MiB (a quote that was never closed, most often).
 */
export async function openTable(bytes: AsyncIterable<Buffer>): Promise<Table> {
  const iterator = bytes[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let size = 0;
  while (size < 64 * 1024) {
    const next = await iterator.next();
    if (next.done) break;
    first.push(next.value);
    size += next.value.length;
  }
  const head = Buffer.concat(first);
  refuseOtherThanText(head);
  const encoding = encodingOf(head);
  const delimiter = delimiterOf(new TextDecoder(encoding).decode(head));
  const parser = Readable.from(decoded(first, iterator, encoding)).pipe(
    parse({ delimiter, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, trim: true, max_record_size: recordLimit, info: true }),
  );
  const records = parser[Symbol.asyncIterator]() as AsyncIterator<{ record: string[]; info: { lines: number } }>;
  const translate = (error: unknown): never => {
    throw error instanceof Refused ? error : new Refused(refuse((error as { code?: string }).code === 'CSV_MAX_RECORD_SIZE' ? 'registers.line-too-long' : 'registers.file-not-a-table'));
  };
  const header = await records.next().catch(translate);
  if (header.done || header.value.record.every((cell) => cell === '')) throw new Refused(refuse('registers.file-empty'));
  const headers = header.value.record;
  if (headers.length > columnLimit) throw new Refused(refuse('registers.too-many-columns', { columns: headers.length, limit: columnLimit }));
  return {
    headers,
    encoding,
    delimiter,
    rows: (async function* () {
      let row = 1;
      try {
        for (let next = await records.next(); !next.done; next = await records.next()) {
          row++;
          yield { row, cells: next.value.record };
        }
      } catch (error) {
        translate(error);
      } finally {
        parser.destroy();
      }
    })(),
  };
}
