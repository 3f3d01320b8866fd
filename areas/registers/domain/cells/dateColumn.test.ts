import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CalendarName } from '../../../../platform/calendar/definition.ts';
import { guessDates } from './dateColumn.ts';

const today = '2026-11-23';
const guess = (header: string, cells: readonly string[], home: CalendarName = 'gregorian', ofChildren = false) => {
  const { dateOrder, calendar, doubt } = guessDates(header, cells, { today, home, ofChildren });
  return [dateOrder, calendar, doubt].filter(Boolean).join(' ');
};

test('the order follows from a part over 12; where nothing or both prove it, a person is asked', () => {
  assert.equal(guess('dob', ['25/12/2014', '03/04/2015']), 'day-first gregorian');
  assert.equal(guess('dob', ['12/25/2014', '03/04/2015']), 'month-first gregorian');
  assert.equal(guess('dob', ['03/04/2015', '05/06/2016']), 'day-first gregorian order');
  assert.equal(guess('dob', ['2015-03-04', '2016-05-06']), 'day-first gregorian');
  assert.equal(guess('dob', ['23/05/2014', '05/13/2014', '09/05/2014']), 'day-first gregorian both-orders');
});

test('real dates up to the 12th beside texts from the 13th on were exchanged by a spreadsheet', () => {
  assert.equal(guess('dob', ['2014-09-05', '2014-08-05', '23/05/2014', '13/05/2014']), 'day-first gregorian half-converted');
  assert.equal(guess('dob', ['2014-09-25', '2014-08-05', '23/05/2014', '13/05/2014']), 'day-first gregorian');
});

test('the calendar is what heading or cells name, else what the city writes and the ages allow', () => {
  assert.equal(guess('जन्म मिति (वि.सं.)', ['2045-03-04']), 'day-first bikram-sambat');
  assert.equal(guess('Date of birth (B.S.)', ['071/01/26', '068/11/02'], 'bikram-sambat'), 'day-first bikram-sambat');
  assert.equal(guess('जन्म मिति', ['२०७०-०३-०४', '२०७१-०५-०६'], 'bikram-sambat'), 'day-first bikram-sambat');
  assert.equal(guess('जन्म मिति (ई.सं.)', ['2013-03-04'], 'bikram-sambat'), 'day-first gregorian');
  assert.equal(guess('出生日期', ['103/05/09', '99/12/31'], 'roc'), 'day-first roc');
  assert.equal(guess('出生日期', ['民國103年5月9日', '民國99年12月31日']), 'day-first roc');
  assert.equal(guess('วันเกิด', ['9/5/2557', '31/12/2558']), 'day-first buddhist');
});

test('years in three figures are the Bikram Sambat of a city of Nepal, never the era of another country', () => {
  const cells = ['071/01/26', '०७३/०५/१२', '068/11/02'];
  assert.equal(guess('dob', cells, 'bikram-sambat', true), 'day-first bikram-sambat');
  assert.equal(guess('dob', cells, 'gregorian', true), 'day-first gregorian unread');
});

test('where two calendars give ages that people have, a person is asked; of children it is the one in which they are children', () => {
  const cells = ['2012/05/09', '2009/01/02', '2015/11/30'];
  assert.equal(guess('dob', cells, 'bikram-sambat', true), 'day-first gregorian');
  assert.equal(guess('dob', cells, 'bikram-sambat'), 'day-first gregorian calendar');
  assert.equal(guess('dob', cells), 'day-first gregorian');
});

test('a mistyped date changes no calendar', () => {
  assert.equal(guess('dob', ['2016-05-09', '2017-02-30', '2015-01-02'], 'bikram-sambat'), 'day-first gregorian calendar');
  assert.equal(guess('dob', ['2016-05-09', '2017-02-30', '2015-01-02']), 'day-first gregorian');
});

test('pupils who would all be grown up are doubted', () => {
  assert.equal(guess('dob (A.D.)', ['1971-01-26', '1973-05-12', '1968-11-02'], 'gregorian', true), 'day-first gregorian ages');
  assert.equal(guess('dob', ['1971-01-26', '1973-05-12', '1968-11-02'], 'gregorian', true), 'day-first gregorian ages');
  assert.equal(guess('dob', ['1971-01-26', '1973-05-12', '1968-11-02']), 'day-first gregorian');
});

test('a column without dates is doubted by nobody', () => {
  assert.equal(guess('dob', []), 'day-first gregorian');
  assert.equal(guess('dob', ['unknown', '-']), 'day-first gregorian');
});
