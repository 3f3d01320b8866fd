import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseEvent } from '../../cases/domain/case.ts';
import { childOf } from '../../cases/domain/childOf.ts';
import { anId, contextOn, given, opened } from '../../cases/domain/testing.ts';
import { stagesOf } from './stages.ts';

let steps = 0;
const step = (kind: string, on: string, outcome?: string) => ({
  step: anId(++steps),
  kind,
  on,
  authority: 'District court',
  reference: '081-CR-17',
  ...(outcome ? { outcome } : {}),
});
const charged = () =>
  given(opened)
    .when('record-step', step('charge', '2026-11-10', 'filed'))
    .and();
const convicted = () =>
  charged()
    .when('record-step', step('verdict', '2026-11-15', 'convicted'))
    .and();
const day = anId(500);
const inCourt = { courtDate: day, on: '2026-11-30', purpose: 'First hearing', place: 'Room 4' };
const planned = () => given(opened).when('plan-court-date', inCourt).and();

test('what police, prosecution and courts did is written down in any order that can be, once', () => {
  const complaint = step('complaint', '2026-11-21', 'registered');
  const after = given(opened).when('record-step', complaint).and();
  after.when('record-step', complaint).then();
  // What happened before the case was opened belongs to it as well.
  after.when('record-step', step('investigation', '2025-01-05', 'begun')).then('step-recorded');
  after.when('record-step', step('compensation-awarded', '2026-11-22')).then('step-recorded');
});

test('when a step is to come, lies before the birth, or does not say how it came out, then it is refused', () => {
  const refused = (of: object, code: string) => given(opened).when('record-step', of).refused(code);
  refused(step('complaint', '2026-11-24', 'registered'), 'ledger.day-to-come');
  refused(step('complaint', '2013-12-31', 'registered'), 'justice.before-birth');
  refused(step('complaint', '2026-11-21'), 'justice.say-how-it-came-out');
  refused(step('complaint', '2026-11-21', 'convicted'), 'justice.say-how-it-came-out');
  refused(step('compensation-asked', '2026-11-21', 'filed'), 'justice.say-how-it-came-out');
  // Where nobody knows when the child was born, no day is too early.
  given({ ...opened, born: null } as CaseEvent).when('record-step', step('complaint', '2001-01-01', 'registered')).then('step-recorded'); // biome-ignore format: one thought
});

test('when what a step rests on did not come before it, then it is refused', () => {
  const refused = (of: object, code: string) => given(opened).when('record-step', of).refused(code);
  refused(step('trial', '2026-11-12', 'begun'), 'justice.no-charge-before');
  refused(step('verdict', '2026-11-12', 'convicted'), 'justice.no-charge-before');
  refused(step('appeal', '2026-11-12', 'asked'), 'justice.no-verdict-before');
  refused(step('compensation-paid', '2026-11-12'), 'justice.no-award-before');
  refused(step('witness-protection-ended', '2026-11-12'), 'justice.no-protection-before');
  charged()
    .when('record-step', step('verdict', '2026-11-09', 'convicted'))
    .refused('justice.no-charge-before');
  charged()
    .when('record-step', step('verdict', '2026-11-10', 'convicted'))
    .then('step-recorded');
  // A charge that was not brought is no charge.
  given(opened).when('record-step', step('charge', '2026-11-10', 'not-filed')).and()
    .when('record-step', step('verdict', '2026-11-12', 'acquitted')).refused('justice.no-charge-before'); // biome-ignore format: one thought
});

test('a step written down in error is struck with the reason, once, and never from under one that rests on it', () => {
  const before = convicted();
  const [charge, verdict] = before.state.justice.steps;
  const strike = (of: string) => ({ step: of, because: 'Another child of the same name' });
  before.when('strike-step', strike(anId(999))).refused('ledger.no-such-entry');
  before.when('strike-step', strike(charge!.id)).refused('justice.step-rests-on-it');
  const struck = before.when('strike-step', strike(verdict!.id)).and();
  struck.when('strike-step', strike(verdict!.id)).then();
  assert.equal(struck.state.justice.steps.length, 2);
  assert.deepEqual(stagesOf(childOf(struck.state)), ['suspected', 'prosecution']);
});

test('how far justice came: each stage by itself, a conviction until an appeal sets it aside', () => {
  assert.deepEqual(stagesOf(childOf(given(opened).state)), []);
  assert.deepEqual(stagesOf(childOf(charged().state)), ['suspected', 'prosecution']);
  assert.deepEqual(stagesOf(childOf(convicted().state)), ['suspected', 'prosecution', 'conviction']);
  const appeal = (outcome: string) =>
    convicted()
      .when('record-step', step('appeal', '2026-11-20', outcome))
      .and().state;
  assert.ok(stagesOf(childOf(appeal('asked'))).includes('conviction') && stagesOf(childOf(appeal('upheld'))).includes('conviction'));
  assert.ok(!stagesOf(childOf(appeal('set-aside'))).includes('conviction'));
  const paid = given(opened).when('record-step', step('compensation-awarded', '2026-11-20')).and().state;
  assert.deepEqual(stagesOf(childOf(paid)), ['suspected', 'compensation']);
});

test('a day in court waits until it was, is moved, or is called off', () => {
  assert.deepEqual(planned().tasks(), ['court-date 2026-11-30']);
  assert.deepEqual(planned().hinders('moved'), ['justice.court-dates-planned', 'cases.closure-not-approved']);
  planned().when('plan-court-date', inCourt).then();
  const moved = planned()
    .when('plan-court-date', { ...inCourt, on: '2026-12-07' })
    .and();
  assert.deepEqual(moved.tasks(), ['court-date 2026-12-07']);
  const off = moved.when('cancel-court-date', { courtDate: day, because: 'The judge is ill' }).and();
  assert.deepEqual([off.tasks(), off.hinders('moved')], [[], ['cases.closure-not-approved']]);
  off.when('cancel-court-date', { courtDate: day, because: 'again' }).then();
});

test('when a day in court lies in the past, is over, or is not there, then it is refused', () => {
  given(opened)
    .when('plan-court-date', { ...inCourt, on: '2026-11-22' })
    .refused('ledger.day-past');
  const held = { courtDate: day, on: '2026-11-30', heard: 'by-video', accompaniedBy: 'Her aunt', note: 'She told it once.' };
  planned().when('hold-court-date', held).refused('ledger.day-to-come');
  planned()
    .when('hold-court-date', { ...held, courtDate: anId(7) }, contextOn(7))
    .refused('ledger.no-such-entry');
  planned()
    .when('cancel-court-date', { courtDate: anId(7), because: 'x' })
    .refused('ledger.no-such-entry');
  const { accompaniedBy: _, ...alone } = held;
  planned().when('hold-court-date', alone, contextOn(7)).refused('justice.say-who-accompanied');
  planned()
    .when('hold-court-date', { ...alone, heard: 'not-heard' }, contextOn(7))
    .then('court-date-held');
  const after = planned().when('hold-court-date', held, contextOn(7)).and();
  after.when('hold-court-date', held, contextOn(7)).then();
  after.when('plan-court-date', { ...inCourt, on: '2027-01-05' }).refused('justice.court-date-over');
  after.when('cancel-court-date', { courtDate: day, because: 'x' }).refused('justice.court-date-over');
  const off = planned().when('cancel-court-date', { courtDate: day, because: 'x' }).and();
  off.when('hold-court-date', held, contextOn(7)).refused('justice.court-date-over');
});

test('what child and carer want, and who stands for the child, is the last that was said', () => {
  const wished = given(opened).when('record-wish', { child: 'does-not', carer: 'takes-part', note: 'She is afraid of him.' }).and();
  assert.equal(wished.state.justice.wish?.child, 'does-not');
  const lawyer = { since: '2026-11-22', name: 'Sita Gurung', contact: '9841000000' };
  given(opened)
    .when('name-lawyer', { ...lawyer, since: '2026-11-24' })
    .refused('ledger.day-to-come');
  const named = wished.when('name-lawyer', lawyer).and();
  named.when('name-lawyer', lawyer).then();
  assert.equal(named.when('end-lawyer', { because: 'Moved to another town' }).and().state.justice.lawyer, null);
  wished.when('end-lawyer', { because: 'x' }).then();
});
