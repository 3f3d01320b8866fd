import type { CaseState } from '../../areas/cases/domain/state/case.ts';
import { addDays } from '../../platform/decider/index.ts';
import { anId, type Chance } from './chance.ts';
import { partnerKinds } from './checker/ends.ts';
import { screeningAnswers } from './screenings.ts';

export interface Act {
  readonly name: string;
  readonly input: object;
  /** `wait`: nobody does anything, and days go by. */
  /** Who of the office, by place in the list; or a consequence. */
  readonly by: number | 'system';
}
interface Now {
  readonly state: CaseState | undefined;
  readonly today: string;
  readonly office: readonly string[];
}
export type Step = (now: Now) => Act | undefined;

// Few people, places and things, so that acts meet what others left.
export const people = [
  { carer: anId(101), name: 'Gita Rai', relation: 'mother' },
  { carer: anId(102), name: 'Hari Rai', relation: 'father' },
  { carer: anId(103), name: 'Mina Rai', relation: 'aunt-or-uncle' },
  { carer: anId(104), name: 'Asha Lama', relation: 'appointed' },
  { carer: anId(105), name: 'Bir Rai', relation: 'spouse' },
  { carer: anId(106), name: 'Home of Hope', relation: 'institution' },
  { carer: anId(107), name: 'Dil Rai', relation: 'neighbour' },
] as const;
export const houses = [anId(201), anId(202), anId(203)];
const partners = Object.keys(partnerKinds);
const told = ['purpose', 'use', 'withdrawal', 'retention'];
const reasons = ['goals-met', 'moved', 'of-age', 'lost', 'died', 'services-declined', 'unfounded', 'duplicate', 'opened-in-error'];

/** Acts on a case, as people give them: mostly by those who may, of the day and right; now and then not. */
export function actsOf(chance: Chance, newId: () => string) {
  /** In a careful life few acts are wrong by day, person or content; in the others many. */
  const wrong = chance.one([0.01, 0.05, 0.2]);
  const slips = (): boolean => chance.yes(wrong);
  const worker = () => (slips() ? chance.upTo(9) : 0);
  const boss = () => (slips() ? chance.upTo(9) : chance.one([2, 3, 2, 3, 4]));
  /** Today, a day before, or one that a wrong clock made. */
  const day = (today: string) => addDays(today, slips() ? chance.one([-1, -2, -7, -30, -200, 1, 30]) : 0);
  const someone = () => chance.one(people);
  const act =
    (name: string, input: (now: Now) => object, by: () => number | 'system' = worker): Step =>
    (now) => ({ name, input: input(now), by: by() });

  const record = (who: (typeof people)[number], home = chance.yes(0.5)) =>
    act('record-carer', () => ({ ...who, livesWithChild: home, contact: '' }));
  const consent = (who: string, purpose: string, answer = chance.one(['given', 'given', 'given', 'given', 'refused', 'unable'])) =>
    act('record-consent', ({ today }) => ({
      ...{ consent: newId(), who, purpose, answer, on: day(today), language: 'ne' },
      partner: purpose === 'sharing' ? chance.one(['shelter', 'shelter', 'clinic', ...partners]) : null,
      ...{ interpreter: false, how: 'spoken', told: answer === 'given' ? told : [], note: 'As they said it.' },
      ...(chance.yes(0.2) ? { until: addDays(today, chance.one([0, 10, 60])) } : {}),
    }));
  const assess = (place = chance.one(houses), result = chance.one(['safe', 'safe', 'safe', 'safe-with-conditions', 'not-safe'])) =>
    act('assess-place', ({ today }) => ({
      ...{
        assessment: newId(),
        place,
        kind: chance.one(['family', 'kin', 'foster', 'shelter', 'independent']),
        name: 'A house',
        by: 'Asha',
      },
      ...{ country: chance.yes(0.1) ? 'IN' : null, carer: chance.yes(0.5) ? someone().carer : null, on: day(today), result },
      ...{ jointlyWith: chance.yes(0.7) ? 'The office there' : '', reasons: 'Seen.' },
      people: chance.yes(0.3) ? [{ how: chance.one(['lives', 'visits']), name: someone().name }] : [],
    }));
  const solutions = ['family-return', 'family-return', 'local-integration', 'alternative-care', 'country-of-origin', 'resettlement'];
  const weigh = act('assess-interests', ({ today }) => ({
    ...{ assessment: newId(), on: day(today), hearing: slips() ? 'observed' : 'heard', childView: 'To be home.', options: 'Two.' },
    ...{ finding: 'This one.', reviewOn: addDays(today, 30) },
  }));
  const determine = (solution = chance.one(solutions)) =>
    act('record-determination', ({ today }) => ({
      ...{ determination: newId(), on: day(today), hearing: slips() ? chance.one(['not-possible', 'not-yet']) : 'heard', solution },
      ...{ reviewOn: addDays(today, chance.one([20, 30, 90, 180])), childView: slips() ? '' : 'To be home.' },
      participants: [
        { role: 'supervisor', name: 'Asha' },
        ...(slips() ? [] : [{ role: 'child-protection', name: 'Bimala' }]),
        ...(slips() ? [] : [{ role: 'guardian', name: 'Asha Lama' }]),
        { role: 'teacher', name: slips() ? chance.one(['Asha', someone().name]) : 'Kamala' },
      ],
      ...{ options: 'Two.', decision: 'This one.', wish: slips() ? 'not-followed' : 'followed' },
    }));
  const screen = (interviewed = chance.one([['child'], ['child'], ['caregiver'], []])) =>
    act('answer-questionnaire', ({ today }) => ({
      ...{ answering: newId(), questionnaire: 'screening', version: 'olle-2', on: day(today), interviewed, language: 'ne' },
      ...{ interpreter: 'none', answers: screeningAnswers(chance) },
    }));
  const decideVictim = act('record-identification', ({ today, state }) => ({
    ...{
      decision: newId(),
      status: chance.one(['actual', 'possible', 'not-a-victim']),
      body: 'police',
      bodyName: 'Police',
      decidedBy: null,
    },
    ...{ on: day(today), reviewUntil: null, act: ['transfer'], means: [], exploitation: ['child-labour'], screening: null, items: [] },
    ...{ reasons: 'As found.', ...(state && state.identification.decisions.length > 0 ? { again: chance.yes(0.3) } : {}) },
  }));
  const reviewed: readonly Step[] = [
    ({ state, today }) => {
      const one = state?.identification.decisions.at(-1);
      return one && { name: 'ask-review', by: worker(), input: { decision: one.id, how: 'appeal', on: day(today), because: 'Wrong.' } };
    },
    ({ state, today }) => {
      const one = state?.identification.decisions.at(-1);
      const outcome = chance.one(['upheld', 'set-aside']);
      const input = { decision: one?.id, outcome, on: today, bodyName: 'Court', because: 'Read.' };
      return one && { name: 'settle-review', by: worker(), input };
    },
  ];
  const whereabouts = act('record-whereabouts', ({ today }) => ({
    ...{ stay: newId(), since: day(today) },
    fact: chance.one(['detention', 'hospital', 'with-employer', 'street', 'unsafe-home', 'elsewhere', 'elsewhere', 'unknown']),
  }));
  /** As the place was assessed, mostly. */
  const kindOf = (state: CaseState | undefined, house: string): string => {
    const known = state?.bestInterests.places.find(({ id }) => id === house)?.kind;
    return known && !slips() ? known : chance.one(['family', 'kin', 'foster', 'shelter', 'independent']);
  };
  const place = (house = chance.one(houses)) =>
    act('place-child', ({ today, state }) => ({
      ...{ placement: newId(), kind: kindOf(state, house), place: house, from: day(today) },
      ...{ responsible: 'The aunt', reason: 'Not safe at home.' },
    }));
  const placeAtOnce = act(
    'place-in-emergency',
    ({ today }) => ({
      ...{ placement: newId(), kind: chance.one(['kin', 'foster', 'shelter', 'family']), place: chance.one(houses), from: day(today) },
      ...{ responsible: 'The shelter', reason: 'Tonight.', name: 'A house' },
    }),
    boss,
  );
  const situation = (of = chance.one(['with-family', 'separated', 'unaccompanied'])) => act('record-situation', () => ({ situation: of }));
  const guardian = (who = chance.one([people[3], people[3], people[0], people[2], people[4]])) =>
    act('name-guardian', ({ today }) => ({
      ...{
        carer: who.carer,
        since: day(today),
        basis: chance.one(['court', 'authority', 'interim', 'parent', 'trusted-adult', 'family-agreement']),
      },
    }));
  const suspect = (who = someone()) => act('suspect-carer', () => ({ carer: who.carer, because: 'Took money.' }));
  const paper = (kind: string, about = 'child') => act('attach-paper', () => ({ paper: newId(), kind, about }));
  const steps = {
    record: () => record(someone()),
    situation: () => situation(),
    guardian: () => guardian(),
    endGuardian: () => act('end-guardian', ({ today }) => ({ on: day(today), because: 'Moved.' })),
    suspect: () => suspect(),
    clear: () => act('clear-carer', () => ({ carer: someone().carer, because: 'Not so.' }), boss),
    link: () =>
      act(
        'hear-suspect',
        () => ({ suspect: chance.one([anId(301), anId(302)]), carer: someone().carer }),
        () => 'system',
      ),
    unlink: () =>
      act(
        'hear-no-suspect',
        () => ({ suspect: chance.one([anId(301), anId(302)]) }),
        () => 'system',
      ),
    authority: () =>
      act('record-authority', ({ today }) => ({
        ...{ carer: chance.one([people[0], people[1]]).carer, authority: chance.one(['taken', 'held']), on: day(today), because: 'Court.' },
      })),
    age: () =>
      act('record-age', () => ({
        ...{ basis: chance.one(['document', 'statement', 'assessment']), disputed: chance.yes(0.3) },
        ...{ born: chance.one(['2005', '2008-11', '2012-05-09', '2026', null, '2000-01-01']), note: 'Seen.' },
      })),
    consent: () => consent(chance.one(['child', 'child', 'child', ...people.map(({ carer }) => carer)]), chance.one(['case-work', 'interview', 'interview', 'sharing', 'sharing', 'family-tracing', 'medical', 'photograph'])), // biome-ignore format: one act
    withdraw:
      (): Step =>
      ({ state, today }) => {
        const one = state?.consents.ledger.at(-1);
        return one && { name: 'withdraw-consent', by: worker(), input: { consent: one.id, who: one.who, on: day(today) } };
      },
    emergency: () => act('invoke-emergency', ({ today }) => ({ emergency: newId(), purpose: chance.one(['case-work', 'interview', 'sharing', 'medical']), because: 'In danger.', ...(chance.yes(0.3) ? { newFacts: 'He came back.', newFactsOn: day(today) } : {}) })), // biome-ignore format: one act
    endConflict: () => act('end-conflict', ({ today }) => ({ on: day(today), because: 'Settled.' }), boss),
    paper: () => paper(chance.one(['photo', 'medical', 'court']), chance.one(['child', 'child', 'mother'])),
    refer: () => act('refer', () => ({ referral: newId(), organisation: chance.one(partners), service: chance.one(['emergency-shelter', 'health', 'mental-health']), urgency: 'urgent', handover: false, because: 'Help.', told: { name: 'Maya' } })), // biome-ignore format: one act
    tellPartner: (): Step => ({ state }) => {
      const one = state?.referrals.at(-1);
      return one && { name: 'tell-partner', by: worker(), input: { referral: one.id, text: 'More.' } };
    }, // biome-ignore format: one act
    extend: (): Step => ({ state, today }) => {
      const one = state?.referrals.at(-1);
      return one && { name: 'extend-referral', by: worker(), input: { referral: one.id, until: addDays(today, chance.one([1, 5, 100])) } };
    }, // biome-ignore format: one act
    law: () => act('record-basis', ({ today }) => ({ basis: newId(), kind: 'legal-duty', purposes: [chance.one(['case-work', 'medical', 'family-tracing', 'sharing'])], partner: null, law: 'Act 5', on: day(today), because: 'It is so.', ...(chance.yes(0.2) ? { newFacts: 'He came back.', newFactsOn: day(today) } : {}) })), // biome-ignore format: one act
    lawToTell: () => act('record-basis', ({ today }) => ({ basis: newId(), kind: 'legal-duty', purposes: ['sharing'], partner: chance.one(['shelter', 'clinic']), law: 'Act 6', on: day(today), because: 'It is so.' })), // biome-ignore format: one act
    reviewBasis: (): Step => ({ state }) => {
      const one = state?.bases.at(-1);
      return one && { name: 'review-basis', by: boss(), input: { basis: one.id, upheld: chance.yes(0.5), note: 'Read.' } };
    }, // biome-ignore format: one act
    endBasis: (): Step => ({ state, today }) => {
      const one = state?.bases.at(-1);
      return one && { name: 'end-basis', by: worker(), input: { basis: one.id, on: day(today), because: 'Lifted.' } };
    }, // biome-ignore format: one act
    otherCase: () => act('link-case', () => ({ other: anId(1001), kind: chance.one(['same-child', 'sibling']) })),
    noOtherCase: () => act('unlink-case', () => ({ other: anId(1001), because: 'Not so.' })),
    conflict: () => act('record-conflict', ({ today }) => ({ on: day(today), because: 'Lives on the work.' })),
    order: () => act('record-basis', ({ today }) => ({ basis: newId(), kind: 'court-order', purposes: [chance.one(['case-work', 'interview', 'medical'])], partner: null, authority: 'A court', on: day(today), because: 'Ordered.' })), // biome-ignore format: one act
    reviewEmergency:
      (): Step =>
      ({ state }) => {
        const one = state?.consents.emergencies.at(-1);
        return one && { name: 'review-emergency', by: boss(), input: { emergency: one.id, upheld: chance.yes(0.5), note: 'Read.' } };
      },
    assess: () => assess(),
    weigh: () => weigh,
    determine: () => determine(),
    decide: () => act('decide-solution', () => ({ solution: chance.one(solutions) }), boss),
    screen: () => screen(),
    decideVictim: () => decideVictim,
    askReview: () => reviewed[0]!,
    settleReview: () => reviewed[1]!,
    whereabouts: () => whereabouts,
    answerDanger:
      (): Step =>
      ({ state, today }) => {
        const one = state?.answers.given.findLast(({ now }) => now.outcome.alarms.length > 0);
        const input = { danger: one?.id, alarm: one?.now.outcome.alarms[0], on: day(today), what: 'Went there.' };
        return one && { name: 'answer-danger', by: worker(), input };
      },
    place: () => place(),
    placeAtOnce: () => placeAtOnce,
    leave: () => act('record-leaving', ({ today }) => ({ stay: newId(), how: chance.one(['ran-away', 'taken-away', 'moved-out']), on: day(today) })), // biome-ignore format: one act
    flag: () => act('raise-flag', () => ({ flag: newId(), reason: chance.one(['safety', 'safety', 'attention']), words: 'Look.' })),
    settleFlag:
      (): Step =>
      ({ state }) => {
        const one = state?.flags.find(({ settled }) => settled === null);
        return one && { name: 'settle-flag', by: worker(), input: { flag: one.id, answer: 'Done.' } };
      },
    trace: () => act('request-tracing', () => ({ tracing: newId(), whom: 'An aunt', through: 'Red Cross' })),
    traced:
      (): Step =>
      ({ state, today }) => {
        const one = state?.placements.tracings.at(-1);
        const input = { tracing: one?.id, step: chance.one(['found', 'verified', 'not-found']), on: day(today), note: 'Met.' };
        return one && { name: 'record-tracing', by: worker(), input };
      },
    note: () => act('note', () => ({ text: 'Called.' })),
    assign: () => act('assign', ({ office }) => ({ worker: chance.one([office[0]!, office[0]!, office[1]!, office[4]!, null]) }), boss),
    action: () => act('add-action', ({ today, office }) => ({ action: newId(), what: 'Call the school.', who: office[0]!, due: addDays(today, 5) })), // biome-ignore format: one act
    settleAction:
      (): Step =>
      ({ state }) => {
        const one = state?.actions.find(({ settled }) => settled === null);
        return one && { name: 'settle-action', by: worker(), input: { action: one.id, how: 'done' } };
      },
    visit:
      (): Step =>
      ({ state, today }) => {
        const one = state?.followUp.visits.find(({ outcome }) => outcome === null);
        const outcome = chance.one(['seen', 'seen', 'seen', 'not-found', 'refused']);
        const input = { visit: one?.id, on: day(today), outcome, alone: true, scores: {}, note: 'At home.' };
        return one && { name: 'make-visit', by: worker(), input };
      },
    search: () => act('record-search-step', ({ today }) => ({ step: newId(), what: chance.one(['home', 'family', 'police']), on: day(today), who: 'Police', note: 'Asked.' })), // biome-ignore format: one act
    decline: () =>
      act('decline-services', ({ today }) => ({
        ...{ child: chance.one(['declines', 'declines', 'wants-services', 'cannot-say']), on: day(today), dangerRuledOut: 'Seen at home.' },
        carer: chance.yes(0.8) ? someone().carer : null,
      })),
    close: () => close(chance.one(reasons)),
    reopen: () => act('reopen', () => ({ because: 'They came back.' }), boss),
    ask: () => ask(chance.one(reasons)),
    approve: () => approve,
  } satisfies Record<string, () => Step>;
  const kinds = Object.values(steps) as readonly (() => Step)[];

  const ask = (reason: string) => act('ask-approval', () => ({ approval: newId(), subject: 'closure', reason, note: 'Please.' }));
  const approve: Step = ({ state }) => {
    const one = state?.approvals.findLast(({ verdict }) => verdict === 'asked');
    const input = { approval: one?.id, verdict: chance.one(['approved', 'approved', 'approved', 'returned']), note: 'Read.' };
    return one && { name: 'give-approval', by: boss(), input };
  };
  const close = (reason: string) => act('close', () => ({ reason, summary: 'It is over.' }));

  return {
    act,
    ask,
    approve,
    assess,
    boss,
    close,
    consent,
    day,
    determine,
    weigh,
    guardian,
    kinds,
    paper,
    place,
    placeAtOnce,
    record,
    screen,
    situation,
    slips,
    someone,
    steps,
  };
}
