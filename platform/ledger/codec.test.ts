import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { openState, sealState } from './codec.ts';

test('a state has the same bytes whatever order its keys were written in, and is read as it was', () => {
  const key = randomBytes(32);
  const id = randomUUID();
  const state = { goals: [{ id: 'g', due: '2026-12-31', state: 'open' }], born: { first: '2014-01-01', last: '2014-12-31' }, worker: null };
  const other = { worker: null, born: { last: '2014-12-31', first: '2014-01-01' }, goals: [{ state: 'open', due: '2026-12-31', id: 'g' }] };
  assert.deepEqual(sealState(key, state, 1, id, 8), sealState(key, other, 1, id, 8));
  assert.deepEqual(openState(key, sealState(key, state, 1, id, 8), 1, id, 8), state);
});
