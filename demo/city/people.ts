import type { Day } from './calendar.ts';
import type { BothScripts, Programme } from './country.ts';
import type { NamePart, PersonName } from './naming.ts';

export type Sex = 'male' | 'female';
export type Role = 'grandfather' | 'grandmother' | 'father' | 'mother' | 'child' | 'alone';
type SchoolStatus = 'enrolled' | 'irregular' | 'left' | 'transferred' | 'completed';

export interface Schooling {
  readonly school: number;
  readonly enrolledOn: Day;
  readonly status: SchoolStatus;
  readonly grade: number;
  readonly leftOn?: Day;
  readonly leftReason?: string;
  readonly lastAttended: Day;
}

/** A dose of the schedule: when it was given, and whether the clinic wrote it down. */
export interface Dose {
  readonly name: string;
  readonly due: Day;
  readonly givenOn?: Day;
  readonly recorded: boolean;
}

export interface Childhood {
  readonly registeredOn?: Day;
  readonly registrationNo?: string;
  /** Born and registered in another municipality before the family moved in. */
  readonly registeredElsewhere: boolean;
  readonly schooling?: Schooling;
  readonly outOfSchoolBecause?: string;
  readonly doses: readonly Dose[];
  readonly knownAtClinic: boolean;
  readonly diedOn?: Day;
  /** Stands in no register at all. */
  readonly hidden: boolean;
  readonly exploited: boolean;
}

export interface Person {
  readonly id: string;
  readonly sex: Sex;
  readonly birth: Day;
  readonly name: PersonName;
  readonly role: Role;
  readonly nationalId: string;
  readonly mother?: Person;
  readonly father?: Person;
  /** A woman's husband's family name, which some registers write instead of her own. */
  readonly marriedFamily?: NamePart;
  diedOn?: Day;
  away?: BothScripts;
  childhood?: Childhood;
}

export interface Entitlement {
  readonly programme: Programme;
  readonly person: Person;
  readonly verifiedOn: Day;
}

export interface Home {
  readonly ward: number;
  readonly place: BothScripts;
  readonly house: number;
}

export interface Household {
  readonly number: string;
  readonly home: Home;
  /** Where the household lived before, when it moved within the city. */
  readonly formerHome?: Home;
  readonly poor: boolean;
  readonly phone: string;
  readonly surveyedOn: Day;
  readonly movedInOn?: Day;
  readonly movedOutOn?: Day;
  /** The living; the dead and the moved away are reached through their children only. */
  readonly members: Person[];
  /** Children who died; they stand in the birth register still. */
  readonly lost: Person[];
  entitlements: Entitlement[];
}

export interface Ward {
  readonly code: string;
  readonly local: string;
  readonly latin: string;
}

export const isAlive = (person: Person): boolean => person.diedOn === undefined;
