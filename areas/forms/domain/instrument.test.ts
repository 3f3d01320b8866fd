import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answers } from './answers.ts';
import { faultsOfContent } from './check.ts';
import { type Content, wordsIn } from './content.ts';
import { type Expression, holds } from './expression.ts';
import { instrumentOf } from './instrument.ts';
import { shippedQuestionnaires } from './questionnaire.ts';

const content = {
  format: 'olle-questionnaire/1',
  questionnaire: 'visit',
  version: '2027-01',
  purpose: 'visit',
  languages: ['en', 'ne'],
  title: { en: 'Visit', ne: 'भेट' },
  scales: { state: { from: 1, steps: [{ en: 'Bad' }, { en: 'So' }, { en: 'Good' }] } },
  sections: [
    {
      name: 'first',
      title: { en: 'First' },
      safety: true,
      questions: [
        { name: 'safe', type: 'yes-no', tier: 'coded', label: { en: 'Safe?' }, required: true },
        { name: 'why', type: 'text', tier: 'narrative', label: { en: 'Why not?' }, required: true, when: { eq: ['safe', 'no'] } },
      ],
    },
    {
      name: 'second',
      title: { en: 'Second' },
      when: { answered: 'safe' },
      questions: [
        { name: 'with', type: 'several', tier: 'coded', label: { en: 'With' }, choices: [{ name: 'aunt', label: { en: 'Aunt' } }, { name: 'friend', label: { en: 'Friend' } }] }, // biome-ignore format: a line each
        { name: 'phone', type: 'text', tier: 'identity', label: { en: 'Her number' }, when: { in: ['with', ['aunt']] } },
        { name: 'since', type: 'date', tier: 'coded', label: { en: 'Since' } },
        { name: 'long', type: 'text', tier: 'narrative', label: { en: 'What changed' }, when: { lt: ['since', '2025'] } },
        { name: 'age', type: 'number', tier: 'coded', label: { en: 'Age' }, least: 0, most: 25 },
        { name: 'mood', type: 'scale', tier: 'coded', label: { en: 'Mood' }, scale: 'state' },
        { name: 'one', type: 'one', tier: 'coded', label: { en: 'One' }, choices: [{ name: 'a', label: { en: 'A' } }] },
      ],
    },
  ],
} as const satisfies Content;
const instrument = instrumentOf(content as unknown as Content);
const names = (answers: Answers) => instrument.asked(answers).flatMap(({ questions }) => questions.map(({ name }) => name));

test('questions are put where their condition and that of their section hold, and nowhere else', () => {
  assert.deepEqual(names({}), ['safe']);
  assert.deepEqual(names({ safe: 'no' }), ['safe', 'why', 'with', 'since', 'age', 'mood', 'one']);
  assert.deepEqual(names({ safe: 'yes', with: ['friend', 'aunt'] }), ['safe', 'with', 'phone', 'since', 'age', 'mood', 'one']);
});

test('an answer to a question that is no longer put does not count, nor what hung on it', () => {
  assert.deepEqual(instrument.counted({ safe: 'yes', why: 'He shouted', with: ['friend'], phone: '123' }), {
    safe: 'yes',
    with: ['friend'],
  });
  assert.deepEqual(instrument.faults({ safe: 'yes', why: 'x' }, true), [{ question: 'why', fault: 'not-asked' }]);
});

test('a condition on a date known in part holds only where it holds whichever day is meant', () => {
  const asked = (since: string) => names({ safe: 'yes', since }).includes('long');
  assert.deepEqual(['2024', '2024-12-31', '2025', '2025-03', '2026'].map(asked), [true, true, false, false, false]);
});

test('faults name their question', () => {
  const wrong = (answers: Answers) =>
    instrument.faults({ safe: 'yes', ...answers }, true).map(({ question, fault }) => `${question} ${fault}`);
  assert.deepEqual(instrument.faults({}, true), [{ question: 'safe', fault: 'required' }]);
  assert.deepEqual(instrument.faults({}, false), []);
  assert.deepEqual(wrong({ safe: 'no' }), ['why required']);
  assert.deepEqual(wrong({ safe: 'maybe' }), ['safe wrong-kind']);
  assert.deepEqual(wrong({ with: ['uncle'] }), ['with no-such-choice']);
  assert.deepEqual(wrong({ with: ['aunt', 'aunt'] }), ['with wrong-kind']);
  assert.deepEqual(wrong({ since: '2025-02-30' }), ['since no-such-date']);
  assert.deepEqual(wrong({ age: 26 }), ['age out-of-range']);
  assert.deepEqual(wrong({ age: 'ten' }), ['age wrong-kind']);
  assert.deepEqual([wrong({ mood: 0 }), wrong({ mood: 3 }), wrong({ mood: 1.5 })], [['mood out-of-range'], [], ['mood wrong-kind']]);
  assert.deepEqual(wrong({ one: 'b' }), ['one no-such-choice']);
  assert.deepEqual(wrong({ constructor: 'x', nobody: 'x' } as unknown as Answers), [
    'constructor no-such-question',
    'nobody no-such-question',
  ]);
});

test('answers are parted by how secret they are, and none is in two parts', () =>
  assert.deepEqual(instrument.byTier({ safe: 'no', why: 'He shouted', with: ['aunt'], phone: '123' }), {
    coded: { safe: 'no', with: ['aunt'] },
    identity: { phone: '123' },
    narrative: { why: 'He shouted' },
  }));

test('what goes beyond the first questions of safety is told', () => {
  assert.deepEqual(instrument.beyondSafety({ safe: 'no', why: 'x' }), []);
  assert.deepEqual(instrument.beyondSafety({ safe: 'yes', age: 12 }), ['age']);
});

test('a text falls back from a region to its language, then to the first language of the questionnaire', () => {
  const said = (language: string) => wordsIn({ en: 'Visit', ne: 'भेट' }, language, ['en', 'ne']);
  assert.deepEqual(['ne-NP', 'ne', 'ko', 'en'].map(said), ['भेट', 'भेट', 'Visit', 'Visit']);
});

test('conditions: every operator, over answers and over none', () => {
  const answers = new Map<string, string | number | readonly string[]>([['n', 3], ['s', 'a'], ['m', ['a', 'b']]]); // biome-ignore format: a table
  const is = (expression: object) => holds(expression as Expression, (name) => answers.get(name));
  const true_ = [
    { eq: ['n', 3] }, { ne: ['n', 4] }, { gt: ['n', 2] }, { ge: ['n', 3] }, { lt: ['n', 4] }, { le: ['n', 3] }, { in: ['s', ['x', 'a']] }, { eq: ['m', 'b'] }, { in: ['m', ['b']] },
    { answered: 's' }, { and: [{ answered: 's' }, { eq: ['n', 3] }] }, { or: [{ eq: ['n', 9] }, { eq: ['s', 'a'] }] }, { not: { eq: ['nothing', 'x'] } },
  ]; // biome-ignore format: a table
  const false_ = [
    { eq: ['n', 4] }, { ne: ['n', 3] }, { gt: ['n', 3] }, { ge: ['n', 4] }, { lt: ['n', 3] }, { le: ['n', 2] }, { in: ['s', ['x']] }, { eq: ['m', 'c'] }, { answered: 'nothing' },
    { ne: ['nothing', 'x'] }, { lt: ['s', 'b'] }, { ge: ['s', 3] }, { and: [{ answered: 's' }, { eq: ['n', 4] }] }, { or: [{ eq: ['n', 9] }] }, { not: { answered: 's' } },
  ]; // biome-ignore format: a table
  for (const expression of true_) assert.ok(is(expression), JSON.stringify(expression));
  for (const expression of false_) assert.ok(!is(expression), JSON.stringify(expression));
});

/** The content with something at a path replaced, or taken out. */
function spoiled(path: string, value: unknown): unknown {
  const copy = structuredClone(content) as unknown as Record<string, unknown>;
  const parts = path.split('/').slice(1);
  const last = parts.pop()!;
  const inside = parts.reduce<Record<string, unknown>>((at, part) => at[part] as Record<string, unknown>, copy);
  if (value === undefined) delete inside[last];
  else inside[last] = value;
  return copy;
}

test('the file of a questionnaire is refused with the place and what is wrong there', () => {
  assert.deepEqual(faultsOfContent(content), []);
  const q = '/sections/0/questions/1';
  const cases: [path: string, value: unknown, fault: string, at?: string][] = [
    ['/format', 'other/2', 'not-allowed'],
    ['/title', undefined, 'missing'],
    ['/purpose', 'census', 'not-allowed'],
    ['/version', 'Version 1', 'written-wrong'],
    ['/sections', [], 'too-short'],
    ['/sections', 'none', 'wrong-kind'],
    ['/extra', 1, 'not-known'],
    [`${q}/type`, 'essay', 'not-allowed'],
    [`${q}/label`, {}, 'first-language-missing'],
    [`${q}/label`, { en: 'Why', fr: 'Pourquoi' }, 'no-such-language', `${q}/label/fr`],
    [`${q}/name`, 'safe', 'twice'],
    [`${q}/tier`, 'coded', 'text-in-clear'],
    [`${q}/when`, { eq: ['mood', 2] }, 'condition-later', `${q}/when/eq`],
    [`${q}/when`, { eq: ['nobody', 2] }, 'no-such-question', `${q}/when/eq`],
    [`${q}/when`, { eq: ['safe', 'perhaps'] }, 'no-such-choice', `${q}/when/eq`],
    [`${q}/when`, { like: ['safe', 'n%'] }, 'condition'],
    [`${q}/when`, { eq: ['safe', 'no'], ne: ['safe', 'yes'] }, 'condition'],
    [`${q}/when`, { and: [{ not: [] }] }, 'condition', `${q}/when/and/0/not`],
    [`${q}/choices`, [{ name: 'a', label: { en: 'A' } }], 'not-of-this-type'],
    [`${q}/strength`, 'strong', 'not-of-this-type'],
    [`${q}/least`, 1, 'not-of-this-type'],
    ['/sections/1/questions/0/choices', undefined, 'choices-missing', '/sections/1/questions/0'],
    ['/sections/1/questions/4/most', -1, 'out-of-range'],
    ['/sections/1/questions/5/scale', 'moon', 'no-such-scale'],
    ['/sections/1/name', 'first', 'twice'],
    ['/domains', [{ domain: 'x', section: 'third' }], 'no-such-section', '/domains/0/section'],
    ['/domains', [{ domain: 'x', section: 'first', risk: 'one', grave: ['z'] }], 'no-such-choice', '/domains/0/grave/0'],
    [
      '/indicators',
      { recruitment: ['first'], exploitation: [], means: [], act: [], intended: [] },
      'strength-missing',
      '/sections/0/questions/0',
    ],
    ['/indicators', { recruitment: [], exploitation: [], means: [], act: ['age'], intended: [] }, 'not-yes-no', '/indicators/act/0'],
    ['/indicators', { recruitment: [], exploitation: [], means: [], act: [], intended: [] }, 'not-of-this-type'],
    ['/alarms', [{ question: 'nobody', answers: ['yes'], alarm: 'harmed' }], 'no-such-question', '/alarms/0/question'],
    ['/alarms', [{ question: 'safe', answers: ['no', 'never'], alarm: 'danger-now' }], 'no-such-choice', '/alarms/0/answers/1'],
    ['/alarms', [{ question: 'one', answers: ['b'], alarm: 'harmed' }], 'no-such-choice', '/alarms/0/answers/0'],
    ['/alarms', [{ question: 'safe', answers: [], alarm: 'danger-now' }], 'too-short', '/alarms/0/answers'],
    ['/alarms', [{ question: 'safe', answers: ['no'], alarm: 'story' }], 'not-allowed', '/alarms/0/alarm'],
  ];
  for (const [path, value, fault, at = path] of cases)
    assert.deepEqual(faultsOfContent(spoiled(path, value))[0], { path: at, fault }, `${path} ${JSON.stringify(value)}`);
  const screening = structuredClone(shippedQuestionnaires.find((one) => one.content.questionnaire === 'screening')!.content);
  const at = screening.sections.findIndex(({ name }) => screening.indicators!.exploitation.includes(name));
  Object.assign(screening.sections[at]!, { safety: true });
  assert.deepEqual(faultsOfContent(screening), [{ path: `/sections/${at}/safety`, fault: 'not-of-this-type' }], 'a way round the interview gate'); // biome-ignore format: one line
  for (const json of [null, 7, 'x', [], {}, { sections: null }]) assert.ok(faultsOfContent(json).length > 0, JSON.stringify(json));
});

test('a condition nested without end is refused, not followed', () => {
  let when: unknown = { answered: 'safe' };
  for (let i = 0; i < 5000; i++) when = { not: when };
  const [fault] = faultsOfContent(spoiled('/sections/0/questions/1/when', when));
  assert.equal(fault?.fault, 'condition');
});
