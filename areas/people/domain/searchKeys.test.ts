import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phoneKey, phoneKeys } from './index.ts';

test('a person is found by each of the numbers in a cell, however it was typed', () => {
  const keys = phoneKeys('9841234567 / +977 980-7654321');
  assert.deepEqual(keys, [phoneKey('09841234567'), phoneKey('९८०७६५४३२१')]);
  assert.deepEqual(phoneKeys('12'), ['p12']);
});
