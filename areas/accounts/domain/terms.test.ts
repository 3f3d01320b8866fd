import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, type Role } from '../../../platform/decider/index.ts';
import { contextOn, givenOf } from '../../../platform/decider/testing.ts';
import { heldOn, lastDayOf, type RolesHeld } from './terms.ts';
import { type UserEvent, type UserState, userRecord } from './user.ts';

const given = givenOf<UserState, UserEvent>(userRecord);
const day = (days: number) => addDays('2026-11-23', days);
const added = (...roles: Role[]) => given({ type: 'user-added', name: 'Made-up Mina', userName: 'mina', roles: roles as ['case-worker'] });
const rolesOn = (held: RolesHeld, on: string) => heldOn(held, on).roles;
const give = 'give-role-for-a-time';

test('a role given until a day is held from today through that day, and in the log it ends the day after', () => {
  const mina = added('case-worker').when(give, { role: 'supervisor', until: day(3) });
  mina.then('role-given-for-a-time', 'role-term-began');
  const { state, when } = mina.and();
  assert.deepEqual(state.roles, ['case-worker', 'supervisor']);
  assert.deepEqual(
    [0, 3, 4].map((days) => rolesOn(state, day(days))),
    [['case-worker', 'supervisor'], ['case-worker', 'supervisor'], ['case-worker']],
  );
  assert.equal(lastDayOf(state), day(3));
  when('follow-terms', {}, contextOn(3)).then();
  const after = when('follow-terms', {}, contextOn(4));
  after.then('role-term-ended');
  assert.deepEqual([after.and().state.roles, after.and().state.terms, lastDayOf(after.and().state)], [['case-worker'], [], null]);
});

test('a role given from a day on begins that day; without a last day it is then held for good', () => {
  const mina = added('case-worker').when(give, { role: 'supervisor', from: day(2) });
  mina.then('role-given-for-a-time');
  const { state, when } = mina.and();
  assert.deepEqual(
    [rolesOn(state, day(1)), rolesOn(state, day(2)), lastDayOf(state)],
    [['case-worker'], ['case-worker', 'supervisor'], day(1)],
  );
  const begun = when('follow-terms', {}, contextOn(2));
  begun.then('role-term-began');
  assert.deepEqual([begun.and().state.roles, begun.and().state.terms], [['case-worker', 'supervisor'], []]);
});

test('of a term that passed while nobody noted it only the end is written', () => {
  const { when } = added('case-worker')
    .when(give, { role: 'supervisor', from: day(1), until: day(2) })
    .and();
  when('follow-terms', {}, contextOn(9)).then('role-term-ended');
});

test('a role held for good may be given a last day; a term is replaced, ended early, or outlived by the role given for good', () => {
  const leaving = added('case-worker', 'supervisor').when(give, { role: 'supervisor', until: day(5) });
  leaving.then('role-given-for-a-time');
  assert.deepEqual(rolesOn(leaving.and().state, day(6)), ['case-worker']);
  const sooner = leaving
    .and()
    .when(give, { role: 'supervisor', until: day(2) })
    .and();
  assert.deepEqual(sooner.state.terms, [{ role: 'supervisor', from: day(0), until: day(2) }]);
  assert.deepEqual(sooner.when('end-role-term', { role: 'supervisor' }).and().state.roles, ['case-worker']);
  sooner.when('end-role-term', { role: 'registrar' }).then();
  const kept = sooner.when('change-roles', { roles: ['registrar'] }).and().state;
  assert.deepEqual([kept.roles, kept.terms], [['registrar', 'supervisor'], sooner.state.terms], 'other roles leave a term as it is');
  const forGood = sooner.when('change-roles', { roles: ['supervisor'] }).and().state;
  assert.deepEqual([forGood.roles, forGood.terms], [['supervisor'], []]);
});

test('a term has days that follow each other, and begins later only where the role is not held', () => {
  const mina = added('case-worker');
  mina.when(give, { role: 'supervisor' }).refused('accounts.term-without-days');
  mina.when(give, { role: 'supervisor', from: day(3), until: day(2) }).refused('accounts.term-ends-before');
  mina.when(give, { role: 'case-worker', from: day(1), until: day(2) }).refused('accounts.role-held');
});

test('roles that nobody holds together may follow each other, and never overlap', () => {
  const registrar = added('registrar')
    .when(give, { role: 'registrar', until: day(5) })
    .and();
  registrar.when(give, { role: 'data-protection-officer', from: day(5) }).refused('accounts.roles-apart');
  registrar.when(give, { role: 'data-protection-officer', from: day(6) }).then('role-given-for-a-time');
  added('registrar')
    .when(give, { role: 'data-protection-officer', from: day(6) })
    .refused('accounts.roles-apart');
  const planned = added('case-worker')
    .when(give, { role: 'supervisor', from: day(9), until: day(12) })
    .and();
  planned.when('change-roles', { roles: ['data-protection-officer'] }).refused('accounts.roles-apart');
  const partner = given({ type: 'user-added', name: 'Made-up Rosh', userName: 'rosh', roles: ['partner'], organisation: 'house' });
  partner.when(give, { role: 'supervisor', until: day(2) }).refused('accounts.partner-alone');
});
