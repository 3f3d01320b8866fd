import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ageOn, ageWords, bornAtAge, bornOn, mayBeChild } from './age.ts';
import { addDays } from './partialDate.ts';

const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1980-01-01', days));
/** Known to the day, the month or the year; leap days more often than they come. */
const birth = fc
  .tuple(fc.oneof(day, fc.constantFrom('2000-02-29', '2004-02-29', '2008-02-29', '2008-12-31', '2009-01-01')), fc.constantFrom(10, 7, 4))
  .map(([date, known]) => date.slice(0, known));

/** The age by counting birthdays, one after the other; who was born on a leap day has theirs on 1 March of other years. */
function birthdaysUntil(born: string, on: string): number {
  let age = 0;
  for (let year = Number(born.slice(0, 4)) + 1; ; year++) {
    const leapYear = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
    const birthday = `${year}${born.endsWith('02-29') && !leapYear ? '-03-01' : born.slice(4)}`;
    if (birthday > on) return age;
    age++;
  }
}

/** Every day that a partial date may mean. */
function daysOf(date: string): string[] {
  const days = [];
  for (let one = bornOn(date).first; one.startsWith(date); one = addDays(one, 1)) days.push(one);
  return days;
}

test('an age is the least and the most of what every day that the date may mean gives', () => {
  fc.assert(
    fc.property(birth, day, (date, on) => {
      const ages = daysOf(date).map((one) => birthdaysUntil(one, on));
      assert.deepEqual(ageOn(date, on), { least: Math.min(...ages), most: Math.max(...ages) });
    }),
    { numRuns: 150 },
  );
});

test('somebody born on 31 December 2008 is 17 on 24 November 2026, and may be 17 where only the year is known', () => {
  assert.deepEqual(ageOn('2008-12-31', '2026-11-24'), { least: 17, most: 17 });
  assert.deepEqual(ageOn('2008', '2026-11-24'), { least: 17, most: 18 });
  assert.ok(mayBeChild(ageOn('2008', '2026-11-24')));
  assert.ok(!mayBeChild(ageOn('2008', '2026-12-31')));
});

const bands = [{ to: 4 }, { from: 5, to: 9 }, { from: 10, to: 13 }, { from: 14, to: 17 }, { from: 18 }];
const isIn = (date: string, band: { from?: number; to?: number }, on: string) => {
  const { first, last } = bornOn(date);
  const { until, since } = bornAtAge(band, on);
  return (until === undefined || first <= until) && (since === undefined || last >= since);
};

test('bands of ages are a partition: whoever is known to the day is in one, and others in each that their age may be in', () => {
  fc.assert(
    fc.property(birth, day, (date, on) => {
      const { least, most } = ageOn(date, on);
      const found = bands.filter((band) => isIn(date, band, on));
      assert.deepEqual(
        found,
        bands.filter(({ from = 0, to = 999 }) => from <= most && to >= least),
      );
      assert.ok(found.length > 0);
      if (date.length === 10) assert.equal(found.length, 1);
    }),
    { numRuns: 2000 },
  );
});

test('the words say as much as is known', () => {
  assert.deepEqual(
    ['2009-05-04', '2008', '2007'].map((date) => ageWords(ageOn(date, '2026-11-24')).key),
    ['age', 'age-two', 'age-two'],
  );
  assert.equal(ageWords({ least: 14, most: 16 }).key, 'age-between');
});
