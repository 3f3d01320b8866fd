import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { testOffice } from '../../../app/testing.ts';

const olle = testOffice();

test('who works on a case reads what courts did in it, and nobody else', async () => {
  const worker = olle.as('case-worker');
  const stranger = olle.as('case-worker', { name: 'colleague' });
  const id = uuidv7();
  const opening = { person: null, source: 'call', ward: '3', born: { first: '2014-01-01', last: '2014-12-31' }, name: 'Maya Rai', riskLevel: 'high', concern: 'Offered work abroad.', worker: worker.actor.id, actions: [] }; // biome-ignore format: one line
  const done = async (name: string, input: object, status = 200) => {
    const answer = await worker.command('cases.case', id, name, input);
    assert.equal(answer.status, status, JSON.stringify(answer.body));
    return answer.body as { code?: string };
  };
  await done('open', opening);
  const charge = {
    step: uuidv7(),
    kind: 'charge',
    on: '2020-02-03',
    outcome: 'filed',
    authority: 'District court',
    reference: '076-CR-17',
  };
  const early = { ...charge, step: uuidv7(), kind: 'verdict', outcome: 'convicted' };
  assert.equal((await done('record-step', early, 409)).code, 'justice.no-charge-before');
  await done('record-step', charge);
  await done('name-lawyer', { since: '2020-02-03', name: 'Sita Gurung' });
  interface Read {
    stages: string[];
    steps: { reference: string; outcome: string }[];
    lawyer: { name: string };
  }
  const { body } = await worker.get<Read>(`/api/cases/case/${id}/justice`);
  assert.deepEqual(body.stages, ['suspected', 'prosecution']);
  assert.deepEqual(
    body.steps.map(({ reference, outcome }) => [reference, outcome]),
    [['076-CR-17', 'filed']],
  );
  assert.equal(body.lawyer.name, 'Sita Gurung');
  assert.equal((await stranger.get(`/api/cases/case/${id}/justice`)).status, 404);
});
