import { nameTokens, romanise, soundKey } from '@olle/names';
import { type EntryState, isUnnamed, nameOf, phonesIn, type Values } from '../../registers/domain/index.ts';

/** A column by which rows are compared; see `Column` of @olle/linkage. Several names or numbers stand one a line. */
interface ComparedColumn {
  readonly name: string;
  readonly kind: 'name' | 'date' | 'span' | 'code' | 'identifier' | 'text';
  readonly values: readonly (string | null)[];
  readonly shared?: boolean;
}

/**
 * A ward as registers of any script write it: its figures where it has any (`5`, `Ward 05`, `UC-05 Kot Darya`, `वडा नं. ५`), else what its name
 * sounds like. Null where nothing is left.
 */
export function wardForm(ward: string): string | null {
  const figures = romanise(ward.normalize('NFKC').replace(/\P{N}+/gu, '-')).match(/\d+/g) ?? [];
  if (figures.length > 0) return figures.map((figure) => figure.replace(/^0+(?=.)/, '')).join('-');
  return nameTokens(ward).map(soundKey).join('') || null;
}

/** Years by which an age that ends in 0 or 5 may be rounded, beyond childhood (age heaping; Whipple's index is made for 23 to 62). */
const heaping = 2;

/** The days between which a row's person was born, `from/to`: one day for a whole date, a year for an age or a year alone. */
export function bornBetween({ values, lastChanged }: EntryState): string | null {
  const { birth_date: date, age_years: age } = values;
  if (date) {
    if (date.length === 10) return date;
    return date.length === 4 ? `${date}-01-01/${date}-12-31` : `${date}-01/${date}-31`;
  }
  if (!age || Number(age) > 120) return null;
  const seen = values.observed_on?.length === 10 ? values.observed_on : lastChanged;
  const extra = Number(age) > 20 && Number(age) % 5 === 0 ? heaping : 0;
  const year = (years: number) => String(Number(seen.slice(0, 4)) - Number(age) - years).padStart(4, '0') + seen.slice(4);
  return `${year(1 + extra)}/${year(-extra)}`;
}

const hangulName = /^\p{Script=Hangul}{3,4}$/u;
/**
 * The name of a Korean whose family name was put last without a space between (`지한이`), in the usual order too (`이지한`): where the father
 * bears that family name and the child as written does not.
 */
function ordered({ father_name: father }: Values, name: string): string {
  const family = father?.[0];
  const swapped = family && hangulName.test(name) && name.endsWith(family) && !name.startsWith(family);
  return swapped ? `${name}\n${family}${name.slice(0, -1)}` : name;
}

/** What a ward is called among rows: by the city's own list, where it has one and knows the spelling, else by `wardForm`. */
export type WardReader = (ward: string) => string | null | undefined;

/** The columns by which rows are compared. What a household shares is said so: it tells households apart, not their members. */
export function columnsOf(entries: readonly { readonly state: EntryState }[], readWard: WardReader = wardForm): ComparedColumn[] {
  const of = (
    name: string,
    kind: ComparedColumn['kind'],
    value: (values: Values, state: EntryState) => string | null | undefined,
    shared = false,
  ): ComparedColumn => ({ name, kind, values: entries.map(({ state }) => value(state.values, state) || null), shared });
  return [
    of('name', 'name', (values) =>
      [ordered(values, nameOf(values)), values.other_name].filter((name) => name && !isUnnamed(name)).join('\n'),
    ),
    of('birth', 'date', ({ birth_date: date }) => (date?.length === 10 ? date : null)),
    of('age', 'span', (_, state) => bornBetween(state)),
    of('sex', 'code', (_, state) => state.sex),
    of('national_id', 'identifier', (values) => values.national_id?.replace(/\W/g, '')),
    of('birth_no', 'identifier', (values) => values.birth_registration_no?.replace(/\W/g, '')),
    of('mother', 'name', (values) => values.mother_name, true),
    of('father', 'name', (values) => values.father_name ?? values.guardian_name, true),
    of('phone', 'identifier', (values) => phonesIn(values.phone ?? '').join('\n'), true),
    of('household', 'code', (values) => values.household_id, true),
    of('address', 'text', (values) => values.address, true),
    of('ward', 'code', (_, state) => state.ward && readWard(state.ward), true),
    of('suburb', 'text', (values) => values.suburb, true),
    of('postcode', 'code', (values) => values.postcode, true),
  ];
}
