import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOffice } from '../../../app/testing.ts';
import { setupToken } from './routes.ts';

const olle = testOffice();
olle.before(async () => {
  await olle.owner.query('delete from ledger_head');
  await olle.owner.query('delete from city');
});

const body = {
  token: setupToken,
  city: 'Made-up City',
  country: 'NP',
  timeZone: 'Asia/Kathmandu',
  name: 'Made-up First',
  userName: 'first',
  password: 'a blue lane leads home',
};
const post = async (url: string, payload: object) => {
  const response = await olle.app.inject({ method: 'POST', url, payload });
  return {
    status: response.statusCode,
    code: response.body ? (JSON.parse(response.body) as { code?: string }).code : undefined,
    cookies: response.cookies,
  };
};
const needed = async () => ((await olle.app.inject('/api/session/setup')).json() as { needed: boolean }).needed;

test('a new instance is set up once, with the setup code of the running server, and the first administrator signs in', async () => {
  assert.equal(await needed(), true);
  assert.equal((await post('/api/session', { userName: 'admin', password: 'admin' })).status, 403);
  assert.equal((await post('/api/session/setup', { ...body, token: 'x'.repeat(setupToken.length) })).code, 'accounts.wrong-setup-token');
  assert.equal((await post('/api/session/setup', { ...body, timeZone: 'Nowhere/Land' })).code, 'accounts.unknown-time-zone');
  assert.equal((await post('/api/session/setup', { ...body, password: 'short' })).code, 'accounts.password-too-short');
  assert.equal(await needed(), true);

  const tries = await Promise.all([post('/api/session/setup', body), post('/api/session/setup', { ...body, userName: 'second' })]);
  assert.deepEqual(tries.map(({ status }) => status).sort(), [204, 409]);
  assert.equal(await needed(), false);
  const { rows } = await olle.owner.query(
    'select (select count(*) from city) as cities, (select count(*) from accounts_user) as users, (select count(*) from credential) as credentials',
  );
  assert.deepEqual({ ...rows[0] }, { cities: 1, users: 1, credentials: 1 });
  const entered = await Promise.all(['first', 'second'].map((userName) => post('/api/session', { userName, password: body.password })));
  assert.deepEqual(entered.map(({ status }) => status).sort(), [204, 403]);
});
