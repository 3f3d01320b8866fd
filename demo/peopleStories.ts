import { readFileSync } from 'node:fs';
import type { Country } from './city/country.ts';
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
  readonly act: string;
  readonly input: object;
}

/** Long ways through the office, in the order of time, with the names of a country that they speak of. */
export function officeJourneys(country: Country): {
  readonly names: Readonly<Record<string, string>>;
  readonly acts: readonly JourneyAct[];
} {
  type Told = Pick<JourneyAct, 'act' | 'input'> & Partial<JourneyAct>;
  const { names, journeys } = read('journeys.json') as {
    names: Record<Country, Record<string, string>>;
    journeys: { by: string; acts: Told[] }[];
  };
  const acts = journeys.flatMap(({ by, acts }, child) => {
    let day = 0;
    return acts.map((told) => {
      day = told.day ?? day;
      return { by, ...told, child, day };
    });
  });
  return { names: names[country], acts: acts.sort((a, b) => a.day - b.day) };
}

/** How the public reaches the made-up office: the input of the command that publishes it. */
export const officeContact = (country: Country): object => (read('contact.json') as Record<Country, object>)[country];

/** Something that somebody told the office of a child whom no register names. */
export interface ToldConcern {
  readonly source: 'call' | 'partner' | 'walk-in';
  readonly name: string;
  readonly yearsOld: number;
  readonly what: string;
}

/** The concerns that wait in the demo office for somebody to take them up. */
export const officeConcerns = (): readonly ToldConcern[] => read('concerns.json') as readonly ToldConcern[];

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
        acts: story.acts.map((act) => ('note' in act ? { ...act, note: act.note.replaceAll('{ward}', child!.ward) } : act)),
      });
    }
  }
  return told;
}
