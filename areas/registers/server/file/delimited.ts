import { isAscii } from 'node:buffer';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { refuse } from '../../../../platform/decider/index.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import type { Encoding } from '../../domain/index.ts';
import { decoderOf, encodingOf } from './encoding.ts';
import { damagedMark, withoutStrayQuotes } from './strayQuotes.ts';
import type { TableRow } from './tableRow.ts';

const recordLimit = 1024 * 1024;

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

/**
 * The records of a delimited text as it comes, numbered from 1; empty ones count and are passed over. Where nobody chose the encoding and the
 * head held nothing but ASCII, the first piece with more tells it. Throws `Refused` at a record over 1 MiB: a quote that was never closed, most often.
 */
export async function* readDelimited(
  bytes: AsyncIterable<Buffer>,
  encoding: Encoding,
  delimiter: string,
  isChosen = false,
): AsyncGenerator<TableRow> {
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
    max_record_size: recordLimit,
  });
  expectAnyLength(parser);
  let decoder = decoderOf(encoding);
  let isOpen = encoding === 'utf-8' && !isChosen;
  let sinceRecord = 0;
  const text = async function* () {
    for await (const piece of bytes) {
      if (isOpen && !isAscii(piece)) {
        isOpen = false;
        decoder = decoderOf(encodingOf(piece));
      }
      sinceRecord += piece.length;
      if (sinceRecord > blankLimit) throw new Refused(refuse('registers.line-too-long'));
      yield decoder.write(piece);
    }
    yield decoder.end();
  };
  const input = Readable.from(withoutStrayQuotes(text(), delimiter));
  input.on('error', (error) => parser.destroy(error));
  let row = 0;
  try {
    for await (const cells of input.pipe(parser) as AsyncIterable<string[]>) {
      row++;
      sinceRecord = 0;
      const [first = ''] = cells;
      if (first.startsWith(damagedMark)) yield { row, cells: [first.slice(damagedMark.length), ...cells.slice(1)], damaged: true };
      else if (cells.some((cell) => cell !== '')) yield { row, cells };
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
