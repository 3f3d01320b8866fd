import { readFileSync } from 'node:fs';

export const countries = ['NP', 'KR', 'PK'] as const;
export type Country = (typeof countries)[number];

export const registerNames = ['birth', 'school', 'clinic', 'social', 'household'] as const;
export type Register = (typeof registerNames)[number];

/** A text in the local script and in Latin letters. */
export type BothScripts = readonly [local: string, latin: string];

/** A name: local script, Latin spellings (the usual one first), weight, and when people with it were born. */
export type NameRow = readonly [local: string, latin: readonly string[], weight?: number, born?: 'o' | 'y' | 'a'];

export interface NameLists {
  readonly country: Country;
  readonly script: 'Deva' | 'Hang' | 'Arab';
  readonly male: readonly NameRow[];
  readonly female: readonly NameRow[];
  readonly family: readonly NameRow[];
  readonly middle?: { readonly male: readonly NameRow[]; readonly female: readonly NameRow[] };
  readonly prefix?: { readonly male: readonly NameRow[] };
  readonly second?: { readonly male: readonly NameRow[]; readonly female: readonly NameRow[] };
  readonly nicknames?: { readonly male: readonly NameRow[]; readonly female: readonly NameRow[] };
}

/** How often each slip happens: a share of rows, or of names for `typo` and `spelling`, or of optional fields for `missing`. */
export type SlipRates = Readonly<
  Record<
    | 'typo'
    | 'swap'
    | 'transposed'
    | 'yearOnly'
    | 'january'
    | 'yearOff'
    | 'missing'
    | 'spelling'
    | 'nickname'
    | 'oldAddress'
    | 'staleWard'
    | 'duplicate'
    | 'bad',
    number
  >
>;

export interface Programme {
  readonly code: string;
  readonly local: string;
  readonly latin: string;
  readonly category: string;
  readonly of: 'household' | 'child-under-5' | 'child-under-12' | 'school-child' | 'widow';
  readonly share: number;
}

/** Limits of the rules that the truth follows; ages in completed years or months, both ends included. */
interface Rules {
  /** `startMonth`: in which the school year begins; `graceDays`: until a roll tells of it. */
  readonly schoolAge: { readonly from: number; readonly to: number; readonly startMonth: number; readonly graceDays: number };
  readonly droppedOutToAge: number;
  readonly birthRegistrationLimitDays: number;
  readonly unseenMonths: number;
  readonly needLists: number;
  readonly immunisation: {
    readonly toMonths: number;
    /** Only a child the clinic knows can have missed a dose there; one it does not know may go elsewhere. */
    readonly needsCard: boolean;
    readonly graceDays: number;
    /** On which day of life each dose is given, and until which day it is in time. */
    readonly schedule: readonly (readonly [dose: string, dueDays: number, untilDays: number])[];
  };
}

interface Life {
  readonly schoolYearStart: readonly [month: number, day: number];
  readonly schoolStartAge: number;
  readonly highestGrade: number;
  readonly clinicYears: number;
  readonly lineage: { readonly extended: number; readonly households: readonly number[]; readonly childless: number };
  readonly children: {
    readonly firstAge: number;
    readonly firstSpread: number;
    readonly gapYears: number;
    readonly wanted: readonly number[];
  };
  readonly registered: readonly (readonly [age: number, share: number])[];
  readonly neverEnrolled: number;
  readonly dropOutPerYear: number;
  readonly dropOutFrom: number;
  readonly zeroDose: number;
  readonly doseMissed: number;
  readonly poor: number;
  readonly carerAway: number;
  readonly bothAway: number;
  readonly fatherDied: number;
  readonly motherDied: number;
  readonly childDied: number;
  readonly movedIn: number;
  readonly movedOut: number;
  readonly hidden: number;
  readonly exploited: number;
  readonly twins: number;
  readonly sameNameCousin: number;
  readonly singles: number;
}

interface CountryFacts {
  readonly country: Country;
  readonly languages: readonly string[];
  readonly localLanguage: string;
  readonly calendar: 'gregorian' | 'bikram-sambat';
  readonly city: { readonly local: string; readonly latin: string };
  readonly ward: {
    readonly peoplePerWard: number;
    readonly most: number;
    readonly code: string;
    readonly local: string;
    readonly latin: string;
    readonly names: readonly BothScripts[];
  };
  readonly places: readonly BothScripts[];
  readonly schools: readonly BothScripts[];
  readonly awayPlaces: readonly BothScripts[];
  readonly programmes: readonly Programme[];
  readonly rules: Rules;
  readonly life: Life;
  readonly errors: Readonly<Record<Register, SlipRates>>;
  readonly invented: { readonly phone: string; readonly nationalId: string };
}

interface Column {
  readonly header: string;
  /** The canonical field, null where the import should leave the column out. */
  readonly field: string | null;
  readonly format?: string;
}

export interface RegisterProfile {
  readonly file: string;
  readonly kind: 'csv' | 'xlsx';
  readonly sheet?: string;
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly bom?: boolean;
  readonly language: string;
  readonly names: 'local' | 'latin' | 'mixed';
  readonly digits: 'latin' | 'deva';
  readonly columns: readonly Column[];
}

interface Profile {
  readonly country: Country;
  /** The words of each language for a code, such as `enrolled` → `अध्ययनरत`. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly registers: Readonly<Record<Register, RegisterProfile>>;
}

export interface CountryData {
  readonly facts: CountryFacts;
  readonly names: NameLists;
  readonly profile: Profile;
}

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));

/** Everything the generator knows of a country; throws for one it does not know. */
export function getCountry(country: Country): CountryData {
  if (!countries.includes(country)) throw new RangeError(`The made-up city knows ${countries.join(', ')}; got "${country}".`);
  return {
    facts: read(`countries/${country}.json`) as CountryFacts,
    names: read(`names/${country}.json`) as NameLists,
    profile: read(`profiles/${country}.json`) as Profile,
  };
}
