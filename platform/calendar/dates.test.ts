import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, bornOn, languages, partialOf } from '../decider/index.ts';
import { Catalogues } from '../http/catalogues.ts';
import { calendars, writtenOf } from './calendar.ts';
import { dateFormats } from './dateFormats.ts';
import { datesIn } from './dates.ts';
import { type CalendarName, calendarNames } from './definition.ts';
import { meantBy, noParts, partsOf } from './entry.ts';

const catalogues = new Catalogues(new Map([['ui', join(import.meta.dirname, '../ui/locales')]]));
const inCity = (calendar: CalendarName, language: string = 'en') =>
  datesIn(language, calendar, (key, values) => catalogues.say(language, 'ui', key.slice(3), values));
/** Blanks that no line breaks at are blanks here. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('a date stands in the calendar of the city with its era, and the Gregorian beside it', () => {
  const said = (iso: string) => calendarNames.map((name) => plain(inCity(name).date(iso)));
  assert.deepEqual(said('2026-11-24'), [
    'Nov 24, 2026',
    'Mangsir 8, 2083 BS (Nov 24, 2026)',
    'Nov 24, 115 Minguo (Nov 24, 2026)',
    'Nov 24, 2569 BE (Nov 24, 2026)',
  ]);
  assert.deepEqual(said('2014-05'), [
    'May 2014',
    'Baisakh 2071 BS – Jestha 2071 BS (May 2014)',
    'May 103 Minguo (May 2014)',
    'May 2557 BE (May 2014)',
  ]);
  assert.deepEqual(said('2014'), ['2014', '2070 BS – 2071 BS (2014)', '103 Minguo (2014)', '2557 BE (2014)']);
  assert.equal(inCity('bikram-sambat').date('2040-01-01'), 'Jan 1, 2040 AD', 'beyond the table');
  for (const language of languages)
    for (const name of calendarNames.slice(1)) {
      const own = plain(inCity(name, language).date('2026-11-24'));
      assert.ok(own.endsWith(` (${inCity('gregorian', language).date('2026-11-24')})`) && !own.includes('date.'), own);
    }
});

test('a language for which browsers have no words of dates is written with ours', () => {
  const { date, days } = inCity('bikram-sambat', 'ne');
  assert.equal(plain(date('2026-11-24')), 'वि.सं. 2083 मंसिर 8 (2026 नोभेम्बर 24)');
  assert.equal(plain(days({ first: '2014-04-14', last: '2015-04-13' })), 'वि.सं. 2071 (2014 अप्रिल 14 – 2015 अप्रिल 13)');
  assert.equal(dateFormats('ne-NP').weekday(new Date('2026-11-24T12:00:00Z')), 'मङ्गलबार');
  assert.equal(inCity('gregorian', 'ne').date('2014-05'), '2014 मे');
});

test('a birth known to a month or a year of the calendar is said as that, and as the days it may be', () => {
  const { days } = inCity('bikram-sambat');
  assert.equal(days({ first: '2014-05-15', last: '2014-06-14' }), 'Jestha 2071 BS (May 15, 2014 – Jun 14, 2014)');
  assert.equal(days({ first: '2014-04-14', last: '2015-04-13' }), '2071 BS (Apr 14, 2014 – Apr 13, 2015)');
  assert.equal(days(bornOn('2014')), inCity('bikram-sambat').date('2014'));
  assert.equal(
    plain(days({ first: '2014-05-20', last: '2014-05-21' })),
    'Jestha 6, 2071 BS (May 20, 2014) – Jestha 7, 2071 BS (May 21, 2014)',
  );
  assert.equal(inCity('gregorian').days({ first: '2014-04-14', last: '2015-04-13' }), 'Apr 14, 2014 – Apr 13, 2015');
});

const day = fc.integer({ min: 0, max: 47_846 }).map((days) => addDays('1970-01-01', days));

test('what stands in the fields of a date means the days that it stands for, and what is typed stands there again', () => {
  for (const name of calendarNames) {
    const calendar = calendars[name];
    fc.assert(
      fc.property(day, fc.constantFrom('day', 'month', 'year'), (iso, known) => {
        const at = calendar.of(iso);
        if (!at) return;
        const text = (n: number) => String(n);
        const parts = {
          year: text(at.year),
          month: known === 'year' ? '' : text(at.month),
          day: known === 'day' ? text(at.day) : '',
        };
        const meant = meantBy(calendar, parts);
        assert.ok('days' in meant && meant.days.first <= iso && iso <= meant.days.last);
        assert.deepEqual(partsOf(calendar, meant.days), parts);
        assert.deepEqual('days' in meantBy(calendar, parts, true), known === 'day');
      }),
      { numRuns: 500 },
    );
  }
});

test('what is no date is said to be none, and why', () => {
  const meant = (name: CalendarName, year: string, month: string, day: string, whole?: boolean) =>
    meantBy(calendars[name], { year, month, day }, whole);
  assert.deepEqual(meantBy(calendars.gregorian, noParts), { wrong: 'empty' });
  assert.deepEqual(meant('bikram-sambat', '2083', '8', '32'), { wrong: 'month-length', month: 8, length: 29 });
  assert.deepEqual(meant('gregorian', '2027', '2', '29'), { wrong: 'month-length', month: 2, length: 28 });
  assert.deepEqual(meant('roc', '117', '2', '29'), { days: { first: '2028-02-29', last: '2028-02-29' } });
  assert.deepEqual(meant('bikram-sambat', '2091', '1', '1'), { wrong: 'years', first: 2000, last: 2090 });
  assert.deepEqual(meant('roc', '2026', '1', '1'), { wrong: 'years', first: 1, last: 289 });
  for (const unfinished of [meant('bikram-sambat', '208', '', ''), meant('gregorian', '2026', '', '3'), meant('gregorian', '', '3', '')])
    assert.deepEqual(unfinished, { wrong: 'unfinished' });
  assert.deepEqual(meant('bikram-sambat', '2083', '8', '', true), { wrong: 'unfinished' });
  for (const day of ['x', '1.5', '-1', '0']) assert.notEqual('days' in meant('gregorian', '2026', '3', day), true);
});

test('a month of Bikram Sambat is no month of a text, and is corrected in its own calendar', () => {
  const meant = meantBy(calendars['bikram-sambat'], { year: '2071', month: '2', day: '' });
  assert.ok('days' in meant && partialOf(meant.days) === undefined);
  assert.equal(partsOf(calendars['bikram-sambat'], bornOn('2014-05')), undefined);
  assert.equal(writtenOf(calendars.roc, bornOn('2014-05'))?.month, 5);
});
