import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shownCells } from './index.ts';

const shown = (...cells: [number, number][]) => shownCells(cells.map(([n, of]) => ({ n, of }))).map((cell) => cell && [cell.n, cell.of]);

test('a group of few, and a part of few or of nearly all, are not shown; none at all says nothing of anybody', () => {
  assert.deepEqual(shown([8, 19], [4, 100], [97, 100], [0, 100], [5, 100]), [null, null, null, [0, 100], [5, 100]]);
  assert.deepEqual(shown([0, 0], [10, 40], [30, 60]), [[0, 0], [10, 40], [30, 60]]); // biome-ignore format: a table
});

test('where one cell is hidden, or the hidden ones together are few, the smallest of the others is too: the total would tell it', () => {
  assert.deepEqual(shown([3, 40], [30, 60], [9, 50]), [null, [30, 60], null]);
  assert.deepEqual(shown([4, 500], [6, 575], [0, 0]), [null, null, [0, 0]], 'a group of nobody hides nobody');
  assert.deepEqual(shown([2, 200], [0, 300], [1, 300], [7, 289]), [null, null, null, null]);
  assert.deepEqual(shown([3, 40]), [null]);
});
