import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CanonicalField } from '../canonical.ts';
import { readRow } from './row.ts';
import { type MendedWord, wordsByKey } from './words.ts';

const today = '2026-11-23';
const read = (cells: Partial<Record<CanonicalField, string>>, words: readonly MendedWord[] = []) => {
  const fields = Object.keys(cells) as CanonicalField[];
  const mapping = fields.map((field, column) => ({ column, field }));
  return readRow(Object.values(cells), { mapping, dateOrder: 'day-first', calendar: 'gregorian' }, today, wordsByKey(words));
};
/** What a cell of this field means in the row of a child who has a name. */
const meaning = (field: CanonicalField, cell: string) => {
  const found = read({ full_name: 'Asha Rai', [field]: cell });
  return 'bad' in found ? found.bad.reason : found.unread[field] !== undefined ? 'unread' : (found.values[field] ?? null);
};

// The ways in which offices say that there is nothing, in the languages of the cities.
const none = [
  '', '-', '—', '.', '...', '?', '***', 'N/A', 'N.A.', 'nil', 'No', 'unknown', 'Not known', 'Not registered', 'not available', 'Pending', 'applied',
  'no certificate', 'XXX', 'छैन', 'दर्ता नभएको', 'थाहा छैन', 'نہیں', 'معلوم نہیں', 'නැත', 'இல்லை', 'байхгүй', 'tidak ada', 'belum', '無', '未登記', 'គ្មាន', 'wala',
  '없음', '미신고', '\u200bគ្មាន\u200b', '#N/A',
]; // biome-ignore format: one list

test('a number that says that there is none is none, whatever it is a number of', () => {
  for (const field of ['birth_registration_no', 'national_id', 'household_id', 'phone', 'source_id'] as const)
    for (const cell of none) assert.equal(meaning(field, cell), null, `${field}: ${cell}`);
  for (const field of ['birth_registration_no', 'national_id', 'household_id', 'phone'] as const)
    for (const cell of ['0', '000', 'see the other list', 'दर्ता भइरहेको']) assert.equal(meaning(field, cell), null, `${field}: ${cell}`);
  assert.equal(meaning('national_id', '9999999999'), null);
  assert.equal(meaning('household_id', '22'), '22');
});

test('words for nothing are no date, no age and no place', () => {
  for (const field of ['birth_date', 'registration_date', 'age_years', 'address', 'school_name'] as const)
    for (const cell of none) assert.equal(meaning(field, cell), null, `${field}: ${cell}`);
});

test('a number is what its clerk wrote, not what a spreadsheet made of it', () => {
  assert.equal(meaning('national_id', '3520211234567.0'), '3520211234567');
  assert.equal(meaning('national_id', '3.520211234567E+12'), '3520211234567');
  assert.equal(meaning('national_id', '3.52021E+12'), 'unread');
  assert.equal(meaning('source_id', '3.52021E+12'), 'figures-lost');
  assert.equal(meaning('source_id', '\u200eA5'), 'A5');
  assert.equal(meaning('source_id', '１２'), '12');
  assert.equal(meaning('ward', '५'), '5');
  assert.equal(meaning('phone', '9807654321 / 9841234567'), '9807654321 / 9841234567');
});

test('marks that nobody sees say nothing in codes and dates, and stay where they make a name', () => {
  assert.equal(meaning('sex', 'ស្រី\u200b'), 'female');
  assert.equal(meaning('sex', '\u200ff\u200f'), 'female');
  assert.equal(meaning('birth_date', '\ufeff2014-05-09'), '2014-05-09');
  assert.equal(meaning('mother_name', 'ක්\u200dෂමා'), 'ක්\u200dෂමා');
  assert.equal(meaning('mother_name', '\u202bسیتا\u202c'), 'سیتا');
});

test('an age is in whole years, however it is written', () => {
  for (const [
    cell,
    age,
  ] of [['7', '7'], ['7.0', '7'], ['7 years', '7'], ['७ वर्ष', '7'], ['7 tahun', '7'], ['7 ឆ្នាំ', '7'], ['7歲', '7'], ['7세', '7'], ['7 taon', '7'], ['8 months', '0'], ['18 महिना', '1'], ['07', '7']]) // biome-ignore format: one table
    assert.equal(meaning('age_years', cell!), age, cell);
  for (const cell of ['5-6', '200', 'old']) assert.equal(meaning('age_years', cell), 'unread', cell);
});

test('a name has a letter; a word for nothing is no name, but where it is one', () => {
  for (const name of ['2', '?', '...', '***', 'N/A', 'unknown', '-']) assert.ok('bad' in read({ full_name: name }), name);
  for (const name of ['Nil', 'No', '나', '無', 'आशा राई', 'សុខា'])
    assert.deepEqual(read({ full_name: name }), { values: { full_name: name }, unread: {} }, name);
});

test('the number of an answer beside its label says nothing more; a number alone is asked about', () => {
  for (const cell of ['1 Female', '(1) Female', '1. Female', '1=Female', 'Female (1)', '1 - महिला', '१. महिला', '1. 여'])
    assert.equal(meaning('sex', cell), 'female', cell);
  assert.equal(meaning('sex', '1'), 'unread');
});

test('a birth date later than what was done for the child is another date, and the row is set aside', () => {
  const born = (birth_date: string, more: Partial<Record<CanonicalField, string>>) => {
    const found = read({ full_name: 'Asha Rai', birth_date, ...more });
    return 'bad' in found ? found.bad : null;
  };
  assert.deepEqual(born('2026-11-20', { registration_date: '2026-11-19' }), { column: 1, reason: 'born-later' });
  assert.deepEqual(born('2026-11-20', { vaccine_bcg: '2014' }), { column: 1, reason: 'born-later' });
  for (const [
    birth,
    other,
  ] of [['2014-05-09', '2014-05-09'], ['2014-05-09', '2014'], ['2014', '2014-02-01'], ['2014-05', '2014-05-01']] as const) // biome-ignore format: one table
    assert.equal(born(birth, { enrolment_date: other }), null, `${birth} ${other}`);
});

test('a cell that the record can do without takes no row away: what stands there is kept, and is what somebody says it is', () => {
  for (const [field, cell] of [
    ['sex', 'छात्रा'],
    ['sex', '여?'],
    ['age_years', 'old'],
    ['vaccine_bcg', 'given'],
    ['left_date', '31/02/2024'],
    ['registration_date', '2031-01-01'],
    ['enrolment_status', 'on leave'],
  ] as const) {
    // biome-ignore format: one table
    assert.deepEqual(read({ full_name: 'Asha Rai', [field]: cell }), { values: { full_name: 'Asha Rai' }, unread: { [field]: cell } }, cell);
  }
  const said = [{ field: 'sex', word: 'छात्रा', value: 'female' }] as const;
  assert.deepEqual(read({ full_name: 'Asha Rai', sex: ' छात्रा ' }, said), { values: { full_name: 'Asha Rai', sex: 'female' }, unread: {} });
  const nothing = [{ field: 'sex', word: 'see file', value: '' }] as const;
  assert.deepEqual(read({ full_name: 'Asha Rai', sex: 'See file' }, nothing), { values: { full_name: 'Asha Rai' }, unread: {} });
  assert.equal(meaning('birth_date', '31/02/2014'), 'date');
});

test('words for a relation, a reason or who is away that are no code are kept as they stand, and asked about', () => {
  for (const field of ['relationship_to_head', 'left_reason', 'carer_absent'] as const)
    assert.deepEqual(read({ full_name: 'Asha Rai', [field]: 'भिनाजु' }), {
      values: { full_name: 'Asha Rai', [field]: 'भिनाजु' },
      unread: { [field]: 'भिनाजु' },
    });
  assert.deepEqual(read({ full_name: 'Asha Rai', carer_absent: 'बुवा – २०७९' }), {
    values: { full_name: 'Asha Rai', carer_absent: 'बुवा – २०७९' },
    unread: {},
  });
});
