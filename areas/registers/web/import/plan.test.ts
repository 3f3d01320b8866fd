import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Proposal } from '../../contract/index.ts';
import { doubled, hasName, planOf, profileOf, readingOf } from './plan.ts';

const proposal: Proposal = {
  fileName: 'list.csv',
  sheets: [],
  sheet: null,
  mended: false,
  register: 'birth',
  headers: ['No', ' Name ', 'Born', 'Colour'],
  samples: [
    ['1', 'Rita Rai', '2071/01/26', 'red'],
    ['2', 'Rita Rai', '2072/02/01', ''],
  ],
  mapping: [
    { column: 0, field: 'source_id', confidence: 1 },
    { column: 1, field: 'full_name', confidence: 0.8 },
    { column: 2, field: 'birth_date', confidence: 0.6, dateOrder: 'day-first', calendar: 'bikram-sambat', doubt: 'order' },
  ],
  dateOrder: 'day-first',
  calendar: 'gregorian',
  counting: [0],
  metadata: [],
  profile: null,
};

test('every column of the file stands in the plan, with what it seems to mean and how sure that is', () => {
  const plan = planOf(proposal);
  assert.deepEqual(
    plan.columns.map(({ header, field, sure }) => [header, field, sure]),
    [
      ['No', 'source_id', 'known'],
      ['Name', 'full_name', 'likely'],
      ['Born', 'birth_date', 'check'],
      ['Colour', '', 'out'],
    ],
  );
  assert.deepEqual(plan.columns[1]!.examples, ['Rita Rai'], 'an example is shown once');
  assert.equal(plan.whole, false, 'nothing is marked as gone unless somebody says so');
});

test('what is sent names the columns that are read, and a calendar for dates alone', () => {
  assert.deepEqual(readingOf(planOf(proposal), proposal).mapping, [
    { column: 0, field: 'source_id' },
    { column: 1, field: 'full_name' },
    { column: 2, field: 'birth_date', dateOrder: 'day-first', calendar: 'bikram-sambat' },
  ]);
  assert.equal('sheet' in readingOf(planOf(proposal), proposal), false);
  assert.equal(readingOf(planOf(proposal), { ...proposal, sheet: 'Roll' }).sheet, 'Roll');
});

test('a profile holds the columns left out too: they stay left out in the next file', () => {
  const { columns } = profileOf('Ward office', planOf(proposal), proposal);
  assert.deepEqual(columns.at(-1), { header: 'Colour', field: null });
});

test('rows that were set aside come back without the three columns that are ours, and are never the whole register', () => {
  const mended: Proposal = {
    ...proposal,
    mended: true,
    headers: ['olle_row', 'olle_column', 'olle_reason', 'No', 'Name'],
    samples: [['7', 'Name', 'no-name', '1', 'Rita Rai']],
    mapping: [
      { column: 3, field: 'source_id', confidence: 1 },
      { column: 4, field: 'full_name', confidence: 1 },
    ],
    profile: { id: 'p', name: 'Ward office', whole: true, words: [] },
  };
  const plan = planOf(mended);
  assert.deepEqual(
    plan.columns.map(({ column, header }) => [column, header]),
    [
      [3, 'No'],
      [4, 'Name'],
    ],
  );
  assert.equal(plan.whole, false);
});

test('two columns of one meaning are found, and a file without a name', () => {
  const plan = planOf(proposal);
  const twice = { ...plan, columns: plan.columns.map((one) => (one.header === 'Colour' ? { ...one, field: 'full_name' as const } : one)) };
  assert.deepEqual(
    doubled(twice).map(({ field, columns }) => [field, columns.map(({ header }) => header)]),
    [['full_name', ['Name', 'Colour']]],
  );
  assert.deepEqual(doubled(plan), []);
  assert.equal(hasName(plan), true);
  assert.equal(hasName({ ...plan, columns: plan.columns.filter(({ field }) => field !== 'full_name') }), false);
});
