import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Answers } from '../../../forms/domain/index.ts';
import { closeReasons } from '../choices.ts';
import { anId, contextOn, given, opened, other } from '../testing.ts';
import { dangersOf, safetyNow } from './danger.ts';

const today = '2026-11-23';
type Given = ReturnType<typeof given>;
const file = given(opened) as Given;
const asBoss = contextOn(0, other, 'supervisor');
const safe = { 'danger-now': 'no', 'needs-doctor': 'no', 'safe-tonight': 'yes', 'self-harm': 'no', age: 'under-18' };
const how = { on: today, interviewed: ['caregiver'], language: 'ne', interpreter: 'none' };
/** A screening, `days` after the day of the tests. */
const screened = (world: Given, answers: Answers, more: object = {}, days = 0) =>
  world.when(
    'answer-questionnaire',
    { answering: anId(1), questionnaire: 'screening', version: 'olle-2', answers: { ...safe, ...answers }, ...how, ...more },
    contextOn(days),
  );
const visited = (world: Given, answers: Answers, more: object = {}, days = 0) =>
  world.when(
    'answer-questionnaire',
    {
      ...{ answering: anId(2), questionnaire: 'visit', version: 'olle-2', ...how },
      ...{ answers: { where: 'home', seen: 'yes', 'seen-alone': 'yes', 'danger-now': 'no', 'needs-doctor': 'no', 'safe-tonight': 'yes', 'self-harm': 'no', harmed: 'no', ...answers } }, // biome-ignore format: one visit
      ...more,
    },
    contextOn(days),
  );
const open = ({ state }: Given) => dangersOf(state).map(({ kind, source, on }) => `${kind} ${source} ${on}`);
const doubts = ({ state }: Given) => dangersOf(state).map(({ doubt }) => doubt);
const endangered = screened(file, { 'danger-now': 'yes' }).and();
const acting = { danger: anId(1), alarm: 'danger-now', what: 'They are with the police woman at the station.', on: today };
const shelter = anId(20);
const assessing = (more: object = {}) => ({ assessment: anId(30), place: shelter, kind: 'shelter', name: 'Hope House', country: null, carer: null, on: today, by: 'Asha', jointlyWith: '', result: 'safe', reasons: 'Seen.', ...more }); // biome-ignore format: one thing
const placing = (more: object = {}) => ({ placement: anId(40), kind: 'shelter', place: shelter, from: today, reason: 'Not safe at home.', responsible: 'Hope House', ...more }); // biome-ignore format: one thing

test('given a screening that finds a danger, when it is recorded, then acting is a task of the same day for the worker and a supervisor, the child is not safe, and the case cannot be closed', () => {
  for (const [answer, danger] of [
    [{ 'danger-now': 'yes' }, 'danger-now'],
    [{ 'safe-tonight': 'no' }, 'no-safe-place'],
    [{ 'needs-doctor': 'yes' }, 'needs-doctor'],
    [{ 'self-harm': 'yes' }, 'self-harm'],
    [{ 'flag-paid': 'yes' }, 'refer-at-once'],
  ] as const) {
    const world = screened(file, answer).and();
    assert.deepEqual(open(world), [`${danger} screening ${today}`]);
    assert.deepEqual(world.tasks().sort(), [`act-now ${today}`, `danger-review ${today}`]);
    assert.equal(safetyNow(world.state, today), 'danger-found');
    for (const reason of closeReasons)
      assert.equal(world.hinders(reason).includes('cases.danger-unanswered'), !['died', 'duplicate'].includes(reason), reason);
  }
});

test('given a screening that is not complete yet and says that the child is in danger, then it is a danger at once, told once, and not discarded with the draft', () => {
  const drafting = (answers: Answers) =>
    ['draft-answers', { answering: anId(1), questionnaire: 'screening', version: 'olle-2', answers }] as const;
  const begun = file.when(...drafting({ 'danger-now': 'yes' })).and();
  assert.deepEqual(open(begun), [`danger-now screening ${today}`]);
  assert.equal(safetyNow(begun.state, today), 'danger-found');
  assert.deepEqual(begun.tasks().sort(), [`act-now ${today}`, `danger-review ${today}`]);
  const [first] = file.when(...drafting({ 'danger-now': 'yes' })).followed();
  assert.equal(first?.type === 'answers-drafted' && first.alarm, true);
  const [further] = begun.when(...drafting({ 'danger-now': 'yes', age: 'under-18' })).followed();
  assert.equal(further?.type === 'answers-drafted' && further.alarm, false, 'nobody is told of it twice');
  begun.when('discard-draft', { answering: anId(1) }).refused('forms.draft-of-danger');
  const done = screened(begun, { 'danger-now': 'yes', 'needs-doctor': 'yes' });
  const [recorded] = done.followed();
  assert.equal(recorded?.type === 'questionnaire-answered' && recorded.alarm, true, 'that they need a doctor is new');
  assert.deepEqual(open(done.and()), [`danger-now screening ${today}`, `needs-doctor screening ${today}`]);
  const corrected = begun.when(...drafting({ 'danger-now': 'no' })).and();
  assert.deepEqual(open(corrected), []);
  corrected.when('discard-draft', { answering: anId(1) }).then('draft-discarded');
});

test('given a visit at which harm or grave danger is found, then it is a danger of that visit', () => {
  assert.deepEqual(open(visited(file, { harmed: 'yes' }).and()), [`harmed visit ${today}`]);
  assert.deepEqual(open(visited(file, { grave: ['health'] }).and()), [`grave visit ${today}`]);
});

test('given a screening that finds no danger, then nothing is due, and the child is called neither safe nor in danger', () => {
  const world = screened(file, {}).and();
  assert.deepEqual([open(world), world.tasks(), safetyNow(world.state, today)], [[], [], 'no-danger-found']);
  assert.equal(safetyNow(world.state, contextOn(31).today), 'unknown', 'too long ago to say so');
});

test('given a danger, when answers of a later day say that it is over, then it is; those of the same day say nothing against it', () => {
  const same = visited(endangered, {}).and();
  assert.deepEqual([open(same), doubts(same)], [[`danger-now screening ${today}`], ['contradicted']]);
  assert.deepEqual(open(screened(visited(file, {}).and(), { 'danger-now': 'yes' }).and()), [`danger-now screening ${today}`], 'also in the other order'); // biome-ignore format: one thing
  const later = visited(endangered, {}, { on: contextOn(1).today }, 1).and();
  assert.deepEqual([open(later), later.tasks(), later.hinders('moved').includes('cases.danger-unanswered')], [[], [], false]);
  const unasked = visited(endangered, { 'danger-now': 'unknown' }, { on: contextOn(1).today }, 1).and();
  assert.deepEqual(open(unasked), [`danger-now screening ${today}`], 'not known is not safe');
});

test('given a danger, when somebody records what was done, then it is answered, once; it cannot have been done before, nor be of another danger', () => {
  const done = endangered.when('answer-danger', acting);
  done.then('danger-answered');
  assert.deepEqual([open(done.and()), safetyNow(done.and().state, today)], [[], 'unknown']);
  done.and().when('answer-danger', acting).then();
  endangered.when('answer-danger', { ...acting, on: '2026-11-22' }).refused('cases.answered-before-found');
  endangered.when('answer-danger', { ...acting, alarm: 'needs-doctor' }).refused('ledger.no-such-entry');
  endangered.when('answer-danger', { ...acting, danger: anId(9) }).refused('ledger.no-such-entry');
  const two = screened(file, { 'danger-now': 'yes', 'needs-doctor': 'yes' }).and();
  assert.deepEqual(open(two.when('answer-danger', acting).and()), [`needs-doctor screening ${today}`], 'each is answered on its own');
});

test('given a child in danger or without a safe place, when they are placed in a place assessed as safe, then that answers it, and nothing else does', () => {
  const both = screened(file, { 'danger-now': 'yes', 'safe-tonight': 'no', 'needs-doctor': 'yes' }).and();
  const placed = (result: string) => both.when('assess-place', assessing({ result })).and().when('place-child', placing());
  placed('safe').then('child-placed', 'danger-answered', 'danger-answered');
  assert.deepEqual(open(placed('safe').and()), [`needs-doctor screening ${today}`]);
  placed('safe-with-conditions').then('child-placed');
  const urgent = both.when('place-in-emergency', { ...placing(), name: 'Hope House' }, asBoss);
  urgent.then('child-placed-in-emergency');
  // Found where the child was placed already: the place does not answer it.
  const there = file.when('assess-place', assessing()).and().when('place-child', placing()).and();
  const found = screened(there, { 'danger-now': 'yes' }).and();
  assert.deepEqual([open(found), safetyNow(found.state, today)], [[`danger-now screening ${today}`], 'danger-found']);
});

test('given answers dated by a wrong clock, then what they find counts from the day on which it was recorded, and it is said; they answer nothing', () => {
  for (const on of ['2013-12-31', '2026-11-19']) {
    const world = screened(file, { 'danger-now': 'yes' }, { on }).and();
    assert.deepEqual([open(world), doubts(world)], [[`danger-now screening ${today}`], ['day']], on);
  }
  screened(file, { 'danger-now': 'yes' }, { on: '2026-11-24' }).refused('ledger.day-to-come');
  const wrong = visited(endangered, {}, { on: '2026-11-19' }, 5).and();
  assert.deepEqual(open(wrong), [`danger-now screening ${today}`]);
});

test('given answers that arrive late from a phone, then what was recorded before says nothing against them; sent twice they are one danger', () => {
  const asked = visited(file, {}, { on: '2026-11-22' }).and();
  const late = screened(asked, { 'danger-now': 'yes' }, { on: '2026-11-21' }).and();
  assert.deepEqual([open(late), doubts(late)], [['danger-now screening 2026-11-21'], ['contradicted']]);
  assert.deepEqual(late.tasks().sort(), [`act-now ${today}`, `danger-review ${today}`], 'due on the day on which it is known');
  screened(late, { 'danger-now': 'yes' }, { on: '2026-11-21' }).then();
});

test('given a danger, when the answers are amended without it, then it stays and is said to be contradicted; one that is amended in is a danger', () => {
  const amending = (answers: Answers) => ({ answering: anId(1), answers: { ...safe, ...answers }, because: 'She told more.' });
  const away = endangered.when('amend-answers', amending({})).and();
  assert.deepEqual([open(away), doubts(away)], [[`danger-now screening ${today}`], ['contradicted']]);
  const in_ = screened(file, {})
    .and()
    .when('amend-answers', amending({ 'needs-doctor': 'yes' }))
    .and();
  assert.deepEqual(open(in_), [`needs-doctor screening ${today}`]);
});

test('given dangers of where the child is, then they are in the same list, and end with where the child is', () => {
  const found = endangered
    .when('record-whereabouts', { stay: anId(80), fact: 'detention', since: today, note: 'The police called.' })
    .and();
  assert.deepEqual(open(found), [`danger-now screening ${today}`, `whereabouts whereabouts ${today}`]);
  assert.equal(safetyNow(found.state, today), 'detention');
  found.when('answer-danger', { ...acting, danger: anId(80) }).refused('ledger.no-such-entry');
});

test('in whatever order answers, placements and acts come, a danger is open unless something that came after it answered it', () => {
  const alarm = fc.constantFrom('danger-now', 'needs-doctor');
  const day = fc.integer({ min: 0, max: 2 });
  const act = fc.oneof(
    fc.tuple(alarm, day, fc.boolean()).map(([question, back, yes]) => ({ does: 'ask' as const, question, back, yes })),
    alarm.map((question) => ({ does: 'act' as const, question })),
    fc.constantFrom(anId(20), anId(22)).map((place) => ({ does: 'place' as const, place })),
  );
  fc.assert(
    fc.property(fc.array(act, { minLength: 2, maxLength: 10 }), (acts) => {
      let world = [anId(20), anId(22)].reduce(
        (before, place) => before.when('assess-place', assessing({ place, assessment: anId(Number(place.slice(-3)) + 300) })).and(),
        file,
      );
      let lives = '';
      // Said apart from the rule: which alarm waits, of which answers, known since which day.
      let waiting: { of: string; question: string; since: string }[] = [];
      acts.forEach((one, i) => {
        const now = contextOn(i).today;
        if (one.does === 'ask') {
          const on = contextOn(Math.max(0, i - one.back)).today;
          world = screened(world, { [one.question]: one.yes ? 'yes' : 'no' }, { answering: anId(100 + i), on }, i).and();
          waiting = waiting.filter(({ question, since }) => !(on > since && (question !== one.question || !one.yes)));
          if (one.yes) waiting.push({ of: anId(100 + i), question: one.question, since: now });
        } else if (one.does === 'act') {
          const of = waiting.find(({ question }) => question === one.question);
          if (!of) return;
          world = world.when('answer-danger', { danger: of.of, alarm: of.question, what: 'x', on: now }, contextOn(i)).and();
          waiting = waiting.filter((other) => other !== of);
        } else {
          world = world.when('place-child', placing({ placement: anId(200 + i), place: one.place, from: now }), contextOn(i)).and();
          // Placed where they are already, they are in the same danger.
          if (one.place !== lives) waiting = waiting.filter(({ question }) => question !== 'danger-now');
          lives = one.place;
        }
        const ids = dangersOf(world.state).map(({ id, kind }) => `${id} ${kind}`);
        assert.deepEqual(ids.sort(), waiting.map(({ of, question }) => `${of} ${question}`).sort());
      });
    }),
    { numRuns: 200 },
  );
});
