import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseRecord, hindrances } from '../case.ts';
import { closeReasons } from '../choices.ts';
import { safetyNow } from '../safety/danger.ts';
import { anId, contextOn, given, me, opened, other, panel, waitingIn, weighed } from '../testing.ts';

const today = '2026-11-23';
type Given = ReturnType<typeof given>;
const asBoss = contextOn(0, other, 'supervisor');
const aunt = { carer: anId(1), name: 'Sunita Rai', relation: 'aunt-or-uncle', livesWithChild: false, contact: '' };
const father = { carer: anId(2), name: 'Dil Rai', relation: 'father', livesWithChild: true, contact: '' };
const file = given(opened).when('record-carer', aunt).and().when('record-carer', father).and();
const [shelter, house] = [anId(20), anId(21)];
const assessing = (place: string, more: object = {}) => ({
  assessment: anId(Number(place.slice(-4)) + 10),
  place,
  kind: place === shelter ? 'shelter' : 'kin',
  name: place === shelter ? 'Hope House' : 'House of the aunt',
  country: null,
  carer: place === shelter ? null : aunt.carer,
  on: today,
  by: 'Asha',
  jointlyWith: '',
  result: 'safe',
  reasons: 'Seen.',
  ...more,
});
const placing = (more: object = {}) => ({ placement: anId(40), kind: 'shelter', place: shelter, from: today, reason: 'Not safe at home.', responsible: 'Hope House', ...more }); // biome-ignore format: one thing
const emergency = (more: object = {}) => placing({ name: 'Hope House', ...more });
const kinds = ({ state }: Given) =>
  waitingIn(state)
    .map(({ kind, due }) => `${kind} ${due}`)
    .sort();
/** What stands in the way of closing, of what this part has against it. */
const codes = ({ state }: Given, reason = 'goals-met') =>
  hindrances(state, reason, today).flatMap(({ refused }) =>
    ['cases.in-interim-care', 'cases.child-away'].includes(refused) ? [refused] : [],
  );

test('given a place nobody assessed, when the child is placed there, then it is refused; nor where it is not safe, or was assessed too long ago', () => {
  file.when('place-child', placing()).refused('cases.place-not-assessed');
  file
    .when('assess-place', assessing(shelter, { result: 'not-safe' }))
    .and()
    .when('place-child', placing())
    .refused('cases.place-not-safe');
  const old = file.when('assess-place', assessing(shelter, { on: '2026-08-01' })).and();
  old.when('place-child', placing()).refused('cases.place-out-of-date');
  file.when('assess-place', assessing(shelter)).and().when('place-child', placing()).then('child-placed');
});
const fact = (what: string, more: object = {}) => ({
  stay: anId(80),
  fact: what,
  since: '2026-11-22',
  note: 'The police called.',
  ...more,
});
const anyStay = (name: string) => (caseRecord.commands as unknown as Record<string, { input: { properties: { kind: { enum: string[] } } } }>)[name]!.input.properties.kind.enum; // biome-ignore format: a cast
test('when somebody decides where a child lives, then detention is no place to choose, urgent or not', () => {
  for (const name of ['place-child', 'place-in-emergency']) assert.ok(!anyStay(name).includes('detention'));
});
test('given a child found in detention, in the street, with an employer, in an unsafe home, or nowhere, when a worker writes it down, then it is a task of the same day for them and for a supervisor, and the child is not called safe', () => {
  const placed = file.when('assess-place', assessing(shelter)).and().when('place-child', placing({ from: today })).and(); // biome-ignore format: one line
  for (const [what, safety, task] of [
    ['detention', 'detention', 'act-now'],
    ['street', 'street', 'act-now'],
    ['with-employer', 'with-employer', 'act-now'],
    ['unsafe-home', 'not-safe', 'act-now'],
    ['unknown', 'away', 'find-child'],
  ] as const) {
    const found = placed.when('record-whereabouts', fact(what)).and();
    assert.equal(safetyNow(found.state, today), safety);
    assert.deepEqual(kinds(found), [`${task} ${today}`, `danger-review ${today}`].sort());
    assert.deepEqual(found.state.placements.stays.at(-1)?.recorded, { since: '2026-11-22', on: today, by: me });
  }
});
test('given a child in hospital tonight or elsewhere, when it is written down, then it raises no alarm, and is not called safe either', () => {
  for (const what of ['hospital', 'elsewhere']) {
    const found = file.when('record-whereabouts', fact(what)).and();
    assert.deepEqual([kinds(found), safetyNow(found.state, today)], [[], 'unknown']);
  }
});
test('given a fact, then the stay before it ends when it began, the history has no gap, and sent twice it is one', () => {
  const placed = file
    .when('assess-place', assessing(shelter, { on: '2026-11-20' }))
    .and()
    .when('place-child', placing({ from: '2026-11-20' }))
    .and();
  const found = placed.when('record-whereabouts', fact('street')).and();
  assert.deepEqual(found.state.placements.stays.map(({ kind, from, to }) => [kind, from, to]), [['shelter', '2026-11-20', '2026-11-22'], ['street', '2026-11-22', null]]); // biome-ignore format: a table
  found.when('record-whereabouts', fact('street')).then();
  file.when('record-whereabouts', fact('street', { since: '2026-11-24' })).refused('ledger.day-to-come');
  // Said of a time before the placement: the last word counts, and what was known of then is kept beside it.
  const earlier = placed.when('record-whereabouts', fact('detention', { since: '2026-11-10' })).and();
  assert.deepEqual(earlier.state.placements.stays.map(({ kind, from }) => [kind, from]), [['shelter', '2026-11-20'], ['detention', '2026-11-20']]); // biome-ignore format: a table
  assert.equal(earlier.state.placements.stays.at(-1)?.recorded?.since, '2026-11-10');
});
test('given a child in danger, when the case is to be closed with its goals met or as withdrawn, then that stands in the way until the child is in a safe place', () => {
  const found = file
    .when('record-whereabouts', fact('detention', { since: today }))
    .and()
    .when('assess-place', assessing(shelter))
    .and();
  for (const reason of closeReasons)
    assert.equal(found.hinders(reason).includes('cases.child-in-danger'), !['died', 'duplicate'].includes(reason), reason);
  const safe = found.when('place-child', placing()).and();
  assert.ok(!safe.hinders('goals-met').includes('cases.child-in-danger'));
  assert.equal(safetyNow(safe.state, today), 'safe');
});
test('given a place assessed since, or too long ago by now, when a placement is written down, then it is judged by what was known on its day', () => {
  const late = file.when('assess-place', assessing(shelter)).and();
  late.when('place-child', placing({ from: '2026-11-20' })).refused('cases.place-not-assessed');
  const old = file.when('assess-place', assessing(shelter, { on: '2026-08-01' })).and();
  old.when('place-child', placing({ from: '2026-10-01' })).then('child-placed');
  const again = old.when('assess-place', assessing(shelter, { assessment: anId(99) })).and();
  again.when('place-child', placing({ from: '2026-10-01' })).then('child-placed');
  const unsafe = old.when('assess-place', assessing(shelter, { assessment: anId(99), result: 'not-safe' })).and();
  unsafe.when('place-child', placing({ from: '2026-10-01' })).refused('cases.place-not-safe');
  // Written down late, what was found earlier does not hide what was found last.
  const out = unsafe.when('assess-place', assessing(shelter, { assessment: anId(98), on: '2026-11-01' })).and();
  out.when('place-child', placing()).refused('cases.place-not-safe');
});
test('given danger, then a supervisor may place a child where nobody looked yet, and looking waits; never where it is known to be unsafe', () => {
  const urgent = file.when('place-in-emergency', emergency(), asBoss).and();
  assert.deepEqual(kinds(urgent), ['assess-place 2026-12-07', 'interests-assessment 2026-12-07']);
  assert.equal(safetyNow(urgent.state, today), 'not-assessed');
  assert.deepEqual(kinds(urgent.when('assess-place', assessing(shelter)).and()), [
    'assess-place 2027-02-21',
    'interests-assessment 2026-12-07',
  ]);
  const unsafe = file.when('assess-place', assessing(shelter, { result: 'not-safe' })).and();
  unsafe.when('place-in-emergency', emergency(), asBoss).refused('cases.place-not-safe');
});
test('given a placement, when the child is placed elsewhere, then the first ends that day; none begins before the last one or tomorrow', () => {
  const world = file
    .when('assess-place', assessing(shelter, { on: '2026-11-20' }))
    .and()
    .when('assess-place', assessing(house))
    .and();
  const first = world.when('place-child', placing({ from: '2026-11-20' })).and();
  const moving = placing({ placement: anId(41), place: house, kind: 'kin' });
  const second = first.when('place-child', moving).and();
  assert.deepEqual(second.state.placements.stays.map(({ from, to }) => [from, to]), [['2026-11-20', today], [today, null]]); // biome-ignore format: a table
  first.when('place-child', { ...moving, from: '2026-11-19' }).refused('cases.placement-order');
  first.when('place-child', { ...moving, from: '2026-11-24' }).refused('ledger.day-to-come');
  second.when('place-child', moving).then();
});
test('given a child who ran away or was taken, then finding them waits at once; one that is nowhere cannot leave', () => {
  const leaving = { stay: anId(50), how: 'ran-away', on: today };
  file.when('record-leaving', leaving).refused('cases.nowhere-to-leave');
  const world = file
    .when('assess-place', assessing(shelter))
    .and()
    .when('place-child', placing())
    .and()
    .when('record-leaving', leaving)
    .and();
  assert.deepEqual([kinds(world), safetyNow(world.state, today), codes(world)], [['danger-review 2026-11-23', 'find-child 2026-11-23'], 'away', ['cases.child-away']]); // biome-ignore format: a table
  world.when('record-leaving', leaving).then();
  world.when('record-leaving', { ...leaving, stay: anId(51) }).refused('cases.nowhere-to-leave');
});
test('given a suspect at home, then the child is with a suspect until they are elsewhere', () => {
  const suspected = file.when('suspect-carer', { carer: father.carer, because: 'Sold her.' }).and();
  assert.equal(safetyNow(suspected.state, today), 'with-suspect');
  assert.equal(
    safetyNow(suspected.when('assess-place', assessing(shelter)).and().when('place-child', placing()).and().state, today),
    'safe',
  );
});
test('given interim care, then the case is not closed, unless the child died or has a second file; alternative care decided for good, it is', () => {
  const world = file
    .when('assess-place', assessing(house))
    .and()
    .when('place-child', placing({ place: house, kind: 'kin' }))
    .and();
  for (const reason of closeReasons)
    assert.deepEqual(codes(world, reason), ['died', 'duplicate'].includes(reason) ? [] : ['cases.in-interim-care'], reason);
  const decided = decide(world, 'alternative-care');
  assert.deepEqual(codes(decided), []);
});

const tracing = { tracing: anId(60), whom: 'Mother\u2019s sister', through: 'Red Crescent' };
const agreeing = (who: string) => ({ consent: anId(who === 'child' ? 61 : 62), who, purpose: 'family-tracing', partner: null, answer: 'given', on: today, language: 'ne', interpreter: false, how: 'spoken', told: ['purpose', 'use', 'withdrawal', 'retention'] }); // biome-ignore format: one thing
const agreed = file
  .when('name-guardian', { carer: aunt.carer, since: '2026-11-20', basis: 'court' })
  .and()
  .when('record-consent', agreeing(aunt.carer))
  .and()
  .when('record-consent', agreeing('child'))
  .and();
const step = (name: string, note = '') => ({ tracing: tracing.tracing, step: name, on: today, note });
test('given no consent to it, when the family is to be searched for, then it is refused; danger is ground enough', () => {
  file.when('request-tracing', tracing).refused('cases.tracing-consent');
  agreed.when('request-tracing', tracing).then('tracing-requested');
  const urgent = file.when('invoke-emergency', { emergency: anId(63), purpose: 'family-tracing', because: 'A baby alone.' }).and();
  urgent.when('request-tracing', tracing).then('tracing-requested');
  urgent.when('request-tracing', tracing).and().when('request-tracing', tracing).then();
});
test('given a search, then who was not found cannot be verified, nor without saying how', () => {
  const searched = agreed.when('request-tracing', tracing).and();
  searched.when('record-tracing', step('verified', 'Papers')).refused('cases.found-first');
  const found = searched.when('record-tracing', step('found')).and();
  found.when('record-tracing', step('verified')).refused('cases.say-how-verified');
  found.when('record-tracing', step('verified', 'Birth certificates')).then('tracing-went-on');
  found.when('record-tracing', step('found')).then();
  found.when('record-tracing', { ...step('verified', 'x'), on: '2026-11-24' }).refused('ledger.day-to-come');
  file.when('record-tracing', step('found')).refused('ledger.no-such-entry');
});

const determining = (solution: string) => ({ determination: anId(30), on: today, participants: panel, wish: 'followed', hearing: 'heard', childView: 'Yes.', options: 'Two.', solution, decision: 'This.', reviewOn: '2026-12-23' }); // biome-ignore format: one thing
const decide = (world: Given, solution = 'family-return') =>
  given(...world.events, weighed)
    .when('record-determination', determining(solution))
    .and()
    .when('decide-solution', { solution }, asBoss)
    .and();
const prepare = { done: ['child-told', 'family-told', 'escort', 'safety-plan'] };
const returning = (more: object = {}) => ({ return: anId(70), on: today, place: house, carer: aunt.carer, escortedBy: 'Asha', handover: 'At the ward office.', ...more }); // biome-ignore format: one thing
const ready = decide(file).when('assess-place', assessing(house)).and().when('prepare-return', prepare).and();

test('given all is prepared, when the child goes home, then they are returned there, and sent twice it is one return', () => {
  ready.when('record-return', returning()).then('returned', 'follow-up-begun');
  const home = ready.when('record-return', returning()).and();
  home.when('record-return', returning()).then();
  assert.equal(home.state.followUp.since, today, 'and the visits begin');
  assert.deepEqual(home.state.placements.returned, { id: anId(70), on: today, place: house, carer: aunt.carer });
  assert.deepEqual([codes(home), safetyNow(home.state, today)], [[], 'safe']);
});
test('given no durable solution, or one that is no return, when a return is recorded, then it is refused', () => {
  file.when('record-return', returning()).refused('cases.solution-first');
  for (const one of ['local-integration', 'resettlement'])
    decide(file, one).when('record-return', returning()).refused('cases.solution-first');
  const abroad = { country: 'IN', jointlyWith: 'The office there' };
  const origin = decide(file, 'country-of-origin')
    .when('assess-place', assessing(house, abroad))
    .and()
    .when('prepare-return', prepare)
    .and();
  origin.when('record-return', returning()).then('returned', 'follow-up-begun');
});
test('given a home that nobody assessed, is out of date or not safe, when a return is recorded, then it is refused', () => {
  const decided = decide(file).when('prepare-return', prepare).and();
  decided.when('record-return', returning()).refused('cases.place-not-assessed');
  decided.when('assess-place', assessing(house, { on: '2026-08-01' })).and().when('record-return', returning()).refused('cases.place-out-of-date'); // biome-ignore format: one line
  decided.when('assess-place', assessing(house, { result: 'not-safe' })).and().when('record-return', returning()).refused('cases.place-not-safe'); // biome-ignore format: one line
});
test('when a child is returned to a suspect, to a stranger, or on a day to come, then it is refused', () => {
  const suspected = ready.when('suspect-carer', { carer: father.carer, because: 'Sold her.' }).and();
  suspected.when('record-return', returning({ carer: father.carer })).refused('cases.return-to-suspect');
  ready.when('record-return', returning({ carer: anId(9) })).refused('cases.no-such-carer');
  ready.when('record-return', returning({ on: '2026-11-24' })).refused('ledger.day-to-come');
});
test('given family that was found and not verified, when a return is recorded, then it is refused until it was', () => {
  const found = decide(agreed)
    .when('assess-place', assessing(house))
    .and()
    .when('prepare-return', prepare)
    .and()
    .when('request-tracing', tracing)
    .and()
    .when('record-tracing', step('found'))
    .and();
  found.when('record-return', returning()).refused('cases.family-unverified');
  found.when('record-tracing', step('verified', 'Papers')).and().when('record-return', returning()).then('returned', 'follow-up-begun');
});
test('given what must be seen to is not, when a return is recorded, then it is refused', () => {
  const half = ready.when('prepare-return', { done: ['child-told', 'papers'] }).and();
  half.when('record-return', returning()).refused('cases.return-unprepared');
  half.when('prepare-return', { done: ['papers', 'child-told'] }).then();
});
test('given a return that failed, when the child is taken into care again, then they are returned no more', () => {
  const again = ready
    .when('record-return', returning())
    .and()
    .when('assess-place', assessing(shelter))
    .and()
    .when('place-child', placing())
    .and();
  assert.equal(again.state.placements.returned, null);
  assert.deepEqual(again.state.placements.stays.map(({ kind }) => kind), ['home', 'shelter']); // biome-ignore format: a table
});
