import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jaroWinkler, nameTokens, wordSimilarity } from '@olle/names';
import fc from 'fast-check';
import { Dictionary } from './compare.ts';
import { Words } from './words.ts';

const latin = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'r', 'n', 'h'), minLength: 2, maxLength: 10 });
const anyScript = fc.oneof(
  latin,
  fc.string({ unit: fc.constantFrom('र', 'ा', 'म', 'स', 'ी', 'त', 'व', '्'), minLength: 2, maxLength: 6 }),
  fc.string({ unit: fc.constantFrom('م', 'ح', 'د', 'ا', 'ض', 'ی', 'و'), minLength: 2, maxLength: 6 }),
  fc.string({ unit: fc.constantFrom('б', 'а', 'т', 'э', 'р', 'д', 'ж'), minLength: 2, maxLength: 7 }),
  fc.string({ unit: fc.constantFrom('陳', '美', '玲', '林', '志', '明'), minLength: 2, maxLength: 3 }),
  fc.string({ unit: fc.constantFrom('민', '준', '서', '연', '이', '김'), minLength: 2, maxLength: 3 }),
);

const words = new Words();

test('L8 ruling two words out by their letters gives what comparing them in full would give', () => {
  fc.assert(
    fc.property(anyScript, anyScript, (a, b) => {
      const [x, y] = [words.spellingOf(a).words, words.spellingOf(b).words];
      fc.pre(x.length === 1 && y.length === 1 && a !== b);
      const full = wordSimilarity(nameTokens(a)[0]!, nameTokens(b)[0]!);
      assert.ok(Math.abs(words.similarity(x[0]!, y[0]!) - (full < 0.8 ? 0 : full)) < 1e-6);
    }),
    { numRuns: 5000, seed: 3 },
  );
});

test('L8 ruling two texts out by their letters gives the level that comparing them in full would give', () => {
  fc.assert(
    fc.property(latin, latin, (a, b) => {
      const level = new Dictionary({ name: 't', kind: 'text', values: [a, b] }).compare(0, 1);
      if (level > 0) assert.equal(level, jaroWinkler(a, b) >= 0.88 ? 1 : 2);
    }),
    { numRuns: 1000, seed: 3 },
  );
});

const level = (a: string, b: string) => new Dictionary({ name: 'n', kind: 'name', values: [a, b] }).compare(0, 1);

test('a family name in common does not make two given names similar', () => {
  for (const [a, b] of [
    ['Uma Bhandari', 'Aradhana Bhandari'],
    ['गोमा नगरकोटी', 'Abhishek Nagarkoti'],
    ['김서윤', 'Sihyun Kim'],
    ['محمد رضا بھٹی', 'Tariq Bhatti'],
  ] as const)
    assert.ok(level(a, b) >= 3, `${a} / ${b}`);
});

const cell = (...words: string[]) => fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((some) => some.join(' '));
const written = cell(
  'Ram',
  'Rama',
  'Bahadur',
  'Bdr.',
  'Bahadar',
  'Thapa',
  'Tapa',
  'Sita',
  'Mita',
  'B.',
  'राम',
  'थापा',
  '김민준',
  'Kim',
  'Mst.',
);

test('two names agree as much one way as the other, with titles or without', () => {
  fc.assert(
    fc.property(written, written, fc.constantFrom('', 'Mst. ', 'Smt. '), (a, b, title) => {
      assert.equal(level(a, b), level(b, a), `${a} / ${b}`);
      if (!/^Mst\./.test(a)) assert.equal(level(title + a, b), level(a, b), `${title}${a} / ${b}`);
    }),
    { numRuns: 2000, seed: 3 },
  );
});

test('words are matched as they fit best together, not one after the other', () => {
  // Taken one after the other, Anjali would take Anjalia, and leave Anjaliya nobody.
  assert.ok(level('Anjaliya Anjali Rai', 'Anjali Anjaliya Rai') <= 1);
  assert.ok(level('Asha Aasha', 'Aashaa Asha') <= 1);
});

const numbers = (...values: (string | null)[]) => new Dictionary({ name: 'p', kind: 'identifier', values });

test('cells of several numbers agree where any of them do, and are found by any of them', () => {
  const phones = numbers('9841234567\n9807654321', '9807654321', '9807654321\n9811111111', '9841234568', '9822222222');
  assert.equal(phones.compare(0, 1), 0);
  assert.equal(phones.compare(0, 2), 0);
  assert.equal(phones.compare(0, 3), 1);
  assert.equal(phones.compare(0, 4), 2);
  assert.equal(phones.frequency(0, 1, 0), 3 / 5);
  const groups = phones.groups();
  assert.equal(groups[0], groups[1]);
  assert.equal(groups[1], groups[2]);
  assert.notEqual(groups[0], groups[4]);
});

test('one name in another script, order, spacing or spelling is the same or nearly', () => {
  for (const [a, b] of [
    ['संगीता राई', 'Sangeeta Rai'],
    ['सुनिल के.सी.', 'Suneel K.C.'],
    ['رضوان احمد', 'Rizwan Ahmed'],
    ['김민수', 'Min Su Kim'],
    ['정보영', 'Bo Yeong Chung'],
    ['Sita Kumari Rai', 'Sita Rai'],
    ['वर्मा सीता', 'Sita Varma'],
  ] as const)
    assert.ok(level(a, b) <= 1, `${a} / ${b}: ${level(a, b)}`);
});
