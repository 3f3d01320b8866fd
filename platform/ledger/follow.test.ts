import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { openPool, type Pool, withTransaction } from '../database/pool.ts';
import { type TestDatabase, testDatabase } from '../database/testing.ts';
import { coded, command, defineRecord, type EventOf, fields, Line } from '../decider/index.ts';
import { Sealing } from '../sealing/sealing.ts';
import { eventsAfter } from './follow.ts';
import { Ledger, systemActor } from './ledger.ts';
import { Registry } from './registry.ts';

// A reader that only ever asks for "everything since p" must not miss what was begun early and committed late.

const events = { rung: fields({ by: coded(Line) }) };
const bell = defineRecord<{ rung: number }, EventOf<typeof events>>()({
  kind: 'tower.bell',
  events,
  facts: (state) => ({ rung: state.rung }),
  evolve: (state) => ({ rung: (state?.rung ?? 0) + 1 }),
  grants: {},
  commands: {
    ring: command({
      summary: 'Ring',
      in: 'new-or-existing',
      by: 'member',
      input: fields({ by: Line }),
      decide: (_, { by }) => [{ type: 'rung', by }],
    }),
  },
});

let database: TestDatabase;
let owner: Pool;
let pool: Pool;
let ledger: Ledger;
let cities = 0;

before(async () => {
  database = await testDatabase();
  owner = openPool(database.ownerUrl, { max: 2, applicationName: 'test' });
  pool = openPool(database.appUrl, { max: 20, applicationName: 'test' });
  ledger = new Ledger({
    pool,
    sealing: new Sealing(randomBytes(32)),
    registry: new Registry([bell]),
    views: [],
    reactions: [],
    consequences: [],
    policies: [],
    enqueue: async () => undefined,
    clock: () => new Date('2026-11-23T20:00:00Z'),
  });
});
after(async () => {
  await pool?.end();
  await owner?.end();
  await database?.drop();
});

async function newCity(): Promise<number> {
  const number = ++cities;
  await owner.query("insert into city (number, id, name, country, time_zone) values ($1, $2, 'Made-up', 'NP', 'Asia/Kathmandu')", [
    number,
    uuidv7(),
  ]);
  await owner.query('insert into ledger_head (city) values ($1)', [number]);
  return number;
}

interface Writer {
  /** When it begins, how long it thinks before it writes, and how long between writing and the commit. */
  readonly starts: number;
  readonly thinks: number;
  readonly lingers: number;
  readonly bells: readonly number[];
  readonly gives: 'commit' | 'rollback';
}

const milliseconds = fc.integer({ min: 0, max: 25 });
const writer: fc.Arbitrary<Writer> = fc.record({
  starts: milliseconds,
  thinks: milliseconds,
  lingers: milliseconds,
  bells: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 }),
  gives: fc.constantFrom('commit', 'commit', 'commit', 'rollback'),
});

class TakenBack extends Error {}

test('a follower that asks for everything since its last position sees every committed event once, in order', async () => {
  const property = fc.asyncProperty(
    fc.array(writer, { minLength: 4, maxLength: 16 }),
    fc.array(fc.record({ limit: fc.integer({ min: 1, max: 7 }), pause: fc.integer({ min: 0, max: 4 }) }), { minLength: 1, maxLength: 3 }),
    async (writers, followers) => {
      const city = await newCity();
      const bells = Array.from({ length: 6 }, () => uuidv7());
      const committed: string[] = [];
      let writing = true;

      const write = async ({ starts, thinks, lingers, bells: rung, gives }: Writer, n: number) => {
        await sleep(starts);
        const attempt = ledger.transaction(city, async (tx) => {
          await tx.query('select 1');
          await sleep(thinks);
          const requests = rung.map((bell) => ({ kind: 'tower.bell', id: bells[bell]!, name: 'ring', input: { by: `${n}/${bell}` } }));
          await ledger.runAll(tx, systemActor(city), requests);
          await sleep(lingers);
          if (gives === 'rollback') throw new TakenBack();
        });
        const done = await attempt.then(
          () => true,
          (error) => {
            if (!(error instanceof TakenBack)) throw error;
            return false;
          },
        );
        if (done) committed.push(...rung.map((bell) => `${n}/${bell}`));
      };

      const follow = async ({ limit, pause }: { limit: number; pause: number }) => {
        const seen: { position: number; by: string }[] = [];
        for (let last = false; ; ) {
          const ending = !writing;
          const found = await withTransaction(pool, city, (tx) => eventsAfter(tx, ledger.keys, city, seen.at(-1)?.position ?? 0, limit));
          seen.push(...found.map(({ position, fields: f }) => ({ position, by: String(f['by']) })));
          if (found.length === 0 && last) return seen;
          // Only what is asked for after the last commit may be the end.
          last = found.length === 0 && ending;
          if (found.length === 0) await sleep(pause);
        }
      };

      const following = followers.map(follow);
      await Promise.all(writers.map(write));
      writing = false;
      for (const seen of await Promise.all(following)) {
        assert.deepEqual(
          seen.map(({ position }) => position),
          committed.map((_, i) => i + 1),
        );
        assert.deepEqual(seen.map(({ by }) => by).sort(), [...committed].sort());
      }
    },
  );
  await fc.assert(property, { numRuns: 20, endOnFailure: true });
});
