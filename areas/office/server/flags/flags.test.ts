import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { done, openCase, type Persona, testOffice, todayOf } from '../../../../app/testing.ts';

const olle = testOffice();
const mina = olle.as('case-worker', { name: 'mina' });
const ravi = olle.as('case-worker', { name: 'ravi' });
const boss = olle.as('supervisor');

const open = (who: Persona, name: string) => openCase(who, { name });
/** The flags on somebody's Today, first things first. */
const flagsOf = async (who: Persona) =>
  (await todayOf(who)).lines.flatMap(({ id, kind, who: name, what }) => (kind === 'flag' ? [{ id: id.split('|')[2]!, name, what }] : []));
const flagged = async (who: Persona) =>
  (await who.post<{ total: number; rows: { id: string; flags: number }[] }>('/api/cases/list', { flagged: true })).body;

test('a flag stands at the head of the case, in the list, on the worker’s first page and in the team, until it is settled', async () => {
  const file = await open(mina, 'Maya Rai');
  const [late, danger] = [uuidv7(), uuidv7()];
  const raise = { reason: 'date-wrong', words: 'She was born in 2012.', due: '2026-11-30' };
  await done(boss.command('cases.case', file, 'raise-flag', { flag: late, ...raise }));
  await done(boss.command('cases.case', file, 'raise-flag', { flag: danger, reason: 'safety', words: 'A man waits at the gate.' }));
  const head = (await mina.get<{ raised: { id: string; mine: boolean }[] }>(`/api/cases/case/${file}`)).body;
  assert.deepEqual(
    head.raised.map(({ id, mine }) => [id, mine]),
    [
      [late, true],
      [danger, true],
    ],
  );
  const { total, rows } = await flagged(mina);
  assert.deepEqual([total, rows.map(({ id, flags }) => [id, flags])], [1, [[file, 2]]]);
  const counts = await mina.post<{ counts: Record<string, Record<string, number>> }>('/api/cases/list/counts', { riskLevel: 'high' });
  assert.deepEqual(counts.body.counts['flagged'], { true: 1 });
  // What endangers a child stands first.
  assert.deepEqual((await flagsOf(mina)).map(({ id, name, what }) => [id, name, what]), [[danger, 'Maya Rai', 'Flag: A man waits at the gate.'], [late, 'Maya Rai', 'Flag: She was born in 2012.']]); // biome-ignore format: a table
  assert.deepEqual(await flagsOf(boss), []);
  const team = await boss.post<{ workers: { worker: string; flags: number }[] }>('/api/office/team', {});
  assert.equal(team.body.workers.find(({ worker }) => worker === mina.actor.id)?.flags, 2);
  const { tasks } = (await mina.get<{ tasks: { kind: string; what?: string }[] }>(`/api/cases/case/${file}/overview`)).body;
  assert.deepEqual(tasks.find(({ kind }) => kind === 'flag')?.what, raise.words);

  const refused = await mina.command('cases.case', file, 'close', { reason: 'moved', summary: 'Moved to her aunt.' });
  assert.deepEqual([refused.status, refused.body.code], [409, 'cases.safety-flag-open']);
  await done(mina.command('cases.case', file, 'settle-flag', { flag: danger, answer: 'He was arrested.' }));
  await done(mina.command('cases.case', file, 'settle-flag', { flag: late, answer: 'Corrected.' }));
  assert.deepEqual([(await flagged(mina)).total, await flagsOf(mina)], [0, []]);
  const { rows: told } = (await boss.post<{ rows: { about: { kind: string } | null }[] }>('/api/office/news', { case: file, which: 'all' }))
    .body;
  assert.equal(told.filter(({ about }) => about?.kind === 'flag-settled').length, 2, 'who raised them is told');
});

test('whoever took emergency access may raise a flag and settle their own; a stranger learns not even that the case is there', async () => {
  const file = await open(mina, 'Sita Rai');
  const flag = uuidv7();
  const raise = { flag, reason: 'attention', words: 'Her sister called.' };
  assert.equal((await ravi.command('cases.case', file, 'raise-flag', raise)).status, 404);
  await done(
    ravi.command('cases.case', file, 'take-emergency-access', { access: uuidv7(), because: 'Her sister says she is taken tonight.' }),
  );
  await done(ravi.command('cases.case', file, 'raise-flag', raise));
  const bosses = uuidv7();
  await done(boss.command('cases.case', file, 'raise-flag', { ...raise, flag: bosses }));
  const answer = await ravi.command('cases.case', file, 'settle-flag', { flag: bosses, answer: 'x' });
  assert.deepEqual([answer.status, answer.body.code], [403, 'cases.flag-of-another']);
  await done(ravi.command('cases.case', file, 'settle-flag', { flag, answer: 'She was mistaken.' }));
});

test('those who may be mentioned are offered, and nobody else can be; their names stand in the history by id', async () => {
  const file = await open(mina, 'Gita Rai');
  const { readers } = (await mina.get<{ readers: string[] }>(`/api/cases/case/${file}/readers`)).body;
  assert.ok(readers.includes(boss.actor.id) && !readers.includes(ravi.actor.id) && !readers.includes(mina.actor.id));
  assert.equal((await ravi.get(`/api/cases/case/${file}/readers`)).status, 404);
  const note = { text: 'Please look at the plan.', mentions: [ravi.actor.id] };
  const refused = await mina.command('cases.case', file, 'note', note);
  assert.deepEqual([refused.status, refused.body.code], [422, 'cases.mentioned-may-not-read']);
  await done(mina.command('cases.case', file, 'note', { ...note, mentions: [boss.actor.id] }));
  const told = await mina.history('cases.case', file);
  assert.deepEqual(told.find(({ event }) => event === 'noted')?.told, [boss.actor.id]);
});

test('what a supervisor has to look at waits on his first page, not on the worker’s', async () => {
  const file = await open(mina, 'Hari Rai');
  const emergency = { emergency: uuidv7(), purpose: 'case-work', because: 'She is hidden from her father.' };
  await done(mina.command('cases.case', file, 'invoke-emergency', emergency));
  const reviews = async (who: Persona) => (await todayOf(who)).lines.filter(({ id }) => id.endsWith(emergency.emergency));
  assert.deepEqual(await reviews(mina), []);
  assert.deepEqual((await reviews(boss)).map(({ kind, who }) => [kind, who]), [['emergency-review', 'Hari Rai']]); // biome-ignore format: one line
  await done(boss.command('cases.case', file, 'review-emergency', { emergency: emergency.emergency, upheld: true, note: 'Right.' }));
  assert.deepEqual(await reviews(boss), []);
});
