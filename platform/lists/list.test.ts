import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Type } from 'typebox';
import { openPool, withTransaction } from '../database/pool.ts';
import { testDatabase } from '../database/testing.ts';
import { coded, Id, IsoDate, identity, Line, Maybe } from '../decider/index.ts';
import type { Change } from '../ledger/view.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { defineList, is, own, searched } from './list.ts';
import { sideTables } from './server/sideTables.ts';
import { ListTable } from './server/table.ts';

const list = {
  kind: 'made.up',
  path: '/api/made/list',
  summary: 'Made up',
  columns: { name: identity(Line), ward: coded(Maybe(Line)), raisedOn: coded(IsoDate), worker: coded(Maybe(Id)) },
  filters: { ward: is('ward', coded(Line)) },
  orders: { oldest: { by: { raisedOn: IsoDate } } },
} as const;

test('a list whose rows have a name is one that identifies', () => {
  assert.equal(defineList(list).identifies, true);
  assert.equal(defineList({ ...list, columns: { ward: list.columns.ward } }).identifies, false);
});

test('a column or filter without a tier is refused, and so is a typed text that could come into an address', () => {
  assert.throws(() => defineList({ ...list, columns: { ...list.columns, telephone: Line } }), /telephone.*no tier/);
  assert.throws(() => defineList({ ...list, filters: { mine: own(Type.Boolean()) } }), /mine.*no tier/);
  assert.throws(() => defineList({ ...list, filters: { name: own(identity(Line)) } }), /name is identity/);
  assert.throws(() => defineList({ ...list, filters: { ward: searched(coded(Line)) } }), /ward is coded/);
  defineList({ ...list, filters: { name: searched(identity(Line)) } });
});

test('the columns of the table follow from the declaration; what identifies has none of its own', () => {
  const { ddl } = new ListTable({ name: 'made_up', columns: list.columns, indexes: { oldest: 'city, raised_on, id' } });
  assert.deepEqual(ddl.split('\n'), [
    'create table made_up (',
    '  city integer not null,',
    '  "id" uuid not null,',
    '  "ward" text,',
    '  "raised_on" date not null,',
    '  "worker" uuid,',
    '  "card" bytea not null,',
    '  primary key (city, id)',
    ');',
    'create index made_up_oldest on made_up (city, "raised_on", id);',
  ]);
});

test('a column may be called by a word of SQL: `on` is written, found and read', async () => {
  const { appUrl, ownerUrl } = await testDatabase();
  const [owner, pool] = [openPool(ownerUrl, { max: 1, applicationName: 'test' }), openPool(appUrl, { max: 1, applicationName: 'test' })];
  const columns = { on: coded(IsoDate), end: coded(Line) };
  const table = new ListTable({ name: 'made_words', columns, indexes: { on: 'city, on, id' } });
  const state = { on: '2026-11-24', end: 'b' };
  const side = sideTables<typeof state>()('of', {
    made_beside: { columns, key: 'of, on', indexes: { on: 'city, on desc' }, rows: (change) => [change.state] },
  });
  await owner.query(`${table.ddl} ${side.ddl} grant select, insert, update, delete on made_words, made_beside to public;`);
  const id = '00000000-0000-7000-8000-0000000000aa';
  const change = { id, city: 1, key: Buffer.alloc(32) };
  await withTransaction(pool, 1, async (tx) => {
    await table.write(tx, [[change, { on: '2026-11-23', end: 'a' }]]);
    await table.write(tx, [[change, state]]);
    await side.apply(tx, [{ ...change, state } as Change<typeof state>], {} as Sealing);
    const beside = await tx.query('select "of", "on"::text, "end" from made_beside');
    assert.deepEqual(beside.rows, [{ of: id, ...state }]);
    const { rows } = await tx.query('select "on"::text, "end" from made_words');
    assert.deepEqual(rows, [{ on: '2026-11-24', end: 'b' }]);
  });
  await Promise.all([owner.end(), pool.end()]);
});
