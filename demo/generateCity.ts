import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { parseDay } from './city/calendar.ts';
import { City } from './city/city.ts';
import type { Country, Register, RegisterProfile } from './city/country.ts';
import { getCountry, registerNames } from './city/country.ts';
import { makeLineage } from './city/lineage.ts';
import type { Ward } from './city/people.ts';
import type { RegisterFile } from './files/csvFile.ts';
import { CsvFile } from './files/csvFile.ts';
import { Output } from './files/output.ts';
import { XlsxFile } from './files/xlsxFile.ts';
import { childrenOf } from './reasons.ts';
import type { RegisterRow } from './registers/cells.ts';
import { toLocalDigits } from './registers/cells.ts';
import { RowNumbers, rowsOfHousehold } from './registers/rowsOfPerson.ts';

export interface CityOrder {
  /** Living people, at least; the last family is not cut. */
  readonly population: number;
  readonly seed: number;
  readonly country: Country;
  /** The day the city is looked at, ISO. */
  readonly asOf: string;
  /** Where the files go; made when missing. */
  readonly folder: string;
}

export interface CityFiles {
  readonly files: readonly { readonly register: Register; readonly path: string; readonly rows: number }[];
  /** Path of the truth file (JSON lines). */
  readonly truth: string;
  readonly city: {
    readonly name: string;
    readonly localName: string;
    /** `aliases`: every way in which the registers write the ward. */
    readonly wards: readonly (Ward & { readonly name: string; readonly aliases: readonly string[] })[];
    readonly languages: readonly string[];
  };
  readonly people: number;
  readonly seconds: number;
}

/** A row as the truth file has it. */
export interface TrueRow {
  readonly kind: 'row';
  readonly register: Register;
  readonly row: string;
  readonly person: string;
  readonly slips?: readonly string[];
  readonly duplicateOf?: string;
  readonly bad?: RegisterRow['bad'];
}

/** The last line of the truth file. */
export interface TrueSummary {
  readonly kind: 'summary';
  readonly country: Country;
  readonly asOf: string;
  readonly seed: number;
  readonly people: number;
  readonly children: number;
  readonly rows: Readonly<Record<Register, number>>;
  readonly bad: Readonly<Record<Register, number>>;
  readonly duplicates: Readonly<Record<Register, number>>;
  readonly reasons: Readonly<Record<string, number>>;
}

export function openRegisterFile(path: string, profile: RegisterProfile): RegisterFile {
  return profile.kind === 'xlsx' ? new XlsxFile(path, profile) : new CsvFile(path, profile);
}

export function checkOrder(order: CityOrder): void {
  if (!Number.isInteger(order.population) || order.population < 1 || order.population > 4_000_000) {
    throw new RangeError(`Population: expected a whole number from 1 to 4,000,000, got ${order.population}.`);
  }
  if (!Number.isSafeInteger(order.seed)) throw new RangeError(`Seed: expected a whole number, got ${order.seed}.`);
}

const zero = (): Record<Register, number> => ({ birth: 0, school: 0, clinic: 0, social: 0, household: 0 });

/**
 * Writes the registers of a made-up city into `folder`, each in its own format, and the truth about them.
 * The same order gives the same bytes. Throws a RangeError for an order that makes no sense. Memory does not grow with the city.
 */
export async function generateCity(order: CityOrder): Promise<CityFiles> {
  checkOrder(order);
  const started = performance.now();
  const data = getCountry(order.country);
  const city = new City(data, order.population, order.seed, parseDay(order.asOf));
  mkdirSync(order.folder, { recursive: true });
  const pathOf = (register: Register) => join(order.folder, data.profile.registers[register].file);
  const files = Object.fromEntries(
    registerNames.map((register) => [register, openRegisterFile(pathOf(register), data.profile.registers[register])]),
  ) as Record<Register, RegisterFile>;
  const truthPath = join(order.folder, 'truth.jsonl');
  const truth = new Output(truthPath);
  const numbers = new RowNumbers();
  const counts = { people: 0, children: 0, bad: zero(), duplicates: zero(), reasons: {} as Record<string, number> };

  for (let lineage = 0; counts.people < order.population; lineage++) {
    for (const household of makeLineage(city, lineage)) {
      if (household.movedOutOn === undefined) counts.people += household.members.length;
      const rows = rowsOfHousehold(city, household, numbers);
      for (const row of rows) {
        files[row.register].add(row);
        if (row.bad) counts.bad[row.register]++;
        if (row.duplicateOf) counts.duplicates[row.register]++;
        truth.write(`${JSON.stringify(toTrueRow(row))}\n`);
      }
      for (const child of childrenOf(city, household, rows)) {
        if (child.state === 'living-here') counts.children++;
        for (const { reason } of child.reasons) counts.reasons[reason] = (counts.reasons[reason] ?? 0) + 1;
        truth.write(`${JSON.stringify(child)}\n`);
      }
    }
    if (lineage % 2000 === 1999) await turn();
  }

  for (const register of registerNames) files[register].close();
  const rows = Object.fromEntries(registerNames.map((register) => [register, files[register].rows])) as Record<Register, number>;
  const summary: TrueSummary = { kind: 'summary', country: order.country, asOf: order.asOf, seed: order.seed, rows, ...counts };
  truth.write(`${JSON.stringify(summary)}\n`);
  truth.close();
  return {
    files: registerNames.map((register) => ({ register, path: pathOf(register), rows: rows[register] })),
    truth: truthPath,
    city: {
      name: data.facts.city.latin,
      localName: data.facts.city.local,
      wards: city.wards.map((ward) => ({ ...ward, name: ward.latin, aliases: aliasesOf(ward) })),
      languages: data.facts.languages,
    },
    people: counts.people,
    seconds: (performance.now() - started) / 1000,
  };
}

const aliasesOf = (ward: Ward): string[] => [
  ...new Set([ward.code, ward.local, ward.latin, ward.code.replace('-', ' '), toLocalDigits(ward.code)]),
];

function toTrueRow(row: RegisterRow): TrueRow {
  return {
    kind: 'row',
    register: row.register,
    row: row.rowId,
    person: row.person,
    ...(row.slips.length > 0 ? { slips: row.slips } : {}),
    ...(row.duplicateOf === undefined ? {} : { duplicateOf: row.duplicateOf }),
    ...(row.bad === undefined ? {} : { bad: row.bad }),
  };
}
