import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOffice } from '../../../app/testing.ts';

const olle = testOffice();

const read = async (cells: string[], dateOrder: string, calendar: string) =>
  (await olle.as('registrar').post<{ dates: (string | null)[] }>('/api/registers/read-dates', { cells, dateOrder, calendar })).body.dates;

test('an order and a calendar are tried on the dates of a file before the file is read', async () => {
  assert.deepEqual(await read(['03/04/2014', 'unknown'], 'day-first', 'gregorian'), ['2014-04-03', null]);
  assert.deepEqual(await read(['03/04/2014'], 'month-first', 'gregorian'), ['2014-03-04']);
  assert.deepEqual(await read(['२०७१/०१/२६'], 'day-first', 'bikram-sambat'), ['2014-05-09']);
  assert.equal(
    (await olle.as('case-worker').post('/api/registers/read-dates', { cells: [], dateOrder: 'day-first', calendar: 'gregorian' })).status,
    403,
  );
});
