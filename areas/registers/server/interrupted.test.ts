import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { type TestContext, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { areas } from '../../../app/areas.ts';
import { testOffice } from '../../../app/testing.ts';
import { until } from '../../../app/until.ts';
import { buildServer } from '../../../platform/http/server.ts';
import { progressOf } from '../../../platform/jobs/progress.ts';
import { importJob } from './importing.ts';
import { registrarOf } from './testing.ts';

let office: ReturnType<typeof registrarOf>;
const olle = testOffice();
olle.before(async () => {
  office = registrarOf(olle);
});

class Killed extends Error {}

/** Runs an import and calls `each` at every report of its progress; what it throws breaks the work off there. */
async function runImport(id: string, each: (stage: string, report: number) => Promise<void> | void = () => undefined) {
  let reports = 0;
  await importJob.run({ city: 1, import: id }, olle.services, (of) => ({
    async report(stage, done, total) {
      await each(stage, reports++);
      // Made anew, it writes each time.
      await progressOf(olle.services, 1, importJob.name, of).report(stage, done, total);
    },
  }));
}
/** Runs an import to its end although the process dies at each report whose number is in `at`, counted over all its lives. */
async function runDying(id: string, at: (stage: string, n: number) => boolean) {
  let deaths = 0;
  let n = 0;
  for (;;) {
    try {
      await runImport(id, (stage) => {
        if (at(stage, n++)) throw new Killed();
      });
      return deaths;
    } catch (error) {
      assert.ok(error instanceof Killed, String(error));
      deaths++;
    }
  }
}

const header = 'id,name,sex,dob,ward';
const line = (id: number, name = `Person ${id}`) =>
  `K${id},${name},${id % 2 ? 'f' : 'm'},201${id % 10}-0${1 + (id % 9)}-11,${1 + (id % 30)}`;
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const older = [header, ...range(0, 4500).map((i) => line(i))].join('\n');
/** 1,500 rows gone, 100 changed, 1,500 new, one in fifty unreadable, one id in a hundred twice. */
const newer = [
  header,
  ...range(1500, 6000).flatMap((i) => {
    const row = i % 50 === 7 ? line(i).replace(/201\d-/, '2012-19-') : line(i, i < 1600 ? `Persun ${i}` : undefined);
    return i % 100 === 9 ? [row, row] : [row];
  }),
].join('\n');

/** What is left of a register: its rows as far as they stand in clear, and each state that its log leads to. */
async function leftOf(register: string) {
  const { rows } = await olle.owner.query(
    'select e.row, e.ward, e.sex, e.birth_year, e.status, e.first_seen, e.last_changed, e.version, r.version as log from registers_entry e join record r on r.id = e.id where e.register = $1 order by e.row, e.status, e.version, e.ward, e.birth_year',
    [register],
  );
  return rows;
}
const startBoth = async (file: string, whole = false) => ({
  clean: await office.start(file, { register: 'birth', whole }),
  broken: await office.start(file, { register: 'school', whole }),
});

test('an import that was killed again and again ends as one that was not', async () => {
  const first = await startBoth(older);
  await runImport(first.clean.id);
  assert.equal(await runDying(first.broken.id, (stage) => stage === 'rows'), 3);
  assert.deepEqual((await office.find(first.broken.id)).counts, (await office.find(first.clean.id)).counts);

  const second = await startBoth(newer, true);
  await runImport(second.clean.id);
  let dyingWhereRowsGo = 0;
  const deaths = await runDying(second.broken.id, (stage, n) => (stage === 'gone' && dyingWhereRowsGo++ % 2 === 0) || n % 3 === 2);
  assert.ok(deaths >= 2 && dyingWhereRowsGo > 0, `${deaths} deaths, ${dyingWhereRowsGo} reports of rows gone`);
  const [clean, broken] = [await office.find(second.clean.id), await office.find(second.broken.id)];
  assert.deepEqual([broken.status, broken.counts], ['finished', clean.counts]);
  assert.deepEqual(clean.counts, second.clean.dry);
  assert.deepEqual(clean.counts, { rows: 4545, added: 1470, changed: 98, unchanged: 2842, gone: 1500, setAside: 135 });
  assert.deepEqual(await leftOf('school'), await leftOf('birth'));
  const aside = async (id: string) => (await office.registrar.get<string>(`/api/registers/imports/${id}/set-aside.csv`)).body;
  assert.equal(await aside(second.broken.id), await aside(second.clean.id));
  const { rows: quality } = await olle.owner.query('select quality from registers_import where id = any($1)', [
    [second.clean.id, second.broken.id],
  ]);
  assert.deepEqual(quality[0], quality[1]);
});

test('rows without ids are not taken for others when a killed import goes on', async () => {
  const rows = range(0, 5000).map((i) => `Person ${i % 2100},f`);
  const id = (await office.start(['name,sex', ...rows].join('\n'), { register: 'social' })).id;
  assert.ok((await runDying(id, (_, n) => n === 2 || n === 4)) === 2);
  const { counts } = await office.find(id);
  assert.deepEqual([counts.added, counts.unchanged, counts.rows], [5000, 0, 5000]);
});

test('killed while rows without numbers are recognised, an import takes the same rows for former ones', async () => {
  const child = (i: number, name = `Person ${i}`, ward = i % 9) => `${name},f,201${i % 10}-03-1${i % 7},Mother ${i},${ward}`;
  const file = (rows: readonly string[]) => ['name,sex,dob,mother,ward', ...rows].join('\n');
  const first = file(range(0, 3000).map((i) => child(i)));
  // Two in a hundred may be one of two rows that stand in different batches: none of them is a former row, whenever the process dies.
  const doubtful = (i: number) => i % 50 === 0;
  const later = [
    ...range(0, 3000).map((i) => (doubtful(i) ? child(i, `Persona ${i}`) : i % 3 === 0 ? child(i, undefined, 11) : child(i))),
    ...range(0, 3000).flatMap((i) => (doubtful(i) ? [child(i, `Personn ${i}`)] : [])),
  ];
  const older = await startBoth(first, true);
  await runImport(older.clean.id);
  await runImport(older.broken.id);
  const newer = await startBoth(file(later), true);
  await runImport(newer.clean.id);
  const deaths = await runDying(newer.broken.id, (stage) => stage === 'rows');
  const { counts } = await office.find(newer.clean.id);
  assert.ok(deaths >= 2);
  assert.deepEqual((await office.find(newer.broken.id)).counts, counts);
  assert.deepEqual(newer.clean.dry, counts);
  const { added, changed, recognised, gone } = counts;
  assert.deepEqual({ added, changed, recognised, gone }, { added: 120, changed: 980, recognised: 980, gone: 60 });
});

test('two servers at one import count no row twice, and neither takes a row for gone', async () => {
  const file = [header, ...range(60_000, 63_500).map((i) => line(i))].join('\n');
  const { id } = await office.start(file, { register: 'household', whole: true });
  const both = await Promise.allSettled([runImport(id), runImport(id)]);
  const refused = both.filter((one) => one.status === 'rejected');
  assert.ok(refused.length <= 1, 'one of them does the work');
  for (const { reason } of refused) assert.match(String(reason), /ledger\.changed-meanwhile/);
  const { status, counts } = await office.find(id);
  assert.deepEqual([status, counts], ['finished', { rows: 3500, added: 3500, changed: 0, unchanged: 0, gone: 0, setAside: 0 }]);
});

test('a person stops an import half way: what was taken stays, and the same file again completes it', async () => {
  const rows = range(20_000, 25_000).map((i) => line(i));
  const file = [header, ...rows].join('\n');
  const started = await office.start(file, { register: 'clinic' });
  let asked = 0;
  await runImport(started.id, async (stage, n) => {
    if (stage !== 'rows' || n < 2 || asked) return;
    asked++;
    assert.equal((await office.registrar.command('registers.import', started.id, 'cancel')).status, 200);
  });
  const stopped = await office.find(started.id);
  assert.equal(stopped.status, 'cancelled');
  assert.ok(stopped.counts.added > 0 && stopped.counts.added < 5000, JSON.stringify(stopped.counts));
  const { rows: left } = await olle.owner.query('select 1 from register_upload where id = $1', [started.upload]);
  assert.equal(left.length, 0);
  const late = await office.registrar.command('registers.import', started.id, 'cancel');
  assert.deepEqual([late.status, late.body.code], [409, 'registers.import-not-running']);
  const history = await office.registrar.get<{ rows: { event: string; by: string }[] }>(`/api/registers/import/${started.id}/history`);
  assert.deepEqual(
    history.body.rows.map(({ event, by }) => [event, by === office.registrar.actor.id]),
    [
      ['import-cancelled', false],
      ['stop-asked', true],
      ['import-started', true],
    ],
    'its history says who started it and who stopped it',
  );

  const again = await office.importFile(file, { register: 'clinic' });
  assert.deepEqual(
    [again.done.status, again.done.counts.added, again.done.counts.unchanged],
    ['finished', 5000 - stopped.counts.added, stopped.counts.added],
  );
});

test('one import stopped before its first row takes nothing', async () => {
  const started = await office.start(`${header}\n${line(90_000)}`, { register: 'clinic' });
  await office.registrar.command('registers.import', started.id, 'cancel');
  await runImport(started.id);
  const done = await office.find(started.id);
  assert.deepEqual([done.status, done.counts.rows], ['cancelled', 0]);
});

test('a job that comes a second time after its import ended does nothing', async () => {
  const started = await office.start(`${header}\n${line(91_000)}`, { register: 'clinic' });
  await runImport(started.id);
  const before = await olle.owner.query('select count(*) as n from event');
  await runImport(started.id);
  assert.deepEqual((await olle.owner.query('select count(*) as n from event')).rows, before.rows);
});

/** The server on a port of its own, where the registrar is who sends the token. */
async function listen(t: TestContext) {
  const server = await buildServer({
    services: olle.services,
    areas,
    authenticate: async () => ({ actor: office.registrar.actor, csrf: 'token', id: office.registrar.actor.id }),
  });
  t.after(() => server.close());
  return { server, address: new URL(await server.listen({ host: '127.0.0.1', port: 0 })) };
}

test('a large file may be hours on its way, and its dry run takes the time it takes: it says again and again how far it is', async (t) => {
  const { server, address } = await listen(t);
  assert.ok(server.server.requestTimeout >= 3 * 3_600_000);
  assert.ok(server.server.timeout >= 120_000, 'longer than a busy machine needs from one line of an answer to the next');
  const file = `id,name\n${range(0, 100_000)
    .map((i) => `T${i},Person ${i}\n`)
    .join('')}`;
  const headers = { 'x-csrf-token': 'token' };
  const sent = await fetch(new URL('/api/registers/uploads', address), {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    body: file,
  });
  const { id } = (await sent.json()) as { id: string };
  const plan = {
    register: 'social',
    mapping: [
      { column: 0, field: 'source_id' },
      { column: 1, field: 'full_name' },
    ],
    dateOrder: 'day-first',
    calendar: 'gregorian',
    whole: false,
  };
  const answer = await fetch(new URL(`/api/registers/uploads/${id}/dry-run`, address), {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(plan),
  });
  const lines = (await answer.text())
    .trim()
    .split('\n')
    .map((one) => JSON.parse(one) as { done?: number; counts?: { rows: number } });
  assert.equal(lines.at(-1)?.counts?.rows, 100_000);
  assert.ok(lines.length > 2 && lines.every(({ done, counts }) => done !== undefined || counts), 'it said how far it was, again and again');
});

test('a connection lost in the middle of an upload leaves nothing behind, and the second try works', async (t) => {
  const { address } = await listen(t);
  const uploads = async () =>
    (
      await olle.owner.query(
        'select (select count(*) from register_upload)::int as files, (select count(*) from register_upload_chunk)::int as pieces',
      )
    ).rows[0];
  const before = await uploads();
  const body = Buffer.alloc(3 * 1024 ** 2, `${line(1)}\n`);
  const socket = connect(Number(address.port), address.hostname);
  socket.on('error', () => undefined);
  socket.write(
    `POST /api/registers/uploads HTTP/1.1\r\nhost: ${address.host}\r\ncontent-type: application/octet-stream\r\ncontent-length: ${body.length}\r\nx-csrf-token: token\r\n\r\n`,
  );
  socket.write(body.subarray(0, 2 * 1024 ** 2));
  await until('the first pieces have arrived', async () => {
    const { files, pieces } = await uploads();
    return files === before.files + 1 && pieces > before.pieces;
  });
  socket.destroy();
  await until('nothing of it is left', async () => isDeepStrictEqual(await uploads(), before));
  const { done } = await office.importFile(`${header}\n${line(92_000)}`, { register: 'clinic' });
  assert.equal(done.counts.added, 1);
});
