import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { done, openCase, testOffice } from '../../../../app/testing.ts';
import { awaitUnseen } from './awaitUnseen.ts';

const olle = testOffice();
const worker = olle.as('case-worker');
const boss = olle.as('supervisor');
const waits = (unseen: number, seconds: number) =>
  boss.get<{ unseen: number }>(`/api/office/news/unseen?known=${unseen}&seconds=${seconds}`);
const danger = { fact: 'street', note: 'Seen at the bus park.' };

test('given a supervisor who waits for what is new, when a danger is recorded, then they are told within a second', async () => {
  const file = await openCase(worker);
  assert.deepEqual((await waits(1, 20)).body, { unseen: 0 }, 'who knows of another number is told at once');
  let told = false;
  const waiting = waits(0, 20).then((answer) => {
    told = true;
    return answer;
  });
  await new Promise((resolve) => setTimeout(resolve, 700));
  assert.equal(told, false, 'nothing is new');
  await done(worker.command('cases.case', file, 'record-whereabouts', { stay: uuidv7(), since: '2026-11-23', ...danger }));
  const since = performance.now();
  assert.deepEqual((await waiting).body, { unseen: 1 });
  assert.ok(performance.now() - since < 5000, 'long before the 20 seconds are over');
});

test('given a supervisor to whom nothing happens, then they are answered when the time is over', async () => {
  const since = performance.now();
  assert.deepEqual((await waits(1, 1)).body, { unseen: 1 });
  assert.ok(performance.now() - since >= 900);
});

test('given two ledgers in one process, when somebody waits in a city of each, then each ledger is asked what is new in its city', async () => {
  const waitIn = async () => {
    let asked = 0;
    // How many are unseen, the last position of the city, and how many are unseen since.
    const ledger = { transaction: async () => asked++ };
    const call = { actor: { city: 1, id: boss.actor.id }, query: { known: '0', seconds: '20' }, ended: new AbortController().signal };
    await awaitUnseen({ ...call, services: { ledger, clock: () => new Date(0) } } as never);
    return asked;
  };
  assert.deepEqual(await Promise.all([waitIn(), waitIn()]), [3, 3]);
});
