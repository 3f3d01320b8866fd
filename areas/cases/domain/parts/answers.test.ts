import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answers } from '../../../forms/domain/answers.ts';
import { shippedQuestionnaires } from '../../../forms/domain/questionnaire.ts';
import { tasksOf } from '../case.ts';
import { anId, contextOn, given, opened } from '../testing.ts';
import { traffickedAgain, traffickingOf } from './identification.ts';

const answering = '00000000-0000-7000-8000-0000000000a1';
const decision = '00000000-0000-7000-8000-0000000000d1';
const second = '00000000-0000-7000-8000-0000000000d2';

/** A case to which commands are given one after the other; all but the last must be accepted. */
const after = (...commands: [name: string, input: object][]) => {
  const before = commands.slice(0, -1).reduce((file, [name, input]) => file.when(name, input).and(), given(opened));
  const { outcome, fields, followed } = before.when(...commands.at(-1)!);
  const refused = typeof outcome === 'string';
  const { state, hinders } = given(...before.events, ...(refused ? [] : followed()));
  return { state, hinders, fields, says: outcome, events: refused ? [] : followed() };
};

const told = ['purpose', 'use', 'withdrawal', 'retention'];
const safe = { 'danger-now': 'no', 'needs-doctor': 'no', 'safe-tonight': 'yes', 'self-harm': 'no', age: 'under-18' };
const about = (questionnaire: string, answers: Answers) => ({ answering, questionnaire, version: 'olle-2', answers });
const how = { on: '2026-11-22', interviewed: ['caregiver'], language: 'ne', interpreter: 'none' };
const screened = (answers: Answers, more: object = {}): [string, object] => [
  'answer-questionnaire',
  { ...about('screening', { ...safe, ...answers }), ...how, ...more },
];
const unharmed = { 'danger-now': 'no', 'needs-doctor': 'no', 'safe-tonight': 'yes', 'self-harm': 'no', harmed: 'no' };
const visited: Answers = { where: 'home', seen: 'yes', 'seen-alone': 'yes', ...unharmed, 'safety-now': 3, 'child-words': 'I sleep well now.' }; // biome-ignore format: one visit
const suspicious = { 'act-moved': 'yes', 'D4-01': 'yes', 'D4-02': 'yes' };

test('a screening is recorded with its result; what happened to the child stands in no field in clear', () => {
  const { events, state, says } = after(screened({ ...suspicious, who: 'Ram, 9800000001' }));
  assert.deepEqual(says, ['questionnaire-answered']);
  const { codedAnswers, identityAnswers, narrativeAnswers, result } = events[0] as unknown as Record<string, unknown>;
  assert.deepEqual(codedAnswers, { age: 'under-18' });
  assert.deepEqual(identityAnswers, { who: 'Ram, 9800000001' });
  assert.equal((narrativeAnswers as Answers)['D4-01'], 'yes');
  assert.equal(result, 'presumed');
  assert.deepEqual(state.answers.given[0]!.now.outcome, {
    result: 'presumed',
    referAtOnce: false,
    alarms: [],
    answered: ['danger-now', 'self-harm', 'needs-doctor', 'no-safe-place'],
    positive: ['d4'],
    domains: [],
  });
  assert.equal(traffickingOf(state), 'presumed');
});

test('a visit is scored by domain', () => {
  const { state } = after(['answer-questionnaire', { ...about('visit', visited), ...how }]);
  assert.deepEqual(state.answers.given[0]!.now.outcome.domains[0], { domain: 'safety', score: 3, red: false });
});

test('answers that do not fit are refused, and the refusal names their questions', () => {
  const { says, fields } = after(['answer-questionnaire', { ...about('visit', { where: 'moon', seen: 'yes' }), ...how }]);
  assert.equal(says, 'forms.answers-faulty');
  assert.deepEqual(fields, ['/answers/where', '/answers/seen-alone', ...Object.keys(unharmed).map((name) => `/answers/${name}`)]);
});

test('a questionnaire or version that the city has not, or that does not hold yet, takes no answers', () => {
  assert.equal(after(['answer-questionnaire', { ...about('census', {}), ...how }]).says, 'forms.no-such-version');
  assert.equal(after(['draft-answers', { ...about('visit', {}), version: 'x' }]).says, 'forms.no-such-version');
  const { content } = shippedQuestionnaires.find((one) => one.content.questionnaire === 'visit')!;
  const own = (from: string) => ({ questionnaire: 'visit', versions: [{ from, content: { ...content, version: 'own-1' } }] });
  const answer = (from: string) =>
    given(opened).when(
      'answer-questionnaire',
      { ...about('visit', visited), ...how, version: 'own-1' },
      { ...contextOn(), consulted: new Map([['forms.questionnaire|visit', own(from)]]) },
    );
  answer('2026-11-23').then('questionnaire-answered');
  answer('2026-11-24').refused('forms.no-such-version');
});

test('what did not happen yet is refused', () => assert.equal(after(screened({}, { on: '2026-11-24' })).says, 'ledger.day-to-come'));

test('sent twice, answers are recorded once; other answers under the same id are refused', () => {
  assert.deepEqual(after(screened({}), screened({})).says, []);
  assert.equal(after(screened({}), screened({ 'act-moved': 'yes' })).says, 'forms.answered-already');
});

test('a draft is kept from section to section, need not be complete, and is gone when the questionnaire is answered', () => {
  const begun: [string, object] = ['draft-answers', about('visit', { where: 'home' })];
  const further: [string, object] = ['draft-answers', about('visit', { where: 'home', seen: 'yes' })];
  assert.deepEqual(after(begun, further).says, ['answers-drafted']);
  assert.deepEqual(after(begun, begun).says, []);
  assert.deepEqual(after(begun, further).state.answers.drafts.map(({ answers }) => answers), [{ where: 'home', seen: 'yes' }]); // biome-ignore format: one thought
  assert.equal(after(['draft-answers', about('visit', { where: 'moon' })]).says, 'forms.answers-faulty');
  assert.equal(after(begun, ['draft-answers', about('screening', {})]).says, 'forms.another-questionnaire');
  const whole: [string, object] = ['answer-questionnaire', { ...about('visit', visited), ...how }];
  assert.deepEqual(after(begun, whole).state.answers.drafts, []);
  assert.equal(after(whole, begun).says, 'forms.answered-already');
  assert.deepEqual(after(begun, ['discard-draft', { answering }]).state.answers.drafts, []);
  assert.deepEqual(after(['discard-draft', { answering }]).says, []);
});

test('a child alone without a guardian is asked about their safety only; what others told may be written down; with a guardian all may be asked', () => {
  const alone: [string, object] = ['record-situation', { situation: 'unaccompanied' }];
  const draft = (answers: Answers, more: object = {}): [string, object] => ['draft-answers', { ...about('screening', answers), ...more }];
  assert.deepEqual(after(alone, draft({ age: 'in-doubt' })).says, ['answers-drafted']);
  assert.equal(after(alone, draft({ age: 'in-doubt', 'D4-01': 'yes' })).says, 'cases.guardian-first');
  assert.equal(after(alone, draft({ 'D4-01': 'yes' }, { interviewed: ['child', 'other'] })).says, 'cases.guardian-first');
  assert.deepEqual(after(alone, draft({ 'D4-01': 'yes' }, { interviewed: ['other'] })).says, ['answers-drafted']);
  const asked = { interviewed: ['child'] };
  assert.deepEqual(after(alone, screened({}, asked)).says, ['questionnaire-answered']);
  assert.equal(after(alone, screened(suspicious, asked)).says, 'cases.guardian-first');
  assert.deepEqual(after(alone, screened(suspicious)).says, ['questionnaire-answered']);
  const amend: [string, object] = ['amend-answers', { answering, answers: { ...safe, ...suspicious }, because: 'x' }];
  assert.equal(after(alone, screened({}, asked), amend).says, 'cases.guardian-first');
  // A visit is no interview on what happened.
  assert.deepEqual(after(alone, ['answer-questionnaire', { ...about('visit', visited), ...how, ...asked }]).says, [
    'questionnaire-answered',
  ]);
  const carer = second;
  const aunt: [string, object] = ['record-carer', { carer, relation: 'aunt-or-uncle', livesWithChild: false, name: 'Aunt', contact: '' }];
  const named: [string, object] = ['name-guardian', { carer, since: '2026-11-22', basis: 'authority' }];
  const said = { purpose: 'interview', partner: null, answer: 'given', on: '2026-11-22', language: 'ne', interpreter: false, how: 'spoken', told }; // biome-ignore format: one consent
  const agreed = [carer, 'child'].map((who, i): [string, object] => ['record-consent', { ...said, who, consent: [answering, second][i] }]);
  assert.equal(after(alone, aunt, named, screened(suspicious, asked)).says, 'cases.interview-carer-first');
  assert.deepEqual(after(alone, aunt, named, ...agreed, screened(suspicious, asked)).says, ['questionnaire-answered']);
});

test('an amendment keeps what was said before, and why it was changed', () => {
  const { state, says } = after(screened({}), ['amend-answers', { answering, answers: { ...safe, ...suspicious }, because: 'Her aunt told more.' }]); // biome-ignore format: one thought
  assert.deepEqual(says, ['answers-amended']);
  const [kept] = state.answers.given;
  assert.deepEqual([kept!.earlier.map(({ outcome }) => outcome.result), kept!.now.outcome.result, kept!.now.because], [['not-enough'], 'presumed', 'Her aunt told more.']); // biome-ignore format: one thought
  assert.deepEqual(after(screened({}), ['amend-answers', { answering, answers: safe, because: 'x' }]).says, []);
  assert.equal(after(['amend-answers', { answering, answers: safe, because: 'x' }]).says, 'ledger.no-such-entry');
  assert.equal(after(screened({}), ['amend-answers', { answering, answers: {}, because: 'x' }]).says, 'forms.answers-faulty');
});

const decided = (more: object = {}): [string, object] => [
  'record-identification',
  {
    decision,
    status: 'actual',
    body: 'police',
    bodyName: 'District police',
    decidedBy: null,
    on: '2026-11-23',
    reviewUntil: null,
    act: ['transportation'],
    means: [],
    exploitation: ['forced-labour'],
    screening: null,
    items: [],
    reasons: 'Found at the kiln.',
    ...more,
  },
];
const again = (more: object = {}) => decided({ decision: second, ...more });

test('a formal decision is recorded with who decided and on what; for a child no means is needed', () => {
  const { state, says } = after(screened(suspicious), decided({ screening: answering, items: ['D4-01'] }));
  assert.deepEqual(says, ['identification-recorded']);
  assert.equal(traffickingOf(state), 'identified');
  assert.deepEqual(after(decided(), decided()).says, [], 'sent twice');
});

test('a formal decision is refused in the order of what is wrong with it', () => {
  const refused = (more: object) => after(screened(suspicious), decided(more)).says;
  assert.equal(refused({ on: '2026-11-24' }), 'ledger.day-to-come');
  assert.equal(refused({ reviewUntil: '2026-11-22' }), 'cases.review-before-decision');
  assert.equal(refused({ act: [] }), 'cases.say-which-act');
  assert.equal(refused({ exploitation: [] }), 'cases.say-which-exploitation');
  assert.equal(refused({ screening: second }), 'ledger.no-such-entry');
  assert.equal(refused({ screening: answering, items: ['D4-03'] }), 'cases.items-not-answered');
  assert.equal(refused({ items: ['D4-01'] }), 'cases.items-not-answered', 'items of no screening');
  assert.deepEqual(refused({ status: 'not-a-victim', act: [], exploitation: [] }), ['identification-recorded']);
});

test('a child who is identified again: said by a person, or noted from another case', () => {
  assert.equal(after(decided(), again()).says, 'cases.say-if-again');
  assert.equal(traffickedAgain(after(decided(), again({ again: false })).state), false, 'possible became actual');
  assert.equal(traffickedAgain(after(decided(), again({ again: true })).state), true);
  const noted: [string, object] = ['note-earlier-trafficking', { cases: [second] }];
  assert.equal(traffickedAgain(after(decided(), noted).state), true);
  assert.deepEqual(after(decided(), noted, noted).says, []);
  assert.equal(traffickedAgain(after(decided({ status: 'not-a-victim' }), noted).state), false);
});

test('a decision is reviewed once at a time; what is set aside no longer stands', () => {
  const ask: [string, object] = ['ask-review', { decision, how: 'appeal', on: '2026-11-23', because: 'She was not heard.' }];
  const settle = (outcome: string): [string, object] => ['settle-review', { decision, outcome, on: '2026-11-23', bodyName: 'District court', because: 'x' }]; // biome-ignore format: one thought
  assert.equal(after(ask).says, 'ledger.no-such-entry');
  assert.equal(after(decided(), ask, ask).says, 'cases.review-open');
  assert.equal(after(decided(), settle('upheld')).says, 'cases.no-review-open');
  assert.equal(after(settle('upheld')).says, 'ledger.no-such-entry');
  assert.equal(after(decided(), ['ask-review', { decision, how: 'review', on: '2026-11-22', because: 'x' }]).says, 'cases.review-before-decision'); // biome-ignore format: one thought
  assert.equal(after(decided(), ['ask-review', { decision, how: 'review', on: '2026-11-24', because: 'x' }]).says, 'ledger.day-to-come'); // biome-ignore format: one thought
  assert.equal(traffickingOf(after(decided(), ask, settle('upheld')).state), 'identified');
  const aside = [decided(), ask, settle('set-aside')] as const;
  assert.equal(traffickingOf(after(...aside).state), null);
  assert.equal(after(...aside, ask).says, 'cases.decision-set-aside');
  assert.deepEqual(after(...aside, again()).says, ['identification-recorded'], 'nothing stands that it could repeat');
});

test('until when a review may be asked for waits as a task, until one was asked for or somebody said why none is', () => {
  const until = (...more: [string, object][]) => tasksOf(after(decided({ reviewUntil: '2026-12-07' }), ...more).state).filter(({ kind }) => kind === 'decision-review').map(({ due }) => due); // biome-ignore format: one thought
  const leave: [string, object] = ['leave-standing', { decision, because: 'She and her guardian agree with it.' }];
  const ask: [string, object] = ['ask-review', { decision, how: 'appeal', on: '2026-11-23', because: 'x' }];
  assert.deepEqual([until(), until(ask), until(leave)], [['2026-12-07'], [], []]);
  assert.deepEqual(tasksOf(after(decided({ reviewUntil: null })).state).filter(({ kind }) => kind === 'decision-review'), []); // biome-ignore format: one thought
  assert.equal(after(leave).says, 'ledger.no-such-entry');
  assert.equal(after(decided(), ask, leave).says, 'cases.review-asked-already');
  assert.deepEqual(after(decided(), leave, leave).says, []);
});

test('a suspicion without a formal decision stands in the way of closing with the goals met', () => {
  assert.ok(after(screened(suspicious)).hinders('goals-met').includes('cases.formal-decision-missing'));
  assert.ok(!after(screened(suspicious)).hinders('moved').includes('cases.formal-decision-missing'));
  assert.ok(!after(screened(suspicious), decided()).hinders('goals-met').includes('cases.formal-decision-missing'));
  assert.ok(!after(screened({})).hinders('goals-met').includes('cases.formal-decision-missing'));
});

test('given an interview whose consent is withdrawn since, when an answer is corrected, then it is recorded; nothing more is asked of the child', () => {
  const mother = anId(60);
  const consent = (n: number, who: string) => ({ consent: anId(n), who, purpose: 'interview', partner: null, answer: 'given', on: '2026-11-22', language: 'ne', interpreter: false, how: 'spoken', told }); // biome-ignore format: one line
  const opening: readonly [string, object][] = [
    ['record-situation', { situation: 'with-family' }],
    ['record-carer', { carer: mother, name: 'Gita Rai', relation: 'mother', livesWithChild: true, contact: '' }],
    ['record-consent', consent(61, mother)],
    ['record-consent', consent(62, 'child')],
    screened({ 'D4-01': 'yes' }, { interviewed: ['child'] }),
    ['withdraw-consent', { consent: anId(62), who: 'child', on: '2026-11-23' }],
  ];
  const amending = (answers: Answers) => ['amend-answers', { answering, answers: { ...safe, ...answers }, because: 'Misheard.' }] as const;
  assert.deepEqual(after(...opening, [...amending({ 'D4-01': 'no', 'danger-now': 'yes' })]).says, ['answers-amended']);
  assert.equal(after(...opening, [...amending({ 'D4-01': 'yes', 'D4-02': 'yes' })]).says, 'cases.interview-child-first');
});
