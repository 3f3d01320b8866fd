import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clusterise, type ScoredPair } from './cluster.ts';

const n = 16;
const record = fc.nat(n - 1);
const couple = fc.tuple(record, record).filter(([a, b]) => a !== b);
const world = fc.record({
  sources: fc.array(fc.nat(3), { minLength: n, maxLength: n }),
  pairs: fc.array(fc.record({ couple, probability: fc.double({ min: 0.01, max: 0.999, noNaN: true }) }), { maxLength: 60 }),
  must: fc.array(couple, { maxLength: 3 }),
  cannot: fc.array(couple, { maxLength: 3 }),
  within: fc.boolean(),
});

/** Clusters of the verdicts alone. */
const together = (must: readonly (readonly [number, number])[]) => {
  const of = Array.from({ length: n }, (_, i) => i);
  for (const [a, b] of must) {
    const [keep, give] = [of[a]!, of[b]!];
    of.forEach((root, i) => {
      if (root === give) of[i] = keep;
    });
  }
  return of;
};

test('L1 L2 L3 L11 hold for any scores, any verdicts: one row of a register in a person, verdicts kept, questions open', () => {
  fc.assert(
    fc.property(world, ({ sources, pairs, must, cannot: all, within }) => {
      const held = together(must);
      const cannot = all.filter(([a, b]) => held[a] !== held[b]);
      const byName = new Map<string, ScoredPair>();
      for (const {
        couple: [x, y],
        probability,
      } of pairs) {
        const [a, b] = x < y ? [x, y] : [y, x];
        if (within || sources[a] !== sources[b])
          byName.set(`${a}-${b}`, { a, b, probability, weight: Math.log2(probability / (1 - probability)), fields: [] });
      }
      const scored = [...byName.values()].sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
      const input = { sources, within, mustLink: must, cannotLink: cannot };
      const { clusters, review, links } = clusterise(scored, input, n);
      for (const [a, b] of must) assert.equal(clusters[a], clusters[b], 'L3');
      for (const [a, b] of cannot) assert.notEqual(clusters[a], clusters[b], 'L2');
      for (let a = 0; a < n; a++)
        for (let b = a + 1; b < n; b++)
          if (!within && sources[a] === sources[b] && clusters[a] === clusters[b]) assert.equal(held[a], held[b], 'L1');
      const settled = new Set([...must, ...cannot].map(([a, b]) => (a < b ? `${a}-${b}` : `${b}-${a}`)));
      for (const { a, b, probability } of review) {
        assert.notEqual(clusters[a], clusters[b], 'what came together is no question');
        assert.ok(!settled.has(`${a}-${b}`) && probability >= 0.2, 'what was answered is not asked');
      }
      for (const { a, b, probability } of links) assert.ok(clusters[a] === clusters[b] && probability >= 0.9);
      assert.deepEqual(clusterise(scored, input, n).clusters, clusters, 'L4');
    }),
    { numRuns: 1000, seed: 11 },
  );
});

test('two rows left over from registers that nearly cover each other are put together; where many are left over they are asked about', () => {
  const linked = (count: number) =>
    Array.from({ length: count }, (_, i): ScoredPair => ({ a: 2 * i, b: 2 * i + 1, probability: 0.999, weight: 20, fields: [] }));
  const last = (of: number): ScoredPair => ({ a: of - 2, b: of - 1, probability: 0.7, weight: 10, fields: [] });
  const sources = (of: number) => Array.from({ length: of }, (_, i) => i % 2);
  const full = clusterise([...linked(50), last(102)], { sources: sources(102) }, 102);
  assert.equal(full.clusters[101], 100);
  const sparse = clusterise([...linked(5), last(102)], { sources: sources(102) }, 102);
  assert.notEqual(sparse.clusters[101], 100);
  assert.deepEqual(sparse.review.map(({ a, b }) => [a, b]), [[100, 101]]); // biome-ignore format: one claim
});
