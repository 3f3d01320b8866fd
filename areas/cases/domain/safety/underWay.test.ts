import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anId, contextOn, given, opened, other } from '../testing.ts';

type Given = ReturnType<typeof given>;
const mother = anId(1);
const told = ['purpose', 'use', 'withdrawal', 'retention'];
let made = 100;
const said = (who: string, purpose: string, answer = 'given', on = '2026-11-23') => ({
  ...{
    consent: anId(++made),
    who,
    purpose,
    partner: null,
    answer,
    on,
    language: 'ne',
    interpreter: false,
    how: 'spoken',
    note: 'As said.',
  },
  told: answer === 'given' ? told : [],
});
const withMother = given({ ...opened, country: 'NP' } as never)
  .when('record-carer', { carer: mother, name: 'Gita Rai', relation: 'mother', livesWithChild: true, contact: '' })
  .and() as Given;
/** A case to which mother and child agree for some purposes. */
const agreed = (...purposes: readonly string[]) =>
  purposes
    .flatMap((purpose) => [said(mother, purpose), said('child', purpose)])
    .reduce((world, input) => world.when('record-consent', input).and() as Given, withMother);
const withdrawn = (world: Given, purpose: string, days: number) => {
  const { id } = world.state.consents.ledger.find((one) => one.purpose === purpose && one.who === mother)!;
  return world.when('withdraw-consent', { consent: id, who: mother, on: contextOn(days).today }, contextOn(days)).and() as Given;
};
const lost = (world: Given) => world.tasks().filter((task) => task.startsWith('consent-lost'));
const tracing = anId(50);
const step = (name: string) => ({ tracing, step: name, on: '2026-11-25', note: 'Told by the Red Cross.' });
const traced = agreed('family-tracing').when('request-tracing', { tracing, whom: 'An aunt', through: 'Red Cross' }).and() as Given;

test('given a search for the family, when consent to it is withdrawn, then it does not go on, and stopping it is a task of that day', () => {
  assert.deepEqual(lost(traced), []);
  const stopped = withdrawn(traced, 'family-tracing', 2);
  assert.deepEqual(lost(stopped), ['consent-lost 2026-11-25']);
  stopped.when('record-tracing', step('searching'), contextOn(3)).refused('cases.tracing-consent');
  const found = stopped.when('record-tracing', step('found'), contextOn(3)).and() as Given;
  assert.deepEqual(lost(found), ['consent-lost 2026-11-25'], 'what was found is a fact, and the search is still to be stopped');
  found.when('record-tracing', step('verified'), contextOn(3)).refused('cases.tracing-consent');
  found.when('record-tracing', step('searching'), contextOn(3)).refused('cases.tracing-consent');
  assert.deepEqual(lost(stopped.when('record-tracing', step('stopped'), contextOn(3)).and() as Given), []);
});

test('given consent that was withdrawn, when a court, a law or danger stands instead, then it goes on as long as that does', () => {
  const stopped = withdrawn(traced, 'family-tracing', 2);
  const order = { basis: anId(60), kind: 'court-order', purposes: ['family-tracing'], partner: null, authority: 'District Court' };
  const ordered = stopped.when('record-basis', { ...order, on: '2026-11-25', until: '2026-12-10', because: 'Ordered.' }, contextOn(2)).and() as Given; // biome-ignore format: one act
  assert.deepEqual(lost(ordered), ['consent-lost 2026-12-11']);
  const found = ordered.when('record-tracing', step('found'), contextOn(3)).and() as Given;
  found.when('record-tracing', step('verified'), contextOn(3)).then('tracing-went-on');
  const urgent = { emergency: anId(61), purpose: 'family-tracing', because: 'In danger.' };
  const inDanger = stopped.when('invoke-emergency', urgent, contextOn(2)).and() as Given;
  assert.deepEqual(lost(inDanger), ['consent-lost 2026-11-29'], 'nobody has reviewed it yet');
  const upheld = inDanger
    .when('review-emergency', { emergency: anId(61), upheld: true, note: 'Read.' }, contextOn(3, other))
    .and() as Given;
  assert.deepEqual(lost(upheld), ['consent-lost 2026-12-10']);
});

test('given a carer who agreed, when they turn out to be a suspect, then what rests on their word is a task as well', () => {
  const suspected = agreed('case-work').when('suspect-carer', { carer: mother, because: 'Took money.' }, contextOn(4)).and() as Given;
  assert.deepEqual(lost(suspected), ['consent-lost 2026-11-27']);
});

test('given a photo of the child, when consent to it is withdrawn, then it is to be removed', () => {
  const kept = agreed('photograph')
    .when('attach-paper', { paper: anId(70), kind: 'photo', about: 'child' })
    .and() as Given;
  const stopped = withdrawn(kept, 'photograph', 1);
  assert.deepEqual(lost(stopped), ['consent-lost 2026-11-24']);
  assert.deepEqual(lost(stopped.when('remove-paper', { paper: anId(70), because: 'Asked.' }).and() as Given), []);
});

test('given consent to case work, when it is withdrawn or the child says no, then the worker is told; asked anew, it is over', () => {
  const stopped = withdrawn(agreed('case-work'), 'case-work', 1);
  assert.deepEqual(lost(stopped), ['consent-lost 2026-11-24']);
  const anew = stopped.when('record-consent', said(mother, 'case-work', 'given', '2026-11-26'), contextOn(3)).and() as Given;
  assert.deepEqual(lost(anew), []);
  const no = agreed('case-work')
    .when('record-consent', said('child', 'case-work', 'refused', '2026-11-26'), contextOn(3))
    .and() as Given;
  assert.deepEqual(lost(no), ['consent-lost 2026-11-26']);
  assert.deepEqual(lost(withMother), [], 'where nobody was asked, nothing was withdrawn');
});

test('given a small child who took their yes back, when they come of an age at which their word is needed, then the search rests on nothing from that birthday on', () => {
  const small = given({ ...opened, born: { first: '2020-01-10', last: '2020-01-10' } } as never)
    .when('record-carer', { carer: mother, name: 'Gita Rai', relation: 'mother', livesWithChild: true, contact: '' })
    .and() as Given;
  const agree = (world: Given, who: string) => world.when('record-consent', said(who, 'family-tracing')).and() as Given;
  const searched = agree(agree(small, mother), 'child').when('request-tracing', { tracing, whom: 'An aunt', through: 'Red Cross' }).and() as Given; // biome-ignore format: one act
  const { id } = searched.state.consents.ledger.at(-1)!;
  const back = searched.when('withdraw-consent', { consent: id, who: 'child', on: '2026-11-23' }).and() as Given;
  assert.deepEqual(lost(back), ['consent-lost 2027-01-10']);
});
