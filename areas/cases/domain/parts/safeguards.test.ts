import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bornOn } from '../../../../platform/decider/index.ts';
import { hindrances } from '../case.ts';
import { closeReasons } from '../choices.ts';
import { mayInterviewOnFacts } from '../safety/consentFor.ts';
import { forbidding, guardianOf, isProvenAdult, mayCall, safeNumbers, treatedAsChild } from '../safety/protection.ts';

import { anId, contextOn, given, opened, other, waitingIn } from '../testing.ts';

const today = '2026-11-23';
const bornIn = (year: number | null) => ({ ...opened, born: year === null ? null : bornOn(String(year)) }) as typeof opened;
const asBoss = contextOn(0, other, 'supervisor');
const aunt = { carer: anId(1), name: 'Sunita Rai', relation: 'aunt-or-uncle', livesWithChild: false, contact: '9800000001' };
const father = { carer: anId(2), name: 'Dil Rai', relation: 'father', livesWithChild: true, contact: '9800000002' };
const naming = { carer: aunt.carer, since: '2026-11-20', basis: 'authority' };
const suspecting = { carer: father.carer, because: 'Took money from the agent.' };
const because = 'Moved abroad.';
const file = given(opened).when('record-carer', aunt).and().when('record-carer', father).and();
const alone = file.when('record-situation', { situation: 'unaccompanied' }).and();
const calls = (more: object) => ({ notAtHome: false, numbers: [], codeWord: '', note: '', ...more });

test('given a guardian who becomes a suspect, then the child has none any more, and may not be interviewed', () => {
  const named = alone.when('name-guardian', { ...naming, carer: father.carer, basis: 'parent' }).and();
  assert.equal(guardianOf(named.state)?.name, 'Dil Rai');
  const suspected = named.when('suspect-carer', suspecting).and();
  assert.equal(guardianOf(suspected.state), undefined);
  assert.equal(mayInterviewOnFacts(suspected.state, today)?.refused, 'cases.guardian-first');
});
test('when a suspect is named as guardian, then it is refused', () => {
  alone
    .when('suspect-carer', suspecting)
    .and()
    .when('name-guardian', { ...naming, carer: father.carer })
    .refused('cases.guardian-suspect');
});
test('when somebody is named as guardian who is not in the case, or from a day to come, then it is refused', () => {
  alone.when('name-guardian', { ...naming, carer: anId(9) }).refused('ledger.no-such-entry');
  alone.when('name-guardian', { ...naming, since: '2026-11-24' }).refused('ledger.day-to-come');
});
test('when a guardian is named twice, the second changes nothing; he ends on a day that has come, once', () => {
  const named = alone.when('name-guardian', naming).and();
  named.when('name-guardian', naming).then();
  named.when('end-guardian', { on: '2026-11-24', because }).refused('ledger.day-to-come');
  named.when('end-guardian', { on: today, because }).then('guardian-ended');
  alone.when('end-guardian', { on: today, because }).then();
});
test('given a child alone or separated without guardian, then naming one waits, and no closing goes before it, unless the child died or has a second file', () => {
  assert.deepEqual(waitingIn(alone.state).map(({ kind, due }) => [kind, due]), [['guardian', '2026-11-30']]); // biome-ignore format: a table
  const codes = (reason: string) => hindrances(alone.state, reason, today).map(({ refused }) => refused);
  for (const reason of closeReasons)
    assert.equal(codes(reason).includes('cases.guardian-missing'), !['died', 'duplicate'].includes(reason), reason);
  const named = alone.when('name-guardian', naming).and();
  assert.deepEqual([waitingIn(named.state), hindrances(named.state, 'moved', today).map(({ refused }) => refused)], [[], ['cases.closure-not-approved']]); // biome-ignore format: one claim
});

test('given an age in dispute, then they are treated as a child, also where the year of birth says that they are of age', () => {
  const grown = given(bornIn(2000));
  assert.equal(treatedAsChild(grown.state, today), false);
  const disputed = grown.when('record-age', { basis: 'document', disputed: true, born: '2000-01-01' }).and();
  assert.equal(treatedAsChild(disputed.state, today), true);
  assert.deepEqual(forbidding(disputed.state, today), ['age-disputed']);
});
test('given only the year of birth, then whoever may still be 17 is a child, and so is whoever of whom nothing is known', () => {
  const in2008 = given(bornIn(2008)).state;
  assert.deepEqual([today, '2026-12-30', '2026-12-31'].map((day) => treatedAsChild(in2008, day)), [true, true, false]); // biome-ignore format: a table
  assert.equal(treatedAsChild(given(bornIn(null)).state, today), true);
  const papers = given(bornIn(2014)).when('record-age', { basis: 'document', disputed: false, born: '2008-11-23' }).and();
  assert.equal(treatedAsChild(papers.state, today), false);
});
test('given who says to be of age or was judged so, then nobody calls them an adult; only a document does, and never in dispute', () => {
  const shown = (basis: string, born: string | null, disputed = false) =>
    isProvenAdult(given(bornIn(2000)).when('record-age', { basis, disputed, born }).and().state, today);
  assert.equal(isProvenAdult(given(bornIn(2000)).state, today), false);
  assert.deepEqual([shown('statement', '2000-01-01'), shown('assessment', '2000-01-01')], [false, false]);
  assert.deepEqual([shown('document', '2000-01-01'), shown('document', '2000-01-01', true)], [true, false]);
  assert.equal(shown('document', '2014'), false);
});
test('when an age rests on what is no date, or on a day to come, then it is refused', () => {
  for (const born of ['2014-02-30', 'May 2014']) file.when('record-age', { basis: 'statement', disputed: false, born }).refused('cases.no-such-date'); // biome-ignore format: a table
  file.when('record-age', { basis: 'statement', disputed: false, born: '2027' }).refused('ledger.day-to-come');
});

test('when a number of a suspect is given as safe, or one of the home that must not be called, then it is refused', () => {
  const number = { number: '9800000002', whose: 'father', times: 'evenings', carer: father.carer };
  file.when('record-safe-contact', calls({ notAtHome: true, numbers: [number] })).refused('cases.number-of-home');
  file
    .when('suspect-carer', suspecting)
    .and()
    .when('record-safe-contact', calls({ numbers: [number] }))
    .refused('cases.number-of-suspect');
  file.when('record-safe-contact', calls({ numbers: [{ ...number, carer: anId(9) }] })).refused('cases.no-such-carer');
});
test('given a safe number, when its owner becomes a suspect, then it is not safe any more, and he is not called', () => {
  const number = { number: '9800000002', whose: 'father', times: '', carer: father.carer };
  const reached = file.when('record-safe-contact', calls({ numbers: [number] })).and();
  assert.equal(safeNumbers(reached.state).length, 1);
  const suspected = reached.when('suspect-carer', suspecting).and();
  assert.deepEqual(safeNumbers(suspected.state), []);
  assert.deepEqual(suspected.state.safeguards.carers.map((one) => mayCall(suspected.state, one)), [true, false]); // biome-ignore format: a table
});
test('given a home that must not be called, then whoever lives there is not called, and the case says so', () => {
  const { state } = file.when('record-safe-contact', calls({ notAtHome: true })).and();
  assert.deepEqual(state.safeguards.carers.map((one) => mayCall(state, one)), [true, false]); // biome-ignore format: a table
  assert.deepEqual(forbidding(state, today), ['no-contact-at-home']);
});

test('when the same is recorded twice, then the second changes nothing', () => {
  file.when('record-carer', aunt).then();
  file.when('record-carer', { ...aunt, contact: '' }).then('carer-recorded');
  alone.when('record-situation', { situation: 'unaccompanied' }).then();
  const suspected = file.when('suspect-carer', suspecting).and();
  suspected.when('suspect-carer', suspecting).then();
  for (const [name, input] of [
    ['record-age', { basis: 'document', disputed: false, born: '2014' }],
    ['record-communication', { languages: ['mai'], interpreter: true, needs: ['hearing'], needsNote: '' }],
    ['record-safe-contact', calls({ notAtHome: true, codeWord: 'mango' })],
  ] as const)
    file.when(name, input).and().when(name, input).then();
});
test('only who is known in the case can be suspected or cleared', () => {
  for (const name of ['suspect-carer', 'clear-carer']) file.when(name, { carer: anId(9), because }, asBoss).refused('ledger.no-such-entry'); // biome-ignore format: a table
  file.when('clear-carer', { carer: father.carer, because }, asBoss).then();
});
