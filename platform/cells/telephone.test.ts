import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dialled, phoneForm, phonesIn } from './telephone.ts';

const two = ['807654321', '841234567'];

test('each number in a cell is a number, whatever stands between them', () => {
  for (const between of [' / ', '/', ', ', ',', ';', ' or ', ' & ', ' वा ', ' یا ', '、', '\n', '\r\n', ' | ', ' ', ' - ', '-', ' and '])
    assert.deepEqual(phonesIn(`9807654321${between}9841234567`), two, JSON.stringify(between));
  assert.deepEqual(phonesIn('98076543219841234567'), two);
  assert.deepEqual(phonesIn('980-7654321 984-1234567'), two);
  assert.deepEqual(phonesIn('+977 980 7654321 +977 984 1234567'), two);
  assert.deepEqual(phonesIn('+977 980 7654321 984 1234567'), two);
  assert.deepEqual(phonesIn('९८०७६५४३२१ / ९८४१२३४५६७'), two);
  assert.deepEqual(phonesIn('۹۸۰۷۶۵۴۳۲۱،۹۸۴۱۲۳۴۵۶۷'), two);
  assert.deepEqual(phonesIn('９８０７６５４３２１／９８４１２３４５６７'), two);
});

test('a number is one, however it is grouped', () => {
  for (const text of [
    '980-7654321',
    '980 765 4321',
    '(980) 765.4321',
    '+977-980-765-4321',
    '00977 980 765 4321',
    '09807654321',
    '\u200e9807654321',
  ])
    assert.deepEqual(phonesIn(text), ['807654321'], text);
  for (const text of ['010-1234-5678', '+82 10-1234-5678', '1012345678']) assert.deepEqual(phonesIn(text), ['12345678'], text);
});

test('what a spreadsheet made of a number is that number, or none where its figures are lost', () => {
  assert.deepEqual(phonesIn('9841234567.0'), ['841234567']);
  assert.deepEqual(phonesIn('9.841234567E+09'), ['841234567']);
  assert.deepEqual(phonesIn('9.84123E+09'), []);
});

test('extensions and endings after a stroke', () => {
  assert.deepEqual(phonesIn('01-4412345 ext 12'), ['14412345']);
  assert.deepEqual(phonesIn('01-4412345 extn. 12 / 9841234567'), ['14412345', '841234567']);
  assert.deepEqual(phonesIn('9841234567/68'), ['841234567', '841234568']);
});

test('words, years and short numbers are none', () => {
  for (const text of ['at the ward office', 'since 2014', '12', '', '-', 'N/A', 'x 12']) assert.equal(phoneForm(text), null, text);
});

test('numbers joined by any mark are found again, in their order', () => {
  const number = fc.integer({ min: 9_700_000_000, max: 9_899_999_999 }).map(String);
  const mark = fc.constantFrom('/', ' / ', ',', ', ', ';', ' or ', '\n', ' ', ' - ', ' & ');
  fc.assert(
    fc.property(fc.uniqueArray(number, { minLength: 1, maxLength: 4 }), mark, (numbers, between) => {
      assert.deepEqual(phonesIn(numbers.join(between)), [...new Set(numbers.map((one) => one.slice(-9).replace(/^0+/, '')))]);
    }),
  );
});

test('what is dialled is the first number that stands there, in figures of any script, with its prefix', () => {
  for (const [written, number] of [
    ['9841234567', '9841234567'],
    ['९८४१२३४५६७', '9841234567'],
    ['۰۹۸۴-۱۲۳۴۵۶۷', '09841234567'],
    ['+977 984 1234567', '+9779841234567'],
    ['00977-984-1234567', '009779841234567'],
    ['9841234567 / 68', '9841234567'],
    ['984-1234567, evenings; 980-7654321', '9841234567'],
    ['9807654321 9841234567', '9807654321'],
    ['1098', '1098'],
    ['१०९८', '1098'],
    ['100 / 1098', '100'],
    ['the neighbour', ''],
    ['', ''],
  ] as const)
    assert.equal(dialled(written), number, written);
});
