import type { Day } from './calendar.ts';
import { bikramSambat, civil, two } from './calendar.ts';
import type { CountryData } from './country.ts';
import { Naming } from './naming.ts';
import type { Sex, Ward } from './people.ts';
import { Random } from './random.ts';

/** What all families of one made-up city have in common, and the numbers given out so far. */
export class City {
  readonly data: CountryData;
  readonly asOf: Day;
  readonly seed: number;
  readonly naming: Naming;
  readonly wards: readonly Ward[];
  readonly schoolsPerWard: number;
  /** When the household survey last went through each ward. */
  readonly surveyed: readonly Day[];
  private people = 0;
  private households = 0;
  private readonly registered = new Map<number, number>();

  constructor(data: CountryData, population: number, seed: number, asOf: Day) {
    this.data = data;
    this.asOf = asOf;
    this.seed = seed;
    this.naming = new Naming(data.names);
    const { ward } = data.facts;
    const count = Math.max(4, Math.min(ward.most, Math.round(population / ward.peoplePerWard)));
    this.wards = Array.from({ length: count }, (_, index) => {
      const [local, latin] = ward.names[index] ?? ['', ''];
      const number = index + 1;
      const fill = (text: string, name: string) => text.replace('{nn}', two(number)).replace('{n}', String(number)).replace('{name}', name);
      return { code: fill(ward.code, ''), local: fill(ward.local, local), latin: fill(ward.latin, latin) };
    });
    this.schoolsPerWard = Math.max(1, Math.round(population / count / 1400));
    const random = new Random(seed, 'survey');
    this.surveyed = this.wards.map((_, index) => asOf - (index % 4 === 3 ? random.whole(390, 1150) : random.whole(25, 300)));
  }

  personId(): string {
    this.people++;
    return `P${String(this.people).padStart(7, '0')}`;
  }

  householdNumber(ward: number): string {
    this.households++;
    return `HH-${two(ward + 1)}-${String(this.households).padStart(6, '0')}`;
  }

  /** The next number of the birth register of that year. */
  registrationNumber(ward: number, day: Day): string {
    const { year } = this.data.facts.calendar === 'bikram-sambat' ? bikramSambat(day) : civil(day);
    const next = (this.registered.get(year) ?? 0) + 1;
    this.registered.set(year, next);
    return `${two(ward + 1)}-${year}-${String(next).padStart(5, '0')}`;
  }

  /** A telephone number from a range nobody is given. */
  phone(random: Random): string {
    return this.data.facts.invented.phone.replace(/\{(\d)\}/g, (_, count: string) => random.digits(Number(count)));
  }

  /** A number in the country's form that belongs to nobody: an unused range, or a check digit that is wrong. */
  nationalId(sex: Sex, birth: Day, random: Random): string {
    const form = this.data.facts.invented.nationalId;
    if (form === 'rrn') {
      const { year, month, day } = civil(birth);
      const century = year < 2000 ? (sex === 'male' ? 1 : 2) : sex === 'male' ? 3 : 4;
      const first = `${two(year % 100)}${two(month)}${two(day)}${century}${random.digits(5)}`;
      return `${first.slice(0, 6)}-${first.slice(6)}${(residentCheckDigit(first) + random.whole(1, 9)) % 10}`;
    }
    if (form === 'cnic') return `99${random.digits(3)}-${random.digits(7)}-${(sex === 'male' ? 0 : 1) + 2 * random.whole(0, 4)}`;
    return form.replace(/\{(\d)\}/g, (_, count: string) => random.digits(Number(count)));
  }
}

/** The check digit of a Korean resident registration number over its first twelve digits (weights 2–9, 2–5, modulo 11). */
export function residentCheckDigit(first12: string): number {
  let sum = 0;
  for (let index = 0; index < 12; index++) sum += Number(first12[index]) * ((index % 8) + 2);
  return (11 - (sum % 11)) % 10;
}
