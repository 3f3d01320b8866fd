import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anId, contextOn, given, opened } from '../testing.ts';
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

test('given a visit that was dropped for a reason, then it counts neither as made nor as missed', () => {
  const dropped = home.when('drop-visit', { visit: visitOf(0), because: 'Moved the visit.' }).and() as Given;
  assert.deepEqual(due(dropped), ['search-child 2027-02-20', 'search-review 2027-02-20', 'visit-missed 2026-12-24']);
});
