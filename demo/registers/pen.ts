import type { Day } from '../city/calendar.ts';
import type { City } from '../city/city.ts';
import type { BothScripts, Register, RegisterProfile, SlipRates } from '../city/country.ts';
import type { NamePart } from '../city/naming.ts';
import type { Home, Household, Person } from '../city/people.ts';
import type { Random } from '../city/random.ts';
import type { DateCell } from './cells.ts';
import { canTranspose, firstOfYear } from './cells.ts';
import { typo } from './typo.ts';

export type Script = 'local' | 'latin';

interface WrittenName {
  readonly given: string;
  readonly family: string;
  readonly full: string;
}

/** The clerk who writes one row: knows the truth, writes it in the register's way, and slips as often as the register does. */
export class Pen {
  readonly slips: string[] = [];
  readonly city: City;
  readonly register: Register;
  readonly profile: RegisterProfile;
  readonly random: Random;
  private readonly rates: SlipRates;

  constructor(city: City, register: Register, random: Random) {
    this.city = city;
    this.register = register;
    this.profile = city.data.profile.registers[register];
    this.random = random;
    this.rates = city.data.facts.errors[register];
  }

  /** True as often as the register slips that way; noted. */
  slip(kind: keyof SlipRates, field: string): boolean {
    const happens = this.random.chance(this.rates[kind]);
    if (happens) this.slips.push(`${kind}:${field}`);
    return happens;
  }

  /** The value, or nothing when the clerk left the field empty. */
  maybe<T>(field: string, value: T | undefined): T | undefined {
    return value !== undefined && this.slip('missing', field) ? undefined : value;
  }

  name(person: Person, field: string, script: Script, options: { readonly married?: boolean } = {}): WrittenName {
    const { country } = this.city.data.facts;
    const { name } = person;
    const nickname =
      this.rates.nickname > 0 && this.slip('nickname', field) ? this.city.naming.nickname(person.sex, this.random) : undefined;
    const parts: string[] = [];
    if (nickname) {
      parts.push(script === 'local' ? nickname[0] : nickname[1][0]!);
    } else {
      const short = this.random.next();
      if (name.before && short < 0.85) parts.push(this.part(name.before, field, script));
      parts.push(this.part(name.given, field, script));
      if (name.after && (short > 0.12 || script === 'local')) parts.push(this.part(name.after, field, script));
    }
    const familyPart = options.married && person.marriedFamily ? person.marriedFamily : name.family;
    let given = parts.join(' ');
    let family = familyPart ? this.part(familyPart, field, script) : '';
    if (this.slip('typo', field)) given = typo(given, this.random);
    if (family !== '' && this.slip('swap', field)) [given, family] = [family, given];
    const full =
      country === 'KR' ? (script === 'local' ? family + given : `${family} ${given}`) : family === '' ? given : `${given} ${family}`;
    return { given, family, full };
  }

  /** A name of the family's: mothers stand under their own or their husband's family name, at random. */
  parent(parent: Person | undefined, field: string, script: Script): string | undefined {
    if (!parent) return undefined;
    const married = this.city.data.facts.country !== 'KR' && this.random.chance(this.register === 'birth' ? 0.2 : 0.5);
    return this.maybe(field, this.name(parent, field, script, { married }).full);
  }

  /** The date of birth as this register has it. */
  birthDate(person: Person): DateCell {
    const format = this.profile.columns.find((column) => column.field === 'birth_date')?.format ?? 'iso';
    let day = person.birth;
    if (this.slip('yearOff', 'birth_date')) {
      const earlier = day - 365;
      day = this.random.chance(0.5) && day + 365 <= this.city.asOf ? day + 365 : earlier;
    }
    if (this.slip('january', 'birth_date')) return { day: firstOfYear(day, format) };
    if (this.slip('yearOnly', 'birth_date')) return { day, yearOnly: true };
    if (canTranspose(day, format) && this.slip('transposed', 'birth_date')) return { day, transposed: true };
    return { day };
  }

  /** The household's home as this register knows it: the former one where nobody told it of the move. */
  home(household: Household): Home {
    if (!household.formerHome) return household.home;
    const stale = this.slip('staleWard', 'ward');
    return stale ? household.formerHome : household.home;
  }

  ward(home: Home, script: Script): string {
    const ward = this.city.wards[home.ward]!;
    if (this.city.data.facts.country === 'NP') return this.register === 'school' && home.house % 4 === 0 ? ward.latin : ward.code;
    if (this.city.data.facts.country === 'PK' && this.register === 'clinic')
      return home.house % 3 === 0 ? ward.code.replace('-', ' ') : ward.code;
    return script === 'local' ? ward.local : ward.latin;
  }

  address(household: Household, home: Home, script: Script): string | undefined {
    const old = household.formerHome !== undefined && home !== household.formerHome && this.slip('oldAddress', 'address');
    const shown = old ? household.formerHome! : home;
    return this.maybe(
      'address',
      `${this.both(shown.place, script)}${script === 'local' || this.city.data.facts.country === 'KR' ? ' ' : '-'}${shown.house}`,
    );
  }

  both(text: BothScripts, script: Script): string {
    return text[script === 'local' ? 0 : 1];
  }

  /** The register's word for a code. */
  word(code: string): string {
    return this.city.data.profile.words[this.profile.language]?.[code] ?? code;
  }

  date(day: Day | undefined): DateCell | undefined {
    return day === undefined ? undefined : { day };
  }

  private part(part: NamePart, field: string, script: Script): string {
    if (script === 'local') return part.row[0];
    const spellings = part.row[1];
    const other = spellings.length > 1 && this.slip('spelling', field);
    return spellings[other ? (part.habit + this.random.whole(1, spellings.length - 1)) % spellings.length : part.habit]!;
  }
}
