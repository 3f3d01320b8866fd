import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { openCase, testOffice } from '../../../app/testing.ts';
import { lacks } from '../../cases/domain/index.ts';

const olle = testOffice();

interface Team {
  workers: { worker: string | null; open: number; high: number; low: number; overdue: number; late: number; untouched: number }[];
  waits: { kind: string; tasks: number; cases: number; longest: number; middle: number }[];
  lacks: { lack: string; cases: number }[];
}

test('each number of the team is that of the list behind it; what was made good leaves it', async () => {
  const boss = olle.as('supervisor');
  const [mina, ravi] = [olle.as('case-worker', { name: 'mina' }), olle.as('case-worker', { name: 'ravi' })];
  const open = (worker: string | null, riskLevel: string) => openCase(boss, { worker, riskLevel });
  const team = async (worker?: string) => (await boss.post<Team>('/api/office/team', worker ? { worker } : {})).body;
  assert.deepEqual((await team()).workers, []);

  const files = [await open(mina.actor.id, 'high'), await open(mina.actor.id, 'low'), await open(ravi.actor.id, 'high')];
  await open(null, 'low');
  const now = await team();
  assert.deepEqual(now.waits, []);
  assert.deepEqual([now.workers[0]?.worker, now.workers[0]?.open, now.workers[0]?.high, now.workers[0]?.low], [mina.actor.id, 2, 1, 1]);

  // Ten days on, no need was assessed (7 days) and nothing was done first, but a plan is not late yet (14).
  olle.now = new Date('2026-12-03T03:00:00Z');
  const later = await team();
  const assessment = later.waits.find(({ kind }) => kind === 'assessment');
  assert.deepEqual(assessment, { kind: 'assessment', tasks: 4, cases: 4, longest: 3, middle: 3 });
  assert.ok(!later.waits.some(({ kind }) => kind === 'plan'));
  const domains = [{ domain: 'safety', level: 'serious' }];
  const assessed = await mina.command('cases.case', files[0]!, 'assess-needs', { on: '2026-12-03', needs: domains });
  assert.equal(assessed.status, 200, JSON.stringify(assessed.body));

  olle.now = new Date('2027-03-01T03:00:00Z');
  const much = await team();
  const numbers = Object.fromEntries(much.lacks.map(({ lack, cases }) => [lack, cases]));
  assert.deepEqual(numbers, { worker: 1, assessment: 3, plan: 1, consent: 4, guardian: 0, seen: 4, touched: 4 });
  for (const lack of lacks) {
    const { body } = await boss.post<{ total: number; rows: unknown[] }>('/api/cases/list', { lack });
    assert.deepEqual([body.total, body.rows.length], [numbers[lack], numbers[lack]], lack);
  }
  for (const { kind, cases } of much.waits)
    assert.equal((await boss.post<{ total: number }>('/api/cases/list', { late: kind })).body.total, cases, kind);

  // One worker's page counts his cases alone; a note touches a file again.
  await mina.command('cases.case', files[1]!, 'note', { text: 'Called the school.' });
  const own = await team(mina.actor.id);
  assert.deepEqual([own.workers.length, own.workers[0]?.untouched, own.lacks.find(({ lack }) => lack === 'plan')?.cases], [1, 1, 1]);
  assert.equal((await mina.post('/api/office/team', {})).status, 403);

  // What a supervisor is late with is not the worker's overdue task; the case is in the list behind the number all the same.
  const gita = olle.as('case-worker', { name: 'gita' });
  const file = await open(gita.actor.id, 'low');
  await gita.command('cases.case', file, 'add-action', { action: uuidv7(), what: 'Call', who: gita.actor.id, due: '2027-03-20' });
  await gita.command('cases.case', file, 'invoke-emergency', { emergency: uuidv7(), purpose: 'case-work', because: 'x' });
  olle.now = new Date('2027-03-06T03:00:00Z');
  const hers = (await team(gita.actor.id)).workers[0];
  const { body } = await boss.post<{ total: number }>('/api/cases/list', { worker: gita.actor.id, overdue: true });
  assert.deepEqual([hers?.overdue, hers?.late, body.total], [0, 1, 1]);
});
