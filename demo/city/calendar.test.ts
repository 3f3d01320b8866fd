import assert from 'node:assert/strict';
import { it } from 'node:test';
import { addMonths, bikramSambat, isoDate, monthsOld, parseDay, yearsOld } from './calendar.ts';

const bs = (iso: string) => Object.values(bikramSambat(parseDay(iso))).join('-');

it('knows Bikram Sambat dates that history books give', () => {
  assert.equal(bs('2015-04-25'), '2072-1-12', 'the Gorkha earthquake');
  assert.equal(bs('2006-04-24'), '2063-1-11', 'the day parliament was restored');
  assert.equal(bs('1913-04-13'), '1970-1-1');
  assert.equal(bs('2026-11-23'), '2083-8-7');
});

it('goes from date to day and back over a century, in agreement with Date', () => {
  for (let day = -25000; day < 40000; day += 17) {
    assert.equal(isoDate(day), new Date(day * 86_400_000).toISOString().slice(0, 10));
    assert.equal(parseDay(isoDate(day)), day);
  }
});

it('counts completed years and months', () => {
  assert.equal(yearsOld(parseDay('2020-11-24'), parseDay('2026-11-23')), 5);
  assert.equal(yearsOld(parseDay('2020-11-23'), parseDay('2026-11-23')), 6);
  assert.equal(monthsOld(parseDay('2026-08-24'), parseDay('2026-11-23')), 2);
  assert.equal(isoDate(addMonths(parseDay('2026-11-30'), 3)), '2027-02-28');
});
