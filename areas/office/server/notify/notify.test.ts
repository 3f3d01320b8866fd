import assert from 'node:assert/strict';
import { createECDH, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { v7 as uuidv7 } from 'uuid';
import { done, openCase, type Persona, type TestOlle, testOlle } from '../../../../app/testing.ts';
import { systemActor } from '../../../../platform/ledger/ledger.ts';
import { createUser } from '../../../accounts/server/users.ts';
import { addDevice, devicesOf } from '../push/devices.ts';

/** It comes without types. */
const { decrypt } = createRequire(import.meta.url)('http_ece') as { decrypt(body: Buffer, how: object): Buffer };

/** A server that takes mail, as a city has one: it keeps what it took, and does as it is told. */
interface Mail {
  readonly to: string;
  readonly text: string;
}
const mails: Mail[] = [];
let mailServer: SMTPServer;
let behaviour: 'take' | 'refuse' | 'busy' = 'take';
/** A push service, that keeps what it took. */
interface Pushed {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}
const pushed: Pushed[] = [];
let pushServer: Server;
let pushAnswer = 201;
let pushAddress: string;

let olle: TestOlle;
let boss: Persona;
const everything = ['overdue', 'due-today', 'transfer', 'approval', 'flag', 'emergency-access', 'news'];
const address = 'https://olle.example.org';

before(async () => {
  mailServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: (_, __, done) =>
      done(behaviour === 'take' ? null : Object.assign(new Error('mailbox'), { responseCode: behaviour === 'refuse' ? 550 : 451 })),
    onData(stream, { envelope }, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        mails.push({ to: envelope.rcptTo[0]!.address, text: Buffer.concat(pieces).toString('utf8') });
        done();
      });
    },
  });
  await new Promise<void>((ready) => void mailServer.listen(0, '127.0.0.1', ready));
  pushServer = createServer((request, answer) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      pushed.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(pieces) });
      answer.writeHead(pushAnswer).end('x'.repeat(10_000));
    });
  });
  await new Promise<void>((ready) => void pushServer.listen(0, '127.0.0.1', ready));
  pushAddress = `http://127.0.0.1:${(pushServer.address() as AddressInfo).port}`;
  const server = `smtp://127.0.0.1:${(mailServer.server.address() as AddressInfo).port}`;
  olle = await testOlle({
    // Nine in the morning in Kathmandu.
    now: '2026-11-23T03:15:00Z',
    outside: { address, mail: { server, from: 'Olle <olle@example.org>' }, push: true, pushToPrivate: true },
  });
  boss = olle.as('supervisor');
});
after(async () => {
  await olle?.close();
  await new Promise<void>((closed) => mailServer.close(() => closed()));
  pushServer.close();
});
beforeEach(() => {
  behaviour = 'take';
  pushAnswer = 201;
});

const look = async () => {
  await olle.tx((tx) => olle.services.enqueue(tx, [{ job: 'office.notify', payload: {}, key: 'office.notify' }], 1));
  await olle.runJobs();
};
const later = (hours: number) => {
  olle.now = new Date(olle.now.getTime() + hours * 3_600_000);
};
const to = (mailbox: string) => mails.filter((mail) => mail.to === mailbox);
/** The text of a mail, whatever way it was packed for. */
const textOf = ({ text }: Mail) => {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  return Buffer.from(
    body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
};
const open = (worker: Persona, due?: string) => {
  const actions = due ? [{ what: 'Canarydeed', who: worker.actor.id, due }] : [];
  return openCase(boss, { name: 'Canarywan Ownfolk', concern: 'Canarystory.', worker: worker.actor.id, actions });
};
const nameMailbox = async (who: Persona, mailbox: string) => {
  await done(who.post('/api/office/notices/mailbox', { address: mailbox }), 204);
  await olle.runJobs();
  const [token] = /(?<=\/office\/notices\/confirm#)[\w-]{43}/.exec(textOf(to(mailbox).at(-1)!))!;
  return token;
};
/** Somebody with a mailbox that is confirmed. */
const reader = async (name: string, choice: object = {}, role: 'case-worker' | 'supervisor' = 'case-worker') => {
  const who = olle.as(role, { name });
  const mailbox = `${name}@example.net`;
  await done(who.post('/api/office/notices/mailbox/confirm', { token: await nameMailbox(who, mailbox) }), 204);
  await done(who.post('/api/office/notices/choice', { mail: 'at-once', push: 'never', hour: 7, kinds: everything, ...choice }), 204);
  mails.length = 0;
  return { who, mailbox };
};

test('a mail says that something waits, how many of which kind, and where; never of whom', async () => {
  const { who, mailbox } = await reader('mina');
  await open(who, '2026-11-23');
  await open(who, '2026-11-23');
  later(24);
  const file = await open(who, '2026-11-24');
  await look();
  const [mail] = to(mailbox);
  const text = textOf(mail!);
  assert.match(text, /^Something is waiting for you in Olle/);
  assert.match(text, /Overdue: 2/);
  assert.match(text, /Due today: 1/);
  assert.ok(text.includes(address));
  assert.match(mail!.text, /^Auto-Submitted: auto-generated/m);
  assert.match(mail!.text, /^List-Unsubscribe: <https:\/\/olle\.example\.org\/office\/notices>/m);
  for (const secret of ['Canary', file, who.actor.id]) assert.ok(!mail!.text.includes(secret) && !text.includes(secret), secret);
});

test('nothing is told twice, and the same day later than its hour only what is new', async () => {
  const { who, mailbox } = await reader('ravi');
  await open(who, '2026-11-24');
  await look();
  await look();
  later(1);
  await look();
  assert.equal(to(mailbox).length, 1);
  const other = olle.as('case-worker', { name: 'gives' });
  const file = await open(other);
  mails.length = 0;
  // Without being looked for: what happens brings it about.
  await done(
    other.command('cases.case', file, 'offer-transfer', {
      transfer: uuidv7(),
      to: who.actor.id,
      because: 'Canaryreason',
    }),
  );
  await olle.runJobs();
  assert.match(textOf(to(mailbox)[0]!), /Cases offered to you: 1/);
  await look();
  assert.equal(to(mailbox).length, 1);
});

test('once a day, at the hour in the time of the city, all that waits; nothing where nothing does', async () => {
  olle.now = new Date('2026-11-25T03:15:00Z');
  const { who, mailbox } = await reader('daily', { mail: 'daily', hour: 15 });
  await open(who, '2026-11-25');
  await look();
  assert.equal(to(mailbox).length, 0, 'it is nine in Kathmandu');
  olle.now = new Date('2026-11-25T09:16:00Z');
  await look();
  await look();
  assert.equal(to(mailbox).length, 1, 'a minute past three');
  olle.now = new Date('2026-11-26T09:16:00Z');
  await look();
  assert.match(textOf(to(mailbox)[1]!), /Overdue: 1/);
  const idle = await reader('idle', { mail: 'daily', hour: 0 });
  await look();
  assert.equal(to(idle.mailbox).length, 0);
});

test('supervisors are told of approvals asked and of emergency access, and nobody of kinds not chosen', async () => {
  const { mailbox } = await reader('chief', { kinds: ['approval', 'emergency-access'] }, 'supervisor');
  await look();
  mails.length = 0;
  const worker = olle.as('case-worker', { name: 'asks' });
  const file = await open(worker);
  await done(worker.command('cases.case', file, 'ask-approval', { approval: uuidv7(), subject: 'closure', reason: 'moved' }));
  await done(
    olle
      .as('case-worker', { name: 'breaks' })
      .command('cases.case', file, 'take-emergency-access', { access: uuidv7(), because: 'The child is at the door.' }),
  );
  await done(boss.command('cases.case', file, 'note', { text: 'Look.' }));
  await olle.runJobs();
  const texts = to(mailbox).map(textOf).join('\n');
  assert.match(texts, /Approvals asked of you: 1/);
  assert.match(texts, /Emergency access to cases: 1/);
  assert.ok(!/Overdue|Due today|Other news/.test(texts));
});

test('a mailbox is told nothing before its link was opened, by its user, in time, once', async () => {
  const who = olle.as('case-worker', { name: 'new' });
  await done(who.post('/api/office/notices/choice', { mail: 'at-once', push: 'never', hour: 0, kinds: everything }), 204);
  await open(who, '2026-11-26');
  const first = await nameMailbox(who, 'typo@example.net');
  const token = await nameMailbox(who, 'new@example.net');
  await look();
  assert.deepEqual(to('new@example.net').length, 1, 'the link alone');
  const confirm = (by: Persona, secret: string) => by.post<{ code: string }>('/api/office/notices/mailbox/confirm', { token: secret });
  assert.equal((await confirm(who, first)).body.code, 'office.link-over', 'another address was named since');
  assert.equal((await confirm(olle.as('case-worker', { name: 'ravi' }), token)).body.code, 'office.link-over');
  later(25);
  assert.equal((await confirm(who, token)).body.code, 'office.link-over');
  const fresh = await nameMailbox(who, 'new@example.net');
  await done(confirm(who, fresh), 204);
  assert.equal((await confirm(who, fresh)).body.code, 'office.link-over');
  const { rows } = await olle.owner.query('select * from notice_mail where user_id = $1', [who.actor.id]);
  assert.ok(!Buffer.concat([rows[0].address]).toString('latin1').includes('example'), 'the address is sealed');
  await look();
  assert.match(textOf(to('new@example.net').at(-1)!), /Overdue: 1/);
});

test('what is no address, or more than one, is refused', async () => {
  const who = olle.as('case-worker', { name: 'typist' });
  for (const wrong of [
    'nobody',
    'a@b',
    'a@example.org, b@example.org',
    'a@example.org\r\nBcc: b@example.org',
    '<a@example.org>',
    'a b@example.org',
  ])
    assert.equal(
      (await who.post<{ code: string }>('/api/office/notices/mailbox', { address: wrong })).body.code,
      'office.not-an-address',
      wrong,
    );
});

test('a server of mail that is down stops no command; the letter goes when it is back, once', async () => {
  const { who, mailbox } = await reader('patient');
  behaviour = 'busy';
  const file = await open(who);
  await done(boss.command('cases.case', file, 'raise-flag', { flag: uuidv7(), reason: 'safety', words: 'Canarywords' }));
  await assert.rejects(olle.runJobs(), /MailUndelivered/);
  behaviour = 'take';
  await olle.owner.query('update graphile_worker._private_jobs set run_at = now(), last_error = null');
  await olle.runJobs();
  await look();
  assert.equal(to(mailbox).length, 1);
  assert.match(textOf(to(mailbox)[0]!), /Flags and mentions of you: 1/);
});

test('a mailbox that refuses for good is not tried again, and its owner sees it', async () => {
  const { who } = await reader('refused');
  behaviour = 'refuse';
  await open(who, '2026-11-27');
  olle.now = new Date('2026-11-27T09:16:00Z');
  await look();
  const { mailbox } = await done(who.get<{ mailbox: { refused: boolean } }>('/api/office/notices/choice'));
  assert.equal(mailbox.refused, true);
});

test('whoever is not active, or forgot the address, is told no more, also of what was under way', async () => {
  const { who, mailbox } = await reader('leaves');
  await open(who, '2026-11-27');
  behaviour = 'busy';
  await look().catch(() => undefined);
  await done(olle.as('administrator').command('accounts.user', who.actor.id, 'deactivate', {}));
  behaviour = 'take';
  await olle.owner.query('update graphile_worker._private_jobs set run_at = now(), last_error = null');
  await olle.runJobs();
  await look();
  assert.equal(to(mailbox).length, 0);
  const { who: other, mailbox: forgotten } = await reader('forgets');
  await done(other.post('/api/office/notices/mailbox/forget', {}), 204);
  await open(other, '2026-11-27');
  await look();
  assert.equal(to(forgotten).length, 0);
});

/** A browser's side of a subscription (RFC 8291). */
function browser(path: string) {
  const own = createECDH('prime256v1');
  own.generateKeys();
  const auth = randomBytes(16);
  return {
    subscription: {
      endpoint: `${pushAddress}${path}`,
      keys: { p256dh: own.getPublicKey('base64url'), auth: auth.toString('base64url') },
    },
    open: (body: Buffer) =>
      JSON.parse(decrypt(body, { version: 'aes128gcm', privateKey: own, authSecret: auth.toString('base64url') }).toString('utf8')) as {
        title: string;
        body: string;
      },
  };
}

test('a device is told the same, sealed for it alone and signed by the city; one that is gone is forgotten', async () => {
  const who = olle.as('case-worker', { name: 'phone' });
  const phone = browser('/phone');
  await done(who.post('/api/office/notices/devices', phone.subscription, { 'accept-language': 'ko' }), 204);
  await done(who.post('/api/office/notices/devices', phone.subscription), 204);
  const choice = { mail: 'never', push: 'at-once', hour: 0, kinds: ['due-today'] };
  await done(who.post('/api/office/notices/choice', choice, { 'accept-language': 'ko' }), 204);
  const { devices } = await done(who.get<{ devices: { key: string; list: object[] } }>('/api/office/notices/choice'));
  assert.equal(devices.list.length, 1);
  await open(who, '2026-11-27');
  await look();
  const [one] = pushed.filter(({ path }) => path === '/phone');
  assert.deepEqual(phone.open(one!.body), { title: 'Olle에 기다리는 일이 있습니다', body: '오늘까지인 일: 1' });
  assert.match(String(one!.headers['authorization']), new RegExp(`^vapid t=[^,]+, ?k=${devices.key}$`));
  assert.equal(one!.headers['content-encoding'], 'aes128gcm');
  const { rows } = await olle.owner.query('select sealed from push_device');
  assert.ok(!rows[0].sealed.toString('latin1').includes('127.0.0.1'));
  pushAnswer = 410;
  later(24);
  await open(who, '2026-11-28');
  await look();
  assert.equal((await done(who.get<{ devices: { list: object[] } }>('/api/office/notices/choice'))).devices.list.length, 0);
});

test('a device with keys that nothing can be sealed for is not taken in', async () => {
  const { subscription } = browser('/wrong');
  for (const keys of [
    { p256dh: 'short', auth: subscription.keys.auth },
    { p256dh: subscription.keys.p256dh, auth: '!' },
  ])
    assert.equal(
      (await boss.post<{ code: string }>('/api/office/notices/devices', { ...subscription, keys })).body.code,
      'http.invalid-input',
    );
});

test('a telephone that another signs in on is his from then on; a new password from the administrator takes all off', async () => {
  const [first, second] = [olle.as('case-worker', { name: 'first' }), olle.as('case-worker', { name: 'second' })];
  const shared = browser('/shared');
  await done(first.post('/api/office/notices/devices', shared.subscription), 204);
  await done(second.post('/api/office/notices/devices', shared.subscription), 204);
  const listOf = async (who: Persona) =>
    (await done(who.get<{ devices: { list: { id: string }[] } }>('/api/office/notices/choice'))).devices.list;
  assert.deepEqual([(await listOf(first)).length, (await listOf(second)).length], [0, 1]);
  const [{ id }] = (await listOf(second)) as [{ id: string }];
  await done(first.post('/api/office/notices/devices/forget', { id }), 204);
  assert.equal((await listOf(second)).length, 1, 'nobody takes off another’s');
  await done(second.post('/api/office/notices/devices/forget', { id }), 204);
  assert.equal((await listOf(second)).length, 0);
  const user = { userName: 'lost', name: 'Lost', roles: ['case-worker'] as const };
  const lost = await olle.tx((tx) => createUser(olle.services, tx, systemActor(1), user, 'a blue lane leads home'));
  await olle.tx((tx) => addDevice(olle.services, tx, lost, shared.subscription));
  await done(olle.as('administrator').post(`/api/accounts/users/${lost}/password`, {}));
  assert.deepEqual(await olle.tx((tx) => devicesOf(tx, lost)), []);
});

test('where nothing is set up nothing is offered, and nothing taken', async () => {
  const bare = await testOlle();
  try {
    const who = bare.as('case-worker');
    const { mailbox, devices } = await done(who.get<{ mailbox: { setUp: boolean }; devices: { key: null } }>('/api/office/notices/choice'));
    assert.deepEqual([mailbox.setUp, devices.key], [false, null]);
    const code = async (path: string, body: object) => (await who.post<{ code: string }>(path, body)).body.code;
    assert.equal(await code('/api/office/notices/mailbox', { address: 'a@example.org' }), 'office.mail-not-set-up');
    assert.equal(await code('/api/office/notices/choice', { mail: 'daily', push: 'never', hour: 7, kinds: [] }), 'office.mail-not-set-up');
    assert.equal(await code('/api/office/notices/devices', browser('/x').subscription), 'office.push-not-set-up');
  } finally {
    await bare.close();
  }
});
