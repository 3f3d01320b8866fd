import { stringify } from 'csv-stringify/sync';
import type { Tx } from '../../../platform/database/pool.ts';
import { decode, type EventRow } from '../../../platform/ledger/codec.ts';
import type { SetAsideRow } from '../domain/index.ts';
import { asideHeaders } from './file/table.ts';

/** A spreadsheet must not run what a register's cell says (OWASP, CSV injection); `readRow` takes the guard off again. */
const harmless = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/** What one download holds, in rows and letters; who has more mends the file itself. */
const rowLimit = 100_000;
const letterLimit = 64 * 1024 ** 2;

/** The rows an import set aside, from its events: our three columns, then the register's own, ready to be mended and sent again. */
export async function setAsideCsv(tx: Tx, city: number, id: string, key: Buffer, headers: readonly string[]): Promise<string> {
  const own = asideHeaders.every((name, i) => headers[i] === name) ? headers.slice(asideHeaders.length) : headers;
  const lines: string[] = [stringify([[...asideHeaders, ...own].map(harmless)])];
  let count = 0;
  let letters = 0;
  for (let after = 0; count < rowLimit && letters < letterLimit; ) {
    const { rows } = await tx.query<EventRow>(
      "select city, position, kind, id, version, type, at, actor, subject, coded, identity, narrative from event where city = $1 and id = $2 and version > $3 and type = 'batch-taken' and narrative is not null order by version limit 5",
      [city, id, after],
    );
    if (rows.length === 0) break;
    for (const row of rows) {
      const aside = (decode(row, key).fields['setAside'] ?? []) as readonly SetAsideRow[];
      count += aside.length;
      const text = stringify(
        aside.map(({ row: number, column, reason, cells }) => [String(number), column, reason, ...cells].map(harmless)),
      );
      letters += text.length;
      lines.push(text);
    }
    after = rows.at(-1)!.version;
  }
  return `\ufeff${lines.join('')}`;
}
