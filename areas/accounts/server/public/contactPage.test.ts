import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { testOffice } from '../../../../app/testing.ts';
import { holdsLimits } from '../../../../platform/public/testing.ts';

const olle = testOffice();

const office = {
  name: 'Child welfare section <b>',
  telephone: '061-520 100',
  place: 'Ward office 3,\nfirst floor',
  hours: 'Sun to Fri, 10 to 17',
};
const page = { address: 'made-up-city', open: true, emergency: '100', helpline: '1098', office };
const read = async () =>
  (
    await olle
      .as('administrator')
      .get<{ id: string; version: number; next: string[]; contact: typeof page | null }>('/api/accounts/contact')
  ).body;
const publish = async (input: object) => {
  const { id } = await read();
  return await olle.as('administrator').command('accounts.contact', id, 'publish', input);
};
const open = (path: string, headers: Record<string, string> = {}) => olle.app.inject({ url: path, headers });

test('what the administrator writes stands on a page that anyone may open, in their language and within its limits', async () => {
  assert.equal((await open('/public/made-up-city')).statusCode, 404);
  assert.equal((await olle.as('supervisor').get('/api/accounts/contact')).status, 403);
  assert.deepEqual((await read()).next, ['publish']);
  assert.equal((await publish(page)).status, 200);
  assert.deepEqual((await read()).contact, page);
  await holdsLimits(olle.app, '/public/made-up-city');
  const { body, headers } = await open('/public/made-up-city', { 'accept-language': 'ko' });
  assert.match(body, /<html lang="ko"/);
  assert.equal(headers['vary'], 'accept-language');
  for (const text of [
    'Made-up City',
    'href="tel:100"',
    'href="tel:1098"',
    'href="tel:061520100"',
    '061-520 100',
    'Child welfare section &lt;b&gt;',
  ])
    assert.ok(body.includes(text), text);
  assert.ok(!body.includes('<b>'));
});

test('a record that a city has one of is made under its own id alone', async () => {
  const elsewhere = await olle.as('administrator').command('accounts.contact', uuidv7(), 'publish', page);
  assert.deepEqual([elsewhere.status, (elsewhere.body as { code?: string }).code], [409, 'ledger.one-a-city']);
});

test('a page that is closed, and an address that nobody has, say the same in words', async () => {
  assert.equal((await publish({ ...page, open: false })).status, 200);
  const [closed, nowhere] = await Promise.all([open('/public/made-up-city/en'), open('/public/nowhere/en')]);
  assert.deepEqual([closed.statusCode, nowhere.statusCode], [404, 404]);
  assert.equal(closed.body.replaceAll('made-up-city', 'x'), nowhere.body.replaceAll('nowhere', 'x'));
  assert.match(nowhere.body, /There is no page at this address/);
  assert.equal(nowhere.headers['cache-control'], 'no-store');
});

test('whoever asks too often waits, and is told how long', async () => {
  olle.now = new Date('2026-11-23T03:10:20Z');
  const answers: number[] = [];
  for (let i = 0; i < 121; i++) answers.push((await open('/public/nowhere/en')).statusCode);
  assert.deepEqual([answers.filter((status) => status === 404).length, answers.at(-1)], [120, 429]);
  const refused = await open('/public/nowhere/en');
  assert.equal(refused.headers['retry-after'], '40');
  assert.match(refused.body, /Please wait a minute/);
  olle.now = new Date('2026-11-23T03:11:00Z');
  assert.equal((await open('/public/nowhere/en')).statusCode, 404);
});
