import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { areas } from '../../../app/areas.ts';
import { type TestOlle, testOlle } from '../../../app/testing.ts';
import { buildServer } from '../../../platform/http/server.ts';
import { systemActor } from '../../../platform/ledger/ledger.ts';
import { followTerms } from './followTerms.ts';
import { activeUsers } from './reading.ts';
import { authenticatorOf } from './sessions.ts';
import { createUser } from './users.ts';

const password = 'a blue lane leads home';
let olle: TestOlle;
let app: FastifyInstance;
let mina: string;
let boss: string;

/** The minutes before and after midnight in Kathmandu (UTC+5:45) on the evening of a day. */
const beforeMidnight = (day: string) => new Date(`${day}T18:14:00Z`);
const afterMidnight = (day: string) => new Date(`${day}T18:16:00Z`);

before(async () => {
  olle = await testOlle();
  app = await buildServer({ services: olle.services, areas, authenticate: authenticatorOf(olle.services) });
  const add = (userName: string, roles: ['case-worker' | 'administrator']) =>
    olle.tx((tx) => createUser(olle.services, tx, systemActor(1), { userName, name: `Made-up ${userName}`, roles }, password));
  [mina, boss] = [await add('mina', ['case-worker']), await add('boss', ['administrator'])];
});
after(async () => {
  await app?.close();
  await olle?.close();
});

interface Told {
  readonly user: { readonly roles: string[]; readonly terms: object[] } | null;
  readonly may: Record<string, string[]>;
}
const signIn = async (userName: string) => {
  const answer = await app.inject({ method: 'POST', url: '/api/session', headers: { host: 'olle.test' }, payload: { userName, password } });
  return {
    status: answer.statusCode,
    code: answer.body && answer.json().code,
    cookie: String(answer.headers['set-cookie']).split(';')[0]!,
  };
};
const sessionOf = async ({ cookie }: { cookie: string }) =>
  (await app.inject({ url: '/api/session', headers: { host: 'olle.test', cookie } })).json<Told>();
const assigns = ({ may }: Told) => may['cases.case']?.includes('assign') ?? false;
const act = (name: string, input: object, id = mina) => olle.as('administrator').command('accounts.user', id, name, input);
const follow = () => followTerms.run({ city: 1 }, olle.services, () => assert.fail('it reports nothing'));
const listed = async () =>
  (await olle.as('supervisor').get<{ users: { id: string; roles: string[]; terms: object[] }[] }>('/api/accounts/users')).body.users.find(
    ({ id }) => id === mina,
  )!;

test('a role is in force from its first day to its last by the calendar of the city, in sessions and lists, before anything is written', async () => {
  olle.now = new Date('2026-11-23T04:00:00Z');
  assert.equal((await act('give-role-for-a-time', { role: 'supervisor', from: '2026-11-25', until: '2026-11-26' })).status, 200);
  const term = { role: 'supervisor', from: '2026-11-25', until: '2026-11-26' };
  assert.deepEqual((await sessionOf(await signIn('mina'))).user!.terms, [term], 'they are told before it begins');

  olle.now = beforeMidnight('2026-11-24');
  const before = await signIn('mina');
  assert.ok(!assigns(await sessionOf(before)));
  assert.deepEqual((await listed()).roles, ['case-worker']);
  olle.now = afterMidnight('2026-11-24');
  assert.equal((await sessionOf(before)).user, null, 'they sign in anew to the role that began');
  const during = await signIn('mina');
  assert.ok(assigns(await sessionOf(during)));
  assert.deepEqual([(await listed()).roles, (await listed()).terms], [['case-worker', 'supervisor'], [term]]);
  const [notified] = await olle.tx((tx) => activeUsers(tx, '2026-11-25', mina));
  assert.deepEqual(notified!.roles, ['case-worker', 'supervisor']);

  await follow();
  assert.ok(assigns(await sessionOf(during)), 'a session of that day goes on when it is noted');
  olle.now = beforeMidnight('2026-11-26');
  const last = await signIn('mina');
  assert.ok(assigns(await sessionOf(last)));
  olle.now = afterMidnight('2026-11-26');
  assert.equal((await sessionOf(last)).user, null);
  assert.ok(!assigns(await sessionOf(await signIn('mina'))));
  assert.deepEqual((await listed()).roles, ['case-worker']);

  await follow();
  await follow();
  assert.deepEqual(
    (await olle.as('supervisor').history('accounts.user', mina)).map(({ event, by }) => [event, by === systemActor(1).id]).slice(0, 3),
    [
      ['role-term-ended', true],
      ['role-term-began', true],
      ['role-given-for-a-time', false],
    ],
  );
  assert.deepEqual((await listed()).terms, []);
});

test('a session ends with the role when its last day is moved or it is ended early, and whoever holds no role signs in to nothing', async () => {
  olle.now = new Date('2026-12-01T04:00:00Z');
  await act('give-role-for-a-time', { role: 'supervisor', until: '2026-12-05' });
  const one = await signIn('mina');
  await act('give-role-for-a-time', { role: 'supervisor', until: '2026-12-03' });
  assert.equal((await sessionOf(one)).user, null);
  const other = await signIn('mina');
  await act('end-role-term', { role: 'supervisor' });
  assert.equal((await sessionOf(other)).user, null);
  assert.ok(!assigns(await sessionOf(await signIn('mina'))));

  await act('give-role-for-a-time', { role: 'case-worker', until: '2026-12-01' });
  assert.equal((await signIn('mina')).status, 204);
  olle.now = afterMidnight('2026-12-01');
  const refused = await signIn('mina');
  assert.deepEqual([refused.status, refused.code], [403, 'accounts.no-role-now']);
  await follow();
  assert.deepEqual((await signIn('mina')).code, 'accounts.no-role-now');
  await act('change-roles', { roles: ['case-worker'] });
  assert.equal((await signIn('mina')).status, 204);
});

test('a city keeps an administrator for good: whoever is one for a time does not count', async () => {
  olle.now = new Date('2026-12-10T04:00:00Z');
  const keeper = olle.as('administrator');
  const asBoss = (name: string, input: object) => keeper.command('accounts.user', boss, name, input);
  await act('give-role-for-a-time', { role: 'administrator', until: '2026-12-20' });
  assert.equal((await asBoss('deactivate', {})).status, 200, 'another one stays for good');
  await asBoss('reactivate', {});
  const other = olle.as('administrator', { name: 'second' });
  await other.get('/api/session');
  await olle.owner.query("update accounts_user set active = false where id <> all($1) and 'administrator' = any(roles)", [[boss, mina]]);
  for (const [name, input] of [
    ['give-role-for-a-time', { role: 'administrator', until: '2026-12-31' }],
    ['change-roles', { roles: ['registrar'] }],
    ['deactivate', {}],
  ] as const)
    assert.equal((await asBoss(name, input)).body.code, 'accounts.last-administrator', name);
});

test('a user page says what its reader may do next to the account', async () => {
  const read = async (id: string, role: 'administrator' | 'supervisor' = 'administrator') =>
    (await olle.as(role).get<{ next: string[] }>(`/api/accounts/user/${id}`)).body.next;
  const next = await read(mina);
  assert.ok(['change-roles', 'give-role-for-a-time', 'end-role-term', 'renew-password', 'deactivate'].every((name) => next.includes(name)));
  assert.ok(!next.includes('reset-second-factor') && !next.includes('reactivate') && !next.includes('follow-terms'));
  assert.deepEqual(await read(olle.as('administrator').actor.id), ['rename'], 'their own account');
  assert.deepEqual(await read(mina, 'supervisor'), ['describe-work']);
  await act('deactivate', {});
  assert.ok((await read(mina)).includes('reactivate') && !(await read(mina)).includes('renew-password'));
  assert.equal((await olle.as('supervisor').get(`/api/accounts/user/${uuidv7()}`)).status, 404);
});
