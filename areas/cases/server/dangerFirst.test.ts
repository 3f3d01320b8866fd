import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { openCase, testOffice } from '../../../app/testing.ts';
import { assessing } from '../../forms/domain/testing.ts';

const olle = testOffice();

test('a danger stands first in the case and is the next act of its head, of a worker and of a supervisor, whatever was due before it', async () => {
  const mina = olle.as('case-worker', { name: 'mina' });
  const boss = olle.as('supervisor', { name: 'boss' });
  const file = await openCase(mina, { name: 'Gita Rai' });
  const conference = uuidv7();
  const done = async (name: string, input: object) => assert.equal((await mina.command('cases.case', file, name, input)).status, 200, name);
  const day = (days: number) => new Date(olle.now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  for (const on of [2, 3, 4]) await done('plan-conference', { conference, on: day(on), purpose: 'Where to live', participants: 'Aunt' });
  // Ten days on all of that is overdue, and then somebody finds that the child is in danger.
  olle.now = new Date(olle.now.getTime() + 10 * 86_400_000);
  const found = assessing(uuidv7(), day(0), { safety: 0 });
  await done('answer-questionnaire', { ...found, answers: { ...found.answers, 'danger-now': 'yes' } });
  type Tasks = { tasks: { kind: string; due: string }[] };
  for (const [who, kind] of [[mina, 'act-now'], [boss, 'danger-review']] as const) {
    const { tasks } = (await who.get<Tasks>(`/api/cases/case/${file}/overview`)).body;
    assert.ok(tasks.some(({ due }) => due < day(0)), 'something is overdue');
    assert.equal(tasks[0]?.kind, 'act-now');
    assert.equal((await who.get<{ task: { kind: string } }>(`/api/cases/case/${file}`)).body.task.kind, kind);
  } // biome-ignore format: a table
});
