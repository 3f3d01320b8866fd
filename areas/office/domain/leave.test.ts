import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Context, consultedKey, isRefusal } from '../../../platform/decider/index.ts';
import { caseRecord } from '../../cases/domain/case.ts';
import { anId, approvedFor, contextOn, given, me, opened, other, waitingIn } from '../../cases/domain/testing.ts';
import { type LeaveState, leaveRecord } from './leave.ts';

const boss = anId(7);
const leave = anId(1);
const third = anId(8);
const plan = { worker: me, from: '2026-11-23', until: '2026-12-04', to: [other] };
const away: LeaveState = { ...plan, cases: null, ended: null };
const asBoss = (days = 0, consulted: Record<string, unknown> = {}): Context => ({
  ...contextOn(days, boss, 'supervisor'),
  consulted: new Map(Object.entries({ [consultedKey({ kind: 'office.leave', id: leave })]: away, ...consulted })),
});
const user = (id: string, active = true) => ({ [consultedKey({ kind: 'accounts.user', id })]: { roles: ['case-worker'], active } });
const planned = (input: object, state?: LeaveState) => {
  const outcome = leaveRecord.commands['plan']!.decide(state, input, asBoss());
  return isRefusal(outcome) ? outcome.refused : outcome.map(({ type }) => type);
};
const lend = { leave, to: other };
const lent = () => given(opened).when('lend', lend, asBoss()).and();

test('a leave has a first and a last day, the last not past, and others who take the cases', () => {
  assert.deepEqual(planned(plan), ['leave-planned']);
  assert.deepEqual(planned(plan, away), []);
  assert.equal(planned({ ...plan, from: '2026-11-30', until: '2026-11-29' }), 'office.until-before');
  assert.equal(planned({ ...plan, from: '2026-11-01', until: '2026-11-22' }), 'ledger.day-past');
  assert.equal(planned({ ...plan, to: [other, me] }), 'office.own-substitute');
  assert.equal(planned({ ...plan, to: [] }), 'office.no-substitute');
  assert.equal(planned({ ...plan, cases: [] }), 'office.no-cases-chosen');
});

test('who is away comes back on another day, not in the past and not before it began, and not when it is over', () => {
  const moved = (until: string, state: LeaveState | undefined = away) => {
    const outcome = leaveRecord.commands['move-end']!.decide(state, { until }, asBoss(3));
    return isRefusal(outcome) ? outcome.refused : outcome.map(({ type }) => type);
  };
  assert.deepEqual([moved('2026-12-24'), moved(away.until)], [['leave-moved'], []]);
  const later = { ...away, from: '2026-11-30' };
  assert.deepEqual([moved('2026-11-24'), moved('2026-11-27', later)], ['ledger.day-past', 'office.until-before']);
  assert.equal(moved('2026-12-24', { ...away, ended: 'kept' }), 'office.leave-ended');
  const unknown = leaveRecord.commands['move-end']!.decide(undefined, { until: '2026-12-24' }, asBoss());
  assert.ok(isRefusal(unknown) && unknown.refused === 'ledger.not-found');
});

test('given a worker who is away, when his case is lent, then a substitute has it and what he was to do, and it stays his to read', () => {
  const file = given(opened, { type: 'action-added', action: anId(2), who: me, due: '2026-11-30', what: 'Visit' })
    .when('lend', lend, asBoss())
    .and();
  assert.deepEqual([file.state.worker, file.state.lent], [other, [{ leave, of: me }]]);
  file.when('lend', lend, asBoss()).then();
  // The visit is not lost while he is away.
  assert.deepEqual(
    waitingIn(file.state).map(({ kind, who }) => [kind, who]),
    [['action', other]],
  );
  assert.deepEqual((caseRecord.facts(file.state)['team'] as string[]).sort(), [me, other]);
});

test('a case is lent by the leave of whose it is, on its days, to one of its substitutes', () => {
  given(opened)
    .when('lend', { ...lend, to: third }, asBoss())
    .refused('cases.not-a-substitute');
  const others = given({ ...opened, worker: third } as never);
  others.when('lend', lend, asBoss()).refused('cases.not-his-case');
  const key = consultedKey({ kind: 'office.leave', id: leave });
  given(opened)
    .when('lend', lend, asBoss(0, { [key]: { ...away, from: '2026-11-25' } }))
    .refused('cases.leave-not-yet');
  given(opened)
    .when('lend', lend, asBoss(0, { [key]: { ...away, ended: 'kept' } }))
    .refused('cases.leave-ended');
  given(opened)
    .when('lend', lend, contextOn(0, boss, 'supervisor'))
    .refused('cases.leave-ended');
});

test('given back it is with its worker again, once; not where he works there no more', () => {
  const back = lent()
    .when('give-back', { leave }, asBoss(20, user(me)))
    .and();
  assert.deepEqual([back.state.worker, back.state.lent], [me, []]);
  back.when('give-back', { leave }, asBoss(20, user(me))).then();
  lent()
    .when('give-back', { leave }, asBoss(20, user(me, false)))
    .refused('accounts.worker-inactive');
  lent().when('give-back', { leave }, asBoss(20)).refused('accounts.worker-inactive');
});

test('kept, it is the substitute’s for good; so it is where it was given on or taken', () => {
  const kept = lent().when('keep', { leave }, asBoss()).and();
  assert.deepEqual([kept.state.worker, kept.state.lent], [other, []]);
  kept.when('keep', { leave }, asBoss()).then();
  for (const worker of [third, other]) {
    const given = lent().when('assign', { worker }, asBoss()).and();
    assert.deepEqual([given.state.worker, given.state.lent], [worker, []]);
    given.when('assign', { worker }, asBoss()).then();
  }
});

test('a substitute who is away too lends it on; who is back first has it back first', () => {
  const second = anId(9);
  const key = consultedKey({ kind: 'office.leave', id: second });
  const twice = lent()
    .when('lend', { leave: second, to: third }, asBoss(1, { [key]: { ...away, worker: other, to: [third] } }))
    .and();
  assert.deepEqual(twice.state.lent, [
    { leave, of: me },
    { leave: second, of: other },
  ]);
  const secondBack = twice.when('give-back', { leave: second }, asBoss(5, user(other))).and();
  assert.deepEqual([secondBack.state.worker, secondBack.state.lent], [other, [{ leave, of: me }]]);
  const firstBack = twice.when('give-back', { leave }, asBoss(5, user(me))).and();
  assert.deepEqual([firstBack.state.worker, firstBack.state.lent], [me, []]);
});

test('a case that is closed while it is lent is with nobody’s substitute any more', () => {
  const file = given(opened, ...approvedFor('moved'))
    .when('lend', lend, asBoss())
    .and();
  const closed = file.when('close', { reason: 'moved', summary: 'x' }, contextOn(0, other)).and();
  assert.deepEqual(closed.state.lent, []);
});
