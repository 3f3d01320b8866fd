import type { ChildFile } from './file.ts';
import {
  actForbidden,
  decidesFor,
  guardianOn,
  houseForbidden,
  interviewForbidden,
  isAlone,
  isSuspected,
  isVictim,
  lacksIndependent,
  mayBeChild,
  needsIndependent,
  seenOn,
  suspectsAtHome,
  suspectsAtHouse,
} from './questions.ts';
import type { EventOfType, Told } from './told.ts';

/** Of which kind each partner of a life is, as the directory has it. */
export const partnerKinds: Readonly<Record<string, string>> = {
  '00000000-0000-7000-8000-000000000401': 'shelter',
  '00000000-0000-7000-8000-000000000402': 'clinic',
};

/** What must not be: in the words of the rule that was broken. */
export type Fault = string;

const daysFrom = (first: string, last: string) => (Date.parse(last) - Date.parse(first)) / 86_400_000;
const monthsAfter = (day: string, months: number): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  return `${lastOfMonth.toISOString().slice(0, 8)}${String(Math.min(date, lastOfMonth.getUTCDate())).padStart(2, '0')}`;
};

const medicalHelp = ['health', 'mental-health'];
/** A paper, a search for the family or what a partner is told, against the rules of consent. */
export function gated(file: ChildFile, { event, day }: Told): readonly Fault[] {
  const why = (purpose: string, ...more: [Parameters<typeof actForbidden>[3]?]) => actForbidden(file, purpose, day, ...more);
  /** Whether something of the child may be told to a partner, and where it is medical help also given. */
  function toPartner(organisation: string, service: string) {
    const partner = { id: organisation, kind: partnerKinds[organisation] ?? '' };
    const untold = why('sharing', { partner });
    const urgent = untold === undefined && why('sharing', { partner, inDanger: false }) !== undefined;
    return untold ?? (urgent || !medicalHelp.includes(service) ? undefined : why('medical'));
  }
  switch (event.type) {
    case 'paper-attached': {
      const kept = event.about === 'child' && { photo: 'photograph', medical: 'medical' }[event.kind as string];
      const forbidden = kept && why(kept);
      return forbidden ? [`kept a ${event.kind}: ${forbidden}`] : [];
    }
    case 'tracing-requested':
      return [why('family-tracing')].flatMap((forbidden) => (forbidden ? [`traced: ${forbidden}`] : []));
    case 'tracing-went-on':
      return ['searching', 'verified'].includes(event.step)
        ? [why('family-tracing')].flatMap((forbidden) => (forbidden ? [`traced on: ${forbidden}`] : []))
        : [];
    case 'referral-made':
      return [toPartner(event.organisation, event.service)].flatMap((forbidden) => (forbidden ? [`told a partner: ${forbidden}`] : []));
    case 'referral-told':
    case 'referral-extended': {
      const { organisation, service } = file.referred.get(event.referral)!;
      return [toPartner(organisation, service)].flatMap((forbidden) => (forbidden ? [`told a partner more: ${forbidden}`] : []));
    }
    case 'emergency-invoked': {
      const before = [...file.emergencies.values()].findLast((one) => one.purpose === event.purpose && !one.upheld);
      return before && !event.newFacts ? ['danger invoked again without what has happened since'] : [];
    }
    default:
      return [];
  }
}

const others = ['doctor', 'psychologist', 'teacher', 'lawyer', 'partner'];
/** A determination by a panel against the rules. */
export function determined(file: ChildFile, { event, day }: Told): readonly Fault[] {
  if (event.type !== 'best-interests-determined') return [];
  const plain = (name: string) => name.trim().toLowerCase();
  const guarded = mayBeChild(file, day) && (isAlone(file) || needsIndependent(file));
  const guardian = guardianOn(file, day);
  const people = (...roles: readonly string[]) =>
    event.participants.filter(({ role }) => roles.includes(role)).map(({ name }) => plain(name));
  const seats = [people('supervisor'), people('child-protection'), people(...others)];
  if (guarded) seats.push(people('guardian').filter((name) => guardian && name === plain(guardian.name)));
  // Every way to seat them, one after another: none of the names twice.
  const ways = seats.reduce<string[][]>((all, names) => all.flatMap((way) => names.filter((name) => !way.includes(name)).map((name) => [...way, name])), [[]]); // biome-ignore format: one thought
  const faults = [];
  if (ways.length === 0) faults.push('determined: a seat of the panel is empty, or one person has two');
  if (event.participants.some(({ name }) => [...file.people.values()].some((one) => isSuspected(one) && plain(one.name) === plain(name))))
    faults.push('determined: a suspect sits on the panel');
  if (guarded && !guardian) faults.push('determined: the child has no guardian');
  if (event.wish === 'not-followed' && !event.whyNot) faults.push('determined: no reason why their wish is not followed');
  return faults;
}

const safetyQuestions = ['danger-now', 'needs-doctor', 'safe-tonight', 'self-harm', 'age', 'with-adult', 'afraid'];
/** Questions about what happened: all of a screening that do not ask who the child is and whether they are safe. */
const onFacts = ({
  codedAnswers,
  identityAnswers,
  narrativeAnswers,
}: EventOfType<'answers-amended'> | EventOfType<'questionnaire-answered'>) =>
  Object.keys({ ...codedAnswers, ...identityAnswers, ...narrativeAnswers }).filter((name) => !safetyQuestions.includes(name));

/** An interview against the rules. */
export function interviewed(file: ChildFile, { event, day }: Told): readonly Fault[] {
  if (event.type !== 'questionnaire-answered' || event.purpose !== 'screening') return [];
  if (!event.interviewed.includes('child') || onFacts(event).length === 0) return [];
  return [interviewForbidden(file, event.on), interviewForbidden(file, day)].flatMap((why) => (why ? [`interviewed: ${why}`] : []));
}

/** A placement against the rules. */
export function placed(file: ChildFile, { event, day, roles }: Told): readonly Fault[] {
  if (event.type !== 'child-placed' && event.type !== 'child-placed-in-emergency') return [];
  const urgent = event.type === 'child-placed-in-emergency';
  const faults = [houseForbidden(file, event.place, event.from, urgent)];
  const house = file.houses.get(event.place);
  if (house && !urgent && house.kind !== event.kind) faults.push('the place was looked at as another kind');
  if (!urgent && !['shelter', 'hospital', 'foster'].includes(house?.kind ?? '') && lacksIndependent(file, day))
    faults.push('nobody independent acts for the child');
  if (event.kind === 'family' && suspectsAtHome(file).length > 0) faults.push('a suspect lives with the family');
  if (urgent && !roles.includes('supervisor')) faults.push('no supervisor said that it cannot wait');
  return faults.flatMap((why) => (why ? [`placed: ${why}`] : []));
}

/** A return against the rules. */
export function returned(file: ChildFile, { event, day }: Told): readonly Fault[] {
  if (event.type !== 'returned') return [];
  const faults: (string | undefined)[] = [houseForbidden(file, event.place, event.on, false)];
  const carer = file.people.get(event.carer);
  if (!carer || isSuspected(carer)) faults.push('to a suspect, or to nobody who is known');
  if (suspectsAtHome(file).length > 0) faults.push('a suspect lives at home');
  const decided = file.solution;
  const rests = file.determined.find(({ id }) => id === decided?.determination);
  if (rests !== file.determined.at(-1) || rests?.solution !== decided?.solution) faults.push('the last panel did not determine it');
  if (lacksIndependent(file, day) || (mayBeChild(file, day) && isAlone(file) && !guardianOn(file, day)))
    faults.push('nobody acts for the child');
  if (!decided || !['family-return', 'country-of-origin'].includes(decided.solution)) faults.push('no return was decided');
  if (decided && decided.on > event.on) faults.push('the child went before it was decided');
  if (rests && rests.reviewOn < event.on) faults.push('what it rests on was to be looked at again before');
  if (!rests || rests.heard === 'not-yet' || rests.view === '') faults.push('the child was not heard');
  const missing = ['child-told', 'family-told', 'escort', 'safety-plan'].filter((one) => !file.prepared.includes(one));
  if (missing.length > 0) faults.push('it was not prepared');
  const steps = [...file.tracings.values()];
  if (steps.includes('found') && !steps.includes('verified')) faults.push('nobody verified that it is the family');
  if (event.on > day) faults.push('on a day to come');
  return faults.flatMap((why) => (why ? [`returned: ${why}`] : []));
}

/** Domains that an assessment found to need somebody at once, and nothing later found otherwise. */
const urgentDomains = ({ fared }: ChildFile): number =>
  [...new Set(fared.map(({ domain }) => domain))].filter((domain) => {
    const last = fared.filter((one) => one.domain === domain).reduce((a, b) => (b.on >= a.on ? b : a));
    return last.urgent;
  }).length;

/** Why the child is not safe where they are. */
function dangerNow(file: ChildFile, reason: string): readonly string[] {
  const stay = file.stays.at(-1);
  const house = stay?.place ? file.houses.get(stay.place) : undefined;
  const away = stay?.kind === 'unknown' || (stay?.kind === 'away' && stay.how !== 'moved-out');
  const dangers = [];
  if (stay && ['detention', 'with-employer', 'street', 'unsafe-home'].includes(stay.kind))
    dangers.push(`the child is in danger: ${stay.kind}`);
  if (away && reason !== 'lost') dangers.push('nobody knows where the child is');
  if ((!stay || ['home', 'family'].includes(stay.kind)) && suspectsAtHome(file).length > 0) dangers.push('a suspect lives with the child');
  if (house && suspectsAtHouse(file, house).length > 0) dangers.push('a suspect is where the child lives');
  const last = house?.looked
    .map(({ on }) => on)
    .sort()
    .at(-1);
  if (house?.looked.some(({ on, result }) => on === last && result === 'not-safe')) dangers.push('the place is not safe');
  if (stay?.emergency && !house) dangers.push('nobody looked at the place since the emergency');
  const interim = ['shelter', 'hospital', 'other'].includes(stay?.kind ?? '');
  const forNow = ['foster', 'kin'].includes(stay?.kind ?? '') && file.solution?.solution !== 'alternative-care';
  if (interim || forNow) dangers.push('the child lives there only for a time');
  return dangers;
}

/** Why a case that ends for this reason must not: what is asked of each reason. */
function wrongReason(file: ChildFile, reason: string, day: string): readonly string[] {
  const child = mayBeChild(file, day);
  const faults = [];
  const never = child ? ['unfounded', 'opened-in-error', 'lost', 'services-declined', 'of-age'] : ['unfounded', 'opened-in-error'];
  if (isVictim(file) && never.includes(reason)) faults.push(`a victim, as ${reason}`);
  if (reason === 'duplicate' && file.otherCases.size === 0) faults.push('a duplicate of no other case');
  if (reason === 'of-age' && child) faults.push('of age, and may be a child');
  if (reason === 'lost') {
    const seen = seenOn(file);
    const search = file.steps.filter(({ on }) => on > seen).toSorted((a, b) => a.on.localeCompare(b.on));
    const needed = file.steps.at(-1);
    if (!needed || search.length < needed.leastSteps) faults.push('lost without a search');
    else if (daysFrom(search[0]!.on, day) < needed.leastDays) faults.push('lost after too few days');
  }
  if (reason === 'services-declined') {
    const said = file.declined;
    if (!said || said.dangerRuledOut === '') faults.push('nobody declined, or ruled out danger');
    if (said?.child === 'wants-services') faults.push('the child wants help');
    const carer = said?.carer ? file.people.get(said.carer) : undefined;
    if (said && child && !(carer && decidesFor(file, carer, said.on)))
      faults.push('declined by somebody who does not decide for the child');
    if (said && !child && said.child !== 'declines') faults.push('an adult did not decline');
  }
  if (reason === 'goals-met') {
    if (file.endingChild === null) faults.push('goals met, and the child was not asked');
    if (file.endingChild === 'does-not-agree') faults.push('the child does not agree to the end');
    const from = [file.followUp?.since ?? '', file.openedOn].sort()[1]!;
    const stable = file.followUp && monthsAfter(from, file.followUp.months);
    const seen = [...file.visits.values()].some((visit) => stable !== null && visit.seen && visit.on >= stable);
    if (!seen) faults.push('goals met, and the child was not seen after the follow-up');
    if (urgentDomains(file) > 0 || [...file.goals.values()].includes('open') || file.goals.size === 0) faults.push('goals are not met');
  }
  return faults;
}

/** An end of a case against the rules. */
export function closed(file: ChildFile, { event, day }: Told): readonly Fault[] {
  if (event.type !== 'case-closed') return [];
  const { reason } = event;
  const faults = [...wrongReason(file, reason, day)];
  const { approved } = file;
  if (approved?.verdict !== 'approved' || approved.reason !== reason) faults.push('no supervisor approved it for that reason');
  else if (approved.by === approved.askedBy || !approved.roles.includes('supervisor'))
    faults.push('approved by who asked, or by no supervisor');
  if ((event.seen === 'no') !== (seenOn(file) === '')) faults.push('says wrongly whether the child was seen');
  // Of a child who died, or has a second case, no danger is left that this one could end.
  if (reason !== 'died' && reason !== 'duplicate') {
    faults.push(...dangerNow(file, reason));
    if (file.alarms.size > 0) faults.push('a danger that was found is open');
    if (file.safetyFlags.size > 0) faults.push('a flag of safety is open');
    if (file.underReview.size > 0) faults.push('a review of the formal decision runs');
    if ([...file.grounds.values()].some(({ upheld, endedOn }) => upheld === null && endedOn === null))
      faults.push('nobody reviewed a duty or an order');
    if (lacksIndependent(file, day)) faults.push('nobody independent acts for the child');
    if ([...file.emergencies.values()].some(({ reviewedOn }) => reviewedOn === null)) faults.push('nobody reviewed an emergency');
    const child = mayBeChild(file, day);
    if (child && isAlone(file) && !guardianOn(file, day)) faults.push('a child alone without a guardian');
  }
  return faults.map((why) => `closed: ${why}`);
}
