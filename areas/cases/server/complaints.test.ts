import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { openCase, testOffice, todayOf } from '../../../app/testing.ts';

const olle = testOffice();

test('a complaint about the only supervisor is answered by the data-protection officer, who is told on Today and reads nothing else', async () => {
  const mina = olle.as('case-worker', { name: 'mina' });
  const [boss, officer] = [olle.as('supervisor', { name: 'boss' }), olle.as('data-protection-officer', { name: 'officer' })];
  const [file, other] = [await openCase(mina, { name: 'Gita Rai' }), await openCase(mina, { name: 'Maya Lama' })];
  const day = olle.now.toISOString().slice(0, 10);
  const complain = (id: string, about: string | null, words: string) =>
    mina.command('cases.case', id, 'record-feedback', { feedback: uuidv7(), kind: 'complaint', from: 'child', about, on: day, words });
  assert.equal((await complain(file, boss.actor.id, 'Shouted at me.')).status, 200);
  assert.equal((await complain(other, mina.actor.id, 'Came late.')).status, 200);

  const { lines } = await todayOf(officer);
  const told = lines.filter(({ kind }) => kind === 'complaint');
  assert.deepEqual(told.map(({ to }) => to), ['/cases/complaints']); // biome-ignore format: one thought
  assert.ok(!JSON.stringify(lines).includes('Shouted') && !JSON.stringify(lines).includes('Gita'));

  type Listed = { rows: { case: string; id: string; words: string; about: string; answered: { answer: string } | null }[] };
  const list = async (who: typeof officer) => await who.get<Listed>('/api/cases/complaints');
  const { body } = await list(officer);
  assert.deepEqual(body.rows.map(({ case: of, words, about }) => [of, words, about]), [[file, 'Shouted at me.', boss.actor.id]]); // biome-ignore format: one thought
  assert.ok(!JSON.stringify(body).includes('Gita'));
  for (const who of [boss, mina, olle.as('registrar'), olle.as('monitoring-officer')]) assert.equal((await list(who)).status, 403);
  assert.equal((await officer.get(`/api/cases/case/${file}`)).status, 403, 'the case stays closed to them');

  const answer = { feedback: body.rows[0]!.id, answer: 'We are sorry.' };
  assert.equal((await boss.command('cases.case', file, 'answer-feedback', answer)).status, 403, 'whom it is about does not answer');
  assert.equal((await officer.command('cases.case', file, 'answer-feedback', answer)).status, 200);
  assert.equal((await list(officer)).body.rows[0]!.answered?.answer, 'We are sorry.');
  assert.equal((await todayOf(officer)).lines.filter(({ kind }) => kind === 'complaint').length, 0);
  type FollowUp = { feedback: { answered: { answer: string } | null }[] };
  const seen = (await mina.get<FollowUp>(`/api/cases/case/${file}/follow-up`)).body;
  assert.equal(seen.feedback[0]?.answered?.answer, 'We are sorry.', 'the worker reads the answer and tells the child');
  assert.equal(
    (await boss.get<FollowUp>(`/api/cases/case/${file}/follow-up`)).body.feedback.length,
    0,
    'whom it is about learns of neither',
  );
});

test('given nobody is named, then who had the case and is the data-protection officer now learns of no complaint, also on Today', async () => {
  const [first, second] = [olle.as('supervisor', { name: 'first' }), olle.as('supervisor', { name: 'second' })];
  const file = await openCase(first, { name: 'Sita Gurung' });
  const said = { feedback: uuidv7(), kind: 'complaint', from: 'child', about: null, on: olle.now.toISOString().slice(0, 10), words: 'Was late.' }; // biome-ignore format: one thought
  assert.equal((await second.command('cases.case', file, 'record-feedback', said)).status, 200);
  const toldTo = async (who: typeof first) => (await todayOf(who)).lines.filter(({ id }) => id.startsWith(`${file}|complaint|`)).length;
  assert.equal(await toldTo(olle.as('data-protection-officer', { name: 'officer' })), 1);
  Object.assign(first.actor, { roles: ['data-protection-officer'] });
  assert.equal(await toldTo(first), 0);
});
