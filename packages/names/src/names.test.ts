import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nameSimilarity, nameTokens, normaliseName, searchKeys } from './index.ts';

const same: readonly (readonly [string, string])[] = [
  ['राम थापा', 'Ram Thapa'],
  ['लक्ष्मी तामाङ', 'Laxmi Tamang'],
  ['बिष्णु गुरुङ', 'Bishnu Gurung'],
  ['محمد اقبال', 'Mohammed Iqbal'],
  ['عبداللہ', 'Abdullah'],
  ['احمد', 'Ahmed'],
  ['فاطمہ خان', 'Fatima Khan'],
  ['김민준', 'Kim Min-jun'],
  ['박지훈', 'Park Ji-hoon'],
  ['이서연', 'Lee Seo-yeon'],
  ['សុខា', 'Sokha'],
  ['Бат-Эрдэнэ', 'Bat-Erdene'],
  ['José Peña', 'jose  PENA'],
];

test('the same name in another script or spelling is found by its keys and is very similar', () => {
  for (const [a, b] of same) {
    assert.deepEqual(searchKeys(a).sort(), searchKeys(b).sort(), `${a} / ${b}`);
    assert.ok(nameSimilarity(a, b) >= 0.9, `${a} / ${b}: ${nameSimilarity(a, b)}`);
  }
});

test('other names are less similar', () => {
  for (const [a, b] of [
    ['राम थापा', 'Sita Gurung'],
    ['김민준', 'Choi Yu-ri'],
    ['محمد اقبال', 'Fatima Khan'],
  ] as const)
    assert.ok(nameSimilarity(a, b) < 0.75, `${a} / ${b}: ${nameSimilarity(a, b)}`);
});

test('of names that sound alike, the one that was asked for comes first', () => {
  for (const [asked, right, wrong] of [
    ['Muhammad', 'محمد', 'احمد'],
    ['محمد', 'Muhammad', 'Ahmed'],
    ['محمد', 'Muhammad', 'M. Ahmed'],
    ['Ram', 'राम', 'रमा'],
    ['Рианн', 'Rhiann', 'Ranshu'],
    ['Замен', 'Sahmen', 'Ozakman'],
    ['克魯森', 'Crewson', 'Higson'],
  ] as const)
    assert.ok(nameSimilarity(asked, right) > nameSimilarity(asked, wrong), `${asked}: ${right} before ${wrong}`);
});

test('a normal form is its own normal form, and similarity is symmetric and within bounds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.string({ unit: 'grapheme', maxLength: 30 }), (a, b) => {
      assert.equal(normaliseName(normaliseName(a)), normaliseName(a));
      const s = nameSimilarity(a, b);
      assert.ok(s >= 0 && s <= 1);
      if (nameTokens(a).length > 0) assert.ok(nameSimilarity(a, a) > 0.99);
    }),
    { numRuns: 300, seed: 1 },
  );
});
