import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { byteaArray } from './byteaArray.ts';
import { openPool, withTransaction } from './pool.ts';
import { testDatabase } from './testing.ts';

const lists: readonly (readonly (Buffer | null)[])[] = [
  [],
  [null, null],
  [Buffer.alloc(0)],
  [Buffer.from([0, 0x5c, 0x22, 0x7b, 0x2c, 0xff]), null, Buffer.alloc(0), randomBytes(100_000)],
  Array.from({ length: 3000 }, (_, i) => (i % 7 === 0 ? null : randomBytes(i % 300))),
];

test('PostgreSQL reads lists of bytes as they were', async () => {
  const database = await testDatabase();
  const pool = openPool(database.appUrl, { max: 1, applicationName: 'test' });
  try {
    for (const list of lists)
      for (const given of [list, byteaArray(list)]) {
        const { rows } = await withTransaction(pool, 1, (tx) =>
          tx.query<{ one: Buffer | null }>('select one from unnest($1::bytea[]) with ordinality u(one, at) order by at', [given]),
        );
        assert.deepEqual(
          rows.map(({ one }) => one),
          list,
        );
      }
  } finally {
    await pool.end();
    await database.drop();
  }
});
