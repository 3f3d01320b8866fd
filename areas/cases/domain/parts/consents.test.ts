import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hindrances, tasksOf } from '../case.ts';
import { consentFor } from '../consentFor.ts';
import { bornIn, boss, given, idOf, opened, today, type World } from '../scenario.ts';

const [mother, father] = [idOf(1), idOf(2)];
const carer = (id: string, relation: string) => ({ carer: id, name: 'Somebody', relation, livesWithChild: true, contact: '' });
const file = given(opened).after('record-carer', carer(mother, 'mother')).after('record-carer', carer(father, 'father'));
const told = ['purpose', 'use', 'withdrawal', 'retention'];
let made = 100;
const saying = (more: object = {}) => ({
  consent: idOf(++made),
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
const asked = (...answers: object[]) => answers.reduce((world: World, one) => world.after('record-consent', saying(one)), file);
const statusOf = ({ state }: World, purpose: Parameters<typeof consentFor>[1] = 'photograph', day = today) => {
  const { status, of } = consentFor(state, purpose, day);
  return of ? `${status} (${of})` : status;
};
const emergency = { emergency: idOf(50), purpose: 'medical', because: 'Bleeding, and nobody of the family can be reached.' };
const suspecting = { carer: mother, because: 'Handed the child over.' };

test('given nothing was asked, then consent is missing', () => assert.equal(statusOf(file), 'missing (carer)'));
test('given a carer agreed, then the child of twelve must be asked as well; both make it valid, for that purpose alone', () => {
  const one = asked({});
  assert.equal(statusOf(one), 'missing (child)');
  const both = one.after('record-consent', saying({ who: 'child' }));
  assert.equal(statusOf(both), 'valid');
  assert.equal(statusOf(both, 'medical'), 'missing (carer)');
  assert.equal(consentFor(both.state, 'photograph', today).consent, both.state.consents.ledger[0]!.id);
});
test('given a small child, then the consent of a carer is enough; given one who cannot be asked, then the reason stands for its assent', () => {
  const small = given(bornIn(2022)).after('record-carer', carer(mother, 'mother')).after('record-consent', saying());
  assert.equal(statusOf(small), 'valid');
  assert.equal(statusOf(asked({}, { who: 'child', answer: 'unable', told: [], note: 'Unconscious.' })), 'valid');
});
test('given somebody of age, then its own consent is needed and nobody else\u2019s', () => {
  const grown = given(bornIn(2000));
  assert.equal(statusOf(grown), 'missing (child)');
  assert.equal(statusOf(grown.after('record-consent', saying({ who: 'child' }))), 'valid');
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
  const id = idOf(60);
  const world = asked({ consent: id }, { who: 'child' });
  const withdrawing = { consent: id, who: mother, on: today };
  assert.equal(statusOf(world.after('withdraw-consent', withdrawing)), 'withdrawn (carer)');
  assert.deepEqual(world.after('withdraw-consent', withdrawing).when('withdraw-consent', withdrawing), []);
  assert.equal(world.when('withdraw-consent', { ...withdrawing, consent: idOf(61) }), 'cases.no-such-consent');
  assert.equal(world.when('withdraw-consent', { ...withdrawing, who: idOf(61) }), 'cases.no-such-carer');
  assert.equal(world.when('withdraw-consent', { ...withdrawing, on: '2026-11-24' }), 'cases.day-to-come');
  assert.equal(world.when('withdraw-consent', { ...withdrawing, on: '2026-11-22' }), 'cases.until-before');
  assert.equal(asked({ consent: id, answer: 'refused' }).when('withdraw-consent', withdrawing), 'cases.nothing-to-withdraw');
});
test('given a carer becomes a suspect, then his consent is void from that moment, and a new one is refused', () => {
  const world = asked({}, { who: 'child' }).after('suspect-carer', suspecting);
  assert.equal(statusOf(world), 'void-because-suspect (carer)');
  assert.equal(world.when('record-consent', saying()), 'cases.carer-suspect');
  assert.equal(statusOf(world.after('record-consent', saying({ who: father }))), 'valid', 'another carer may consent');
});
test('given a suspect who was cleared, then he is asked anew: what he said before stays void', () => {
  const world = asked({}, { who: 'child' }).after('suspect-carer', suspecting, { on: '2026-11-24' });
  const cleared = world.after('clear-carer', { carer: mother, because: 'Mistaken for somebody else.' }, { by: boss });
  assert.equal(statusOf(cleared, 'photograph', '2026-11-25'), 'void-because-suspect (carer)');
  const again = cleared.after('record-consent', saying({ on: '2026-11-25' }), { on: '2026-11-25' });
  assert.equal(statusOf(again, 'photograph', '2026-11-25'), 'valid');
});
test('given a suspect refuses, then that counts as little as his consent: another carer may agree', () => {
  const world = asked({ answer: 'refused', told: [] }, { who: father }, { who: 'child' });
  assert.equal(statusOf(world), 'refused (carer)');
  assert.equal(statusOf(world.after('suspect-carer', suspecting)), 'valid');
});

test('given consent to share with clinics, then it holds for a clinic, not for a school; what was said of one partner counts more', () => {
  const [clinic, other] = [idOf(70), idOf(71)];
  const sharing = { purpose: 'sharing', partner: 'clinic' };
  const world = asked(sharing, { ...sharing, who: 'child' });
  const status = ({ state }: World, id: string, kind: string) => consentFor(state, 'sharing', today, { id, kind }).status;
  assert.deepEqual([status(world, clinic, 'clinic'), status(world, clinic, 'school')], ['valid', 'missing']);
  const named = world.after('record-consent', saying({ purpose: 'sharing', partner: clinic, answer: 'refused', told: [] }));
  const later = named.after('record-consent', saying(sharing));
  for (const one of [named, later]) assert.deepEqual([status(one, clinic, 'clinic'), status(one, other, 'clinic')], ['refused', 'valid']);
  assert.equal(consentFor(world.state, 'sharing', today).status, 'missing', 'with nobody named, nothing may be shared');
});

test('when consent is recorded of what was not explained, then it is refused; a refusal needs no explanation', () => {
  for (const what of told)
    assert.equal(file.when('record-consent', saying({ told: told.filter((one) => one !== what) })), 'cases.told-first');
  assert.deepEqual(file.when('record-consent', saying({ answer: 'refused', told: [] })), ['consent-refused']);
});
test('when a consent is recorded that cannot be, then it is refused, each with its reason', () => {
  for (const [more, code] of [
    [{ who: idOf(9) }, 'cases.no-such-carer'],
    [{ answer: 'unable', note: 'x' }, 'cases.only-child-unable'],
    [{ who: 'child', answer: 'unable' }, 'cases.say-why-unable'],
    [{ purpose: 'sharing' }, 'cases.share-with-whom'],
    [{ partner: 'clinic' }, 'cases.share-with-whom'],
    [{ how: 'thumb-print' }, 'cases.thumb-print-witness'],
    [{ on: '2026-11-24' }, 'cases.day-to-come'],
    [{ until: '2026-11-22' }, 'cases.until-before'],
    [{ until: '2027-11-24' }, 'cases.consent-too-long'],
  ] as const)
    assert.equal(file.when('record-consent', saying(more)), code);
  assert.deepEqual(file.when('record-consent', saying({ how: 'thumb-print', witness: 'Sunita Rai' })), ['consent-given']);
});
test('when the same consent is sent twice, then it is recorded once; its paper may come later', () => {
  const one = saying();
  const world = file.after('record-consent', one);
  assert.deepEqual(world.when('record-consent', one), []);
  const paper = { consent: one.consent, attachment: idOf(80) };
  assert.deepEqual(world.after('attach-consent', paper).when('attach-consent', paper), []);
  assert.equal(world.when('attach-consent', { ...paper, consent: idOf(81) }), 'cases.no-such-consent');
});
test('given consents that end, then the first to end is a task until it is renewed or withdrawn', () => {
  const due = ({ state }: World) => tasksOf(state).map(({ kind, due: day }) => `${kind} ${day}`);
  const world = asked({ until: '2026-12-01' }, { who: 'child' }, { answer: 'refused', told: [], who: father });
  assert.deepEqual(due(world), ['consent-ends 2026-12-01']);
  assert.deepEqual(due(world.after('record-consent', saying())), ['consent-ends 2027-11-23']);
});

test('given a refusal, when the child is in danger, then it is protected without consent, until a supervisor says that it was wrong', () => {
  const refused = asked({ purpose: 'medical', answer: 'refused', told: [] });
  assert.equal(statusOf(refused, 'medical'), 'refused (carer)');
  const invoked = refused.after('invoke-emergency', emergency);
  assert.equal(statusOf(invoked, 'medical'), 'emergency');
  assert.equal(statusOf(invoked, 'medical', '2026-12-08'), 'refused (carer)', 'it ends by itself');
  assert.deepEqual(invoked.when('invoke-emergency', emergency), []);
  const reviewing = { emergency: emergency.emergency, upheld: false, note: 'The mother was at the door.' };
  assert.equal(statusOf(invoked.after('review-emergency', reviewing, { by: boss }), 'medical'), 'refused (carer)');
  assert.equal(statusOf(invoked.after('review-emergency', { ...reviewing, upheld: true }, { by: boss }), 'medical'), 'emergency');
});
test('when a photograph or research is called an emergency, then it is refused', () => {
  for (const purpose of ['photograph', 'research']) assert.equal(file.when('invoke-emergency', { ...emergency, purpose }), 'cases.no-emergency-for'); // biome-ignore format: a table
});
test('given an emergency nobody reviewed, then the review waits and the case cannot be closed as done; nobody reviews his own', () => {
  const invoked = file.after('invoke-emergency', emergency);
  assert.deepEqual(tasksOf(invoked.state).map(({ kind, due }) => [kind, due]), [['emergency-review', '2026-11-26']]); // biome-ignore format: a table
  const codes = (reason: string) => hindrances(invoked.state, reason, today).map(({ refused }) => refused);
  assert.deepEqual([codes('goals-met'), codes('died'), codes('moved'), codes('opened-in-error')], [['cases.emergency-unreviewed'], [], [], []]); // biome-ignore format: a table
  const reviewing = { emergency: emergency.emergency, upheld: true, note: 'Right.' };
  assert.equal(invoked.when('review-emergency', reviewing), 'cases.review-not-own');
  assert.equal(invoked.when('review-emergency', { ...reviewing, emergency: idOf(51) }, { by: boss }), 'cases.no-such-emergency');
  const reviewed = invoked.after('review-emergency', reviewing, { by: boss });
  assert.deepEqual(reviewed.when('review-emergency', reviewing, { by: boss }), []);
  assert.deepEqual(tasksOf(reviewed.state), []);
});
