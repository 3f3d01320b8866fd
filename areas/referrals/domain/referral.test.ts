import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Actor, evolveAll } from '../../../platform/decider/index.ts';
import { givenOf } from '../../../platform/decider/testing.ts';
import { abilityOf, allows, rulesOf } from '../../../platform/permissions/ability.ts';
import { anId, contextOn } from '../../cases/domain/testing.ts';
import { policy } from './policy.ts';
import { type ReferralEvent, type ReferralState, referralRecord } from './referral.ts';

const house = anId(2);
const sent: ReferralEvent = {
  type: 'referral-sent',
  case: anId(3),
  sealedFor: anId(4),
  organisation: house,
  service: 'emergency-shelter',
  urgency: 'urgent',
  handover: false,
  on: '2026-11-20',
  until: '2026-11-30',
  answerBy: '2026-11-21',
  because: 'She cannot sleep at home.',
  child: { name: 'Maya' },
  needs: { needs: 'A bed' },
};
const accepted: ReferralEvent = { type: 'accepted', on: '2026-11-21' };
const revoked: ReferralEvent = { type: 'revoked', on: '2026-11-22' };
const completed: ReferralEvent = { type: 'completed', on: '2026-11-22', outcome: 'helped' };

const given = givenOf(referralRecord);
const acts: readonly (readonly [string, object])[] = [
  ['accept', {}],
  ['decline', { reason: 'no-place' }],
  ['ask', { text: 'Is she alone?' }],
  ['report', { on: '2026-11-22', what: 'She slept here.' }],
  ['complete', { outcome: 'helped' }],
];

test('a partner takes a child or says why not, and asks', () => {
  given(sent).when('accept').then('accepted');
  given(sent, accepted).when('accept').then();
  given(sent).when('decline', { reason: 'no-place' }).then('declined');
  given(sent, accepted).when('decline', { reason: 'no-place' }).refused('referrals.referral-accepted');
  given(sent).when('ask', { text: 'x' }).then('question-asked');
  given(sent, accepted).when('ask', { text: 'x' }).then('question-asked');
});

test('what was done is told of a child that was taken, for a day from the referral until today', () => {
  given(sent).when('report', { on: '2026-11-22', what: 'x' }).refused('referrals.referral-not-accepted');
  given(sent).when('complete', { outcome: 'helped' }).refused('referrals.referral-not-accepted');
  given(sent, accepted).when('report', { on: '2026-11-24', what: 'x' }).refused('referrals.delivered-later');
  given(sent, accepted).when('report', { on: '2026-11-19', what: 'x' }).refused('referrals.delivered-before');
  given(sent, accepted).when('report', { on: '2026-11-23', what: 'x' }).then('delivered');
  given(sent, accepted).when('complete', { outcome: 'helped' }).then('completed');
});

test('after its last day, taken back or completed, nothing can be done in it', () => {
  for (const [name, input] of acts) {
    given().when(name, input).refused('ledger.not-found');
    given(sent, accepted, revoked).when(name, input).refused('referrals.referral-ended');
    given(sent, accepted, completed).when(name, input).refused('referrals.referral-ended');
    given(sent, accepted).when(name, input, contextOn(8)).refused('referrals.referral-ended');
  }
  given(sent, revoked).when('revoke').then();
  given(sent).when('lose-partner').then('partner-closed');
  given(sent, completed).when('lose-partner').then();
});

test('its partner reads it while it is open and until its last day, then knows only that it was; nobody else does either', () => {
  const may = (action: string, day: string, events: ReferralEvent[], actor: Partial<Actor> = {}) => {
    const someone: Actor = { id: anId(9), city: 1, roles: ['partner'], organisation: house, ...actor };
    const facts = referralRecord.facts(evolveAll(referralRecord, undefined, events) as ReferralState);
    return allows(abilityOf(rulesOf([policy], someone, day)), action, 'referrals.referral', { ...facts, city: 1 });
  };
  const open = [sent, accepted];
  assert.ok(may('read', '2026-11-30', open) && may('report', '2026-11-30', open) && may('know', '2026-11-30', open));
  assert.ok(!may('read', '2026-12-01', open) && !may('report', '2026-12-01', open) && may('know', '2026-12-01', open));
  for (const end of [revoked, completed, { type: 'declined', on: '2026-11-22', reason: 'other' } as const])
    assert.ok(!may('read', '2026-11-23', [sent, end]) && may('know', '2026-11-23', [sent, end]), end.type);
  for (const actor of [{ organisation: anId(8) }, { organisation: undefined }, { roles: ['supervisor'] as const, organisation: undefined }])
    assert.ok(!may('read', '2026-11-23', open, actor) && !may('know', '2026-11-23', open, actor), JSON.stringify(actor));
  for (const name of ['send', 'tell', 'revoke', 'lose-partner']) assert.ok(!may(name, '2026-11-23', open), name);
});
