import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysShown, isWeekend } from './weeks.ts';

test('a month is shown in whole weeks that begin as the country has them', () => {
  // 1 November 2026 is a Sunday.
  const korea = daysShown('2026-11', 'ko-KR');
  assert.deepEqual([korea[0], korea.at(-1), korea.length], ['2026-11-01', '2026-12-05', 35]);
  const germany = daysShown('2026-11', 'en-DE');
  assert.deepEqual([germany[0], germany.at(-1), germany.length], ['2026-10-26', '2026-12-06', 42]);
  const iran = daysShown('2026-11', 'ur-IR');
  assert.deepEqual([iran[0], iran.at(-1)], ['2026-10-31', '2026-12-04']);
});

test('February of four weeks and a leap day, and the year that turns', () => {
  assert.equal(daysShown('2026-02', 'en-NP').length, 28);
  assert.ok(daysShown('2028-02', 'en-NP').includes('2028-02-29'));
  assert.ok(daysShown('2026-12', 'en-NP').includes('2027-01-02'));
});

test('the days of rest are those of the country', () => {
  assert.ok(isWeekend('2026-11-28', 'en-US') && isWeekend('2026-11-29', 'en-US'), 'Saturday and Sunday');
  assert.ok(isWeekend('2026-11-27', 'fa-IR') && !isWeekend('2026-11-29', 'fa-IR'), 'Friday and not Sunday');
});
