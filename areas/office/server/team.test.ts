import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { openCase, testOffice } from '../../../app/testing.ts';
import { lacks } from '../../cases/domain/index.ts';
import { assessing } from '../../forms/domain/testing.ts';

const olle = testOffice();

interface Team {
  limit: number;
  workers: {
    worker: string | null;
    room: number;
    week: number;
    away: { from: string; until: string } | null;
    languages: string[];
    wards: string[];
    wardsOfCases: string[];
    open: number;
    high: number;
    low: number;
    overdue: number;
    late: number;
    untouched: number;
  }[];
  waits: { kind: string; tasks: number; cases: number; longest: number; middle: number }[];
  lacks: { lack: string; cases: number }[];
}

test('each number of the team is that of the list behind it; what was made good leaves it', async () => {
  const boss = olle.as('supervisor');
  const [mina, ravi] = [olle.as('case-worker', { name: 'mina' }), olle.as('case-worker', { name: 'ravi' })];
  const open = (worker: string | null, riskLevel: string) => openCase(boss, { worker, riskLevel });
  const team = async (worker?: string) => (await boss.post<Team>('/api/office/team', worker ? { worker } : {})).body;
  assert.deepEqual(
    (await team()).workers.map(({ open: cases }) => cases),
    [0, 0],
  );

  const files = [await open(mina.actor.id, 'high'), await open(mina.actor.id, 'low'), await open(ravi.actor.id, 'high')];
  await open(null, 'low');
  const now = await team();
  assert.deepEqual(now.waits, []);
  assert.equal(now.workers[0]?.worker, null);
  const hers = now.workers.find(({ worker }) => worker === mina.actor.id);
  assert.deepEqual([hers?.open, hers?.high, hers?.low], [2, 1, 1]);

  // Ten days on, no need was assessed (7 days) and nothing was done first, but a plan is not late yet (14).
  olle.now = new Date('2026-12-03T03:00:00Z');
  const later = await team();
  const assessment = later.waits.find(({ kind }) => kind === 'assessment');
  assert.deepEqual(assessment, { kind: 'assessment', tasks: 4, cases: 4, longest: 3, middle: 3 });
  assert.ok(!later.waits.some(({ kind }) => kind === 'plan'));
  const assessed = await mina.command('cases.case', files[0]!, 'answer-questionnaire', assessing(uuidv7(), '2026-12-03', { safety: 2 }));
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
  const gitas = (await team(gita.actor.id)).workers[0];
  const { body } = await boss.post<{ total: number }>('/api/cases/list', { worker: gita.actor.id, overdue: true });
  assert.deepEqual([gitas?.overdue, gitas?.late, body.total], [0, 1, 1]);
});

test('who has no case stands in the team too, most room first; who is away has none', async () => {
  const boss = olle.as('supervisor');
  const [busy, free, away] = [
    olle.as('case-worker', { name: 'busy' }),
    olle.as('case-worker', { name: 'free' }),
    olle.as('case-worker', { name: 'away' }),
  ];
  await openCase(boss, { worker: busy!.actor.id, riskLevel: 'high', ward: '4' });
  const team = async () => (await boss.post<Team>('/api/office/team', {})).body;
  const of = async (who: { actor: { id: string } }) => (await team()).workers.find(({ worker }) => worker === who.actor.id);

  assert.deepEqual(await of(free!), { ...(await of(free!)), open: 0, room: 25, away: null, wardsOfCases: [] });
  assert.deepEqual([(await of(busy!))?.room, (await of(busy!))?.wardsOfCases], [24, ['4']]);
  const order = (await team()).workers.map(({ worker }) => worker);
  assert.ok(order.indexOf(free!.actor.id) < order.indexOf(busy!.actor.id));
  assert.equal(order.indexOf(null), order.includes(null) ? 0 : -1);

  const said = await boss.command('accounts.user', free!.actor.id, 'describe-work', { languages: ['mai', 'ne'], wards: ['4'] });
  assert.equal(said.status, 200, JSON.stringify(said.body));
  assert.deepEqual([(await of(free!))?.languages, (await of(free!))?.wards], [['mai', 'ne'], ['4']]);
  assert.equal((await busy!.command('accounts.user', free!.actor.id, 'describe-work', { languages: [], wards: [] })).status, 403);

  const today = olle.now.toISOString().slice(0, 10);
  const leave = { worker: away!.actor.id, from: today, until: '2027-03-20', to: [free!.actor.id] };
  const planned = await boss.command('office.leave', uuidv7(), 'plan', leave);
  assert.equal(planned.status, 200, JSON.stringify(planned.body));
  assert.deepEqual([(await of(away!))?.room, (await of(away!))?.away], [0, { from: today, until: '2027-03-20' }]);
});
