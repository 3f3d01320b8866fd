import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { type Persona, type TestOlle, testOlle } from '../../../app/testing.ts';
import { theOne } from '../../../platform/ledger/ledger.ts';

let olle: TestOlle;
before(async () => {
  olle = await testOlle();
});
after(() => olle?.close());

const today = '2026-11-23';
const change = (input: object, by = olle.as('administrator')) =>
  by.command('accounts.roles', olle.services.sealing.idFor(1, 'accounts.roles', theOne), 'change', {
    ...{ from: today, because: 'The council decided it.' },
    ...input,
  });
const concern = {
  ...{ person: null, source: 'call', ward: '3', born: { first: '2014-01-01', last: '2014-12-31' } },
  ...{ name: 'Made-up Child', what: 'Seen at the bus park.' },
};
const raise = (who: Persona) => who.command('cases.concern', uuidv7(), 'raise', concern);
const sees = async (who: Persona, kind: string) => (await who.get<{ may: Record<string, string[]> }>('/api/session')).body.may[kind] ?? [];

test('what a city gives a role holds at once, in the session, in lists and for commands, until it takes it away, and in that city alone', async () => {
  const officer = olle.as('monitoring-officer');
  const elsewhere = olle.as('monitoring-officer', { city: 2 });
  assert.equal((await raise(officer)).status, 403);
  assert.equal((await change({ grant: 'cases.concern/raiser', role: 'monitoring-officer', holds: true })).status, 200);
  assert.deepEqual(await sees(officer, 'cases.concern'), ['read', 'raise']);
  const id = uuidv7();
  assert.equal((await officer.command('cases.concern', id, 'raise', concern)).status, 200);
  await raise(olle.as('case-worker'));
  const { body } = await officer.post<{ rows: { id: string }[] }>('/api/cases/concerns/list', {});
  assert.deepEqual(body.rows.map((one) => one.id), [id], 'their own alone'); // biome-ignore format: one claim
  assert.deepEqual(await sees(elsewhere, 'cases.concern'), []);
  assert.equal((await change({ grant: 'cases.concern/raiser', role: 'monitoring-officer', holds: false })).status, 200);
  assert.deepEqual(await sees(officer, 'cases.concern'), []);
  assert.equal((await raise(officer)).status, 403);
});

test('the table says who may change it', async () => {
  const nextOf = async (who: Persona) => (await who.get<{ next: string[] }>('/api/accounts/roles')).body.next;
  assert.deepEqual([await nextOf(olle.as('administrator')), await nextOf(olle.as('data-protection-officer'))], [['change'], []]);
});

test('a change holds from its day on', async () => {
  const registrar = olle.as('registrar');
  assert.equal((await change({ grant: 'people.pair/judge', role: 'registrar', holds: false, from: '2026-11-24' })).status, 200);
  assert.deepEqual(await sees(registrar, 'people.pair'), ['read', 'judge']);
  olle.now = new Date('2026-11-24T03:00:00Z');
  assert.deepEqual(await sees(registrar, 'people.pair'), []);
  olle.now = new Date('2026-11-23T03:00:00Z');
});

test('one person with two roles may do what either may, and is never both of two people', async () => {
  const both = olle.as(['case-worker', 'supervisor'], { name: 'both' });
  const [id, emergency] = [uuidv7(), uuidv7()];
  const opened = await both.command('cases.case', id, 'open', {
    ...{ person: null, ward: '3', born: concern.born, source: 'walk-in', riskLevel: 'high', concern: 'Offered work abroad.', actions: [] },
    ...{ worker: both.actor.id, name: 'Made-up Child' },
  });
  assert.equal(opened.status, 200, JSON.stringify(opened.body));
  const invoked = await both.command('cases.case', id, 'invoke-emergency', {
    emergency,
    purpose: 'case-work',
    because: 'In danger tonight.',
  });
  assert.equal(invoked.status, 200, JSON.stringify(invoked.body));
  const review = { emergency, upheld: true, note: 'Right.' };
  const own = await both.command('cases.case', id, 'review-emergency', review);
  assert.deepEqual([own.status, own.body.code], [403, 'cases.review-not-own']);
  assert.equal((await olle.as('supervisor').command('cases.case', id, 'review-emergency', review)).status, 200);
});

test('only administrators change the table, never beyond its limits; data-protection officers read it', async () => {
  const input = { grant: 'cases.concern/raiser', role: 'monitoring-officer', holds: true };
  assert.equal((await change(input, olle.as('supervisor'))).status, 403);
  assert.equal((await change(input, olle.as('data-protection-officer'))).status, 403);
  assert.equal(
    (await change({ ...input, grant: 'cases.case/supervisor', role: 'administrator' })).body.code,
    'accounts.grant-not-for-role',
  );
  assert.equal(
    (await change({ ...input, grant: 'accounts.user/administrator', role: 'administrator', holds: false })).body.code,
    'accounts.grant-fixed',
  );
  assert.equal((await change({ ...input, role: 'volunteer' })).body.code, 'http.invalid-input', 'no area has work for them yet');
});
