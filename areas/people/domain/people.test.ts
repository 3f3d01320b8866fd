import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Context } from '../../../platform/decider/index.ts';
import { givenOf, anId as id } from '../../../platform/decider/testing.ts';
import { linkageRecord } from './linkage.ts';
import { type PairEvent, pairRecord } from './pair.ts';
import { type Composition, type PersonEvent, personRecord } from './person.ts';

const bySupervisor = { knows: (context: Context) => ({ ...context, actor: { id: id(1), city: 1, roles: ['supervisor' as const] } }) };

const [a, b] = [id(10), id(11)];
const fields = [{ column: 'name', level: 0, weight: 9 }];
const doubted: PairEvent = { type: 'pair-doubted', a, b, weight: 9, probability: 0.6, fields };
const judged = (verdict: 'same' | 'not-same' | 'later'): PairEvent => ({ type: 'pair-judged', a, b, verdict, by: id(1) });
const pair = givenOf(pairRecord, bySupervisor);

test('a doubt is noted once, again where its weight moved, and not where a person has said what is so', () => {
  const doubt = { a, b, weight: 9, probability: 0.6, fields };
  pair().when('doubt', doubt).then('pair-doubted');
  pair(doubted)
    .when('doubt', { ...doubt, weight: 9.2 })
    .then();
  pair(doubted)
    .when('doubt', { ...doubt, weight: 12 })
    .then('pair-doubted');
  pair(doubted, judged('not-same'))
    .when('doubt', { ...doubt, weight: 30 })
    .then();
  pair(doubted, { type: 'doubt-withdrawn' }).when('doubt', doubt).then('pair-doubted');
});

test('a question is answered by its two rows in any order; answered otherwise, the answer replaces the earlier one', () => {
  pair(doubted).when('judge', { a: b, b: a, verdict: 'same' }).then('pair-judged');
  const [event] = pair(doubted, judged('same')).when('judge', { a, b, verdict: 'not-same', because: 'Cousins' }).followed();
  assert.deepEqual(event, { type: 'pair-judged', a, b, verdict: 'not-same', replaces: 'same', by: id(1), because: 'Cousins' });
  pair(doubted, judged('same')).when('judge', { a, b, verdict: 'same' }).then();
  pair(doubted, judged('same')).when('judge', { a, b, verdict: 'later' }).then('pair-judged');
});

test('an answer to no question, to another question, or on one row alone is refused', () => {
  pair().when('judge', { a, b, verdict: 'same' }).refused('people.no-question');
  pair(doubted)
    .when('judge', { a, b: id(12), verdict: 'same' })
    .refused('people.other-pair');
  pair(doubted).when('judge', { a, b: a, verdict: 'same' }).refused('people.same-row');
});

test('a doubt is withdrawn while it waits, a verdict is not', () => {
  pair(doubted).when('withdraw').then('doubt-withdrawn');
  pair(doubted, judged('later')).when('withdraw').then('doubt-withdrawn');
  pair(doubted, judged('same')).when('withdraw').then();
  pair(doubted, { type: 'doubt-withdrawn' }).when('withdraw').then();
});

const composition: Composition = {
  members: [{ entry: a, register: 'birth', weight: 0, fields: [] }],
  sex: 'female',
  ward: '3',
  birthYear: 2014,
  household: null,
  card: { names: ['Maya Rai'], birthDate: '2014-05-09', mother: null, father: null, phones: [], numbers: [], address: null },
};
const formed = { type: 'person-formed', ...composition } as unknown as PersonEvent;
const person = givenOf(personRecord, bySupervisor);

test('a person is formed, changes where rows or what is known changed, not where only weights did, and is emptied once', () => {
  person().when('settle', composition).then('person-formed');
  person(formed).when('settle', composition).then();
  person(formed)
    .when('settle', { ...composition, members: [{ ...composition.members[0]!, weight: 12, fields }] })
    .then();
  person(formed)
    .when('settle', { ...composition, ward: '4' })
    .then('person-changed');
  person(formed)
    .when('settle', { ...composition, card: { ...composition.card, names: ['Maya Rai', 'माया राई'] } })
    .then('person-changed');
  person(formed)
    .when('settle', { ...composition, members: [] })
    .then('person-emptied');
  person(formed, { type: 'person-emptied' })
    .when('settle', { ...composition, members: [] })
    .then();
  person()
    .when('settle', { ...composition, members: [] })
    .then();
});

test('a run of linkage on the same rows and verdicts is noted once', () => {
  const run = { rows: 2, persons: 1, links: 1, doubtful: 0, compared: 1, model: {}, basis: 'x' };
  const linkage = givenOf(linkageRecord);
  const once = linkage().when('finish', run);
  once.then('linkage-finished');
  once.and().when('finish', run).then();
  once
    .and()
    .when('finish', { ...run, basis: 'y' })
    .then('linkage-finished');
});
