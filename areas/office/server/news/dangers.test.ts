import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { done, openCase, type Persona, testOffice } from '../../../../app/testing.ts';
import { rebuild } from '../../../../platform/ledger/rebuild.ts';

const olle = testOffice();
const mina = olle.as('case-worker', { name: 'mina' });
const boss = olle.as('supervisor', { name: 'boss' });
const chief = olle.as('supervisor', { name: 'chief' });
const late = olle.as('case-worker', { name: 'late' });
const admin = olle.as('administrator');

const news = async (who: Persona, of: string) =>
  (
    await who.post<{ rows: { about: { kind: string; page: string } | null }[] }>('/api/office/news', { case: of, which: 'all' })
  ).body.rows.map(({ about }) => about?.kind);
const found = (fact: string) => ({ stay: uuidv7(), fact, since: olle.now.toISOString().slice(0, 10), note: 'The police called.' });
const record = (who: Persona, of: string, fact: string) => done(who.command('cases.case', of, 'record-whereabouts', found(fact)));

test('given a child found in detention, then the case says so in red, and each supervisor has a notice and a task of the same day', async () => {
  const file = await openCase(mina, { name: 'Maya Rai' });
  await record(mina, file, 'detention');
  const head = (await mina.get<{ safety: string; recorded: { by: string } }>(`/api/cases/case/${file}`)).body;
  assert.deepEqual([head.safety, head.recorded.by], ['detention', mina.actor.id]);
  for (const who of [boss, chief]) {
    assert.deepEqual(await news(who, file), ['danger-found']);
    const { reviews } = (await who.get<{ reviews: { rows: { case: string; kind: string }[] } }>('/api/office/today')).body;
    assert.deepEqual(
      reviews.rows.flatMap((row) => (row.case === file ? [row.kind] : [])),
      ['danger-review'],
    );
  }
  assert.deepEqual(await news(mina, file), [], 'nobody is told what they wrote themselves');
});

test('given a supervisor who writes it down, then the worker and the other supervisors are told, and nobody of a hospital', async () => {
  const file = await openCase(mina, { name: 'Sita Rai' });
  await record(boss, file, 'street');
  await record(boss, file, 'hospital');
  assert.deepEqual([await news(mina, file), await news(chief, file), await news(boss, file)], [['danger-found'], ['danger-found'], []]);
});

test('who was a supervisor when it was written down is told, whoever becomes one or is none any more, also after a rebuild', async () => {
  const [before, after] = [await openCase(mina, { name: 'Gita Rai' }), await openCase(mina, { name: 'Rita Rai' })];
  await record(mina, before, 'street');
  await done(admin.command('accounts.user', late.actor.id, 'change-roles', { roles: ['supervisor'] }));
  await done(admin.command('accounts.user', chief.actor.id, 'change-roles', { roles: ['case-worker'] }));
  await record(mina, after, 'street');
  const told = async () => {
    const { rows } = await olle.owner.query<{ user_id: string; case_id: string }>(
      'select user_id, case_id from office_notice where case_id = any($1)',
      [[before, after]],
    );
    const to = (of: string) => rows.flatMap(({ user_id, case_id }) => (case_id === of ? [user_id] : [])).sort();
    return [to(before), to(after)];
  };
  const expected = [[boss, chief].map(({ actor }) => actor.id).sort(), [boss, late].map(({ actor }) => actor.id).sort()];
  assert.deepEqual(await told(), expected);
  const { parts } = olle.services.ledger;
  await rebuild(parts, olle.owner, parts.views, () => undefined);
  assert.deepEqual(await told(), expected);
});
