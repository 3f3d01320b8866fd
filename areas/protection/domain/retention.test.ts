import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, addMonths } from '../../../platform/decider/index.ts';
import { givenOf } from '../../../platform/decider/testing.ts';
import { mayBeDueBy, retentionKinds, retentionReviewOn, retentionReviewRecord, scheduleOf } from './index.ts';

const closed = (more = {}) => ({
  openedOn: '2026-01-10',
  closedOn: '2026-11-23',
  closeReason: 'goals-met',
  trafficking: null,
  bornBy: null,
  ...more,
});
const countries = ['NP', 'PK', 'LK', 'MN', 'ID', 'KH', 'PH', 'KR', 'TW', 'XX'];

test('every country has a schedule for every kind, with its source and how well that is known', () => {
  for (const country of countries)
    for (const kind of retentionKinds) {
      const { months, source, mark } = scheduleOf(country, kind, '2026-11-23');
      assert.ok(months > 0 && source.length > 20 && ['V', 'S', 'M'].includes(mark), `${country} ${kind}`);
    }
});

test('given a closed case, its review is after the time of its kind: longest for a victim, shortest where nothing was found', () => {
  const on = (more = {}) => retentionReviewOn(closed({ bornBy: '2004-01-01', ...more }), 'NP', '2026-11-23');
  assert.deepEqual([on(), on({ trafficking: 'presumed' }), on({ closeReason: 'unfounded' })], ['2031-11-23', '2036-11-23', '2027-11-23']);
});

test('given a child, the review is not before they are 18; where the birth date is known in part, its last day counts', () => {
  assert.equal(retentionReviewOn(closed({ bornBy: '2024-12-31' }), 'NP', '2026-11-23'), '2042-12-31');
  assert.equal(retentionReviewOn(closed({ bornBy: '2010-01-01' }), 'NP', '2026-11-23'), '2031-11-23');
});

test('given a child of whose birth nobody knows, they are taken to be born when the case was opened; where nothing was found, nobody waits for that', () => {
  assert.equal(retentionReviewOn(closed(), 'NP', '2026-11-23'), '2044-01-10');
  assert.equal(retentionReviewOn(closed({ closeReason: 'unfounded' }), 'NP', '2026-11-23'), '2027-11-23');
});

test('whatever is due by a day lies between the days that are asked of the database', () => {
  for (let day = '2027-01-25'; day < '2029-03-05'; day = addDays(day, 1)) {
    const { closed: last, born } = mayBeDueBy(day, 'NP', day);
    for (const closedOn of [addMonths(day, -12), addDays(addMonths(day, -12), 1), addDays(addMonths(day, -12), 3)]) {
      const bornBy = addMonths(closedOn, -17 * 12);
      const found = closed({ closedOn, closeReason: 'unfounded', bornBy });
      if (retentionReviewOn(found, 'NP', day) <= day) assert.ok(closedOn <= last && bornBy <= born, `${day} ${closedOn}`);
    }
  }
});

const given = givenOf(retentionReviewRecord);
const keep = { case: '00000000-0000-7000-8000-0000000000c1', ground: 'claim-or-proceedings' };
test('given a closed case, when it is kept, a ground and a day to come are said, at most five years ahead', () => {
  const today = '2026-11-23';
  given()
    .when('keep', { ...keep, until: addMonths(today, 60) })
    .then('retention-kept');
  given()
    .when('keep', { ...keep, until: addMonths(today, 61) })
    .refused('protection.kept-too-long');
  given()
    .when('keep', { ...keep, until: today })
    .refused('ledger.day-past');
});
