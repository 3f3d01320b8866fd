import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { beforeEach, test } from 'node:test';
import ICAL from 'ical.js';
import { v7 as uuidv7 } from 'uuid';
import { areas } from '../../../../app/areas.ts';
import { done, openCase, type Persona, testOffice } from '../../../../app/testing.ts';
import { buildServer } from '../../../../platform/http/server.ts';
import { systemActor } from '../../../../platform/ledger/ledger.ts';
import { createUser } from '../../../accounts/server/users.ts';

const logged: string[] = [];
const secrets = ['Canarywan Ownfolk', 'Canary Lane', 'Canarystory'];

const olle = testOffice({ log: (event, facts) => logged.push(JSON.stringify({ event, ...facts })) });
const mina = olle.as('case-worker', { name: 'mina' });
// One calendar is not given twice in two seconds.
beforeEach(() => {
  olle.now = new Date(olle.now.getTime() + 60_000);
});

const open = (who: Persona, actions: object[] = []) => openCase(who, { name: secrets[0], concern: secrets[2], actions });
const make = async (who: Persona, language = 'en') =>
  (await done(who.post<{ path: string }>('/api/office/notices/calendar/make', {}, { 'accept-language': language }))).path;
const take = (path: string, headers: Record<string, string> = {}) =>
  olle.app.inject({ method: 'GET', url: path, headers: { host: 'olle.example.org', ...headers } });
const wait = (seconds: number) => {
  olle.now = new Date(olle.now.getTime() + seconds * 1000);
};
const events = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

test('a calendar that another program reads: each day a whole day, with its kind, a link, and nothing of the child', async () => {
  const file = await open(mina, [{ what: `Go to ${secrets[1]}`, who: mina.actor.id, due: '2026-12-01' }]);
  await done(
    mina.command('cases.case', file, 'plan-court-date', { courtDate: uuidv7(), on: '2026-12-09', purpose: secrets[2], place: secrets[1] }),
  );
  const answer = await take(await make(mina));
  assert.equal(answer.statusCode, 200);
  assert.match(String(answer.headers['content-type']), /^text\/calendar/);
  const text = answer.body;
  for (const secret of secrets) assert.ok(!text.includes(secret.split(' ')[0]!), secret);
  const found = events(text);
  const court = found.find(({ summary }) => summary === 'Olle: court date')!;
  assert.ok(court.startDate.isDate, 'a day, not an hour');
  assert.equal(court.startDate.toString(), '2026-12-09');
  assert.equal(court.component.getFirstPropertyValue('url'), `https://olle.example.org/cases/${file}/services#justice`);
  assert.equal(court.component.getFirstPropertyValue('class'), 'PRIVATE');
  assert.ok(court.sequence > 0 && court.component.getFirstPropertyValue('dtstamp'));
  assert.ok(found.some(({ summary, startDate }) => summary === 'Olle: something to do' && startDate.toString() === '2026-12-01'));
  assert.equal(new Set(found.map(({ uid }) => uid)).size, found.length);
});

test('what is alike on one day is told apart by its title; whoever asks first whether the calendar is there is given it next', async () => {
  const who = olle.as('case-worker', { name: 'two' });
  const due = '2026-12-04';
  for (const what of ['Call', 'Visit']) await open(who, [{ what, who: who.actor.id, due }]);
  const path = await make(who);
  const head = await olle.app.inject({ method: 'HEAD', url: path });
  assert.deepEqual([head.statusCode, head.body], [200, '']);
  const titles = events((await take(path)).body).flatMap(({ summary, startDate }) => (startDate.toString() === due ? [summary] : []));
  assert.equal(titles.length, 2);
  assert.equal(new Set(titles).size, 2, titles.join());
  for (const title of titles) assert.match(title, /^Olle: something to do · [0-9A-F]{8}$/);
});

test('lines end and are folded as RFC 5545 says, in octets, also in Urdu', async () => {
  const { body } = await take(await make(mina, 'ur'));
  assert.match(body, /عدالت کی تاریخ/);
  assert.ok(!/[^\r]\n/.test(body) && body.endsWith('\r\n'), 'every line ends in CR LF');
  for (const line of body.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, `${Buffer.byteLength(line)} octets: ${line}`);
  assert.ok(events(body).length > 0);
});

test('with nothing to do it is still a calendar, with a component in it as the standard asks', async () => {
  const { body } = await take(await make(olle.as('case-worker', { name: 'idle' })));
  assert.deepEqual(events(body), []);
  assert.equal(new ICAL.Component(ICAL.parse(body) as never).getAllSubcomponents().length, 1);
});

test('what is moved keeps its name and counts up; what is done is gone', async () => {
  const someone = olle.as('case-worker', { name: 'moves' });
  const file = await open(someone);
  const [conference, action] = [uuidv7(), uuidv7()];
  await done(
    someone.command('cases.case', file, 'plan-conference', { conference, on: '2026-12-02', purpose: 'Plan', participants: 'All' }),
  );
  await done(someone.command('cases.case', file, 'add-action', { action, what: 'Call', who: someone.actor.id, due: '2026-12-03' }));
  const path = await make(someone);
  const before = events((await take(path)).body);
  await done(someone.command('cases.case', file, 'settle-action', { action, how: 'done' }));
  wait(60);
  const after = events((await take(path)).body);
  const of = (list: ICAL.Event[], day: string) => list.find(({ startDate }) => startDate.toString() === day);
  assert.equal(of(after, '2026-12-02')!.uid, of(before, '2026-12-02')!.uid);
  assert.ok(of(after, '2026-12-02')!.sequence > of(before, '2026-12-02')!.sequence);
  assert.ok(of(before, '2026-12-03') && !of(after, '2026-12-03'));
});

test('a calendar that has not changed is not sent again, and is noted once as read', async () => {
  const path = await make(mina);
  const readings = async () => Number((await olle.owner.query("select count(*) as n from read_log where why = 'own calendar'")).rows[0].n);
  const first = await take(path);
  const noted = await readings();
  wait(3);
  const second = await take(path, { 'if-none-match': String(first.headers['etag']) });
  assert.deepEqual([second.statusCode, second.body], [304, '']);
  assert.equal(await readings(), noted);
  const standing = await done(mina.get<{ takenAt: string }>('/api/office/notices/calendar'));
  assert.equal(standing.takenAt, olle.now.toISOString());
});

test('only a hash of the secret is kept, and no log line holds it', async () => {
  const path = await make(mina);
  const token = /calendar\/(.+)\.ics/.exec(path)![1]!;
  assert.equal(Buffer.from(token, 'base64url').length, 32);
  const { rows } = await olle.owner.query('select token from calendar_address where user_id = $1', [mina.actor.id]);
  assert.deepEqual(rows[0].token, createHash('sha256').update(token).digest());
  await take(path);
  // Something breaks while it is taken: the line about it must not hold the address either.
  await olle.owner.query('alter table risks_child rename to risks_gone');
  wait(3);
  assert.equal((await take(path)).statusCode, 500);
  await olle.owner.query('alter table risks_gone rename to risks_child');
  assert.ok(logged.some((line) => line.includes('calendar taken')) && logged.some((line) => line.includes('request failed')));
  assert.ok(!logged.join('\n').includes(token));
});

test('an address that is unknown, withdrawn, replaced or of somebody inactive gives one and the same answer', async () => {
  const answers = [await take(`/calendar/${'x'.repeat(43)}.ics`)];
  const old = await make(mina);
  const current = await make(mina);
  answers.push(await take(old));
  await done(mina.post('/api/office/notices/calendar/withdraw', {}), 204);
  answers.push(await take(current), await take('/calendar/short.ics'));
  const goes = olle.as('case-worker', { name: 'goes' });
  const path = await make(goes);
  await done(olle.as('administrator').command('accounts.user', goes.actor.id, 'deactivate', {}));
  answers.push(await take(path));
  for (const answer of answers) assert.deepEqual([answer.statusCode, answer.body], [404, answers[0]!.body]);
  await olle.runJobs();
  await done(olle.as('administrator').command('accounts.user', goes.actor.id, 'reactivate', {}));
  wait(3);
  assert.equal((await take(path)).statusCode, 404, 'who comes back makes a new one');
});

test('a changed password withdraws it, whoever changed it', async () => {
  const user = { userName: 'sita', name: 'Sita', roles: ['case-worker'] as const };
  const id = await olle.tx((tx) => createUser(olle.services, tx, systemActor(1), user, 'a blue lane leads home'));
  const { makeAddress } = await import('./address.ts');
  const path = `/calendar/${await olle.tx((tx) => makeAddress(olle.services, tx, id, 'en'))}.ics`;
  assert.equal((await take(path)).statusCode, 200);
  await olle.tx((tx) => tx.query('update credential set changed_at = now() where user_id = $1', [id]));
  wait(3);
  assert.equal((await take(path)).statusCode, 200);
  await done(olle.as('administrator').post(`/api/accounts/users/${id}/password`, {}));
  wait(3);
  assert.equal((await take(path)).statusCode, 404);
});

test('a session that comes along is neither asked nor kept alive, and one calendar is not given twice in two seconds', async () => {
  const path = await make(mina);
  const asked = await buildServer({
    services: olle.services,
    areas,
    authenticate: () => Promise.reject(new Error('a session was looked at')),
  });
  assert.equal((await asked.inject({ method: 'GET', url: path })).statusCode, 200);
  await asked.close();
  const again = await take(path);
  assert.deepEqual([again.statusCode, again.headers['retry-after']], [429, '2']);
  wait(2);
  assert.equal((await take(path)).statusCode, 200);
});

test('many wrong addresses from one place make who asks for them wait, and nobody else there', async () => {
  const path = await make(mina);
  const found = [];
  for (let i = 0; i < 40; i++) found.push((await take(`/calendar/${'x'.repeat(40)}${100 + i}.ics`)).statusCode);
  assert.deepEqual([found[0], found.at(-1)], [404, 429]);
  assert.equal((await take(path)).statusCode, 200);
});

test('a calendar shows what its owner may read, and each makes only his own', async () => {
  const boss = olle.as('supervisor');
  await open(mina, [{ what: 'x', who: boss.actor.id, due: '2026-12-24' }]);
  wait(3600);
  const found = events((await take(await make(boss))).body);
  assert.deepEqual(
    found.map(({ startDate }) => startDate.toString()),
    ['2026-12-24'],
  );
  assert.equal((await olle.as('registrar').post('/api/office/notices/calendar/make', {})).status, 403);
});

test('what becomes a supervisor’s when it is late is in their calendar from midnight of the city on', async () => {
  const boss = olle.as('supervisor', { name: 'night' });
  const { id: city } = (await mina.get<{ id: string }>('/api/accounts/city')).body;
  const about = { name: 'Suryatal', country: 'NP', timeZone: 'Asia/Kathmandu', wards: [] };
  await done(olle.as('administrator').command('accounts.city', city, 'describe', about));
  const file = await open(mina);
  const complaint = { step: uuidv7(), kind: 'complaint', outcome: 'registered', on: '2026-11-23', authority: 'Police' };
  await done(mina.command('cases.case', file, 'record-step', complaint));
  const path = await make(boss);
  const late = async () => {
    const found = events((await take(path)).body).filter(({ component }) => String(component.getFirstPropertyValue('url')).includes(file));
    return found.map(({ startDate }) => startDate.toString());
  };
  olle.now = new Date('2026-11-23T18:10:00Z');
  assert.deepEqual(await late(), [], 'five minutes before midnight in Kathmandu');
  olle.now = new Date('2026-11-23T18:20:00Z');
  assert.deepEqual(await late(), ['2026-11-24']);
});
