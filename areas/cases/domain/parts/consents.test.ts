import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bornOn } from '../../../../platform/decider/index.ts';
import { hindrances } from '../case.ts';
import { closeReasons } from '../choices.ts';
import { consentFor } from '../safety/consentFor.ts';
import { anId, contextOn, given, opened, other, waitingIn } from '../testing.ts';

const today = '2026-11-23';
type Given = ReturnType<typeof given>;
const bornIn = (year: number | null) => ({ ...opened, born: year === null ? null : bornOn(String(year)) }) as typeof opened;
const asBoss = contextOn(0, other, 'supervisor');
const [mother, father] = [anId(1), anId(2)];
const carer = (id: string, relation: string) => ({ carer: id, name: 'Somebody', relation, livesWithChild: true, contact: '' });
const file = given(opened).when('record-carer', carer(mother, 'mother')).and().when('record-carer', carer(father, 'father')).and();
const told = ['purpose', 'use', 'withdrawal', 'retention'];
let made = 100;
const saying = (more: object = {}) => ({
  consent: anId(++made),
  who: mother,
  purpose: 'photograph',
  partner: null,
  answer: 'given',
  on: today,
  language: 'ne',
  interpreter: false,
  how: 'spoken',
  told,
  ...more,
});
const asked = (...answers: object[]) => answers.reduce((world: Given, one) => world.when('record-consent', saying(one)).and(), file);
const statusOf = ({ state }: Given, purpose: Parameters<typeof consentFor>[1] = 'photograph', day = today) => {
  const { status, of } = consentFor(state, purpose, day);
  return of ? `${status} (${of})` : status;
};
const emergency = { emergency: anId(50), purpose: 'medical', because: 'Bleeding, and nobody of the family can be reached.' };
const suspecting = { carer: mother, because: 'Handed the child over.' };

test('given nothing was asked, then consent is missing', () => assert.equal(statusOf(file), 'missing (carer)'));
test('given a carer agreed, then the child of twelve must be asked as well; both make it valid, for that purpose alone', () => {
  const one = asked({});
  assert.equal(statusOf(one), 'missing (child)');
  const both = one.when('record-consent', saying({ who: 'child' })).and();
  assert.equal(statusOf(both), 'valid');
  assert.equal(statusOf(both, 'medical'), 'missing (carer)');
  assert.equal(consentFor(both.state, 'photograph', today).consent, both.state.consents.ledger[0]!.id);
});
test('given a small child, then the consent of a carer is enough; given one who cannot be asked, then the reason stands for their assent', () => {
  const small = given(bornIn(2022)).when('record-carer', carer(mother, 'mother')).and().when('record-consent', saying()).and();
  assert.equal(statusOf(small), 'valid');
  assert.equal(statusOf(asked({}, { who: 'child', answer: 'unable', told: [], note: 'Unconscious.' })), 'valid');
});
test('given somebody of age, then its own consent is needed and nobody else\u2019s', () => {
  const grown = given(bornIn(2000));
  assert.equal(statusOf(grown), 'missing (child)');
  assert.equal(statusOf(grown.when('record-consent', saying({ who: 'child' })).and()), 'valid');
});
test('given the child refuses, or one of two carers, then it is refused', () => {
  assert.equal(statusOf(asked({}, { who: 'child', answer: 'refused', told: [] })), 'refused (child)');
  assert.equal(statusOf(asked({}, { who: 'child' }, { who: father, answer: 'refused', told: [] })), 'refused (carer)');
});
test('given who refused agrees later, then the later word counts', () =>
  assert.equal(statusOf(asked({ answer: 'refused', told: [], on: '2026-11-20' }, {}, { who: 'child' })), 'valid'));
test('given consent with an end, then it is expired the day after', () => {
  const world = asked({ until: '2026-12-01' }, { who: 'child' });
  assert.equal(statusOf(world, 'photograph', '2026-12-01'), 'valid');
  assert.equal(statusOf(world, 'photograph', '2026-12-02'), 'expired (carer)');
});
test('given consent that was withdrawn, then it is withdrawn, with when and by whom', () => {
  const id = anId(60);
  const world = asked({ consent: id }, { who: 'child' });
  const withdrawing = { consent: id, who: mother, on: today };
  assert.equal(statusOf(world.when('withdraw-consent', withdrawing).and()), 'withdrawn (carer)');
  world.when('withdraw-consent', withdrawing).and().when('withdraw-consent', withdrawing).then();
  world.when('withdraw-consent', { ...withdrawing, consent: anId(61) }).refused('ledger.no-such-entry');
  world.when('withdraw-consent', { ...withdrawing, who: anId(61) }).refused('cases.no-such-carer');
  world.when('withdraw-consent', { ...withdrawing, on: '2026-11-24' }).refused('ledger.day-to-come');
  world.when('withdraw-consent', { ...withdrawing, on: '2026-11-22' }).refused('cases.until-before');
  asked({ consent: id, answer: 'refused' }).when('withdraw-consent', withdrawing).refused('cases.nothing-to-withdraw');
});
test('given a carer becomes a suspect, then his consent is void from that moment, and a new one is refused', () => {
  const world = asked({}, { who: 'child' }).when('suspect-carer', suspecting).and();
  assert.equal(statusOf(world), 'void-because-suspect (carer)');
  world.when('record-consent', saying()).refused('cases.carer-suspect');
  assert.equal(statusOf(world.when('record-consent', saying({ who: father })).and()), 'valid', 'another carer may consent');
});
test('given a suspect who was cleared, then he is asked anew: what he said before stays void', () => {
  const world = asked({}, { who: 'child' }).when('suspect-carer', suspecting, contextOn(1)).and();
  const cleared = world.when('clear-carer', { carer: mother, because: 'Mistaken for somebody else.' }, asBoss).and();
  assert.equal(statusOf(cleared, 'photograph', '2026-11-25'), 'void-because-suspect (carer)');
  const again = cleared.when('record-consent', saying({ on: '2026-11-25' }), contextOn(2)).and();
  assert.equal(statusOf(again, 'photograph', '2026-11-25'), 'valid');
});
test('given a suspect refuses, then that counts as little as his consent: another carer may agree', () => {
  const world = asked({ answer: 'refused', told: [] }, { who: father }, { who: 'child' });
  assert.equal(statusOf(world), 'refused (carer)');
  assert.equal(statusOf(world.when('suspect-carer', suspecting).and()), 'valid');
});

test('given consent to share with clinics, then it holds for a clinic, not for a school; what was said of one partner counts more', () => {
  const [clinic, other] = [anId(70), anId(71)];
  const sharing = { purpose: 'sharing', partner: 'clinic' };
  const world = asked(sharing, { ...sharing, who: 'child' });
  const status = ({ state }: Given, id: string, kind: string) => consentFor(state, 'sharing', today, { id, kind }).status;
  assert.deepEqual([status(world, clinic, 'clinic'), status(world, clinic, 'school')], ['valid', 'missing']);
  const named = world.when('record-consent', saying({ purpose: 'sharing', partner: clinic, answer: 'refused', told: [] })).and();
  const later = named.when('record-consent', saying(sharing)).and();
  for (const one of [named, later]) assert.deepEqual([status(one, clinic, 'clinic'), status(one, other, 'clinic')], ['refused', 'valid']);
  assert.equal(consentFor(world.state, 'sharing', today).status, 'missing', 'with nobody named, nothing may be shared');
});

test('when consent is recorded of what was not explained, then it is refused; a refusal needs no explanation', () => {
  for (const what of told) file.when('record-consent', saying({ told: told.filter((one) => one !== what) })).refused('cases.told-first');
  file.when('record-consent', saying({ answer: 'refused', told: [] })).then('consent-refused');
});
test('when a consent is recorded that cannot be, then it is refused, each with its reason', () => {
  for (const [more, code] of [
    [{ who: anId(9) }, 'cases.no-such-carer'],
    [{ answer: 'unable', note: 'x' }, 'cases.only-child-unable'],
    [{ who: 'child', answer: 'unable' }, 'cases.say-why-unable'],
    [{ purpose: 'sharing' }, 'cases.share-with-whom'],
    [{ partner: 'clinic' }, 'cases.share-with-whom'],
    [{ how: 'thumb-print' }, 'cases.thumb-print-witness'],
    [{ on: '2026-11-24' }, 'ledger.day-to-come'],
    [{ until: '2026-11-22' }, 'cases.until-before'],
    [{ until: '2027-11-24' }, 'cases.consent-too-long'],
  ] as const)
    file.when('record-consent', saying(more)).refused(code);
  file.when('record-consent', saying({ how: 'thumb-print', witness: 'Sunita Rai' })).then('consent-given');
});
test('when the same consent is sent twice, then it is recorded once; its paper may come later', () => {
  const one = saying();
  const world = file.when('record-consent', one).and();
  world.when('record-consent', one).then();
  const paper = { consent: one.consent, attachment: anId(80) };
  world.when('attach-consent', paper).refused('ledger.no-such-entry');
  const attached = world.when('attach-paper', { paper: anId(80), kind: 'consent', about: 'child' }).and();
  attached.when('attach-consent', paper).and().when('attach-consent', paper).then();
  attached.when('attach-consent', { ...paper, consent: anId(81) }).refused('ledger.no-such-entry');
});
test('given consents that end, then the first to end is a task until it is renewed or withdrawn', () => {
  const due = ({ state }: Given) => waitingIn(state).map(({ kind, due: day }) => `${kind} ${day}`);
  const world = asked({ until: '2026-12-01' }, { who: 'child' }, { answer: 'refused', told: [], who: father });
  assert.deepEqual(due(world), ['consent-ends 2026-12-01']);
  assert.deepEqual(due(world.when('record-consent', saying()).and()), ['consent-ends 2027-11-23']);
});

test('given a refusal, when the child is in danger, then they are protected without consent, until a supervisor says that it was wrong', () => {
  const refused = asked({ purpose: 'medical', answer: 'refused', told: [] });
  assert.equal(statusOf(refused, 'medical'), 'refused (carer)');
  const invoked = refused.when('invoke-emergency', emergency).and();
  assert.equal(statusOf(invoked, 'medical'), 'emergency');
  assert.equal(statusOf(invoked, 'medical', '2026-11-26'), 'emergency');
  assert.equal(statusOf(invoked, 'medical', '2026-11-27'), 'refused (carer)', 'nobody reviewed it within three days');
  invoked.when('invoke-emergency', emergency).then();
  const reviewing = { emergency: emergency.emergency, upheld: false, note: 'The mother was at the door.' };
  assert.equal(statusOf(invoked.when('review-emergency', reviewing, asBoss).and(), 'medical'), 'refused (carer)');
  const upheld = invoked.when('review-emergency', { ...reviewing, upheld: true }, asBoss).and();
  const days = ['2026-11-23', '2026-12-07', '2026-12-08'].map((day) => statusOf(upheld, 'medical', day));
  assert.deepEqual(days, ['emergency', 'emergency', 'refused (carer)'], 'it goes on to its end');
});
test('given a supervisor said that it was no emergency, when it is invoked again, then what has happened since must be said', () => {
  const reviewing = { emergency: emergency.emergency, upheld: false, note: 'The mother was at the door.' };
  const disallowed = file.when('invoke-emergency', emergency).and().when('review-emergency', reviewing, asBoss).and();
  const again = { ...emergency, emergency: anId(51) };
  disallowed.when('invoke-emergency', again).refused('cases.emergency-disallowed');
  disallowed.when('invoke-emergency', { ...again, newFacts: 'The bleeding began again.' }).refused('cases.emergency-disallowed');
  const since = { ...again, newFacts: 'The bleeding began again.', newFactsOn: '2026-11-22' };
  disallowed.when('invoke-emergency', since).refused('cases.new-facts-earlier');
  disallowed.when('invoke-emergency', { ...since, newFactsOn: '2026-11-24' }).refused('ledger.day-to-come');
  assert.equal(statusOf(disallowed.when('invoke-emergency', { ...since, newFactsOn: today }).and(), 'medical'), 'emergency');
  disallowed.when('invoke-emergency', { ...again, purpose: 'sharing' }).then('emergency-invoked');
});
test('when an interview, a photograph or research is called an emergency, then it is refused', () => {
  for (const purpose of ['interview', 'photograph', 'research']) file.when('invoke-emergency', { ...emergency, purpose }).refused('cases.no-emergency-for'); // biome-ignore format: a table
});
test('given an emergency nobody reviewed, then the review waits and the case cannot be closed, unless the child died or has a second file; nobody reviews his own', () => {
  const invoked = file.when('invoke-emergency', emergency).and();
  assert.deepEqual(waitingIn(invoked.state).map(({ kind, due }) => [kind, due]), [['emergency-review', '2026-11-26']]); // biome-ignore format: a table
  const codes = (reason: string) => hindrances(invoked.state, reason, today).map(({ refused }) => refused);
  for (const reason of closeReasons)
    assert.equal(codes(reason).includes('cases.emergency-unreviewed'), !['died', 'duplicate'].includes(reason), reason);
  const reviewing = { emergency: emergency.emergency, upheld: true, note: 'Right.' };
  invoked.when('review-emergency', reviewing).refused('cases.review-not-own');
  invoked.when('review-emergency', { ...reviewing, emergency: anId(51) }, asBoss).refused('ledger.no-such-entry');
  const reviewed = invoked.when('review-emergency', reviewing, asBoss).and();
  reviewed.when('review-emergency', reviewing, asBoss).then();
  assert.deepEqual(waitingIn(reviewed.state), []);
});
