// Commands over HTTP to a real server whose log is long: with 50 people at work, and as fast as it will go.
// node bench/commands.ts [people in the city]
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { Random } from '../demo/city/random.ts';
import { type Client, expect } from '../e2e/serverProcess.ts';
import { withClient } from '../platform/database/roles.ts';
import { withCity, withServer } from './city/folder.ts';
import { serverUsage } from './city/processes.ts';
import { keepTable, quantile } from './table.ts';

const people = Number(process.argv[2] ?? 1_000_000);
const random = new Random('commands');

/** A case worker who opens cases and writes into them, as the day brings it. */
class Worker {
  readonly #client: Client;
  readonly #id: string;
  #case = '';

  constructor({ id, client }: { id: string; client: Client }) {
    this.#id = id;
    this.#client = client;
  }

  /** Sends one command; returns the milliseconds until its answer. */
  async act(): Promise<number> {
    const opens = this.#case === '' || random.chance(0.1);
    if (opens) this.#case = uuidv7();
    const child = {
      person: null,
      source: 'call',
      riskLevel: 'high',
      ward: '4',
      born: { first: '2014-01-01', last: '2014-12-31' },
      worker: this.#id,
      name: 'A made-up child',
    };
    const text = 'The neighbour has not seen the child since the festival; the school says the same. '.repeat(random.whole(1, 6));
    const action = { action: uuidv7(), what: 'Visit the family', who: this.#id, due: '2030-01-01' };
    const [name, input] = opens
      ? ['open', { ...child, concern: text, actions: [] }]
      : random.chance(0.7)
        ? ['note', { text }]
        : ['add-action', action];
    const started = performance.now();
    expect(await this.#client.command('cases.case', this.#case, name as string, input), 200);
    return performance.now() - started;
  }
}

/** Everybody sends one command a second, each at a moment of its own. */
async function openLoop(workers: readonly Worker[], seconds: number): Promise<number[]> {
  const times: number[] = [];
  const from = performance.now() + 1000;
  await Promise.all(
    workers.map(async (worker, i) => {
      for (let n = 0; n < seconds; n++) {
        await sleep(Math.max(0, from + n * 1000 + (i / workers.length) * 1000 + random.between(0, 15) - performance.now()));
        times.push(await worker.act());
      }
    }),
  );
  return times;
}

/** Everybody sends the next command when the last is answered. */
async function closedLoop(workers: readonly Worker[], seconds: number): Promise<{ times: number[]; rate: number }> {
  const times: number[] = [];
  const started = performance.now();
  await Promise.all(
    workers.map(async (worker) => {
      while (performance.now() - started < seconds * 1000) times.push(await worker.act());
    }),
  );
  return { times, rate: times.length / ((performance.now() - started) / 1000) };
}

await withCity(people, async (folder, there) => {
  await withServer(folder, { users: 50, role: 'case-worker' }, async (server, office) => {
    const workers = office.map((one) => new Worker(one));
    const { events, commit } = await withClient(server.database!.ownerUrl, async (connection) => {
      const { rows } = await connection.query<{ n: number }>('select count(*)::int as n from event');
      await connection.query('create table if not exists bench_commit (n integer)');
      const times: number[] = [];
      for (let n = 0; n < 200; n++) {
        const started = performance.now();
        await connection.query('insert into bench_commit values (1)');
        times.push(performance.now() - started);
      }
      await connection.query('drop table bench_commit');
      return { events: rows[0]!.n, commit: times };
    });
    for (const worker of workers) for (let n = 0; n < 6; n++) await worker.act();
    const rows: (string | number)[][] = [];
    const one = (value: number) => Math.round(value * 10) / 10;
    const say = (what: string, target: string, times: readonly number[], rate: number, cpu: readonly [number, number]) =>
      rows.push([what, times.length, one(rate), ...[0.5, 0.95, 0.99].map((share) => one(quantile(times, share))), ...cpu.map(one), target]);
    say(
      'one row, committed, in PostgreSQL alone',
      '',
      commit,
      1000 / (commit.reduce((sum, time) => sum + time, 0) / commit.length),
      [0, 0],
    );
    const loads: [string, string, () => Promise<{ times: number[]; rate: number }>][] = [
      ['50 people, a command a second each', 'p95 ≤ 50', async () => ({ times: await openLoop(workers, 60), rate: 50 })],
      ...[1, 8, 50].map((clients): (typeof loads)[number] => [
        `as fast as it goes, ${clients} client${clients > 1 ? 's' : ''}`,
        '',
        () => closedLoop(workers.slice(0, clients), 15),
      ]),
    ];
    for (const [what, target, load] of loads) {
      const before = serverUsage(server.pid);
      const { times, rate } = await load();
      const after = serverUsage(server.pid);
      const each = (of: 'server' | 'database') => ((after[of].cpuSeconds - before[of].cpuSeconds) / times.length) * 1000;
      say(what, target, times, rate, [each('server'), each('database')]);
    }
    keepTable(
      'commands',
      {
        title: 'Commands over HTTP (milliseconds until the answer; CPU in milliseconds a command)',
        columns: ['load', 'commands', 'a second', 'p50', 'p95', 'p99', 'CPU of the server', 'CPU of PostgreSQL', 'target'],
        rows,
      },
      [
        `The log held ${events.toLocaleString('en')} events of ${there.toLocaleString('en')} people before. One command in ten opens a case, the others write into one; each is one transaction, committed to disk before its answer. Server, PostgreSQL and the clients share the machine.`,
      ],
    );
  });
});
