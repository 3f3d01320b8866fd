import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wilson } from './index.ts';

const rounded = (n: number, of: number) => {
  const { low, high } = wilson(n, of);
  return [low, high].map((value) => Number(value.toFixed(4)));
};

test('the interval is the one that Newcombe published (1998, table I, method 3)', () => {
  assert.deepEqual(rounded(81, 263), [0.2553, 0.3662]);
  assert.deepEqual(rounded(15, 148), [0.0624, 0.1605]);
  assert.deepEqual(rounded(0, 20), [0, 0.1611]);
  assert.deepEqual(rounded(1, 29), [0.0061, 0.1718]);
});

test('it agrees with another implementation to eight digits', () => {
  const { low, high } = wilson(6, 32);
  assert.ok(Math.abs(low - 0.08889545) < 1e-8 && Math.abs(high - 0.35309155) < 1e-8, `${low} ${high}`);
});

test('it stays between nothing and all, holds the share, mirrors, and narrows with numbers', () => {
  for (let of = 1; of <= 60; of++)
    for (let n = 0; n <= of; n++) {
      const { share, low, high } = wilson(n, of);
      assert.ok(low >= 0 && low <= share && share <= high && high <= 1, `${n} of ${of}`);
      const other = wilson(of - n, of);
      assert.ok(Math.abs(1 - high - other.low) < 1e-12);
      const larger = wilson(10 * n, 10 * of);
      assert.ok(larger.high - larger.low < high - low);
    }
});

test('there is no share of nobody, of less than nothing or of more than all', () => {
  for (const [n, of] of [[0, 0], [-1, 5], [6, 5], [Number.NaN, 5]] as const) assert.throws(() => wilson(n, of)); // biome-ignore format: a table
});
