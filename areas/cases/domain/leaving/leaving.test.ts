import assert from 'node:assert/strict';
import { test } from 'node:test';
import { consultedKey, isUnshown } from '../../../../platform/decider/index.ts';
import { caseRecord, tasksOf } from '../case.ts';
import { isShown } from '../taskDays.ts';
import { anId, approvedFor, contextOn, given, me, opened, other } from '../testing.ts';
import { feedbackFor, feedbackForOfficer } from './feedback.ts';

const today = '2026-11-23';
const boss = contextOn(0, other, 'supervisor');
/** Opened on 2026-11-20. */
const bornOn = (day: string) => given({ ...opened, born: { first: day, last: day } } as typeof opened);
const wants = { wish: 'wants', words: 'A room near my school.', service: 'Youth office', on: today };

test('given a young person who turns 18 within the year, then the handover to adult services is a task half a year before the birthday', () => {
  assert.deepEqual(bornOn('2009-08-01').tasks(), ['leave-care 2027-02-01']);
  assert.deepEqual(bornOn('2008-12-24').tasks(), ['leave-care 2026-11-20'], 'due at once where the birthday is near');
  assert.deepEqual(bornOn('2014-05-09').tasks(), [], 'years ahead it is no task');
  assert.deepEqual(bornOn('2004-05-09').tasks(), [], 'who was of age before the case began does not leave care');
  assert.deepEqual(bornOn('2009-08-01').when('leave-care', wants).and().tasks(), []);
});
test('given a case in which nothing more is written down, then the handover is shown a year before it is due all the same', () => {
  const [task, ...others] = tasksOf(bornOn('2014-05-09').state);
  assert.deepEqual([task?.kind, task?.due, others], ['leave-care', '2031-11-09', []]);
  assert.deepEqual([isShown(task!, '2030-11-08'), isShown(task!, '2030-11-09')], [false, true]);
});
test('when it is recorded, then with the wish of the young person, and with a service where they want one; not years before', () => {
  const file = bornOn('2009-08-01');
  const { service: _, ...word } = wants;
  file.when('leave-care', word).refused('cases.say-which-service');
  file.when('leave-care', { ...word, wish: 'does-not-want' }).then('care-left');
  bornOn('2014-05-09').when('leave-care', word).refused('cases.say-which-service');
  bornOn('2014-05-09')
    .when('leave-care', { ...word, wish: 'does-not-want' })
    .refused('cases.leaves-care-later');
});
test('given a case that is closed because somebody turned 18, then the handover and their word come first', () => {
  const grown = given(...bornOn('2004-05-09').events, ...approvedFor('of-age'));
  assert.deepEqual(grown.hinders('of-age'), ['cases.care-not-left']);
  const left = grown.when('leave-care', { wish: 'does-not-want', words: 'I live with my sister.', on: today }).and();
  assert.deepEqual(left.hinders('of-age'), []);
});

const said = (more: object = {}) => ({
  ...{ feedback: anId(10), kind: 'complaint', from: 'child', about: null, on: today, words: 'Nobody called me back.' },
  ...more,
});
const answer = { feedback: anId(10), answer: 'We are sorry. Asha calls on Monday.' };
const complained = given(opened).when('record-feedback', said()).and();

test('given a complaint, then a supervisor answers it within the limit of the city, and the case is not closed before', () => {
  assert.deepEqual(complained.tasks(), ['complaint 2026-11-30']);
  const approved = given(...complained.events, ...approvedFor('moved'));
  assert.deepEqual(approved.hinders('moved'), ['cases.supervisor-first']);
  assert.ok(!approved.hinders('died').includes('cases.supervisor-first'));
  const answered = approved.when('answer-feedback', answer, boss).and();
  assert.deepEqual([answered.tasks(), answered.hinders('moved')], [[], []]);
  answered.when('answer-feedback', answer, boss).then();
  const praise = given(opened)
    .when('record-feedback', said({ kind: 'feedback' }))
    .and();
  assert.deepEqual(praise.tasks(), ['feedback 2026-12-23']);
});
test('given whose work it is about, then somebody else answers, and that person does not learn of it', () => {
  const byBoss = given(opened)
    .when('record-feedback', said({ about: other }), contextOn(0, me))
    .and();
  byBoss.when('answer-feedback', answer, boss).refused('cases.feedback-about-you');
  byBoss.when('answer-feedback', answer, contextOn(0, anId(3), 'supervisor')).then('feedback-answered');
  const read = (reader: string) => feedbackFor(byBoss.state, reader).map(({ words, mayAnswer }) => [words, mayAnswer]);
  assert.deepEqual([read(other), read(anId(3))], [[], [['Nobody called me back.', true]]]);
  assert.deepEqual(byBoss.events.map(({ type }) => type).filter((type) => isUnshown(caseRecord.events[type]!)), ['feedback-recorded']); // biome-ignore format: one claim
  // About nobody in particular, it may be about the worker of the case.
  complained.when('answer-feedback', answer, contextOn(0, me, 'supervisor')).refused('cases.feedback-about-you');
});

test('given what is said about a supervisor, then the data-protection officer may answer it where no other supervisor could, and nothing else', () => {
  const user = (roles: readonly string[]) => ({ name: 'x', userName: 'x', roles, organisation: null, active: true });
  const knowing = (roles: readonly string[]) => ({ ...contextOn(0, me), consulted: new Map([[consultedKey({ kind: 'accounts.user', id: other }), user(roles)]]) }); // biome-ignore format: one line
  const officer = contextOn(0, anId(4), 'data-protection-officer');
  const aboutBoss = given(opened)
    .when('record-feedback', said({ about: other }), knowing(['supervisor']))
    .and();
  const aboutWorker = given(opened)
    .when('record-feedback', said({ about: other }), knowing(['case-worker']))
    .and();
  aboutBoss.when('answer-feedback', answer, officer).then('feedback-answered');
  aboutWorker.when('answer-feedback', answer, officer).refused('cases.feedback-for-supervisor');
  aboutBoss.when('answer-feedback', answer, contextOn(0, other, 'supervisor')).refused('cases.feedback-about-you');
  const read = (of: typeof aboutBoss, reader: string) => feedbackForOfficer(of.state, reader).map(({ words }) => words);
  assert.deepEqual([read(aboutBoss, anId(4)), read(aboutWorker, anId(4)), read(aboutBoss, other)], [['Nobody called me back.'], [], []]);
  // A supervisor who has the case themselves is meant where nobody is named.
  const ofBoss = given({ ...(opened as object), worker: other } as typeof opened)
    .when('record-feedback', said(), knowing(['supervisor']))
    .and();
  ofBoss.when('answer-feedback', answer, officer).then('feedback-answered');
});
