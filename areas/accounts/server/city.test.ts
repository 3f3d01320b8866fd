import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOffice } from '../../../app/testing.ts';

const olle = testOffice();

interface City {
  id: string;
  version: number;
  next: string[];
  name: string;
  country: string;
  timeZone: string;
  calendar: string;
  wards: { code: string; name: string; aliases: string[] }[];
}
const read = async (role: 'registrar' | 'administrator' = 'registrar') => (await olle.as(role).get<City>('/api/accounts/city')).body;

test('an administrator describes the city; everybody signed in reads it, nobody else changes it, and there is one', async () => {
  const before = await read();
  assert.deepEqual([before.version, before.name, before.wards], [0, 'Made-up City', []]);
  assert.deepEqual(
    [before.next, (await read('administrator')).next],
    [[], ['describe']],
    'nothing is asked of roles before there is a record',
  );
  const wards = [{ code: '1', name: 'Old Town', aliases: ['वडा नं. 1'] }];
  const input = { name: 'Made-up City', country: 'NP', timeZone: 'Pacific/Kiritimati', wards };
  assert.equal((await olle.as('supervisor').command('accounts.city', before.id, 'describe', input)).status, 403);
  const nowhere = await olle.as('administrator').command('accounts.city', before.id, 'describe', { ...input, timeZone: 'Nowhere/Land' });
  assert.equal(nowhere.body.code, 'http.invalid-input');
  assert.equal((await olle.as('administrator').command('accounts.city', before.id, 'describe', input)).status, 200);
  const { id, ...now } = await read();
  assert.deepEqual((await read('administrator')).next, ['describe', 'require-second-factor']);
  assert.deepEqual(now, { version: 2, next: [], ...input, calendar: 'bikram-sambat', secondFactor: [] });
  // Nobody chose a calendar: it is that of the country. One is chosen, and everybody's pages follow.
  const roc = { ...input, calendar: 'roc' };
  assert.equal((await olle.as('administrator').command('accounts.city', before.id, 'describe', roc)).status, 200);
  assert.equal((await read()).calendar, 'roc');
  const julian = await olle.as('administrator').command('accounts.city', before.id, 'describe', { ...input, calendar: 'julian' });
  assert.equal(julian.body.code, 'http.invalid-input');
  const elsewhere = await olle.as('administrator').command('accounts.city', '00000000-0000-7000-8000-0000000000aa', 'describe', input);
  assert.equal(elsewhere.body.code, 'ledger.one-a-city');

  const session = await olle.as('registrar').get<{ city: { calendar: string; wards: string[]; wardNames: object } }>('/api/session');
  assert.deepEqual([session.body.city.calendar, session.body.city.wards, session.body.city.wardNames], ['roc', ['1'], { 1: 'Old Town' }]);
  // The day begins there half a day before Nepal; the new time counts within a minute.
  olle.now = new Date('2026-11-23T11:30:00Z');
  assert.equal((await olle.as('registrar').get<{ city: { today: string } }>('/api/session')).body.city.today, '2026-11-24');
  const other = await olle.as('registrar', { city: 2 }).get<City>('/api/accounts/city');
  assert.deepEqual([other.body.name, other.body.timeZone, other.body.calendar], ['Another City', 'Asia/Kathmandu', 'bikram-sambat']);
});
