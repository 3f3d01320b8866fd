import { readFileSync } from 'node:fs';
import { type Country, getCountry, type NameRow } from './city/country.ts';
import { Naming, type PersonName } from './city/naming.ts';
import { Random } from './city/random.ts';

export interface OfficeAccount {
  readonly key: string;
  readonly role: string;
  readonly name: string;
  readonly localName: string;
  readonly email: string;
  readonly language: string;
  /** The key of the organisation of a partner's user. */
  readonly organisation?: string;
}

/** One thing that somebody of the office does for a child, named as its command; days from the demo's day, negative is past. */
export type StoryAct =
  | { readonly act: 'plan-visit' | 'see'; readonly inDays: number; readonly note: string }
  | { readonly act: 'judge-not-at-risk'; readonly because: string }
  | {
      readonly act: 'open-case';
      readonly riskLevel: 'high' | 'medium' | 'low';
      readonly concern: string;
      readonly actions: readonly { readonly what: string; readonly dueInDays: number }[];
      /** Notes to write on the case after it is opened. */
      readonly notes: readonly string[];
    }
  | { readonly act: 'close-case'; readonly reason: string; readonly summary: string }
  /** A flag on the case that was opened, raised by a colleague, and its worker's answer if there is one. */
  | {
      readonly act: 'raise-flag';
      readonly by: string;
      readonly reason: string;
      readonly words: string;
      readonly dueInDays?: number;
      readonly answer?: string;
    }
  /** A note of the case's worker that mentions another. */
  | { readonly act: 'mention'; readonly who: string; readonly text: string };

export interface Story {
  /** The child the story is told of, as given. */
  readonly child: string;
  /** The key of the account that acts. */
  readonly by: string;
  readonly acts: readonly StoryAct[];
}

export interface ChildAtRisk {
  readonly child: string;
  readonly ward: string;
  readonly reasons: readonly string[];
}

interface StoryKind {
  readonly reasons: readonly string[];
  readonly share: number;
  readonly by: string;
  readonly acts: readonly StoryAct[];
}

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`./office/${file}`, import.meta.url), 'utf8'));

/** The made-up people of the demo office: three case workers and one of each other role. */
export function officeAccounts(country: Country): readonly OfficeAccount[] {
  return (read('accounts.json') as Record<Country, OfficeAccount[]>)[country];
}

/** An organisation that the made-up city works with. */
export interface OfficeOrganisation {
  readonly key: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly category: string;
  readonly services: readonly string[];
  readonly leastAge: number | null;
  readonly mostAge: number | null;
  readonly sex: string;
  readonly languages: readonly string[];
  /** `days`: Monday to Friday by day. */
  readonly hours: 'days';
  readonly emergency: 'none' | 'always';
  readonly address: string;
  readonly phone: string;
  readonly contact: { readonly name: string; readonly role: string; readonly phone: string };
  readonly agreement: { readonly title: string; readonly shares: readonly string[] } | null;
  readonly places: number | null;
  readonly taken: number;
}

export function officeOrganisations(country: Country): readonly OfficeOrganisation[] {
  return (read('organisations.json') as Record<Country, OfficeOrganisation[]>)[country];
}

/** A child of the demo office referred to a partner, and what the partner did with it. */
export interface ToldReferral {
  /** The key of the organisation. */
  readonly organisation: string;
  readonly service: string;
  readonly urgency: 'urgent' | 'usual';
  readonly because: string;
  readonly needs: string;
  readonly safety?: string;
  readonly acts: readonly { readonly act: string; readonly input: Readonly<Record<string, string>> }[];
}

export function officeReferrals(country: Country): { readonly carer: string; readonly referrals: readonly ToldReferral[] } {
  const { carer, referrals } = read('referrals.json') as { carer: Record<Country, string>; referrals: ToldReferral[] };
  return { carer: carer[country], referrals };
}

/** One act of a child's long way through the office: a command of the case by its name, or a consent or a visit told in short. */
export interface JourneyAct {
  /** Which of the children. */
  readonly child: number;
  /** When, in days from the demo's. */
  readonly day: number;
  /** The key of the account that acts. */
  readonly by: string;
  /** The time of day in the city, HH:MM, where it is not one of the office. */
  readonly at?: string;
  readonly act: string;
  readonly input: object;
}

/** Minutes after midnight, of HH:MM and back. */
const minutesOf = (at: string): number => Number(at.slice(0, 2)) * 60 + Number(at.slice(3));
const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
/** The hours of the office: what is written in one day begins in the first and ends by the last. */
const [opens, lastBegin, closes] = [9 * 60, 14 * 60, 16 * 60 + 50];

/** Gives each act of a day a time: the one it says, or one within the hours of the office, some minutes after the act before. */
function timesOf(acts: readonly Omit<JourneyAct, 'child'>[], random: Random): readonly string[] {
  let [day, minutes] = [Number.NaN, 0];
  return acts.map((act) => {
    const next = act.day === day ? minutes + random.whole(3, 14) : random.whole(opens, lastBegin);
    minutes = act.at ? minutesOf(act.at) : act.day === day && minutes > closes ? minutes + 2 : Math.min(next, closes);
    day = act.day;
    return clockOf(Math.min(minutes, 24 * 60 - 1));
  });
}

/** A name as its bearer writes it: in Korea in Hangul, elsewhere in Latin letters. */
function written({ before, given, after, family }: PersonName, country: Country): string {
  const write = ({ row, habit }: { row: NameRow; habit: number }) => (country === 'KR' ? row[0] : row[1][habit]!);
  if (country === 'KR') return `${family ? write(family) : ''}${write(given)}`;
  return [before, given, after, family].flatMap((part) => (part ? [write(part)] : [])).join(' ');
}

interface ToldJourney {
  readonly by: string;
  /** Whom the generator gives a name: the child, and the carer, who is of their family. */
  readonly child?: { readonly sex: 'male' | 'female'; readonly yearsOld: number };
  readonly carer?: 'male' | 'female';
  readonly acts: readonly (Pick<JourneyAct, 'act' | 'input'> & Partial<JourneyAct>)[];
}

/** Long ways through the office, in the order of time, with the names that each of them speaks of. */
export function officeJourneys(
  country: Country,
  year: number,
): {
  readonly names: readonly Readonly<Record<string, string>>[];
  readonly acts: readonly JourneyAct[];
} {
  const { names, journeys } = read('journeys.json') as { names: Record<Country, Record<string, string>>; journeys: readonly ToldJourney[] };
  const all = [...journeys, ...(read('longJourneys.json') as { journeys: readonly ToldJourney[] }).journeys];
  const naming = new Naming(getCountry(country).names);
  const acts = all.flatMap(({ by, acts }, child) => {
    let day = 0;
    const dated = acts.map((told) => {
      day = told.day ?? day;
      return { by, ...told, day };
    });
    const times = timesOf(dated, new Random('journey', country, child));
    return dated.map((act, i) => ({ ...act, child, at: times[i]! }));
  });
  return {
    names: all.map(({ child, carer = 'female' }, index) => {
      if (!child) return names[country];
      const random = new Random('journey-names', country, index);
      const family = naming.family(random);
      const person = (sex: 'male' | 'female', born: number) => written(naming.person(sex, born, family, random), country);
      return {
        ...names[country],
        child: person(child.sex, year - child.yearsOld),
        carer: person(carer, year - 45),
        officer: person('female', year - 40),
      };
    }),
    acts: acts.toSorted((a, b) => a.day - b.day || a.at.localeCompare(b.at)),
  };
}

/** How the public reaches the made-up office: the input of the command that publishes it. */
export const officeContact = (country: Country): object => (read('contact.json') as Record<Country, object>)[country];

/** In which languages and wards each worker of the made-up office works, and who will be away, in days from the demo's. */
export const officeTeam = () =>
  read('team.json') as {
    workers: readonly { user: string; languages: readonly string[]; wards: readonly string[] }[];
    leave: { user: string; from: number; until: number; to: readonly string[] };
  };

/** Something that somebody told the office of a child whom no register names. */
export interface ToldConcern {
  readonly source: 'call' | 'partner' | 'walk-in';
  readonly name: string;
  readonly yearsOld: number;
  readonly what: string;
}

/** The concerns that wait in the demo office for somebody to take them up. */
export const officeConcerns = (): readonly ToldConcern[] => read('concerns.json') as readonly ToldConcern[];

/** The act as it is told of the nth child of its story: of several texts the nth, and seen some days earlier than the child before. */
function varied(act: StoryAct, n: number, ward: string): StoryAct {
  const told = Object.entries(act).map(([key, value]: [string, unknown]) => {
    const several = Array.isArray(value) && (texts.includes(key) || (key === 'notes' && value.some((one) => Array.isArray(one))));
    const one: unknown = several ? value[n % value.length] : value;
    if (key === 'inDays' && act.act === 'see') return [key, Math.max((one as number) - 2 * n, -18)];
    return [key, typeof one === 'string' ? one.replaceAll('{ward}', ward) : one];
  });
  return Object.fromEntries(told) as StoryAct;
}
const texts: readonly string[] = ['note', 'concern', 'because', 'words', 'text', 'summary'];

/**
 * Gives a few dozen of the children at risk a story that fits their reasons, for the demo to play through real commands. A child has at
 * most one; the acts of a story are in the order in which they happened. The same children and seed give the same stories.
 */
export function tellStories(children: readonly ChildAtRisk[], seed: number): Story[] {
  const { stories } = read('stories.json') as { stories: readonly StoryKind[] };
  const taken = new Set<string>();
  const told: Story[] = [];
  // Stories that ask for more come first, or simpler ones would use up the children that fit them.
  const order = [...stories].sort((a, b) => b.reasons.length - a.reasons.length);
  for (const [index, story] of order.entries()) {
    const random = new Random(seed, 'story', index);
    const fitting = children.filter((child) => !taken.has(child.child) && story.reasons.every((reason) => child.reasons.includes(reason)));
    for (let count = 0; count < story.share && fitting.length > 0; count++) {
      const [child] = fitting.splice(random.whole(0, fitting.length - 1), 1);
      taken.add(child!.child);
      told.push({
        child: child!.child,
        by: story.by,
        acts: story.acts.map((act) => varied(act, count, child!.ward)),
      });
    }
  }
  return told;
}

/** An act of a story at its time: what is seen on its day, what follows from it on that day or the next ones, all of it before today. */
export interface TimedAct {
  readonly story: Story;
  readonly act: StoryAct;
  readonly day: number;
  readonly at: string;
}

const last = -1;
const later: Readonly<Record<string, number>> = { 'raise-flag': 1, mention: 1, 'close-case': 3 };
export function timedActs(stories: readonly Story[], seed: number): readonly TimedAct[] {
  return stories
    .flatMap((story, index) => {
      const random = new Random(seed, 'story-times', index);
      let day = random.whole(-6, last);
      const days = story.acts.map((act) => {
        day = act.act === 'see' ? act.inDays : Math.min(day + (later[act.act] ?? 0), last);
        return { by: story.by, act: act.act, input: {}, day };
      });
      const times = timesOf(days, random);
      return story.acts.map((act, i) => ({ story, act, day: days[i]!.day, at: times[i]! }));
    })
    .toSorted((a, b) => a.day - b.day || a.at.localeCompare(b.at));
}
