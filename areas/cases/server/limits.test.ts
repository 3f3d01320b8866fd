import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { testOffice } from '../../../app/testing.ts';

const olle = testOffice();

interface Held {
  id: string;
  version: number;
  from: string;
  values: Record<string, number>;
  visitDays: number[];
  history: { from: string; because: string | null; by: string | null; inForce: boolean }[];
  bounds: Record<string, { least: number; most: number }>;
}
const read = async (role: 'supervisor' | 'administrator') => (await olle.as(role).get<Held>('/api/cases/limits')).body;

test('a city starts with limits of Olle; those an administrator sets hold from their day on and leave what held before to be seen', async () => {
  const start = await read('supervisor');
  assert.deepEqual([start.version, start.history.map(({ inForce, by }) => [inForce, by])], [0, [[true, null]]]);
  const input = { from: '2026-12-01', because: 'Council 41', values: { ...start.values, assessmentDays: 3 }, visitDays: [7, 30] };
  const set = await olle.as('administrator').command('cases.limits', start.id, 'set', input);
  assert.equal(set.status, 200, JSON.stringify(set.body));
  const before = await read('supervisor');
  assert.deepEqual([before.values['assessmentDays'], before.history.map(({ inForce }) => inForce)], [7, [false, true]]);
  olle.now = new Date('2026-12-02T03:00:00Z');
  const after = await read('supervisor');
  assert.deepEqual([after.from, after.values['assessmentDays'], after.visitDays], ['2026-12-01', 3, [7, 30]]);
  assert.deepEqual(after.history[0], {
    ...after.history[0],
    because: 'Council 41',
    by: olle.as('administrator').actor.id,
    inForce: true,
  });
  // Why somebody set them is what a person wrote: it does not stand in clear.
  const { rows } = await olle.owner.query<{ n: number }>(
    "select count(*)::int as n from event e where to_jsonb(e)::text like '%Council 41%'",
  );
  assert.equal(rows[0]!.n, 0);

  // What is due in a case opened from then on follows them.
  const boss = olle.as('supervisor');
  const file = uuidv7();
  const opening = {
    person: null,
    source: 'call',
    ward: '3',
    born: { first: '2014-01-01', last: '2014-12-31' },
    name: 'Maya Rai',
    riskLevel: 'high',
    concern: 'x',
  };
  await boss.command('cases.case', file, 'open', { ...opening, worker: null, actions: [] });
  const { body } = await boss.get<{ tasks: { kind: string; due: string }[] }>(`/api/cases/case/${file}/overview`);
  assert.equal(body.tasks.find(({ kind }) => kind === 'assessment')?.due, '2026-12-05');
});

test('limits out of bounds, in the past or with visit days out of order are refused, and who does not set them does not see them', async () => {
  const { id, values, visitDays, bounds, version } = await read('supervisor');
  const boss = olle.as('supervisor');
  const setting = (more: object) =>
    boss.command('cases.limits', id, 'set', { from: '2026-12-05', because: 'x', values, visitDays, ...more });
  const codes = [
    await setting({ values: { ...values, emergencyAccessHours: bounds['emergencyAccessHours']!.most + 1 } }),
    await setting({ from: '2026-12-01' }),
    await setting({ visitDays: [30, 10] }),
  ].map(({ body }) => body.code);
  assert.deepEqual(codes, ['http.invalid-input', 'cases.limits-in-the-past', 'cases.visit-days-in-order']);
  // What is missing has no place of its own in the request: it is named all the same.
  const { body: missing } = await boss.command('cases.limits', id, 'set', { from: '2026-12-05', values, visitDays });
  assert.deepEqual([missing.code, missing.fields], ['http.invalid-input', ['/input/because']]);
  assert.equal((await read('supervisor')).version, version);
  assert.equal((await olle.as('case-worker').get('/api/cases/limits')).status, 403);
});
