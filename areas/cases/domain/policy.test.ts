import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Role, roles } from '../../../platform/decider/index.ts';
import { abilityOf, allows, rulesOf } from '../../../platform/permissions/ability.ts';
import { mayWork } from '../../accounts/domain/index.ts';
import { caseRecord, policy } from './index.ts';

const me = '00000000-0000-7000-8000-00000000000a';
const other = '00000000-0000-7000-8000-00000000000b';
const can = (role: Role, action: string, kind: string, facts: Record<string, string | null | string[]>) =>
  allows(abilityOf(rulesOf([policy], { id: me, city: 1, roles: [role] })), action, kind, { ...facts, city: 1 });
const of = (worker: string | null, ...team: string[]) => ({ status: 'open', worker, team, ward: '3', riskLevel: 'high' });

test('a case worker works his own cases; in a case where he has something to do he reads, settles and notes; no other is his to see', () => {
  const may = (action: string, facts: ReturnType<typeof of>) => can('case-worker', action, 'cases.case', facts);
  for (const action of ['read', 'open', 'change-risk', 'add-action', 'settle-action', 'note', 'close'])
    assert.ok(may(action, of(me, me)), action);
  for (const action of ['read', 'settle-action', 'note']) assert.ok(may(action, of(other, other, me)), action);
  for (const action of ['change-risk', 'add-action', 'close', 'assign']) assert.ok(!may(action, of(other, other, me)), action);
  for (const action of ['read', 'note']) assert.ok(!may(action, of(other, other)) && !may(action, of(null)), action);
  assert.ok(!may('assign', of(me, me)));
});

test('a supervisor works all cases, those of nobody too, and alone assigns, opens again and dismisses', () => {
  for (const action of ['read', 'assign', 'close', 'reopen']) assert.ok(can('supervisor', action, 'cases.case', of(null)), action);
  const concern = { status: 'open', raisedBy: other, ward: null };
  for (const role of ['case-worker', 'supervisor'] as const)
    assert.equal(can(role, 'dismiss', 'cases.concern', concern), role === 'supervisor');
});

test('a concern is read by who raised it; while it is open, by those who may take it up', () => {
  const concern = (status: string, raisedBy: string) => ({ status, raisedBy, ward: null });
  assert.ok(can('registrar', 'raise', 'cases.concern', concern('open', me)));
  assert.ok(can('registrar', 'read', 'cases.concern', concern('dismissed', me)));
  assert.ok(!can('registrar', 'read', 'cases.concern', concern('open', other)));
  assert.ok(can('case-worker', 'accept', 'cases.concern', concern('open', other)));
  assert.ok(!can('case-worker', 'read', 'cases.concern', concern('accepted', other)));
  for (const role of ['monitoring-officer', 'administrator', 'data-protection-officer', 'partner'] as const)
    assert.ok(!can(role, 'read', 'cases.concern', concern('open', other)) && !can(role, 'read', 'cases.case', of(other, other)), role);
});

test('work with children is given to those whose role holds a grant of cases, and to nobody else', () => {
  // Who answers what is said about a supervisor works with no child.
  const { officer: _, ...grants } = caseRecord.grants;
  const holding = new Set<Role>(Object.values(grants).flatMap((grant) => grant.roles));
  for (const role of roles) assert.equal(mayWork({ active: true, roles: [role] }) === undefined, holding.has(role), role);
});
