import { nameSimilarity, nameTokens, scriptOf } from '@olle/names';
import { canonicalFields, type Values } from './canonical.ts';
import { isUnnamed } from './cells/unnamed.ts';
import { nameOf } from './entry.ts';

/** How alike two spellings of one name are at least: twins' names (Asha and Usha .91, 이서연 and 이서윤 .94) stay below. */
const oneName = 0.95;
/** How alike two spellings of one name are at least, where one was written anew: names of one family alone are .8. */
const perhapsOneName = 0.85;

const wordsOf = (name: string | undefined) => (name ? nameTokens(name).join(' ') : '');
const plain = (text: string | undefined) => (text ?? '').replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

const told = {
  name: (values: Values) => wordsOf(nameOf(values)),
  birth: ({ birth_date: date }: Values) => (date?.length === 10 ? date : ''),
  sex: ({ sex }: Values) => sex ?? '',
  mother: ({ mother_name: name }: Values) => wordsOf(name),
  father: ({ father_name, guardian_name }: Values) => wordsOf(father_name ?? guardian_name),
  national: ({ national_id: number }: Values) => plain(number),
  registration: ({ birth_registration_no: number }: Values) => plain(number),
  household: ({ household_id: number }: Values) => plain(number),
  phone: ({ phone }: Values) => plain(phone),
  address: ({ address }: Values) => plain(address),
};
export type Trait = keyof typeof told | 'rest';
/** What a row is known again by, each a text in one form; `rest` is every other field, the ward among them. */
export const traits: readonly Trait[] = [...(Object.keys(told) as (keyof typeof told)[]), 'rest'];

const inTraits: ReadonlySet<string> = new Set([
  'given_name',
  'family_name',
  'full_name',
  'sex',
  'mother_name',
  'father_name',
  'guardian_name',
  'national_id',
  'birth_registration_no',
  'household_id',
  'phone',
  'address',
  // The register's own number is what such a file no longer has.
  'source_id',
]);
const rest = canonicalFields.filter((field) => !inTraits.has(field));
const restOf = (values: Values) =>
  JSON.stringify(
    rest.flatMap((field) => {
      const value = field === 'birth_date' && values.birth_date?.length === 10 ? undefined : values[field];
      return value === undefined ? [] : [[field, value]];
    }),
  );

/** The traits of a row, in the order of `traits`; empty texts where nothing is said. */
export const traitsOf = (values: Values): string[] => traits.map((trait) => (trait === 'rest' ? restOf(values) : told[trait](values)));

/**
 * Combinations of traits by which a row that left a register and one that came are looked for in each other, the strongest first. Where
 * `filled`, each must be there; else two that say nothing are the same too.
 */
export const searches: readonly { readonly by: readonly Trait[]; readonly filled: boolean }[] = [
  // One thing was corrected, and nothing else.
  ...(['rest', 'address', 'phone', 'birth', 'name', 'mother', 'father', 'household', 'registration', 'national', 'sex'] as const).map(
    (corrected) => ({ by: traits.filter((trait) => trait !== corrected), filled: false }),
  ),
  ...(
    [
      ['name', 'registration'],
      ['name', 'national'],
      ['name', 'birth', 'mother'],
      ['name', 'birth', 'father'],
      ['name', 'birth', 'household'],
      ['name', 'birth', 'phone'],
      ['name', 'birth', 'address'],
      ['registration'],
      ['national'],
      ['name', 'mother', 'father'],
      ['name', 'mother'],
      ['name', 'father'],
      ['name', 'household'],
      ['name', 'phone'],
      ['birth', 'sex', 'mother'],
      ['birth', 'sex', 'father'],
      ['birth', 'sex', 'household'],
      ['birth', 'sex', 'phone'],
      // Where a register does not tell the sex, or it was filled in.
      ['birth', 'mother'],
      ['birth', 'father'],
      ['birth', 'household'],
      ['birth', 'phone'],
    ] as const
  ).map((by) => ({ by, filled: true })),
];

type Agreement = 'same' | 'fits' | 'near' | 'unknown' | 'other';

/** One part of a date was corrected (a year by one at most), or day and month stood in each other's place. */
function near(a: string, b: string): boolean {
  const [one, two] = [a.split('-'), b.split('-')] as [string[], string[]];
  if (one[0] === two[0] && one[1] === two[2] && one[2] === two[1]) return true;
  const differing = one.flatMap((part, i) => (part === two[i] ? [] : [i]));
  return differing.length === 1 && (differing[0] !== 0 || Math.abs(Number(one[0]) - Number(two[0])) <= 1);
}

function births(before: Values, after: Values): Agreement {
  const [a, b] = [before.birth_date, after.birth_date];
  if (a && b) {
    if (a.length === 10 && b.length === 10) return a === b ? 'same' : near(a, b) ? 'near' : 'other';
    return a.startsWith(b) || b.startsWith(a) ? 'fits' : 'other';
  }
  const year = ({ birth_date: date, age_years: age, observed_on: on }: Values) =>
    date ? Number(date.slice(0, 4)) : age && on ? Number(on.slice(0, 4)) - Number(age) : undefined;
  const [from, to] = [year(before), year(after)];
  if (from !== undefined && to !== undefined) return Math.abs(from - to) <= 1 ? 'unknown' : 'other';
  if (before.age_years && after.age_years) return Math.abs(Number(before.age_years) - Number(after.age_years)) <= 2 ? 'unknown' : 'other';
  return 'unknown';
}

/**
 * Whether a row that came is a row that left, corrected. Asked only of two that no third stands beside; twins, brothers and sisters share
 * parents, household and telephone, so that what tells them apart (name, sex, numbers, day of birth) may differ by a slip at most.
 */
export function isSameRow(before: Values, after: Values): boolean {
  const both = (trait: keyof typeof told) => [told[trait](before), told[trait](after)] as const;
  const agrees = (trait: keyof typeof told) => both(trait)[0] !== '' && both(trait)[0] === both(trait)[1];
  const contradicts = (trait: keyof typeof told) => both(trait).every((text) => text !== '') && !agrees(trait);
  const birth = births(before, after);
  const numbered = agrees('national') || agrees('registration');
  const sameName = agrees('name');
  const parent = agrees('mother') || agrees('father');
  if (birth === 'other') return false;
  // A slip in the date and another mother or father at once: a namesake.
  const otherParent = (trait: 'mother' | 'father') => contradicts(trait) && nameSimilarity(...both(trait)) < perhapsOneName;
  if (birth !== 'same' && !numbered && (otherParent('mother') || otherParent('father'))) return false;
  if (contradicts('sex') && !numbered) return false;
  if ((contradicts('national') || contradicts('registration')) && !(sameName && birth === 'same' && parent)) return false;
  // A child named after their birth was registered.
  if (numbered && birth === 'same') return true;
  const others =
    (['mother', 'father', 'household', 'phone', 'address'] as const).filter((trait) => agrees(trait)).length + (numbered ? 2 : 0);
  if (others === 0) return false;
  if (sameName) return others + ({ same: 2, fits: 1, near: 1, unknown: 0 } as const)[birth] >= 2;
  if (nameSimilarity(nameOf(before), nameOf(after)) < oneName) return false;
  return birth === 'same' || numbered;
}

/**
 * Whether a row of the same number is another person's: the day of birth differs wholly and so does the name or the mother; or the name differs
 * wholly and nothing but what brothers and sisters share agrees. A child who was named since, or whose name or date was corrected, is none.
 */
export function isAnother(before: Values, after: Values): boolean {
  const birth = births(before, after);
  const numbered = (['national', 'registration'] as const).some(
    (trait) => told[trait](before) !== '' && told[trait](before) === told[trait](after),
  );
  const [mother, mother2] = [told.mother(before), told.mother(after)];
  const otherMother = mother !== '' && mother2 !== '' && nameSimilarity(mother, mother2) < perhapsOneName;
  if (numbered && birth !== 'other') return false;
  const [a, b] = [nameOf(before), nameOf(after)];
  if (isUnnamed(a) || isUnnamed(b)) return birth === 'other' || otherMother;
  const likeness = nameSimilarity(a, b);
  if (likeness >= oneName) return birth !== 'same' && otherMother;
  const otherSex = told.sex(before) !== '' && told.sex(after) !== '' && told.sex(before) !== told.sex(after);
  if (birth === 'other' || otherSex) return true;
  if (likeness >= perhapsOneName) return otherMother;
  // Between scripts a likeness of names says too little.
  return scriptOf(a) === scriptOf(b) || otherMother;
}

/** What a child is known by in a register beside a number: name and day of birth; empty where one of them is missing. */
export function whoIs(values: Values): string {
  const [name, birth] = [told.name(values), told.birth(values)];
  return name !== '' && birth !== '' && !isUnnamed(nameOf(values)) ? `${name}|${birth}` : '';
}
