import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { until } from '../../app/until.ts';
import { restoreSymlinks } from './binaries.ts';
import { openCluster } from './cluster.ts';
import { migrate, readMigrations } from './migrate.ts';
import { openPool } from './pool.ts';
import { withClient } from './roles.ts';
import { debianBinaries, startTestCluster, temporaryFolder, testDatabase } from './testing.ts';

const silent = () => undefined;
const answer = (url: string) => withClient(url, async (client) => (await client.query('select 1 as one')).rows[0].one as number);

test('a second Olle on the same folder is refused in words; stopping frees it; starting again keeps what was written', async () => {
  const folder = temporaryFolder();
  const first = await openCluster({ folder, log: silent });
  try {
    await withClient(first.ownerUrl, (client) => client.query('create table kept as select 7 as value'));
    await assert.rejects(openCluster({ folder, log: silent }), /Another Olle \(process \d+\) is using the folder .* Stop it first/);
  } finally {
    await first.stop();
  }
  assert.ok(!existsSync(join(folder, 'database/postmaster.pid')), 'a clean stop leaves no pid file');
  const again = await openCluster({ folder, log: silent });
  const rows = await withClient(again.ownerUrl, async (client) => (await client.query('select value from kept')).rows);
  assert.deepEqual(rows, [{ value: 7 }]);
  await again.stop();
  rmSync(folder, { recursive: true });
});

test('a database left running by a killed Olle is stopped and started anew, and nothing acknowledged is lost', async () => {
  const folder = temporaryFolder();
  const program = `
    const { openCluster } = await import(${JSON.stringify(join(import.meta.dirname, 'cluster.ts'))});
    const { withClient } = await import(${JSON.stringify(join(import.meta.dirname, 'roles.ts'))});
    const cluster = await openCluster({ folder: ${JSON.stringify(folder)}, log: () => undefined });
    await withClient(cluster.ownerUrl, async (client) => { await client.query('create table t (n int)'); for (let n = 1; ; n++) { await client.query('insert into t values ($1)', [n]); console.log(n); } });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  let acknowledged = 0;
  child.stdout.on('data', (data: Buffer) => {
    acknowledged = Math.max(acknowledged, ...data.toString().trim().split('\n').map(Number));
  });
  await until('it has acknowledged some', () => acknowledged >= 50);
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  const left = Number(readFileSync(join(folder, 'database/postmaster.pid'), 'utf8').split('\n')[0]);
  const cluster = await openCluster({ folder, log: silent });
  assert.notEqual(cluster.pid, left);
  const { n } = await withClient(cluster.ownerUrl, async (client) => (await client.query('select max(n) as n from t')).rows[0]);
  assert.ok(n >= acknowledged, `${n} rows of ${acknowledged} acknowledged`);
  await cluster.stop();
  rmSync(folder, { recursive: true });
});

test('a database that is killed is started again, and pools go on', async () => {
  const folder = temporaryFolder();
  const cluster = await openCluster({ folder, log: silent });
  const pool = openPool(cluster.ownerUrl, { max: 2, applicationName: 'test' });
  await pool.query('select 1');
  process.kill(cluster.pid!, 'SIGKILL');
  await until('it answers again', () =>
    pool.query('select 1').then(
      () => cluster.pid !== undefined,
      () => false,
    ),
  );
  await pool.end();
  await cluster.stop();
  rmSync(folder, { recursive: true });
});

test('where only root may enter, the database runs all the same', { skip: process.getuid?.() === 0 ? false : 'not root' }, async () => {
  const outer = temporaryFolder();
  chmodSync(outer, 0o700);
  const cluster = await openCluster({ folder: join(outer, 'inner'), log: silent });
  assert.equal(await answer(cluster.ownerUrl), 1);
  await cluster.stop();
  rmSync(outer, { recursive: true });
});

test('links between libraries that a skipped install script left out are made', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'native/lib'), { recursive: true });
  writeFileSync(join(folder, 'native/lib/libx.so.1.2'), 'x');
  writeFileSync(
    join(folder, 'native/pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so.1' }]),
  );
  restoreSymlinks(folder);
  restoreSymlinks(folder);
  assert.equal(readFileSync(join(folder, 'native/lib/libx.so.1'), 'utf8'), 'x');
  rmSync(folder, { recursive: true });
});

test('migrations refuse an edited past and a newer database, and keep the data of the version before', async () => {
  const database = await testDatabase();
  const all = readMigrations(join(import.meta.dirname, 'migrations'));
  await withClient(database.ownerUrl, (client) =>
    client.query("insert into city (number, id, name, country, time_zone) values (1, gen_random_uuid(), 'x', 'NP', 'UTC')"),
  );
  await assert.rejects(
    migrate(database.ownerUrl, [{ ...all[0]!, sql: `${all[0]!.sql}\n-- edited` }, ...all.slice(1)], silent),
    /was changed after it ran/,
  );
  await assert.rejects(migrate(database.ownerUrl, all.slice(0, -1), silent), /newer Olle/);
  const next = { number: all.length + 1, name: 'next', sql: 'alter table city add column extra integer not null default 5' };
  await assert.rejects(
    migrate(database.ownerUrl, [...all, { ...next, sql: 'alter table city add column extra integer; select broken' }], silent),
    /taken back/,
  );
  await migrate(database.ownerUrl, [...all, next], silent);
  const rows = await withClient(database.ownerUrl, async (client) => (await client.query('select name, extra from city')).rows);
  assert.deepEqual(rows, [{ name: 'x', extra: 5 }]);
  await database.drop();
});

test('the ledger holds on the PostgreSQL that Debian brings', {
  skip: debianBinaries() ? false : 'no PostgreSQL from Debian here',
}, async () => {
  const cluster = await startTestCluster({ binaries: debianBinaries()! });
  const run = spawn(process.execPath, ['--test', join(import.meta.dirname, '../ledger/ledger.test.ts')], {
    env: { PATH: process.env['PATH'] ?? '', OLLE_TEST_CLUSTER: cluster.ownerUrl },
    stdio: 'ignore',
  });
  const code = await new Promise((resolve) => run.once('exit', resolve));
  await cluster.stop();
  assert.equal(code, 0);
});
