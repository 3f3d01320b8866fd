import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { type PairState, pairRecord } from './pair.ts';

const [a, b] = [uuidv7(), uuidv7()];
const context = { actor: { id: uuidv7() }, now: '2026-01-01T00:00:00.000Z' } as never;
const open: PairState = { a, b, status: 'open', weight: 3, probability: 0.8, fields: [] };
const judged = (state: PairState, verdict: string) => pairRecord.commands['judge']!.decide(state, { a, b, verdict }, context) as object[];

test('an answer that is taken back says which answer holds no more: linkage had followed that one', () => {
  const [same] = judged(open, 'same');
  assert.equal('replaces' in same!, false);
  const [taken] = judged({ ...open, status: 'same' }, 'later');
  assert.deepEqual(
    { ...taken },
    { type: 'pair-judged', a, b, verdict: 'later', replaces: 'same', by: (context as { actor: { id: string } }).actor.id },
  );
  assert.equal('replaces' in judged({ ...open, status: 'later' }, 'not-same')[0]!, false, 'linkage does not follow what was put off');
  assert.deepEqual(judged({ ...open, status: 'same' }, 'same'), []);
});
