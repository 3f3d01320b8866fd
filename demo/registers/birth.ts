import { yearsOld } from '../city/calendar.ts';
import type { Childhood, Household, Person } from '../city/people.ts';
import type { Cells } from './cells.ts';
import type { Pen } from './pen.ts';

/** A line of the birth register, in the local script and calendar. */
export function birthCells(pen: Pen, household: Household, child: Person, life: Childhood): Cells {
  const name = pen.name(child, 'full_name', 'local');
  const home = pen.home(household);
  const latin = pen.random.chance(0.6) ? pen.name(child, 'other_name', 'latin').full : undefined;
  const numbered = pen.city.data.facts.country === 'NP' ? yearsOld(child.birth, pen.city.asOf) < 5 : true;
  return {
    birth_registration_no: life.registrationNo,
    registration_date: pen.date(life.registeredOn),
    full_name: name.full,
    given_name: name.given,
    family_name: name.family,
    other_name: latin,
    sex: { word: pen.word(child.sex) },
    birth_date: pen.birthDate(child),
    ward: pen.ward(home, 'local'),
    address: pen.address(household, home, 'local'),
    father_name: pen.parent(child.father, 'father_name', 'local'),
    mother_name: pen.parent(child.mother, 'mother_name', 'local'),
    national_id: numbered ? pen.maybe('national_id', child.nationalId) : undefined,
  };
}
