import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { done, openCase, type Persona, testOffice, todayOf } from '../../../../app/testing.ts';
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
/** What a screening finds. */
const screen = (who: Persona, of: string, answers: object) =>
  done(
    who.command('cases.case', of, 'answer-questionnaire', {
      ...{ answering: uuidv7(), questionnaire: 'screening', version: 'olle-2', on: olle.now.toISOString().slice(0, 10) },
      ...{ interviewed: ['caregiver'], language: 'ne', interpreter: 'none' },
      answers: { 'danger-now': 'no', 'needs-doctor': 'no', 'safe-tonight': 'yes', 'self-harm': 'no', age: 'under-18', ...answers },
    }),
  );
const dangersToday = async (who: Persona) =>
  (await todayOf(who)).lines.flatMap(({ id, danger, kind, to }) => (danger ? [{ case: id.split('|')[0]!, kind, page: to }] : []));
const record = (who: Persona, of: string, fact: string) => done(who.command('cases.case', of, 'record-whereabouts', found(fact)));

test('given a child found in detention, then the case says so in red, and each supervisor has a notice and a task of the same day', async () => {
  const file = await openCase(mina, { name: 'Maya Rai' });
  await record(mina, file, 'detention');
  const head = (await mina.get<{ safety: string; recorded: { by: string } }>(`/api/cases/case/${file}`)).body;
  assert.deepEqual([head.safety, head.recorded.by], ['detention', mina.actor.id]);
  for (const who of [boss, chief]) {
    assert.deepEqual(await news(who, file), ['danger-found']);
    const rows = await dangersToday(who);
    assert.deepEqual(
      rows.flatMap((row) => (row.case === file ? [row.kind] : [])),
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

test('given a screening that finds danger, then every supervisor has a notice and, first of all on Today, a task; the case says in red by what it was found, until somebody records what was done', async () => {
  const file = await openCase(mina, { name: 'Asha Rai' });
  await screen(mina, file, { 'danger-now': 'yes', 'needs-doctor': 'yes' });
  assert.deepEqual([await news(boss, file), await news(mina, file)], [['danger-found'], []]);
  type Head = { safety: string; dangers: { id: string; kind: string; source: string; by: string }[] };
  const head = (await mina.get<Head>(`/api/cases/case/${file}`)).body;
  assert.deepEqual(
    [head.safety, head.dangers.map(({ kind, source, by }) => [kind, source, by])],
    ['danger-found', [['danger-now', 'screening', mina.actor.id], ['needs-doctor', 'screening', mina.actor.id]]], // biome-ignore format: a table
  );
  for (const [who, kind] of [
    [boss, 'danger-review'],
    [mina, 'act-now'],
  ] as const) {
    const rows = (await dangersToday(who)).filter((row) => row.case === file);
    assert.deepEqual(rows.map((row) => [row.kind, row.page]), [[kind, `/cases/${file}/safety#protection`]]); // biome-ignore format: one line
  }
  type Listed = { rows: { id: string; danger: string | null }[] };
  const listed = async () => (await boss.post<Listed>('/api/cases/list', { danger: true, status: 'open' })).body.rows.filter(({ id }) => id === file); // biome-ignore format: one line
  assert.deepEqual((await listed()).map(({ danger }) => danger), ['danger-now']); // biome-ignore format: one line
  for (const { id, kind } of head.dangers)
    await done(
      boss.command('cases.case', file, 'answer-danger', {
        danger: id,
        alarm: kind,
        on: olle.now.toISOString().slice(0, 10),
        what: 'Done.',
      }),
    );
  assert.deepEqual((await dangersToday(boss)).filter((row) => row.case === file), []); // biome-ignore format: one line
  assert.deepEqual([await listed(), (await mina.get<Head>(`/api/cases/case/${file}`)).body.dangers], [[], []]);
});

test('given an accusation or a detention, then supervisors are told once, when it raises an alarm, and not of every change to it', async () => {
  const file = await openCase(mina, { name: 'Puja Rai' });
  const accusing = (more: object) =>
    done(
      mina.command('cases.case', file, 'record-accusation', {
        ...{ offence: 'theft', authority: 'Police', on: olle.now.toISOString().slice(0, 10), actOn: null, detained: false },
        ...more,
      }),
    );
  await accusing({ accusation: uuidv7(), window: 'within' });
  assert.deepEqual(await news(boss, file), [], 'nobody holds them to be a victim');
  await screen(mina, file, { 'act-moved': 'yes', 'D4-01': 'yes', 'D4-02': 'yes' });
  assert.deepEqual(await news(boss, file), ['danger-found'], 'accused before, and presumed a victim now');
  const accusation = uuidv7();
  await accusing({ accusation, window: 'within' });
  await accusing({ accusation, window: 'within', authority: 'Police of ward 3' });
  assert.deepEqual(await news(boss, file), ['danger-found', 'danger-found']);
  await record(mina, file, 'detention');
  await record(mina, file, 'detention');
  assert.deepEqual(await news(boss, file), ['danger-found', 'danger-found', 'danger-found']);
});
