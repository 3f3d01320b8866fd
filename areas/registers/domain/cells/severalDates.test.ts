import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bikramSambat } from '../../../../platform/calendar/bikramSambat.ts';
import { readRow } from './row.ts';
import { readDate, severalDates } from './severalDates.ts';

const read = (cell: string, calendar: Parameters<typeof readDate>[2] = 'gregorian') => readDate(cell, 'day-first', calendar);

test('one day in two calendars is one date, however an office writes the two', () => {
  for (const cell of [
    '2071-05-12 2014-08-28',
    '2071-05-12 / 2014-08-28',
    '2071/05/12 (2014/08/28)',
    '2014-08-28, 2071-05-12',
    '2071-05-12 BS / 2014-08-28 AD',
    'B.S. 2071-05-12 A.D. 2014-08-28',
    'वि.सं. २०७१-०५-१२ ई.सं. 2014-08-28',
    '२०७१।५।१२ (28 Aug 2014)'.replaceAll('।', '.'),
    '28 August 2014 (2071-05-12)',
    '28/08/2014 [2071.05.12]',
    '2014-08-28 / 2014-08-28',
  ])
    assert.equal(read(cell), '2014-08-28', cell);
  assert.equal(read('2071-05-12 = 2014-08-28', 'bikram-sambat'), '2014-08-28');
  assert.equal(read('2071-05-12, 2071-05-12', 'bikram-sambat'), '2014-08-28');
});

test('two different days are no date, and neither is what is no date besides', () => {
  for (const cell of [
    '2014-08-28 / 2014-09-01',
    '2071-05-13 BS / 2014-08-28 AD',
    '2071-05-12 / 2014-08-28 / 2014-08-29',
    '2071-05-12 AD / 2014-08-28',
    '2014-08-28 (twins, see 14)',
    '2014-08-28 until 2015-01-01',
    '2014, 2071-05-12',
  ])
    assert.equal(read(cell), undefined, cell);
});

test('a date alone is never taken for several', () => {
  for (const cell of [
    '2014-08-28',
    '28 August 2014',
    'May 9, 2014',
    '2014.8.28.',
    '9/5/2014 0:00',
    '2014년 5월 9일',
    '2014-05-09T00:00:00.000+05:45',
  ])
    assert.deepEqual(severalDates(cell), [], cell);
});

test('every day of a child’s years is read from both of its dates', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 365 * 30 }), fc.constantFrom(' / ', ' ', ' (', ', '), fc.boolean(), (days, mark, first) => {
      const day = new Date(Date.UTC(1997, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
      const { year, month, day: of } = bikramSambat.of(day)!;
      const nepali = [year, String(month).padStart(2, '0'), String(of).padStart(2, '0')].join('-');
      const two = first ? [day, nepali] : [nepali, day];
      assert.equal(read(two.join(mark) + (mark === ' (' ? ')' : '')), day);
    }),
  );
});

const plan: Parameters<typeof readRow>[1] = {
  mapping: [
    { column: 0, field: 'full_name' },
    { column: 1, field: 'birth_date' },
    { column: 2, field: 'last_attended' },
  ],
  dateOrder: 'day-first',
  calendar: 'gregorian',
};

test('a birth date of two different days sets the row aside and says so; another date is kept as unread', () => {
  const row = (birth: string, attended = '') => readRow(['Asha Rai', birth, attended], plan, '2026-11-23');
  assert.deepEqual(row('2014-08-28 / 2014-09-01'), { bad: { column: 1, reason: 'two-dates' } });
  assert.deepEqual(row('2071-05-12 / 2014-08-28', '2026-01-01, 2026-02-01'), {
    values: { full_name: 'Asha Rai', birth_date: '2014-08-28' },
    unread: { last_attended: '2026-01-01, 2026-02-01' },
  });
});
