import { isAscii } from 'node:buffer';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { refuse } from '../../../../platform/decider/index.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import type { TableRow } from './tableRow.ts';

const recordLimit = 1024 * 1024;

/** The encoding of a text, from its mark, its zero bytes, or whether it reads as UTF-8. */
export function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const looked = Math.min(head.length, 2000);
  for (let i = 0; i < looked; i++) if (head[i] === 0) zeros[i % 2]!++;
  if (zeros[1]! > looked / 8 && zeros[0]! < zeros[1]! / 4) return 'utf-16le';
  if (zeros[0]! > looked / 8 && zeros[1]! < zeros[0]! / 4) return 'utf-16be';
  try {
    // The last few bytes may be half a character.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    try {
      const korean = new TextDecoder('euc-kr', { fatal: true }).decode(head, { stream: true });
      return /[가-힣]{2}/.test(korean) ? 'euc-kr' : 'windows-1252';
    } catch {
      return 'windows-1252';
    }
  }
}

/** The delimiter that the first ten lines have most of, outside quotes. */
export function delimiterOf(text: string): string {
  const lines = text.replace(/"[^"]*"/g, '').split(/\r?\n|\r/, 10);
  const most = (mark: string) => Math.max(...lines.map((line) => line.split(mark).length));
  return [',', ';', '\t', '|'].map((mark) => ({ mark, n: most(mark) })).sort((a, b) => b.n - a.n)[0]!.mark;
}

/** Bytes that may come between two records: the parser counts those of a record, but not the blanks around its cells. */
const blankLimit = 4 * recordLimit;

interface Api {
  readonly state: { record: readonly string[]; expectedRecordLength: number };
  __onRecord(push: unknown): unknown;
}

/**
 * A row of another length than the first, as all are below a title, costs csv-parse an error with its stack, which it then throws away:
 * thirty times the work. So each row is made to have the length that is expected.
 */
function expectAnyLength(parser: object): void {
  const { api } = parser as { api: Api };
  const onRecord = api.__onRecord;
  api.__onRecord = (push) => {
    api.state.expectedRecordLength = api.state.record.length;
    return onRecord.call(api, push);
  };
}

/** The records of a delimited text as it comes, numbered from 1; empty ones count and are passed over. Throws `Refused` at a record over 1 MiB: a quote that was never closed, most often. */
export async function* readDelimited(bytes: AsyncIterable<Buffer>, encoding: string, delimiter: string): AsyncGenerator<TableRow> {
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
    max_record_size: recordLimit,
  });
  expectAnyLength(parser);
  let decoder = new TextDecoder(encoding);
  // Nothing but ASCII at the head of a file says nothing of its encoding: the first piece with more does.
  let isOpen = encoding === 'utf-8';
  let sinceRecord = 0;
  const text = async function* () {
    for await (const piece of bytes) {
      if (isOpen && !isAscii(piece)) {
        isOpen = false;
        decoder = new TextDecoder(encodingOf(piece));
      }
      sinceRecord += piece.length;
      if (sinceRecord > blankLimit) throw new Refused(refuse('registers.line-too-long'));
      yield decoder.decode(piece, { stream: true });
    }
    yield decoder.decode();
  };
  const input = Readable.from(text());
  input.on('error', (error) => parser.destroy(error));
  let row = 0;
  try {
    for await (const cells of input.pipe(parser) as AsyncIterable<string[]>) {
      row++;
      sinceRecord = 0;
      if (cells.some((cell) => cell !== '')) yield { row, cells };
    }
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (code === 'CSV_MAX_RECORD_SIZE' || code === 'CSV_QUOTE_NOT_CLOSED') throw new Refused(refuse('registers.line-too-long'));
    if (code.startsWith('CSV_')) throw new Refused(refuse('registers.file-not-a-table'));
    throw error;
  } finally {
    input.destroy();
    parser.destroy();
  }
}
