import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendars, monthAround } from '../../calendar/calendar.ts';
import { daysShown, isWeekend } from './weeks.ts';

test('a month is shown in whole weeks that begin as the country has them', () => {
  // 1 November 2026 is a Sunday.
  const korea = daysShown(monthAround(calendars.gregorian, '2026-11-01'), 'ko-KR');
  assert.deepEqual([korea[0], korea.at(-1), korea.length], ['2026-11-01', '2026-12-05', 35]);
  const germany = daysShown(monthAround(calendars.gregorian, '2026-11-01'), 'en-DE');
  assert.deepEqual([germany[0], germany.at(-1), germany.length], ['2026-10-26', '2026-12-06', 42]);
  const iran = daysShown(monthAround(calendars.gregorian, '2026-11-01'), 'ur-IR');
  assert.deepEqual([iran[0], iran.at(-1)], ['2026-10-31', '2026-12-04']);
});

test('February of four weeks and a leap day, and the year that turns', () => {
  assert.equal(daysShown(monthAround(calendars.gregorian, '2026-02-01'), 'en-NP').length, 28);
  assert.ok(daysShown(monthAround(calendars.gregorian, '2028-02-01'), 'en-NP').includes('2028-02-29'));
  assert.ok(daysShown(monthAround(calendars.gregorian, '2026-12-01'), 'en-NP').includes('2027-01-02'));
});

test('the days of rest are those of the country', () => {
  assert.ok(isWeekend('2026-11-28', 'en-US') && isWeekend('2026-11-29', 'en-US'), 'Saturday and Sunday');
  assert.ok(isWeekend('2026-11-27', 'fa-IR') && !isWeekend('2026-11-29', 'fa-IR'), 'Friday and not Sunday');
});

test('a month of Bikram Sambat is shown from its first to its last day', () => {
  // Mangsir 2083: 17 November, a Tuesday, to 15 December 2026.
  const mangsir = daysShown(monthAround(calendars['bikram-sambat'], '2026-11-24'), 'en-NP');
  assert.deepEqual([mangsir[0], mangsir.at(-1), mangsir.length], ['2026-11-15', '2026-12-19', 35]);
});
