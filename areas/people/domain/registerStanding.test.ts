import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Coverage, standingIn } from './registerStanding.ts';

const coverage: Coverage = { asOf: '2026-11-01', wards: ['1', '3'], bornFrom: 2010, bornTo: 2020 };
const asked = { found: false, coverage, ward: '3', birthYear: 2015, age: { least: 11, most: 11 }, roles: ['case-worker'] };
const standing = (more: Partial<Parameters<typeof standingIn>[1]>, register: Parameters<typeof standingIn>[0] = 'school') =>
  standingIn(register, { ...asked, ...more }).standing;

test('no entry, not covered and not allowed are three things', () => {
  assert.equal(standing({ found: true }), 'in');
  assert.equal(standing({}), 'none');
  assert.equal(standing({ ward: '2' }), 'not-covered');
  assert.equal(standing({ birthYear: 2021, age: { least: 5, most: 5 } }), 'not-covered');
  assert.equal(standing({ coverage: undefined }), 'not-covered');
  assert.equal(standing({ found: true, roles: ['monitoring-officer'] }), 'not-allowed');
});

test('who may look hangs on the register, the age and what their role is for', () => {
  assert.equal(standing({ roles: ['registrar'] }), 'none');
  assert.equal(standing({ roles: ['registrar'] }, 'clinic'), 'not-allowed');
  assert.equal(standing({ age: { least: 30, most: 30 } }), 'not-allowed');
  assert.equal(standing({ age: null }), 'none');
});

test('a register is expected to have a child of its age', () => {
  const due = (register: Parameters<typeof standingIn>[0], years: number) =>
    standingIn(register, { ...asked, age: { least: years, most: years } }).due;
  assert.deepEqual([due('school', 4), due('school', 5), due('school', 15), due('school', 16)], [false, true, true, false]);
  assert.deepEqual([due('clinic', 4), due('clinic', 5), due('birth', 17), due('social', 8)], [true, false, true, false]);
});
