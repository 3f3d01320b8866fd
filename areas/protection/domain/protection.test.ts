import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Context, evolveAll, isRefusal, type RecordDefinition, type Role } from '../../../platform/decider/index.ts';
import { abilityOf, allows, rulesOf } from '../../../platform/permissions/ability.ts';
import { erasureRecord, policy, retentionHoldRecord } from './index.ts';

const [officer, second, person] = ['0a', '0b', '0c'].map((end) => `00000000-0000-7000-8000-0000000000${end}`) as [string, string, string];
const contextOf = (id: string): Context => ({
  now: '2026-11-23T03:00:00Z',
  today: '2026-11-23',
  actor: { id, city: 1, roles: ['data-protection-officer'] },
  newId: () => person,
});
/** Gives commands one after another; the code of a refusal, else the types of all events. */
function outcome(record: unknown, ...given: readonly (readonly [name: string, input: object, by?: string])[]) {
  const { commands, evolve } = record as RecordDefinition<unknown>;
  const events: { type: string }[] = [];
  for (const [name, input, by = officer] of given) {
    const decided = commands[name]!.decide(evolveAll({ evolve }, undefined, events), input, contextOf(by));
    if (isRefusal(decided)) return decided.refused;
    events.push(...decided);
  }
  return events.map(({ type }) => type);
}
const ask = ['ask', { person, ground: 'not-needed', because: 'The time of our rules is over.' }] as const;
const complete = (by: string) => ['complete', { by, subjects: [person], records: 3 }] as const;
const again = ['repeat', { person, ground: 'not-needed', erasedOn: '2026-11-20', subjects: [person], records: 3 }] as const;

test('given an erasure that one asked for, when another confirms, the person is erased', () => {
  assert.deepEqual(outcome(erasureRecord, ask, complete(second)), ['erasure-asked', 'erased']);
});

test('whoever asked cannot confirm', () => assert.equal(outcome(erasureRecord, ask, complete(officer)), 'protection.second-person'));

test('what was withdrawn, declined or carried out is decided', () => {
  const because = 'A claim may still be made.';
  for (const end of [['withdraw', {}], ['decline', { because }], complete(second)] as const) {
    assert.equal(outcome(erasureRecord, ask, end, complete(second)), 'protection.settled');
    assert.equal(outcome(erasureRecord, ask, end, ['decline', { because }]), 'protection.settled');
    assert.equal(outcome(erasureRecord, ask, end, ask), 'protection.asked-already');
  }
});

test('after a restore an erasure is made again once, whether its asking is in the copy or not', () => {
  assert.deepEqual(outcome(erasureRecord, again, again), ['erased-again']);
  assert.deepEqual(outcome(erasureRecord, ask, again, again), ['erasure-asked', 'erased-again']);
  assert.deepEqual(outcome(erasureRecord, ask, complete(second), again), ['erasure-asked', 'erased']);
});

test('a hold is placed once and lifted once', () => {
  const place = ['place', { person, because: 'The court has asked for the file.' }] as const;
  const lift = ['lift', { because: 'The court has decided.' }] as const;
  assert.deepEqual(outcome(retentionHoldRecord, place, lift), ['retention-hold-placed', 'retention-hold-lifted']);
  assert.equal(outcome(retentionHoldRecord, place, place), 'protection.retention-hold-placed');
  assert.equal(outcome(retentionHoldRecord, place, lift, lift), 'protection.retention-hold-lifted');
  assert.equal(outcome(retentionHoldRecord, lift), 'ledger.not-found');
});

test('the officer asks; the officer or a supervisor decides; nobody notes an erasure by hand', () => {
  const who = (action: string, kind: string) =>
    (
      ['case-worker', 'supervisor', 'registrar', 'monitoring-officer', 'administrator', 'data-protection-officer', 'partner'] as Role[]
    ).filter((role) =>
      allows(abilityOf(rulesOf([policy], { id: officer, city: 1, roles: [role] })), action, kind, { status: 'asked', city: 1 }),
    );
  assert.deepEqual(who('ask', 'protection.erasure'), ['data-protection-officer']);
  assert.deepEqual(who('confirm', 'protection.erasure'), ['supervisor', 'data-protection-officer']);
  assert.deepEqual(who('give', 'protection.packet'), ['data-protection-officer']);
  assert.deepEqual(who('place', 'protection.retention-hold'), ['data-protection-officer']);
  for (const action of ['complete', 'repeat']) assert.deepEqual(who(action, 'protection.erasure'), []);
});
