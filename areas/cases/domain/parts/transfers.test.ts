import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anId, contextOn, given, me, opened, other } from '../testing.ts';

const transfer = anId(1);
const input = { transfer, to: other, because: 'She moved to ward 5.' };
const offered = () => given(opened).when('offer-transfer', input).and();
const accept = { transfer, how: 'accepted', because: 'I know the family.' };

test('a case is offered to one colleague at a time', () => {
  given(opened).when('offer-transfer', input).then('transfer-offered');
  offered().when('offer-transfer', input).then();
  offered()
    .when('offer-transfer', { ...input, transfer: anId(2) })
    .refused('cases.transfer-waits');
  given(opened)
    .when('offer-transfer', { ...input, to: me })
    .refused('cases.own-case');
});

test('until it is answered the case is who offered it, and the colleague is reminded; taken, it is his', () => {
  assert.equal(offered().state.worker, me);
  assert.ok(offered().tasks().includes('transfer 2026-11-26'));
  assert.ok(offered().hinders('moved').includes('cases.transfer-waits'));
  offered().when('answer-transfer', accept, contextOn(0, other)).then('transfer-accepted', 'case-assigned');
  const taken = offered().when('answer-transfer', accept, contextOn(0, other)).and();
  assert.equal(taken.state.worker, other);
  assert.ok(!taken.hinders('moved').includes('cases.transfer-waits'));
  taken.when('answer-transfer', accept, contextOn(0, other)).then();
});

test('only whom it was offered to answers; declined or withdrawn, it stays where it was', () => {
  offered().when('answer-transfer', accept).refused('cases.transfer-to-another');
  given(opened).when('answer-transfer', accept, contextOn(0, other)).refused('ledger.no-such-entry');
  const declined = offered()
    .when('answer-transfer', { ...accept, how: 'declined' }, contextOn(0, other))
    .and();
  assert.equal(declined.state.worker, me);
  declined.when('answer-transfer', accept, contextOn(0, other)).refused('cases.transfer-answered');
  offered().when('withdraw-transfer', { transfer }).then('transfer-withdrawn');
  declined.when('withdraw-transfer', { transfer }).refused('cases.transfer-answered');
  given(opened).when('withdraw-transfer', { transfer }).refused('ledger.no-such-entry');
  offered().when('withdraw-transfer', { transfer }).and().when('offer-transfer', { ...input, transfer: anId(2) }).then('transfer-offered'); // biome-ignore format: one thought
});
