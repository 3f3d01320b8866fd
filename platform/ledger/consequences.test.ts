import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { Type } from 'typebox';
import { v7 as uuidv7 } from 'uuid';
import { openPool, type Pool, withTransaction } from '../database/pool.ts';
import { type TestDatabase, testDatabase } from '../database/testing.ts';
import { type Actor, coded, command, consult, defineRecord, type EventOf, fields, Id, refuse } from '../decider/index.ts';
import { Sealing } from '../sealing/sealing.ts';
import { Ledger, theOne } from './ledger.ts';
import { Refused } from './problems.ts';
import { Registry } from './registry.ts';

// A neutral example: books that are lent, readers who have them, and the house's rule of how many one may have.
const Count = Type.Integer({ minimum: 0 });
const bookEvents = { 'book-lent': fields({ reader: coded(Id) }), 'book-returned': fields({ reader: coded(Id) }) };
type BookEvent = EventOf<typeof bookEvents>;
const book = defineRecord<{ reader: string | null }, BookEvent>()({
  kind: 'club.book',
  events: bookEvents,
  facts: ({ reader }) => ({ reader }),
  evolve: (_, event) => ({ reader: event.type === 'book-lent' ? event.reader : null }),
  grants: {},
  commands: {
    lend: command({
      summary: 'Lend',
      in: 'new-or-existing',
      by: 'member',
      input: fields({ reader: Id }),
      decide: (state, input) => (state?.reader ? refuse('club.lent') : [{ type: 'book-lent', reader: input.reader }]),
    }),
    return: command({
      summary: 'Return',
      in: 'new-or-existing',
      by: 'member',
      input: fields({}),
      decide: (state) => (state?.reader ? [{ type: 'book-returned', reader: state.reader }] : []),
    }),
  },
});
const readerEvents = { counted: fields({ books: coded(Count) }) };
const reader = defineRecord<{ books: number }, EventOf<typeof readerEvents>>()({
  kind: 'club.reader',
  events: readerEvents,
  facts: ({ books }) => ({ books }),
  evolve: (_, { books }) => ({ books }),
  grants: {},
  commands: {
    count: command({
      summary: 'Count',
      in: 'new-or-existing',
      by: 'member',
      input: fields({ more: Type.Integer() }),
      consults: () => [{ kind: 'club.rule' }],
      decide(state, input, context) {
        const books = (state?.books ?? 0) + input.more;
        const most = consult<{ most: number }>(context, 'club.rule')?.most ?? 1;
        return books > most ? refuse('club.too-many', { most }) : [{ type: 'counted', books }];
      },
    }),
  },
});
const ruleEvents = { ruled: fields({ most: coded(Count) }) };
const rule = defineRecord<{ most: number }, EventOf<typeof ruleEvents>>()({
  kind: 'club.rule',
  events: ruleEvents,
  facts: () => ({}),
  evolve: (_, { most }) => ({ most }),
  grants: {},
  commands: {
    rule: command({
      summary: 'Rule',
      in: 'new-or-existing',
      by: 'member',
      input: fields({ most: Count }),
      decide: (_, input) => [{ type: 'ruled', most: input.most }],
    }),
  },
});

let database: TestDatabase;
let owner: Pool;
let pool: Pool;
let ledger: Ledger;
const sealing = new Sealing(randomBytes(32));
const actor: Actor = { id: uuidv7(), city: 1, roles: ['supervisor'] };

before(async () => {
  database = await testDatabase();
  owner = openPool(database.ownerUrl, { max: 2, applicationName: 'test' });
  pool = openPool(database.appUrl, { max: 8, applicationName: 'test' });
  await owner.query("insert into city (number, id, name, country, time_zone) values (1, $1, 'Made-up', 'NP', 'Asia/Kathmandu')", [
    uuidv7(),
  ]);
  await owner.query('insert into ledger_head (city) values (1)');
  ledger = new Ledger({
    pool,
    sealing,
    registry: new Registry([book, reader, rule]),
    views: [],
    reactions: [],
    consequences: [
      {
        kinds: ['club.book'],
        follow: ({ events }) =>
          (events as readonly BookEvent[]).map((event) => ({
            kind: 'club.reader',
            id: event.reader,
            name: 'count',
            input: { more: event.type === 'book-lent' ? 1 : -1 },
          })),
      },
    ],
    // Readers are counted by the system alone.
    policies: [() => [{ action: ['lend', 'return', 'rule'], subject: ['club.book', 'club.rule'] }]],
    enqueue: async () => undefined,
    clock: () => new Date('2026-11-23T20:00:00Z'),
  });
});
after(async () => {
  await pool?.end();
  await owner?.end();
  await database?.drop();
});

const lend = (id: string, to: string) => ({ kind: 'club.book', id, name: 'lend', input: { reader: to } });
const booksOf = (id: string) =>
  withTransaction(pool, 1, async (tx) => (await ledger.find<{ books: number }>(tx, 1, 'club.reader', id))?.state.books);
const eventsOf = async (id: string) =>
  (await owner.query<{ type: string; actor: string }>('select type, actor from event where id = $1 order by version', [id])).rows;

test('what follows of a decision is decided in the same transaction, under the name of who decided', async () => {
  const [one, me] = [uuidv7(), uuidv7()];
  assert.ok((await ledger.execute(actor, lend(one, me))).ok);
  assert.equal(await booksOf(me), 1);
  assert.deepEqual(await eventsOf(me), [{ type: 'counted', actor: actor.id }]);
  assert.ok((await ledger.execute(actor, { kind: 'club.book', id: one, name: 'return', input: {} })).ok);
  assert.equal(await booksOf(me), 0);
});

test('where what follows is refused, everything is, and nothing is kept', async () => {
  const [one, two, me] = [uuidv7(), uuidv7(), uuidv7()];
  assert.ok((await ledger.execute(actor, lend(one, me))).ok);
  await assert.rejects(
    ledger.execute(actor, lend(two, me)),
    (error) => error instanceof Refused && error.refusal.refused === 'club.too-many',
  );
  assert.deepEqual(await eventsOf(two), []);
  assert.equal(await booksOf(me), 1);
});

test('a decision knows the records it consults, also one that the same request has just changed', async () => {
  const [one, two, three, me] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const ruled = { kind: 'club.rule', id: sealing.idFor(1, 'club.rule', theOne), name: 'rule' };
  assert.ok((await ledger.execute(actor, { ...ruled, input: { most: 2 } })).ok);
  await ledger.executeAll(actor, [lend(one, me), lend(two, me)]);
  assert.equal(await booksOf(me), 2);
  await assert.rejects(ledger.execute(actor, lend(three, me)), /club.too-many/);
  await ledger.executeAll(actor, [{ ...ruled, input: { most: 3 } }, lend(three, me)]);
  assert.equal(await booksOf(me), 3);
});

test('whoever may not give a command does not get it by its consequence being asked for', async () => {
  const outcome = await ledger.execute(actor, { kind: 'club.reader', id: uuidv7(), name: 'count', input: { more: 1 } });
  assert.equal(!outcome.ok && outcome.refusal.refused, 'ledger.not-allowed');
});

test('many who lend to two readers crosswise at once wait for nobody for ever', async () => {
  const [a, b] = [uuidv7(), uuidv7()];
  await ledger.execute(actor, { kind: 'club.rule', id: sealing.idFor(1, 'club.rule', theOne), name: 'rule', input: { most: 100 } });
  await Promise.all(
    Array.from({ length: 24 }, (_, i) => ledger.executeAll(actor, [lend(uuidv7(), i % 2 ? a : b), lend(uuidv7(), i % 2 ? b : a)])),
  );
  assert.deepEqual([await booksOf(a), await booksOf(b)], [24, 24]);
});
