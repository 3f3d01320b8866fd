import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal, policyOf, type StatedGrant } from '../../../platform/decider/index.ts';
import { changesOf, type RolesState, rolesRecord } from './roles.ts';

const today = '2026-11-23';
const { grants } = policyOf({
  kind: 'tests.list',
  grants: {
    reader: { roles: ['case-worker', 'registrar'], mayAlso: ['monitoring-officer'] },
    keeper: { roles: ['supervisor'], fixed: true },
  },
  acts: { read: ['reader', 'keeper'] },
});
const context = {
  now: `${today}T04:00:00Z`,
  today,
  actor: { id: 'a', city: 1, roles: [] },
  newId: () => 'new',
  grants: grants as StatedGrant[],
};
const change = {
  grant: 'tests.list/reader',
  role: 'monitoring-officer',
  holds: true,
  from: today,
  because: 'The council decided it.',
} as const;
type Change = Partial<Record<keyof typeof change | 'forNobody', unknown>>;

const decide = (state: RolesState | undefined, input: Change) =>
  rolesRecord.commands.change.decide(state, { ...change, ...input }, context as never);
const given = (...changes: Change[]): RolesState =>
  changes.reduce<RolesState>(
    (state, input) => {
      const events = decide(state, input);
      assert.ok(!isRefusal(events), JSON.stringify(events));
      return events.reduce((now, event) => rolesRecord.evolve(now, event), state);
    },
    { decisions: [] },
  );
const refusal = (input: Change, state?: RolesState) => {
  const refused = decide(state, input);
  return isRefusal(refused) ? refused.refused : undefined;
};

test('given nothing, when a role is given a grant that it may have, then it is written by whom, when and why', () => {
  assert.deepEqual(decide(undefined, {}), [{ type: 'grant-changed', ...change, on: today, by: 'a' }]);
});

test('given a decision, when it is made again, then nothing happens', () => {
  assert.deepEqual(decide(given({}), { because: 'Said again.' }), []);
  assert.deepEqual(decide(undefined, { role: 'registrar' }), [], 'it is shipped so');
  assert.deepEqual(decide(undefined, { holds: false }), [], 'it never had it');
});

test('when a decision goes beyond the limits of a grant, then it is refused', () => {
  assert.equal(refusal({ role: 'partner' }), 'accounts.grant-not-for-role');
  assert.equal(refusal({ grant: 'tests.list/keeper', role: 'registrar' }), 'accounts.grant-not-for-role');
  assert.equal(refusal({ grant: 'tests.list/keeper', role: 'supervisor', holds: false }), 'accounts.grant-fixed');
  assert.equal(refusal({ grant: 'tests.list/owner' }), 'accounts.no-such-grant');
  assert.equal(refusal({ from: '2026-11-22' }), 'accounts.roles-in-the-past');
});

test('when nobody would hold a grant any more, then it is refused until that is confirmed', () => {
  const alone = given({ role: 'registrar', holds: false });
  assert.equal(refusal({ role: 'case-worker', holds: false }, alone), 'accounts.grant-for-nobody');
  assert.equal(
    refusal({ role: 'case-worker', holds: false, from: '2026-12-24' }, alone),
    'accounts.grant-for-nobody',
    'also on a later day',
  );
  const events = decide(alone, { role: 'case-worker', holds: false, forNobody: true });
  assert.deepEqual(events, [{ type: 'grant-changed', ...change, role: 'case-worker', holds: false, on: today, by: 'a' }]);
});

test('given a decision for a later day, when another is made for that day or before, then it replaces it, and both stay in the history', () => {
  const planned = given({ from: '2027-01-01' });
  const replaced = given({ from: '2027-01-01' }, { from: '2026-12-01' }, { from: '2026-12-01', holds: false });
  assert.deepEqual(changesOf(planned).map(({ from }) => from), ['2027-01-01']); // biome-ignore format: one claim
  assert.deepEqual(changesOf(replaced).map(({ from, holds }) => [from, holds]), [['2026-12-01', false]]); // biome-ignore format: one claim
  assert.equal(replaced.decisions.length, 3);
});
