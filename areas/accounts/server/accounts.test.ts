import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { v7 } from 'uuid';
import { areas } from '../../../app/areas.ts';
import { type TestOlle, testOlle } from '../../../app/testing.ts';
import { buildServer } from '../../../platform/http/server.ts';
import { systemActor } from '../../../platform/ledger/ledger.ts';
import { checkPassword, hashPassword, weakness } from './passwords.ts';
import { authenticatorOf, cookieName } from './sessions.ts';
import { createUser } from './users.ts';

let olle: TestOlle;
let app: FastifyInstance;
const password = 'a blue lane leads home';
const ids: Record<string, string> = {};

before(async () => {
  olle = await testOlle();
  app = await buildServer({ services: olle.services, areas, authenticate: authenticatorOf(olle.services) });
  for (const [userName, role] of [['asha', 'case-worker'], ['boss', 'administrator'], ['dina', 'data-protection-officer'], ['thro', 'supervisor']] as const)
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
const call = async (
  method: 'GET' | 'POST' | 'DELETE',
  url: string,
  signed?: Partial<Signed>,
  body?: object,
  headers: Record<string, string> = {},
  remoteAddress = '127.0.0.1',
) => {
  const response = await app.inject({
    method,
    url,
    remoteAddress,
    headers: {
      host: 'olle.test',
      ...(signed?.cookie ? { cookie: signed.cookie } : {}),
      ...(signed?.csrf ? { 'x-csrf-token': signed.csrf } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(body ? { payload: JSON.stringify(body) } : {}),
  });
  return {
    status: response.statusCode,
    headers: response.headers,
    body: response.body && String(response.headers['content-type']).includes('json') ? JSON.parse(response.body) : undefined,
  };
};
async function signIn(userName: string, address?: string): Promise<Signed> {
  const answer = await call('POST', '/api/session', undefined, { userName, password }, {}, address);
  assert.equal(answer.status, 204, JSON.stringify(answer.body));
  const set = String(answer.headers['set-cookie']);
  assert.match(set, new RegExp(`^${cookieName}=[\\w-]{43}; Max-Age=\\d+; Path=/; HttpOnly; Secure; SameSite=Lax`));
  const cookie = set.split(';')[0]!;
  return { cookie, csrf: (await call('GET', '/api/session', { cookie })).body.csrf };
}

test('signing in gives a session with name, what they may do, and city; signing out ends it', async () => {
  const signed = await signIn(' ASHA ');
  const { body } = await call('GET', '/api/session', signed);
  assert.deepEqual([body.user.name, body.user.roles, body.city.name], ['Made-up asha', ['case-worker'], 'Made-up City']);
  assert.ok(body.may['cases.case'].includes('open'));
  assert.equal((await call('DELETE', '/api/session', signed)).status, 204);
  assert.equal((await call('GET', '/api/session', signed)).body.user, null);
});

test('no token, password or name stands in the database in clear', async () => {
  const { cookie } = await signIn('asha');
  const { rows } = await olle.owner.query(
    "select coalesce((select string_agg(s::text, '') from session s), '') || (select string_agg(c::text, '') from credential c) || (select string_agg(u::text, '') from accounts_user u) || (select string_agg(e::text, '') from event e) as all",
  );
  for (const needle of [cookie.split('=')[1]!, password, 'Made-up asha', 'asha']) assert.ok(!rows[0].all.includes(needle), needle);
});

test('a wrong password and an unknown user get the same words; after too many, one waits; another address waits too, and a made-up X-Forwarded-For changes nothing', async () => {
  const wrong = await call('POST', '/api/session', undefined, { userName: 'thro', password: 'not this one at all' });
  const unknown = await call('POST', '/api/session', undefined, { userName: 'nobody-of-that-name', password: 'not this one at all' });
  assert.deepEqual([wrong.status, wrong.body], [unknown.status, unknown.body]);
  let waited = 0;
  for (let i = 0; i < 8; i++) {
    const answer = await call(
      'POST',
      '/api/session',
      undefined,
      { userName: 'thro', password: `wrong password ${i}` },
      { 'x-forwarded-for': `10.0.0.${i}` },
      `10.1.1.${i}`,
    );
    if (answer.status === 429) waited++;
  }
  assert.ok(waited >= 1);
  assert.equal(
    (await call('POST', '/api/session', undefined, { userName: 'thro', password }, { 'x-forwarded-for': '10.9.9.9' }, '10.8.8.8')).status,
    429,
  );
  olle.now = new Date(olle.now.getTime() + 20 * 60_000);
  assert.equal((await call('POST', '/api/session', undefined, { userName: 'thro', password })).status, 204);
});

test('what changes something needs the token of the session and our own origin', async () => {
  const signed = await signIn('boss');
  const body = { userName: 'new1', name: 'New One', roles: ['registrar'] };
  assert.equal((await call('POST', '/api/accounts/users', { cookie: signed.cookie }, body)).body.code, 'http.csrf');
  assert.equal(
    (await call('POST', '/api/accounts/users', { ...signed, csrf: 'x'.repeat(signed.csrf.length) }, body)).body.code,
    'http.csrf',
  );
  assert.equal((await call('POST', '/api/accounts/users', signed, body, { origin: 'https://elsewhere.test' })).body.code, 'http.csrf');
  const made = await call('POST', '/api/accounts/users', signed, body, { origin: 'https://olle.test' });
  assert.equal(made.status, 200);
  assert.match(made.body.password, /^(\w{4}-){4}\w{4}$/);
  assert.equal((await call('POST', '/api/accounts/users', signed, body)).body.code, 'accounts.user-name-taken');
});

test('a session ends when idle for half an hour, and after twelve hours in any case', async () => {
  const start = olle.now;
  const signed = await signIn('asha');
  olle.now = new Date(start.getTime() + 31 * 60_000);
  assert.equal((await call('GET', '/api/session', signed)).body.user, null);
  olle.now = start;
  const busy = await signIn('asha');
  for (let minutes = 0; minutes <= 700; minutes += 20) {
    olle.now = new Date(start.getTime() + minutes * 60_000);
    assert.ok((await call('GET', '/api/session', busy)).body.user);
  }
  olle.now = new Date(start.getTime() + 721 * 60_000);
  assert.equal((await call('GET', '/api/session', busy)).body.user, null);
  olle.now = start;
});

test('what a city takes from a role is gone from open sessions at their next request', async () => {
  const [asha, boss] = [await signIn('asha'), await signIn('boss')];
  const { id } = (await call('GET', '/api/accounts/roles', boss)).body;
  for (const [holds, acts] of [
    [false, undefined],
    [true, ['read', 'note', 'learn', 'connect', 'disconnect']],
  ] as const) {
    const input = {
      grant: 'suspects.suspect/worker',
      role: 'case-worker',
      holds,
      from: '2026-11-23',
      because: 'Decided.',
      forNobody: !holds,
    };
    const changed = await call('POST', `/api/accounts/roles/${id}/change`, boss, { commandId: v7(), input });
    assert.equal(changed.status, 200, JSON.stringify(changed.body));
    assert.deepEqual((await call('GET', '/api/session', asha)).body.may['suspects.suspect'], acts);
    assert.equal((await call('POST', '/api/suspects/list', asha, {})).status, holds ? 200 : 403);
  }
  const { grants, history } = (await call('GET', '/api/accounts/roles', boss)).body;
  assert.deepEqual(history.map((one: { holds: boolean; by: string }) => [one.holds, one.by]), [[true, ids['boss']], [false, ids['boss']]]); // biome-ignore format: one claim
  const held = grants.find(({ grant }: { grant: string }) => grant === 'suspects.suspect/worker');
  assert.deepEqual([held.roles, held.mayGive, held.mayTake], [['case-worker'], [], ['case-worker']]);
});

test('deactivation and a change of roles end sessions at once', async () => {
  const boss = await signIn('boss');
  for (const [command, input] of [['change-roles', { roles: ['registrar'] }], ['deactivate', {}]] as const) {
    const signed = await signIn('asha');
    const done = await call('POST', `/api/accounts/user/${ids['asha']}/${command}`, boss, { commandId: v7(), input });
    assert.equal(done.status, 200, JSON.stringify(done.body));
    assert.equal((await call('GET', '/api/session', signed)).body.user, null);
  } // biome-ignore format: a table
  assert.equal((await call('POST', '/api/session', undefined, { userName: 'asha', password })).status, 403);
});

test("a partner's user belongs to an organisation, and is let in only while the city works with it", async () => {
  const boss = await signIn('boss');
  const keeper = olle.as('administrator');
  const [house, other] = [v7(), v7()];
  for (const id of [house, other]) {
    const profile = {
      name: 'Made-up House',
      category: 'shelter',
      sex: 'any',
      leastAge: null,
      mostAge: null,
      address: '',
      phone: '',
      email: '',
    };
    const lists = { otherNames: [], services: [], wards: [], languages: [], hours: [], emergencyHours: [] };
    assert.equal((await keeper.command('partners.organisation', id, 'add', { ...profile, ...lists })).status, 200);
  }
  const invite = (more: object) => call('POST', '/api/accounts/users', boss, { userName: 'rosh', name: 'Made-up Rosh', ...more });
  assert.equal((await invite({ roles: ['partner'] })).body.code, 'accounts.partner-of-whom');
  assert.equal((await invite({ roles: ['partner', 'case-worker'], organisation: house })).body.code, 'accounts.partner-alone');
  assert.equal((await invite({ roles: ['case-worker'], organisation: house })).body.code, 'accounts.not-a-partner');
  assert.equal((await invite({ roles: ['partner'], organisation: ids['boss'] })).body.code, 'ledger.no-such-record');
  const user = { userName: 'rosh', name: 'Made-up Rosh', roles: ['partner'], organisation: house } as const;
  const rosh = await olle.tx((tx) => createUser(olle.services, tx, systemActor(1), user, password));

  const signed = await signIn('rosh');
  assert.equal((await call('GET', '/api/session', signed)).body.user.organisation, house);
  assert.equal((await call('GET', `/api/partners/organisation/${house}`, signed)).status, 200);
  assert.equal((await call('GET', `/api/partners/organisation/${other}`, signed)).status, 404);

  // Moved to another organisation, the session of the former one ends.
  const moved = await call('POST', `/api/accounts/user/${rosh}/change-roles`, boss, {
    commandId: v7(),
    input: { roles: ['partner'], organisation: other },
  });
  assert.equal(moved.status, 200, JSON.stringify(moved.body));
  assert.equal((await call('GET', '/api/partners/names', signed)).status, 401);
  const again = await signIn('rosh');
  assert.equal((await call('GET', `/api/partners/organisation/${house}`, again)).status, 404);

  await keeper.command('partners.organisation', other, 'close', { reason: 'other', because: 'It moved away.' });
  assert.equal((await call('GET', '/api/partners/names', again)).status, 401);
  const refused = await call('POST', '/api/session', undefined, { userName: 'rosh', password });
  assert.deepEqual([refused.status, refused.body.code], [403, 'accounts.organisation-closed']);
  const wrong = await call('POST', '/api/session', undefined, { userName: 'rosh', password: 'not this one at all' });
  assert.equal(wrong.body.code, 'accounts.wrong-password');
  await keeper.command('partners.organisation', other, 'reopen', { because: 'It is back.' });
  await signIn('rosh');
});

test('an administrator cannot raise, lower or deactivate themselves', async () => {
  const boss = await signIn('boss');
  for (const [command, input] of [
    ['change-roles', { roles: ['administrator', 'supervisor'] }],
    ['deactivate', {}],
  ] as const)
    assert.equal((await call('POST', `/api/accounts/user/${ids['boss']}/${command}`, boss, { commandId: v7(), input })).status, 403);
});

test('of two administrators who deactivate or demote each other in the same instant one stays', async () => {
  const add = (userName: string) =>
    olle.tx((tx) =>
      createUser(olle.services, tx, systemActor(1), { userName, name: `Made-up ${userName}`, roles: ['administrator'] }, password),
    );
  const left = async () =>
    (await olle.owner.query("select id from accounts_user where city = 1 and active and 'administrator' = any(roles)")).rows.length;
  const [one, two] = [await add('race-one'), await add('race-two')];
  const [asOne, asTwo] = [await signIn('race-one'), await signIn('race-two')];
  // The others are away: these two are the last.
  await olle.owner.query("update accounts_user set active = false where not (id = any($1)) and 'administrator' = any(roles)", [[one, two]]);
  const act = (who: Signed, id: string, name: string, input: object) =>
    call('POST', `/api/accounts/user/${id}/${name}`, who, { commandId: v7(), input });
  const answers = await Promise.all([act(asOne, two, 'deactivate', {}), act(asTwo, one, 'change-roles', { roles: ['registrar'] })]);
  const refused = answers.filter(({ status }) => status !== 200);
  assert.equal(refused.length, 1, JSON.stringify(answers.map(({ body }) => body)));
  assert.ok(['accounts.last-administrator', 'http.not-signed-in'].includes(refused[0]!.body.code), refused[0]!.body.code);
  assert.equal(await left(), 1);
  await olle.owner.query('update accounts_user set active = true where id = $1', [ids['boss']]);
  const boss = await signIn('boss');
  const [last] = (await olle.owner.query("select id from accounts_user where city = 1 and active and 'administrator' = any(roles) and id <> $1", [ids['boss']])).rows; // biome-ignore format: one query
  assert.equal((await act(boss, last.id, 'deactivate', {})).status, 200);
});

test('weak passwords are refused with what to do', () => {
  assert.equal(weakness('short')?.refused, 'accounts.password-too-short');
  assert.equal(weakness('password123456')?.refused, 'accounts.password-too-common');
  assert.equal(weakness('aaaaaaaaaaaaaaa')?.refused, 'accounts.password-too-common');
  assert.equal(weakness('집으로 가는 올레길 걷기'), undefined);
});

test('a data-protection officer sees who looked, and nobody else does', async () => {
  const dina = await signIn('dina');
  assert.equal((await call('POST', '/api/accounts/readings', dina, {})).status, 200);
  assert.equal((await call('POST', '/api/accounts/readings', await signIn('boss'), {})).status, 403);
});

test('a password somebody else chose opens nothing but its own change, which ends the other sessions', async () => {
  const boss = await signIn('boss');
  const made = await call('POST', '/api/accounts/users', boss, { userName: 'temp', name: 'Temp Orary', roles: ['supervisor'] });
  const enter = async (word: string): Promise<Signed> => {
    const answer = await call('POST', '/api/session', undefined, { userName: 'temp', password: word });
    const cookie = String(answer.headers['set-cookie']).split(';')[0]!;
    return { cookie, csrf: (await call('GET', '/api/session', { cookie })).body.csrf };
  };
  const [first, other] = [await enter(made.body.password), await enter(made.body.password)];
  assert.equal((await call('GET', '/api/session', first)).body.mustChange, true);
  assert.equal((await call('GET', '/api/accounts/users', first)).body.code, 'accounts.must-change-password');
  const change = (old: string, word: string) => call('POST', '/api/session/password', first, { old, password: word });
  assert.equal((await change('not the one given', 'lanes lead home by night')).body.code, 'accounts.wrong-password');
  assert.equal((await change(made.body.password, made.body.password)).body.code, 'accounts.same-password');
  assert.equal((await change(made.body.password, 'lanes lead home by night')).status, 204);
  assert.equal((await call('GET', '/api/accounts/users', first)).status, 200);
  assert.equal((await call('GET', '/api/session', other)).body.user, null);
});

test('a token somebody planted before sign-in is never taken up, and another site signs nobody in', async () => {
  const planted = `${cookieName}=${'A'.repeat(43)}`;
  const answer = await call('POST', '/api/session', { cookie: planted }, { userName: 'dina', password });
  assert.equal(answer.status, 204);
  assert.notEqual(String(answer.headers['set-cookie']).split(';')[0], planted);
  assert.equal((await call('GET', '/api/session', { cookie: planted })).body.user, null);
  const foreign = await call('POST', '/api/session', undefined, { userName: 'dina', password }, { origin: 'https://elsewhere.test' });
  assert.equal(foreign.body.code, 'http.csrf');
});

test('a city is founded once, and only with the setup code that the server printed', async () => {
  assert.deepEqual((await call('GET', '/api/session/setup')).body, { needed: false });
  const { setupToken } = await import('./routes.ts');
  const body = { token: setupToken, city: 'X', country: 'NP', timeZone: 'Asia/Kathmandu', name: 'X', userName: 'x', password };
  assert.equal((await call('POST', '/api/session/setup', undefined, body)).body.code, 'accounts.already-set-up');
});

test('guesses sent at the same moment are counted too', async () => {
  const guess = (i: number) =>
    call('POST', '/api/session', undefined, { userName: 'asha', password: `a guess of many ${i}` }, {}, `10.2.2.${i}`);
  const statuses = (await Promise.all(Array.from({ length: 30 }, (_, i) => guess(i)))).map(({ status }) => status);
  assert.ok(statuses.filter((status) => status === 403).length <= 6, String(statuses));
  assert.ok(
    statuses.every((status) => status === 403 || status === 429),
    String(statuses),
  );
});

test('many accounts tried from one address make the address wait', async () => {
  const guess = (i: number) =>
    call('POST', '/api/session', undefined, { userName: `nobody-${i}`, password: 'one guess for each' }, {}, '10.3.3.3');
  const statuses: number[] = [];
  for (let i = 0; i < 24; i++) statuses.push((await guess(i)).status);
  assert.deepEqual([statuses.slice(0, 20).every((status) => status === 403), statuses.includes(429)], [true, true]);
});

test('a password is the same in whichever form a keyboard composes its letters', async () => {
  for (const password of ['Crème brûlée trois', '비밀번호는 길게', 'ｆｕｌｌ ｗｉｄｔｈ ｏｎｅ']) {
    const stored = await hashPassword(password.normalize('NFC'));
    assert.ok(await checkPassword(stored, password.normalize('NFD')), password);
    assert.ok(await checkPassword(stored, password.normalize('NFKC')), password);
    assert.ok(!(await checkPassword(stored, `${password}!`)));
  }
});
