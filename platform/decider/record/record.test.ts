import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Actor, type Context, coded, command, defineRecord, type EventOf, fields, Line, offeredIn, policyOf } from '../index.ts';

const doorEvents = { hung: fields({ name: coded(Line) }), opened: fields({}), shut: fields({}) };
interface DoorState {
  readonly name: string;
  readonly status: 'open' | 'shut';
}
const doorRecord = defineRecord<DoorState, EventOf<typeof doorEvents>>()({
  kind: 'tests.door',
  events: doorEvents,
  facts: ({ status }) => ({ status }),
  refusals: { existing: 'tests.exists', shut: 'tests.shut' },
  grants: {
    guest: { roles: ['registrar'], where: ({ organisation }) => (organisation ? { name: organisation } : undefined) },
    porter: { roles: ['case-worker'], includes: ['guest'] },
    owner: { roles: ['administrator'], includes: ['porter'] },
  },
  acts: { read: 'guest', paint: { by: 'porter', in: ['open'] } },
  evolve: (state, event) =>
    event.type === 'hung' ? { name: event.name, status: 'shut' } : { ...state!, status: event.type === 'opened' ? 'open' : 'shut' },
  commands: {
    hang: command({
      summary: 'Hang a door',
      in: 'new',
      by: 'owner',
      input: fields({ name: Line }),
      decide: (_, { name }) => [{ type: 'hung', name }],
    }),
    open: command({
      summary: 'Open it',
      in: ['shut'],
      already: ['open'],
      by: 'guest',
      input: fields({}),
      decide: () => [{ type: 'opened' }],
    }),
    shut: command({ summary: 'Shut it', in: ['open'], by: 'porter', input: fields({}), decide: () => [{ type: 'shut' }] }),
    note: command({ summary: 'Note it', in: 'new-or-existing', by: 'system', input: fields({}), decide: () => [] }),
  },
});
const actor = (role: Actor['roles'][number], organisation?: string): Actor => ({ id: 'x', city: 1, roles: [role], organisation });
const decide = (name: string, state: DoorState | undefined, input: object = {}) =>
  doorRecord.commands[name]!.decide(state, input, {} as Context);
const refused = (code: string) => ({ refused: code, params: {}, fields: [] });
const shut: DoorState = { name: 'front', status: 'shut' };
const open: DoorState = { name: 'front', status: 'open' };

test('a command is refused in a status that it does not name, with the code of the status', () => {
  assert.deepEqual(decide('hang', undefined, { name: 'front' }), [{ type: 'hung', name: 'front' }]);
  assert.deepEqual(decide('hang', shut, { name: 'front' }), refused('tests.exists'));
  assert.deepEqual(decide('open', undefined), refused('ledger.not-found'));
  assert.deepEqual(decide('open', shut), [{ type: 'opened' }]);
  assert.deepEqual(decide('shut', shut), refused('tests.shut'));
  assert.deepEqual(decide('note', undefined), []);
  assert.deepEqual(decide('note', shut), []);
});

test('what was done already succeeds and changes nothing, and is not offered; acts that name statuses are offered in these', () => {
  assert.deepEqual(decide('open', open), []);
  assert.deepEqual(offeredIn(doorRecord, open, actor('administrator')), ['paint', 'shut']);
  assert.deepEqual(offeredIn(doorRecord, shut, actor('administrator')), ['open']);
});

test('the policy is what grants say: roles, what they include, and where they hold', () => {
  const policy = policyOf(doorRecord);
  assert.deepEqual(policy(actor('administrator'), '', ''), [{ action: ['read', 'paint', 'hang', 'open', 'shut'], subject: 'tests.door' }]);
  assert.deepEqual(policy(actor('case-worker'), '', ''), [{ action: ['read', 'paint', 'open', 'shut'], subject: 'tests.door' }]);
  const guest = { action: ['read', 'open'], subject: 'tests.door', conditions: { name: 'front' } };
  assert.deepEqual(policy(actor('registrar', 'front'), '', ''), [guest]);
  assert.deepEqual(policy(actor('registrar'), '', ''), []);
  assert.deepEqual(policy(actor('partner'), '', ''), []);
});
