import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EntryState, RegisterName, Values } from '../../registers/domain/index.ts';
import { columnsOf, questionsOfStrays, wardForm } from './index.ts';

const row = (register: RegisterName, values: Values): EntryState => ({
  register,
  status: 'present',
  importId: '',
  row: 2,
  ward: '3',
  sex: 'female',
  birthYear: null,
  firstSeen: '2026-11-01',
  lastChanged: '2026-11-01',
  values: { mother_name: 'Sita Rai', father_name: 'Hari Rai', ...values },
});
const birth = (values: Values = {}) => [row('birth', { full_name: 'Asha Rai', birth_date: '2019-04-01', ...values })];
const home = (values: Values = {}) => [row('household', { full_name: 'Nani', age_years: '7', observed_on: '2026-10-01', ...values })];
const asked = (...persons: EntryState[][]) => questionsOfStrays(persons, wardForm, '2007-01-01');

test('given a child at home by a nickname and a birth of the same parents, ward and age, it is asked whether they are one', () => {
  assert.deepEqual(asked(birth(), home()), [[0, 1]]);
});

test('given other parents, another ward, sex or age, nothing is asked', () => {
  assert.deepEqual(asked(birth(), home({ mother_name: 'Gita Lama' })), []);
  assert.deepEqual(asked(birth(), [{ ...home()[0]!, ward: '4' }]), []);
  assert.deepEqual(asked(birth(), [{ ...home()[0]!, sex: 'male' }]), []);
  assert.deepEqual(asked(birth(), home({ age_years: '9' })), []);
});

test('given twins, of whom the child at home may be either, nothing is asked', () => {
  assert.deepEqual(asked(birth(), birth({ full_name: 'Usha Rai' }), home()), []);
});

test('given two rows of one register, only the same name and day of birth is asked about', () => {
  const known = [...birth(), row('household', { full_name: 'Asha Rai', birth_date: '2019-04-01' })];
  assert.deepEqual(asked(known, home({ full_name: 'Asha Rai', birth_date: '2019-04-01' })), [[0, 1]]);
  assert.deepEqual(asked(known, home()), []);
});

test('given grown-ups, or persons of whom neither is missing in a register, nothing is asked', () => {
  assert.deepEqual(asked(birth({ birth_date: '1980-04-01' }), home({ age_years: '46' })), []);
  assert.deepEqual(asked([row('clinic', { full_name: 'Asha Rai', birth_date: '2019-04-01' })], home()), []);
});

test('given a Korean name with the family name last, it is compared in the usual order too', () => {
  const nameOf = (values: Values) => columnsOf([{ state: row('household', values) }]).find(({ name }) => name === 'name')!.values[0];
  assert.equal(nameOf({ full_name: '지한이', father_name: '이철수' }), '지한이\n이지한');
  assert.equal(nameOf({ full_name: '이지한', father_name: '이철수' }), '이지한');
});
