import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { Type } from 'typebox';
import { v7 as uuidv7 } from 'uuid';
import { openPool, type Pool, withTransaction } from '../database/pool.ts';
import { type TestDatabase, testDatabase } from '../database/testing.ts';
import {
  type Actor,
  coded,
  command,
  defineRecord,
  type EventOf,
  fields,
  identity,
  Line,
  narrative,
  Prose,
  refuse,
} from '../decider/index.ts';
import { Sealing, sealJson } from '../sealing/sealing.ts';
import { erase } from './erase.ts';
import { eventsAfter } from './follow.ts';
import { Ledger, type LedgerParts } from './ledger.ts';
import { prepareViews, rebuild } from './rebuild.ts';
import { Registry } from './registry.ts';
import type { View } from './view.ts';

// A neutral example: a club's members.
const events = {
  joined: fields({ level: coded(Line), name: identity(Line) }),
  noted: fields({ text: narrative(Prose) }),
};
type Event = EventOf<typeof events>;
interface Member {
  level: string;
  name: string;
  notes: string[];
}
const member = defineRecord<Member, Event>()({
  kind: 'club.member',
  events,
  facts: (state) => ({ level: state.level }),
  evolve(state, event) {
    if (event.type === 'joined') return { level: event.level, name: event.name, notes: [] };
    return { ...state!, notes: [...state!.notes, event.text] };
  },
  grants: {},
  commands: {
    join: command({
      summary: 'Join',
      in: 'new-or-existing',
      by: 'member',
      input: fields({ level: Line, name: Line }),
      decide: (state, input) => (state ? refuse('club.already-member') : [{ type: 'joined', ...input }]),
    }),
    note: command({
      summary: 'Note',
      in: 'new-or-existing',
      by: 'member',
      input: fields({ text: Prose }),
      decide: (state, input) => (state ? [{ type: 'noted', text: input.text }] : refuse('ledger.not-found')),
    }),
  },
});

const view: View = {
  name: 'club.members',
  ddl: 'create table club_member (city integer not null, id uuid primary key, level text not null, notes integer not null, card bytea not null)',
  tables: ['club_member'],
  kinds: ['club.member'],
  revision: 1,
  async apply(tx, changes) {
    for (const { id, city, state, key } of changes) {
      const { level, name, notes } = state as Member;
      await tx.query(
        'insert into club_member values ($1, $2, $3, $4, $5) on conflict (id) do update set level = excluded.level, notes = excluded.notes, card = excluded.card',
        [city, id, level, notes.length, sealJson(key, { name }, `club_member|${id}`)],
      );
    }
  },
};

let database: TestDatabase;
let pool: Pool;
let owner: Pool;
let ledger: Ledger;
let parts: LedgerParts;
const actor: Actor = { id: uuidv7(), city: 1, roles: ['supervisor'] };
const stranger: Actor = { id: uuidv7(), city: 2, roles: ['supervisor'] };

before(async () => {
  database = await testDatabase();
  owner = openPool(database.ownerUrl, { max: 2, applicationName: 'test' });
  pool = openPool(database.appUrl, { max: 8, applicationName: 'test' });
  for (const number of [1, 2]) {
    await owner.query("insert into city (number, id, name, country, time_zone) values ($1, $2, 'Made-up', 'NP', 'Asia/Kathmandu')", [
      number,
      uuidv7(),
    ]);
    await owner.query('insert into ledger_head (city) values ($1)', [number]);
  }
  await prepareViews(owner, [view]);
  parts = {
    pool,
    sealing: new Sealing(randomBytes(32)),
    registry: new Registry([member]),
    views: [view],
    reactions: [],
    consequences: [],
    policies: [(a) => (a.roles.includes('supervisor') ? [{ action: ['join', 'note', 'read'], subject: 'club.member' }] : [])],
    enqueue: async () => undefined,
    clock: () => new Date('2026-11-23T20:00:00Z'),
  };
  ledger = new Ledger(parts);
});
after(async () => {
  await pool?.end();
  await owner?.end();
  await database?.drop();
});

const join = (id: string, more = {}) => ({ kind: 'club.member', id, name: 'join', input: { level: 'gold', name: 'Maya Rai' }, ...more });

test('a record is found without reading the events of others, also by a plan made while the city had none', async () => {
  const ids = Array.from({ length: 2000 }, () => uuidv7());
  const read = await withTransaction(pool, 1, async (tx) => {
    await tx.query('set local plan_cache_mode = force_generic_plan');
    await ledger.run(tx, actor, [join(ids[0]!)]);
    await ledger.find(tx, 1, 'club.member', ids[0]!);
    await ledger.run(
      tx,
      actor,
      ids.slice(1).map((id) => join(id)),
    );
    const eventsRead = async () =>
      (
        await tx.query<{ n: number }>(
          "select (seq_tup_read + idx_tup_fetch)::int as n from pg_stat_xact_user_tables where relname = 'event'",
        )
      ).rows[0]!.n;
    const before = await eventsRead();
    await ledger.find(tx, 1, 'club.member', ids[1000]!);
    return (await eventsRead()) - before;
  });
  assert.ok(read <= 10, `${read} events were read for one record of one event`);
});

test('a command id seen before gets the same answer, and with other content is refused', async () => {
  const id = uuidv7();
  const commandId = uuidv7();
  assert.deepEqual(await ledger.execute(actor, join(id, { commandId })), { ok: true, id, version: 1, repeated: false });
  assert.deepEqual(await ledger.execute(actor, join(id, { commandId })), { ok: true, id, version: 1, repeated: true });
  const other = await ledger.execute(actor, { ...join(id, { commandId }), input: { level: 'tin', name: 'Maya Rai' } });
  assert.equal(!other.ok && other.refusal.refused, 'ledger.command-id-reused');
});

test('the same command sent many times at once is carried out once', async () => {
  const id = uuidv7();
  const commandId = uuidv7();
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => ledger.execute(actor, join(id, { commandId }))));
  assert.ok(outcomes.every((o) => o.ok && o.version === 1));
  assert.equal(outcomes.filter((o) => o.ok && !o.repeated).length, 1);
});

test('a version that is no longer current is refused, and nothing is written', async () => {
  const id = uuidv7();
  await ledger.execute(actor, join(id));
  await ledger.execute(actor, { kind: 'club.member', id, name: 'note', input: { text: 'a' } });
  const late = await ledger.execute(actor, { kind: 'club.member', id, name: 'note', input: { text: 'b' }, expectedVersion: 1 });
  assert.equal(!late.ok && late.refusal.refused, 'ledger.changed-meanwhile');
});

test('a record opens the same after many events, across snapshots', async () => {
  const id = uuidv7();
  await ledger.execute(actor, join(id));
  for (let i = 0; i < 20; i++) await ledger.execute(actor, { kind: 'club.member', id, name: 'note', input: { text: `note ${i}` } });
  const found = await withTransaction(pool, 1, (tx) => ledger.find<Member>(tx, 1, 'club.member', id));
  assert.equal(found?.version, 21);
  assert.deepEqual(
    found?.state.notes,
    Array.from({ length: 20 }, (_, i) => `note ${i}`),
  );
});

test('another city sees nothing, by command or by query', async () => {
  const id = uuidv7();
  await ledger.execute(actor, join(id));
  const outcome = await ledger.execute(stranger, { kind: 'club.member', id, name: 'note', input: { text: 'x' } });
  assert.equal(outcome.ok, false);
  const rows = await withTransaction(pool, 2, async (tx) => (await tx.query('select 1 from event where id = $1', [id])).rows);
  assert.equal(rows.length, 0);
});

test('the server may not change or delete the log', async () => {
  for (const statement of [
    'update event set type = type',
    'delete from event',
    'delete from command',
    'update read_log set why = why',
    'truncate event',
  ]) {
    await assert.rejects(
      withTransaction(pool, 1, (tx) => tx.query(statement)),
      { code: '42501' },
      statement,
    );
  }
});

test('no name or note stands in clear in any column', async () => {
  const { rows } = await owner.query(
    "select string_agg(e::text, '') || (select string_agg(c::text, '') from club_member c) || (select coalesce(string_agg(r::text, ''), '') from record r) as all from event e",
  );
  for (const needle of ['Maya', 'note 3', Buffer.from('Maya').toString('hex'), Buffer.from('Maya').toString('base64')])
    assert.ok(!rows[0].all.includes(needle));
});

test('positions follow one another without gaps while many write, and a follower misses none', async () => {
  const seen: number[] = [];
  let writing = true;
  const follower = (async () => {
    while (writing || seen.length === 0) {
      const got = await withTransaction(pool, 1, (tx) => eventsAfter(tx, ledger.keys, 1, seen.at(-1) ?? 0, 50));
      seen.push(...got.map((e) => e.position));
      if (got.length === 0) await new Promise((r) => setTimeout(r, 2));
    }
  })();
  await Promise.all(Array.from({ length: 40 }, () => ledger.execute(actor, join(uuidv7()))));
  writing = false;
  await follower;
  const rest = await withTransaction(pool, 1, (tx) => eventsAfter(tx, ledger.keys, 1, seen.at(-1)!, 1000));
  seen.push(...rest.map((e) => e.position));
  assert.deepEqual(
    seen,
    seen.map((_, i) => i + 1),
  );
});

test('a rebuild ends with the same bytes', async () => {
  const dump = async () => {
    const { rows } = await owner.query(
      "select (select string_agg(c::text, '|' order by id) from club_member c) as members, (select string_agg(r::text, '|' order by id) from record r) as records",
    );
    return rows[0];
  };
  const before = await dump();
  const { events: count } = await rebuild(parts, owner, [view], () => undefined);
  assert.ok(count > 50);
  assert.deepEqual(await dump(), before);
});

test('what a destroyed key sealed cannot be read, and the log stays whole', async () => {
  const id = uuidv7();
  await ledger.execute(actor, join(id));
  await withTransaction(pool, 1, (tx) => erase(tx, ledger, [id], '2026-11-23T20:00:00Z'));
  const refused = await ledger.execute(actor, { kind: 'club.member', id, name: 'note', input: { text: 'A word after the end.' } });
  assert.ok(!refused.ok && refused.refusal.refused === 'ledger.erased');
  assert.equal((await owner.query('select 1 from club_member where id = $1', [id])).rowCount, 0);
  const left = async () => (await owner.query('select * from record where id = $1', [id])).rows;
  const before = await left();
  await rebuild(parts, owner, [view], () => undefined);
  assert.deepEqual(await left(), before);
  assert.equal(await withTransaction(pool, 1, (tx) => ledger.find(tx, 1, 'club.member', id)), undefined);
  const { rows } = await owner.query('select count(*)::int as n from event where id = $1', [id]);
  assert.equal(rows[0].n, 1);
});

test('bad input names the fields', async () => {
  const outcome = await ledger.execute(actor, { kind: 'club.member', id: uuidv7(), name: 'join', input: { level: 3, nonsense: 1 } });
  assert.ok(!outcome.ok);
  assert.equal(outcome.refusal.refused, 'ledger.invalid-input');
  assert.deepEqual([...outcome.refusal.fields].sort(), ['/level', '/name', '/nonsense']);
});

test('a schema with an unmarked field is refused at definition', () => {
  assert.throws(() => new Registry([{ ...member, events: { bad: Type.Object({ a: Line }) } }]), /no tier/);
});

test('what waits for its turn keeps nobody waiting, and writes nothing where what it waits for fails', async () => {
  const [first, other] = [uuidv7(), uuidv7()];
  let release: () => void = () => undefined;
  const turn = new Promise<void>((resolve) => {
    release = resolve;
  });
  const waiting = ledger.transaction(1, (tx) => ledger.runAll(tx, actor, [join(first)], turn));
  const meanwhile = await ledger.execute(actor, join(other));
  assert.equal(meanwhile.ok, true);
  assert.equal((await ledger.execute(actor, { ...join(first), name: 'note', input: { text: 'x' } })).ok, false);
  release();
  assert.deepEqual((await waiting)[0], { ok: true, id: first, version: 1, repeated: false });

  const never = uuidv7();
  const failing = Promise.reject(new Error('the batch before failed'));
  failing.catch(() => undefined);
  await assert.rejects(
    ledger.transaction(1, (tx) => ledger.runAll(tx, actor, [join(never)], failing)),
    /the batch before failed/,
  );
  const { rows } = await owner.query('select from subject_key where subject = $1 union all select from event where id = $1', [never]);
  assert.equal(rows.length, 0);
});
