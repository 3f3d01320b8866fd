import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anId, contextOn, given, opened, other } from '../testing.ts';
import { missedVisits } from './missedVisits.ts';

type Given = ReturnType<typeof given>;
// Visits are due on 2026-11-30 and 2026-12-20, and later.
const home = given(opened).when('begin-follow-up', { since: '2026-11-20' }).and() as Given;
const visitOf = (n: number) => home.state.followUp.visits[n]!.id;
/** What becomes of the visit, `days` after the day of the tests. */
const made = (world: Given, n: number, outcome: string, days: number) => {
  const how = outcome === 'seen' ? { alone: true } : {};
  return world
    .when('make-visit', { visit: visitOf(n), on: contextOn(days).today, outcome, scores: {}, note: 'x', ...how }, contextOn(days))
    .and() as Given;
};
/** What a missed visit leaves to do, as it is shown on a day. */
const due = (world: Given) =>
  world
    .tasks()
    .filter((task) => /^(visit-|search-)/.test(task))
    .sort();
const step = (days: number) => ({ step: anId(90 + days), what: 'home', on: contextOn(days).today, who: 'Asha', note: 'Nobody there.' });

test('given a planned visit, when nobody makes it, then a supervisor takes it up four days after it was due; with the next it is a search', () => {
  assert.deepEqual(due(home), ['search-child 2026-12-21', 'search-review 2026-12-21', 'visit-missed 2026-12-04']);
  assert.deepEqual([0, 7, 8, 27, 28].map((days) => missedVisits(home.state, contextOn(days).today)), [0, 0, 1, 1, 2]); // biome-ignore format: a table
});

test('given a visit at which the child was not seen, or was refused, then it is made again within three days, and after three more a supervisor takes it up', () => {
  for (const outcome of ['not-found', 'refused']) {
    const missed = made(home, 0, outcome, 7);
    assert.deepEqual(due(missed), ['search-child 2026-12-21', 'search-review 2026-12-21', 'visit-again 2026-12-03', 'visit-missed 2026-12-06']); // biome-ignore format: a list
  }
});

test('given a missed visit, when the child is seen, then nothing of it is left', () => {
  const seen = made(made(home, 0, 'not-found', 7), 1, 'seen', 9);
  assert.deepEqual(due(seen), ['search-child 2027-05-23', 'search-review 2027-05-23', 'visit-missed 2027-02-23'], 'of the next visits');
  assert.equal(missedVisits(seen.state, contextOn(9).today), 0);
});

test('given two visits in a row at which the child was not seen, then searching is a task of the same day for the worker and a supervisor; each step holds for seven days, until the child is seen', () => {
  const missed = made(made(home, 0, 'not-found', 7), 1, 'not-found', 9);
  assert.deepEqual(due(missed), ['search-child 2026-12-02', 'search-review 2026-12-02']);
  assert.equal(missedVisits(missed.state, contextOn(9).today), 2);
  const searched = missed.when('record-search-step', step(10), contextOn(10)).and() as Given;
  assert.deepEqual(due(searched), ['search-child 2026-12-10', 'search-review 2026-12-10']);
  const earlier = missed.when('record-search-step', step(3), contextOn(10)).and() as Given;
  assert.deepEqual(due(earlier), ['search-child 2026-12-02', 'search-review 2026-12-02'], 'a step of before is not of this search');
  assert.deepEqual(due(made(searched, 2, 'seen', 12)).filter((task) => task.endsWith('2026-12-10')), []); // biome-ignore format: one line
});

const moves = (world: Given, due: string, days = 0) =>
  world.when('move-visit', { visit: visitOf(0), due, because: 'Roads closed.' }, contextOn(days)).and() as Given;
const drops = (world: Given, n: number) =>
  world.when('drop-visit', { visit: visitOf(n), because: 'The aunt said not to come.' }).and() as Given;
const tellsBoss = (upheld: boolean) => ({ visit: visitOf(0), upheld, note: 'Asked the worker.' });

test('given a visit that is moved past its day, when the child is not seen meanwhile, then it counts as missed all the same', () => {
  const moved = moves(home, '2027-02-01');
  assert.deepEqual(due(moved), ['search-child 2026-12-21', 'search-review 2026-12-21', 'visit-missed 2026-12-07']);
  assert.deepEqual([10, 11].map((days) => missedVisits(moved.state, contextOn(days).today)), [0, 1]); // biome-ignore format: a table
  // Brought forward it is missed on its new day.
  assert.ok(due(moves(home, '2026-11-25')).includes('visit-missed 2026-11-29'));
  const seen = made(moved, 1, 'seen', 9);
  assert.ok(due(seen).includes('visit-missed 2027-02-05'), 'the child was seen after the first day: the new one counts');
});

test('given a visit that was moved twice, then a supervisor says if that is right, not the one who moved it', () => {
  const twice = moves(moves(home, '2026-12-03'), '2026-12-24', 2);
  assert.ok(due(twice).includes('visit-review 2026-11-28'));
  twice.when('review-visit', tellsBoss(true)).refused('cases.review-not-own');
  const agreed = twice.when('review-visit', tellsBoss(true), contextOn(3, other)).and() as Given;
  assert.deepEqual(due(agreed), ['search-child 2026-12-25', 'search-review 2026-12-25', 'visit-missed 2026-12-24']);
  const wrong = twice.when('review-visit', tellsBoss(false), contextOn(3, other)).and() as Given;
  assert.ok(due(wrong).includes('visit-missed 2026-12-07'), 'what is not right counts as missed');
  assert.ok(due(moves(agreed, '2027-01-20', 10)).includes('visit-review 2026-12-06'), 'moved once more it is looked at once more');
});

test('given a visit that was dropped, when no other stands in its place within days, then it counts as missed until a supervisor agrees', () => {
  const dropped = drops(home, 0);
  assert.deepEqual(due(dropped), [
    'search-child 2026-12-21',
    'search-review 2026-12-21',
    'visit-missed 2026-12-07',
    'visit-review 2026-11-26',
  ]);
  const agreed = dropped.when('review-visit', tellsBoss(true), contextOn(1, other)).and() as Given;
  assert.deepEqual(due(agreed), ['search-child 2027-02-20', 'search-review 2027-02-20', 'visit-missed 2026-12-24']);
  const another = dropped.when('add-visit', { visit: anId(78), due: '2026-12-05' }).and() as Given;
  assert.deepEqual(due(another), ['search-child 2026-12-21', 'search-review 2026-12-21', 'visit-missed 2026-12-09']);
  const all = home.state.followUp.visits.reduce((world, _, n) => drops(world, n), home);
  assert.ok(due(all).includes('search-child 2026-12-24'), 'with all of them dropped the child is searched for');
});

test('given a visit whose day came, when follow-up is begun anew, then it counts as moved, unless the child was handed over that day', () => {
  const anew = home.when('begin-follow-up', { since: '2026-12-02' }, contextOn(10)).and() as Given;
  assert.ok(due(anew).includes('visit-missed 2026-12-07'));
  assert.deepEqual(anew.state.followUp.visits[0]!.earlier, ['2026-11-30']);
  const again = anew.when('begin-follow-up', { since: '2026-12-10' }, contextOn(18)).and() as Given;
  assert.deepEqual(again.state.followUp.visits[0]!.earlier, ['2026-11-30', '2026-12-12']);
});
