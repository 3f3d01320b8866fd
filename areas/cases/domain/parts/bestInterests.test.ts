import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseEvent } from '../case.ts';
import { safetyOf } from '../safety/whereabouts.ts';
import { anId, contextOn, given, opened, other, panel, waitingIn, weighed } from '../testing.ts';

const today = '2026-11-23';
const asBoss = contextOn(0, other, 'supervisor');
const aunt = { carer: anId(1), name: 'Sunita Rai', relation: 'aunt-or-uncle', livesWithChild: false, contact: '' };
const file = given(opened, weighed).when('record-carer', aunt).and();
const determining = (more: object = {}) => ({
  determination: anId(10),
  on: today,
  participants: panel,
  wish: 'followed',
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
    .when('decide-solution', { solution: 'resettlement' }, asBoss)
    .refused('cases.determined-otherwise'));
test('given a determination of before that says return or resettlement in one, then it is read, and determined anew before it is decided', () => {
  const [event] = file.when('record-determination', determining()).followed();
  const before = given(...file.events, { ...event, solution: 'other-country' } as CaseEvent);
  assert.equal(before.state.bestInterests.determinations[0]!.solution, 'other-country');
  for (const one of ['country-of-origin', 'resettlement'])
    before.when('decide-solution', { solution: one }, asBoss).refused('cases.determined-otherwise');
});
test('when a determination is written down that is none, then it is refused, each with its reason', () => {
  for (const [more, code] of [
    [{ on: '2026-11-24' }, 'ledger.day-to-come'],
    [{ participants: [{ role: 'case-worker', name: 'Asha' }] }, 'cases.panel-incomplete'],
    [{ hearing: 'heard', childView: '' }, 'cases.write-child-view'],
    [{ hearing: 'not-possible', childView: '' }, 'cases.say-why-not-heard'],
    [{ reviewOn: today }, 'cases.review-to-come'],
  ] as const)
    file.when('record-determination', determining(more)).refused(code);
});
test('given a determination, then its review is a task, and the same sent twice is one', () => {
  const determined = file.when('record-determination', determining()).and();
  assert.deepEqual(waitingIn(determined.state).map(({ kind, due }) => [kind, due]), [['best-interests-review', '2026-12-23']]); // biome-ignore format: a table
  determined.when('record-determination', determining()).then();
  const next = determined.when('record-determination', determining({ determination: anId(11), reviewOn: '2027-01-23' })).and();
  assert.deepEqual(waitingIn(next.state).map(({ due }) => due), ['2027-01-23']); // biome-ignore format: a table
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

const weighing = (more: object = {}) => ({
  ...{ assessment: anId(70), on: today, hearing: 'heard', childView: 'To my aunt.', options: 'Two.', finding: 'The aunt.' },
  ...{ reviewOn: '2026-12-23', ...more },
});
test('given nobody has assessed what is best, when a panel determines it, then it is refused: the assessment is the ordinary step', () => {
  const bare = given(opened).when('record-carer', aunt).and();
  bare.when('record-determination', determining()).refused('cases.assess-interests-first');
  const assessed = bare.when('assess-interests', weighing()).and();
  assessed.when('assess-interests', weighing()).then();
  assert.deepEqual(assessed.tasks(), ['interests-review 2026-12-23']);
  assessed.when('record-determination', determining()).then('best-interests-determined');
  assessed.when('record-determination', determining({ on: '2026-11-22' })).refused('cases.assess-interests-first');
});
test('when a panel lacks a supervisor, child protection or another profession, or one person sits for two, then it is refused', () => {
  for (const role of ['supervisor', 'child-protection', 'teacher'])
    file.when('record-determination', determining({ participants: panel.filter((one) => one.role !== role) })).refused('cases.panel-incomplete'); // biome-ignore format: one rule
  const alone = panel.map((one) => ({ ...one, name: 'Indira' }));
  file.when('record-determination', determining({ participants: alone })).refused('cases.panel-incomplete');
});
test('given a child who is alone, then the panel has their guardian, who is named first; a suspect sits on none', () => {
  const alone = file.when('record-situation', { situation: 'unaccompanied' }).and();
  alone.when('record-determination', determining()).refused('cases.panel-guardian-first');
  const guarded = alone.when('name-guardian', { carer: aunt.carer, since: '2026-11-20', basis: 'court' }).and();
  guarded.when('record-determination', determining()).then('best-interests-determined');
  const without = panel.filter(({ role }) => role !== 'guardian');
  guarded.when('record-determination', determining({ participants: without })).refused('cases.panel-incomplete-guardian');
  const uncle = { carer: anId(2), name: 'Hari Rai', relation: 'aunt-or-uncle', livesWithChild: false, contact: '' };
  const suspected = file.when('record-carer', uncle).and().when('suspect-carer', { carer: uncle.carer, because: 'x' }).and(); // biome-ignore format: one line
  suspected.when('record-determination', determining({ participants: [...panel, { role: 'carer', name: 'hari  rai' }] })).refused('cases.panel-suspect'); // biome-ignore format: one line
});
test('given a name on the panel that is like a suspect’s or another one’s, then it is said why they are different people', () => {
  const uncle = { carer: anId(2), name: 'Hari Prasad Rai', relation: 'aunt-or-uncle', livesWithChild: false, contact: '' };
  const suspected = file.when('record-carer', uncle).and().when('suspect-carer', { carer: uncle.carer, because: 'x' }).and(); // biome-ignore format: one line
  const withOne = (name: string) => determining({ participants: [...panel, { role: 'carer', name }] });
  for (const name of ['Hari Prashad Rai', 'हरि प्रसाद राई']) {
    suspected.when('record-determination', withOne(name)).refused('cases.panel-like-suspect');
    suspected.when('record-determination', { ...withOne(name), apart: 'A teacher of 60.' }).then('best-interests-determined');
  }
  // Nobody takes two seats by spelling their name in two ways.
  const twice = panel.map((one) => (one.role === 'teacher' ? { ...one, name: `${panel[0].name} Koirala` } : one));
  const named = twice.map((one) => (one.role === 'supervisor' ? { ...one, name: `${panel[0].name} Koirla` } : one));
  file.when('record-determination', determining({ participants: named })).refused('cases.panel-alike');
  file.when('record-determination', { ...determining({ participants: named }), apart: 'Sisters.' }).then('best-interests-determined');
});
test('given a child who can be asked, then observing them is not hearing them; a small one is observed; where the age is unknown they are asked', () => {
  const born = (first: string | null) => ({ ...opened, born: first === null ? null : { first, last: first } }) as typeof opened;
  const seen = { hearing: 'observed', childView: 'Plays near the aunt.' };
  for (const [first, refused] of [
    ['2022-01-01', false],
    ['2019-11-23', true],
    ['2014-01-01', true],
    [null, true],
  ] as const) {
    const assessed = given(born(first)).when('assess-interests', weighing(seen));
    if (refused) assessed.refused('cases.hear-the-child');
    else assessed.then('interests-assessed');
  }
});
test('when the child\u2019s wish is not followed, then it is said why', () => {
  file.when('record-determination', determining({ wish: 'not-followed' })).refused('cases.say-why-not-followed');
  file.when('record-determination', determining({ wish: 'not-followed', whyNot: 'The father drinks.' })).then('best-interests-determined');
});
test('given new facts after it, then what was determined is considered again: nothing is decided on it, and it is a task of that day', () => {
  const determined = file.when('record-determination', determining()).and();
  const later = contextOn(5, other, 'supervisor');
  const suspected = determined.when('suspect-carer', { carer: aunt.carer, because: 'x' }, later).and();
  const conflict = determined.when('record-conflict', { on: '2026-11-28', because: 'x' }, later).and();
  const street = determined.when('record-whereabouts', { stay: anId(90), fact: 'street', since: '2026-11-28' }, later).and();
  const asked = determined.when('ask-reconsideration', { determination: anId(10), on: '2026-11-28', because: 'The child does not want it.' }, later).and(); // biome-ignore format: one line
  for (const world of [suspected, conflict, street, asked]) {
    assert.ok(world.tasks().includes('best-interests-review 2026-11-28'));
    if (world === street || world === asked) world.when('decide-solution', deciding, later).refused('cases.reconsider-first');
  }
  const anew = asked.when('record-determination', determining({ determination: anId(11), on: '2026-11-28' }), later).and();
  anew.when('decide-solution', deciding, later).then('solution-decided');
});
