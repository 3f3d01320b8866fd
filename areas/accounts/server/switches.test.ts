import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { testOffice } from '../../../app/testing.ts';

const olle = testOffice();

interface Areas {
  readonly id: string;
  readonly next: readonly string[];
  readonly areas: readonly {
    readonly area: string;
    readonly on: boolean;
    readonly next: { readonly on: boolean; readonly from: string } | null;
  }[];
}
const read = async () => (await olle.as('administrator').get<Areas>('/api/accounts/switches')).body;
const turn = async (on: boolean, from: string) =>
  await olle.as('administrator').command('accounts.switches', (await read()).id, 'switch', { area: 'partners', on, from });
const off = async () => (await olle.as('supervisor').get<{ city: { areasOff: string[] } }>('/api/session')).body.city.areasOff;
const organisation = {
  name: 'Made-up shelter',
  ...{ otherNames: [], category: 'ngo', services: [], wards: [], languages: [], hours: [], emergencyHours: [] },
  ...{ leastAge: null, mostAge: null, sex: 'any', address: '', phone: '', email: '' },
};
const add = () => olle.as('supervisor').command('partners.organisation', uuidv7(), 'add', organisation);

test('from the day on which a city switches an area off nobody changes anything in it, and everything in it can be read', async () => {
  assert.deepEqual(await off(), []);
  assert.equal((await add()).status, 200);
  assert.equal((await turn(false, '2026-11-24')).status, 200);
  assert.deepEqual(
    (await read()).areas.find(({ area }) => area === 'partners'),
    { area: 'partners', on: true, next: { on: false, from: '2026-11-24' } },
  );
  assert.equal((await add()).status, 200, 'today it is still in use');
  olle.now = new Date('2026-11-24T03:00:00Z');
  assert.deepEqual(await off(), ['partners']);
  const refused = await add();
  assert.deepEqual([refused.status, refused.body.code], [404, 'ledger.area-off']);
  assert.equal((await olle.as('supervisor').post('/api/partners/list', {})).status, 200);
  const elsewhere = await olle.as('supervisor', { city: 2 }).get<{ city: { areasOff: string[] } }>('/api/session');
  assert.deepEqual(elsewhere.body.city.areasOff, [], 'another city chooses for itself');
  assert.equal((await turn(true, '2026-11-24')).status, 200);
  assert.deepEqual(await off(), []);
  assert.equal((await add()).status, 200);
});

test('only an administrator switches areas, and never one that others stand on', async () => {
  const { id, next } = await read();
  assert.deepEqual(next, ['switch']);
  const input = { area: 'partners', on: false, from: '2026-12-01' };
  assert.equal((await olle.as('supervisor').command('accounts.switches', id, 'switch', input)).status, 403);
  const core = await olle.as('administrator').command('accounts.switches', id, 'switch', { ...input, area: 'cases' });
  assert.equal(core.body.code, 'http.invalid-input');
});
