import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tasksOf } from '../case.ts';
import { safetyOf } from '../safety/whereabouts.ts';
import { anId, contextOn, given, opened, other } from '../testing.ts';

const today = '2026-11-23';
const asBoss = contextOn(0, other, 'supervisor');
const aunt = { carer: anId(1), name: 'Sunita Rai', relation: 'aunt-or-uncle', livesWithChild: false, contact: '' };
const file = given(opened).when('record-carer', aunt).and();
const determining = (more: object = {}) => ({
  determination: anId(10),
  on: today,
  participants: [
    { role: 'case-worker', name: 'Asha' },
    { role: 'guardian', name: 'Sunita Rai' },
  ],
  hearing: 'heard',
  childView: 'Wants to live with her aunt.',
  options: 'Aunt, shelter, father.',
  solution: 'family-return',
  decision: 'With the aunt.',
  reviewOn: '2026-12-23',
  ...more,
});
const place = anId(20);
const assessing = (more: object = {}) => ({
  assessment: anId(21),
  place,
  kind: 'kin',
  name: 'House of the aunt',
  country: null,
  carer: aunt.carer,
  on: today,
  by: 'Asha',
  jointlyWith: '',
  result: 'safe',
  reasons: 'A room of her own, school nearby.',
  ...more,
});
const deciding = { solution: 'family-return' };

test('given no determination, when a durable solution is decided, then it is refused; given one with the child\u2019s view, then it is decided', () => {
  file.when('decide-solution', deciding, asBoss).refused('cases.determination-first');
  const determined = file.when('record-determination', determining()).and();
  determined.when('decide-solution', deciding, asBoss).then('solution-decided');
  determined.when('decide-solution', deciding, asBoss).and().when('decide-solution', deciding, asBoss).then();
});
test('given a child who was not heard yet, when a solution is decided, then it is refused until they were heard, or cannot be, with the reason', () => {
  const early = file.when('record-determination', determining({ hearing: 'not-yet', childView: '' })).and();
  early.when('decide-solution', deciding, asBoss).refused('cases.child-view-first');
  for (const hearing of ['heard', 'not-possible'])
    early.when('record-determination', determining({ hearing })).and().when('decide-solution', deciding, asBoss).then('solution-decided'); // biome-ignore format: a table
});
test('when another solution is decided than was determined, then it is refused', () =>
  file
    .when('record-determination', determining())
    .and()
    .when('decide-solution', { solution: 'other-country' }, asBoss)
    .refused('cases.determined-otherwise'));
test('when a determination is written down that is none, then it is refused, each with its reason', () => {
  for (const [more, code] of [
    [{ on: '2026-11-24' }, 'ledger.day-to-come'],
    [{ participants: [{ role: 'case-worker', name: 'Asha' }] }, 'cases.determined-alone'],
    [{ hearing: 'heard', childView: '' }, 'cases.write-child-view'],
    [{ hearing: 'not-possible', childView: '' }, 'cases.say-why-not-heard'],
    [{ reviewOn: today }, 'cases.review-to-come'],
  ] as const)
    file.when('record-determination', determining(more)).refused(code);
});
test('given a determination, then its review is a task, and the same sent twice is one', () => {
  const determined = file.when('record-determination', determining()).and();
  assert.deepEqual(tasksOf(determined.state).map(({ kind, due }) => [kind, due]), [['best-interests-review', '2026-12-23']]); // biome-ignore format: a table
  determined.when('record-determination', determining()).then();
  const next = determined.when('record-determination', determining({ determination: anId(11), reviewOn: '2027-01-23' })).and();
  assert.deepEqual(tasksOf(next.state).map(({ due }) => due), ['2027-01-23']); // biome-ignore format: a table
});

test('given a place that was assessed, then it counts until the city\u2019s limit; nobody looked at others', () => {
  const { state } = file.when('assess-place', assessing()).and();
  assert.deepEqual(['2026-11-23', '2027-02-21', '2027-02-22'].map((day) => safetyOf(state, place, day)), ['safe', 'safe', 'out-of-date']); // biome-ignore format: a table
  assert.equal(safetyOf(state, anId(22), today), 'not-assessed');
});
test('given a place of a carer who becomes a suspect, then it is not safe any more, and cannot be found safe', () => {
  const suspected = file.when('assess-place', assessing()).and().when('suspect-carer', { carer: aunt.carer, because: 'Took money.' }).and();
  assert.equal(safetyOf(suspected.state, place, today), 'not-safe');
  suspected.when('assess-place', assessing({ assessment: anId(23) })).refused('cases.place-of-suspect');
  suspected.when('assess-place', assessing({ assessment: anId(23), result: 'not-safe' })).then('place-assessed');
});
test('when a place in another country is assessed without its office, then it is refused', () => {
  file.when('assess-place', assessing({ country: 'IN' })).refused('cases.assess-jointly');
  file.when('assess-place', assessing({ country: 'IN', jointlyWith: 'Office of Siliguri' })).then('place-assessed');
});
test('when an assessment names a day to come or a stranger, then it is refused; sent twice it is one', () => {
  file.when('assess-place', assessing({ on: '2026-11-24' })).refused('ledger.day-to-come');
  file.when('assess-place', assessing({ carer: anId(9) })).refused('cases.no-such-carer');
  file.when('assess-place', assessing()).and().when('assess-place', assessing()).then();
});
