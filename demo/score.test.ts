import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { scoreLinkage, scoreReasons } from './score.ts';

const ref = (key: string) => ({ register: key.split('/')[0]!, row: key.split('/')[1]! });
const personOf = new Map([
  ['birth/1', 'A'],
  ['school/1', 'A'],
  ['clinic/1', 'A'],
  ['birth/2', 'B'],
  ['school/2', 'B'],
  ['school/3', 'B'],
]);

it('counts pairs across registers only', () => {
  // A: 3 pairs; B: birth/2 with school/2 and school/3: 2 pairs (two rows of one register are no pair).
  const clusters = [
    ['birth/1', 'school/1'],
    ['clinic/1', 'birth/2', 'school/2'],
  ].map((cluster) => cluster.map(ref));
  const score = scoreLinkage({ personOf }, clusters);
  assert.deepEqual([score.truePairs, score.foundPairs, score.correctPairs], [5, 4, 2]);
  assert.equal(score.precision, 0.5);
  assert.equal(score.recall, 0.4);
});

it('agrees with counting each pair by hand, whatever the clusters', () => {
  const row = fc.record({ register: fc.constantFrom('birth', 'school', 'clinic'), person: fc.nat(5), cluster: fc.nat(5) });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
      const keyed = rows.map((each, index) => ({ ...each, row: String(index) }));
      const truth = new Map(keyed.map((each) => [`${each.register}/${each.row}`, String(each.person)]));
      const clusters = [0, 1, 2, 3, 4, 5].map((cluster) => keyed.filter((each) => each.cluster === cluster));
      const pairs = keyed.flatMap((a, index) =>
        keyed.slice(index + 1).flatMap((b) => (a.register === b.register ? [] : [[a, b] as const])),
      );
      const score = scoreLinkage({ personOf: truth }, clusters);
      assert.equal(score.truePairs, pairs.filter(([a, b]) => a.person === b.person).length);
      assert.equal(score.foundPairs, pairs.filter(([a, b]) => a.cluster === b.cluster).length);
      assert.equal(score.correctPairs, pairs.filter(([a, b]) => a.cluster === b.cluster && a.person === b.person).length);
    }),
  );
});

it('is perfect for the truth itself, and leaves rows without a truth out', () => {
  const score = scoreLinkage(
    { personOf },
    [
      ['birth/1', 'school/1', 'clinic/1', 'school/999'],
      ['birth/2', 'school/2', 'school/3'],
    ].map((cluster) => cluster.map(ref)),
  );
  assert.equal(score.f1, 1);
});

it('judges a found child by the person of most of its rows, and counts a child found twice once', () => {
  const truth = {
    personOf,
    known: new Map([
      ['A', new Set(['unseen'])],
      ['B', new Set(['unseen', 'dropped-out'])],
    ]),
    world: new Map<string, Set<string>>(),
  };
  const scores = scoreReasons(truth, [
    { rows: ['birth/1', 'school/1', 'birth/2'].map(ref), reasons: ['unseen', 'dropped-out'] },
    { rows: [ref('clinic/1')], reasons: ['unseen'] },
    { rows: [ref('school/999')], reasons: ['unseen'] },
  ]);
  assert.deepEqual(scores.unseen, { truly: 2, found: 2, correct: 1, precision: 0.5, recall: 0.5 });
  assert.deepEqual(scores['dropped-out'], { truly: 1, found: 1, correct: 0, precision: 0, recall: 0 });
  assert.equal(scoreReasons(truth, [], 'world').unseen, undefined);
});
