import { addDays } from '../../platform/decider/index.ts';
import { actsOf } from './acts.ts';
import type { Chance } from './chance.ts';
import { handOf } from './hand.ts';
import { houses, people, type Step } from './world.ts';

const births = [
  { first: '2014-01-01', last: '2014-12-31' },
  { first: '2009-05-09', last: '2009-05-09' },
  { first: '2021-03-01', last: '2021-03-31' },
  { first: '2004-01-01', last: '2004-12-31' },
  { first: '2008-11-24', last: '2008-12-31' },
  null,
];

/** What an assessment says where nothing endangers the child. */
const nothingGrave = { 'danger-now': 'no', 'needs-doctor': 'no', 'safe-tonight': 'yes', 'self-harm': 'no', grave: ['none'] };

/** What a life is made of: steps that lead to an end, and between them whatever happens. */
export function planOf(chance: Chance, newId: () => string): readonly Step[] {
  const hand = handOf(chance, newId);
  const acts = actsOf(hand);
  const { act, day, slips, someone } = hand;
  const wait =
    (days: number): Step =>
    () => ({ name: 'wait', input: { days }, by: 'system' });
  const closing = (reason: string): readonly Step[] => [acts.ask(reason), acts.approve(), acts.close(reason)];
  const agreed = (purpose: string) => [acts.consent(people[0].carer, purpose, 'given'), acts.consent('child', purpose, 'given')];
  const home = acts.record(people[0], true);
  const prepare = act('prepare-return', () => ({
    done: ['child-told', 'family-told', 'escort', 'safety-plan'].filter(() => !slips()),
  }));
  const goBack = act('record-return', ({ today }) => ({
    ...{ return: newId(), on: day(today), place: houses[0], carer: slips() ? someone().carer : people[0].carer },
    ...{ escortedBy: 'Asha', handover: 'At the door.' },
  }));
  const backHome: readonly Step[] = [home, acts.assess(houses[0], 'safe'), acts.weigh(), acts.determine('family-return'), acts.decide('family-return'), prepare, goBack]; // biome-ignore format: one way
  const goal = newId();
  const allMet: readonly Step[] = [
    ...backHome,
    act('answer-questionnaire', ({ today }) => ({
      ...{ answering: newId(), questionnaire: 'assessment', version: 'olle-3', on: today, interviewed: ['caregiver'], language: 'ne' },
      ...{ interpreter: 'none', answers: { ...nothingGrave, 'education-now': slips() ? 1 : 3 } },
    })),
    act('set-goal', ({ today }) => ({ goal, domain: 'education', what: 'School.', due: addDays(today, 30) })),
    act('settle-goal', () => ({ goal, how: 'met' })),
    act('agree-ending', () => ({
      child: slips() ? 'does-not-agree' : 'agrees',
      carer: 'agrees',
      contact: 'Asha',
    })),
    ...Array.from({ length: 5 }, () => [wait(chance.one([40, 60])), acts.visit()]).flat(),
    ...closing('goals-met'),
  ];
  const leave = act('leave-care', ({ today }) => ({ wish: 'does-not-want', words: 'I live with my sister.', on: today }));
  const aims: readonly (() => readonly Step[])[] = [
    () => [home, acts.situation('with-family'), ...agreed('interview'), acts.screen(['child'])],
    () => [acts.record(people[3], false), acts.situation('unaccompanied'), acts.guardian(people[3]), acts.consent(people[3].carer, 'interview', 'given'), acts.consent('child', 'interview', 'given'), acts.screen(['child'])], // biome-ignore format: one way
    () => [acts.assess(houses[1], 'safe'), acts.place(houses[1])],
    () => [acts.placeAtOnce(), acts.assess()],
    () => backHome,
    () => backHome,
    () => backHome,
    () => allMet,
    () => allMet,
    () => closing(chance.one(['moved', 'unfounded', 'died', 'opened-in-error'])),
    () => [act('link-case', () => ({ other: newId(), kind: 'same-child' })), ...closing('duplicate')],
    () => [home, ...agreed('medical'), acts.paper('medical', 'child')],
    () => [home, ...agreed('photograph'), acts.paper('photo', 'child'), acts.paper('medical', 'child')],
    () => [home, ...agreed('sharing'), ...agreed('sharing'), acts.refer(), acts.refer(), acts.tellPartner()],
    () => [home, ...agreed('family-tracing'), acts.trace()],
    () => [home, ...agreed('family-tracing'), acts.trace(), acts.withdraw(), acts.traced()],
    () => [acts.beginFollowUp(), wait(9), acts.moveVisit(), wait(30), acts.moveVisit(), acts.dropVisit(), wait(40), acts.reviewVisit()],
    () => [...closing('moved'), acts.screen(['caregiver'])],
    () => [leave, ...closing('of-age')],
    () => [...Array.from({ length: 6 }, () => acts.search()), wait(chance.one([10, 31])), ...closing('lost')],
    () => [home, acts.decline(), ...closing('services-declined')],
  ];

  const start = act('open', ({ office }) => ({
    ...{ person: null, source: 'visit', riskLevel: 'high', ward: '3', born: chance.one(births), worker: office[0], name: 'Maya Rai' },
    ...{ concern: 'Seen with a stranger.', actions: [] },
  }), () => 2); // biome-ignore format: one act
  const kinds: readonly (() => Step)[] = Object.values(acts);
  const random = () => chance.one(kinds)();
  const path = Array.from({ length: 1 + chance.upTo(2) }, () => chance.one(aims)()).flat();
  const noise = chance.one([0, 0.1, 0.3, 0.6]);
  const left = chance.one([0, 0, 0.05, 0.2]);
  const steered = path.flatMap((step) => {
    const more = chance.yes(noise) ? [random()] : [];
    return chance.yes(left) ? more : [...more, step];
  });
  return [start, ...steered, ...Array.from({ length: 40 }, random)];
}
