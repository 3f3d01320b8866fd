import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '../../../platform/decider/index.ts';
import { areasOff, type SwitchesState, switchesRecord } from './switches.ts';

const today = '2026-11-23';
const context = { now: `${today}T04:00:00Z`, today, actor: { id: 'a', city: 1, roles: [] }, newId: () => 'new' };
const after = (...inputs: { area: 'partners'; on: boolean; from: string }[]): SwitchesState =>
  inputs.reduce<SwitchesState>(
    (state, input) => {
      const events = switchesRecord.commands.switch.decide(state, input, context as never);
      assert.ok(Array.isArray(events), JSON.stringify(events));
      return events.reduce((now, event) => switchesRecord.evolve(now, event), state);
    },
    { switches: [] },
  );

test('an area is on until a day on which it was switched off, and again from the day on which it was switched on', () => {
  const state = after({ area: 'partners', on: false, from: '2026-12-01' }, { area: 'partners', on: true, from: '2027-01-01' });
  assert.deepEqual(
    ['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'].map((day) => areasOff(state, day)),
    [[], ['partners'], ['partners'], []],
  );
});

test('what was planned for later is replaced, and what would change nothing is no event', () => {
  const state = after({ area: 'partners', on: false, from: '2027-01-01' }, { area: 'partners', on: true, from: today });
  assert.deepEqual(areasOff(state, '2027-01-01'), []);
  assert.deepEqual(after({ area: 'partners', on: true, from: today }).switches, []);
});

test('a day that is over cannot be changed', () => {
  const refused = switchesRecord.commands.switch.decide(
    { switches: [] },
    { area: 'partners', on: false, from: '2026-11-22' },
    context as never,
  );
  assert.ok(isRefusal(refused) && refused.refused === 'accounts.switch-in-the-past');
});
