import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { areas } from '../../../app/areas.ts';
import { howMany } from '../../../app/sampling.ts';
import { until } from '../../../app/until.ts';
import { type TestDatabase, testDatabase } from '../../../platform/database/testing.ts';
import { prepareQueue } from '../../../platform/jobs/queue.ts';
import { prepareViews } from '../../../platform/ledger/rebuild.ts';
import { type Counts, importRecord } from '../domain/index.ts';
import { type QueueOf, servicesOf } from './testing.ts';
import { receiveUpload } from './uploads.ts';

let database: TestDatabase;
let given: QueueOf;
let office: ReturnType<typeof servicesOf>;
const children = new Set<ChildProcess>();
before(async () => {
  database = await testDatabase();
  given = { ownerUrl: database.ownerUrl, appUrl: database.appUrl, key: randomBytes(32).toString('hex'), heldBy: null };
  office = servicesOf(given);
  await prepareQueue(office.owner, () => undefined);
  await office.owner.query(
    "insert into city (number, id, name, country, time_zone) values (1, $1, 'Made-up City', 'NP', 'Asia/Kathmandu')",
    [uuidv7()],
  );
  await office.owner.query('insert into ledger_head (city) values (1)');
  await prepareViews(
    office.owner,
    areas.flatMap((area) => area.views),
  );
});
after(async () => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
  await office?.pool.end();
  await office?.owner.end();
  await database?.drop();
});

const rows = howMany(6000, 15_000);
/** A file of many rows, uploaded; the import waits in the queue. */
async function queueImport(register: string): Promise<string> {
  const actor = { id: uuidv7(), city: 1, roles: ['registrar' as const] };
  const upload = uuidv7();
  const text = `id,name\n${Array.from({ length: rows }, (_, i) => `${register}${i},Person ${i}\n`).join('')}`;
  await receiveUpload(office.services, 1, actor.id, upload, 'a.csv', Readable.from([Buffer.from(text)]));
  const id = uuidv7();
  const mapping = [
    { column: 0, field: 'source_id' },
    { column: 1, field: 'full_name' },
  ];
  const input = { upload, register, fileName: 'a.csv', mapping, dateOrder: 'day-first', calendar: 'gregorian', whole: true };
  await office.services.ledger.executeAll(actor, [{ kind: importRecord.kind, id, name: 'start', input }]);
  return id;
}

const folder = mkdtempSync(join(tmpdir(), 'olle-killed-'));
/** What makes the imports of the servers that are started with it wait half way, until it is taken away. */
function holdImports() {
  const heldBy = join(folder, uuidv7());
  writeFileSync(heldBy, '');
  return { heldBy, release: () => rmSync(heldBy) };
}

/** A process of its own that does imports. */
function startServer(heldBy: string | null = null): ChildProcess {
  const code = `const { serveImports } = await import(${JSON.stringify(new URL('./testing.ts', import.meta.url).href)}); await serveImports(JSON.parse(process.env.GIVEN));`;
  const { NODE_TEST_CONTEXT: _, ...environment } = process.env;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: 'inherit',
    env: { ...environment, GIVEN: JSON.stringify({ ...given, heldBy }) },
  });
  children.add(child);
  return child;
}
async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  children.delete(child);
}

const look = async (id: string) =>
  (await office.owner.query<{ status: string; counts: Counts }>('select status, counts from registers_import where id = $1', [id]))
    .rows[0]!;
const job = async () =>
  (
    await office.owner.query<{ worker: string | null; attempts: number }>(
      "select j.locked_by as worker, j.attempts from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'registers.import'",
    )
  ).rows[0];
const whole = { rows, added: rows, changed: 0, unchanged: 0, gone: 0, setAside: 0 };
const isHalfWay = (id: string) => async () => (await look(id)).counts.rows > 0;
const livingWorkers =
  "from pg_locks where locktype = 'advisory' and classid = 7033113 and database = (select oid from pg_database where datname = current_database())";
const areTwo = async () => (await office.owner.query(`select 1 ${livingWorkers}`)).rows.length === 2;
/** Waits until the servers but this have looked twice whose jobs are free: as often as it takes to free one that a dead worker holds. */
async function untilOthersLooked(than: ChildProcess): Promise<void> {
  than.kill('SIGSTOP');
  const { rows } = await office.owner.query<{ id: string }>("select id from graphile_worker.add_job('tests.left-behind')");
  const [{ id } = assert.fail()] = rows;
  await office.owner.query("update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now() where id = $1", [id]);
  const isFree = 'select 1 from graphile_worker._private_jobs where id = $1 and locked_by is null';
  await until('the others looked around', async () => (await office.owner.query(isFree, [id])).rows.length === 1);
  await office.owner.query('delete from graphile_worker._private_jobs where id = $1', [id]);
  than.kill('SIGCONT');
}
const isFinished = (id: string) => async () => (await look(id)).status === 'finished';

test('a server killed in the middle of an import finishes it when it is started again', async () => {
  const id = await queueImport('birth');
  const hold = holdImports();
  const first = startServer(hold.heldBy);
  await until('half way', isHalfWay(id));
  await kill(first);
  const left = await look(id);
  assert.ok(left.status === 'running' && left.counts.rows < rows, JSON.stringify(left));
  assert.notEqual((await job())?.worker, null);
  const second = startServer();
  await until('finished', isFinished(id));
  assert.deepEqual((await look(id)).counts, whole);
  await kill(second);
  const { rows: entries } = await office.owner.query(
    "select count(*)::int as n, max(version) as version from registers_entry where register = 'birth'",
  );
  assert.deepEqual(entries[0], { n: rows, version: 1 });
});

test('a server that is told to stop in the middle of an import stops soon, and goes on when it is started again', async () => {
  const id = await queueImport('social');
  const hold = holdImports();
  const first = startServer(hold.heldBy);
  await until('half way', isHalfWay(id));
  const ended = once(first, 'exit');
  first.kill('SIGTERM');
  assert.deepEqual(await ended, [0, null]);
  children.delete(first);
  const left = await look(id);
  assert.ok(left.status === 'running' && left.counts.rows < rows, JSON.stringify(left));
  const second = startServer();
  await until('finished', isFinished(id));
  assert.deepEqual((await look(id)).counts, whole);
  await kill(second);
});

test('a second server on the same database leaves a living one its work, and takes it over when that one dies', async () => {
  const id = await queueImport('school');
  const hold = holdImports();
  const first = startServer(hold.heldBy);
  await until('half way', isHalfWay(id));
  const held = await job();
  const second = startServer();
  await until('the second one is there', areTwo);
  await untilOthersLooked(first);
  assert.deepEqual(await job(), held);
  assert.equal((await look(id)).status, 'running');
  await kill(first);
  await until('finished', isFinished(id));
  assert.deepEqual((await look(id)).counts, whole);
  await kill(second);
});

test('a server that loses its connections goes on with its work, and nobody takes it away', async () => {
  const id = await queueImport('clinic');
  const hold = holdImports();
  const first = startServer(hold.heldBy);
  await until('half way', isHalfWay(id));
  const held = await job();
  const second = startServer();
  await until('the second one is there', areTwo);
  // The other one looks away until the first is there again: how long that takes is up to the machine.
  second.kill('SIGSTOP');
  await office.owner.query(
    `select pg_terminate_backend(pid, 60000) ${livingWorkers} and objid = (hashtext($1)::bigint & 4294967295)::oid`,
    [held!.worker],
  );
  await until('the first one is there again', areTwo);
  second.kill('SIGCONT');
  await untilOthersLooked(first);
  assert.deepEqual(await job(), held);
  hold.release();
  await until('finished', isFinished(id));
  assert.deepEqual((await look(id)).counts, whole);
  await kill(first);
  await kill(second);
});
