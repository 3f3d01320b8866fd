import { stringify } from 'csv-stringify/sync';
import { withTransaction } from '../../../platform/database/pool.ts';
import type { Services } from '../../../platform/http/area.ts';
import { decode, type EventRow } from '../../../platform/ledger/codec.ts';
import { csvQuoting } from '../../../platform/spreadsheets/tableFile.ts';
import { harmless, type SetAsideRow } from '../domain/index.ts';
import { asideHeaders } from './file/table.ts';
import { sentence } from './sentences.ts';

/**
 * The rows an import set aside as a CSV, from its events, however many: our three columns (row, column, and the reason as a sentence in
 * the reader's language that says how to mend it), then the register's own, ready to be mended and sent again. A few batches are in memory
 * at a time; each turn is a transaction of its own.
 */
export async function* setAsideCsv(
  services: Services,
  city: number,
  id: string,
  key: Buffer,
  headers: readonly string[],
  language: string,
): AsyncGenerator<string> {
  const own = asideHeaders.every((name, i) => headers[i] === name) ? headers.slice(asideHeaders.length) : headers;
  yield `\ufeff${stringify([[...asideHeaders, ...own].map(harmless)], csvQuoting)}`;
  for (let after = 0; ; ) {
    const { rows } = await withTransaction(services.pool, city, (tx) =>
      tx.query<EventRow>(
        "select city, position, kind, id, version, type, at, actor, subject, coded, identity, narrative from event where city = $1 and id = $2 and version > $3 and type = 'batch-taken' and narrative is not null order by version limit 5",
        [city, id, after],
      ),
    );
    if (rows.length === 0) return;
    for (const row of rows) {
      const aside = (decode(row, key).fields['setAside'] ?? []) as readonly SetAsideRow[];
      yield stringify(
        aside.map(({ row: number, column, reason, cells }) =>
          [String(number), column, sentence(language, `mend.${reason}`), ...cells].map(harmless),
        ),
        csvQuoting,
      );
    }
    after = rows.at(-1)!.version;
  }
}
