import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answers } from './answers.ts';
import { instrumentOf, shippedQuestionnaires } from './index.ts';
import { isPositive } from './indicators.ts';

const screening = shippedQuestionnaires.find(({ content }) => content.questionnaire === 'screening')!.content;
const instrument = instrumentOf(screening);
const all = (name: string) => screening.sections.find((section) => section.name === name)!.questions;
const said = (answer: string, names: readonly string[]): Answers => Object.fromEntries(names.map((name) => [name, answer]));
const yes = (...names: string[]) => said('yes', names);
const everyNo = said(
  'no',
  screening.sections.flatMap(({ questions }) => questions.filter(({ type }) => type === 'yes-no').map(({ name }) => name)),
);
const child: Answers = { age: 'under-18' };
const findings = (...answers: Answers[]) => instrument.findings(Object.assign({}, ...answers))!;
const resultOf = (...answers: Answers[]) => findings(...answers).result;

test('a dimension is positive by the published rule and by nothing less, over every count of strong, medium and weak', () => {
  // Written out anew, as a table of what is enough; a greater count of anything is enough too.
  const enough = [[2, 0, 0], [1, 1, 0], [1, 0, 1], [0, 3, 0], [0, 2, 1]] as const; // biome-ignore format: a table
  for (let strong = 0; strong <= 10; strong++)
    for (let medium = 0; medium <= 15; medium++)
      for (let weak = 0; weak <= 5; weak++) {
        const expected = enough.some(([s, m, w]) => strong >= s && medium >= m && weak >= w);
        assert.equal(isPositive({ strong, medium, weak }), expected, `${strong} strong, ${medium} medium, ${weak} weak`);
      }
});

test('every pair and every three items of each dimension fire it where the rule says so', () => {
  for (const name of ['d1', 'd2', 'd3', 'd4', 'd5', 'd6']) {
    const items = all(name);
    const others = said(
      'no',
      items.map((item) => item.name),
    );
    const positive = (...fired: typeof items) =>
      findings(child, others, yes(...fired.map((item) => item.name))).dimensions.find(({ section }) => section === name)!.positive;
    items.forEach((a, i) => {
      assert.equal(positive(a), 'no', a.name);
      items.slice(i + 1).forEach((b, j) => {
        const strong = [a, b].filter(({ strength }) => strength === 'strong').length;
        assert.equal(positive(a, b), strong > 0 ? 'yes' : 'no', `${a.name} ${b.name}`);
        for (const c of items.slice(i + j + 2)) assert.equal(positive(a, b, c), 'yes', `${a.name} ${b.name} ${c.name}`);
      });
    });
  }
});

test('act and exploitation are enough for a child; means are not needed', () => {
  const found = findings(child, everyNo, yes('act-moved', 'D4-02', 'D4-04', 'D4-08'));
  assert.deepEqual([found.act, found.means, found.purpose, found.result], ['yes', 'no', 'yes', 'suspected']);
  assert.deepEqual(found.dimensions.find(({ section }) => section === 'd4')!.fired, ['D4-02', 'D4-04', 'D4-08']);
});

test('while the age is in doubt the person is a child; for an adult by document, means are needed', () => {
  const answers = [everyNo, yes('act-moved', 'D4-01', 'D4-02')];
  assert.equal(resultOf(...answers, { age: 'in-doubt' }), 'suspected');
  assert.equal(resultOf(...answers), 'suspected', 'an age nobody asked is in doubt');
  assert.equal(resultOf(...answers, { age: 'adult' }), 'not-enough', 'exploitation is there: no reassurance');
  assert.equal(resultOf(...answers, { age: 'adult' }, yes('D6-01', 'D6-02', 'D6-03')), 'suspected');
});

test('act and intended exploitation are enough, though nothing of it has begun', () =>
  assert.equal(resultOf(child, everyNo, yes('act-recruited', 'intended')), 'suspected'));

test("a child's consent changes nothing, whatever else was answered", () => {
  for (const rest of [{}, everyNo, { ...everyNo, ...yes('act-moved', 'intended') }, { ...everyNo, ...yes('D4-01', 'D4-02') }]) {
    const results = ['yes', 'no', 'unknown'].map((agreed) => JSON.stringify(findings(child, rest, { agreed })));
    assert.equal(new Set(results).size, 1);
  }
});

test('any one red flag of sexual exploitation is enough and urgent, whatever else is said', () => {
  for (const { name } of all('red-flags')) {
    const found = findings(child, everyNo, yes(name));
    assert.deepEqual([found.result, found.urgent], ['suspected', true], name);
    assert.ok(found.fired.includes(name));
  }
  assert.equal(findings(child, everyNo).urgent, false);
});

test('no indication is said only where every way to a suspicion is answered; else not enough is known', () => {
  assert.equal(resultOf(child, everyNo), 'no-indication');
  assert.equal(resultOf(child), 'not-enough');
  const { 'flag-paid': _, ...withoutFlag } = everyNo;
  assert.equal(resultOf(child, withoutFlag), 'not-enough', 'a red flag that nobody asked');
  assert.equal(resultOf(child, everyNo, said('unknown', ['act-moved', 'intended'])), 'not-enough');
  assert.equal(resultOf(child, everyNo, said('unknown', ['D4-02'])), 'no-indication', 'one medium item could change nothing');
  // Exploited, and nobody took the child there: no trafficking by these answers, and nothing to be reassured by.
  assert.equal(resultOf(child, everyNo, yes('D4-01', 'D4-02')), 'not-enough');
});

test('being recruited by deceit is an act; being coerced where one works is being exploited', () => {
  const found = findings(child, everyNo, yes('D1-01', 'D1-10', 'D5-02', 'D5-03'));
  assert.deepEqual([found.act, found.means, found.purpose, found.result], ['yes', 'yes', 'yes', 'suspected']);
  assert.deepEqual(instrument.outcome({ ...child, ...everyNo, ...yes('D1-01', 'D1-10', 'D5-02', 'D5-03') }).positive, ['d1', 'd5']);
});
