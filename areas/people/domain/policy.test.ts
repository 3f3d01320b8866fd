import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Role } from '../../../platform/decider/index.ts';
import { abilityOf, allows, rulesOf } from '../../../platform/permissions/ability.ts';
import { policy } from './index.ts';

const roles: readonly Role[] = [
  'case-worker',
  'supervisor',
  'registrar',
  'monitoring-officer',
  'administrator',
  'data-protection-officer',
  'partner',
];
const who = (action: string, kind: string, city = 1) =>
  roles.filter((role) => {
    const actor = { id: '00000000-0000-7000-8000-00000000000a', city: 1, roles: [role] };
    return allows(abilityOf(rulesOf([policy], actor)), action, kind, { status: 'open', ward: '3', empty: false, city });
  });

test('case workers, supervisors, registrars and data-protection officers look people up, in their own city', () => {
  assert.deepEqual(who('read', 'people.person'), ['case-worker', 'supervisor', 'registrar', 'data-protection-officer']);
  assert.deepEqual(who('read', 'people.person', 2), []);
});

test('supervisors and registrars judge who is who; nobody settles persons or asks and withdraws questions by hand', () => {
  assert.deepEqual(who('judge', 'people.pair'), ['supervisor', 'registrar']);
  assert.deepEqual(who('read', 'people.pair'), ['supervisor', 'registrar']);
  for (const action of ['doubt', 'withdraw']) assert.deepEqual(who(action, 'people.pair'), []);
  assert.deepEqual(who('settle', 'people.person'), []);
  assert.deepEqual(who('finish', 'people.linkage'), []);
});
