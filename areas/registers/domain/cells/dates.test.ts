import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readDate } from './severalDates.ts';

const read = (cases: readonly (readonly [text: string, calendar: Parameters<typeof readDate>[2], date: string | undefined])[]) => {
  for (const [text, calendar, date] of cases) assert.equal(readDate(text, 'day-first', calendar), date, `${text} (${calendar})`);
};

test('dates of the Gregorian calendar are read as registers write them', () => {
  read([
    ['2014-05-09', 'gregorian', '2014-05-09'],
    ['2014-05-09T00:00:00', 'gregorian', '2014-05-09'],
    ['2014-05-09T00:00:00.000+05:45', 'gregorian', '2014-05-09'],
    ['2014-05-09Z', 'gregorian', '2014-05-09'],
    ['9/5/2014 0:00', 'gregorian', '2014-05-09'],
    ['09/05/2014 12:00:00 AM', 'gregorian', '2014-05-09'],
    ['\u200e2014-05-09', 'gregorian', '2014-05-09'],
    ['2014\u200b-05-09', 'gregorian', '2014-05-09'],
    ['２０１４／０５／０９', 'gregorian', '2014-05-09'],
    ['9 मई 2014', 'gregorian', '2014-05-09'],
    ['9 مئی 2014', 'gregorian', '2014-05-09'],
    ['9 Mei 2014', 'gregorian', '2014-05-09'],
    ['Mayo 9, 2014', 'gregorian', '2014-05-09'],
    ['9-May-2014', 'gregorian', '2014-05-09'],
    ['9th of May 2014', 'gregorian', '2014-05-09'],
    ['2014 May 9', 'gregorian', '2014-05-09'],
    ['May 2014', 'gregorian', '2014-05'],
    ['Friday', 'gregorian', undefined],
    ['May 9, 14', 'gregorian', undefined],
    ['9/5/2014', 'gregorian', '2014-05-09'],
    ['٢٠١٤-٠٥-٠٩', 'gregorian', '2014-05-09'],
    ['۰۹/۰۵/۲۰۱۴', 'gregorian', '2014-05-09'],
    ['០៩/០៥/២០១៤', 'gregorian', '2014-05-09'],
    ['2014년 5월 9일', 'gregorian', '2014-05-09'],
    ['9 May 2014', 'gregorian', '2014-05-09'],
    ['May 9, 2014', 'gregorian', '2014-05-09'],
    ['2014.05', 'gregorian', '2014-05'],
    ['2014', 'gregorian', '2014'],
    ['20140509', 'gregorian', '2014-05-09'],
    ['41768', 'gregorian', '2014-05-09'],
    ['2016-02-29', 'gregorian', '2016-02-29'],
    ['2014-02-29', 'gregorian', undefined],
    ['2014-13-01', 'gregorian', undefined],
    ['9/5/14', 'gregorian', undefined],
    ['yesterday', 'gregorian', undefined],
    ['', 'gregorian', undefined],
  ]);
  assert.equal(readDate('05/09/2014', 'month-first', 'gregorian'), '2014-05-09');
});

test('Bikram Sambat dates become ours by the lengths of their months', () => {
  read([
    ['2081-01-01', 'bikram-sambat', '2024-04-13'],
    ['२०७०/०१/०१', 'bikram-sambat', '2013-04-14'],
    ['01-01-2070', 'bikram-sambat', '2013-04-14'],
    ['2080-12-30', 'bikram-sambat', '2024-04-12'],
    ['2081-02-32', 'bikram-sambat', '2024-06-14'],
    ['2081-01-32', 'bikram-sambat', undefined],
    ['2081-13-01', 'bikram-sambat', undefined],
    ['2070-01', 'bikram-sambat', undefined],
    ['2070', 'bikram-sambat', undefined],
    // Years as they are written short.
    ['071/01/26', 'bikram-sambat', '2014-05-09'],
    ['०७३/०५/१२', 'bikram-sambat', '2016-08-28'],
    ['068-11-02', 'bikram-sambat', '2012-02-14'],
    ['71/01/26', 'bikram-sambat', '2014-05-09'],
    // A month's name says which calendar it is.
    ['2071 बैशाख 26', 'gregorian', '2014-05-09'],
    ['26 Baisakh 2071', 'gregorian', '2014-05-09'],
  ]);
});

test('years of the Republic of China and of the Buddhist era become ours', () => {
  read([
    ['103/05/09', 'roc', '2014-05-09'],
    ['民國103年5月9日', 'gregorian', '2014-05-09'],
    ['民国103年5月9日', 'roc', '2014-05-09'],
    ['1030509', 'roc', '2014-05-09'],
    ['990509', 'roc', '2010-05-09'],
    ['103.05', 'roc', '2014-05'],
    ['103', 'roc', '2014'],
    ['2014-05-09', 'roc', '2014-05-09'],
    ['103/02/30', 'roc', undefined],
    ['9/5/2557', 'buddhist', '2014-05-09'],
    ['๙/๕/๒๕๕๗', 'buddhist', '2014-05-09'],
    ['พ.ศ. 2557', 'buddhist', '2014'],
  ]);
});

test('whatever a cell holds, a date comes out whole or not at all', () => {
  const anything = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc
      .tuple(fc.nat(99_999), fc.constantFrom('/', '-', '.', ' ', '年'), fc.nat(40), fc.nat(9999))
      .map(([a, mark, b, c]) => [a, b, c].join(mark)),
    fc.nat().map(String),
  );
  fc.assert(
    fc.property(
      anything,
      fc.constantFrom('day-first' as const, 'month-first' as const),
      fc.constantFrom('gregorian' as const, 'bikram-sambat' as const, 'roc' as const, 'buddhist' as const),
      (text, order, calendar) => {
        const date = readDate(text, order, calendar);
        if (date !== undefined) assert.match(date, /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);
      },
    ),
    { numRuns: 3000 },
  );
});
