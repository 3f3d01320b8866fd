import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Day } from './city/calendar.ts';
import { addMonths, isoDate, parseDay, yearsOld } from './city/calendar.ts';
import { City } from './city/city.ts';
import { getCountry } from './city/country.ts';
import { makeLineage } from './city/lineage.ts';
import type { Household, Person } from './city/people.ts';
import { isAlive } from './city/people.ts';
import { Random } from './city/random.ts';
import { Output } from './files/output.ts';
import type { CityOrder } from './generateCity.ts';
import { checkOrder, openRegisterFile } from './generateCity.ts';
import type { Cells, RegisterRow } from './registers/cells.ts';
import { clinicCells } from './registers/clinic.ts';
import { Pen } from './registers/pen.ts';
import { RowNumbers, rowsOfHousehold } from './registers/rowsOfPerson.ts';
import { schoolCells } from './registers/school.ts';

export type NewerRegister = 'school' | 'clinic';

/** What comparing the newer file with the first must find. */
export interface NewerCounts {
  added: number;
  changed: number;
  gone: number;
  unchanged: number;
}

export interface NewerFiles {
  readonly files: readonly {
    readonly register: NewerRegister;
    readonly path: string;
    readonly rows: number;
    readonly expected: Readonly<NewerCounts>;
  }[];
  /** JSON lines: `{kind:"change", register, row, person, change}` for each row that is not as before, then a summary with the counts. */
  readonly truth: string;
  readonly asOf: string;
}

interface Later {
  readonly city: City;
  readonly asOf: Day;
  readonly random: Random;
}

/**
 * Writes the school and clinic files of the same city `monthsLater` (1 to 12) months after `order.asOf`: the same source ids, some rows
 * changed, some gone, some new at the end. The same order gives the same bytes.
 */
export async function generateNewer(order: CityOrder & { readonly monthsLater: number }): Promise<NewerFiles> {
  checkOrder(order);
  if (!Number.isInteger(order.monthsLater) || order.monthsLater < 1 || order.monthsLater > 12)
    throw new RangeError(`Months later: expected 1 to 12, got ${order.monthsLater}.`);
  const data = getCountry(order.country);
  const city = new City(data, order.population, order.seed, parseDay(order.asOf));
  const asOf = addMonths(city.asOf, order.monthsLater);
  mkdirSync(order.folder, { recursive: true });
  const open = (register: NewerRegister) => {
    const profile = data.profile.registers[register];
    const path = join(order.folder, `${isoDate(asOf).slice(0, 7)}-${basename(profile.file)}`);
    const expected: NewerCounts = { added: 0, changed: 0, gone: 0, unchanged: 0 };
    return { path, file: openRegisterFile(path, profile), expected };
  };
  const outputs = { school: open('school'), clinic: open('clinic') };
  const truthPath = join(order.folder, `${isoDate(asOf).slice(0, 7)}-truth.jsonl`);
  const truth = new Output(truthPath);
  const note = (row: RegisterRow, change: keyof NewerCounts) => {
    outputs[row.register as NewerRegister].expected[change]++;
    if (change !== 'unchanged')
      truth.write(`${JSON.stringify({ kind: 'change', register: row.register, row: row.rowId, person: row.person, change })}\n`);
  };
  const numbers = new RowNumbers();
  const added: ((numbers: RowNumbers) => RegisterRow)[] = [];
  let people = 0;
  let newborns = 0;
  for (let lineage = 0; people < order.population; lineage++) {
    for (const household of makeLineage(city, lineage)) {
      if (household.movedOutOn === undefined) people += household.members.length;
      const later = { city, asOf, random: new Random(order.seed, 'newer', order.monthsLater, household.number) };
      const rows = rowsOfHousehold(city, household, numbers);
      for (const row of rows) {
        if (row.register !== 'school' && row.register !== 'clinic') continue;
        const person = household.members.find((member) => member.id === row.person);
        const cells =
          row.bad || !person
            ? row.cells
            : row.register === 'school'
              ? laterAtSchool(later, row.cells, person)
              : laterAtClinic(later, row.cells, person);
        if (!row.bad && later.random.chance(0.012)) {
          note(row, 'gone');
          continue;
        }
        note(row, cells === row.cells ? 'unchanged' : 'changed');
        outputs[row.register].file.add({ ...row, cells });
      }
      if (household.movedOutOn !== undefined) continue;
      added.push(...newcomers(later, household, rows, () => `N${String(++newborns).padStart(7, '0')}`));
    }
    if (lineage % 2000 === 1999) await turn();
  }
  for (const make of added) {
    const row = make(numbers);
    note(row, 'added');
    outputs[row.register as NewerRegister].file.add(row);
  }
  const files = (['school', 'clinic'] as const).map((register) => {
    const { path, file, expected } = outputs[register];
    file.close();
    return { register, path, rows: file.rows, expected };
  });
  truth.write(
    `${JSON.stringify({ kind: 'summary', asOf: isoDate(asOf), expected: Object.fromEntries(files.map(({ register, expected }) => [register, expected])) })}\n`,
  );
  truth.close();
  return { files, truth: truthPath, asOf: isoDate(asOf) };
}

/** Two schools in three have handed in their roll; some pupils left, some families have a new telephone. */
function laterAtSchool({ city, asOf, random }: Later, cells: Cells, child: Person): Cells {
  const { profile } = city.data;
  const words = profile.words[profile.registers.school.language]!;
  const [leaves, phone, attended] = [random.chance(0.015), random.chance(0.01), asOf - random.whole(1, 20)];
  const schooling = child.childhood?.schooling;
  if (schooling?.status !== 'enrolled') return cells;
  const changed: Record<string, Cells[string]> = {};
  if (leaves) {
    const leftOn = random.whole(city.asOf + 1, asOf - 1);
    Object.assign(changed, {
      enrolment_status: { word: words.left! },
      left_date: { day: leftOn },
      left_reason: { word: words.work! },
      last_attended: { day: leftOn - 1 },
    });
  } else if (schooling.school % 3 !== 1) changed.last_attended = { day: attended };
  if (phone) changed.phone = city.phone(random);
  return Object.keys(changed).length > 0 ? { ...cells, ...changed } : cells;
}

/** Doses that fell due since, most of them given, and a few caught up. */
function laterAtClinic({ city, asOf, random }: Later, cells: Cells, child: Person): Cells {
  const given: Record<string, Cells[string]> = {};
  let last = 0;
  for (const dose of child.childhood?.doses ?? []) {
    const [luck, day] = [random.next(), Math.max(city.asOf + 1, dose.due + random.whole(0, 30))];
    if (dose.givenOn !== undefined || day > asOf || luck > (dose.due > city.asOf - 60 ? 0.93 : 0.1)) continue;
    given[dose.name] = { day };
    last = Math.max(last, day);
  }
  return last > 0 ? { ...cells, ...given, last_visit_date: { day: last } } : cells;
}

/** Children who come into the school or clinic file: late starters, the unvaccinated who were reached, the newborn. */
function newcomers(
  { city, asOf, random }: Later,
  household: Household,
  rows: readonly RegisterRow[],
  newId: () => string,
): ((numbers: RowNumbers) => RegisterRow)[] {
  const made: ((numbers: RowNumbers) => RegisterRow)[] = [];
  const add = (register: NewerRegister, person: Person, cellsOf: (pen: Pen) => Cells) => {
    const pen = new Pen(city, register, new Random(city.seed, 'newcomer', register, person.id));
    made.push((numbers) => {
      const rowId = numbers.next(register);
      return { register, rowId, person: person.id, cells: { source_id: rowId, ...cellsOf(pen) }, slips: pen.slips, localDigits: false };
    });
  };
  const { schoolAge } = city.data.facts.rules;
  for (const child of household.members) {
    const life = child.childhood;
    if (!life || life.hidden) continue;
    const age = yearsOld(child.birth, asOf);
    const has = (register: string) => rows.some((row) => row.register === register && row.person === child.id);
    const [startsSchool, reached] = [random.chance(0.12), random.chance(0.15)];
    const on = random.whole(city.asOf + 1, asOf);
    if (startsSchool && !has('school') && age >= schoolAge.from && age <= schoolAge.to) {
      const schooling = {
        school: household.home.ward * city.schoolsPerWard,
        enrolledOn: on,
        status: 'enrolled',
        grade: 1,
        lastAttended: asOf - 1,
      } as const;
      add('school', child, (pen) => schoolCells(pen, household, child, life, schooling));
    }
    if (reached && !has('clinic') && age < city.data.facts.life.clinicYears && isAlive(child)) {
      const doses = life.doses.map((dose, index) =>
        index === 0 ? { ...dose, givenOn: on, recorded: true } : { ...dose, recorded: false },
      );
      add('clinic', child, (pen) => clinicCells(pen, household, child, { ...life, doses }));
    }
  }
  const youngest = household.members.filter((member) => member.role === 'child').sort((a, b) => b.birth - a.birth)[0];
  const mother = youngest?.mother;
  if (
    mother &&
    isAlive(mother) &&
    yearsOld(mother.birth, asOf) < 42 &&
    asOf - youngest.birth > 500 &&
    random.chance(0.12 * ((asOf - city.asOf) / 365))
  ) {
    const birth = random.whole(city.asOf + 1, asOf - 3);
    const sex = random.chance(0.512) ? 'male' : 'female';
    const name = city.naming.person(sex, 2026, youngest.name.family, random);
    const parents = { ...(youngest.father ? { father: youngest.father } : {}), mother };
    const baby: Person = { id: newId(), sex, birth, name, role: 'child', nationalId: city.nationalId(sex, birth, random), ...parents };
    const [first] = city.data.facts.rules.immunisation.schedule;
    const doses = [{ name: first![0], due: birth + first![1], givenOn: birth + 2, recorded: true }];
    add('clinic', baby, (pen) =>
      clinicCells(pen, household, baby, { registeredElsewhere: false, doses, knownAtClinic: true, hidden: false, exploited: false }),
    );
  }
  return made;
}
