import type { Day } from './city/calendar.ts';
import { addMonths, isoDate, monthsOld, yearsOld } from './city/calendar.ts';
import type { City } from './city/city.ts';
import type { Household, Person } from './city/people.ts';
import type { DateCell, RegisterRow } from './registers/cells.ts';
import { lastVisit } from './registers/clinic.ts';
import { carerAway } from './registers/household.ts';

export const reasonKinds = [
  'birth-not-registered',
  'not-in-school',
  'dropped-out',
  'immunisation-missed',
  'unseen',
  'carer-absent',
  'household-need',
  'sibling-with-case',
] as const;
type ReasonKind = (typeof reasonKinds)[number];

interface Reason {
  readonly reason: ReasonKind;
  readonly facts: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** A child as the truth file has it. `reasons`: what perfectly linked registers show. `world`: what is so, whether or not a register shows it. */
export interface TrueChild {
  readonly kind: 'child';
  readonly person: string;
  readonly birth: string;
  readonly sex: string;
  readonly ward: string;
  readonly household: string;
  readonly state: 'living-here' | 'moved-out' | 'died';
  readonly registers: readonly string[];
  readonly reasons: readonly Reason[];
  readonly world: readonly Reason[];
  readonly exploited?: true;
  readonly siblingExploited?: true;
}

interface Known {
  readonly rows: readonly RegisterRow[];
  readonly programmes: readonly string[];
}

/** The true children of a household with their reasons as of the city's day, given the rows that the registers hold of it. */
export function childrenOf(city: City, household: Household, rows: readonly RegisterRow[]): TrueChild[] {
  const good = rows.filter((row) => row.bad === undefined);
  const programmes = programmesOf(good);
  const children = [...household.members, ...household.lost].filter((person) => person.childhood);
  const exploited = children.filter((child) => child.childhood?.exploited);
  return children.map((child) => {
    const own = good.filter((row) => row.person === child.id);
    const state = child.diedOn !== undefined ? 'died' : household.movedOutOn !== undefined ? 'moved-out' : 'living-here';
    return {
      kind: 'child',
      person: child.id,
      birth: isoDate(child.birth),
      sex: child.sex,
      ward: city.wards[household.home.ward]!.code,
      household: household.number,
      state,
      registers: [...new Set(own.map((row) => row.register))],
      reasons: own.length === 0 ? [] : knownReasons(city, child, { rows: own, programmes }),
      world: state === 'living-here' ? worldReasons(city, household, child) : [],
      ...(child.childhood!.exploited ? { exploited: true as const } : {}),
      ...(exploited.some((other) => other !== child) ? { siblingExploited: true as const } : {}),
    };
  });
}

function knownReasons(city: City, child: Person, known: Known): Reason[] {
  const { rules } = city.data.facts;
  const life = child.childhood!;
  const has = (register: string) => known.rows.some((row) => row.register === register);
  const reasons: Reason[] = [];
  const age = yearsOld(child.birth, city.asOf);
  const numberElsewhere = known.rows.some((row) => row.register !== 'birth' && row.cells.birth_registration_no !== undefined);
  if (!has('birth') && !numberElsewhere) reasons.push(...unregistered(city, child));

  if (shouldBeAtSchool(city, child) && !has('school')) reasons.push({ reason: 'not-in-school', facts: { age } });
  if (age <= rules.droppedOutToAge && has('school') && life.schooling?.status === 'left') reasons.push(droppedOut(child));

  const recorded = (dose: string) => known.rows.some((row) => row.register === 'clinic' && row.cells[dose] !== undefined);
  const missed = missedDoses(city, child, recorded);
  const mayJudge = has('clinic') || !rules.immunisation.needsCard;
  if (mayJudge && missed.length > 0) reasons.push({ reason: 'immunisation-missed', facts: { missed, zeroDose: !has('clinic') } });

  const seen = known.rows.map((row) => seenOn(row)).filter((day) => day !== undefined);
  const lastSeen = Math.max(...seen);
  if (seen.length > 0 && lastSeen < addMonths(city.asOf, -rules.unseenMonths))
    reasons.push({ reason: 'unseen', facts: { lastSeen: isoDate(lastSeen), months: monthsOld(lastSeen, city.asOf) } });

  if (has('household')) reasons.push(...absentCarers(child));
  const household = known.rows.some(({ cells }) => cells.household_id !== undefined);
  const lists = household ? known.programmes : programmesOf(known.rows);
  if (lists.length >= rules.needLists) reasons.push({ reason: 'household-need', facts: { lists } });
  return reasons;
}

function worldReasons(city: City, household: Household, child: Person): Reason[] {
  const { rules } = city.data.facts;
  const life = child.childhood!;
  const reasons: Reason[] = [];
  const age = yearsOld(child.birth, city.asOf);
  if (life.registeredOn === undefined && !life.registeredElsewhere) reasons.push(...unregistered(city, child));
  const { schooling } = life;
  if (schooling?.status === 'left' && age <= rules.droppedOutToAge) reasons.push(droppedOut(child));
  if (!schooling && shouldBeAtSchool(city, child)) {
    reasons.push({ reason: 'not-in-school', facts: { age, ...(life.outOfSchoolBecause ? { because: life.outOfSchoolBecause } : {}) } });
  }
  const given = (dose: string) => life.doses.some((each) => each.name === dose && each.givenOn !== undefined);
  const missed = missedDoses(city, child, given);
  if (missed.length > 0)
    reasons.push({ reason: 'immunisation-missed', facts: { missed, zeroDose: life.doses.every((dose) => dose.givenOn === undefined) } });
  const limit = addMonths(city.asOf, -rules.unseenMonths);
  const traces = [
    household.surveyedOn,
    life.registeredOn,
    schooling?.lastAttended,
    life.knownAtClinic ? lastVisit(life) : undefined,
  ].filter((day) => day !== undefined);
  const entitled = household.entitlements.filter((each) => each.person === child).map((each) => each.verifiedOn);
  if (life.hidden || Math.max(...traces, ...entitled) < limit) reasons.push({ reason: 'unseen', facts: { inNoRegister: life.hidden } });
  reasons.push(...absentCarers(child));
  const lists = [...new Set(household.entitlements.map((each) => each.programme.code))];
  if (lists.length >= rules.needLists) reasons.push({ reason: 'household-need', facts: { lists } });
  return reasons;
}

/** Once the legal limit has passed. */
function unregistered(city: City, child: Person): Reason[] {
  const limit = child.birth + city.data.facts.rules.birthRegistrationLimitDays;
  return limit < city.asOf ? [{ reason: 'birth-not-registered', facts: { limit: isoDate(limit) } }] : [];
}

/** Whether a child of school age should be on a roll by now: the first school year after the birthday has begun long enough ago. */
function shouldBeAtSchool(city: City, child: Person): boolean {
  const { schoolAge } = city.data.facts.rules;
  const age = yearsOld(child.birth, city.asOf);
  if (age < schoolAge.from || age > schoolAge.to) return false;
  const birthday = isoDate(addMonths(child.birth, schoolAge.from * 12));
  const start = (year: number) => `${year}-${String(schoolAge.startMonth).padStart(2, '0')}-01`;
  const year = Number(birthday.slice(0, 4));
  const due = start(year) >= birthday ? start(year) : start(year + 1);
  return due < isoDate(city.asOf - schoolAge.graceDays);
}

function droppedOut(child: Person): Reason {
  const schooling = child.childhood?.schooling;
  return {
    reason: 'dropped-out',
    facts: {
      ...(schooling?.leftOn === undefined ? {} : { leftOn: isoDate(schooling.leftOn) }),
      because: schooling?.leftReason ?? child.childhood?.outOfSchoolBecause ?? 'unknown',
    },
  };
}

function missedDoses(city: City, child: Person, has: (dose: string) => boolean): string[] {
  const { toMonths, graceDays, schedule } = city.data.facts.rules.immunisation;
  const months = monthsOld(child.birth, city.asOf);
  if (months > toMonths) return [];
  return schedule.flatMap(([name, , untilDays]) => (child.birth + untilDays + graceDays < city.asOf && !has(name) ? [name] : []));
}

function absentCarers(child: Person): Reason[] {
  const away = carerAway(child);
  return away ? [{ reason: 'carer-absent', facts: { who: away.who, where: away.where[1] } }] : [];
}

const seenFields: Readonly<Record<string, string>> = {
  birth: 'registration_date',
  school: 'last_attended',
  clinic: 'last_visit_date',
  social: 'observed_on',
  household: 'observed_on',
};

/** The day on which a row shows that somebody saw the child. */
function seenOn(row: RegisterRow): Day | undefined {
  const cell = row.cells[seenFields[row.register]!] as DateCell | undefined;
  return cell?.day;
}

/** The distinct programmes of social-protection rows. */
function programmesOf(rows: readonly RegisterRow[]): string[] {
  const names = rows.flatMap(({ register, cells }) =>
    register === 'social' && cells.programme && typeof cells.programme === 'object' && 'word' in cells.programme
      ? [cells.programme.word]
      : [],
  );
  return [...new Set(names)];
}
