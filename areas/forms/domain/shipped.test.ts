import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { faultsOfContent } from './check.ts';
import type { Content, Words } from './content.ts';
import { instrumentOf, shippedQuestionnaires } from './index.ts';

const named = (name: string) => shippedQuestionnaires.find(({ content }) => content.questionnaire === name)!.content;

/** Every text of a questionnaire, with its place. */
function textsOf(value: unknown, languages: readonly string[], path = ''): [string, Words][] {
  if (typeof value !== 'object' || value === null) return [];
  // By its first language: `ne` is Nepali, and "not equal" in a condition.
  if (Object.hasOwn(value, languages[0]!)) return [[path, value as Words]];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, languages, `${path}/${key}`));
}
const scripts: Readonly<Record<string, RegExp>> = {
  en: /\p{Script=Latin}/u,
  ko: /\p{Script=Hangul}/u,
  ne: /\p{Script=Devanagari}/u,
  ur: /\p{Script=Arabic}/u,
};

for (const { content } of shippedQuestionnaires) {
  test(`${content.questionnaire}: the file has no fault`, () => assert.deepEqual(faultsOfContent(content), []));

  test(`${content.questionnaire}: every text is there in every language, in its own script`, () => {
    assert.deepEqual(content.languages, ['en', 'ko', 'ne', 'ur']);
    const texts = textsOf(content, content.languages);
    assert.ok(texts.length > 20);
    for (const [path, words] of texts)
      for (const language of content.languages) assert.match(words[language] ?? '', scripts[language]!, `${path} ${language}`);
  });

  test(`${content.questionnaire}: no question asks for several things at once; what counts is said in its hint`, () => {
    const asked = content.sections.flatMap(({ questions }) => questions).filter(({ type }) => type === 'yes-no' || type === 'scale');
    const several = asked.filter(({ label }) => /[,:;/]| or /.test(label['en']!) || /[,:;/·]|이나 |또는/.test(label['ko']!));
    // "Little or nothing" is one measure.
    assert.deepEqual(
      several.map(({ name }) => name).filter((name) => name !== 'D4-02'),
      [],
    );
  });

  test(`${content.questionnaire}: no two questions of a section say the same, and free text is never in clear`, () => {
    for (const { name, questions } of content.sections) {
      for (const language of content.languages) assert.equal(new Set(questions.map(({ label }) => label[language])).size, questions.length, `${name} ${language}`); // biome-ignore format: one thought
      for (const question of questions) if (question.type === 'text') assert.notEqual(question.tier, 'coded', question.name);
    }
  });
}

test('the screening has the 65 published items with their strengths, and none of what happened to a child is in clear', () => {
  const { sections, indicators } = named('screening');
  const counts = sections.filter(({ name }) => /^d\d$/.test(name)).map(({ questions }) => [questions.filter(({ strength }) => strength === 'strong').length, questions.length]); // biome-ignore format: one thought
  assert.deepEqual(counts, [[2, 10], [4, 10], [0, 15], [1, 8], [8, 15], [0, 7]]); // biome-ignore format: a table
  for (const { questions } of sections)
    for (const { type, tier, name } of questions) if (type === 'yes-no') assert.equal(tier, 'narrative', name);
  assert.deepEqual(sections.filter(({ safety }) => safety).map(({ name }) => name), ['safety']); // biome-ignore format: one thought
  assert.equal(indicators?.redFlags, 'red-flags');
});

test('assessment and visit score the same ten domains, so that a child can be followed from one to the other', () => {
  const domainsOf = (content: Content) => content.domains?.map(({ domain }) => domain);
  assert.deepEqual(domainsOf(named('assessment')), ['safety', 'identity', 'family', 'housing', 'health', 'mental-health', 'education', 'livelihood', 'inclusion', 'justice']); // biome-ignore format: a list
  assert.deepEqual(domainsOf(named('visit')), domainsOf(named('assessment')));
});

test('a domain scores the mean of what was answered, and is red where a person says so', () => {
  const assessment = instrumentOf(named('assessment'));
  const scores = assessment.outcome({
    'safety-home': 4,
    'safety-outside': 1,
    grave: ['safety'],
    'family-bond': 0,
  });
  assert.deepEqual(scores.domains.slice(0, 4), [
    { domain: 'safety', score: 2.5, red: true },
    { domain: 'identity', score: null, red: false },
    { domain: 'family', score: 0, red: false },
    { domain: 'housing', score: null, red: false },
  ]);
  const visit = instrumentOf(named('visit'));
  const seen = visit.outcome({ where: 'home', seen: 'yes', 'safety-now': 3, grave: ['health', 'safety'] }).domains;
  assert.deepEqual(seen.filter(({ red }) => red).map(({ domain }) => domain), ['safety', 'health']); // biome-ignore format: one thought
  assert.equal(seen[0]!.score, 3);
});

test('what endangers a child is asked before all else in an assessment, and at a visit as soon as the child was seen; each must be answered', () => {
  const first = (name: string, answers: object) => {
    const asked = instrumentOf(named(name)).asked(answers as never);
    return asked.flatMap(({ name: section, questions }) => (section === 'safety-first' ? questions : [])).map((one) => [one.name, one.required]); // biome-ignore format: one line
  };
  const must = ['danger-now', 'needs-doctor', 'safe-tonight', 'self-harm'].map((name) => [name, true]);
  assert.deepEqual(first('assessment', {}), must);
  const screening = instrumentOf(named('screening'))
    .asked({})[0]!
    .questions.map((one) => [one.name, one.required]);
  assert.deepEqual(screening.filter(([name]) => must.some(([one]) => one === name)), must); // biome-ignore format: one line
  assert.equal(named('assessment').sections[0]!.name, 'safety-first');
  assert.deepEqual(first('visit', { seen: 'yes' }), [...must, ['harmed', true]]);
  assert.deepEqual(first('visit', { seen: 'no' }), [], 'who was not seen was not asked');
});

test('at a visit where the child was not seen, why is asked; whether it was seen alone is not', () => {
  const visit = instrumentOf(named('visit'));
  const asked = (seen: string) => visit.asked({ seen })[0]!.questions.map(({ name }) => name);
  assert.deepEqual(asked('no'), ['where', 'seen', 'not-seen']);
  assert.deepEqual(asked('yes'), ['where', 'seen', 'seen-alone', 'child-words']);
  assert.deepEqual(visit.faults({ where: 'home', seen: 'no' }, true), [{ question: 'not-seen', fault: 'required' }]);
});

test('what to do is said at the question whose answer raises an alarm, of the whole questionnaire what all answers raise', () => {
  const screening = instrumentOf(named('screening'));
  const answers = { 'danger-now': 'no', 'safe-tonight': 'no', 'flag-paid': 'yes' };
  const at = (question: string) => screening.alarmsAt(question, answers);
  assert.deepEqual([at('danger-now'), at('safe-tonight'), at('flag-paid')], [[], ['no-safe-place'], ['refer-at-once']]);
  assert.deepEqual(screening.outcome(answers).alarms, ['no-safe-place', 'refer-at-once']);
  const assessment = instrumentOf(named('assessment'));
  assert.deepEqual(assessment.alarmsAt('grave', { grave: ['health'], 'safety-now': 4 }), ['grave']);
  assert.deepEqual(assessment.alarmsAt('grave', { grave: ['none'], 'safety-now': 4 }), []);
});

test('the questionnaire that the documentation shows is one', () => {
  const page = readFileSync(new URL('../../../docs/questionnaires.md', import.meta.url), 'utf8');
  const [, json] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  assert.deepEqual(faultsOfContent(JSON.parse(json!)), []);
});
