import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { testOffice } from '../../../app/testing.ts';
import type { Answer } from '../../../platform/contract/index.ts';
import type { listReadings } from '../contract/index.ts';

const olle = testOffice();
const [asha, mina] = [uuidv7(), uuidv7()];

/** Readings as the server writes them, at given instants. */
const looked = (actor: string, at: string, kind: string, ids: readonly string[], why: string) =>
  olle.owner.query('insert into read_log (city, actor, at, kind, ids, why) values (1, $1, $2, $3, $4, $5)', [actor, at, kind, ids, why]);
const read = async (body: object = {}) =>
  (await olle.as('data-protection-officer').post<Answer<typeof listReadings>>('/api/accounts/readings', body)).body;

test('what one user looked at in one record within an hour of the city is one visit, and opens to its views', async () => {
  const [file, other] = [uuidv7(), uuidv7()];
  // In Nepal 04:20 to 05:10 UTC is 10:05 to 10:55.
  await looked(asha, '2026-11-20T04:20:00Z', 'cases.case', [file], 'case overview');
  await looked(asha, '2026-11-20T04:40:00Z', 'cases.case', [file], 'case plan');
  await looked(asha, '2026-11-20T05:10:00Z', 'cases.case', [file], 'case overview');
  await looked(asha, '2026-11-20T05:20:00Z', 'cases.case', [file], 'case overview');
  await looked(mina, '2026-11-20T04:30:00Z', 'cases.case', [file], 'case overview');
  await looked(mina, '2026-11-20T04:31:00Z', 'cases.case', [file, other], 'list of cases');
  await looked(mina, '2026-11-20T04:32:00Z', 'cases.case', [file, other], 'list of cases');
  const { visits, next } = await read({ from: '2026-11-20', to: '2026-11-20' });
  assert.equal(next, null);
  assert.deepEqual(
    visits.map(({ actor, record, whys, lines }) => [actor === asha ? 'asha' : 'mina', record, whys, lines.length]),
    [
      ['asha', file, ['case overview'], 1],
      ['asha', file, ['case overview', 'case plan'], 3],
      ['mina', null, ['list of cases'], 2],
      ['mina', file, ['case overview'], 1],
    ],
  );
  assert.deepEqual([visits[1]?.from.slice(0, 16), visits[1]?.to.slice(0, 16)], ['2026-11-20T04:20', '2026-11-20T05:10']);
  assert.deepEqual(
    visits[2]?.lines.map(({ records }) => records),
    [2, 2],
  );

  assert.deepEqual((await read({ records: [other] })).visits.length, 1);
  assert.deepEqual((await read({ records: [file], actor: asha })).visits.length, 2);
  assert.deepEqual((await read({ from: '2026-11-21', actor: asha })).visits, []);
});

test('a day begins and ends at midnight of the city', async () => {
  const file = uuidv7();
  await looked(asha, '2026-10-01T18:14:00Z', 'cases.case', [file], 'case overview');
  await looked(asha, '2026-10-01T18:16:00Z', 'cases.case', [file], 'case overview');
  const of = async (day: string) => (await read({ from: day, to: day, records: [file] })).visits.length;
  assert.deepEqual([await of('2026-10-01'), await of('2026-10-02')], [1, 1]);
});

test('going on to older readings loses none, and divides no visit', async () => {
  const files = Array.from({ length: 40 }, () => uuidv7());
  await olle.owner.query(
    `insert into read_log (city, actor, at, kind, ids, why)
     select 1, $1, timestamptz '2026-08-01T00:00:00Z' + n * interval '1 minute', 'cases.case', array[($2::uuid[])[1 + n % 40]], 'case overview'
       from generate_series(1, 2500) n`,
    [asha, files],
  );
  const seen: Answer<typeof listReadings>['visits'][number][] = [];
  let before: Answer<typeof listReadings>['next'] = null;
  do {
    const page: Answer<typeof listReadings> = await read({ records: files, ...(before ? { before } : {}) });
    seen.push(...page.visits);
    before = page.next;
  } while (before);
  const lines = seen.flatMap((visit) => visit.lines.map(({ sequence }) => sequence));
  assert.deepEqual([lines.length, new Set(lines).size], [2500, 2500]);
  const hours = seen.map(({ record, from }) => `${record} ${new Date(Date.parse(from) + 345 * 60_000).toISOString().slice(0, 13)}`);
  assert.equal(new Set(hours).size, hours.length);
});

test('readings are found by an index, also those of a record', async () => {
  const plan = async (sql: string) => {
    const client = await olle.owner.connect();
    try {
      await client.query("begin; set local enable_seqscan = off; set local role olle_app; select set_config('olle.city', '1', true)");
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${sql}`);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  assert.match(await plan('select 1 from read_log where city = 1 and at < now() order by at desc, sequence desc limit 10'), /read_log_at/);
  assert.match(
    await plan(`select 1 from read_log where city = 1 and actor = '${asha}' and at < now() order by at desc, sequence desc limit 10`),
    /read_log_actor/,
  );
});
