import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evolveAll } from '../../../platform/decider/index.ts';
import { givenOf, me } from '../../../platform/decider/testing.ts';
import { type ConcernEvent, concernRecord } from './concern.ts';

const person = '00000000-0000-7000-8000-0000000000b1';
const file = '00000000-0000-7000-8000-0000000000c1';

const input = {
  person: null,
  source: 'call',
  ward: '3',
  born: { first: '2014-01-01', last: '2014-12-31' },
  name: 'A boy at the bus park',
  what: 'Asked for the way to the border.',
} as const;
const raised: ConcernEvent = { type: 'concern-raised', ...input, by: me, on: '2026-11-20' };
const accepted: ConcernEvent = { type: 'concern-accepted', case: file, by: me, on: '2026-11-21' };
const dismissed: ConcernEvent = { type: 'concern-dismissed', reason: 'outside', because: 'Lives elsewhere', by: me, on: '2026-11-21' };

const given = givenOf(concernRecord);

test('given nothing, when a concern is raised, it is open; raised again under its id, it is refused', () => {
  given().when('raise', input).then('concern-raised');
  assert.equal(evolveAll(concernRecord, undefined, [raised])?.status, 'open');
  given(raised).when('raise', input).refused('cases.concern-exists');
});
test('given an open concern, it is linked to a person or to nobody known, taken up or dismissed', () => {
  given(raised).when('link', { person }).then('concern-linked');
  given(raised).when('link', { person: null }).then();
  given(raised, { type: 'concern-linked', person, by: me }).when('link', { person: null }).then('concern-linked');
  given(raised).when('accept', { case: file }).then('concern-accepted');
  given(raised).when('dismiss', { reason: 'outside', because: 'x' }).then('concern-dismissed');
});
test('given a concern that was taken up or dismissed, when it is decided again, it is refused', () => {
  for (const end of [accepted, dismissed])
    for (const [name, command] of [['link', { person }], ['accept', { case: file }], ['dismiss', { reason: 'other', because: 'x' }]] as const)
      given(raised, end).when(name, command).refused('cases.concern-settled'); // biome-ignore format: a table
});
test('given a dismissed concern, when it is looked at again, it is open; an open one and one taken up cannot be', () => {
  given(raised, dismissed).when('reopen', { because: 'Seen again' }).then('concern-reopened');
  given(raised).when('reopen', { because: 'x' }).refused('cases.concern-open');
  given(raised, accepted).when('reopen', { because: 'x' }).refused('cases.concern-settled');
});
test('a concern about a known person is sealed for that person, whoever it is linked to later', () => {
  assert.equal(concernRecord.subject!(raised), undefined);
  assert.equal(concernRecord.subject!({ ...raised, person }), person);
  const later = evolveAll(concernRecord, undefined, [raised, { type: 'concern-linked', person, by: me } as const]);
  assert.deepEqual([later?.person, later?.sealedFor], [person, null]);
});
test('given no concern, every other command finds nothing', () => {
  for (const name of Object.keys(concernRecord.commands).filter((one) => one !== 'raise')) given().when(name).refused('ledger.not-found');
});
