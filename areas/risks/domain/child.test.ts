import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offeredIn } from '../../../platform/decider/index.ts';
import { contextOn, givenOf, me } from '../../../platform/decider/testing.ts';
import { type ChildEvent, childRecord } from './child.ts';
import type { RuleId } from './ruleset.ts';

const person = '00000000-0000-7000-8000-0000000000b1';
const open = '00000000-0000-7000-8000-0000000000c1';

const reasons = (...rules: RuleId[]) =>
  rules.map((rule) => ({ rule, weight: 10, since: null, sources: [] as string[], cases: [] as string[] }));
const about = { person, ward: '3', born: { first: '2016-03-04', last: '2016-03-04' }, name: 'Maya Rai' };
const found = (...rules: RuleId[]): ChildEvent => ({ type: 'reasons-found', ...about, reasons: reasons(...rules), on: '2026-11-01' });
const gone: ChildEvent = { type: 'reasons-gone', on: '2026-11-10' };
const planned: ChildEvent = { type: 'visit-planned', on: '2026-11-25', worker: me };
const judged = (...rules: RuleId[]): ChildEvent => ({
  type: 'judged-not-at-risk',
  by: me,
  on: '2026-11-05',
  rules,
  because: 'Seen, all is well',
});
const cased: ChildEvent = { type: 'case-noted', case: open };

const given = givenOf(childRecord);
const find = (...rules: RuleId[]) => ({ ...about, reasons: reasons(...rules) });

test('given nobody, when reasons are found, the child is new on the list; without reasons nothing is noted', () => {
  assert.equal(given().when('find', find('unseen')).and().state.status, 'new');
  given().when('find', find()).then();
});
test('given reasons, when the same are found again, nothing is noted; other reasons, another ward or no reasons are', () => {
  given(found('unseen')).when('find', find('unseen')).then();
  given(found('unseen')).when('find', find('unseen', 'dropped-out')).then('reasons-found');
  given(found('unseen'))
    .when('find', { ...find('unseen'), ward: '4' })
    .then('reasons-found');
  given(found('unseen')).when('find', find()).then('reasons-gone');
});
test('given a planned visit, when reasons are gone, the visit is no longer waited for', () => {
  const { status, dueOn } = given(found('unseen'), planned, gone).state;
  assert.deepEqual([status, dueOn], ['gone', null]);
});
test('given a verdict of not at risk, the child comes back for a new reason only', () => {
  assert.equal(
    given(found('unseen', 'dropped-out'), judged('unseen', 'dropped-out')).when('find', find('unseen')).and().state.status,
    'not-at-risk',
  );
  assert.equal(given(found('unseen'), judged('unseen')).when('find', find('unseen', 'carer-absent')).and().state.status, 'new');
});
test('given a verdict, a judged reason that went away and comes back is a new one', () => {
  const back = given(found('unseen', 'dropped-out'), judged('unseen', 'dropped-out'), found('dropped-out'));
  assert.equal(back.when('find', find('unseen', 'dropped-out')).and().state.status, 'new');
  assert.equal(given(found('unseen'), judged('unseen'), gone).when('find', find('unseen')).and().state.status, 'new');
});
test('when a visit is planned for a day that has passed, it is refused; for today it is not, and the same plan twice is one', () => {
  given(found('unseen')).when('plan-visit', { on: '2026-11-22', worker: me }).refused('risks.visit-in-the-past');
  assert.equal(given(found('unseen')).when('plan-visit', { on: '2026-11-23', worker: me }).and().state.status, 'visit-planned');
  given(found('unseen'), planned).when('plan-visit', { on: '2026-11-25', worker: me }).then();
});
test('when a child was seen, it is noted; not on a day to come, nor before the child was born', () => {
  assert.equal(given(found('unseen'), planned).when('see', { on: '2026-11-23', note: 'At home' }).and().state.status, 'seen');
  given(found('unseen')).when('see', { on: '2026-11-24', note: 'x' }).refused('risks.seen-in-the-future');
  given(found('unseen')).when('see', { on: '2015-01-01', note: 'x' }).refused('risks.seen-before-birth');
});
test('when a child is judged, there must be a reason to judge', () => {
  assert.equal(given(found('unseen')).when('judge-not-at-risk', { because: 'x' }).and().state.status, 'not-at-risk');
  given(found('unseen'), gone).when('judge-not-at-risk', { because: 'x' }).refused('risks.no-reasons');
});
test('given an open case, what is done for the child is done in the case', () => {
  for (const [name, input] of [['plan-visit', { on: '2026-11-25', worker: me }], ['see', { on: '2026-11-20', note: 'x' }], ['judge-not-at-risk', { because: 'x' }]] as const)
    given(found('unseen'), cased).when(name, input).refused('risks.has-case'); // biome-ignore format: a table
  given(found('unseen'), cased).when('note-case', { case: open }).then();
  given().when('note-case', { case: open }).then();
});
test('when the case is closed, the child is on the list again while reasons hold, as not seen where nobody saw them', () => {
  assert.equal(given(found('unseen'), cased).when('end-case').and().state.status, 'seen');
  assert.equal(given(found('unseen'), cased, gone).when('end-case').and().state.status, 'gone');
  assert.equal(given(found('unseen'), cased).when('end-case', { seen: true }).and().state.status, 'seen');
  // Whose case ended without anybody having seen them is not seen.
  assert.equal(given(found('unseen'), cased).when('end-case', { seen: false }).and().state.status, 'new');
  given(found('unseen')).when('end-case').then();
});
test('given nobody, every act of a person finds nothing', () => {
  for (const name of ['plan-visit', 'see', 'judge-not-at-risk']) given().when(name).refused('ledger.not-found');
});
test('what is offered next would not be refused', () => {
  const offered = (...events: ChildEvent[]) => offeredIn(childRecord, given(...events).state, contextOn().actor);
  assert.deepEqual(offered(found('unseen')), ['plan-visit', 'see', 'judge-not-at-risk']);
  assert.deepEqual(offered(found('unseen'), judged('unseen')), ['plan-visit', 'see']);
  assert.deepEqual(offered(found('unseen'), cased), []);
});
