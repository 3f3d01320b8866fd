import { randomUUID } from 'node:crypto';
import type { Sealing } from '../../../../platform/sealing/sealing.ts';
import {
  type AsideReason,
  codeLike,
  dateFields,
  notARecord,
  type PutInput,
  type Quality,
  type RegisterName,
  readRow,
  type SetAsideRow,
  type StartInput,
  type Values,
  wordsByKey,
} from '../../domain/index.ts';
import { asideHeaders } from '../file/table.ts';
import type { TableRow } from '../file/tableRow.ts';
import { fingerprintOf } from '../views.ts';
import { IdCounter } from './idCounter.ts';

/** A row with a number of its own: its record is known. */
export interface Numbered {
  readonly id: string;
  readonly put: PutInput;
  readonly cells: readonly string[];
}
/** A row of a file without such a column: what it says, and how many rows before and with it say the same. */
export interface Numberless {
  readonly print: Buffer;
  readonly nth: number;
  readonly put: PutInput;
}
export type Classified = Numbered | Numberless | { readonly aside: SetAsideRow };

const isEmpty = (values: Values) => {
  for (const _ in values) return false;
  return true;
};

/** The record of a row, by what stands for it in its register. */
export const entryIdOf = (sealing: Sealing, city: number, register: RegisterName, source: string): string =>
  sealing.idFor(city, 'registers.entry', `${register}|${source}`);

type RowPlan = Pick<StartInput, 'register' | 'mapping' | 'dateOrder' | 'calendar' | 'words'>;

/** Characters kept of a cell of a row set aside. */
const cellLimit = 500;

/**
 * Turns rows of one file into what is to be taken or set aside. A row's record has an id made from register and source id; of two rows with
 * one id the first is taken. Where the file has no column of ids, rows are told apart by what they say and how often.
 */
export class RowReader {
  readonly #taken = new IdCounter();
  readonly #setAside = new IdCounter();
  readonly #contents = new IdCounter();
  readonly #kept = new IdCounter();
  readonly #sealing: Sealing;
  readonly #city: number;
  readonly #plan: RowPlan;
  readonly #headers: readonly string[];
  readonly #today: string;
  readonly #import: string;
  readonly #idColumn: number | undefined;
  readonly #columns: readonly number[];
  readonly #own: number;
  readonly #words: ReadonlyMap<string, string>;
  readonly #erased: ReadonlySet<string>;

  constructor(
    sealing: Sealing,
    city: number,
    plan: RowPlan,
    headers: readonly string[],
    today: string,
    importId: string | undefined,
    erased: ReadonlySet<string> = new Set(),
  ) {
    this.#erased = erased;
    this.#sealing = sealing;
    this.#city = city;
    this.#plan = plan;
    this.#words = wordsByKey(plan.words);
    this.#headers = headers;
    this.#today = today;
    this.#import = importId ?? randomUUID();
    this.#idColumn = plan.mapping.find(({ field }) => field === 'source_id')?.column;
    this.#columns = plan.mapping.map(({ column }) => column);
    this.#own = asideHeaders.every((name, i) => headers[i] === name) ? asideHeaders.length : 0;
  }

  read({ row, cells, damaged, lost }: TableRow): Classified {
    const aside = (column: number, reason: AsideReason): Classified => ({ aside: this.#asideOf(row, cells, column, reason) });
    // Such a row says nothing of the record that has its number.
    const instead = damaged ? 'stray-quote' : notARecord(cells, this.#headers, this.#columns);
    if (instead) return aside(this.#columns[0] ?? 0, instead);
    const formula = lost?.find((column) => this.#columns.includes(column));
    if (formula !== undefined) return this.#unreadable(cells, aside(formula, 'formula'));
    const read =
      cells.length > 300
        ? { bad: { column: 300, reason: 'too-many-cells' as const } }
        : readRow(cells, this.#plan, this.#today, this.#words);
    if ('bad' in read) return this.#unreadable(cells, aside(read.bad.column, read.bad.reason));
    const { values, unread } = read;
    if (this.#idColumn !== undefined && !values.source_id) return aside(this.#idColumn, 'no-id');
    const put = {
      register: this.#plan.register,
      import: this.#import,
      row,
      on: this.#today,
      values,
      ...(isEmpty(unread) ? {} : { unread }),
    };
    if (this.#idColumn === undefined) {
      const print = fingerprintOf(this.#sealing, this.#city, read);
      return { print, nth: this.#contents.add(print) + 1, put };
    }
    const id = this.#idOf(values.source_id!);
    if (this.#taken.add(id) > 0) return aside(this.#idColumn, 'id-twice');
    return { id, put, cells };
  }

  /** A row whose number was another child's. */
  otherChild({ put, cells }: Numbered): SetAsideRow {
    return this.#asideOf(put.row, cells, this.#idColumn ?? 0, 'other-child');
  }

  #asideOf(row: number, cells: readonly string[], column: number, reason: AsideReason): SetAsideRow {
    return {
      row,
      column: this.#headers[column] ?? '',
      reason,
      ...(cells[column] ? { cell: cells[column].slice(0, cellLimit) } : {}),
      cells: cells.slice(this.#own, 300).map((cell) => cell.slice(0, cellLimit)),
    };
  }

  /** A row set aside is still in the file: its record is not gone. */
  #unreadable(cells: readonly string[], aside: Classified): Classified {
    const source = this.#idColumn === undefined ? '' : codeLike(cells[this.#idColumn] ?? '');
    if (source) this.#setAside.add(this.#idOf(source));
    return aside;
  }

  /**
   * Whether the file holds the row of this record, readable or not: a date mistyped does not take a child off a register. Where rows have no
   * numbers, the file holds as many of a content as it has rows of it: to be asked once of each record, after all rows were read.
   */
  holds(id: string, print: Buffer): boolean {
    if (this.#idColumn === undefined) return this.#kept.add(print) < this.#contents.count(print);
    return this.#taken.has(id) || this.#setAside.has(id);
  }

  /** A row whose record was erased and that the register still sends comes in as a new one, under a new key. */
  #idOf(source: string): string {
    let id = entryIdOf(this.#sealing, this.#city, this.#plan.register, source);
    while (this.#erased.has(id)) id = this.#sealing.idFor(this.#city, 'registers.entry-again', id);
    return id;
  }

  /** The figures of `before` and of these rows together. */
  qualityOf(rows: readonly Classified[], before: Quality, others: readonly Numbered[] = []): Quality {
    const filled: Record<string, number> = { ...before.filled };
    const reasons: Record<string, number> = { ...before.reasons };
    const unread: Record<string, number> = { ...before.unread };
    let { dates, partialDates } = before;
    if (others.length > 0) reasons['other-child'] = (reasons['other-child'] ?? 0) + others.length;
    const leftOut = new Set<Classified>(others);
    for (const one of rows) {
      if (leftOut.has(one)) continue;
      if ('aside' in one) {
        reasons[one.aside.reason] = (reasons[one.aside.reason] ?? 0) + 1;
        continue;
      }
      for (const field of Object.keys(one.put.unread ?? {})) unread[field] = (unread[field] ?? 0) + 1;
      for (const [field, value] of Object.entries(one.put.values)) {
        filled[field] = (filled[field] ?? 0) + 1;
        if (!(dateFields as ReadonlySet<string>).has(field)) continue;
        dates++;
        if (value.length < 10) partialDates++;
      }
    }
    return { filled, reasons, dates, partialDates, ...(Object.keys(unread).length > 0 ? { unread } : {}) };
  }
}
