import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseEvent } from '../case.ts';
import { anId, contextOn, given, me, opened, other, panel, screened, weighed } from '../testing.ts';
import { consentFor, mayInterviewOnFacts } from './consentFor.ts';
import { dangersOf, safetyNow } from './danger.ts';
import { treatedAsChild } from './protection.ts';
import { reconsiderSince } from './reconsider.ts';
import { childSeenOn } from './seen.ts';

// Ways round the rules: each was found open by somebody who tried.
const today = '2026-11-23';
const boss = contextOn(0, other, 'supervisor');
const recorded = (n: number, name: string, relation: string, livesWithChild = false) => ({ carer: anId(n), name, relation, livesWithChild, contact: '' }); // biome-ignore format: one line
const [mother, aunt, guardian] = [recorded(1, 'Gita Rai', 'mother', true), recorded(2, 'Sunita Rai', 'aunt-or-uncle'), recorded(3, 'Asha Lama', 'appointed')]; // biome-ignore format: a table
const file = [mother, aunt, guardian].reduce((world, one) => world.when('record-carer', one).and(), given(opened));
const [house, shelter] = [anId(20), anId(21)];
const assessing = (more: object = {}) => ({ assessment: anId(30), place: house, kind: 'kin', name: 'House of the aunt', country: null, carer: aunt.carer, on: today, by: 'Asha', jointlyWith: '', result: 'safe', reasons: 'Seen.', people: [], ...more }); // biome-ignore format: one thing
const ofShelter = { assessment: anId(31), place: shelter, kind: 'shelter', name: 'Hope House', carer: null };
const placing = (more: object = {}) => ({ placement: anId(40), kind: 'kin', place: house, from: today, reason: 'Safer.', responsible: 'Asha', ...more }); // biome-ignore format: one thing
const determination = (more: object = {}) => ({ determination: anId(50), on: today, participants: panel, wish: 'followed', hearing: 'heard', childView: 'Home.', options: 'Two.', solution: 'family-return', decision: 'This.', reviewOn: '2027-02-01', ...more }); // biome-ignore format: one thing
const prepared = { done: ['child-told', 'family-told', 'escort', 'safety-plan'] };
const returning = { return: anId(60), on: today, place: house, carer: aunt.carer, escortedBy: 'Asha', handover: 'Calm.' };
const told = ['purpose', 'use', 'withdrawal', 'retention'];
let ids = 500;
const saying = (who: string, purpose: string, answer: string, more: object = {}) => ({ consent: anId(++ids), who, purpose, partner: null, answer, on: today, language: 'ne', interpreter: false, how: 'spoken', told, ...more }); // biome-ignore format: one thing
const decided = given(...file.events, weighed)
  .when('assess-place', assessing())
  .and()
  .when('record-determination', determination())
  .and()
  .when('decide-solution', { solution: 'family-return' }, boss)
  .and()
  .when('prepare-return', prepared)
  .and();

test('given a return that was decided, when a later panel determines otherwise, then the child is not returned on the earlier one', () => {
  decided.when('record-return', returning).then('returned', 'follow-up-begun');
  const anew = decided.when('record-determination', determination({ determination: anId(51), solution: 'alternative-care' })).and();
  anew.when('record-return', returning).refused('cases.determined-since');
  const again = decided.when('record-determination', determination({ determination: anId(51) })).and();
  again.when('record-return', returning).refused('cases.determined-since');
  again.when('decide-solution', { solution: 'family-return' }, boss).and().when('record-return', returning).then('returned', 'follow-up-begun'); // biome-ignore format: one line
});
test('given a child alone whose guardian ended since the panel, then nothing lasting is decided, and the child is not returned', () => {
  const alone = decided.when('record-situation', { situation: 'separated' }).and();
  alone.when('decide-solution', { solution: 'family-return' }, boss).refused('cases.panel-guardian-first');
  alone.when('record-return', returning).refused('cases.panel-guardian-first');
});
test('given a determination, when a danger of an earlier day becomes known, or a carer is a suspect by a record, then it is considered again', () => {
  assert.equal(reconsiderSince(decided.state), null);
  const late = given(...decided.events, screened('not-enough', { on: '2026-11-21', alarms: ['danger-now'] }));
  assert.equal(reconsiderSince(late.state), today);
  const linked = decided.when('hear-suspect', { suspect: anId(70), carer: mother.carer }).and();
  assert.equal(reconsiderSince(linked.state), today);
  linked.when('decide-solution', { solution: 'family-return' }, boss).refused('cases.reconsider-first');
  // What was known to the panel is not new.
  const known = given(...file.events, weighed, screened('not-enough', { alarms: ['danger-now'] })).when('record-determination', determination()).and(); // biome-ignore format: one line
  assert.equal(reconsiderSince(known.state), null);
});
test('given a panel, when somebody else sits in the seat of the guardian, then it is not complete', () => {
  const named = given(...file.events, weighed)
    .when('record-situation', { situation: 'unaccompanied' })
    .and()
    .when('name-guardian', { carer: guardian.carer, since: '2026-11-20', basis: 'court' })
    .and();
  named.when('record-determination', determination()).refused('cases.panel-incomplete-guardian');
  const own = panel.map((one) => (one.role === 'guardian' ? { ...one, name: guardian.name } : one));
  named.when('record-determination', determination({ participants: own })).then('best-interests-determined');
});
test('given a guardian who turns out to be a spouse, then the child has no guardian', () => {
  const named = file.when('record-situation', { situation: 'unaccompanied' }).and().when('name-guardian', { carer: guardian.carer, since: '2026-11-20', basis: 'court' }).and(); // biome-ignore format: one line
  const spouse = named.when('record-carer', { ...guardian, relation: 'spouse' }).and();
  assert.equal(mayInterviewOnFacts(spouse.state, today)?.refused, 'cases.guardian-first');
});

test('given a place of kin, when the child is placed there as in a shelter, then it is refused: the gate of the guardian holds by what the place is', () => {
  const conflict = file.when('assess-place', assessing()).and().when('record-conflict', { on: today, because: 'x' }).and();
  conflict.when('place-child', placing()).refused('cases.independent-guardian-first');
  conflict.when('place-child', placing({ kind: 'shelter' })).refused('cases.place-of-another-kind');
});
test('given a danger that was found where the child is, when they are placed in the same place once more, then it is not answered', () => {
  const found = screened('not-enough', { alarms: ['danger-now'] });
  const there = file.when('assess-place', assessing(ofShelter)).and().when('place-child', placing({ kind: 'shelter', place: shelter })).and(); // biome-ignore format: one line
  const again = given(...there.events, found).when('place-child', placing({ placement: anId(41), kind: 'shelter', place: shelter }));
  again.then('child-placed');
  assert.equal(dangersOf(again.and().state).length, 1);
  given(...there.events, found).when('assess-place', assessing()).and().when('place-child', placing({ placement: anId(41) })).then('child-placed', 'danger-answered'); // biome-ignore format: one line
});
test('given an emergency placement, when nobody looked at the place, then it is not begun once more', () => {
  const urgent = (more: object = {}) => placing({ kind: 'shelter', place: shelter, name: 'Hope House', ...more });
  const placed = file.when('place-in-emergency', urgent(), boss).and();
  const later = contextOn(8, other, 'supervisor');
  placed.when('place-in-emergency', urgent({ placement: anId(41), from: '2026-12-01' }), later).refused('cases.emergency-not-looked-at');
  const away = placed.when('record-leaving', { stay: anId(42), how: 'moved-out', on: today }).and();
  away.when('place-in-emergency', urgent({ placement: anId(41) }), boss).refused('cases.emergency-not-looked-at');
  away.when('assess-place', assessing(ofShelter)).and().when('place-in-emergency', urgent({ placement: anId(41) }), boss).then('child-placed-in-emergency'); // biome-ignore format: one line
});
test('given a child in detention, when it is said late that they were in hospital before, then the danger stays', () => {
  const where = (stay: number, fact: string, since: string) => ({ stay: anId(stay), fact, since });
  const detained = file.when('record-whereabouts', where(80, 'detention', '2026-11-22')).and();
  const late = detained.when('record-whereabouts', where(81, 'hospital', '2026-11-20')).and();
  assert.equal(safetyNow(late.state, today), 'detention');
  assert.deepEqual(late.state.placements.stays.map(({ kind, from, to }) => [kind, from, to]), [['hospital', '2026-11-20', '2026-11-22'], ['detention', '2026-11-22', null]]); // biome-ignore format: a table
  // Of the same day or a later one it is where they are now; and a danger that is said late counts.
  assert.equal(safetyNow(detained.when('record-whereabouts', where(81, 'hospital', '2026-11-22')).and().state, today), 'unknown');
  assert.equal(safetyNow(late.when('record-whereabouts', where(82, 'street', '2026-11-19')).and().state, today), 'street');
});

test('given a statement or an assessment that says of age, then the person is treated as a child; by a document they are not', () => {
  const aged = (basis: string, from = file) => from.when('record-age', { basis, disputed: false, born: '2000-01-01' }).and().state;
  assert.deepEqual(['statement', 'assessment', 'document'].map((basis) => treatedAsChild(aged(basis), today)), [true, true, false]); // biome-ignore format: a table
  const nobodyKnows = given({ ...opened, born: null } as CaseEvent);
  assert.equal(treatedAsChild(aged('statement', nobodyKnows), today), true);
  const grown = given({ ...opened, born: { first: '2000-01-01', last: '2000-01-01' } } as CaseEvent);
  assert.equal(treatedAsChild(grown.when('record-age', { basis: 'statement', disputed: false, born: '2012' }).and().state, today), true);
});

test('given an emergency that nobody reviewed, when it is invoked once more, then it is refused without what has happened since', () => {
  const invoking = (n: number, more: object = {}) => ({ emergency: anId(n), purpose: 'medical', because: 'x', ...more });
  const begun = file.when('invoke-emergency', invoking(90)).and();
  begun.when('invoke-emergency', invoking(91), contextOn(2)).refused('cases.emergency-not-reviewed');
  begun.when('invoke-emergency', invoking(91), contextOn(20)).refused('cases.emergency-not-reviewed');
  begun.when('invoke-emergency', invoking(91, { newFacts: 'He fell.', newFactsOn: '2026-12-10' }), contextOn(20)).then('emergency-invoked');
  begun.when('invoke-emergency', invoking(91, { purpose: 'case-work' })).then('emergency-invoked');
  const upheld = begun.when('review-emergency', { emergency: anId(90), upheld: true, note: 'Read.' }, boss).and();
  upheld.when('invoke-emergency', invoking(91), contextOn(20)).then('emergency-invoked');
});
test('given a law that nobody listed, when it is recorded once more instead of being reviewed, then it is refused', () => {
  const resting = (n: number) => ({ basis: anId(n), kind: 'legal-duty', purposes: ['case-work'], partner: null, law: 'Act 5', because: 'x', on: today }); // biome-ignore format: one line
  const begun = file.when('record-basis', resting(92)).and();
  begun.when('record-basis', { ...resting(93), on: '2026-12-01' }, contextOn(8)).refused('cases.emergency-not-reviewed');
  begun
    .when('end-basis', { basis: anId(92), on: today, because: 'x' })
    .and()
    .when('record-basis', resting(93))
    .then('basis-recorded');
});

test('given yes to one partner and later no to all of its kind, then nothing is shared with it', () => {
  const clinic = { id: anId(95), kind: 'clinic' };
  const shared = (...words: readonly object[]) =>
    consentFor(words.reduce<typeof file>((world, one) => world.when('record-consent', one).and(), file).state, 'sharing', today, clinic)
      .status;
  const of = (who: string, partner: string, answer: string, on: string) => saying(who, 'sharing', answer, { partner, on });
  const yes = [of('child', clinic.id, 'given', '2026-11-20'), of(mother.carer, clinic.id, 'given', '2026-11-20')];
  assert.equal(shared(...yes), 'valid');
  assert.equal(shared(...yes, of('child', 'clinic', 'refused', '2026-11-22')), 'refused');
  assert.equal(shared(of('child', 'clinic', 'refused', '2026-11-18'), ...yes), 'valid');
  assert.equal(shared(...yes, of('child', 'clinic', 'refused', '2026-11-18')), 'valid', 'written down late, and said before');
});
test('given two words of one person, when the older one is withdrawn, then nothing is left of the other', () => {
  const [first, second] = [saying('child', 'medical', 'given', { on: '2026-11-20' }), saying('child', 'medical', 'given', { on: '2026-11-21' })]; // biome-ignore format: a table
  const both = file.when('record-consent', saying(mother.carer, 'medical', 'given')).and().when('record-consent', first).and().when('record-consent', second).and(); // biome-ignore format: one line
  assert.equal(consentFor(both.state, 'medical', today).status, 'valid');
  const taken = both.when('withdraw-consent', { consent: first.consent, who: 'child', on: today }).and();
  assert.equal(consentFor(taken.state, 'medical', today).status, 'withdrawn');
});
test('given a child who said no to the interview, when a yes of the same day is written down, then they are not interviewed on that day; a doctor is not held up', () => {
  const asked = (purpose: string) => file.when('record-consent', saying(mother.carer, purpose, 'given')).and().when('record-consent', saying('child', purpose, 'refused')).and().when('record-consent', saying('child', purpose, 'given')).and().state; // biome-ignore format: one line
  assert.equal(consentFor(asked('interview'), 'interview', today).status, 'refused');
  assert.equal(consentFor(asked('medical'), 'medical', today).status, 'valid');
});
test('given a carer who was a suspect by a record, when that record says so no more, then what they agreed to before stays void', () => {
  const agreed = file.when('record-consent', saying(mother.carer, 'case-work', 'given')).and().when('record-consent', saying('child', 'case-work', 'given')).and(); // biome-ignore format: one line
  const later = contextOn(1);
  const cleared = agreed.when('hear-suspect', { suspect: anId(70), carer: mother.carer }, later).and().when('hear-no-suspect', { suspect: anId(70) }, later).and(); // biome-ignore format: one line
  assert.equal(consentFor(cleared.state, 'case-work', today).status, 'void-because-suspect');
});

/** What a decision knows where the record of a suspect says these names. */
const knowing = (...names: readonly string[]) => ({
  ...contextOn(),
  consulted: new Map([[`suspects.suspect|${anId(70)}`, { said: names.map((text, i) => ({ what: i === 0 ? 'name' : 'alias', text, wrong: false })) }]]), // biome-ignore format: one line
});
const visits = (name: string) => ({ people: [{ how: 'visits', name }] });
test('given a suspect of the case who is no carer, when a place where they live or visit is looked at, then it is not found safe; found out later, it is safe no more', () => {
  const suspected = file.when('hear-suspect', { suspect: anId(70) }, knowing('Ram Thapa', 'Kancha')).and();
  suspected.when('assess-place', assessing(visits(' kancha')), knowing('Ram Thapa', 'Kancha')).refused('cases.place-of-suspect');
  suspected.when('assess-place', assessing({ carer: null, ...visits('Somebody') }), knowing('Ram Thapa')).then('place-assessed');
  const before = file
    .when('assess-place', assessing(visits('Ram Thapa')))
    .and()
    .when('place-child', placing())
    .and();
  assert.equal(safetyNow(before.state, today), 'safe');
  const after = before.when('hear-suspect', { suspect: anId(70) }, knowing('ram  thapa')).and();
  assert.equal(safetyNow(after.state, today), 'with-suspect');
  assert.ok(after.tasks().includes(`act-now ${today}`));
  const anew = after.when('assess-place', assessing({ assessment: anId(32) }), knowing('Ram Thapa')).and();
  assert.equal(safetyNow(anew.state, today), 'safe');
  assert.equal(safetyNow(after.when('hear-no-suspect', { suspect: anId(70) }).and().state, today), 'safe');
});
test('given a suspect of the case who is no carer, then they sit on no panel', () => {
  const suspected = given(...file.events, weighed)
    .when('hear-suspect', { suspect: anId(70) }, knowing('Kamala'))
    .and();
  suspected.when('record-determination', determination(), knowing('Kamala')).refused('cases.panel-suspect');
});

test('given an interview of a day before the opening, as a wrong clock says, then nobody saw the child', () => {
  assert.equal(childSeenOn(given(opened, screened('not-enough', { interviewed: ['child'], on: '2020-01-01' })).state), null);
  assert.equal(childSeenOn(given(opened, screened('not-enough', { interviewed: ['child'] })).state), today);
});
test('given a visit that found a domain bad, when a later visit does not ask of it, then the case is not closed with its goals met', () => {
  const home = file.when('begin-follow-up', { since: '2026-11-20' }).and();
  const [first, second] = home.state.followUp.visits.map(({ id }) => id);
  const made = (visit: string | undefined, on: string, scores: object) => ({ visit, on, outcome: 'seen', alone: true, scores, note: 'x' });
  const bad = home.when('make-visit', made(first, '2026-11-30', { health: 0, safety: 4 }), contextOn(10)).and();
  const brief = bad.when('make-visit', made(second, '2026-12-20', { safety: 4 }), contextOn(30)).and();
  assert.ok(brief.hinders('goals-met', 30).includes('cases.domains-red'));
  const better = bad.when('make-visit', made(second, '2026-12-20', { health: 3 }), contextOn(30)).and();
  assert.ok(!better.hinders('goals-met', 30).includes('cases.domains-red'));
});
test('given follow-up that is said to have begun years ago, then how long the child was stable counts from the opening; it begins not before where they live now', () => {
  const old = file.when('begin-follow-up', { since: '2022-01-01' }).and();
  assert.ok(old.hinders('goals-met').includes('cases.not-stable-yet'));
  const placed = file.when('assess-place', assessing()).and().when('place-child', placing()).and();
  placed.when('begin-follow-up', { since: '2026-11-22' }).refused('cases.follow-up-too-early');
});
test('given a complaint about nobody in particular, when the case is given to somebody else, then whom it concerned does not answer it', () => {
  const complaint = { feedback: anId(97), kind: 'complaint', from: 'child', about: null, on: today, words: 'Nobody came.' };
  const moved = file
    .when('record-feedback', complaint, contextOn(0, other))
    .and()
    .when('assign', { worker: anId(98) }, boss)
    .and();
  const answer = { feedback: anId(97), answer: 'Sorry.' };
  moved.when('answer-feedback', answer, contextOn(0, me, 'supervisor')).refused('cases.feedback-about-you');
  moved.when('answer-feedback', answer, boss).then('feedback-answered');
});
test('given a closed case, when the child complains, then it is recorded, waits for a supervisor and is answered', () => {
  const closed = given(...file.events, { type: 'case-closed', reason: 'moved', on: today, by: me, summary: 'x', seen: 'no' });
  const complaint = { feedback: anId(97), kind: 'complaint', from: 'child', about: null, on: today, words: 'Nobody came.' };
  const said = closed.when('record-feedback', complaint).and();
  assert.deepEqual(said.tasks(), ['complaint 2026-11-30']);
  assert.deepEqual(
    said
      .when('answer-feedback', { feedback: anId(97), answer: 'Sorry.' }, boss)
      .and()
      .tasks(),
    [],
  );
});

test('given a child too young to be asked, when they say no to an interview or a photo, then it is no; a parent decides on the doctor', () => {
  const young = given({ ...opened, born: { first: '2021-03-01', last: '2021-03-31' } } as CaseEvent)
    .when('record-carer', mother)
    .and();
  const asked = (purpose: string) => young.when('record-consent', saying(mother.carer, purpose, 'given')).and().when('record-consent', saying('child', purpose, 'refused')).and().state; // biome-ignore format: one line
  assert.deepEqual(
    ['interview', 'photograph', 'medical'].map((purpose) => consentFor(asked(purpose), purpose as 'medical', today).status),
    ['refused', 'refused', 'valid'],
  );
  assert.equal(consentFor(young.when('record-consent', saying(mother.carer, 'photograph', 'given')).and().state, 'photograph', today).status, 'valid'); // biome-ignore format: one line
});
