import type { Day } from '../city/calendar.ts';
import { monthsOld } from '../city/calendar.ts';
import type { Childhood, Household, Person } from '../city/people.ts';
import type { Cells, DateCell } from './cells.ts';
import type { Pen } from './pen.ts';

/** The day the clinic last saw the child: the last dose it wrote down, or a visit without one. */
export function lastVisit(life: Childhood): Day | undefined {
  const days = life.doses.flatMap((dose) => (dose.givenOn !== undefined ? [dose.givenOn] : []));
  return days.length > 0 ? Math.max(...days) : undefined;
}

/** A line of the immunisation clinic's list: one a child, a column for each dose. */
export function clinicCells(pen: Pen, household: Household, child: Person, life: Childhood): Cells {
  const { city, random } = pen;
  const name = pen.name(child, 'full_name', 'latin');
  const home = pen.home(household);
  const firstSeen = life.doses.find((dose) => dose.givenOn !== undefined)?.givenOn ?? child.birth;
  const unnamed =
    city.data.facts.country !== 'KR' && child.mother !== undefined && monthsOld(child.birth, firstSeen) < 1 && random.chance(0.02);
  if (unnamed) pen.slips.push('unnamed:full_name');
  const doses: Record<string, DateCell | undefined> = {};
  for (const dose of life.doses) doses[dose.name] = dose.givenOn !== undefined && dose.recorded ? { day: dose.givenOn } : undefined;
  return {
    full_name: unnamed ? `B/O ${pen.name(child.mother!, 'full_name', 'latin').given}` : name.full,
    given_name: name.given,
    family_name: name.family,
    sex: { word: pen.word(child.sex).charAt(0) },
    birth_date: pen.birthDate(child),
    mother_name: pen.parent(child.mother, 'mother_name', 'latin'),
    father_name: pen.parent(child.father, 'father_name', 'latin'),
    phone: pen.maybe('phone', household.phone),
    ward: pen.ward(home, 'latin'),
    address: pen.address(household, home, 'latin'),
    ...doses,
    last_visit_date: pen.date(lastVisit(life)),
  };
}
