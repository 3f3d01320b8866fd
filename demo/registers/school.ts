import { isoDate } from '../city/calendar.ts';
import type { Childhood, Household, Person, Schooling } from '../city/people.ts';
import { isAlive } from '../city/people.ts';
import type { Cell, Cells } from './cells.ts';
import { findSpreadsheetDay } from './cells.ts';
import type { Pen, Script } from './pen.ts';

/** A line of the school roll: a spreadsheet kept by hand, school by school, each in its own script. */
export function schoolCells(pen: Pen, household: Household, child: Person, life: Childhood, schooling: Schooling): Cells {
  const { city, random } = pen;
  const script: Script =
    pen.profile.names === 'mixed' ? (schooling.school % 2 === 0 ? 'local' : 'latin') : pen.profile.names === 'local' ? 'local' : 'latin';
  const full = pen.name(child, 'full_name', script).full;
  const other = random.chance(0.2) ? pen.name(child, 'other_name', script === 'local' ? 'latin' : 'local').full : undefined;
  const home = pen.home(household);
  const schools = city.data.facts.schools;
  const ward = city.wards[Math.floor(schooling.school / city.schoolsPerWard) % city.wards.length]!;
  const school =
    `${pen.both(schools[schooling.school % schools.length]!, pen.profile.language === 'en' ? 'latin' : 'local')} ${schooling.school >= schools.length ? ward.code : ''}`.trim();
  const guardian =
    [child.father, child.mother].find((parent) => parent && isAlive(parent) && !parent.away) ??
    household.members.find((member) => !member.childhood);
  const phone = pen.maybe('phone', household.phone);
  const birth = pen.birthDate(child);
  const asText = random.chance(0.06);
  const day = findSpreadsheetDay(birth);
  const untidy = random.next();
  const asksForNumber = random.chance(0.45);
  return {
    full_name: untidy < 0.03 ? `${full} ` : untidy < 0.04 ? full.replace(' ', '\u00a0') : full,
    other_name: other,
    sex: { word: random.chance(0.15) && pen.profile.language === 'en' ? pen.word(child.sex).charAt(0) : pen.word(child.sex) },
    birth_date: asText && day !== undefined ? isoDate(day) : birth,
    father_name: pen.parent(child.father, 'father_name', script),
    mother_name: pen.parent(child.mother, 'mother_name', script),
    guardian_name: guardian ? pen.maybe('guardian_name', pen.name(guardian, 'guardian_name', script, { married: true }).full) : undefined,
    phone: asNumber(phone, random.chance(0.2)),
    ward: pen.ward(home, script),
    address: pen.address(household, home, script),
    school_name: { word: school },
    grade: { number: schooling.grade },
    enrolment_status: { word: pen.word(schooling.status) },
    enrolment_date: pen.date(schooling.enrolledOn),
    left_date: pen.date(schooling.leftOn),
    left_reason: schooling.leftReason ? { word: pen.word(schooling.leftReason) } : undefined,
    last_attended: pen.date(schooling.lastAttended),
    birth_registration_no:
      asksForNumber && pen.profile.columns.some(({ field }) => field === 'birth_registration_no') ? life.registrationNo : undefined,
  };
}

/** Spreadsheets take a telephone number for a number and drop its leading nought. */
function asNumber(phone: string | undefined, number: boolean): Cell | undefined {
  if (phone === undefined || !number) return phone;
  return { number: Number(phone.replace(/\D/g, '')) };
}
