import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { Secret, TOTP } from 'otpauth';
import { v7 as uuidv7 } from 'uuid';
import { areas } from '../../../app/areas.ts';
import { type TestOlle, testOlle } from '../../../app/testing.ts';
import { buildServer } from '../../../platform/http/server.ts';
import { systemActor, theOne } from '../../../platform/ledger/ledger.ts';
import { cityRecord } from '../domain/index.ts';
import { authenticatorOf } from './sessions.ts';
import { createUser } from './users.ts';

let olle: TestOlle;
let app: FastifyInstance;
const password = 'a blue lane leads home';
const ids: Record<string, string> = {};
const cityId = () => olle.services.sealing.idFor(1, cityRecord.kind, theOne);

before(async () => {
  olle = await testOlle();
  app = await buildServer({ services: olle.services, areas, authenticate: authenticatorOf(olle.services) });
  const { ledger } = olle.services;
  const described = { name: 'Made-up City', country: 'NP', timeZone: 'Asia/Kathmandu', wards: [] };
  await ledger.executeAll(systemActor(1), [{ kind: cityRecord.kind, id: cityId(), name: 'describe', input: described }]);
  for (const [userName, role] of [['asha', 'case-worker'], ['bina', 'case-worker'], ['boss', 'administrator']] as const)
    ids[userName] = await olle.tx((tx) => createUser(olle.services, tx, systemActor(1), { userName, name: `Made-up ${userName}`, roles: [role] }, password)); // biome-ignore format: a table
});
after(async () => {
  await app?.close();
  await olle?.close();
});

interface Signed {
  cookie: string;
  csrf: string;
}
async function call(method: 'GET' | 'POST', url: string, signed?: Signed, body?: object) {
  const response = await app.inject({
    method,
    url,
    headers: {
      host: 'olle.test',
      ...(signed ? { cookie: signed.cookie, 'x-csrf-token': signed.csrf } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { payload: JSON.stringify(body) } : {}),
  });
  return { status: response.statusCode, headers: response.headers, body: response.body ? JSON.parse(response.body) : undefined };
}
const enter = (userName: string, code?: string) =>
  call('POST', '/api/session', undefined, { userName, password, ...(code ? { code } : {}) });
async function signIn(userName: string, code?: string): Promise<Signed> {
  const answer = await enter(userName, code);
  assert.equal(answer.status, 204, JSON.stringify(answer.body));
  const cookie = String(answer.headers['set-cookie']).split(';')[0]!;
  return { cookie, csrf: (await call('GET', '/api/session', { cookie, csrf: '' })).body.csrf };
}
const codeOf = (secret: string, later = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: olle.now.getTime() + later * 1000 });
const pass = (seconds: number) => {
  olle.now = new Date(olle.now.getTime() + seconds * 1000);
};

let secret = '';
let recovery: string[] = [];

test('a second factor is added with the password and a first code, and asked for from then on', async () => {
  const signed = await signIn('asha');
  const wrong = await call('POST', '/api/session/second-factor/begin', signed, { password: 'not this one at all' });
  assert.equal(wrong.body.code, 'accounts.wrong-password');
  const begun = await call('POST', '/api/session/second-factor/begin', signed, { password });
  ({ secret } = begun.body);
  assert.match(begun.body.uri, /^otpauth:\/\/totp\/Olle:asha\?/);
  // Until a code of it was right nothing is asked.
  await signIn('asha');
  assert.equal((await call('POST', '/api/session/second-factor/confirm', signed, { code: '000000' })).body.code, 'accounts.wrong-code');
  const confirmed = await call('POST', '/api/session/second-factor/confirm', signed, { code: codeOf(secret) });
  assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body));
  ({ recovery } = confirmed.body);
  assert.equal(new Set(recovery).size, 10);
  assert.deepEqual((await call('GET', '/api/session/second-factor', signed)).body, { on: true, required: false, recoveryLeft: 10 });
  assert.equal((await enter('asha')).body.code, 'accounts.code-needed');
});

test('a code is taken once; the half minute before and after count too; a recovery code is taken once', async () => {
  assert.equal((await enter('asha', codeOf(secret))).body.code, 'accounts.wrong-code', 'the code that confirmed it was taken');
  pass(60);
  await signIn('asha', codeOf(secret, 30));
  pass(90);
  await signIn('asha', ` ${codeOf(secret)} `);
  assert.equal((await enter('asha', codeOf(secret, -30))).body.code, 'accounts.wrong-code', 'nor is one of before it');
  await signIn('asha', recovery[0]!.toUpperCase().replaceAll('-', ' '));
  assert.equal((await enter('asha', recovery[0])).body.code, 'accounts.wrong-code');
});

test('codes are not guessed: after five wrong ones one waits, however often the password is right', async () => {
  pass(7200);
  const codes = [];
  for (let i = 0; i < 12; i++) codes.push((await enter('asha', i % 2 === 0 ? `00000${i % 10}` : undefined)).body.code);
  assert.ok(codes.includes('http.too-many-requests'), codes.join(' '));
  pass(7200);
  await signIn('asha', codeOf(secret));
});

test('neither secret nor recovery codes stand in the database in clear', async () => {
  const { rows } = await olle.owner.query(
    "select string_agg(f::text, '') || (select string_agg(e::text, '') from event e) as all from second_factor f",
  );
  for (const needle of [secret, ...recovery, ...recovery.map((code) => code.replaceAll('-', ''))]) assert.ok(!rows[0].all.includes(needle));
});

test('a role can be made to need it: who has none adds one before anything else opens, and cannot take it away', async () => {
  const boss = await signIn('boss');
  const [open, asha] = [await signIn('bina'), await signIn('asha', recovery[1])];
  const required = await call('POST', `/api/accounts/city/${cityId()}/require-second-factor`, boss, { commandId: uuidv7(), input: { roles: ['case-worker'] } }); // biome-ignore format: one call
  assert.equal(required.status, 200, JSON.stringify(required.body));
  assert.equal((await call('GET', '/api/accounts/users', asha)).status, 200);
  for (const signed of [open, await signIn('bina')]) {
    assert.equal((await call('GET', '/api/session', signed)).body.mustAddFactor, true);
    assert.equal((await call('GET', '/api/accounts/users', signed)).body.code, 'accounts.must-add-second-factor');
  }
  const begun = await call('POST', '/api/session/second-factor/begin', open, { password });
  const done = await call('POST', '/api/session/second-factor/confirm', open, { code: codeOf(begun.body.secret) });
  assert.equal(done.status, 200, JSON.stringify(done.body));
  assert.equal((await call('GET', '/api/accounts/users', open)).status, 200);
  pass(60);
  const removed = await call('POST', '/api/session/second-factor/remove', open, { password, code: codeOf(begun.body.secret) });
  assert.equal(removed.body.code, 'accounts.second-factor-required');
});

test('an administrator resets it for who lost it: sessions end, and the log says who did it', async () => {
  const boss = await signIn('boss');
  const path = `/api/accounts/users/${ids['bina']}/second-factor/reset`;
  assert.equal((await call('POST', path, await signIn('asha', recovery[2]), {})).status, 403);
  const listed = async () =>
    (await call('GET', '/api/accounts/users', boss)).body.users.find(({ id }: { id: string }) => id === ids['bina']);
  assert.equal((await listed()).secondFactor, true);
  assert.equal((await call('POST', path, boss, {})).status, 204);
  assert.equal((await call('POST', path, boss, {})).body.code, 'accounts.no-second-factor');
  assert.equal((await listed()).secondFactor, false);
  const { rows } = await olle.owner.query("select coded->>'by' as by from event where id = $1 and type = 'second-factor-removed'", [ids['bina']]); // biome-ignore format: one query
  assert.deepEqual(rows, [{ by: ids['boss'] }]);
  assert.equal((await call('GET', '/api/session', await signIn('bina'))).body.mustAddFactor, true);
});

test('where no role asks for it, whoever has one may take it away with password and code', async () => {
  const boss = await signIn('boss');
  await call('POST', `/api/accounts/city/${cityId()}/require-second-factor`, boss, { commandId: uuidv7(), input: { roles: [] } });
  pass(60);
  const asha = await signIn('asha', codeOf(secret));
  assert.equal(
    (await call('POST', '/api/session/second-factor/remove', asha, { password, code: '123456' })).body.code,
    'accounts.wrong-code',
  );
  pass(60);
  assert.equal((await call('POST', '/api/session/second-factor/remove', asha, { password, code: codeOf(secret) })).status, 204);
  await signIn('asha');
});
