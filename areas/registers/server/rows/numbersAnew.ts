import { refuse } from '../../../../platform/decider/index.ts';
import type { Services } from '../../../../platform/http/area.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import type { RegisterName } from '../../domain/index.ts';
import { placeNumbered } from './placing.ts';
import type { Numbered } from './rowReader.ts';

/** Of a long file every twentieth row is looked at, until so many changed. */
const each = 20;
const allUpTo = 1000;
const together = 500;
const mostOpened = 400;
/** So many rows that changed say something of the file. */
const fewest = 3;

/**
 * Whether the numbers of a file are those of its rows, or were given anew: then most rows that changed are other people, and whatever is known of
 * one child would pass to another.
 */
export class NumbersAnew {
  readonly #services: Services;
  readonly #city: number;
  readonly #register: RegisterName;
  #waiting: Numbered[] = [];
  #opened = 0;
  #others = 0;

  constructor(services: Services, city: number, register: RegisterName) {
    this.#services = services;
    this.#city = city;
    this.#register = register;
  }

  /** Whether the row of this number is one that is looked at. */
  wants(row: number): boolean {
    return (row <= allUpTo || row % each === 0) && this.#opened < mostOpened;
  }

  async note(row: Numbered): Promise<void> {
    this.#waiting.push(row);
    if (this.#waiting.length >= together) await this.#look();
  }

  /** Throws `Refused` where more than half of the rows that changed are somebody else's. */
  async refuseIfAnew(): Promise<void> {
    await this.#look();
    if (this.#opened >= fewest && this.#others > this.#opened / 2) throw new Refused(refuse('registers.numbers-given-anew'));
  }

  async #look(): Promise<void> {
    const rows = this.#waiting;
    this.#waiting = [];
    if (rows.length === 0) return;
    const { ledger } = this.#services;
    await ledger.transaction(this.#city, async (tx) => {
      const { counts, others } = await placeNumbered(tx, this.#services, this.#city, this.#register, rows);
      this.#opened += counts.changed + others.length;
      this.#others += others.length;
    });
  }
}
