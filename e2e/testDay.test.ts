import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { clockOf, dayByCommit, hardDays } from './testDay.ts';

test('the hard days are the next of their kind, a leap day and a change of clocks among them', () => {
  assert.deepEqual(
    hardDays('2026-11-29').map(({ at }) => at),
    ['2026-12-31', '2027-02-28', '2028-02-29', '2026-11-30', '2027-03-28T00:57:00Z', '2026-11-29T18:05:00Z'],
  );
});

test('each hard day is some commit’s', () => {
  const found = Array.from({ length: 6 }, (_, i) => dayByCommit(`0000000${i}abc`, '2026-11-29').at);
  assert.equal(new Set(found).size, 6);
});

test('a program that is started lives on the day given, and its time goes on', () => {
  // This run may have a day of its own.
  const now = new Date(Date.now() - Number(process.env['OLLE_TEST_CLOCK'] ?? 0));
  const { environment } = clockOf('2028-02-29T18:05:00Z', now);
  const code = `const a = new Date(); setTimeout(() => console.log(a.toISOString(), new Date() > a, Date.now() > a, new Date(0).toISOString(), Date().slice(11, 15)), 20)`;
  const { stdout } = spawnSync(process.execPath, ['-e', code], { env: { ...process.env, ...environment }, encoding: 'utf8' });
  assert.match(stdout, /^2028-02-29T18:0[56]:\S+ true true 1970-01-01T00:00:00\.000Z 2028\n$/);
});

test('what is no day is refused', () => {
  for (const wrong of ['2027-02-29', '29 February', '2027-02-28T25:00:00Z', '']) assert.throws(() => clockOf(wrong), /--today is/);
});
