import type { ChildFile } from './file.ts';
import type { House, Person, Word } from './kept.ts';

/** Questions about a child that several of the rules ask. Each is answered from what was written, on the safe side. */

export const isSuspected = ({ marked, linked }: Person): boolean => marked || linked;

const yearsAfter = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
/** The oldest that they can be on a day, in years. */
const oldest = (file: ChildFile, day: string): number => {
  if (file.born === null) return 99;
  const years = Number(day.slice(0, 4)) - Number(file.born.first.slice(0, 4));
  return yearsAfter(file.born.first, years) <= day ? years : years - 1;
};
/** Whether they have certainly reached an age: by a document, or by all that was ever said of it. */
function hasReached(file: ChildFile, age: number, day: string): boolean {
  const reached = (born: ChildFile['born']) => born !== null && yearsAfter(born.last, age) <= day;
  if (file.disputed || !reached(file.born)) return false;
  return file.ageBy === '' || file.ageBy === 'document' || reached(file.bornAtOpening);
}
/** Whether they may be under 18, or their age is disputed or not known. */
export const mayBeChild = (file: ChildFile, day: string): boolean => !hasReached(file, 18, day);

/** The guardian who acts for the child on a day and is neither suspected nor a spouse. */
export function guardianOn(file: ChildFile, day: string): Person | undefined {
  const person = file.guardian && file.guardian.since <= day ? file.people.get(file.guardian.id) : undefined;
  return person && !isSuspected(person) && person.relation !== 'spouse' ? person : undefined;
}

const caresFor = ({ home, relation }: Person) => home || !['appointed', 'neighbour', 'institution', 'other'].includes(relation);
/** Whether nobody who cares for the child may act for them. */
export function needsIndependent(file: ChildFile): boolean {
  const carers = [...file.people.values()].filter(caresFor);
  return file.conflict || (carers.length > 0 && carers.every((one) => isSuspected(one) || one.relation === 'spouse'));
}
/** The same, and nobody from outside was appointed. */
export function lacksIndependent(file: ChildFile, day: string): boolean {
  if (!mayBeChild(file, day) || !needsIndependent(file)) return false;
  const guardian = guardianOn(file, day);
  const appointed = ['court', 'authority', 'interim'].includes(file.guardian?.basis ?? '');
  return !(guardian?.relation === 'appointed' && !guardian.home && appointed);
}

export const isAlone = ({ situation }: ChildFile): boolean => situation === 'unaccompanied' || situation === 'separated';

const hasAuthority = (one: Person) => (one.relation === 'mother' || one.relation === 'father') && !one.authorityTaken && !isSuspected(one);

/** Whether somebody may say yes or no for the child: a parent with authority, or a guardian by court, authority or the office. */
export function decidesFor(file: ChildFile, person: Person, saidOn: string): boolean {
  if (isSuspected(person) || person.relation === 'spouse' || (file.conflict && caresFor(person))) return false;
  if (hasAuthority(person)) return true;
  const { guardian } = file;
  if (guardian?.id !== person.id || guardian.since > saidOn) return false;
  if (guardian.basis === 'trusted-adult') return file.conflict || ![...file.people.values()].some(hasAuthority);
  return ['court', 'authority', 'interim'].includes(guardian.basis);
}

const onConsentAlone = ['interview', 'photograph', 'research'];
const isNo = ({ answer, withdrawnOn }: Word) => answer === 'refused' || withdrawnOn !== null;
const saidOn = ({ on, withdrawnOn }: Word) => (withdrawnOn !== null && withdrawnOn > on ? withdrawnOn : on);

/** The last of these words; where there are several of one day, a no where nothing but consent allows it, else the one written last. */
function latest(words: readonly Word[]): Word | undefined {
  const day = words.map(saidOn).sort().at(-1);
  const ofThatDay = words.filter((word) => saidOn(word) === day);
  const no = ofThatDay.findLast(isNo);
  return no && onConsentAlone.includes(no.purpose) ? no : ofThatDay.at(-1);
}
/** A word on one partner stands before what they say of its kind, until they say no to that. */
function lastOf(words: readonly Word[], partner: string | undefined): Word | undefined {
  const named = latest(words.filter((word) => partner !== undefined && word.partner === partner));
  const ofKind = latest(words.filter((word) => partner === undefined || word.partner !== partner));
  if (!named) return ofKind;
  return ofKind && isNo(ofKind) && saidOn(ofKind) >= saidOn(named) ? ofKind : named;
}

/** What each who was asked said last until a day; what they said before they came to be suspected is void. */
function lastWords(file: ChildFile, purpose: string, day: string, partner?: { id: string; kind: string }): readonly Word[] {
  const about = file.words.filter(
    (word) =>
      word.purpose === purpose &&
      word.on <= day &&
      (purpose !== 'sharing' || word.partner === partner?.id || word.partner === partner?.kind),
  );
  return [...new Set(about.map(({ who }) => who))]
    .flatMap((who) => lastOf(about.filter((word) => word.who === who), partner?.id) ?? []) // biome-ignore format: one thought
    .filter(({ who, at }) => !file.people.get(who)?.suspectedAt.some((since) => at < since) && at >= (file.recordedAt.get(who) ?? ''));
}
const agrees = (word: Word, day: string) => word.answer === 'given' && word.withdrawnOn === null && day <= word.until;
const refuses = (word: Word) => word.answer === 'refused' && word.withdrawnOn === null;

/** Why there is no consent to something on a day, of those whose word it takes; undefined where there is. */
function withoutConsent(file: ChildFile, purpose: string, day: string, partner?: { id: string; kind: string }): string | undefined {
  const words = lastWords(file, purpose, day, partner);
  const own = words.find(({ who }) => who === 'child');
  // Who cannot be asked is not interviewed; for what protects them the reason why stands for their word.
  const ownYes =
    own && (agrees(own, day) || (purpose !== 'interview' && own.answer === 'unable' && own.withdrawnOn === null && day <= own.until));
  const last = file.words.at(-1);
  // Below the age at which they are asked, a parent decides on their doctor; not on an interview, nor on a photo.
  const isAsked = onConsentAlone.includes(purpose) || file.disputed || oldest(file, day) >= (last?.askedFromAge ?? 0);
  if (own && refuses(own) && isAsked) return 'the child said no';
  if (own && isNo(own) && onConsentAlone.includes(purpose)) return 'the child did not agree';
  if (!mayBeChild(file, day)) return ownYes ? undefined : 'an adult did not agree';
  if (!onConsentAlone.includes(purpose) && last && hasReached(file, last.aloneFromAge, day))
    return ownYes ? undefined : 'the child, who decides alone, did not agree';
  const carers = words.filter(({ who, on }) => {
    const person = file.people.get(who);
    return person && decidesFor(file, person, on);
  });
  if (carers.some(refuses)) return 'somebody who decides for the child said no';
  if (!carers.some((word) => agrees(word, day))) return 'nobody who decides for the child agreed';
  if ((file.disputed || oldest(file, day) >= (last?.askedFromAge ?? 0)) && !ownYes) return 'the child did not agree';
  return undefined;
}

/** Why something may not be done on a day: no consent, and neither a court, a law nor danger, if that counts, stands instead. */
export function actForbidden(
  file: ChildFile,
  purpose: string,
  day: string,
  { partner, inDanger = true }: { partner?: { id: string; kind: string }; inDanger?: boolean } = {},
): string | undefined {
  const why = withoutConsent(file, purpose, day, partner);
  if (why === undefined || onConsentAlone.includes(purpose)) return why;
  const childSaysNo = why === 'the child said no';
  const stands = [...file.grounds.values()].some(
    ({ kind, purposes, partner: to, on, until, due, upheld, endedOn }) =>
      purposes.includes(purpose) &&
      (purpose !== 'sharing' || to === partner?.id || to === partner?.kind) &&
      on <= day &&
      day <= until &&
      endedOn === null &&
      (upheld ?? (kind === 'court-order' || day <= due)) &&
      !(kind === 'legal-duty' && childSaysNo && ['medical', 'family-tracing'].includes(purpose)),
  );
  const danger = [...file.emergencies.values()].some(
    (one) => one.purpose === purpose && day <= one.until && (one.reviewedOn === null ? day <= one.due : one.upheld),
  );
  return stands || (inDanger && danger) ? undefined : why;
}
/** Why nobody may question the child on that day about what happened; undefined where they may. */
export function interviewForbidden(file: ChildFile, day: string): string | undefined {
  const why = withoutConsent(file, 'interview', day);
  if (why === 'the child said no' || !mayBeChild(file, day)) return why;
  if (file.situation === null) return 'nobody wrote down with whom the child is';
  if (lacksIndependent(file, day)) return 'no independent guardian';
  if (isAlone(file) && !guardianOn(file, day)) return 'the child is alone and has no guardian';
  return why;
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
      .filter(({ id }) => !file.underReview.has(id))
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? '';
  const since = file.screeningOrder.map((id) => file.screenings.get(id)!).filter(({ on }) => on > cleared);
  return since.some((one, i) => one.finds && !since.slice(i + 1).some((later) => later.on > one.on && later.clears));
}

/** The last day on which somebody saw the child; empty where nobody did. */
export const seenOn = (file: ChildFile): string =>
  [...[...file.visits.values()].filter(({ seen }) => seen).map(({ on }) => on), ...file.spoken].sort().at(-1) ?? '';
