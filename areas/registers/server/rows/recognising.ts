import { pagesOf } from '../../../../platform/database/pages.ts';
import type { Services } from '../../../../platform/http/area.ts';
import { type EntryState, entryRecord, type RegisterName, traitsOf, type Values } from '../../domain/index.ts';
import { IdCounter } from './idCounter.ts';
import { pairedUp, TraitTable } from './traitTable.ts';

const page = 5000;
/** Rows that left or came at most; beyond, the file is another register rather than a newer one, and no row is taken for a former one. */
const mostCompared = 2_000_000;

/** For the number of a row of the file: the record of the row that it may be, corrected. */
export type Recognised = ReadonlyMap<number, string>;

/**
 * Finds, for a whole file without a column of numbers, which rows of the register the rows new to it may be. Rows whose content was there
 * before are none of it. What an earlier run of the same import added counts as new to the file still: gone on after a break, an import finds
 * the same.
 */
export class Recogniser {
  readonly #services: Services;
  readonly #city: number;
  readonly #register: RegisterName;
  readonly #import: string;
  readonly #known = new IdCounter();
  readonly #inFile = new IdCounter();
  readonly #came = new TraitTable();
  readonly #rows: number[] = [];
  #present = 0;

  private constructor(services: Services, city: number, register: RegisterName, importId: string) {
    this.#services = services;
    this.#city = city;
    this.#register = register;
    this.#import = importId;
  }

  /** Reads which contents the register knows. */
  static async open(services: Services, city: number, register: RegisterName, importId: string): Promise<Recogniser> {
    const recogniser = new Recogniser(services, city, register, importId);
    for (const status of ['present', 'gone'])
      for await (const rows of recogniser.#entries(status))
        for (const { own, fingerprint } of rows) {
          if (own) continue;
          recogniser.#known.add(fingerprint);
          if (status === 'present') recogniser.#present++;
        }
    return recogniser;
  }

  /** Notes a row of the file, by its number, its content's fingerprint, and what it says. */
  note(row: number, print: Buffer, values: Values): void {
    // Into an empty register everything is new.
    if (this.#present === 0) return;
    this.#inFile.add(print);
    if (this.#known.has(print) || this.#rows.length > mostCompared) return;
    this.#came.add(traitsOf(values));
    this.#rows.push(row);
  }

  async find(): Promise<Recognised> {
    const found = new Map<number, string>();
    if (this.#rows.length === 0 || this.#rows.length > mostCompared) return found;
    const left = new TraitTable();
    const ids: string[] = [];
    for await (const rows of this.#entries('present')) {
      const missing = rows.filter(({ fingerprint, own }) => !own && !this.#inFile.has(fingerprint)).map(({ id }) => id);
      if (missing.length === 0) continue;
      if (ids.length + missing.length > mostCompared) return found;
      const states = await this.#services.ledger.transaction(this.#city, (tx) =>
        this.#services.ledger.findMany<EntryState>(tx, this.#city, entryRecord.kind, missing),
      );
      for (const id of missing) {
        const state = states.get(id)?.state;
        if (!state) continue;
        left.add(traitsOf(state.values));
        ids.push(id);
      }
    }
    pairedUp(left, this.#came).forEach((row, i) => {
      if (row >= 0) found.set(this.#rows[i]!, ids[row]!);
    });
    return found;
  }

  #entries(status: string) {
    return pagesOf((after) =>
      this.#services.ledger.transaction(this.#city, async (tx) => {
        const { rows } = await tx.query<{ id: string; fingerprint: Buffer; own: boolean }>(
          `select id, fingerprint, version = 1 and import = $5 as own from registers_entry
           where city = $1 and register = $2 and status = $3 and id > $4 order by id limit $6`,
          [this.#city, this.#register, status, after, this.#import, page],
        );
        return rows;
      }),
    );
  }
}
