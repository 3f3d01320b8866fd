import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offeredRoles, type Role, roles } from '../../../platform/decider/index.ts';
import { abilityOf, allowsSome, rulesOf } from '../../../platform/permissions/ability.ts';
import { policy } from './index.ts';

/** The roles that may do something. */
const who = (action: string, kind: string): Role[] =>
  roles.filter((role) => allowsSome(abilityOf(rulesOf([policy], { id: 'x', city: 1, roles: [role] })), action, kind));

test('who sees children at risk, who acts, who sees counts and rules, and who sets rules', () => {
  assert.deepEqual(who('read', 'risks.child'), ['case-worker', 'supervisor']);
  assert.deepEqual(who('read', 'risks.unregistered'), ['registrar']);
  for (const act of ['plan-visit', 'see', 'judge-not-at-risk'])
    assert.deepEqual(who(act, 'risks.child'), ['case-worker', 'supervisor'], act);
  assert.deepEqual(who('count', 'risks.child'), ['case-worker', 'supervisor', 'monitoring-officer']);
  assert.deepEqual(who('read', 'risks.ruleset'), offeredRoles.filter((role) => role !== 'partner')); // biome-ignore format: a table
  for (const act of ['set', 'withdraw']) assert.deepEqual(who(act, 'risks.ruleset'), ['supervisor', 'administrator'], act);
});

test('what the rules find and what cases tell is written by the system alone', () => {
  for (const act of ['find', 'note-case', 'end-case']) assert.deepEqual(who(act, 'risks.child'), [], act);
  assert.deepEqual(who('finish', 'risks.evaluation'), []);
});
