import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answers } from '../../forms/domain/index.ts';
import { dangersOf, urgentDangers } from './safety/danger.ts';
import { anId, approvedFor, contextOn, given, me, opened, other, otherCase } from './testing.ts';

type Given = ReturnType<typeof given>;
const today = '2026-11-23';
const stranger = anId(99);
const boss = contextOn(3, other, 'supervisor');
const safe = { 'danger-now': 'no', 'needs-doctor': 'no', 'safe-tonight': 'yes', 'self-harm': 'no', age: 'under-18' };
const about = (answers: Answers = {}, answering = anId(1)) => ({ answering, questionnaire: 'screening', version: 'olle-2', answers: { ...safe, ...answers } }); // biome-ignore format: one thing
const how = { interviewed: ['caregiver'], language: 'ne', interpreter: 'none' };
const screening = (answers: Answers, on = today, answering?: string) => ({ ...about(answers, answering), ...how, on });
const inDanger = { 'danger-now': 'yes' };
const file = given(opened) as Given;
const closedAs = (world: Given, reason: string) => world.when('close', { reason, summary: 'They moved.' }).and() as Given;
const closed = closedAs(given(opened, ...approvedFor('moved')) as Given, 'moved');
const late = (days: number, who = me) => contextOn(days, who);

test('given a case that was closed meanwhile, when answers of a danger arrive from a phone, then they are kept, supervisors have a task of that day, and the child is red until it is opened again or answered', () => {
  const told = closed.when('answer-questionnaire', screening(inDanger, '2026-11-25'), late(3)).and() as Given;
  assert.deepEqual(told.tasks(), ['danger-when-closed 2026-11-26']);
  assert.deepEqual(urgentDangers(told.state).map(({ kind }) => kind), ['danger-now']); // biome-ignore format: one claim
  const reopened = told.when('reopen', { because: 'In danger.' }, boss).and() as Given;
  assert.deepEqual(reopened.tasks().filter((task) => /act-now|danger/.test(task)), ['act-now 2026-11-26', 'danger-review 2026-11-26']); // biome-ignore format: one claim
  const acted = { danger: anId(1), alarm: 'danger-now', what: 'The office in Pune is with them.', on: '2026-11-26' };
  told.when('answer-danger', acted, late(3)).refused('cases.closed');
  assert.deepEqual((told.when('answer-danger', acted, boss).and() as Given).tasks(), []);
});

test('given a draft, an amendment or a fact of where the child is, when it tells of a danger late, then it is taken too', () => {
  const drafted = closed.when('draft-answers', about(inDanger), late(1)).and() as Given;
  assert.deepEqual(drafted.tasks(), ['danger-when-closed 2026-11-24']);
  const found = { stay: anId(40), fact: 'with-employer', since: today };
  assert.deepEqual((closed.when('record-whereabouts', found, late(1)).and() as Given).tasks(), ['danger-when-closed 2026-11-24']);
  const answered = given(opened, ...approvedFor('moved'))
    .when('answer-questionnaire', screening({}))
    .and() as Given;
  const amended = closedAs(answered, 'moved').when('amend-answers', { answering: anId(1), answers: { ...safe, ...inDanger }, because: 'Mistyped.' }, late(1)).and() as Given; // biome-ignore format: one act
  assert.deepEqual(amended.tasks(), ['danger-when-closed 2026-11-24']);
});

test('given a closed case, when answers of no danger arrive, then what was seen before the closing is kept, and nothing else', () => {
  closed.when('answer-questionnaire', screening({}, today), late(2)).then('questionnaire-answered');
  closed.when('answer-questionnaire', screening({}, '2026-11-24'), late(2)).refused('cases.closed');
  closed.when('draft-answers', about(), late(2)).refused('cases.closed');
  closed.when('record-whereabouts', { stay: anId(40), fact: 'hospital', since: today }, late(2)).refused('cases.closed');
});

test('given a case that somebody else has now, when whoever had it tells of a danger, then it is taken; of anything else it is not known to them', () => {
  file.when('answer-questionnaire', screening(inDanger), late(0, stranger)).then('questionnaire-answered');
  closed.when('answer-questionnaire', screening(inDanger), late(1, stranger)).then('questionnaire-answered');
  file.when('answer-questionnaire', screening({}), late(0, stranger)).refused('ledger.not-found');
  file.when('record-whereabouts', { stay: anId(40), fact: 'street', since: today }, late(0, stranger)).then('whereabouts-recorded');
  file.when('record-whereabouts', { stay: anId(40), fact: 'hospital', since: today }, late(0, stranger)).refused('ledger.not-found');
});

test('given a case closed as a duplicate with an open danger, then that is no news; what is told of later is', () => {
  const endangered = given(opened, otherCase, ...approvedFor('duplicate'))
    .when('answer-questionnaire', screening(inDanger))
    .and() as Given;
  const merged = closedAs(endangered, 'duplicate');
  assert.deepEqual([merged.tasks(), urgentDangers(merged.state), dangersOf(merged.state).length], [[], [], 1]);
  const again = merged.when('answer-questionnaire', screening({ 'self-harm': 'yes' }, today, anId(2)), late(1)).and() as Given;
  assert.deepEqual(again.tasks(), ['danger-when-closed 2026-11-24']);
});

test('given a closed case, when somebody who lives with the child becomes a suspect, then supervisors have a task; of a child who died there is none', () => {
  const home = (reason: 'moved' | 'died') =>
    closedAs(
      given(opened, ...approvedFor(reason))
        .when('record-carer', { carer: anId(1), name: 'Gita Rai', relation: 'mother', livesWithChild: true, contact: '' })
        .and() as Given,
      reason,
    )
      .when('hear-suspect', { suspect: anId(301), carer: anId(1) }, late(2))
      .and() as Given;
  assert.equal(home('moved').tasks()[0]?.split(' ')[0], 'danger-when-closed');
  assert.deepEqual(home('died').tasks(), []);
});
