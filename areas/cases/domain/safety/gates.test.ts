import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anId, contextOn, given, opened, other } from '../testing.ts';
import { mayInterviewOnFacts } from './consentFor.ts';

const today = '2026-11-23';
const [mother, guardian] = [anId(1), anId(2)];
const carers = [
  { carer: mother, name: 'Gita Rai', relation: 'mother', livesWithChild: true, contact: '' },
  { carer: guardian, name: 'Asha Lama', relation: 'appointed', livesWithChild: false, contact: '' },
];
let made = 100;
const saying = (who: string, purpose: string, more: object = {}) => ({
  ...{ consent: anId(++made), who, purpose, partner: null, answer: 'given', on: today, language: 'ne', interpreter: false, how: 'spoken' },
  ...{ told: ['purpose', 'use', 'withdrawal', 'retention'], ...more },
});
type File = ReturnType<typeof given>;
const does = (file: File, ...commands: readonly (readonly [name: string, input: object])[]) =>
  commands.reduce((world, [name, input]) => world.when(name, input).and(), file);
const consent = (...of: Parameters<typeof saying>) => ['record-consent', saying(...of)] as const;
const situation = (one: string) => ['record-situation', { situation: one }] as const;
const appointed = ['name-guardian', { carer: guardian, since: '2026-11-20', basis: 'court' }] as const;

const file = does(given(opened), ...carers.map((carer) => ['record-carer', carer] as const));
const home = does(file, situation('with-family'));
const interview = ({ state }: File, day = today) => mayInterviewOnFacts(state, day)?.refused ?? 'open';

test('given nobody has recorded with whom the child is, then the child is not asked what happened, whatever was agreed to', () => {
  assert.equal(interview(file), 'cases.situation-first');
  assert.equal(interview(does(file, consent(mother, 'interview'), consent('child', 'interview'))), 'cases.situation-first');
});
test('given a child alone or separated, then a guardian comes first, then the consent of that guardian and the word of the child', () => {
  for (const one of ['unaccompanied', 'separated']) {
    const alone = does(file, situation(one), consent('child', 'interview'));
    assert.equal(interview(alone), 'cases.guardian-first');
    const named = does(alone, appointed);
    assert.equal(interview(named), 'cases.interview-carer-first');
    assert.equal(interview(does(named, consent(guardian, 'interview'))), 'open');
  }
});
test('given a child with the family, then a parent and a child of twelve agree first; of a small child a parent does', () => {
  assert.equal(interview(home), 'cases.interview-carer-first');
  const agreed = does(home, consent(mother, 'interview'));
  assert.equal(interview(agreed), 'cases.interview-child-first');
  assert.equal(interview(does(agreed, consent('child', 'interview'))), 'open');
  const born = { first: '2022-01-01', last: '2022-12-31' };
  const small = does(given({ ...opened, born } as typeof opened), ['record-carer', carers[0]!], situation('with-family'));
  assert.equal(interview(does(small, consent(mother, 'interview'))), 'open');
});
test('given the child or a parent refuses, or the child cannot be asked, then there is no interview', () => {
  const agreed = [consent(mother, 'interview'), consent('child', 'interview')];
  const no = { answer: 'refused', told: [] };
  for (const who of [mother, 'child']) assert.equal(interview(does(home, ...agreed, consent(who, 'interview', no))), 'cases.interview-refused'); // biome-ignore format: one rule
  const unable = consent('child', 'interview', { answer: 'unable', told: [], note: 'Does not speak.' });
  assert.equal(interview(does(home, agreed[0]!, unable)), 'cases.interview-child-first');
});
test('given danger, when an interview is called an emergency, then it is refused: protection is, questions are not', () => {
  const danger = { emergency: anId(50), purpose: 'interview', because: 'The employer looks for the child.' };
  home.when('invoke-emergency', danger).refused('cases.no-emergency-for');
  const helped = does(home, ['invoke-emergency', { ...danger, purpose: 'case-work' }]);
  assert.equal(interview(helped), 'cases.interview-carer-first');
});
test('given consent to an interview that ended, then the gate is closed again', () => {
  const until = { until: '2026-11-30' };
  const agreed = does(home, consent(mother, 'interview', until), consent('child', 'interview'));
  assert.deepEqual([interview(agreed, '2026-11-30'), interview(agreed, '2026-12-01')], ['open', 'cases.interview-carer-first']);
});
test('given somebody of age, then their own word alone opens the interview', () => {
  const born = { first: '2000-01-01', last: '2000-12-31' };
  const grown = given({ ...opened, born } as typeof opened);
  assert.equal(interview(grown), 'cases.interview-child-first');
  assert.equal(interview(does(grown, consent('child', 'interview'))), 'open');
});

test('when a photo or a medical record of the child is added without consent, then it is refused; other papers are not', () => {
  const paper = (kind: string, about = 'child') => ({ paper: anId(60), kind, about });
  for (const [kind, purpose] of [
    ['photo', 'photograph'],
    ['medical', 'medical'],
  ] as const) {
    // biome-ignore format: a table
    home.when('attach-paper', paper(kind)).refused(`cases.${purpose}-consent`);
    const agreed = does(home, consent(mother, purpose), consent('child', purpose));
    agreed.when('attach-paper', paper(kind)).then('paper-attached');
    home.when('attach-paper', paper(kind, 'place')).then('paper-attached');
  }
  home.when('attach-paper', paper('identity')).then('paper-attached');
});
test('given a child who bleeds and nobody who may agree, when medical help is called an emergency, then the record may be added', () => {
  const danger = { emergency: anId(50), purpose: 'medical', because: 'Bleeding.' };
  const helped = does(home, ['invoke-emergency', danger]);
  helped.when('attach-paper', { paper: anId(60), kind: 'medical', about: 'child' }).then('paper-attached');
  const wrong = { emergency: anId(50), upheld: false, note: 'The mother was there.' };
  const disallowed = helped.when('review-emergency', wrong, contextOn(0, other, 'supervisor')).and();
  disallowed.when('attach-paper', { paper: anId(60), kind: 'medical', about: 'child' }).refused('cases.medical-consent');
});
