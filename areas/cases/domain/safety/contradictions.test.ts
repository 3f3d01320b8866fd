import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseEvent } from '../case.ts';
import { traffickingOf } from '../parts/identification.ts';
import { anId, approvedFor, contextOn, given, weighed as interests, me, opened, other, panel } from '../testing.ts';
import { treatedAsChild } from './protection.ts';

// What random lives found (app/lives): facts that contradict each other, are dated before what they need, or come late.

const today = '2026-11-23';
const [mother, house] = [anId(1), anId(2)];
const withMother = given(opened, interests)
  .when('record-carer', { carer: mother, name: 'Gita Rai', relation: 'mother', livesWithChild: true, contact: '' })
  .and();

test('given a return that was decided today, when it is said to have been yesterday, then it is refused: the fact is where the child is', () => {
  const found = { on: today, by: 'Asha', jointlyWith: '', result: 'safe', reasons: 'Seen.', country: null, carer: null };
  const weighed = {
    ...{ determination: anId(4), on: today, hearing: 'heard', childView: 'Yes.', options: 'Two.', solution: 'family-return' },
    ...{ decision: 'This.', reviewOn: '2026-12-10', participants: panel, wish: 'followed' },
  };
  const ready = withMother
    .when('assess-place', { assessment: anId(3), place: house, kind: 'kin', name: 'House', ...found, on: '2026-11-01' })
    .and()
    .when('record-determination', weighed)
    .and()
    .when('decide-solution', { solution: 'family-return' }, contextOn(0, other, 'supervisor'))
    .and()
    .when('prepare-return', { done: ['child-told', 'family-told', 'escort', 'safety-plan'] })
    .and();
  const going = { return: anId(5), on: today, place: house, carer: mother, escortedBy: 'Asha', handover: 'Here.' };
  ready.when('record-return', { ...going, on: '2026-11-22' }).refused('cases.return-before-decision');
  ready.when('record-whereabouts', { stay: anId(6), fact: 'elsewhere', since: '2026-11-22' }).then('whereabouts-recorded');
  ready.when('record-return', going).then('returned', 'follow-up-begun');
  // What is best is determined anew once its review is over due, before anything rests on it.
  ready.when('record-return', { ...going, on: '2026-12-11' }, contextOn(18)).refused('cases.determination-over');
});

test('given consent of today, when an interview of yesterday is written down, then it is refused: nobody had agreed', () => {
  let made = 100;
  const agreed = (who: string) => ({
    ...{ consent: anId(++made), who, purpose: 'interview', partner: null, answer: 'given', on: today, language: 'ne', interpreter: false },
    ...{ how: 'spoken', told: ['purpose', 'use', 'withdrawal', 'retention'] },
  });
  const file = withMother
    .when('record-situation', { situation: 'with-family' })
    .and()
    .when('record-consent', agreed(mother))
    .and()
    .when('record-consent', agreed('child'))
    .and();
  const interview = {
    ...{ answering: anId(20), questionnaire: 'screening', version: 'olle-2', interviewed: ['child'], language: 'ne', interpreter: 'none' },
    answers: {
      'danger-now': 'no',
      'needs-doctor': 'no',
      'safe-tonight': 'yes',
      'self-harm': 'no',
      age: 'under-18',
      'with-adult': 'nobody',
      'D4-01': 'yes',
    },
  };
  file.when('answer-questionnaire', { ...interview, on: '2026-11-22' }).refused('cases.interview-carer-first');
  file.when('answer-questionnaire', { ...interview, on: today }).then('questionnaire-answered');
  // The record of a suspect that is of the mother counts as much as a mark in the case.
  const linked = file.when('hear-suspect', { suspect: anId(50), carer: mother }).and();
  linked.when('answer-questionnaire', { ...interview, on: today }).refused('cases.independent-guardian-first');
  linked.when('record-consent', agreed(mother)).refused('cases.carer-suspect');
  linked.when('name-guardian', { carer: mother, since: today, basis: 'interim' }).refused('cases.guardian-suspect');
});

test('given services that a mother declined, when a court took her authority, then nobody declined who may', () => {
  const declined = { child: 'declines', carer: mother, on: today, dangerRuledOut: 'Seen at home.' };
  const file = withMother.when('decline-services', declined).and();
  const approved = given(...file.events, ...approvedFor('services-declined'));
  assert.deepEqual(approved.hinders('services-declined'), []);
  const taken = approved.when('record-authority', { carer: mother, authority: 'taken', on: today, because: 'The court.' }).and();
  assert.deepEqual(taken.hinders('services-declined'), ['cases.declined-without-authority']);
});

test('given a child placed in an emergency, when nobody has looked at the place since, then the case is not closed', () => {
  const night = { placement: anId(30), kind: 'independent', place: house, from: today, name: 'A flat', responsible: 'Asha', reason: 'x' };
  const placed = given(opened)
    .when('place-in-emergency', night, contextOn(0, other, 'supervisor'))
    .and();
  assert.deepEqual(given(...placed.events, ...approvedFor('moved')).hinders('moved'), ['cases.place-not-assessed']);
});

test('given a birth in 2012 that was recorded, when somebody then says that it is not known, then the child is as young as before', () => {
  const of2009 = given({ ...opened, born: { first: '2009-05-09', last: '2009-05-09' } } as typeof opened);
  const age = (born: string | null) => ({ basis: 'statement', disputed: false, born, note: 'As told.' });
  const file = of2009.when('record-age', age('2012-05-09')).and().when('record-age', age(null)).and();
  assert.equal(treatedAsChild(file.state, '2028-01-01'), true);
  assert.equal(treatedAsChild(of2009.state, '2028-01-01'), false);
});

const screened = (id: number, on: string, result: string) =>
  ({
    ...{ type: 'questionnaire-answered', answering: anId(id), questionnaire: 'screening', version: 'olle-2', purpose: 'screening', on },
    ...{ interviewed: [], language: null, interpreter: 'none', by: me, recordedOn: on, result, alarms: [], answered: [], domains: [] },
    ...{ found: { referAtOnce: false, positive: [] }, codedAnswers: {}, identityAnswers: {}, narrativeAnswers: {} },
  }) as unknown as CaseEvent;
const decided = (id: number, status: string, on = today) =>
  ({
    ...{
      type: 'identification-recorded',
      decision: anId(id),
      status,
      body: 'police',
      bodyName: 'x',
      decidedBy: null,
      on,
      reviewUntil: null,
    },
    ...{ act: ['transfer'], means: [], exploitation: ['child-labour'], screening: null, items: [], reasons: 'x', again: false, by: me },
  }) as CaseEvent;
const setAside = (id: number) =>
  [
    { type: 'review-asked', decision: anId(id), how: 'appeal', on: today, because: 'x', by: me },
    { type: 'review-settled', decision: anId(id), outcome: 'set-aside', on: today, bodyName: 'Court', because: 'x', by: me },
  ] as const;
const tells = (...events: CaseEvent[]) => traffickingOf(given(opened, ...events).state);

test('given a screening that presumes a victim, then one that was left half answered, came before it or is dated before it takes nothing back', () => {
  const presumed = screened(60, '2026-11-20', 'presumed');
  assert.equal(tells(presumed, screened(61, '2026-11-22', 'not-enough')), 'presumed');
  assert.equal(tells(presumed, screened(61, '2026-11-20', 'no-indication')), 'presumed');
  assert.equal(tells(presumed, screened(61, '2026-11-10', 'no-indication')), 'presumed');
  // Written down late: what it found nobody had read when the other was answered.
  assert.equal(tells(screened(61, '2026-11-22', 'no-indication'), presumed), 'presumed');
  assert.equal(tells(presumed, screened(61, '2026-11-22', 'no-indication')), null);
});
test('given a decision that the child is no victim, when it is set aside or something is found later, then the child is presumed a victim again', () => {
  const presumed = screened(60, '2026-11-20', 'presumed');
  assert.equal(tells(presumed, decided(70, 'not-a-victim')), null);
  assert.equal(tells(presumed, decided(70, 'not-a-victim'), ...setAside(70)), 'presumed');
  assert.equal(tells(decided(70, 'not-a-victim', '2026-11-10'), presumed), 'presumed');
  assert.equal(tells(decided(70, 'actual'), decided(71, 'not-a-victim')), 'identified');
});
