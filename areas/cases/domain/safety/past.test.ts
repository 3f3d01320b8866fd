import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anId, approvedFor, contextOn, given, opened } from '../testing.ts';
import { pastOf } from './past.ts';

const on = '2026-11-23';
const atHome = given(opened)
  .when('record-whereabouts', { stay: anId(1), fact: 'elsewhere', since: on })
  .and();
const ran = atHome.when('record-leaving', { stay: anId(2), how: 'ran-away', on }, contextOn(1)).and();
const signs = (of: typeof ran) => pastOf(of.state).map(({ sign, on: day }) => `${sign} ${day}`);

test('given a case that is still open, when the child ran away, then the case says so, and not that there was a case before', () => {
  assert.deepEqual(signs(atHome), []);
  assert.deepEqual(signs(ran), [`ran-away ${on}`]);
});

test('given a case that is closed, then it says that there was one, and nothing where it was unfounded', () => {
  const closed = (reason: 'moved' | 'unfounded') =>
    given(...atHome.events, ...approvedFor(reason))
      .when('close', { reason, summary: 'x' })
      .and();
  assert.deepEqual([signs(closed('moved')), signs(closed('unfounded'))], [[`case ${on}`], []]);
});
