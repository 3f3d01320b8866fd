import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { testOffice } from '../../../app/testing.ts';
import { registrarOf } from './testing.ts';

const olle = testOffice();
const office = registrarOf(olle);
const file = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name));

type Values = Record<string, string>;
/** A file taken in as it is proposed: what became of its rows, in their order. */
async function taken(name: string, register: string) {
  const { id, proposal, done } = await office.importFile(file(name), { register });
  const { rows } = await olle.owner.query<{ id: string }>('select id from registers_entry where import = $1 order by row', [id]);
  const values = await Promise.all(
    rows.map(async (row) => (await office.registrar.get<{ values: Values }>(`/api/registers/entry/${row.id}`)).body.values),
  );
  const { body } = await office.registrar.get<string>(`/api/registers/imports/${id}/set-aside.csv`);
  const aside = body.split(/\r?\n/).slice(1).filter(Boolean);
  return { proposal, done, values, aside };
}

test('years of Bikram Sambat in three figures are those of a city of Nepal', async () => {
  const { values } = await taken('bikram-sambat-three-figures-school.csv', 'school');
  assert.deepEqual(
    values.map(({ birth_date }) => birth_date),
    ['2014-05-09', '2016-08-28', '2012-02-14'],
  );
});

test('marks that nobody sees hide no heading, no code, no date and no number', async () => {
  const khmer = await taken('invisible-letters-khmer.csv', 'school');
  assert.ok(['full_name', 'sex', 'birth_date', 'mother_name'].every((field) => khmer.proposal.mapping.some((one) => one.field === field)));
  assert.deepEqual(khmer.aside, []);
  const marks = await taken('invisible-letters-marks.csv', 'clinic');
  assert.deepEqual(
    marks.values.map(({ source_id, birth_date, sex }) => [source_id, birth_date, sex]),
    [
      ['A1', '2014-05-09', 'female'],
      ['A2', '2014-05-13', 'female'],
      ['A3', '2014-05-14', 'male'],
      ['A5', '2014-05-15', 'female'],
    ],
  );
});

test('rows that are no child are set aside, and take no number from one', async () => {
  const household = await taken('phantom-rows-household.csv', 'household');
  assert.deepEqual(
    household.values.map(({ full_name, given_name }) => full_name ?? given_name),
    ['Maya Rai', 'Asha Lama', 'Bina Thapa'],
  );
  assert.equal(household.aside.length, 5);
  const school = await taken('phantom-rows-school.csv', 'school');
  assert.deepEqual(
    school.values.map(({ full_name }) => full_name),
    ['Maya Rai', 'Asha Lama'],
  );
  assert.equal(school.aside.length, 8);
});

test('a quote that never closes swallows nobody', async () => {
  const birth = await taken('quote-swallows-rows-birth.csv', 'birth');
  assert.deepEqual([birth.done.counts.added, birth.done.counts.setAside], [5, 1]);
  const refused = await taken('quote-swallows-rows-refused.csv', 'clinic');
  assert.deepEqual([refused.done.counts.added, refused.done.counts.setAside], [4, 1]);
});

test('a birth registration number that says that there is none is none', async () => {
  const { values } = await taken('registration-number-says-no-school.csv', 'school');
  assert.equal(values.length, 23);
  for (const one of values) assert.equal(one['birth_registration_no'], undefined, one['full_name']);
});

test('a column that proves both orders, or that a spreadsheet has half converted, is doubted', async () => {
  const doubtOf = async (name: string) => (await office.propose((await office.upload(file(name))).body.id)).doubt;
  assert.equal(await doubtOf('two-orders-in-one-column-birth.csv'), 'both-orders');
  assert.equal(await doubtOf('half-converted.xlsx'), 'half-converted');
});

test('a number that was another child’s takes nothing over from them', async () => {
  const { done, aside } = await taken('two-numbers-in-one-cell-school.csv', 'school');
  assert.deepEqual([done.counts.changed, done.counts.setAside], [0, 1]);
  assert.match(aside[0]!, /^2,id,"The number belonged to another child before/);
});

test('each number in a cell is found', async () => {
  await taken('two-numbers-in-one-cell-household.csv', 'household');
  const { values } = await taken('two-numbers-in-one-cell-school.csv', 'social');
  assert.equal(values[0]!['phone'], '9841234567 / 9807654321');
});

test('of two columns of one heading each keeps its meaning in the next file', async () => {
  const name = 'profile-two-columns-one-heading-school.csv';
  const { body: sent } = await office.upload(file(name));
  const proposal = await office.propose(sent.id);
  const fields = [null, 'full_name', 'sex', 'birth_date', 'mother_name', 'phone'] as const;
  const saved = await office.registrar.command('registers.profile', '01990000-0000-7000-8000-000000000001', 'save', {
    name: 'Roll',
    register: 'school',
    columns: proposal.headers.map((header, column) => ({ header, field: fields[column] })),
    dateOrder: 'day-first',
    calendar: 'gregorian',
    whole: false,
  });
  assert.equal(saved.status, 200, JSON.stringify(saved.body));
  const { values } = await taken(name, 'social');
  assert.deepEqual(
    values.map(({ full_name, mother_name }) => [full_name, mother_name]),
    [
      ['Asha Lama', 'Dolma Lama'],
      ['Bina Thapa', 'Sita Thapa'],
    ],
  );
});
