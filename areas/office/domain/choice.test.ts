import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Choice, countsOf, toTell, type Waits } from './choice.ts';
import { outsideKind } from './outsideKind.ts';

const late: Waits = { kind: 'overdue', key: 'overdue|a' };
const due: Waits = { kind: 'due-today', key: 'due-today|b' };
const offer: Waits = { kind: 'transfer', key: 'transfer|c' };
const emergency: Waits = { kind: 'emergency-access', key: 'emergency-access|d' };
const all = [late, due, offer, emergency];
const choice: Choice = { when: 'at-once', hour: 7, kinds: ['overdue', 'due-today', 'transfer'], lastDay: null };
const at = (hour: number) => ({ today: '2026-11-24', hour });
const none = new Set<string>();

test('given that nothing is to be told, nothing is', () => assert.deepEqual(toTell({ ...choice, when: 'never' }, all, none, at(12)), []));

test('given at once, what happened is told at any hour, and what a day brings from the hour on', () => {
  assert.deepEqual(toTell(choice, all, none, at(3)), [offer]);
  assert.deepEqual(toTell(choice, all, none, at(7)), [late, due, offer]);
});

test('given at once, nothing is told twice', () => {
  assert.deepEqual(toTell(choice, all, new Set(['transfer|c', 'overdue|a']), at(9)), [due]);
  assert.deepEqual(toTell({ ...choice, lastDay: '2026-11-24' }, all, new Set(['transfer|c']), at(9)), [], 'the days of today were told');
});

test('given once a day, all that waits is told at the hour, also what was told yesterday, and once', () => {
  const daily: Choice = { ...choice, when: 'daily', lastDay: '2026-11-23' };
  assert.deepEqual(toTell(daily, all, none, at(6)), []);
  assert.deepEqual(toTell(daily, all, new Set(['overdue|a']), at(7)), [late, due, offer]);
  assert.deepEqual(toTell({ ...daily, lastDay: '2026-11-24' }, all, none, at(23)), []);
  assert.deepEqual(toTell(daily, all, none, at(15)), [late, due, offer], 'a server that was away at seven tells it later');
});

test('given kinds, no other is told', () =>
  assert.deepEqual(toTell({ ...choice, kinds: ['emergency-access'] }, all, none, at(8)), [emergency]));

test('kinds are counted in one order, and those that are not there left out', () =>
  assert.deepEqual(countsOf([offer, late, { ...late, key: 'x' }]), [['overdue', 2], ['transfer', 1]])); // biome-ignore format: two counts

test('a kind that says much of a child is called something to do', () => {
  assert.equal(outsideKind('court-date'), 'court-date');
  assert.equal(outsideKind('guardian'), 'task');
  assert.equal(outsideKind('find-child'), 'task');
  assert.equal(outsideKind('constructor'), 'task');
});
