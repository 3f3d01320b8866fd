import type { ChildFile, House, Person, Word } from './file.ts';

/** Questions about a child that several of the rules ask. Each is answered from what was written, on the safe side. */

export const isSuspected = ({ marked, linked }: Person): boolean => marked || linked;

const yearsAfter = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
/** The oldest that they can be on a day, in years. */
const oldest = (file: ChildFile, day: string): number => {
  if (file.born === null) return 99;
  const years = Number(day.slice(0, 4)) - Number(file.born.first.slice(0, 4));
  return yearsAfter(file.born.first, years) <= day ? years : years - 1;
};
/** Whether they may be under 18, or their age is disputed or not known. */
export const mayBeChild = (file: ChildFile, day: string): boolean =>
  file.disputed || file.born === null || day < yearsAfter(file.born.last, 18);

/** The guardian who acts for the child on a day and is not suspected. */
export function guardianOn(file: ChildFile, day: string): Person | undefined {
  const person = file.guardian && file.guardian.since <= day ? file.people.get(file.guardian.id) : undefined;
  return person && !isSuspected(person) ? person : undefined;
}

export const isAlone = ({ situation }: ChildFile): boolean => situation === 'unaccompanied' || situation === 'separated';

const hasAuthority = (one: Person) => (one.relation === 'mother' || one.relation === 'father') && !one.authorityTaken && !isSuspected(one);

/** Whether somebody may say yes or no for the child: a parent with authority, or a guardian by court, authority or the office. */
export function decidesFor(file: ChildFile, person: Person, saidOn: string): boolean {
  if (isSuspected(person) || person.relation === 'spouse') return false;
  if (hasAuthority(person)) return true;
  const { guardian } = file;
  if (guardian?.id !== person.id || guardian.since > saidOn) return false;
  if (guardian.basis === 'trusted-adult') return ![...file.people.values()].some(hasAuthority);
  return ['court', 'authority', 'interim'].includes(guardian.basis);
}

/** What each who was asked said last until a day; what they said before they came to be suspected is void. */
function lastWords(file: ChildFile, purpose: string, day: string): readonly Word[] {
  const last = new Map<string, Word>();
  for (const word of file.words) {
    if (word.purpose !== purpose || word.on > day) continue;
    const known = last.get(word.who);
    if (!known || known.on <= word.on) last.set(word.who, word);
  }
  return [...last.values()].filter(({ who, at }) => !file.people.get(who)?.suspectedAt.some((since) => at < since));
}
const agrees = (word: Word, day: string) => word.answer === 'given' && !word.withdrawn && day <= word.until;

/** Why nobody may question the child on that day about what happened; undefined where they may. */
export function interviewForbidden(file: ChildFile, day: string): string | undefined {
  const words = lastWords(file, 'interview', day);
  const own = words.find(({ who }) => who === 'child');
  if (own && own.answer === 'refused' && !own.withdrawn) return 'the child said no';
  if (!mayBeChild(file, day)) return own && agrees(own, day) ? undefined : 'an adult did not agree';
  if (file.situation === null) return 'nobody wrote down with whom the child is';
  if (isAlone(file) && !guardianOn(file, day)) return 'the child is alone and has no guardian';
  const carers = words.filter(({ who, on }) => {
    const person = file.people.get(who);
    return person && decidesFor(file, person, on);
  });
  if (carers.some(({ answer, withdrawn }) => answer === 'refused' && !withdrawn)) return 'somebody who decides for the child said no';
  if (!carers.some((word) => agrees(word, day))) return 'nobody who decides for the child agreed';
  const from = file.words.at(-1)?.askedFromAge ?? 0;
  if ((file.disputed || oldest(file, day) >= from) && !(own && agrees(own, day))) return 'the child did not agree';
  return undefined;
}

const plain = (name: string) => name.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
const isHome = (kind: string) => kind === 'family' || kind === 'home';

/** Suspects who live at a place, answer for it or visit it. */
export function suspectsAtHouse(file: ChildFile, house: House): readonly Person[] {
  const there = (house.looked.toSorted((a, b) => a.on.localeCompare(b.on)).at(-1)?.people ?? []).map(plain);
  return [...file.people.values()].filter(
    (one) => isSuspected(one) && (one.id === house.carer || there.includes(plain(one.name)) || (isHome(house.kind) && one.home)),
  );
}
export const suspectsAtHome = (file: ChildFile): readonly Person[] =>
  [...file.people.values()].filter((one) => one.home && isSuspected(one));

/** Why no child may be brought to a place on a day; undefined where nothing speaks against it. */
export function houseForbidden(file: ChildFile, place: string, day: string, urgent: boolean): string | undefined {
  const house = file.houses.get(place);
  if (!house) return urgent ? undefined : 'nobody looked at the place';
  if (suspectsAtHouse(file, house).length > 0) return 'a suspect lives at the place or visits it';
  // Of one day the dangerous word counts.
  const lastDay = house.looked
    .map(({ on }) => on)
    .sort()
    .at(-1)!;
  if (house.looked.some(({ on, result }) => on === lastDay && result === 'not-safe')) return 'the place was found not safe';
  if (urgent) return undefined;
  const then = house.looked
    .filter(({ on }) => on <= day)
    .map(({ on }) => on)
    .sort()
    .at(-1);
  if (then === undefined) return 'the place was looked at only later';
  if (house.looked.some(({ on, result }) => on === then && result === 'not-safe')) return 'the place was not safe on that day';
  if (house.looked.filter(({ on }) => on === then).every(({ until }) => until < day)) return 'the place was looked at too long ago';
  if (house.country !== null && !house.jointly) return 'the place abroad was looked at by one side alone';
  return undefined;
}

/**
 * Whether the child is, or may be, a victim. A formal decision counts until it is set aside. Where none stands, or after one that found no
 * victim, the screenings count: what one of them presumes is answered only by one of a later day that was also written later and in which all was asked.
 */
export function isVictim(file: ChildFile): boolean {
  const standing = file.decided.filter(({ setAside }) => !setAside);
  if (standing.some(({ victim }) => victim)) return true;
  const cleared =
    standing
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? '';
  const since = file.screeningOrder.map((id) => file.screenings.get(id)!).filter(({ on }) => on > cleared);
  return since.some((one, i) => one.finds && !since.slice(i + 1).some((later) => later.on > one.on && later.clears));
}

/** The last day on which somebody saw the child; empty where nobody did. */
export const seenOn = (file: ChildFile): string =>
  [...[...file.visits.values()].filter(({ seen }) => seen).map(({ on }) => on), ...file.spoken].sort().at(-1) ?? '';
