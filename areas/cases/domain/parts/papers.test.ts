import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evolveAll } from '../../../../platform/decider/index.ts';
import { type CaseEvent, caseRecord } from '../case.ts';
import { given, me, opened } from '../testing.ts';

const paper = '00000000-0000-7000-8000-0000000000f1';
const attached: CaseEvent = { type: 'paper-attached', paper, kind: 'identity', about: 'child', language: 'ne', on: '2026-11-23', by: me };
const removed: CaseEvent = { type: 'paper-removed', paper, on: '2026-11-23', by: me, because: 'Of another child.' };
const closed: CaseEvent = { type: 'case-closed', reason: 'goals-met', on: '2026-11-23', by: me, summary: 'Safe at home.' };
const input = { paper, kind: 'identity', about: 'child', language: 'ne', title: 'Birth certificate' };

test('given an open case, when a paper is attached, then it is; again, nothing happens', () => {
  given(opened).when('attach-paper', input).then('paper-attached');
  given(opened, attached).when('attach-paper', input).then();
});
test('a closed case takes no papers, but one may be removed from it', () => {
  given(opened, closed).when('attach-paper', input).refused('cases.closed');
  given(opened, attached, closed).when('remove-paper', { paper, because: 'Of another child.' }).then('paper-removed');
});
test('when a paper is removed, then its trace stays with the reason; again, nothing happens', () => {
  const state = evolveAll(caseRecord, undefined, [opened, attached, removed])!;
  assert.deepEqual(state.papers, [
    {
      id: paper,
      kind: 'identity',
      about: 'child',
      language: 'ne',
      title: null,
      on: '2026-11-23',
      by: me,
      removed: { on: '2026-11-23', by: me, because: 'Of another child.' },
    },
  ]);
  given(opened, attached, removed).when('remove-paper', { paper, because: 'Twice' }).then();
});
test('what was removed cannot come back under its number; what is not there cannot be removed', () => {
  given(opened, attached, removed).when('attach-paper', input).refused('cases.paper-removed');
  given(opened).when('remove-paper', { paper, because: 'x' }).refused('ledger.no-such-entry');
});
test('given two hundred papers, when one more is attached, then it is refused; a removed one makes room', () => {
  const many = Array.from({ length: 200 }, (_, i): CaseEvent => ({ ...attached, paper: `${paper.slice(0, -4)}${1000 + i}` }));
  given(opened, ...many)
    .when('attach-paper', input)
    .refused('cases.too-many-papers');
  given(opened, ...many, { ...removed, paper: `${paper.slice(0, -4)}1000` })
    .when('attach-paper', input)
    .then('paper-attached');
});
