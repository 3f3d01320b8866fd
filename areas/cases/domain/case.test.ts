import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evolveAll } from '../../../platform/decider/index.ts';
import { type CaseEvent, caseRecord } from './case.ts';
import { approvedFor, given, me, opened, other } from './testing.ts';

const action = '00000000-0000-7000-8000-0000000000ff';

const added: CaseEvent = { type: 'action-added', action, who: me, due: '2026-11-25', what: 'Visit the family' };
const done: CaseEvent = { type: 'action-settled', action, how: 'done', on: '2026-11-23' };
const closed: CaseEvent = { type: 'case-closed', reason: 'moved', on: '2026-11-23', by: me, summary: 'Safe at home.' };

const openInput = {
  person: null,
  source: 'visit',
  riskLevel: 'high',
  ward: null,
  born: null,
  worker: me,
  name: 'Maya Rai',
  concern: 'x',
  actions: [{ what: 'Visit', who: me, due: '2026-11-24' }],
};

test('given nothing, when a case is opened, then it is open with its first actions', () =>
  given().when('open', openInput).then('case-opened', 'action-added'));
test('given an open case, when it is opened again, then it is refused', () =>
  given(opened).when('open', openInput).refused('cases.already-open'));
test('when a first action is due in the past, then opening is refused', () =>
  given()
    .when('open', { ...openInput, actions: [{ what: 'Visit', who: me, due: '2026-11-22' }] })
    .refused('ledger.day-past'));
test('given an open action, when the case is closed, then it is refused until the action is settled', () => {
  given(opened, added).when('close', { reason: 'moved', summary: 'x' }).refused('cases.actions-open');
  given(opened, added, done, ...approvedFor('moved'))
    .when('close', { reason: 'moved', summary: 'x' })
    .then('case-closed');
});
test('when an action is dropped without a reason, then it is refused', () => {
  given(opened, added).when('settle-action', { action, how: 'dropped' }).refused('cases.say-why-dropped');
  given(opened, added).when('settle-action', { action, how: 'dropped', note: 'Family moved' }).then('action-settled');
});
test('when an action is settled twice, then the second changes nothing', () =>
  given(opened, added, done).when('settle-action', { action, how: 'done' }).then());
test('when an unknown action is settled, then it is refused', () =>
  given(opened).when('settle-action', { action, how: 'done' }).refused('ledger.no-such-entry'));
test('given a settled action, when it is opened again, it is to be done; an open one stays as it is', () => {
  given(opened, added, done).when('reopen-action', { action, because: 'Nobody was at home' }).then('action-reopened');
  given(opened, added).when('reopen-action', { action }).then();
  given(opened).when('reopen-action', { action }).refused('ledger.no-such-entry');
  const again: CaseEvent = { type: 'action-reopened', action };
  given(opened, added, done, again).when('close', { reason: 'moved', summary: 'x' }).refused('cases.actions-open');
});
test('given an unknown child, when they are identified, the case is of that person; of another one it cannot be', () => {
  given(opened).when('identify', { person: other }).then('child-identified');
  const identified: CaseEvent = { type: 'child-identified', person: other, by: me };
  given(opened, identified).when('identify', { person: other }).then();
  given(opened, identified).when('identify', { person: me }).refused('cases.already-identified');
});
test('who has something to do in a case is of its team, until it is done', () => {
  const theirs: CaseEvent = { type: 'action-added', action, who: other, due: '2026-11-25', what: 'Ask the school' };
  const team = (...events: CaseEvent[]) => caseRecord.facts(evolveAll(caseRecord, undefined, events)!)['team'];
  assert.deepEqual([team(opened), team(opened, theirs), team(opened, theirs, done)], [[me], [me, other], [me]]);
  assert.deepEqual(team(opened, { type: 'case-assigned', worker: null, by: other }), []);
});
test('given a closed case, then it takes a note, can be reopened, and nothing else', () => {
  given(opened, closed).when('note', { text: 'Called' }).then('noted');
  given(opened, closed).when('reopen', { because: 'New concern' }).then('case-reopened');
  for (const [name, input] of [['assign', { worker: other }], ['change-risk', { riskLevel: 'low', because: 'x' }], ['add-action', { action, what: 'x', who: me, due: '2026-12-01' }], ['close', { reason: 'moved', summary: 'x' }]] as const) given(opened, closed).when(name, input).refused('cases.closed'); // biome-ignore format: a table
});
test('given an open case, when it is reopened, then it is refused', () =>
  given(opened).when('reopen', { because: 'x' }).refused('cases.not-closed'));
test('when a case is given to the worker who has it, then nothing happens', () => {
  given(opened).when('assign', { worker: me }).then();
  given(opened).when('assign', { worker: other }).then('case-assigned');
});
test('given no case, every other command finds nothing', () => {
  for (const name of Object.keys(caseRecord.commands).filter((one) => one !== 'open')) given().when(name, {}).refused('ledger.not-found');
});
