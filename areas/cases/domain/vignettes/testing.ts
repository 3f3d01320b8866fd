import { addDays, type Context, consultedKey } from '../../../../platform/decider/index.ts';
import { dutyOf } from '../bases/duties.ts';
import type { CaseEvent } from '../case.ts';
import { hindrances } from '../case.ts';
import { limitsConsulted, startingLimits } from '../limits.ts';
import { consentFor, holds, mayInterviewOnFacts } from '../safety/consentFor.ts';
import type { Purpose } from '../state/consents.ts';
import { anId, approvedFor, contextOn, given, me, opened, other, screened } from '../testing.ts';

/** The day on which a vignette is set; `N days later` moves it. */
const firstDay = '2026-11-23';
/** Who a vignette speaks of, and how they are related to the child. */
const people = {
  mother: 'mother',
  father: 'father',
  'step-parent': 'step-parent',
  grandparent: 'grandparent',
  sibling: 'sibling',
  aunt: 'aunt-or-uncle',
  cousin: 'other-kin',
  spouse: 'spouse',
  'foster-carer': 'foster-carer',
  institution: 'institution',
  'appointed-guardian': 'appointed',
  neighbour: 'neighbour',
  teacher: 'other',
  employer: 'other',
} as const;
const names = Object.keys(people);
const idOf = (who: string) => anId(100 + names.indexOf(who));
const places = ['family', 'kin', 'foster', 'shelter', 'hospital', 'independent', 'other'];
const placeId = (kind: string) => anId(200 + places.indexOf(kind));

/** A case as a vignette describes it, sentence by sentence. */
interface Situation {
  readonly file: ReturnType<typeof given>;
  /** How many days after the first. */
  readonly days: number;
  /** From which age on the child's own consent is enough, where the city set it. */
  readonly ownConsentFromAge?: number;
}

type Step = (situation: Situation, said: Readonly<Record<string, string>>) => Situation;
let made = 1000;
const newId = () => anId(++made);
const dayOf = ({ days }: Situation): string => addDays(firstDay, days);

/** What a decision knows: who decides, the day, and the limits of the city. */
function knowing({ days, ownConsentFromAge }: Situation, boss: boolean): Context {
  const context = contextOn(days, boss ? other : me, boss ? 'supervisor' : 'case-worker');
  if (ownConsentFromAge === undefined) return context;
  const version = { ...startingLimits, values: { ...startingLimits.values, ownConsentFromAge } };
  return { ...context, consulted: new Map([[consultedKey(limitsConsulted), { versions: [version] }]]) };
}
const done = (situation: Situation, name: string, input: object, boss = false): Situation => ({
  ...situation,
  file: situation.file.when(name, input, knowing(situation, boss)).and(),
});
const happened = (situation: Situation, ...events: readonly CaseEvent[]): Situation => ({
  ...situation,
  file: given(...(situation.file.events as readonly CaseEvent[]), ...events),
});
const born = (situation: Situation, first: string, last: string): Situation => {
  const [start, ...rest] = situation.file.events as readonly CaseEvent[];
  return { ...situation, file: given({ ...start, born: { first, last } } as CaseEvent, ...rest) };
};

/** What somebody said to one purpose, told all that must be. */
const consenting = (situation: Situation, who: string, purpose: string, answer: string, more: object = {}) => ({
  ...{ consent: newId(), who: who === 'child' ? 'child' : idOf(who), purpose, partner: null, answer, on: dayOf(situation) },
  ...{ language: 'ne', interpreter: false, how: 'spoken', told: ['purpose', 'use', 'withdrawal', 'retention'] },
  ...(answer === 'unable' ? { note: 'Too young to say.' } : {}),
  ...more,
});
const list = (text: string) => text.split(',').map((one) => one.trim());
/** What a basis is recorded with: `what` is `court order`, `law nobody listed` or the id of a duty. */
const basisOf = (situation: Situation, what: string, purposes: string, partner = '', until = '') => ({
  ...{ basis: newId(), purposes: list(purposes), partner: partner || null, because: 'It is so.', on: dayOf(situation) },
  ...(until ? { until } : {}),
  ...(what === 'court order' ? { kind: 'court-order', authority: 'District court' } : { kind: 'legal-duty' }),
  ...(dutyOf(what) ? { duty: what } : {}),
  ...(what === 'law nobody listed' ? { law: 'Act 5, section 2' } : {}),
});
const guardianOf = (situation: Situation, who: string, basis: string) => ({
  ...{ carer: idOf(who), since: addDays(dayOf(situation), -1), basis },
});
const assessmentOf = (situation: Situation, kind: string, more: { carer?: string; people?: string; result?: string }) => ({
  ...{ assessment: newId(), place: placeId(kind), kind, name: `A ${kind}`, country: null, carer: more.carer ? idOf(more.carer) : null },
  ...{ on: dayOf(situation), by: 'Asha', jointlyWith: '', result: more.result ?? 'safe', reasons: 'Seen.' },
  ...(more.people ? { people: [{ how: 'visits', name: `The ${more.people}` }] } : {}),
});
const placingOf = (situation: Situation, kind: string) => ({
  ...{ placement: newId(), place: placeId(kind), kind, from: dayOf(situation), reason: 'Safer.', responsible: 'Asha' },
});
const returningOf = (situation: Situation, who: string, kind: string) => ({
  ...{ return: newId(), on: dayOf(situation), place: placeId(kind), carer: idOf(who), escortedBy: 'Asha', handover: 'At home.' },
});

const interestsOf = (situation: Situation, hearing = 'heard') => ({
  ...{ assessment: newId(), on: dayOf(situation), hearing, childView: 'As the child is.', options: 'Two.', finding: 'This.' },
  reviewOn: addDays(dayOf(situation), 30),
});
/** A determination by a panel of these roles, all others than `lacks`. */
const determinationOf = (
  situation: Situation,
  solution: string,
  { lacks, wish = 'followed', hearing = 'heard', with: suspect }: Readonly<Record<string, string | undefined>>,
) => ({
  ...{ determination: newId(), on: dayOf(situation), hearing, wish, childView: 'As the child is.', options: 'Two.', solution },
  ...{ decision: 'This.', reviewOn: addDays(dayOf(situation), 30) },
  participants: [
    ...['supervisor', 'child-protection', 'guardian', 'teacher'].flatMap((role) => (role === lacks ? [] : [{ role, name: `A ${role}` }])),
    ...(suspect ? [{ role: 'carer', name: `The ${suspect}` }] : []),
  ],
});

const purpose = '(?<purpose>[a-z-]+)';
const partner = '(?: with (?<partner>[a-z-]+))?';
const until = '(?: until (?<until>[0-9-]+))?';
const who = `(?<who>${names.join('|')}|child)`;

/** The sentences of which a situation is made, each with what it does to the case. */
const steps: readonly (readonly [pattern: string, step: Step])[] = [
  ['aged (?<age>\\d+)', (now, { age }) => born(now, `${2026 - Number(age)}-06-01`, `${2026 - Number(age)}-06-01`)],
  ['born in (?<year>\\d+)', (now, { year }) => born(now, `${year}-01-01`, `${year}-12-31`)],
  [
    'age unknown',
    (now) => {
      const [start, ...rest] = now.file.events as readonly CaseEvent[];
      return { ...now, file: given({ ...start, born: null } as CaseEvent, ...rest) };
    },
  ],
  ['the city lets a child of (?<age>\\d+) decide', (now, { age }) => ({ ...now, ownConsentFromAge: Number(age) })],
  ['(?<basis>statement|assessment) says born (?<born>[0-9-]+)', (now, said) => done(now, 'record-age', { basis: said['basis'], disputed: false, born: said['born'] })], // biome-ignore format: one step
  ['age disputed', (now) => done(now, 'record-age', { basis: 'document', disputed: true, born: '2004-01-01' })],
  [
    'document says born (?<born>[0-9-]+)',
    (now, said) => done(now, 'record-age', { basis: 'document', disputed: false, born: said['born'] }),
  ],
  ['is (?<situation>with-family|separated|unaccompanied)', (now, said) => done(now, 'record-situation', { situation: said['situation'] })],
  [
    `${who}(?<home> at home)?`,
    (now, said) =>
      done(now, 'record-carer', {
        ...{ carer: idOf(said['who']!), name: `The ${said['who']}`, relation: people[said['who'] as keyof typeof people] },
        ...{ livesWithChild: Boolean(said['home']), contact: '' },
      }),
  ],
  [`${who} is a suspect`, (now, said) => done(now, 'suspect-carer', { carer: idOf(said['who']!), because: 'Took money.' })],
  [`${who} is cleared`, (now, said) => done(now, 'clear-carer', { carer: idOf(said['who']!), because: 'No ground.' }, true)],
  [
    `authority of ${who} is (?<authority>taken|held)`,
    (now, said) =>
      done(now, 'record-authority', { carer: idOf(said['who']!), authority: said['authority'], on: dayOf(now), because: 'A court.' }),
  ],
  [`${who} is guardian by (?<basis>[a-z-]+)`, (now, said) => done(now, 'name-guardian', guardianOf(now, said['who']!, said['basis']!))],
  ['guardianship ends', (now) => done(now, 'end-guardian', { on: dayOf(now), because: 'Moved.' })],
  ['interests conflict', (now) => done(now, 'record-conflict', { on: dayOf(now), because: 'Lives on the work of the child.' })],
  ['conflict ends', (now) => done(now, 'end-conflict', { on: dayOf(now), because: 'Settled.' }, true)],
  [
    `${who} (?<answer>agrees|refuses|cannot be asked) about ${purpose}${partner}${until}`,
    (now, said) => {
      const answer = { agrees: 'given', refuses: 'refused', 'cannot be asked': 'unable' }[said['answer']!]!;
      const more = { ...(said['partner'] ? { partner: said['partner'] } : {}), ...(said['until'] ? { until: said['until'] } : {}) };
      return done(now, 'record-consent', consenting(now, said['who']!, said['purpose']!, answer, more));
    },
  ],
  [
    `${who} withdraws ${purpose}`,
    (now, said) => {
      const by = said['who'] === 'child' ? 'child' : idOf(said['who']!);
      const consent = now.file.state.consents.ledger.findLast((one) => one.who === by && one.purpose === said['purpose'])!.id;
      return done(now, 'withdraw-consent', { consent, who: by, on: dayOf(now) });
    },
  ],
  [
    `danger needs ${purpose}`,
    (now, said) => done(now, 'invoke-emergency', { emergency: newId(), purpose: said['purpose'], because: 'Now.' }),
  ],
  [
    'danger is (?<verdict>upheld|disallowed)',
    (now, said) => {
      const emergency = now.file.state.consents.emergencies.at(-1)!.id;
      return done(now, 'review-emergency', { emergency, upheld: said['verdict'] === 'upheld', note: 'Read.' }, true);
    },
  ],
  [
    `(?<what>court order|law nobody listed|[A-Z]+-[A-Za-z0-9-]+) covers (?<purposes>[a-z, -]+?)${partner}${until}`,
    (now, said) => done(now, 'record-basis', basisOf(now, said['what']!, said['purposes']!, said['partner'], said['until'])),
  ],
  [
    'basis is (?<verdict>upheld|disallowed)',
    (now, said) =>
      done(now, 'review-basis', { basis: now.file.state.bases.at(-1)!.id, upheld: said['verdict'] === 'upheld', note: 'x' }, true),
  ],
  ['basis ends', (now) => done(now, 'end-basis', { basis: now.file.state.bases.at(-1)!.id, on: dayOf(now), because: 'Lifted.' })],
  ['(?<n>\\d+) days later', (now, { n }) => ({ ...now, days: now.days + Number(n) })],
  [
    `place (?<kind>[a-z]+)(?: of ${who})?(?: where (?<people>[a-z-]+) visits)? is (?<result>safe|not-safe)`,
    (now, said) => {
      const { kind, who: carer, people: visits, result } = said;
      const more = { ...(carer ? { carer } : {}), ...(visits ? { people: visits } : {}), ...(result ? { result } : {}) };
      return done(now, 'assess-place', assessmentOf(now, kind!, more));
    },
  ],
  ['placed in (?<kind>[a-z]+)', (now, said) => done(now, 'place-child', placingOf(now, said['kind']!))],
  [
    'found in (?<fact>detention|hospital|with-employer|street|unsafe-home|elsewhere|unknown)',
    (now, said) => done(now, 'record-whereabouts', { stay: newId(), fact: said['fact'], since: dayOf(now) }),
  ],
  [
    'best interests assessed(?:, (?<hearing>observed|not-possible))?',
    (now, said) => done(now, 'assess-interests', interestsOf(now, said['hearing'])),
  ],
  ['panel determines (?<solution>[a-z-]+)', (now, said) => done(now, 'record-determination', determinationOf(now, said['solution']!, {}))],
  [
    'reconsideration asked',
    (now) =>
      done(now, 'ask-reconsideration', {
        ...{ determination: now.file.state.bestInterests.determinations.at(-1)!.id, on: dayOf(now), because: 'The child said so.' },
      }),
  ],
  ['solution (?<solution>[a-z-]+) is decided', (now, said) => done(now, 'decide-solution', { solution: said['solution'] }, true)],
  ['return is prepared', (now) => done(now, 'prepare-return', { done: ['child-told', 'family-told', 'escort', 'safety-plan'] })],
  [`${who} is a suspect by a record`, (now, said) => done(now, 'hear-suspect', { suspect: anId(800), carer: idOf(said['who']!) })],
  ['the record of the suspect is withdrawn', (now) => done(now, 'hear-no-suspect', { suspect: anId(800) })],
  ['screening finds (?<result>presumed|signs|danger-now)', (now, { result }) => happened(now, screened(result === 'danger-now' ? 'not-enough' : result!, { on: dayOf(now), recordedOn: dayOf(now), alarms: result === 'danger-now' ? [result] : [] }))], // biome-ignore format: one step
  ['screening is corrected to nothing', (now) => happened(now, { ...screened('no-indication'), type: 'answers-amended', because: 'x', alarm: false } as CaseEvent)], // biome-ignore format: one step
  ['found to be no victim', (now) => happened(now, { type: 'identification-recorded', decision: anId(801), status: 'not-a-victim', body: 'police', bodyName: 'Police', decidedBy: null, by: me, on: dayOf(now), reviewUntil: null, act: [], means: [], exploitation: [], screening: null, items: [], reasons: 'x', again: false } as CaseEvent)], // biome-ignore format: one step
  ['an appeal is made', (now) => done(now, 'ask-review', { decision: anId(801), how: 'appeal', on: dayOf(now), because: 'x' })],
  ['linked with another case of the same child', (now) => done(now, 'link-case', { other: anId(802), kind: 'same-child' })],
  ['brought to (?<kind>[a-z]+) at once', (now, said) => done(now, 'place-in-emergency', { ...placingOf(now, said['kind']!), name: 'A place' }, true)], // biome-ignore format: one step
  [`${who} turns out to be a spouse`, (now, said) => done(now, 'record-carer', { carer: idOf(said['who']!), name: `The ${said['who']}`, relation: 'spouse', livesWithChild: false, contact: '' })], // biome-ignore format: one step
  ['ran away', (now) => done(now, 'record-leaving', { stay: newId(), how: 'ran-away', on: dayOf(now) })],
  [
    'identified as a victim',
    (now) =>
      happened(now, {
        ...{ type: 'identification-recorded', decision: newId(), status: 'actual', body: 'police', bodyName: 'Police', decidedBy: null },
        ...{ by: me, on: dayOf(now), reviewUntil: null, act: ['recruitment'], means: [], exploitation: ['forced-labour'] },
        ...{ screening: null, items: [], reasons: 'x', again: false },
      } as CaseEvent),
  ],
  [
    'handed over to adult services(?<declined>, who are declined)?',
    (now, { declined }) =>
      done(now, 'leave-care', {
        ...{ wish: declined ? 'does-not-want' : 'wants', words: 'A room near my work.', on: dayOf(now) },
        ...(declined ? {} : { service: 'Youth office' }),
      }),
  ],
  [
    `services declined by child(?: and ${who})?`,
    (now, said) =>
      done(now, 'decline-services', {
        ...{ child: 'declines', carer: said['who'] ? idOf(said['who']) : null, on: dayOf(now), dangerRuledOut: 'Seen at school.' },
      }),
  ],
  [
    'child wants services',
    (now) => done(now, 'decline-services', { child: 'wants-services', carer: null, on: dayOf(now), dangerRuledOut: 'Seen.' }),
  ],
  [
    'searched (?<steps>\\d+) times over (?<over>\\d+) days',
    (now, { steps: count, over }) =>
      Array.from({ length: Number(count) }).reduce<Situation>(
        (before, _, i) =>
          done(before, 'record-search-step', {
            ...{ step: newId(), what: 'family', on: addDays(dayOf(before), i === 0 ? -Number(over) : 0), who: 'Asha', note: 'No.' },
          }),
        now,
      ),
  ],
  [
    'supervisor approves closing as (?<reason>[a-z-]+)',
    (now, said) => happened(now, ...approvedFor(said['reason'] as Parameters<typeof approvedFor>[0])),
  ],
];

/** The groups of a pattern that a sentence matches whole; undefined where it does not. */
function matched(pattern: string, sentence: string): Readonly<Record<string, string>> | undefined {
  const found = new RegExp(`^${pattern}$`).exec(sentence);
  return found ? { ...found.groups } : undefined;
}

/** A case of that country to which all that happened. Throws on a sentence that says nothing, or an act that is refused. */
export function situationOf(country: string, sentences: readonly string[]): Situation {
  const start: Situation = { file: given({ ...opened, country } as CaseEvent), days: 0 };
  return sentences.reduce((now, sentence) => {
    for (const [pattern, step] of steps) {
      const said = matched(pattern, sentence);
      if (said) return step(now, said);
    }
    throw new Error(`No step is "${sentence}".`);
  }, start);
}

type Answer = (situation: Situation, said: Readonly<Record<string, string>>) => readonly string[];

const short = (code: string) => code.replace('cases.', '');
/** What a command comes to: `yes`, or `no: <code>`. */
const tried = ({ file, days }: Situation, name: string, input: object, boss = false): readonly string[] => {
  const { outcome } = file.when(name, input, contextOn(days, boss ? other : me, boss ? 'supervisor' : 'case-worker'));
  return [typeof outcome === 'string' ? `no: ${short(outcome)}` : 'yes'];
};
/** Whether the office may act for a purpose: on what, or whose word is missing. */
function resting(situation: Situation, purpose: string, partner?: string): readonly string[] {
  const to = partner ? { id: partner, kind: partner } : undefined;
  const found = consentFor(situation.file.state, purpose as Purpose, dayOf(situation), to);
  return holds(found) ? ['yes', `yes, ${found.status}`] : [`no: ${found.status}`, `no: ${found.status} (${found.of})`];
}

/** What a vignette may ask, each with how the answer is found. */
const questions: readonly (readonly [pattern: string, answer: Answer])[] = [
  [
    'may they be interviewed',
    (now) => {
      const refusal = mayInterviewOnFacts(now.file.state, dayOf(now));
      return [refusal ? `no: ${short(refusal.refused)}` : 'yes'];
    },
  ],
  [`may the office do ${purpose}${partner}`, (now, said) => resting(now, said['purpose']!, said['partner'])],
  [
    'may a (?<kind>photo|medical) of the child be kept',
    (now, said) => tried(now, 'attach-paper', { paper: anId(900), kind: said['kind'], about: 'child' }),
  ],
  ['may the family be traced', (now) => tried(now, 'request-tracing', { tracing: anId(901), whom: 'An aunt', through: 'An office' })],
  [
    `may ${who} be named guardian by (?<basis>[a-z-]+)`,
    (now, said) => tried(now, 'name-guardian', guardianOf(now, said['who']!, said['basis']!)),
  ],
  [
    `may ${who} answer (?<answer>given|refused|unable) about ${purpose}`,
    (now, said) => tried(now, 'record-consent', consenting(now, said['who']!, said['purpose']!, said['answer']!)),
  ],
  [
    `may (?<what>court order|law nobody listed|legal duty|[A-Z]+-[A-Za-z0-9-]+) cover (?<purposes>[a-z, -]+?)${partner}${until}`,
    (now, said) => tried(now, 'record-basis', basisOf(now, said['what']!, said['purposes']!, said['partner'], said['until'])),
  ],
  [
    `may danger be invoked for ${purpose}`,
    (now, said) => tried(now, 'invoke-emergency', { emergency: anId(902), purpose: said['purpose'], because: 'Now.' }),
  ],
  ['may the child be placed in (?<as>[a-z]+) at the place of (?<kind>[a-z]+)', (now, said) => tried(now, 'place-child', { ...placingOf(now, said['kind']!), kind: said['as'] })], // biome-ignore format: one question
  ['may (?<kind>[a-z]+) take the child', (now, said) => tried(now, 'place-child', placingOf(now, said['kind']!))],
  [
    'may a supervisor bring the child to (?<kind>[a-z]+) at once',
    (now, said) => tried(now, 'place-in-emergency', { ...placingOf(now, said['kind']!), name: 'A place' }, true),
  ],
  [
    `may the child return to ${who} in (?<kind>[a-z]+)`,
    (now, said) => tried(now, 'record-return', returningOf(now, said['who']!, said['kind']!)),
  ],
  [
    'may what is best be assessed(?:, (?<hearing>observed|not-yet))?',
    (now, said) => tried(now, 'assess-interests', interestsOf(now, said['hearing'])),
  ],
  [
    `may a panel determine (?<solution>[a-z-]+)(?: without (?<lacks>[a-z-]+))?(?: with (?<with>[a-z-]+))?(?:, wish (?<wish>[a-z-]+))?(?:, (?<hearing>observed|not-yet))?`,
    (now, said) => tried(now, 'record-determination', determinationOf(now, said['solution']!, said)),
  ],
  ['may (?<solution>[a-z-]+) be decided', (now, said) => tried(now, 'decide-solution', { solution: said['solution'] }, true)],
  [
    'may (?<fact>[a-z-]+) be written down',
    (now, said) => tried(now, 'record-whereabouts', { stay: anId(903), fact: said['fact'], since: dayOf(now) }),
  ],
  [
    `may place (?<kind>[a-z]+)(?: of ${who})? be found safe`,
    (now, said) => tried(now, 'assess-place', assessmentOf(now, said['kind']!, { ...(said['who'] ? { carer: said['who'] } : {}) })),
  ],
  [
    'may the case be closed as (?<reason>[a-z-]+)',
    (now, said) => {
      const found = hindrances(now.file.state, said['reason']!, dayOf(now)).map(({ refused }) => `no: ${short(refused)}`);
      return found.length === 0 ? ['yes'] : found;
    },
  ],
];

/** All that is true of a question: a vignette expects one of it. Throws on a question that is none. */
export function answerTo(situation: Situation, question: string): readonly string[] {
  for (const [pattern, answer] of questions) {
    const said = matched(pattern, question);
    if (said) return answer(situation, said);
  }
  throw new Error(`No question is "${question}".`);
}
