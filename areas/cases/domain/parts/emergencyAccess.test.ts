import assert from 'node:assert/strict';
import { test } from 'node:test';
import { abilityOf, allows, rulesOf } from '../../../../platform/permissions/ability.ts';
import { type CaseEvent, caseRecord } from '../case.ts';
import { policy } from '../policy.ts';
import { anId, contextOn, given, me, opened, other } from '../testing.ts';

const access = anId(1);
const because = 'Her sister says that she is taken over the border tonight.';
const broken: CaseEvent = {
  ...{ type: 'emergency-access-taken', access, by: other, at: '2026-11-23T04:00:00.000Z', until: '2026-11-23T12:00:00.000Z' },
  ...{ reviewDue: '2026-11-26', because },
};
const stranger = contextOn(0, other);

test('given a case of a colleague, when a case worker takes emergency access, then it is his to read for the hours of the city, and for no longer', () => {
  const outcome = caseRecord.commands['take-emergency-access']!.decide(given(opened).state, { access, because }, stranger);
  assert.deepEqual(outcome, [broken]);
  const facts = { ...caseRecord.facts(given(opened, broken).state), city: 1 };
  const may = (action: string, now: string, id = other) => {
    const rules = rulesOf([policy], { id, city: 1, roles: ['case-worker'] }, now.slice(0, 10), now);
    return allows(abilityOf(rules), action, 'cases.case', facts);
  };
  assert.ok(may('read', '2026-11-23T11:59:59.999Z') && may('note', '2026-11-23T11:59:59.999Z'));
  assert.ok(!may('read', '2026-11-23T12:00:00.000Z') && !may('read', '2026-11-24T03:00:00.000Z'));
  for (const action of ['change-risk', 'close', 'settle-action', 'print', 'review-emergency-access'])
    assert.ok(!may(action, '2026-11-23T05:00:00.000Z'), action);
  assert.ok(!may('read', '2026-11-23T05:00:00.000Z', anId(7)), 'a third');
});

test('whoever works on the case needs no emergency; one opening at a time; sent again it is done once', () => {
  given(opened).when('take-emergency-access', { access, because }).refused('cases.own-case');
  given(opened, broken).when('take-emergency-access', { access, because }, stranger).then();
  given(opened, broken)
    .when('take-emergency-access', { access: anId(2), because }, stranger)
    .refused('cases.has-emergency-access');
  given(opened, broken)
    .when('take-emergency-access', { access: anId(2), because }, contextOn(1, other))
    .then('emergency-access-taken');
});

test('a supervisor says whether it was right, once, and not of an opening of his own', () => {
  const review = { access, justified: false, note: 'The worker could be reached.' };
  given(opened, broken)
    .when('review-emergency-access', review, contextOn(1, me, 'supervisor'))
    .then('emergency-access-reviewed');
  given(opened, broken)
    .when('review-emergency-access', review, contextOn(1, other, 'supervisor'))
    .refused('cases.review-not-own');
  given(opened, broken)
    .when('review-emergency-access', { ...review, access: anId(3) })
    .refused('ledger.no-such-entry');
  const reviewed = given(opened, broken)
    .when('review-emergency-access', review, contextOn(1, me, 'supervisor'))
    .and();
  reviewed.when('review-emergency-access', review, contextOn(1, me, 'supervisor')).refused('cases.emergency-access-reviewed');
  assert.deepEqual(reviewed.state.emergencyAccess[0]!.review, { justified: false, on: '2026-11-24', by: me, note: review.note });
});
