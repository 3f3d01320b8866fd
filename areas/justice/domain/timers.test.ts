import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { languages } from '../../../platform/decider/index.ts';
import { type CaseEvent, tasksOf } from '../../cases/domain/case.ts';
import { childOf } from '../../cases/domain/childOf.ts';
import { anId, contextOn, given, opened } from '../../cases/domain/testing.ts';
import { factNames } from './facts.ts';
import { legalTimers, limitsOver, taskIdOf, timersOf } from './timers.ts';

type Given = ReturnType<typeof given>;
const today = contextOn(0).today;
const caseIn = (country: string) => given({ ...opened, country } as CaseEvent);
let steps = 0;
const step = (kind: string, on: string, outcome?: string) => ({
  step: anId(++steps),
  kind,
  on,
  authority: 'An authority',
  ...(outcome ? { outcome } : {}),
});
const rule = (file: Given, id: string, on = today) => timersOf(childOf(file.state), on).filter((timer) => timer.rule.id === id);
const said = (file: Given, id: string, on = today) => rule(file, id, on).map(({ state, due }) => `${state} ${due}`);

test('there are all 78 rules, each with its law and mark, and each that runs has a fact to start from', () => {
  assert.equal(legalTimers.length, 78);
  assert.deepEqual(new Set(legalTimers.map(({ country }) => country)).size, 9);
  for (const { id, law, mark, starts, kind, limits } of legalTimers) {
    assert.ok(law && ['V', 'S', 'U', 'P', 'M', 'not-found'].includes(mark), id);
    assert.equal(starts !== undefined, kind !== undefined && limits !== undefined && limits.length > 0, id);
    for (const name of [starts, ...(limits ?? []).flatMap(({ ends = [] }) => ends)])
      assert.ok(name === undefined || factNames.includes(name), `${id} ${name}`);
  }
});

test('given a country whose rules nobody collected, or a case that does not say its country, nothing runs', () => {
  assert.deepEqual(timersOf(childOf(caseIn('FR').state), today), []);
  assert.deepEqual(timersOf(childOf(given(opened).state), today), []);
});

test('given a limit that runs, then its tasks say what is due, in words that every language has', () => {
  const tasks = tasksOf(caseIn('TW').state).filter(({ kind }) => kind === 'legal-limit' || kind === 'legal-limit-over');
  assert.deepEqual([...new Set(tasks.map(({ about }) => about))], ['justice:law-limit.family-plan']);
  for (const language of languages) {
    const wordsOf = (area: string) => JSON.parse(readFileSync(new URL(`../../${area}/locales/${language}.json`, import.meta.url), 'utf8'));
    const duties = legalTimers.flatMap(({ limits = [] }) => limits.map(({ duty }) => duty));
    assert.deepEqual(
      duties.filter((duty) => !wordsOf('justice')['law-limit'][duty]),
      [],
      language,
    );
    for (const { kind } of tasks) assert.match(wordsOf('cases')['task-of'][kind], /\{\{about\}\}/u, `${language} ${kind}`);
  }
});

test('Taiwan: given a case, the plan for the family is due in three months and a supervisor hears when it is late', () => {
  const file = caseIn('TW');
  assert.deepEqual(said(file, 'TW-15'), ['runs 2027-02-20']);
  assert.deepEqual(said(file, 'TW-15', '2027-02-20'), ['runs 2027-02-20']);
  assert.deepEqual(said(file, 'TW-15', '2027-02-21'), ['over 2027-02-20']);
  assert.equal(limitsOver(childOf(file.state), '2027-02-21').length, 1);
  assert.deepEqual(file.tasks(), ['legal-limit 2027-02-20', 'legal-limit-over 2027-02-21']);
});

test('Taiwan: no case is opened without its level of risk, so grading has ended with the opening', () => {
  assert.deepEqual(said(caseIn('TW'), 'TW-07'), ['ended 2026-11-20']);
});

test('Korea: given that the court was asked, its decision is due within 24 hours; hours count from the start of the day', () => {
  const asked = caseIn('KR').when('record-step', step('court-asked', '2026-11-22')).and();
  assert.deepEqual(said(asked, 'KR-04'), ['over 2026-11-22']);
  const ordered = asked.when('record-step', step('court-order', '2026-11-22')).and();
  assert.deepEqual(said(ordered, 'KR-04'), ['ended 2026-11-22']);
  // The order itself ends after two months, until another follows.
  assert.deepEqual(said(ordered, 'KR-05'), ['runs 2027-01-22']);
  const again = ordered.when('record-step', step('court-order', '2026-11-23')).and();
  assert.deepEqual(said(again, 'KR-05'), ['ended 2027-01-22', 'runs 2027-01-23']);
});

test('Nepal: given a verdict, the prosecution is asked to appeal within 15 days and the appeal is due within 35', () => {
  const judged = caseIn('NP')
    .when('record-step', step('charge', '2026-11-01', 'filed'))
    .and()
    .when('record-step', step('verdict', '2026-11-10', 'acquitted'))
    .and();
  assert.deepEqual([said(judged, 'NP-05'), said(judged, 'NP-04')], [['runs 2026-11-25'], ['runs 2026-12-15']]);
  const appealed = judged.when('record-step', step('appeal', '2026-11-20', 'asked')).and();
  assert.deepEqual([said(appealed, 'NP-05'), said(appealed, 'NP-04')], [['ended 2026-11-25'], ['ended 2026-12-15']]);
});

test('given a step that was written down in error, what ran from it runs no more', () => {
  const charged = caseIn('PK')
    .when('record-step', step('charge', '2026-11-10', 'filed'))
    .and();
  assert.deepEqual(said(charged, 'PK-03'), ['runs 2027-02-10']);
  const struck = charged.when('strike-step', { step: charged.state.justice.steps[0]!.id, because: 'Another child' }).and();
  assert.deepEqual(said(struck, 'PK-03'), []);
});

test('Philippines, Indonesia: a complaint starts the ten days of investigation and the 24 hours of protection', () => {
  const complaint = () => step('complaint', '2026-11-22', 'registered');
  assert.deepEqual(said(caseIn('PH').when('record-step', complaint()).and(), 'PH-01'), ['runs 2026-12-02']);
  const indonesia = caseIn('ID').when('record-step', complaint()).and();
  // Reported within three times 24 hours from the opening, and protection to be given.
  assert.deepEqual([said(indonesia, 'ID-03'), said(indonesia, 'ID-04')], [['ended 2026-11-22'], ['over 2026-11-22']]);
  const refused = caseIn('PH')
    .when('record-step', step('complaint', '2026-11-22', 'not-taken'))
    .and();
  assert.deepEqual(said(refused, 'PH-01'), []);
});

test('a rule of a region runs where the region is not known, and only there where it is', () => {
  const ordered = caseIn('PK').when('record-step', step('court-order', '2026-11-22')).and();
  const of = (region?: string) => timersOf(childOf(ordered.state), today, region).filter((timer) => timer.rule.id === 'PK-09').length;
  assert.deepEqual([of(), of('ICT'), of('Sindh')], [2, 2, 0]);
});

test('a limit is done, does not apply for a reason, or runs again after a mistake', () => {
  const file = caseIn('TW');
  const timer = rule(file, 'TW-15')[0]!.key;
  const settle = (how: string, because?: string) => ({ timer, how, on: today, ...(because ? { because } : {}) });
  const done = file.when('settle-timer', settle('done')).and();
  assert.deepEqual([said(done, 'TW-15', '2027-03-01'), done.tasks()], [['done 2027-02-20'], []]);
  done.when('settle-timer', settle('done')).then();
  file.when('settle-timer', settle('not-applicable')).refused('justice.say-why-not-applicable');
  const not = file.when('settle-timer', settle('not-applicable', 'No family is known.')).and();
  assert.deepEqual(said(not, 'TW-15'), ['not-applicable 2027-02-20']);
  assert.deepEqual(said(not.when('settle-timer', settle('runs-again', 'An aunt was found.')).and(), 'TW-15'), ['runs 2027-02-20']);
});

test('a limit that does not run, has ended, or had not begun on that day cannot be settled', () => {
  const file = caseIn('TW');
  const settle = (timer: string, on = today) => file.when('settle-timer', { timer, how: 'done', on });
  settle('TW-01/0/2026-11-20').refused('justice.no-such-timer');
  settle('FR-01/0/2026-11-20').refused('justice.no-such-timer');
  settle(rule(file, 'TW-07')[0]!.key).refused('justice.timer-ended');
  settle(rule(file, 'TW-15')[0]!.key, '2026-11-19').refused('justice.timer-not-begun');
});

test('each limit of a case has a task id of its own, which stays the same', () => {
  const ordered = caseIn('PK').when('record-step', step('court-order', '2026-11-22')).and();
  const ids = timersOf(childOf(ordered.state), today).map(taskIdOf);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(timersOf(childOf(ordered.state), '2027-01-01').map(taskIdOf).sort(), ids.toSorted());
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
});
