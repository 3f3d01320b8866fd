import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { type Persona, testOffice } from '../../../../app/testing.ts';

const shown = {
  narrowing: { riskLevel: 'high', ward: '3', ageFrom: 10 },
  order: 'opened',
  columns: ['risk', 'seen'],
  search: null,
} as const;

interface View {
  id: string;
  name: string;
  narrowing: object;
  order: string;
  columns: string[];
  search: string | null;
  shared: boolean;
  record?: string;
  by?: string;
}
interface Views {
  id: string;
  most: number;
  views: View[];
  shared: View[];
  opens: string | null;
}
const olle = testOffice();
const worker = olle.as('case-worker');
const colleague = olle.as('case-worker', { name: 'colleague' });
const boss = olle.as('supervisor');

const read = async (who: Persona) => (await who.get<Views>('/api/cases/list/views')).body;
async function did(who: Persona, name: string, input: object, record?: string) {
  const answer = await who.command('cases.list-views', record ?? (await read(who)).id, name, input);
  return answer.status === 200 ? 'done' : (answer.body as { code: string }).code;
}

test('a view is kept as it was, found again, and nobody else sees it', async () => {
  const view = uuidv7();
  assert.equal(await did(worker, 'keep', { view, name: 'Canaryview of ward 3', ...shown, search: 'Canarychild' }), 'done');
  const { views, shared, opens } = await read(worker);
  assert.deepEqual(views, [{ id: view, name: 'Canaryview of ward 3', ...shown, search: 'Canarychild', shared: false }]);
  assert.deepEqual([shared, opens], [[], null]);
  const others = await read(colleague);
  assert.deepEqual([others.views, others.shared], [[], []]);
  // Nor does he write into it.
  const { id } = await read(worker);
  for (const who of [colleague, boss]) assert.equal(await did(who, 'rename', { view, name: 'x' }, id), 'ledger.not-found');
  for (const role of ['registrar', 'administrator', 'partner'] as const)
    assert.equal((await olle.as(role).get('/api/cases/list/views')).status, 403, role);
});

test('what a view is called and searches for stands nowhere in clear', async () => {
  const { rows: tables } = await olle.owner.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  for (const { name } of tables) {
    const { rows } = await olle.owner.query<{ n: number }>(`select count(*)::int as n from "${name}" t where t::text ilike '%canary%'`);
    assert.equal(rows[0]!.n, 0, name);
  }
});

test('what a supervisor shares everybody uses and may open with; taken back by any supervisor, it is gone for all', async () => {
  const view = uuidv7();
  assert.equal(await did(boss, 'keep', { view, name: 'High risk', ...shown }), 'done');
  assert.equal(await did(worker, 'share', { view: (await read(worker)).views[0]!.id }), 'http.not-allowed');
  assert.equal(await did(boss, 'share', { view }), 'done');
  const [seen] = (await read(colleague)).shared;
  assert.deepEqual([seen?.name, seen?.by, seen?.narrowing], ['High risk', boss.actor.id, shown.narrowing]);
  assert.deepEqual((await read(boss)).shared, [], 'his own is among his own');
  assert.equal(await did(colleague, 'open-with', { view }), 'done');
  assert.equal((await read(colleague)).opens, view);
  assert.equal(await did(colleague, 'unshare', { view }, seen!.record), 'ledger.not-found');
  const deputy = olle.as('supervisor', { name: 'deputy' });
  assert.equal(await did(deputy, 'unshare', { view }, seen!.record), 'done');
  const after = await read(colleague);
  assert.deepEqual([after.shared, after.opens], [[], view], 'the screen says that it is gone');
});

test('two windows: what was removed in one is not overwritten in the other', async () => {
  const view = uuidv7();
  await did(worker, 'keep', { view, name: 'For today', ...shown });
  assert.equal(await did(worker, 'remove', { view }), 'done');
  assert.equal(await did(worker, 'overwrite', { view, ...shown }), 'lists.no-such-view');
  assert.equal(await did(worker, 'remove', { view }), 'done');
});

test('a view may rest on what is there no longer; what there never was is not kept', async () => {
  const view = uuidv7();
  const gone = { ...shown, narrowing: { ward: 'a ward of before', worker: uuidv7() } };
  assert.equal(await did(worker, 'keep', { view, name: 'Old ward', ...gone }), 'done');
  assert.equal((await worker.post<{ total: number }>('/api/cases/list', gone.narrowing)).body.total, 0);
  assert.equal(await did(worker, 'keep', { view: uuidv7(), name: 'Odd', ...shown, columns: ['password'] }), 'http.invalid-input');
  assert.equal(await did(worker, 'keep', { view: uuidv7(), name: 'Odd', ...shown, narrowing: { name: 'Maya' } }), 'http.invalid-input');
});
