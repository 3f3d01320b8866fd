import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { done, openCase, type Persona, testOffice, todayOf } from '../../../../app/testing.ts';
import { systemActor } from '../../../../platform/ledger/ledger.ts';
import { closeCase } from '../../../cases/server/testing.ts';

const many = 230;
const files: string[] = [];
const olle = testOffice();
const [mina, ravi, sita] = ['mina', 'ravi', 'sita'].map((name) => olle.as('case-worker', { name })) as [Persona, Persona, Persona];
const boss = olle.as('supervisor');
olle.before(async () => {
  const child = {
    person: null,
    source: 'call',
    ward: '3',
    born: { first: '2014-01-01', last: '2014-12-31' },
    concern: 'x',
    worker: mina.actor.id,
  };
  const requests = Array.from({ length: many }, (_, i) => {
    const id = uuidv7();
    files.push(id);
    const action = { what: 'Call the school', who: mina.actor.id, due: '2026-11-30' };
    const riskLevel = ['high', 'medium', 'low'][i % 3];
    return { kind: 'cases.case', id, name: 'open', input: { ...child, name: `Child ${i}`, riskLevel, actions: [action] } };
  });
  await olle.services.ledger.executeAll(systemActor(1), requests);
  for (const [i, due] of ['2026-11-27', '2026-12-04', '2026-12-05'].entries()) {
    const plan = { conference: uuidv7(), on: due, purpose: 'What next', participants: 'The school' };
    await done(mina.command('cases.case', files[i]!, 'plan-conference', plan));
  }
});

interface Step {
  rows: { id: string; done: boolean; code?: string }[];
  next: string | null;
  left: number;
}
/** All steps, or so many. */
async function go(path: string, body: object = {}, most = Number.POSITIVE_INFINITY): Promise<Step[]> {
  const steps: Step[] = [];
  for (let after: string | null = null; steps.length < most; ) {
    const answer: { status: number; body: Step } = await boss.post<Step>(path, { ...body, ...(after ? { after } : {}) });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    steps.push(answer.body);
    after = answer.body.next;
    if (!after) break;
  }
  return steps;
}
const caseload = async (who: Persona) => (await boss.post<{ total: number }>('/api/cases/list', { worker: who.actor.id })).body.total;
interface Leave {
  id: string;
  left: number;
  lent: number;
  ended: string | null;
  next: string[];
  elsewhere: unknown[];
}
const leaveOf = async (id: string) => (await boss.get<Leave>(`/api/office/leave/${id}`)).body;

test('before anything moves it is told how much will, what is due in the time, and who of the substitutes is away too', async () => {
  const asked = { worker: mina.actor.id, from: '2026-11-23', until: '2026-12-04', to: [ravi.actor.id, sita.actor.id] };
  type Preview = { cases: number; high: number; due: { kind: string; cases: number }[]; elsewhere: number; away: string[] };
  const preview = async (more: object = {}) => (await boss.post<Preview>('/api/office/leaves/preview', { ...asked, ...more })).body;
  assert.deepEqual(await preview(), {
    cases: many,
    high: Math.ceil(many / 3),
    due: [{ kind: 'conference', cases: 2 }],
    elsewhere: 0,
    away: [],
  });
  assert.equal((await preview({ cases: files.slice(0, 7) })).cases, 7);
  assert.equal((await mina.post('/api/office/leaves/preview', asked)).status, 403);
  const id = uuidv7();
  await done(boss.command('office.leave', id, 'plan', { ...asked, worker: ravi.actor.id, to: [sita.actor.id] }));
  assert.deepEqual((await preview()).away, [ravi.actor.id]);
  await go(`/api/office/leave/${id}/give-back`, { how: 'kept' });
  assert.deepEqual((await preview()).away, []);
});

test('a worker’s cases go to several, step by step; broken off, a second try completes; given back, all are his again', async () => {
  const id = uuidv7();
  const plan = { worker: mina.actor.id, from: '2026-11-23', until: '2026-12-04', to: [ravi.actor.id, sita.actor.id] };
  await done(boss.command('office.leave', id, 'plan', plan));
  const again = await boss.command('office.leave', uuidv7(), 'plan', plan);
  assert.deepEqual([again.status, again.body.code], [409, 'office.leave-already']);
  assert.equal((await mina.post(`/api/office/leave/${id}/hand-over`, {})).status, 403);
  assert.deepEqual((await leaveOf(id)).next, ['hand-over', 'move-end']);
  // The line breaks after a hundred.
  const [first] = await go(`/api/office/leave/${id}/hand-over`, {}, 1);
  assert.deepEqual([first!.rows.length, first!.left, (await leaveOf(id)).lent], [100, many - 100, 100]);
  const rest = await go(`/api/office/leave/${id}/hand-over`);
  assert.ok(rest.flatMap(({ rows }) => rows).every((row) => row.done));
  assert.deepEqual([(await leaveOf(id)).left, (await leaveOf(id)).lent], [0, many]);
  assert.deepEqual((await leaveOf(id)).next, ['move-end', 'end']);
  assert.deepEqual(await go(`/api/office/leave/${id}/hand-over`), [{ rows: [], next: null, left: 0 }]);
  assert.deepEqual([await caseload(mina), await caseload(ravi), await caseload(sita)], [0, many / 2, many / 2]);
  const grave = async (who: Persona) =>
    (await boss.post<{ total: number }>('/api/cases/list', { worker: who.actor.id, riskLevel: 'high' })).body.total;
  assert.ok(Math.abs((await grave(ravi)) - (await grave(sita))) <= 1);

  // What the worker was to do is the substitute's meanwhile; the case says whose it is.
  const one = (await boss.post<{ rows: { id: string }[] }>('/api/cases/list', { worker: ravi.actor.id })).body.rows[0]!.id;
  type Head = { lent: { of: string; until: string } | null };
  assert.deepEqual((await ravi.get<Head>(`/api/cases/case/${one}`)).body.lent, { of: mina.actor.id, until: '2026-12-04' });
  const { tasks } = (await ravi.get<{ tasks: { kind: string; who: string }[] }>(`/api/cases/case/${one}/overview`)).body;
  assert.equal(tasks.find(({ kind }) => kind === 'action')?.who, ravi.actor.id);
  const kinds = async (who: Persona) => (await todayOf(who)).lines.map(({ kind }) => kind);
  assert.deepEqual([...new Set(await kinds(mina))], ['lent'], 'nothing is to be done, and it says who has the cases');
  assert.equal((await mina.get(`/api/cases/case/${one}`)).status, 200);
  const lent = async (who: Persona) => (await todayOf(who)).lines.filter(({ kind }) => kind === 'lent');
  const [given] = await lent(ravi);
  assert.deepEqual([given!.due, given!.what], ['2026-12-04', `Away: ${many / 2} of their cases are with you until then`]);
  assert.equal((await lent(mina)).length, 2);
  // All are told at once, and not of each case.
  for (const who of [ravi, sita]) assert.deepEqual((await who.get<{ unseen: number }>('/api/office/news/unseen')).body, { unseen: 0 });

  // While any is lent the leave is not over, whoever says so.
  const over = await boss.command('office.leave', id, 'end', { how: 'given-back' });
  assert.deepEqual([over.status, over.body.code], [409, 'office.leave-not-over']);

  // One was closed meanwhile, one was given to another for good: neither comes back.
  const [closed, moved] = [files[10]!, files[11]!];
  const { actions } = (await boss.get<{ actions: { id: string }[] }>(`/api/cases/case/${closed}/overview`)).body;
  await done(boss.command('cases.case', closed, 'settle-action', { action: actions[0]!.id, how: 'done' }));
  await done(closeCase(boss, olle.as('supervisor', { name: 'anita' }), closed, 'moved'));
  await done(boss.command('cases.case', moved, 'assign', { worker: sita.actor.id }));
  olle.now = new Date('2026-12-05T03:00:00Z');
  const list = (await boss.get<{ rows: { id: string; until: string; lent: number }[] }>('/api/office/leaves')).body;
  assert.deepEqual(
    list.rows.map((row) => [row.id, row.until < '2026-12-05', row.lent]),
    [[id, true, many - 2]],
  );
  const [part] = await go(`/api/office/leave/${id}/give-back`, { how: 'given-back' }, 1);
  assert.deepEqual([part!.rows.length, (await leaveOf(id)).ended], [100, null]);
  await go(`/api/office/leave/${id}/give-back`, { how: 'given-back' });
  assert.deepEqual([(await leaveOf(id)).ended, (await leaveOf(id)).lent], ['given-back', 0]);
  assert.deepEqual((await leaveOf(id)).next, []);
  assert.deepEqual([await caseload(mina), await caseload(ravi) + (await caseload(sita))], [many - 2, 1]); // biome-ignore format: a table
  assert.deepEqual((await boss.get<{ rows: unknown[] }>('/api/office/leaves')).body.rows, []);
});

test('one case that cannot move keeps no other; what waits for who is away in cases of others is shown to the supervisor', async () => {
  const id = uuidv7();
  const chosen = files.slice(20, 24);
  const plan = { worker: mina.actor.id, from: '2026-12-05', until: '2026-12-24', to: [ravi.actor.id], cases: chosen };
  const raviFile = await openCase(ravi, { name: 'Other', riskLevel: 'low' });
  await done(ravi.command('cases.case', raviFile, 'offer-transfer', { transfer: uuidv7(), to: mina.actor.id, because: 'x' }));
  await done(boss.command('office.leave', id, 'plan', plan));
  const { elsewhere, left } = await leaveOf(id);
  assert.deepEqual([elsewhere.map((one) => (one as { kind: string }).kind), left], [['action', 'transfer'], 4]);
  // Ravi works here no more: each case says so, and none is lost.
  await done(olle.as('administrator').command('accounts.user', ravi.actor.id, 'deactivate', {}));
  const [step] = await go(`/api/office/leave/${id}/hand-over`);
  assert.deepEqual(step!.rows.map(({ done, code }) => done || code), Array(4).fill('accounts.worker-inactive')); // biome-ignore format: a table
  assert.deepEqual([step!.left, await caseload(mina)], [4, many - 2]);
  await done(olle.as('administrator').command('accounts.user', ravi.actor.id, 'reactivate', {}));
  await go(`/api/office/leave/${id}/hand-over`);
  await done(boss.command('office.leave', id, 'move-end', { until: '2026-12-31' }));
  await go(`/api/office/leave/${id}/give-back`, { how: 'kept' });
  assert.deepEqual([await caseload(ravi), (await leaveOf(id)).ended], [5, 'kept']);
  // What she still has to do there is hers, as where a case is given to another; after that it is no more hers to read.
  const { actions } = (await mina.get<{ actions: { id: string }[] }>(`/api/cases/case/${chosen[0]}/overview`)).body;
  await done(mina.command('cases.case', chosen[0]!, 'settle-action', { action: actions[0]!.id, how: 'done' }));
  assert.equal((await mina.get(`/api/cases/case/${chosen[0]}`)).status, 404);
});

test('a leave that is to begin later moves nothing before its day', async () => {
  const id = uuidv7();
  await done(
    boss.command('office.leave', id, 'plan', { worker: sita.actor.id, from: '2026-12-10', until: '2026-12-12', to: [ravi.actor.id] }),
  );
  const [step] = await go(`/api/office/leave/${id}/hand-over`);
  assert.ok(step!.rows.length > 0 && step!.rows.every(({ code }) => code === 'cases.leave-not-yet'));
  olle.now = new Date('2026-12-10T03:00:00Z');
  await go(`/api/office/leave/${id}/hand-over`);
  assert.equal(await caseload(sita), 0);
});
