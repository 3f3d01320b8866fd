import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOlle } from '../../app/testing.ts';
import { until } from '../../app/until.ts';
import type { JobDefinition } from './job.ts';
import { startQueue, taskListOf } from './queue.ts';

test('jobs with one key never run side by side, and none is lost; others do not wait for them', async () => {
  const olle = await testOlle();
  let running = 0;
  let most = 0;
  let runs = 0;
  let besides = 0;
  const { promise: enough, resolve: letEnd } = Promise.withResolvers<void>();
  const jobs: JobDefinition[] = [
    {
      name: 'tests.slow',
      async run() {
        running++;
        runs++;
        most = Math.max(most, running);
        await enough;
        running--;
      },
    },
    {
      name: 'tests.other',
      async run() {
        if (running > 0) besides++;
      },
    },
  ];
  const runner = await startQueue(olle.owner, olle.services, jobs, 3);
  try {
    for (let i = 1; i <= 4; i++) {
      await olle.tx((tx) => olle.services.enqueue(tx, [{ job: 'tests.slow', payload: {}, key: 'tests.slow' }], 1));
      await until('a run is under way', () => running > 0);
      // Whoever is free takes what was queued first: another run with the key would have begun before this.
      await olle.tx((tx) => olle.services.enqueue(tx, [{ job: 'tests.other', payload: {} }], 1));
      await until('others are done meanwhile', () => besides === i);
    }
    letEnd();
    await until('nothing is queued', async () => {
      const { rows } = await olle.owner.query<{ n: number }>('select count(*)::int as n from graphile_worker._private_jobs');
      return rows[0]!.n === 0;
    });
    assert.equal(most, 1);
    assert.equal(runs, 2, 'what was asked for while a run was under way is run after it, once');
  } finally {
    letEnd();
    await runner.stop();
    await olle.close();
  }
});

test('work that fails to the last try says that it gave up, once', async () => {
  const olle = await testOlle();
  let tries = 0;
  let gaveUp = 0;
  const job: JobDefinition = {
    name: 'tests.broken',
    async run() {
      tries++;
      throw new Error('always');
    },
    async gaveUp() {
      gaveUp++;
    },
  };
  await olle.tx((tx) => olle.services.enqueue(tx, [{ job: job.name, payload: {} }], 1));
  const runner = await startQueue(olle.owner, olle.services, [job], 1);
  try {
    await until('it gave up', async () => {
      // The waits between tries grow to hours: none is waited for here.
      await olle.owner.query('update graphile_worker._private_jobs set run_at = now() where locked_at is null');
      await olle.owner.query('notify "jobs:insert", \'{"r":1,"count":1}\'');
      return gaveUp > 0;
    });
    assert.equal(gaveUp, 1);
    assert.equal(tries, 12);
  } finally {
    await runner.stop();
    await olle.close();
  }
});

test('what the clock brings is done for each city, and what it brings while that waits is not done twice', async () => {
  const olle = await testOlle();
  const cities: number[] = [];
  const job: JobDefinition = {
    name: 'tests.hourly',
    cron: '0 * * * *',
    async run({ city }) {
      cities.push(city);
    },
  };
  const byClock = taskListOf(olle.services, [job])[job.name]!;
  const helpers = { job: { attempts: 1, max_attempts: 12 } } as unknown as Parameters<typeof byClock>[1];
  try {
    for (let i = 0; i < 2; i++) await byClock({ _cron: { ts: '2026-11-24T00:00:00Z' } }, helpers);
    const runner = await startQueue(olle.owner, olle.services, [job], 1);
    await until('each city had it', () => cities.length >= 2);
    await runner.stop();
    assert.deepEqual(cities.sort(), [1, 2]);
    const { rows } = await olle.owner.query<{ identifier: string }>('select identifier from graphile_worker._private_known_crontabs');
    assert.deepEqual(rows, [{ identifier: job.name }]);
  } finally {
    await olle.close();
  }
});
