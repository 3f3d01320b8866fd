import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hindrances, tasksOf } from '../case.ts';
import { forbidding, guardianOf, mayCall, mayInterviewOnFacts, safeNumbers, treatedAsChild } from '../protection.ts';
import { bornIn, boss, given, idOf, opened, today } from '../scenario.ts';

const aunt = { carer: idOf(1), name: 'Sunita Rai', relation: 'aunt-or-uncle', livesWithChild: false, contact: '9800000001' };
const father = { carer: idOf(2), name: 'Dil Rai', relation: 'father', livesWithChild: true, contact: '9800000002' };
const naming = { carer: aunt.carer, since: '2026-11-20', basis: 'authority' };
const suspecting = { carer: father.carer, because: 'Took money from the agent.' };
const because = 'Moved abroad.';
const file = given(opened).after('record-carer', aunt).after('record-carer', father);
const alone = file.after('record-situation', { situation: 'unaccompanied' });
const calls = (more: object) => ({ notAtHome: false, numbers: [], codeWord: '', note: '', ...more });

test('given a child who is alone without a guardian, when it would be interviewed on the facts, then it is refused until there is one', () => {
  assert.equal(mayInterviewOnFacts(alone.state, today)?.refused, 'cases.guardian-first');
  assert.equal(mayInterviewOnFacts(alone.after('name-guardian', naming).state, today), undefined);
  assert.equal(mayInterviewOnFacts(file.after('record-situation', { situation: 'separated' }).state, today), undefined);
  assert.equal(mayInterviewOnFacts(file.state, today), undefined);
});
test('given a guardian who becomes a suspect, then the child has none any more, and may not be interviewed', () => {
  const named = alone.after('name-guardian', { ...naming, carer: father.carer, basis: 'parent' });
  assert.equal(guardianOf(named.state)?.name, 'Dil Rai');
  const suspected = named.after('suspect-carer', suspecting);
  assert.equal(guardianOf(suspected.state), undefined);
  assert.equal(mayInterviewOnFacts(suspected.state, today)?.refused, 'cases.guardian-first');
});
test('when a suspect is named as guardian, then it is refused', () => {
  assert.equal(
    alone.after('suspect-carer', suspecting).when('name-guardian', { ...naming, carer: father.carer }),
    'cases.guardian-suspect',
  );
});
test('when somebody is named as guardian who is not in the case, or from a day to come, then it is refused', () => {
  assert.equal(alone.when('name-guardian', { ...naming, carer: idOf(9) }), 'cases.no-such-carer');
  assert.equal(alone.when('name-guardian', { ...naming, since: '2026-11-24' }), 'cases.day-to-come');
});
test('when a guardian is named twice, the second changes nothing; he ends on a day that has come, once', () => {
  const named = alone.after('name-guardian', naming);
  assert.deepEqual(named.when('name-guardian', naming), []);
  assert.equal(named.when('end-guardian', { on: '2026-11-24', because }), 'cases.day-to-come');
  assert.deepEqual(named.when('end-guardian', { on: today, because }), ['guardian-ended']);
  assert.deepEqual(alone.when('end-guardian', { on: today, because }), []);
});
test('given a child alone or separated without guardian, then naming one waits, and closing is hindered unless it died, moved or was an error', () => {
  assert.deepEqual(tasksOf(alone.state).map(({ kind, due }) => [kind, due]), [['guardian', '2026-11-30']]); // biome-ignore format: a table
  const codes = (reason: string) => hindrances(alone.state, reason, today).map(({ refused }) => refused);
  assert.deepEqual(codes('goals-met'), ['cases.guardian-missing']);
  for (const reason of ['died', 'moved', 'opened-in-error']) assert.deepEqual(codes(reason), []);
  const named = alone.after('name-guardian', naming);
  assert.deepEqual([tasksOf(named.state), hindrances(named.state, 'goals-met', today)], [[], []]);
});

test('given an age in dispute, then it is treated as a child, also where the year of birth says that it is of age', () => {
  const grown = given(bornIn(2000));
  assert.equal(treatedAsChild(grown.state, today), false);
  const disputed = grown.after('record-age', { basis: 'document', disputed: true, born: '2000-01-01' });
  assert.equal(treatedAsChild(disputed.state, today), true);
  assert.deepEqual(forbidding(disputed.state, today), ['age-disputed']);
});
test('given only the year of birth, then whoever may still be 17 is a child, and so is whoever of whom nothing is known', () => {
  const in2008 = given(bornIn(2008)).state;
  assert.deepEqual([today, '2026-12-30', '2026-12-31'].map((day) => treatedAsChild(in2008, day)), [true, true, false]); // biome-ignore format: a table
  assert.equal(treatedAsChild(given(bornIn(null)).state, today), true);
  const papers = given(bornIn(2014)).after('record-age', { basis: 'document', disputed: false, born: '2008-11-23' });
  assert.equal(treatedAsChild(papers.state, today), false);
});
test('when an age rests on what is no date, or on a day to come, then it is refused', () => {
  for (const born of ['2014-02-30', 'May 2014']) assert.equal(file.when('record-age', { basis: 'statement', disputed: false, born }), 'cases.no-such-date'); // biome-ignore format: a table
  assert.equal(file.when('record-age', { basis: 'statement', disputed: false, born: '2027' }), 'cases.day-to-come');
});

test('when a number of a suspect is given as safe, or one of the home that must not be called, then it is refused', () => {
  const number = { number: '9800000002', whose: 'father', times: 'evenings', carer: father.carer };
  assert.equal(file.when('record-safe-contact', calls({ notAtHome: true, numbers: [number] })), 'cases.number-of-home');
  assert.equal(
    file.after('suspect-carer', suspecting).when('record-safe-contact', calls({ numbers: [number] })),
    'cases.number-of-suspect',
  );
  assert.equal(file.when('record-safe-contact', calls({ numbers: [{ ...number, carer: idOf(9) }] })), 'cases.no-such-carer');
});
test('given a safe number, when its owner becomes a suspect, then it is not safe any more, and he is not called', () => {
  const number = { number: '9800000002', whose: 'father', times: '', carer: father.carer };
  const reached = file.after('record-safe-contact', calls({ numbers: [number] }));
  assert.equal(safeNumbers(reached.state).length, 1);
  const suspected = reached.after('suspect-carer', suspecting);
  assert.deepEqual(safeNumbers(suspected.state), []);
  assert.deepEqual(suspected.state.safeguards.carers.map((one) => mayCall(suspected.state, one)), [true, false]); // biome-ignore format: a table
});
test('given a home that must not be called, then whoever lives there is not called, and the case says so', () => {
  const { state } = file.after('record-safe-contact', calls({ notAtHome: true }));
  assert.deepEqual(state.safeguards.carers.map((one) => mayCall(state, one)), [true, false]); // biome-ignore format: a table
  assert.deepEqual(forbidding(state, today), ['no-contact-at-home']);
});

test('when the same is recorded twice, then the second changes nothing', () => {
  assert.deepEqual(file.when('record-carer', aunt), []);
  assert.deepEqual(file.when('record-carer', { ...aunt, contact: '' }), ['carer-recorded']);
  assert.deepEqual(alone.when('record-situation', { situation: 'unaccompanied' }), []);
  const suspected = file.after('suspect-carer', suspecting);
  assert.deepEqual(suspected.when('suspect-carer', suspecting), []);
  for (const [name, input] of [
    ['record-age', { basis: 'document', disputed: false, born: '2014' }],
    ['record-communication', { languages: ['mai'], interpreter: true, needs: ['hearing'], needsNote: '' }],
    ['record-safe-contact', calls({ notAtHome: true, codeWord: 'mango' })],
  ] as const)
    assert.deepEqual(file.after(name, input).when(name, input), [], name);
});
test('only who is known in the case can be suspected or cleared', () => {
  for (const name of ['suspect-carer', 'clear-carer']) assert.equal(file.when(name, { carer: idOf(9), because }, { by: boss }), 'cases.no-such-carer'); // biome-ignore format: a table
  assert.deepEqual(file.when('clear-carer', { carer: father.carer, because }, { by: boss }), []);
});
