import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client as Connection } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { areas } from '../app/areas.ts';
import { ledgerParts } from '../app/compose.ts';
import { readConfiguration } from '../app/configuration.ts';
import { openInstance } from '../app/instance.ts';
import { seeded } from '../app/sampling.ts';
import { until } from '../app/until.ts';
import { withClient } from '../platform/database/roles.ts';
import { temporaryFolder } from '../platform/database/testing.ts';
import { rebuild } from '../platform/ledger/rebuild.ts';
import { type Client, type CommandAnswer, foundOffice, importFile, type Reply, ServerProcess } from './serverProcess.ts';

// The server and its PostgreSQL are killed again and again while people work and a file is taken in. What was acknowledged must be
// there, once; what was not must be there once or not at all.

const seed = Number(process.env['OLLE_FAULT_SEED'] ?? 20_261_124);
const random = seeded(seed);
const faults = ['postmaster', 'server', 'backend', 'both'] as const;
const rounds = 6;
const rowsOfFile = 6000;

interface Command {
  readonly commandId: string;
  readonly id: string;
  readonly name: 'open' | 'note' | 'add-action';
  readonly input: unknown;
  /** What was answered; undefined while nothing was. */
  version?: number;
}

const folder = temporaryFolder();
const server = new ServerProcess(folder);
const commands: Command[] = [];
const odd: string[] = [];
let working = true;
let workers: { id: string; client: Client }[] = [];
let registrar: Client;

before(async () => {
  await server.start();
  const office = await foundOffice(server, [
    { userName: 'registrar', role: 'registrar' },
    ...[1, 2, 3, 4].map((n) => ({ userName: `worker-${n}`, role: 'case-worker' as const })),
  ]);
  registrar = office[0]!.client;
  workers = office.slice(1);
});
after(async () => {
  working = false;
  await server.stop();
  for (const { client } of [...workers, { client: registrar }]) client?.close();
  const left = server.database;
  if (left) process.kill(left.pid, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Sends the same request until it is answered: no answer and "busy" are the only ways in which a fault may show. */
async function untilAnswered<T>(send: () => Promise<Reply<T>>): Promise<Reply<T>> {
  for (const until = performance.now() + 120_000; performance.now() < until; await sleep(40)) {
    const reply = await send().catch(() => undefined);
    if (reply && reply.status !== 503) return reply;
  }
  throw new Error(`Nothing answered for two minutes. The server wrote:\n${server.output.slice(-4000)}`);
}

async function carryOut(client: Client, command: Command): Promise<Reply<CommandAnswer>> {
  return await untilAnswered(() => client.command('cases.case', command.id, command.name, command.input, command.commandId));
}

/** One person at work: opens cases and writes into them, one thing after the other. */
async function work({ id: worker, client }: { id: string; client: Client }): Promise<void> {
  let own: string | undefined;
  for (let n = 0; working; n++) {
    const opens = !own || random() < 0.2;
    const id: string = opens || !own ? uuidv7() : own;
    const concern = {
      person: null,
      source: 'call',
      riskLevel: 'high',
      ward: '4',
      born: { first: '2014-01-01', last: '2014-12-31' },
      name: `Child ${n}`,
      concern: 'Not seen.',
    };
    const command: Command = {
      commandId: uuidv7(),
      id,
      ...(opens
        ? { name: 'open', input: { ...concern, worker, actions: [] } }
        : random() < 0.7
          ? { name: 'note', input: { text: `Note ${n}` } }
          : { name: 'add-action', input: { action: uuidv7(), what: `Visit ${n}`, who: worker, due: '2030-01-01' } }),
    };
    commands.push(command);
    const { status, body } = await carryOut(client, command);
    if (status === 200) command.version = body.version;
    else odd.push(`${command.name}: ${status} ${JSON.stringify(body)}`);
    own = id;
    await sleep(random() * 20);
  }
}

function csv(): string {
  const lines = ['id,given name,family name,sex,date of birth,ward,mother name'];
  for (let i = 1; i <= rowsOfFile; i++)
    lines.push(
      `B${i},Given${i % 97},Family${i % 89},${i % 2 ? 'F' : 'M'},${2008 + (i % 17)}-0${1 + (i % 9)}-1${i % 10},${1 + (i % 12)},Mother${i % 83} Family${i % 89}`,
    );
  return `${lines.join('\n')}\n`;
}

const killDatabase = () => {
  const database = server.database;
  if (database) process.kill(database.pid, 'SIGKILL');
};

/** Kills one process that serves a connection: PostgreSQL then ends all others and recovers. */
async function killBackend(): Promise<void> {
  const { ownerUrl } = server.database!;
  await withClient(ownerUrl, async (connection) => {
    const { rows } = await connection.query<{ pid: number }>(
      "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() order by pid",
    );
    const victim = rows[Math.floor(random() * rows.length)];
    if (victim) process.kill(victim.pid, 'SIGKILL');
  }).catch(() => undefined);
}

async function strike(fault: (typeof faults)[number]): Promise<void> {
  if (fault === 'backend') return await killBackend();
  if (fault === 'postmaster') return killDatabase();
  await server.kill();
  if (fault === 'both') killDatabase();
  await server.start();
}

/** A connection as the owner, once the database takes one again. */
async function look<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
  for (const until = performance.now() + 120_000; ; await sleep(50)) {
    try {
      return await withClient(server.database!.ownerUrl, work);
    } catch (error) {
      if (error instanceof assert.AssertionError || performance.now() > until) throw error;
    }
  }
}

/** What holds at every moment: acknowledged commands are in the log once, with the version that was answered; positions have no gaps. */
async function checkLog(): Promise<void> {
  const answered = commands.filter(({ version }) => version !== undefined).map(({ commandId, version }) => ({ commandId, version }));
  await look(async (connection) => {
    const { rows } = await connection.query<{ command: string; n: number; version: number; answer: number | null }>(
      `select e.command, count(*)::int as n, max(e.version) as version, max(c.version) as answer
       from event e left join command c on c.city = e.city and c.id = e.command where e.command = any($1) group by e.command`,
      [answered.map(({ commandId }) => commandId)],
    );
    const stored = new Map(rows.map((row) => [row.command, row]));
    for (const { commandId, version } of answered)
      assert.deepEqual(stored.get(commandId), { command: commandId, n: 1, version, answer: version });
    const { rows: whole } = await connection.query(
      `select count(*)::int = max(position) as gapless, max(position) = (select position from ledger_head where city = 1) as head,
         (select count(*)::int from (select id, max(version) as version from event where city = 1 group by id) e full join record r using (id) where r.version is distinct from e.version) as astray
       from event where city = 1`,
    );
    assert.deepEqual(whole[0], { gapless: true, head: true, astray: 0 });
  });
}

test(`killed at any moment, nothing acknowledged is lost or done twice (seed ${seed})`, async () => {
  const { id: importId } = await importFile(registrar, csv(), 'births.csv', 'birth');
  const people = workers.map(work);
  const order = [...faults, ...Array.from({ length: rounds - faults.length }, () => faults[Math.floor(random() * faults.length)]!)];
  for (const fault of order) {
    await sleep(200 + random() * 500);
    await strike(fault);
    await checkLog();
  }
  // A busy machine answers late; there must be enough to compare all the same.
  await until('there is enough to compare', () => commands.length > 50);
  working = false;
  await Promise.all(people);
  assert.deepEqual(odd, []);
  assert.ok(commands.every(({ version }) => version !== undefined));
  await checkLog();

  // The same command again: the same answer, and nothing new.
  const again = [...commands].sort(() => random() - 0.5).slice(0, 40);
  for (const command of again) {
    const opener = commands.find(({ id, name }) => id === command.id && name === 'open')!;
    const { client } = workers.find(({ id }) => id === (opener.input as { worker: string }).worker)!;
    const { status, body } = await carryOut(client, command);
    assert.deepEqual({ status, body }, { status: 200, body: { id: command.id, version: command.version, repeated: true } });
  }
  await checkLog();

  // The import goes on where its last whole batch ended, and takes every row once.
  let counts: { rows: number; added: number } | undefined;
  for (const until = performance.now() + 120_000; performance.now() < until && !counts; await sleep(200)) {
    const { body } = await untilAnswered(() =>
      registrar.post<{ rows: { id: string; status: string; counts: { rows: number; added: number } }[] }>('/api/registers/imports', {}),
    );
    const found = body.rows.find(({ id }) => id === importId);
    if (found?.status === 'finished') counts = found.counts;
    // A try that failed is made again after a while that grows with each; here nobody wants to wait for it.
    else
      await look((connection) =>
        connection.query(
          'update graphile_worker._private_jobs set run_at = now() where attempts > 0 and locked_by is null and run_at > now()',
        ),
      );
  }
  if (!counts) {
    const queue = await look(async (connection) => (await connection.query('select * from graphile_worker._private_jobs')).rows);
    assert.fail(`The import was not taken up again. Queued: ${JSON.stringify(queue)}. The server wrote:\n${server.output}`);
  }
  assert.deepEqual({ rows: counts.rows, added: counts.added }, { rows: rowsOfFile, added: rowsOfFile });
  await look(async (connection) => {
    const { rows } = await connection.query(
      "select count(*)::int as events, count(distinct id)::int as records, (select count(*)::int from registers_entry) as listed from event where kind = 'registers.entry'",
    );
    assert.deepEqual(rows[0], { events: rowsOfFile, records: rowsOfFile, listed: rowsOfFile });
  });
  await server.stop();

  const opened = await openInstance(readConfiguration({ OLLE_FOLDER: folder }), { log: () => undefined, serve: false, queue: false });
  try {
    const views = areas.flatMap((area) => area.views);
    const dump = async () => {
      const tables = ['record', ...views.flatMap((view) => view.tables)];
      const sums: Record<string, unknown> = {};
      for (const table of tables) {
        const { rows } = await opened.owner.query(
          `select count(*)::int as n, md5(string_agg(md5(t::text), '' order by md5(t::text))) as sum from ${table} t`,
        );
        sums[table] = rows[0];
      }
      return sums;
    };
    const left = await dump();
    const { events } = await rebuild(ledgerParts(areas, opened.services), opened.owner, views, () => undefined);
    assert.ok(events >= rowsOfFile + commands.length);
    assert.deepEqual(await dump(), left);
  } finally {
    await opened.stop();
  }
});
