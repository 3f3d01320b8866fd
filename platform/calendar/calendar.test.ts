import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bikramSambat as byTable, isoDate, parseDay } from '../../demo/city/calendar.ts';
import { addDays, partialOf } from '../decider/index.ts';
import { loadCalendar, writtenIn, writtenOf } from './calendar.ts';
import { calendarNames } from './definition.ts';

const day = fc.integer({ min: 0, max: 32_000 }).map((days) => addDays('1945-01-01', days));

test('in every calendar a day that is written is the day that is read', async () => {
  for (const name of calendarNames) {
    const calendar = await loadCalendar(name);
    assert.equal(calendar.name, name);
    assert.equal(calendar.months('en').length, 12);
    fc.assert(
      fc.property(day, (iso) => assert.equal(calendar.iso(calendar.of(iso)!), iso)),
      { numRuns: 300 },
    );
  }
});

test('Bikram Sambat is what the table of the made-up city says, also where days turn', async () => {
  const calendar = await loadCalendar('bikram-sambat');
  fc.assert(
    fc.property(day, (iso) => assert.deepEqual(calendar.of(iso), byTable(parseDay(iso)))),
    { numRuns: 300 },
  );
  assert.deepEqual(calendar.of('2026-11-24'), { year: 2083, month: 8, day: 8 });
  assert.equal(isoDate(parseDay('2026-11-24')), '2026-11-24');
  assert.equal(calendar.of('2040-01-01'), undefined, 'beyond the table');
  assert.equal(calendar.iso({ year: 2083, month: 8, day: 32 }), undefined);
});

test('years of the Republic of China and of the Buddhist era', async () => {
  const [roc, buddhist] = [await loadCalendar('roc'), await loadCalendar('buddhist')];
  assert.deepEqual([roc.of('2026-11-24')?.year, buddhist.of('2026-11-24')?.year], [115, 2569]);
  assert.equal(roc.iso({ year: 113, month: 2, day: 29 }), '2024-02-29');
  assert.equal(roc.iso({ year: 114, month: 2, day: 29 }), undefined);
});

test('a date known to the month or the year means its days, and is written again as it was', async () => {
  const [gregorian, bikramSambat, roc] = [await loadCalendar('gregorian'), await loadCalendar('bikram-sambat'), await loadCalendar('roc')];
  assert.deepEqual(writtenIn(gregorian, { year: 2014, month: 2 }), { first: '2014-02-01', last: '2014-02-28' });
  assert.deepEqual(writtenIn(roc, { year: 103 }), { first: '2014-01-01', last: '2014-12-31' });
  assert.deepEqual(writtenIn(bikramSambat, { year: 2071 }), { first: '2014-04-14', last: '2015-04-13' });
  assert.equal(writtenIn(gregorian, { year: 2014, day: 3 }), undefined);
  for (const calendar of [gregorian, bikramSambat, roc])
    for (const written of [{ year: calendar.of('2014-06-05')!.year, month: 2 }, { year: calendar.of('2014-06-05')!.year }])
      assert.deepEqual(writtenOf(calendar, writtenIn(calendar, written)!), written);
  assert.equal(writtenOf(gregorian, { first: '2014-04-14', last: '2015-04-13' }), undefined);
  assert.deepEqual(
    [
      { first: '2014-02-01', last: '2014-02-28' },
      { first: '2014-01-01', last: '2014-12-31' },
      { first: '2014-04-14', last: '2015-04-13' },
    ].map(partialOf),
    ['2014-02', '2014', undefined],
  );
});
