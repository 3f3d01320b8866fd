import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { done, openCase, type Persona, testOffice } from '../../../../app/testing.ts';
import { rebuild } from '../../../../platform/ledger/rebuild.ts';

const olle = testOffice();
const mina = olle.as('case-worker', { name: 'mina' });
const ravi = olle.as('case-worker', { name: 'ravi' });
const boss = olle.as('supervisor');

interface Notice {
  position: number;
  seen: boolean;
  about: { case: string; page: string; name: string; kind: string; by: string } | null;
}
const open = (who: Persona, name: string) => openCase(who, { name });
const unseen = async (who: Persona) => (await who.get<{ unseen: number }>('/api/office/news/unseen')).body.unseen;
const news = async (who: Persona, body: object = {}) =>
  (await who.post<{ rows: Notice[]; next: number | null }>('/api/office/news', body)).body.rows;
const kinds = (rows: Notice[]) => rows.map(({ about }) => about?.kind ?? null);
const safety = { reason: 'safety', words: 'A man waits at the school gate every day.' };

test('who has the case is told what others do in it, and nobody of what he did himself', async () => {
  const file = await open(mina, 'Maya Rai');
  assert.equal(await unseen(mina), 0);
  await done(boss.command('cases.case', file, 'raise-flag', { flag: uuidv7(), ...safety }));
  await done(boss.command('cases.case', file, 'note', { text: 'Ask the school.', mentions: [mina.actor.id] }));
  await done(mina.command('cases.case', file, 'note', { text: 'Asked.', mentions: [boss.actor.id] }));
  assert.deepEqual(kinds(await news(mina)), ['mentioned', 'flag-raised']);
  assert.deepEqual(
    (await news(boss)).map(({ about }) => about),
    [{ case: file, page: `/cases/${file}`, name: 'Maya Rai', kind: 'mentioned', by: mina.actor.id }],
  );
  assert.deepEqual([await unseen(mina), await unseen(boss), await unseen(ravi)], [2, 1, 0]);
});

test('what was looked at stays so through a rebuild: one, those of a case that is opened, all up to the last', async () => {
  const [one, two] = [await open(mina, 'Sita Rai'), await open(mina, 'Gita Rai')];
  for (const file of [one, two, two]) await done(boss.command('cases.case', file, 'note', { text: 'Go on.' }));
  const [last, , first] = await news(mina);
  await done(mina.post('/api/office/news/seen', { only: first!.position }));
  await done(mina.post('/api/office/news/seen', { only: first!.position }));
  assert.deepEqual((await news(mina, { case: one })).length, 0);
  assert.deepEqual(kinds(await news(mina, { case: one, which: 'all' })), ['noted']);
  const before = [await unseen(mina), await news(mina, { which: 'all' })] as const;
  const { parts } = olle.services.ledger;
  await rebuild(parts, olle.owner, parts.views, () => undefined);
  assert.deepEqual([await unseen(mina), await news(mina, { which: 'all' })], before);
  await mina.get(`/api/cases/case/${two}/overview`);
  assert.deepEqual(kinds(await news(mina, { case: two })), []);
  await done(mina.post('/api/office/news/seen', { until: last!.position }));
  assert.equal(await unseen(mina), 0);
  assert.ok((await unseen(boss)) > 0, 'another’s are his own to look at');
});

test('of a case that is not his to see any more one learns only that something was', async () => {
  const file = await open(mina, 'Laliguras');
  await done(boss.command('cases.case', file, 'note', { text: 'Go on.' }));
  await done(boss.command('cases.case', file, 'assign', { worker: ravi.actor.id }));
  const mine = await mina.post('/api/office/news', { case: file });
  assert.deepEqual(
    (mine.body as { rows: Notice[] }).rows.map(({ about }) => about),
    [null, null],
  );
  assert.ok(!JSON.stringify(mine.body).includes('Laliguras') && !JSON.stringify(mine.body).includes(file));
  assert.deepEqual(kinds(await news(ravi, { case: file })), ['case-given']);
});

test('what was told long ago is new no more; a colleague of another city and other roles are told nothing', async () => {
  const file = await open(mina, 'Hari Rai');
  await done(boss.command('cases.case', file, 'note', { text: 'Go on.' }));
  assert.ok((await unseen(mina)) > 0);
  olle.now = new Date('2027-03-01T03:00:00Z');
  assert.deepEqual([await unseen(mina), await news(mina, { which: 'all' })], [0, []]);
  assert.equal((await olle.as('registrar').get('/api/office/news/unseen')).status, 403);
  assert.deepEqual(await news(olle.as('case-worker', { city: 2 }), { which: 'all' }), []);
});
