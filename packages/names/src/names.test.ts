import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nameSimilarity, nameTokens, normaliseName, plainDigits, searchKeys } from './index.ts';

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

test('abbreviations are the names that they stand for, titles say nothing, and words are matched as they fit best together', () => {
  for (const [a, b] of [
    ['Ram Bahadur Thapa', 'Ram Bdr. Thapa'],
    ['Ram Bahadur Thapa', 'Ram B. Thapa'],
    ['Muhammad Ali', 'Mohd. Ali'],
    ['Muhammad Ali', 'Md. Ali'],
    ['Hari Prasad Rai', 'Hari Pd. Rai'],
    ['Fatima', 'Mst. Fatima'],
    ['Mst. Fatima', 'Bibi Fatima'],
    ['Maya', 'Maya Rai'],
    ['सीता', 'Sita Tamang'],
    ['Ma. Theresa Cruz', 'Maria Theresa Cruz'],
    ['Anita Khatri Chhetri', 'अनिता के.सी.'],
    ['Anita K.C.', 'अनिता खत्री क्षेत्री'],
  ] as const)
    assert.ok(nameSimilarity(a, b) >= 0.85, `${a} / ${b}: ${nameSimilarity(a, b)}`);
});

test('two names are as alike one way as the other', () => {
  const word = fc.constantFrom('Ram', 'Bahadur', 'Bdr.', 'Thapa', 'Tapa', 'Sita', 'B.', 'राम', 'थापा', '김민준', 'Kim');
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  fc.assert(fc.property(name, name, (a, b) => assert.ok(Math.abs(nameSimilarity(a, b) - nameSimilarity(b, a)) < 1e-9, `${a} / ${b}`)));
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

test('digits of every script are those of ASCII', () => {
  for (const digits of [
    '०१२३४५६७८९',
    '۰۱۲۳۴۵۶۷۸۹',
    '٠١٢٣٤٥٦٧٨٩',
    '០១២៣៤៥៦៧៨៩',
    '௦௧௨௩௪௫௬௭௮௯',
    '෦෧෨෩෪෫෬෭෮෯',
    '᠐᠑᠒᠓᠔᠕᠖᠗᠘᠙',
    '၀၁၂၃၄၅၆၇၈၉',
    '༠༡༢༣༤༥༦༧༨༩',
    '᥆᥇᥈᥉᥊᥋᥌᥍᥎᥏',
    '𑓐𑓑𑓒𑓓𑓔𑓕𑓖𑓗𑓘𑓙',
    '０１２３４５６７８９',
  ])
    assert.equal(plainDigits(`a ${digits}.`), 'a 0123456789.', digits);
});
