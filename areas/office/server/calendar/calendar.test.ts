import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { done, openCase, type Persona, testOffice } from '../../../../app/testing.ts';

const olle = testOffice();
const mina = olle.as('case-worker', { name: 'mina' });
const ravi = olle.as('case-worker', { name: 'ravi' });
const boss = olle.as('supervisor');

interface Calendar {
  earlier: number;
  days: {
    day: string;
    total: number;
    tasks: { record: string; page: string; kind: string; name: string; what: string | null; overdue: boolean }[];
  }[];
}
const open = (worker: Persona, name: string, days: string[]) => {
  const actions = days.map((due, n) => ({ what: `Deed ${n}`, who: worker.actor.id, due }));
  return openCase(boss, { name, worker: worker.actor.id, actions });
};
const calendar = (who: Persona, from: string, until: string, of?: string) =>
  who.post<Calendar & { code: string }>('/api/office/calendar', { from, until, ...(of ? { of } : {}) });
const december = (who: Persona, of?: string) => done(calendar(who, '2026-12-01', '2026-12-31', of));

test('a month names a few things of each day and counts all; a day names all of them', async () => {
  const file = await open(mina, 'Maya Rai', ['2026-12-01', ...Array.from({ length: 7 }, () => '2026-12-09')]);
  const { days } = await december(mina);
  assert.deepEqual(
    days.map(({ day, total, tasks }) => [day, total, tasks.length]),
    [
      ['2026-12-01', 1, 1],
      ['2026-12-09', 7, 4],
    ],
  );
  const [first] = days[0]!.tasks;
  assert.deepEqual([first!.record, first!.kind, first!.name, first!.what], [file, 'action', 'Maya Rai', 'Deed 0']);
  const one = await done(calendar(mina, '2026-12-09', '2026-12-09'));
  assert.equal(one.days[0]!.tasks.length, 7);
});

test('each has the own days; who assigns sees those of a worker and of all, nobody else does', async () => {
  await open(ravi, 'Sita Rai', ['2026-12-24']);
  const days = async (who: Persona, of?: string) => (await december(who, of)).days.map(({ day }) => day);
  assert.deepEqual(await days(ravi), ['2026-12-24']);
  assert.deepEqual(await days(boss), []);
  assert.deepEqual(await days(boss, ravi.actor.id), ['2026-12-24']);
  assert.deepEqual(await days(boss, 'everybody'), ['2026-12-01', '2026-12-09', '2026-12-24']);
  for (const whose of ['everybody', mina.actor.id]) assert.equal((await calendar(ravi, '2026-12-01', '2026-12-31', whose)).status, 403);
  assert.deepEqual(await days(ravi, ravi.actor.id), ['2026-12-24'], 'the own id is no other');
});

test('a day with hundreds of things hides no later day, nor any of what is overdue', async () => {
  const busy = olle.as('case-worker', { name: 'busy' });
  await busy.get('/api/office/today');
  for (let i = 0; i < 14; i++)
    await open(
      busy,
      `Child ${i}`,
      Array.from({ length: 20 }, () => '2026-12-03'),
    );
  await open(busy, 'Child after', ['2026-12-30']);
  const totals = async (from: string) =>
    (await done(calendar(busy, from, '2026-12-31'))).days.flatMap(({ day, total }) =>
      day === '2026-12-03' || day > '2026-12-20' ? [total] : [],
    );
  assert.deepEqual(await totals('2026-12-01'), [280, 1]);
  const now = olle.now;
  olle.now = new Date('2027-01-02T03:00:00Z');
  assert.ok((await done(calendar(busy, '2027-01-01', '2027-01-31'))).earlier > 281);
  olle.now = now;
});

test('what waits for any supervisor is in the days of each', async () => {
  const file = await open(mina, 'Gita Rai', []);
  await done(mina.command('cases.case', file, 'ask-approval', { approval: uuidv7(), subject: 'closure', reason: 'moved' }));
  const { days } = await done(calendar(boss, '2026-11-23', '2026-11-30'));
  assert.deepEqual(
    days.flatMap(({ tasks }) => tasks.map(({ kind, name, page }) => [kind, name, page])),
    [['approval', 'Gita Rai', `/cases/${file}/plan#plan`]],
  );
});

test('what is late is marked in its day, and counted where its day is not shown', async () => {
  olle.now = new Date('2026-12-12T03:00:00Z');
  const { days, earlier } = await december(mina);
  assert.ok(days[0]!.tasks[0]!.overdue);
  const sum = ({ days: of }: Calendar) => of.reduce((n, { total }) => n + total, 0);
  const november = sum(await done(calendar(mina, '2026-11-01', '2026-11-30')));
  assert.ok(november > 0);
  assert.equal(earlier, november);
  const late = sum({ days: days.filter(({ day }) => day < '2026-12-12') } as Calendar);
  assert.equal((await done(calendar(mina, '2027-01-01', '2027-01-31'))).earlier, november + late);
});

test('a span that is too long, turned round or of days that are none is refused', async () => {
  assert.equal((await calendar(mina, '2026-01-01', '2026-12-31')).body.code, 'office.span-too-long');
  assert.equal((await calendar(mina, '2026-12-31', '2026-12-01')).body.code, 'office.span-too-long');
  assert.equal((await calendar(mina, '2026-02-31', '2026-03-01')).body.code, 'http.invalid-input');
});

test('whose names were shown is noted', async () => {
  const noted = await olle.tx((tx) =>
    tx.query<{ ids: string[] }>("select ids from read_log where why = 'calendar' and actor = $1", [ravi.actor.id]),
  );
  assert.ok(noted.rows.length > 0 && noted.rows.every(({ ids }) => ids.length === 1));
});
