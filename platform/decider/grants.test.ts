import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Context, coded, command, defineRecord, type EventOf, fields, type GrantChange, Id, policyOf, type Role } from './index.ts';

const events = { asked: fields({ by: coded(Id) }), given: fields({}) };
interface LoanState {
  readonly by: string;
}
const loanRecord = defineRecord<LoanState, EventOf<typeof events>>()({
  kind: 'tests.loan',
  events,
  facts: ({ by }) => ({ by }),
  grants: {
    asker: { roles: ['case-worker', 'registrar'], mayAlso: ['volunteer'], where: ({ id }) => ({ by: id }) },
    giver: { roles: ['supervisor'], fixed: true },
  },
  acts: { read: ['asker', 'giver'] },
  evolve: (state, event) => (event.type === 'asked' ? { by: event.by } : state!),
  commands: {
    ask: command({
      summary: 'Ask',
      in: 'new',
      by: 'asker',
      input: fields({}),
      decide: (_, __, { actor }) => [{ type: 'asked', by: actor.id }],
    }),
    give: command({
      summary: 'Give',
      in: 'existing',
      by: 'giver',
      secondPerson: { refusal: 'tests.own-loan', first: ({ by }) => by },
      input: fields({}),
      decide: () => [{ type: 'given' }],
    }),
  },
});
const policy = policyOf(loanRecord);
const day = '2026-11-23';
const change = (role: Role, holds: boolean, from = day, grant = 'tests.loan/asker'): GrantChange => ({ grant, role, holds, from });
const actions = (role: Role | readonly Role[], ...grantChanges: readonly GrantChange[]) =>
  policy({ id: 'x', city: 1, roles: [role].flat() as Role[], grantChanges }, day, '').flatMap(({ action }) => action);

test('without changes of the city the roles that are shipped hold a grant', () => {
  assert.deepEqual(actions('case-worker'), ['read', 'ask']);
  assert.deepEqual(actions('supervisor'), ['read', 'give']);
  assert.deepEqual(actions('volunteer'), []);
});

test('a city gives a grant to a role that may have it, and takes it away, from a day on', () => {
  assert.deepEqual(actions('volunteer', change('volunteer', true)), ['read', 'ask']);
  assert.deepEqual(actions('volunteer', change('volunteer', true, '2026-11-24')), [], 'not before the day');
  assert.deepEqual(actions('registrar', change('registrar', false)), []);
  assert.deepEqual(
    actions('registrar', change('registrar', false, '2026-11-20'), change('registrar', true)),
    ['read', 'ask'],
    'the last decision counts',
  );
  assert.deepEqual(actions('case-worker', change('registrar', false)), ['read', 'ask'], 'the others keep it');
});

test('what goes beyond the limits changes nothing, however it came to be written', () => {
  assert.deepEqual(actions('partner', change('partner', true)), []);
  assert.deepEqual(actions('supervisor', change('supervisor', false, day, 'tests.loan/giver')), ['read', 'give']);
  assert.deepEqual(actions('volunteer', change('volunteer', true, day, 'tests.loan/giver')), []);
});

test('whoever has two roles may do what either may', () => {
  assert.deepEqual(actions(['case-worker', 'supervisor']), ['read', 'ask', 'read', 'give']);
  assert.deepEqual(actions(['registrar', 'supervisor'], change('registrar', false)), ['read', 'give']);
});

test('of two people the second is another person than the first, also where one has both roles', () => {
  const give = (id: string) =>
    loanRecord.commands.give.decide({ by: 'first' }, {}, {
      actor: { id, city: 1, roles: ['case-worker', 'supervisor'] },
    } as unknown as Context);
  assert.deepEqual(give('second'), [{ type: 'given' }]);
  assert.deepEqual(give('first'), { refused: 'tests.own-loan', params: {}, fields: [] });
});
