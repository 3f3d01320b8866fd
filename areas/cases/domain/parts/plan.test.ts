import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assessing } from '../../../forms/domain/testing.ts';
import { anId, contextOn, given, me, opened, other, otherCase } from '../testing.ts';
import { needsOf } from './plan.ts';

const goal = anId(1);
const needs = assessing(anId(50), '2026-11-22', { safety: 1, education: 3 });
const toReach = { goal, domain: 'education', what: 'Back in class 5', due: '2027-02-01' };
const assessed = () => given(opened).when('answer-questionnaire', needs).and();
const planned = () => assessed().when('set-goal', toReach).and();

test('a case waits for its assessment, then for its plan, then for the review of the plan, each in its time', () => {
  const dated = { ...opened, firstDue: '2026-11-21', assessmentDue: '2026-11-27', planDue: '2026-12-04' } as const;
  assert.deepEqual(given(dated).tasks(), ['first-action 2026-11-21', 'assessment 2026-11-27']);
  const after = given(dated).when('answer-questionnaire', needs).and();
  assert.ok(after.tasks().includes('plan 2026-12-04') && !after.tasks().includes('assessment 2026-11-27'));
  // High risk: looked at again after thirty days.
  assert.deepEqual(after.when('set-goal', toReach).and().tasks().slice(1), ['review 2026-12-23', 'goal 2027-02-01']);
});

test('what a child needs is what was found out last of each domain: by the assessment, then by visits; what was not asked is not known', () => {
  const levels = (of: ReturnType<typeof assessed>) => needsOf(of.state)?.needs.map(({ domain, level, on }) => [domain, level, on]);
  assert.equal(needsOf(given(opened).state), null);
  assert.deepEqual(levels(assessed()), [['safety', 'urgent', '2026-11-22'], ['education', 'some', '2026-11-22']]); // biome-ignore format: a table
  const steps = assessing(anId(50), '2026-11-22', { safety: 0, identity: 1, family: 2, housing: 3, health: 4 });
  const each = given(opened).when('answer-questionnaire', steps).and();
  assert.deepEqual(levels(each)?.map(([, level]) => level), ['urgent', 'urgent', 'serious', 'some', 'none']); // biome-ignore format: one thought
  // A person who sees grave danger outweighs the step.
  const grave = { ...steps, answers: { ...steps.answers, grave: ['health'] } };
  assert.deepEqual(levels(given(opened).when('answer-questionnaire', grave).and())?.at(-1), ['health', 'urgent', '2026-11-22']);
  const visit = assessing(anId(51), '2026-11-23', { safety: 4 });
  const visited = { ...visit, questionnaire: 'visit', version: 'olle-2' };
  const { grave: _, ...answers } = visited.answers as Record<string, unknown>;
  const seen = { ...answers, where: 'home', seen: 'yes', 'seen-alone': 'yes', harmed: 'no' };
  const after = assessed()
    .when('answer-questionnaire', { ...visited, answers: seen })
    .and();
  assert.deepEqual(levels(after), [['safety', 'none', '2026-11-23'], ['education', 'some', '2026-11-22']]); // biome-ignore format: a table
  // A visit alone is no assessment, and one in which no domain was asked about is none.
  assert.equal(
    needsOf(
      given(opened)
        .when('answer-questionnaire', { ...visited, answers: seen })
        .and().state,
    ),
    null,
  );
  assert.equal(
    needsOf(
      given(opened)
        .when('answer-questionnaire', assessing(anId(50), '2026-11-22', {}))
        .and().state,
    ),
    null,
  );
  // Written down late, an assessment of an earlier day does not hide what was found since.
  const late = assessing(anId(52), '2026-11-21', { safety: 3, housing: 2 });
  assert.deepEqual(levels(assessed().when('answer-questionnaire', late).and()), [['safety', 'urgent', '2026-11-22'], ['housing', 'serious', '2026-11-21'], ['education', 'some', '2026-11-22']]); // biome-ignore format: a table
});

test('given no assessment, when a goal is set, then it is refused; given one, it is set once', () => {
  given(opened).when('set-goal', toReach).refused('cases.assess-first');
  assessed()
    .when('set-goal', { ...toReach, due: '2026-11-01' })
    .refused('ledger.day-past');
  assessed().when('set-goal', toReach).then('goal-set');
  planned().when('set-goal', toReach).then();
});

test('a goal is met, or given up with a reason; an unknown one is neither', () => {
  planned().when('settle-goal', { goal, how: 'met' }).then('goal-settled');
  planned().when('settle-goal', { goal, how: 'dropped' }).refused('cases.say-why-dropped');
  planned()
    .when('settle-goal', { goal: anId(2), how: 'met' })
    .refused('ledger.no-such-entry');
  planned().when('settle-goal', { goal, how: 'met' }).and().when('settle-goal', { goal, how: 'met' }).then();
});

test('a plan is reviewed when there is one, and the next review is set from that day', () => {
  assessed().when('review-plan', { note: 'x' }).refused('cases.no-plan');
  const reviewed = planned().when('review-plan', { note: 'She goes to school again.' }, contextOn(10)).and();
  assert.ok(reviewed.tasks().includes('review 2027-01-02'));
});

test('a case is closed with its goals met when every criterion holds, and each that does not is said', () => {
  assert.deepEqual(planned().hinders('goals-met'), ['cases.goals-open', 'cases.needs-urgent', 'cases.ending-not-agreed', 'cases.follow-up-not-begun', 'cases.closure-not-approved']); // biome-ignore format: a table
  assert.deepEqual(given(opened).hinders('goals-met'), ['cases.no-goals-to-meet', 'cases.ending-not-agreed', 'cases.follow-up-not-begun', 'cases.closure-not-approved']); // biome-ignore format: a table
  // Of a child who has moved away or died, a supervisor's approval is all that is needed.
  for (const reason of ['moved', 'died', 'unfounded', 'duplicate'])
    assert.deepEqual(given(...planned().events, otherCase).hinders(reason), ['cases.closure-not-approved'], reason);
  const better = planned()
    .when('settle-goal', { goal, how: 'met' })
    .and()
    .when('answer-questionnaire', assessing(anId(53), '2026-11-23', { safety: 4 }))
    .and();
  const against = better.when('agree-ending', { child: 'does-not-agree', carer: 'agrees', contact: 'Ward office' }).and();
  assert.deepEqual(against.hinders('goals-met'), ['cases.child-does-not-agree', 'cases.follow-up-not-begun', 'cases.closure-not-approved']);
  const agreed = better.when('agree-ending', { child: 'agrees', carer: 'agrees', contact: 'Ward office' }).and();
  const home = agreed.when('begin-follow-up', { since: '2026-11-20' }).and();
  const [visit] = home.state.followUp.visits;
  const later = contextOn(200);
  const seen = home
    .when('make-visit', { visit: visit!.id, on: '2027-06-01', outcome: 'seen', alone: true, scores: {}, note: 'x' }, later)
    .and();
  const asked = seen.when('ask-approval', { approval: anId(3), subject: 'closure', reason: 'goals-met' }).and();
  asked.when('close', { reason: 'goals-met', summary: 'x' }, later).refused('cases.closure-waits');
  const approved = asked.when('give-approval', { approval: anId(3), verdict: 'approved' }, contextOn(0, other, 'supervisor')).and();
  approved.when('close', { reason: 'goals-met', summary: 'x' }, later).then('case-closed');
});

test('an approval is asked for what is there, once, and given by somebody else', () => {
  given(opened)
    .when('ask-approval', { approval: anId(3), subject: 'plan' })
    .refused('cases.no-plan');
  given(opened)
    .when('ask-approval', { approval: anId(3), subject: 'assessment' })
    .refused('cases.assess-first');
  const asked = planned()
    .when('ask-approval', { approval: anId(3), subject: 'plan', note: 'Please look' })
    .and();
  assert.ok(asked.tasks().includes('approval 2026-11-26'));
  asked.when('ask-approval', { approval: anId(3), subject: 'plan' }).then();
  asked.when('ask-approval', { approval: anId(4), subject: 'plan' }).refused('cases.approval-waits');
  asked.when('give-approval', { approval: anId(3), verdict: 'approved' }, contextOn(0, me, 'supervisor')).refused('cases.own-approval');
  const boss = contextOn(0, other, 'supervisor');
  asked.when('give-approval', { approval: anId(9), verdict: 'approved' }, boss).refused('ledger.no-such-entry');
  asked.when('give-approval', { approval: anId(3), verdict: 'returned' }, boss).refused('cases.say-what-is-missing');
  const returned = asked.when('give-approval', { approval: anId(3), verdict: 'returned', note: 'No goal for safety' }, boss).and();
  returned.when('give-approval', { approval: anId(3), verdict: 'approved' }, boss).refused('cases.approval-settled');
  returned.when('withdraw-approval', { approval: anId(3) }).refused('cases.approval-settled');
  returned.when('ask-approval', { approval: anId(4), subject: 'plan' }).then('approval-asked');
  asked.when('withdraw-approval', { approval: anId(3) }).then('approval-withdrawn');
  asked.when('withdraw-approval', { approval: anId(9) }).refused('ledger.no-such-entry');
});

test('what a conference decides becomes actions with a day each, once', () => {
  const conference = anId(5);
  const plan = { conference, on: '2026-11-30', purpose: 'Where she lives', participants: 'School, police, aunt' };
  const planned = given(opened).when('plan-conference', plan).and();
  assert.deepEqual(planned.tasks(), ['conference 2026-11-30']);
  assert.deepEqual(planned.hinders('moved'), ['cases.conference-planned', 'cases.closure-not-approved']);
  given(opened)
    .when('plan-conference', { ...plan, on: '2026-11-22' })
    .refused('ledger.day-past');
  planned.when('plan-conference', plan).then();
  planned.when('plan-conference', { ...plan, on: '2026-12-01' }).then('conference-planned');
  const action = { action: anId(6), what: 'Ask the aunt', who: other, due: '2026-12-10' };
  const held = { conference, on: '2026-11-30', participants: 'School, aunt', decisions: 'She stays with her aunt.', actions: [action] };
  planned.when('hold-conference', held).refused('ledger.day-to-come');
  planned.when('hold-conference', { ...held, conference: anId(9) }).refused('ledger.no-such-entry');
  const week = contextOn(7);
  planned.when('hold-conference', { ...held, actions: [{ ...action, due: '2026-11-29' }] }, week).refused('ledger.day-past');
  planned.when('hold-conference', held, week).then('conference-held', 'action-added');
  planned.when('hold-conference', held, week).and().when('hold-conference', held, week).then();
  planned
    .when('hold-conference', held, week)
    .and()
    .when('cancel-conference', { conference, because: 'x' })
    .refused('cases.conference-over');
  const off = planned.when('cancel-conference', { conference, because: 'Snow' }).and();
  off.when('plan-conference', plan).refused('cases.conference-over');
  off.when('hold-conference', held, week).refused('cases.conference-over');
  off.when('cancel-conference', { conference, because: 'Snow' }).then();
  off.when('cancel-conference', { conference: anId(9), because: 'x' }).refused('ledger.no-such-entry');
});

test('given a conference that was moved twice, then another supervisor says whether that is right; held, nobody asks', () => {
  const conference = anId(60);
  const on = (day: string) => ({ conference, on: day, purpose: 'Where to live', participants: 'Aunt, teacher' });
  const moved = given(opened).when('plan-conference', on('2026-11-25')).and().when('plan-conference', on('2026-12-01')).and();
  assert.ok(!moved.tasks().some((task) => task.startsWith('conference-review')), 'once may happen');
  const twice = moved.when('plan-conference', on('2026-12-10')).and();
  assert.ok(twice.tasks().includes('conference-review 2026-11-26'));
  assert.deepEqual(twice.state.conferences[0]?.earlier, ['2026-11-25', '2026-12-01']);
  // Who takes part may change without it being put off.
  assert.equal(twice.when('plan-conference', { ...on('2026-12-10'), participants: 'Aunt' }).and().state.conferences[0]?.earlier.length, 2);
  const review = { conference, upheld: false, note: 'The teacher was never asked.' };
  twice.when('review-conference', review, contextOn(0, me, 'supervisor')).refused('cases.review-not-own');
  const reviewed = twice.when('review-conference', review, contextOn(0, other, 'supervisor')).and();
  assert.ok(!reviewed.tasks().some((task) => task.startsWith('conference-review')));
  // Put off once more, it is asked once more.
  assert.ok(
    reviewed
      .when('plan-conference', on('2026-12-20'))
      .and()
      .tasks()
      .some((task) => task.startsWith('conference-review')),
  );
  const held = { conference, on: '2026-11-23', participants: 'Aunt', decisions: 'The aunt.', actions: [] };
  assert.ok(
    !twice
      .when('hold-conference', held)
      .and()
      .tasks()
      .some((task) => task.startsWith('conference-review')),
  );
  assert.ok(
    twice
      .when('cancel-conference', { conference, because: 'x' })
      .and()
      .tasks()
      .some((task) => task.startsWith('conference-review')),
  );
});
