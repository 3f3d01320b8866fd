import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answers } from './answers.ts';
import { instrumentOf } from './index.ts';
import { isPositive } from './indicators.ts';
import { shippedNamed, tallyOf } from './testing.ts';

const screening = shippedNamed('screening');
const instrument = instrumentOf(screening);
const all = (name: string) => screening.sections.find((section) => section.name === name)!.questions;
const said = (answer: string, names: readonly string[]): Answers => Object.fromEntries(names.map((name) => [name, answer]));
const yes = (...names: string[]) => said('yes', names);
/** Nothing points to trafficking, and the child is safe. */
const everyNo: Answers = {
  ...said(
    'no',
    screening.sections.flatMap(({ questions }) => questions.filter(({ type }) => type === 'yes-no').map(({ name }) => name)),
  ),
  'safe-tonight': 'yes',
  'self-harm': 'no',
};
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
  assert.deepEqual([found.act, found.means, found.purpose, found.result], ['yes', 'no', 'yes', 'presumed']);
  assert.deepEqual(found.dimensions.find(({ section }) => section === 'd4')!.fired, ['D4-02', 'D4-04', 'D4-08']);
});

test('while the age is in doubt the person is a child; for an adult by document, means are needed', () => {
  const answers = [everyNo, yes('act-moved', 'D4-01', 'D4-02')];
  assert.equal(resultOf(...answers, { age: 'in-doubt' }), 'presumed');
  assert.equal(resultOf(...answers), 'presumed', 'an age nobody asked is in doubt');
  assert.equal(resultOf(...answers, { age: 'adult' }), 'signs', 'exploitation is there: no reassurance');
  assert.equal(resultOf(...answers, { age: 'adult' }, yes('D6-01', 'D6-02', 'D6-03')), 'presumed');
});

test('act and intended exploitation are enough, though nothing of it has begun', () =>
  assert.equal(resultOf(child, everyNo, yes('act-recruited', 'intended')), 'presumed'));

test('whether a child agreed is not asked', () => {
  for (const { questions } of screening.sections) for (const { name } of questions) assert.notEqual(name, 'agreed');
});

test('any one red flag of sexual exploitation means: refer at once; it is a sign, and trafficking only with an act', () => {
  for (const { name } of all('red-flags')) {
    const found = findings(child, everyNo, yes(name));
    assert.deepEqual([found.result, found.referAtOnce], ['signs', true], name);
    assert.ok(found.fired.includes(name));
    const moved = findings(child, everyNo, yes(name, 'act-moved')).result;
    // Where a child was found, and that they were hurt, says nothing about what they were brought there for.
    assert.equal(moved, name === 'flag-place' || name === 'flag-hurt' ? 'signs' : 'presumed', name);
  }
  assert.equal(findings(child, everyNo).referAtOnce, false);
});

test('who is in danger is referred at once, without being called trafficked; nobody in danger hears "no indication"', () => {
  for (const answers of [yes('danger-now'), yes('needs-doctor'), { 'safe-tonight': 'no' }]) {
    const found = findings(child, everyNo, answers);
    assert.deepEqual([found.result, found.referAtOnce], ['not-enough', true], JSON.stringify(answers));
  }
  assert.equal(resultOf(child, everyNo, { 'danger-now': 'unknown' }), 'not-enough', 'that a child is safe must be known');
});

test('intent, one strong item, a positive dimension and fear of the adult beside the child are signs', () => {
  const strong = screening.sections.flatMap(({ questions }) => questions.filter(({ strength }) => strength === 'strong'));
  assert.equal(strong.length, 15);
  for (const { name } of strong) assert.equal(resultOf(child, everyNo, yes(name)), 'signs', name);
  assert.equal(resultOf(child, everyNo, yes('intended')), 'signs');
  assert.equal(resultOf(child, everyNo, yes('D6-01', 'D6-02', 'D6-03')), 'signs');
  assert.equal(resultOf(child, everyNo, { 'with-adult': 'other', afraid: 'yes' }), 'signs');
  // Exploited, and nobody is known to have taken the child there.
  assert.equal(resultOf(child, everyNo, yes('D4-01', 'D4-02')), 'signs');
});

test('no indication is said only where nothing that is not known could be a sign; else not enough is known', () => {
  assert.equal(resultOf(child, everyNo), 'no-indication');
  assert.equal(resultOf(child), 'not-enough');
  const { 'flag-paid': _, ...withoutFlag } = everyNo;
  assert.equal(resultOf(child, withoutFlag), 'not-enough', 'a red flag that nobody asked');
  assert.equal(resultOf(child, everyNo, said('unknown', ['act-moved', 'intended'])), 'not-enough');
  assert.equal(resultOf(child, everyNo, said('unknown', ['D4-01'])), 'not-enough', 'a strong item is a sign by itself');
  assert.equal(resultOf(child, everyNo, said('unknown', ['D4-02'])), 'no-indication', 'one medium item could change nothing');
});

test('over made-up answers the results are those of the rule written apart from them', () => {
  const { reassuredAgainstWorry, otherPresumption, notReferred, ...results } = tallyOf(3000, 7);
  assert.deepEqual(
    { reassuredAgainstWorry, otherPresumption, notReferred },
    { reassuredAgainstWorry: 0, otherPresumption: 0, notReferred: 0 },
  );
  for (const [result, many] of Object.entries(results)) assert.ok(many > 50, `${result}: ${many}`);
});

test('being recruited by deceit is an act; being coerced where one works is being exploited', () => {
  const found = findings(child, everyNo, yes('D1-01', 'D1-10', 'D5-02', 'D5-03'));
  assert.deepEqual([found.act, found.means, found.purpose, found.result], ['yes', 'yes', 'yes', 'presumed']);
  assert.deepEqual(instrument.outcome({ ...child, ...everyNo, ...yes('D1-01', 'D1-10', 'D5-02', 'D5-03') }).positive, ['d1', 'd5']);
});
