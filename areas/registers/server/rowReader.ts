import { randomUUID } from 'node:crypto';
import type { Sealing } from '../../../platform/sealing/sealing.ts';
import { contentOf, dateFields, type PutInput, type Quality, type SetAsideRow, type StartInput } from '../domain/index.ts';
import { asideHeaders } from './file/table.ts';
import type { TableRow } from './file/tableRow.ts';
import { IdCounter } from './idCounter.ts';
import { codeLike, readRow } from './values.ts';

export type Classified = { readonly id: string; readonly put: PutInput } | { readonly aside: SetAsideRow };

/** Characters kept of a cell of a row set aside. */
const cellLimit = 500;

/**
 * Turns rows of one file into what is to be taken or set aside. A row's record has an id made from register and source id; where the file
 * has no id column, from its content and how often that occurred before. Of two rows with one id the first is taken.
 */
export class RowReader {
  readonly #taken = new IdCounter();
  readonly #setAside = new IdCounter();
  readonly #contents = new IdCounter();
  readonly #sealing: Sealing;
  readonly #city: number;
  readonly #plan: Pick<StartInput, 'register' | 'mapping' | 'dateOrder' | 'calendar'>;
  readonly #headers: readonly string[];
  readonly #today: string;
  readonly #import: string;
  readonly #idColumn: number | undefined;
  readonly #own: number;
  readonly #erased: ReadonlySet<string>;

  constructor(
    sealing: Sealing,
    city: number,
    plan: Pick<StartInput, 'register' | 'mapping' | 'dateOrder' | 'calendar'>,
    headers: readonly string[],
    today: string,
    importId: string | undefined,
    erased: ReadonlySet<string>,
  ) {
    this.#erased = erased;
    this.#sealing = sealing;
    this.#city = city;
    this.#plan = plan;
    this.#headers = headers;
    this.#today = today;
    this.#import = importId ?? randomUUID();
    this.#idColumn = plan.mapping.find(({ field }) => field === 'source_id')?.column;
    this.#own = asideHeaders.every((name, i) => headers[i] === name) ? asideHeaders.length : 0;
  }

  read({ row, cells }: TableRow): Classified {
    const aside = (column: number, reason: string): Classified => ({
      aside: {
        row,
        column: this.#headers[column] ?? '',
        reason,
        cells: cells.slice(this.#own, 300).map((cell) => cell.slice(0, cellLimit)),
      },
    });
    const read = cells.length > 300 ? { bad: { column: 300, reason: 'too-many-cells' } } : readRow(cells, this.#plan, this.#today);
    if ('bad' in read) {
      const source = this.#idColumn === undefined ? '' : codeLike(cells[this.#idColumn] ?? '');
      if (source) this.#setAside.add(this.#idOf(source));
      return aside(read.bad.column, read.bad.reason);
    }
    const { values } = read;
    if (this.#idColumn !== undefined && !values.source_id) return aside(this.#idColumn, 'no-id');
    const id = this.#idOf(values.source_id ?? this.#contentKey(contentOf(values)));
    if (this.#taken.add(id) > 0) return aside(this.#idColumn ?? 0, 'id-twice');
    return { id, put: { register: this.#plan.register, import: this.#import, row, on: this.#today, values } };
  }

  /** Whether the file so far holds the row of this record, readable or not: a date mistyped does not take a child off a register. */
  holds(id: string): boolean {
    return this.#taken.has(id) || this.#setAside.has(id);
  }

  /** A row whose record was erased and that the register still sends comes in as a new one, under a new key. */
  #idOf(source: string): string {
    let id = this.#sealing.idFor(this.#city, 'registers.entry', `${this.#plan.register}|${source}`);
    while (this.#erased.has(id)) id = this.#sealing.idFor(this.#city, 'registers.entry-again', id);
    return id;
  }

  #contentKey(content: string): string {
    return `${content}#${this.#contents.add(this.#sealing.idFor(this.#city, 'registers.content', content)) + 1}`;
  }

  /** The figures of `before` and of these rows together. */
  qualityOf(rows: readonly Classified[], before: Quality): Quality {
    const filled: Record<string, number> = { ...before.filled };
    const reasons: Record<string, number> = { ...before.reasons };
    let { dates, partialDates } = before;
    for (const one of rows) {
      if ('aside' in one) {
        reasons[one.aside.reason] = (reasons[one.aside.reason] ?? 0) + 1;
        continue;
      }
      for (const [field, value] of Object.entries(one.put.values)) {
        filled[field] = (filled[field] ?? 0) + 1;
        if (!(dateFields as ReadonlySet<string>).has(field)) continue;
        dates++;
        if (value.length < 10) partialDates++;
      }
    }
    return { filled, reasons, dates, partialDates };
  }
}
