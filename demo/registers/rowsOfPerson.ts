import type { City } from '../city/city.ts';
import type { Register } from '../city/country.ts';
import type { Household, Person } from '../city/people.ts';
import { Random } from '../city/random.ts';
import { birthCells } from './birth.ts';
import type { Cells, RegisterRow } from './cells.ts';
import { clinicCells } from './clinic.ts';
import { householdCells } from './household.ts';
import { Pen } from './pen.ts';
import { schoolCells } from './school.ts';
import { socialCells } from './social.ts';

const prefixes: Readonly<Record<Register, string>> = { birth: 'B', school: 'S', clinic: 'C', social: 'W', household: 'H' };
const impossible = ['32/13/2015', '2072/13/40', '0000-00-00', '2015-13-45', '2016/00/12'];

/** Numbers rows of each register as they are written. */
export class RowNumbers {
  private readonly counts = new Map<Register, number>();

  next(register: Register): string {
    const count = (this.counts.get(register) ?? 0) + 1;
    this.counts.set(register, count);
    return `${prefixes[register]}${String(count).padStart(6, '0')}`;
  }
}

/** The rows that the registers hold of one household, slips included, in the order in which they were written. */
export function rowsOfHousehold(city: City, household: Household, numbers: RowNumbers): RegisterRow[] {
  const random = new Random(city.seed, 'rows', household.number);
  const rows: RegisterRow[] = [];
  const write = (register: Register, person: Person, cells: (pen: Pen) => Cells) => {
    const { duplicate, bad } = city.data.facts.errors[register];
    const row = oneRow(city, household, person, register, numbers.next(register), random, cells, random.chance(bad));
    rows.push(row);
    if (row.bad === undefined && random.chance(duplicate)) {
      rows.push({ ...oneRow(city, household, person, register, numbers.next(register), random, cells, false), duplicateOf: row.rowId });
    }
  };
  for (const person of [...household.members, ...household.lost]) {
    const { childhood } = person;
    if (childhood?.hidden) continue;
    if (childhood?.registeredOn !== undefined) write('birth', person, (pen) => birthCells(pen, household, person, childhood));
    if (childhood?.schooling) write('school', person, (pen) => schoolCells(pen, household, person, childhood, childhood.schooling!));
    if (childhood?.knownAtClinic && (childhood.diedOn === undefined || household.number.endsWith('7')))
      write('clinic', person, (pen) => clinicCells(pen, household, person, childhood));
  }
  if (household.movedOutOn !== undefined) return rows;
  for (const entitlement of household.entitlements) write('social', entitlement.person, (pen) => socialCells(pen, household, entitlement));
  for (const person of household.members) {
    if (!person.childhood?.hidden && person.birth <= household.surveyedOn)
      write('household', person, (pen) => householdCells(pen, household, person));
  }
  return rows;
}

function oneRow(
  city: City,
  household: Household,
  person: Person,
  register: Register,
  rowId: string,
  random: Random,
  cellsOf: (pen: Pen) => Cells,
  bad: boolean,
): RegisterRow {
  const pen = new Pen(city, register, random);
  const cells: Cells = { source_id: rowId, ...cellsOf(pen) };
  const localDigits = pen.profile.digits === 'deva' && household.home.ward % 3 !== 2;
  const row = { register, rowId, person: person.id, cells, slips: pen.slips, localDigits };
  if (!bad) return row;
  if (random.chance(0.5))
    return {
      ...row,
      bad: 'empty-name',
      cells: { ...cells, full_name: undefined, given_name: undefined, family_name: undefined, other_name: undefined },
    };
  return { ...row, bad: 'impossible-date', cells: { ...cells, birth_date: { day: person.birth, raw: random.pick(impossible) } } };
}
