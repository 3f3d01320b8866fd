import { yearsOld } from '../city/calendar.ts';
import type { Household, Person, Role } from '../city/people.ts';
import type { Cells } from './cells.ts';
import type { Pen, Script } from './pen.ts';

/** Which carer of a child is away, and where; undefined when none is. */
export function carerAway(
  child: Person,
): { readonly who: 'father' | 'mother' | 'both'; readonly where: readonly [string, string] } | undefined {
  const father = child.father?.diedOn === undefined ? child.father?.away : undefined;
  const mother = child.mother?.diedOn === undefined ? child.mother?.away : undefined;
  const where = father ?? mother;
  return where ? { who: father && mother ? 'both' : father ? 'father' : 'mother', where } : undefined;
}

/** A line of the household list: everybody the survey found, in the survey's words, mostly with an age and no date. */
export function householdCells(pen: Pen, household: Household, person: Person): Cells {
  const { random } = pen;
  const script: Script = pen.profile.names === 'local' ? 'local' : 'latin';
  const name = pen.name(person, 'full_name', script, { married: random.chance(0.5) });
  const other = random.chance(0.4) ? pen.name(person, 'other_name', script === 'local' ? 'latin' : 'local').full : undefined;
  const age = yearsOld(person.birth, household.surveyedOn);
  const heaped = age > 20 && random.chance(0.25) ? Math.round(age / 5) * 5 : age;
  const dated = random.chance(person.childhood ? 0.45 : 0.25);
  const birth = pen.birthDate(person);
  const away = person.childhood ? carerAway(person) : undefined;
  const from = away ? pen.both(away.where, pen.profile.language === 'en' ? 'latin' : 'local') : '';
  return {
    household_id: household.number,
    full_name: name.full,
    given_name: name.given,
    family_name: name.family,
    other_name: other,
    relationship_to_head: { word: pen.word(relation(person, household)) },
    sex: { word: pen.word(person.sex) },
    age_years: dated ? undefined : String(heaped),
    birth_date: dated ? birth : undefined,
    ward: pen.ward(household.home, script),
    address: pen.address(household, household.home, script),
    phone: pen.maybe('phone', household.phone),
    father_name: pen.parent(person.father, 'father_name', script),
    mother_name: pen.parent(person.mother, 'mother_name', script),
    carer_absent: person.childhood ? (away ? `${pen.word(away.who)} – ${from}` : pen.word('no')) : undefined,
    observed_on: pen.date(household.surveyedOn),
  };
}

const byEldest: Readonly<Record<Role, string>> = {
  alone: 'head',
  grandfather: 'head',
  grandmother: 'spouse',
  father: 'son',
  mother: 'daughter-in-law',
  child: 'grandchild',
};
const byFather: Readonly<Record<Role, string>> = {
  alone: 'head',
  grandfather: 'parent-of-head',
  grandmother: 'parent-of-head',
  father: 'head',
  mother: 'spouse',
  child: 'son',
};

function relation(person: Person, household: Household): string {
  const has = (role: Role) => household.members.find((member) => member.role === role);
  const head =
    (household.home.house % 2 === 0 ? has('grandfather') : undefined) ??
    has('father') ??
    has('mother') ??
    has('grandfather') ??
    has('grandmother') ??
    household.members[0];
  if (person === head) return 'head';
  if (head?.role === 'grandfather') return byEldest[person.role];
  if (person.role === 'child')
    return head?.role === 'grandmother' ? 'grandchild' : head?.role === 'child' ? 'sibling' : person.sex === 'male' ? 'son' : 'daughter';
  if (head?.role === 'grandmother') return person.role === 'mother' ? 'daughter-in-law' : 'son';
  return byFather[person.role];
}
