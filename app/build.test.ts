import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withImports } from './build.ts';

const chunk = (fileName: string, ...imports: string[]) => ({ type: 'chunk' as const, fileName, imports });

test('what a chunk imports comes before it, each once', () => {
  const bundle = { c: chunk('c'), b: chunk('b', 'c'), 'x.css': { type: 'asset' as const } };
  assert.deepEqual([...withImports(chunk('a', 'b', 'c', 'x.css', 'gone'), bundle)], ['c', 'b', 'a']);
});

test('chunks that import each other are found, and come to an end', () => {
  const a = chunk('a', 'b');
  assert.deepEqual([...withImports(a, { a, b: chunk('b', 'c'), c: chunk('c', 'a', 'b') })], ['c', 'b', 'a']);
});
