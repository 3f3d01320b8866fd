import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Values } from './canonical.ts';
import { isSameRow } from './recognition.ts';

const asha: Values = { full_name: 'Asha Rai', birth_date: '2015-03-04', sex: 'female', mother_name: 'Mina Rai', phone: '9801', ward: '5' };
const is = (after: Values, before: Values = asha) => isSameRow(before, after);

test('given a spelling, a ward, a telephone or a slip of a date corrected, then it is the same row', () => {
  assert.ok(is({ ...asha, full_name: 'Aasha Rai' }));
  assert.ok(is({ ...asha, ward: '6', phone: '9802' }));
  assert.ok(is({ ...asha, birth_date: '2015-04-03' }));
  assert.ok(is({ ...asha, birth_date: '2015-03-14' }));
  assert.ok(is({ ...asha, mother_name: 'Meena Rai' }));
});

test('given a birth date filled in or narrowed down, then it is the same row where parents agree', () => {
  const { birth_date: _, ...undated } = asha;
  assert.ok(is(asha, undated));
  assert.ok(is(asha, { ...asha, birth_date: '2015' }));
  assert.ok(!is(asha, { ...asha, birth_date: '2014' }));
  assert.ok(!is({ full_name: 'Asha Rai', mother_name: 'Mina Rai' }, { full_name: 'Asha Rai', mother_name: 'Mina Rai', ward: '2' }));
});

test('given a twin, a brother or a sister, then it is another row', () => {
  assert.ok(!is({ ...asha, full_name: 'Usha Rai' }));
  assert.ok(!is({ ...asha, full_name: '이서윤' }, { ...asha, full_name: '이서연' }));
  assert.ok(!is({ ...asha, sex: 'male' }));
  assert.ok(!is({ ...asha, full_name: 'Aasha Rai', birth_date: '2017-08-20' }));
  assert.ok(!is({ ...asha, birth_date: '2017-08-20' }));
});

test('given numbers that contradict, then name, day and a parent must agree; given a number that agrees, a child may have been named', () => {
  const numbered: Values = { ...asha, birth_registration_no: '77' };
  assert.ok(is({ ...asha, birth_registration_no: '78' }, numbered));
  assert.ok(!is({ ...asha, birth_registration_no: '78', full_name: 'Aasha Rai' }, numbered));
  assert.ok(is(numbered, { ...numbered, full_name: 'Baby of Mina' }));
});

test('given a name and a day alone, then nothing is guessed', () => {
  const bare: Values = { full_name: 'Asha Rai', birth_date: '2015-03-04' };
  assert.ok(!is({ ...bare, ward: '2' }, { ...bare, ward: '3' }));
});

test('given a year more of age a year later, then it is the same member of the household', () => {
  const member: Values = { full_name: 'Mina Rai', age_years: '34', observed_on: '2024-05-01', household_id: 'H1', phone: '9801' };
  assert.ok(is({ ...member, age_years: '35', observed_on: '2025-05-02' }, member));
  assert.ok(!is({ ...member, age_years: '12', observed_on: '2025-05-02' }, member));
});
