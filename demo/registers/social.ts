import type { Entitlement, Household } from '../city/people.ts';
import { isAlive } from '../city/people.ts';
import type { Cells } from './cells.ts';
import type { Pen, Script } from './pen.ts';

/** A line of the social-protection list: a person entitled under a programme. */
export function socialCells(pen: Pen, household: Household, entitlement: Entitlement): Cells {
  const { person, programme } = entitlement;
  const script: Script = pen.profile.names === 'local' ? 'local' : 'latin';
  const name = pen.name(person, 'full_name', script, { married: pen.random.chance(0.5) });
  const home = pen.home(household);
  const guardian = person.childhood
    ? [person.mother, person.father].find((parent) => parent && isAlive(parent))
    : person.marriedFamily
      ? household.members.find((member) => member.role === 'father')
      : person.father;
  return {
    programme: { word: pen.both([programme.local, programme.latin], script) },
    need_category: { word: programme.category },
    full_name: name.full,
    sex: { word: pen.word(person.sex) },
    birth_date: pen.maybe('birth_date', pen.birthDate(person)),
    ward: pen.ward(home, script),
    address: pen.address(household, home, script),
    household_id: pen.random.chance(0.85) ? household.number : undefined,
    national_id: person.childhood && pen.city.data.facts.country !== 'KR' ? undefined : pen.maybe('national_id', person.nationalId),
    phone: pen.maybe('phone', household.phone),
    guardian_name: guardian ? pen.maybe('guardian_name', pen.name(guardian, 'guardian_name', script, { married: true }).full) : undefined,
    observed_on: pen.date(entitlement.verifiedOn),
  };
}
