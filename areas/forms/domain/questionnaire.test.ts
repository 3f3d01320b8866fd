import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Context, evolveAll, isRefusal } from '../../../platform/decider/index.ts';
import { type QuestionnaireEvent, questionnaireRecord, shippedQuestionnaires, versionNamed, versionOn } from './questionnaire.ts';

const context = { today: '2026-11-23', actor: { id: '00000000-0000-7000-8000-00000000000a', city: 1, roles: [] } } as unknown as Context;
const { content: shipped } = shippedQuestionnaires.find(({ content }) => content.questionnaire === 'visit')!;
const own = (version: string, more: object = {}) => ({ ...shipped, version, ...more });

function when(events: readonly QuestionnaireEvent[], name: string, input: object) {
  const state = evolveAll(questionnaireRecord, undefined, events);
  const outcome = questionnaireRecord.commands[name]!.decide(state, input, context);
  return isRefusal(outcome) ? { ...outcome, events } : { refused: undefined, fields: [], events: [...events, ...outcome] };
}
const taken = (events: readonly QuestionnaireEvent[], from: string, content: unknown) =>
  when(events, 'take-in', { from, because: 'Decided by the council', content });
const holds = (events: readonly QuestionnaireEvent[], day: string) =>
  versionOn(evolveAll(questionnaireRecord, undefined, events), 'visit', day)?.content.version;

test('a city has what Olle brings until a version of its own begins; every version stays readable', () => {
  const { events } = taken(taken([], '2026-12-01', own('a')).events, '2027-01-01', own('b'));
  assert.deepEqual(['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'].map((day) => holds(events, day)), ['olle-2', 'a', 'a', 'b']); // biome-ignore format: a table
  const state = evolveAll(questionnaireRecord, undefined, events);
  for (const version of ['olle-2', 'a', 'b']) assert.equal(versionNamed(state, 'visit', version)?.content.version, version);
  assert.equal(versionNamed(state, 'visit', 'c'), undefined);
});

test('a file with faults is refused with the places', () => {
  const { refused, fields } = taken([], '2026-12-01', own('a', { purpose: 'census' }));
  assert.deepEqual([refused, fields], ['forms.questionnaire-faulty', ['/content/purpose']]);
  assert.equal(taken([], '2026-12-01', 'no questionnaire').refused, 'forms.questionnaire-faulty');
});

test('no version is changed: not the shipped one, not one taken in, not the past', () => {
  assert.equal(taken([], '2026-12-01', own('olle-2')).refused, 'forms.version-taken');
  assert.equal(taken(taken([], '2026-12-01', own('a')).events, '2026-12-05', own('a')).refused, 'forms.version-taken');
  assert.equal(taken([], '2026-11-22', own('a')).refused, 'forms.questionnaire-in-the-past');
  assert.equal(taken([], '2026-11-23', own('a')).refused, undefined);
});

test('a questionnaire keeps its name and its purpose', () => {
  const { events } = taken([], '2026-12-01', own('a'));
  assert.equal(taken(events, '2026-12-01', own('b', { questionnaire: 'census' })).refused, 'forms.another-questionnaire');
  assert.equal(taken([], '2026-12-01', own('a', { purpose: 'assessment' })).refused, 'forms.another-purpose');
});

test('what does not hold yet may be withdrawn, and nothing else', () => {
  const { events } = taken(taken([], '2026-11-23', own('a')).events, '2026-12-01', own('b'));
  assert.equal(holds(when(events, 'withdraw', { version: 'b' }).events, '2026-12-31'), 'a');
  assert.equal(when(events, 'withdraw', { version: 'a' }).refused, 'forms.version-in-force');
  for (const version of ['c', 'olle-2']) assert.equal(when(events, 'withdraw', { version }).refused, 'forms.no-such-version');
});
