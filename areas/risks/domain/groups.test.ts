import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bornOn } from '../../../platform/decider/index.ts';
import { GroupCounts, groupsOf } from './groups.ts';
import { rowOf } from './testing.ts';

const day = '2026-11-23';
const of = (values: object, more = {}, birth = '2016-03-01') =>
  groupsOf(
    {
      ...{ birthDate: birth, perhaps: [], siblingCases: [], past: [], householdPast: [], covered: new Set<string>(), householdNeeds: [] },
      entries: [rowOf('household', values, day)],
      ...more,
    },
    bornOn(birth),
    day,
  );

test('a child belongs to the groups that registers tell, and where they do not, to the one that says so', () => {
  assert.deepEqual(of({}), { everybody: 'all', sex: 'not-known', age: '10-13', need: 'on-none', carers: 'here', numbers: 'none' });
  assert.deepEqual(
    of({ sex: 'female', carer_absent: 'mother', national_id: '7' }, { householdNeeds: [{ id: 'x', list: 'food' }] }, '2025-01-01'),
    { everybody: 'all', sex: 'female', age: '0-4', need: 'on-a-list', carers: 'away', numbers: 'some' },
  );
  assert.equal(of({ carer_absent: 'no' }).carers, 'here');
});

test('counts say how many of a group each rule lists; what could single a child out does not leave them', () => {
  const counts = new GroupCounts();
  for (let i = 0; i < 60; i++) counts.add(of({ sex: i < 30 ? 'female' : 'male' }), i % 5 === 0 ? ['unseen'] : i === 1 ? ['ran-away'] : []);
  const found = (rule: string) =>
    counts.counts().flatMap((one) => (one.rule === rule && one.by === 'sex' ? [[one.group, one.n, one.of]] : []));
  assert.deepEqual(found('unseen'), [['female', 6, 30], ['male', 6, 30], ['not-known', 0, 0]]); // biome-ignore format: a table
  assert.deepEqual(found('ran-away'), [['female', null, null], ['male', null, null], ['not-known', 0, 0]]); // biome-ignore format: a table
});
