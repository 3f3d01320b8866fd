import type { Day } from './calendar.ts';
import { addMonths, civil, dayOf, monthsOld, yearsOld } from './calendar.ts';
import type { City } from './city.ts';
import type { Childhood, Dose, Household, Person, Schooling } from './people.ts';
import type { Random } from './random.ts';

const leavingReasons = ['work', 'poverty', 'marriage', 'distance', 'illness', 'unknown'] as const;

/** What a child of the city has lived through by `asOf`: registration, school, immunisation, and what no register knows. */
export function liveChildhood(city: City, household: Household, child: Person, random: Random): Childhood {
  const { life, rules } = city.data.facts;
  const until = Math.min(child.diedOn ?? city.asOf, household.movedOutOn ?? city.asOf, city.asOf);
  const age = yearsOld(child.birth, city.asOf);
  const movedIn = household.movedInOn !== undefined && child.birth < household.movedInOn;
  const hidden = !child.diedOn && household.movedOutOn === undefined && random.chance(life.hidden * (household.poor ? 2.5 : 0.6));
  const orphan = child.father?.diedOn !== undefined || child.mother?.diedOn !== undefined;
  const exploited = age >= 7 && random.chance(life.exploited * (household.poor ? 2 : 0.7) * (orphan || child.father?.away ? 2 : 1));

  const share = [...life.registered].reverse().find(([from]) => age >= from)?.[1] ?? 0;
  const registered = random.chance(household.poor ? 1 - (1 - share) * 1.8 : 1 - (1 - share) * 0.8);
  const limit = rules.birthRegistrationLimitDays;
  const delay = random.chance(0.55) ? random.whole(3, limit) : limit + Math.floor(random.next() ** 3 * 365 * 5);
  const registeredOn = child.birth + delay <= until ? child.birth + delay : random.whole(child.birth, Math.max(child.birth, until));
  const numbered = registered && !hidden && !movedIn;

  const doses = giveDoses(city, child, until, random);
  const zeroDose = random.chance(life.zeroDose * (household.poor ? 2 : 0.8));
  const atSchool = goToSchool(city, household, child, exploited, random);
  const elsewhere = movedIn && registered;
  return {
    ...(numbered ? { registeredOn } : {}),
    ...(numbered || elsewhere ? { registrationNo: city.registrationNumber(household.home.ward, registeredOn) } : {}),
    registeredElsewhere: elsewhere,
    ...(atSchool.schooling && !hidden ? { schooling: atSchool.schooling } : {}),
    ...(atSchool.because ? { outOfSchoolBecause: atSchool.because } : {}),
    doses: zeroDose || hidden ? doses.map(({ name, due }) => ({ name, due, recorded: false })) : doses,
    knownAtClinic: !zeroDose && !hidden && age < life.clinicYears && doses.some((dose) => dose.givenOn !== undefined),
    ...(child.diedOn === undefined ? {} : { diedOn: child.diedOn }),
    hidden,
    exploited,
  };
}

function giveDoses(city: City, child: Person, until: Day, random: Random): Dose[] {
  const { life, rules } = city.data.facts;
  let missed = false;
  return rules.immunisation.schedule.map(([name, dueDays]) => {
    missed = random.chance(missed ? 0.55 : life.doseMissed);
    const due = child.birth + dueDays;
    const givenOn = due + Math.floor(random.next() ** 2 * 45);
    const recorded = random.chance(0.985);
    return missed || givenOn > until ? { name, due, recorded } : { name, due, givenOn, recorded };
  });
}

/** The first day of the school year on which the child has reached the age to start. */
function firstSchoolDay(city: City, child: Person): Day {
  const { schoolStartAge, schoolYearStart } = city.data.facts.life;
  const oldEnough = addMonths(child.birth, Math.round(schoolStartAge * 12));
  const { year } = civil(oldEnough);
  const [month, day] = schoolYearStart;
  const thisYear = dayOf(year, month, day);
  return oldEnough <= thisYear ? thisYear : dayOf(year + 1, month, day);
}

function goToSchool(
  city: City,
  household: Household,
  child: Person,
  exploited: boolean,
  random: Random,
): { schooling?: Schooling; because?: string } {
  const { life } = city.data.facts;
  const hard = (household.poor ? 2 : 0.75) * (child.mother?.diedOn === undefined ? 1 : 1.6) * (exploited ? 5 : 1);
  const never = random.chance(Math.min(0.7, life.neverEnrolled * hard));
  const marriage = city.data.facts.country === 'KR' || yearsOld(child.birth, city.asOf) < 14 ? 0 : child.sex === 'female' ? 2 : 0.3;
  const because = leavingReasons[random.weighted([exploited ? 8 : 3, 3, marriage, 1, 1, 1])]!;
  const school = household.home.ward * city.schoolsPerWard + random.whole(0, city.schoolsPerWard - 1);
  const late = random.chance(0.1) ? 365 : 0;
  const start = Math.max(firstSchoolDay(city, child) + late, household.movedInOn ?? 0);
  const transferred = random.chance(0.008);
  const irregular = random.chance(0.015 * hard);
  const attended = city.asOf - (irregular ? random.whole(60, 380) : random.whole(1, 24));
  if (never) return { because };
  if (start > Math.min(city.asOf, household.movedOutOn ?? city.asOf, child.diedOn ?? city.asOf)) return {};
  const { highestGrade, dropOutFrom, dropOutPerYear } = life;
  const gradeOn = (day: Day) => Math.max(1, Math.min(highestGrade, 1 + Math.floor((day - firstSchoolDay(city, child) - late) / 365.25)));
  const gone = (status: Schooling['status'], leftOn: Day, leftReason: string): Schooling | undefined =>
    city.asOf - leftOn > 5 * 365
      ? undefined
      : { school, enrolledOn: start, status, grade: gradeOn(leftOn), leftOn, leftReason, lastAttended: leftOn - 2 };
  const as = (schooling: Schooling | undefined) => (schooling ? { schooling } : {});

  for (let year = start; year < city.asOf; year += 365.25) {
    const age = monthsOld(child.birth, Math.floor(year)) / 12;
    const leavesOn = Math.floor(year) + random.whole(20, 330);
    if (age >= dropOutFrom && random.chance(Math.min(0.6, dropOutPerYear * hard)) && leavesOn < (household.movedOutOn ?? city.asOf)) {
      return { ...as(gone('left', leavesOn, because)), because };
    }
    if ((year - firstSchoolDay(city, child) - late) / 365.25 >= highestGrade)
      return as(gone('completed', Math.floor(year) - 20, 'graduated'));
  }
  if (household.movedOutOn !== undefined) return as(gone('transferred', Math.max(start, household.movedOutOn - 5), 'family-moved'));
  if (child.diedOn !== undefined) return as(gone('left', Math.max(start, child.diedOn), 'unknown'));
  if (transferred) return as(gone('transferred', Math.max(start, city.asOf - random.whole(30, 700)), 'transfer'));
  return {
    schooling: {
      school,
      enrolledOn: start,
      status: irregular ? 'irregular' : 'enrolled',
      grade: gradeOn(city.asOf),
      lastAttended: Math.max(start, attended),
    },
  };
}
