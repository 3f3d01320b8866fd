import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jaroWinkler, nameSimilarity } from '@olle/names';
import fc from 'fast-check';
import { Dictionary } from './compare.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'r', 'n'), minLength: 2, maxLength: 10 });

test('L8 ruling a pair out by its letters gives the level that comparing in full would give', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      fc.pre(a !== b);
      const name = nameSimilarity(a, b);
      assert.equal(
        new Dictionary({ name: 'n', kind: 'name', values: [a, b] }).compare(0, 1),
        name >= 0.97 ? 0 : name >= 0.9 ? 1 : name >= 0.8 ? 2 : 3,
      );
      assert.equal(new Dictionary({ name: 't', kind: 'text', values: [a, b] }).compare(0, 1), jaroWinkler(a, b) >= 0.88 ? 1 : 2);
    }),
    { numRuns: 500, seed: 3 },
  );
});
