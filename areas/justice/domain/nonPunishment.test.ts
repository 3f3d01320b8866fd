import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseEvent } from '../../cases/domain/case.ts';
import { childOf } from '../../cases/domain/childOf.ts';
import { anId, contextOn, given, opened, screened } from '../../cases/domain/testing.ts';
import { alarmsOf, nonPunishmentIn } from './nonPunishment.ts';

type Given = ReturnType<typeof given>;
const today = contextOn(0).today;
const accused = (more: object = {}) => ({
  ...{ accusation: anId(1), offence: 'theft', authority: 'Police', on: today, actOn: '2026-10-01', window: 'within', detained: false },
  ...more,
});
const victim = (born = opened) =>
  given(born).when('record-identification', {
    ...{ decision: anId(2), status: 'actual', body: 'police', bodyName: 'Police', decidedBy: null, on: today, reviewUntil: null },
    ...{ act: ['recruitment'], means: [], exploitation: ['forced-begging'], screening: null, items: [], reasons: 'Found begging.' },
  }).and(); // biome-ignore format: one thought
const alarms = ({ state }: Given) => alarmsOf(childOf(state)).map(({ kind }) => kind);

const widths = (country: string) => nonPunishmentIn(country).map(({ width, force }) => `${force} ${width}`);
for (const [country, expected] of [
  ['TW', ['may any', 'must own-act-only']],
  ['KR', ['may any', 'must own-act-only']],
  ['PK', ['must own-act-only']],
  ['MN', ['must any']],
  ['ID', ['must forced']],
  ['PH', ['must directly-related']],
  ['NP', []],
  ['LK', []],
  ['KH', []],
  ['FR', []],
] as const)
  test(`given a child of ${country}, the alarm names ${expected.length === 0 ? 'no general rule' : expected.join(', ')}`, () => {
    assert.deepEqual(widths(country), expected);
    for (const rule of nonPunishmentIn(country)) assert.ok(rule.law && rule.mark && rule.office);
  });

test('given a victim, an accusation for an act within the exploitation, or of which that is not known, is an alarm of the same day', () => {
  for (const window of ['within', 'not-known']) {
    const file = victim().when('record-accusation', accused({ window })).and();
    assert.deepEqual(alarms(file), ['accused-victim']);
    assert.ok(file.tasks().includes(`justice-alarm ${today}`) && file.tasks().includes(`justice-alarm-review ${today}`));
  }
  assert.deepEqual(
    alarms(
      victim()
        .when('record-accusation', accused({ window: 'outside' }))
        .and(),
    ),
    [],
  );
  assert.deepEqual(alarms(given(opened).when('record-accusation', accused()).and()), [], 'nothing speaks of trafficking yet');
});

test('given a child who was accused before they are presumed a victim, then it is an alarm of the day on which that is known, once', () => {
  const before = given(opened).when('record-accusation', accused()).and();
  before.when('hear-victim').then();
  const known = given(...(before.events as readonly CaseEvent[]), screened('presumed'));
  const heard = known.when('hear-victim', {}, contextOn(3));
  heard.then('accused-found-victim');
  assert.ok(
    heard
      .and()
      .tasks()
      .includes(`justice-alarm-review ${contextOn(3).today}`),
  );
  heard.and().when('hear-victim').then();
});
test('given an alarm of the law on which nobody acted, then the case is not closed, unless the child died', () => {
  const file = victim().when('record-accusation', accused()).and();
  assert.ok(file.hinders('moved').includes('justice.alarm-open'));
  assert.ok(!file.hinders('died').includes('justice.alarm-open'));
  const raised = file.when('raise-non-punishment', { accusation: anId(1), on: today, authority: 'Prosecutor' }).and();
  assert.ok(!raised.hinders('moved').includes('justice.alarm-open'));
});
test('given that accusation first and the identification after it, the alarm is there as well', () => {
  const decision = victim().state.identification.decisions;
  const file = given(opened).when('record-accusation', accused()).and();
  assert.deepEqual(alarmsOf(childOf({ ...file.state, identification: { ...file.state.identification, decisions: decision } })).length, 1);
});

test('raised with an authority it waits no more, and it stands until the accusation ends', () => {
  const file = victim().when('record-accusation', accused()).and();
  const raised = file.when('raise-non-punishment', { accusation: anId(1), on: today, authority: 'Prosecutor' }).and();
  assert.deepEqual([alarms(raised), raised.tasks()], [['accused-victim'], []]);
  const ended = raised.when('end-accusation', { accusation: anId(1), how: 'not-punished', on: today }).and();
  assert.deepEqual(alarms(ended), []);
  ended.when('end-accusation', { accusation: anId(1), how: 'dropped', on: today }).then();
  ended.when('raise-non-punishment', { accusation: anId(1), on: today, authority: 'Court' }).refused('justice.accusation-over');
  ended.when('record-accusation', accused()).refused('justice.accusation-over');
});

test('an act after the accusation, an accusation before the birth, or an end before it is refused; a year of birth is taken at its first day', () => {
  given(opened).when('record-accusation', accused({ on: '2026-09-30' })).refused('justice.act-after-accusation'); // biome-ignore format: one thought
  given(opened).when('record-accusation', accused({ on: '2013-12-31', actOn: null })).refused('justice.before-birth'); // biome-ignore format: one thought
  given(opened).when('record-accusation', accused({ on: '2014-01-01', actOn: null })).then('accusation-recorded'); // biome-ignore format: one thought
  const file = victim().when('record-accusation', accused()).and();
  file.when('end-accusation', { accusation: anId(1), how: 'dropped', on: '2026-11-01' }).refused('justice.before-accusation');
  file.when('record-accusation', accused()).then();
  file.when('record-accusation', accused({ detained: true })).then('accusation-recorded');
});

test('a child in detention whom nobody accuses is an alarm until there is an accusation', () => {
  const held = given({ ...opened } as CaseEvent)
    .when('record-whereabouts', { stay: anId(4), fact: 'detention', since: today })
    .and();
  assert.deepEqual(alarms(held), ['detained-without-accusation']);
  assert.deepEqual(alarms(held.when('record-accusation', accused({ detained: true })).and()), []);
});

test('removal that is threatened is an alarm until the status is recorded without it; a permit that ends is a task', () => {
  const status = { status: 'permit', until: '2027-03-01', removal: true };
  const file = given(opened).when('record-residence', status).and();
  assert.deepEqual(alarms(file), ['removal-threatened']);
  const safe = file.when('record-residence', { ...status, removal: false, protection: 'Permit renewed' }).and();
  assert.deepEqual([alarms(safe), safe.tasks()], [[], ['residence-ends 2027-03-01']]);
});
