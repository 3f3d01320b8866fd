import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { done, openCase, testOffice } from '../../../../app/testing.ts';
import type { RowOf } from '../../../../platform/lists/list.ts';
import type { CaseFigures } from '../../contract/index.ts';
import type { caseList } from '../../domain/index.ts';
import { closeCase } from '../testing.ts';

const olle = testOffice();
const worker = olle.as('case-worker');
const boss = olle.as('supervisor');
const counts = olle.as('monitoring-officer');
const today = '2026-11-23';
type Row = RowOf<typeof caseList>;

const give = (id: string, name: string, input: object, who = worker) => done(who.command('cases.case', id, name, input));
const narrowed = async (asked: object) => (await done(boss.post<{ rows: Row[] }>('/api/cases/list', asked))).rows.map(({ id }) => id);
const figures = () => done(counts.get<CaseFigures>('/api/cases/figures'));
const of = (found: CaseFigures, what: Exclude<keyof CaseFigures, 'open' | 'closed'>) =>
  Object.fromEntries(found[what].map(({ value, n }) => [value, n]));

const [plain, weighed, ordered] = [uuidv7(), uuidv7(), uuidv7()];
olle.before(async () => {
  for (const id of [plain, weighed, ordered]) await openCase(worker, { name: 'Made-up child' }, id);
  const said = { hearing: 'heard', childView: 'To my aunt.', options: 'Two.' };
  const on = today;
  await give(weighed, 'assess-interests', { assessment: uuidv7(), on, ...said, finding: 'The aunt.', reviewOn: '2027-01-10' });
  await give(ordered, 'record-basis', {
    ...{ basis: uuidv7(), kind: 'court-order', purposes: ['case-work'], partner: null, authority: 'District court' },
    ...{ because: 'The court ordered it.', on, until: '2026-12-01' },
  });
  await give(plain, 'record-whereabouts', { stay: uuidv7(), fact: 'street', since: on, note: 'Seen at the bus park.' });
});

test('cases are narrowed by best interests, by what stands instead of consent while it does, and by the words at leaving care', async () => {
  assert.deepEqual(await narrowed({ interests: 'assessed' }), [weighed]);
  assert.deepEqual((await narrowed({ interests: 'not-assessed' })).sort(), [plain, ordered].sort());
  assert.deepEqual(await narrowed({ solution: 'resettlement' }), []);
  assert.deepEqual(await narrowed({ leaving: 'wants' }), []);
  assert.deepEqual(await narrowed({ basis: 'court-order' }), [ordered]);
  const { rows } = await done(boss.post<{ rows: Row[] }>('/api/cases/list', { basis: 'court-order' }));
  assert.deepEqual(rows.map(({ bases, interests, solution, leaving }) => [bases, interests, solution, leaving]), [[['court-order'], 'not-assessed', null, null]]); // biome-ignore format: one row
  olle.now = new Date('2026-12-02T03:00:00Z');
  assert.deepEqual(await narrowed({ basis: 'court-order' }), [], 'the order has ended');
  olle.now = new Date('2026-11-23T03:00:00Z');
});

test('figures count cases by what endangers the child, best interests and bases, for monitoring officers, without names', async () => {
  const found = await figures();
  assert.deepEqual([found.open, found.closed], [3, 0]);
  assert.deepEqual(of(found, 'danger'), { whereabouts: 1 });
  assert.deepEqual(of(found, 'lives'), { street: 1 });
  assert.deepEqual(of(found, 'interests'), { assessed: 1, 'not-assessed': 2 });
  assert.deepEqual(of(found, 'basis'), { 'court-order': 1 });
  assert.deepEqual(of(found, 'consent'), { with: 1, without: 2 });
  assert.ok(!JSON.stringify(found).includes('Made-up'));
  assert.equal((await counts.post('/api/cases/list', {})).status, 403);
  for (const role of ['registrar', 'case-worker', 'partner'] as const)
    assert.equal((await olle.as(role, { name: 'other' }).get('/api/cases/figures')).status, 403, role);
});

test('figures of closed cases say why they were closed, for a year', async () => {
  assert.equal((await closeCase(worker, boss, weighed, 'opened-in-error')).status, 200);
  const found = await figures();
  assert.deepEqual(
    [found.open, found.closed, of(found, 'closeReason'), of(found, 'interests')],
    [2, 1, { 'opened-in-error': 1 }, { 'not-assessed': 2 }],
  );
  olle.now = new Date('2027-11-24T03:00:00Z');
  assert.equal((await figures()).closed, 0);
});

test('the day of the last entry is that of the city: in the first hours of a day no longer the day before', async () => {
  // Quarter past one at night in Kathmandu.
  olle.now = new Date('2026-11-24T19:30:00Z');
  await give(ordered, 'note', { text: 'Called at night.' });
  const { rows } = await done(boss.post<{ rows: Row[] }>('/api/cases/list', { basis: 'court-order' }));
  assert.equal(rows[0]!.touchedOn, '2026-11-25');
});
