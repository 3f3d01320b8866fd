import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import nepali from 'nepali-date-converter';
import { bikramSambat as byTable, isoDate, parseDay } from '../../demo/city/calendar.ts';
import { addDays, daysBetween, partialOf } from '../decider/index.ts';
import { calendars, monthAround, monthsLater, writtenIn, writtenOf } from './calendar.ts';
import { calendarNames, calendarOfCountry } from './definition.ts';

// The package is CommonJS, which Node hands over in a wrapping.
type NepaliDate = new (...of: [year: number, month: number, day: number]) => { getAD(): { year: number; month: number; date: number } };

/** Days of 1970 to 2100; those of the table of Bikram Sambat end in 2034. */
const day = fc.integer({ min: 0, max: daysBetween('1970-01-01', '2100-12-31') }).map((days) => addDays('1970-01-01', days));
const lastOfTable = '2034-04-13';

test('in every calendar a day that is written is the day that is read', () => {
  for (const name of calendarNames) {
    const calendar = calendars[name];
    assert.equal(calendar.name, name);
    assert.equal(calendar.months('en').length, 12);
    fc.assert(
      fc.property(day, (iso) => {
        const written = calendar.of(iso);
        if (name === 'bikram-sambat' && iso > lastOfTable) assert.equal(written, undefined);
        else assert.equal(calendar.iso(written!), iso);
      }),
      { numRuns: 1000 },
    );
  }
});

test('Bikram Sambat is what the made-up city and nepali-date-converter have, on every day of the table', () => {
  const bikramSambat = calendars['bikram-sambat'];
  const Nepali = ('default' in (nepali as object) ? (nepali as unknown as { default: unknown }).default : nepali) as NepaliDate;
  for (let iso = '1943-04-14'; iso <= lastOfTable; iso = addDays(iso, 1)) {
    const written = bikramSambat.of(iso)!;
    assert.deepEqual(written, byTable(parseDay(iso)));
    const theirs = new Nepali(written.year, written.month - 1, written.day).getAD();
    assert.equal(
      iso,
      isoDate(parseDay(`${theirs.year}-${String(theirs.month + 1).padStart(2, '0')}-${String(theirs.date).padStart(2, '0')}`)),
    );
  }
  assert.deepEqual(bikramSambat.of('2026-11-24'), { year: 2083, month: 8, day: 8 });
  assert.deepEqual([bikramSambat.of('1943-04-13'), bikramSambat.of(addDays(lastOfTable, 1))], [undefined, undefined], 'beyond the table');
  assert.deepEqual(
    [
      { year: 2083, month: 8, day: 32 },
      { year: 2083, month: 13, day: 1 },
      { year: 2091, month: 1, day: 1 },
      { year: 2083, month: 8, day: 0 },
    ].map(bikramSambat.iso),
    [undefined, undefined, undefined, undefined],
  );
});

test('a city keeps its dates as its country does, unless it says otherwise', () => {
  assert.deepEqual(['NP', 'TW', 'TH', 'KR'].map(calendarOfCountry), ['bikram-sambat', 'roc', 'gregorian', 'gregorian']);
});

test('years of the Republic of China and of the Buddhist era', () => {
  const { roc, buddhist } = calendars;
  assert.deepEqual([roc.of('2026-11-24')?.year, buddhist.of('2026-11-24')?.year], [115, 2569]);
  assert.equal(roc.iso({ year: 113, month: 2, day: 29 }), '2024-02-29');
  assert.equal(roc.iso({ year: 114, month: 2, day: 29 }), undefined);
});

test('a date known to the month or the year means its days, and is written again as it was', () => {
  const { gregorian, 'bikram-sambat': bikramSambat, roc } = calendars;
  assert.deepEqual(writtenIn(gregorian, { year: 2014, month: 2 }), { first: '2014-02-01', last: '2014-02-28' });
  assert.deepEqual(writtenIn(roc, { year: 103 }), { first: '2014-01-01', last: '2014-12-31' });
  assert.deepEqual(writtenIn(bikramSambat, { year: 2071 }), { first: '2014-04-14', last: '2015-04-13' });
  assert.deepEqual(writtenIn(bikramSambat, { year: 2090 }), { first: '2033-04-14', last: lastOfTable }, 'the last year of the table');
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

test('a month is that of the calendar, and turning it keeps the day or takes the last there is', () => {
  const { gregorian, 'bikram-sambat': bikramSambat } = calendars;
  assert.deepEqual(monthAround(gregorian, '2028-02-29'), { first: '2028-02-01', last: '2028-02-29' });
  assert.deepEqual(monthAround(bikramSambat, '2026-11-24'), { first: '2026-11-17', last: '2026-12-15' });
  assert.deepEqual(monthAround(bikramSambat, '2034-05-20'), { first: '2034-05-01', last: '2034-05-31' }, 'beyond the table');
  assert.equal(monthsLater(gregorian, '2026-01-31', 1), '2026-02-28');
  assert.equal(monthsLater(gregorian, '2026-01-15', -1), '2025-12-15');
  assert.equal(monthsLater(bikramSambat, '2034-04-01', 1), '2034-05-01', 'beyond the table');
  fc.assert(
    fc.property(day, fc.integer({ min: -24, max: 24 }), (iso, months) => {
      const later = monthsLater(bikramSambat, iso, months);
      const [from, to] = [bikramSambat.of(iso), bikramSambat.of(later)];
      if (from && to && bikramSambat.iso({ ...to, day: 1 })! > '1975-01-01' && later < '2034-01-01')
        assert.equal(to.year * 12 + to.month - from.year * 12 - from.month, months);
    }),
  );
});
