import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Context, evolveAll, isRefusal } from '../../../../platform/decider/index.ts';
import { type CaseEvent, caseRecord } from '../case.ts';

const me = '00000000-0000-7000-8000-00000000000a';
const paper = '00000000-0000-7000-8000-0000000000f1';
const context: Context = {
  now: '2026-11-23T04:00:00.000Z',
  today: '2026-11-23',
  actor: { id: me, city: 1, roles: ['case-worker'] },
  newId: () => paper,
};
const opened: CaseEvent = {
  type: 'case-opened',
  person: null,
  source: 'visit',
  riskLevel: 'high',
  ward: '3',
  born: { first: '2014-01-01', last: '2014-12-31' },
  worker: me,
  on: '2026-11-20',
  name: 'Maya Rai',
  concern: 'Seen at the bus park with a stranger.',
};
const attached: CaseEvent = { type: 'paper-attached', paper, kind: 'identity', about: 'child', language: 'ne', on: '2026-11-23', by: me };
const removed: CaseEvent = { type: 'paper-removed', paper, on: '2026-11-23', by: me, because: 'Of another child.' };
const closed: CaseEvent = { type: 'case-closed', reason: 'goals-met', on: '2026-11-23', by: me, summary: 'Safe at home.' };
const input = { paper, kind: 'identity', about: 'child', language: 'ne', title: 'Birth certificate' };

const given = (...events: CaseEvent[]) => ({
  when(name: string, command: object) {
    const outcome = caseRecord.commands[name]!.decide(evolveAll(caseRecord, undefined, events), command, context);
    return {
      then: (...types: string[]) => assert.deepEqual(isRefusal(outcome) ? outcome.refused : outcome.map(({ type }) => type), types),
      refused: (code: string) => assert.equal(isRefusal(outcome) ? outcome.refused : outcome, code),
    };
  },
});

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
  given(opened).when('remove-paper', { paper, because: 'x' }).refused('cases.no-such-paper');
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
