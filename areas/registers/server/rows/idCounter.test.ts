import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { Sealing } from '../../../../platform/sealing/sealing.ts';
import { IdCounter } from './idCounter.ts';

const sealing = new Sealing(randomBytes(32));
const idOf = (n: number) => sealing.idFor(1, 'registers.entry', `birth|${n}`);

test('an id is counted as often as it came, whatever came between', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300), { maxLength: 2000 }), (numbers) => {
      const counter = new IdCounter();
      const known = new Map<number, number>();
      for (const n of numbers) {
        assert.equal(counter.add(idOf(n)), known.get(n) ?? 0);
        known.set(n, (known.get(n) ?? 0) + 1);
      }
      for (let n = 0; n <= 300; n++) assert.equal(counter.has(idOf(n)), known.has(n));
    }),
    { numRuns: 30 },
  );
});

test('the ids of two hundred thousand rows are told apart while the table grows', () => {
  const counter = new IdCounter();
  const count = 200_000;
  for (let n = 0; n < count; n++) assert.equal(counter.add(idOf(n)), 0);
  for (let n = 0; n < count; n += 97) assert.equal(counter.add(idOf(n)), 1);
  for (let n = count; n < count + 1000; n++) assert.equal(counter.has(idOf(n)), false);
});
