import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import type { Pool } from '../database/pool.ts';

/** Our class of PostgreSQL's advisory locks; the second half of the key is the worker. */
const lockClass = 7_033_113;

/** Workers that hold jobs although no process holds their lock; `$2` is passed over. */
const withoutLock = `select distinct j.locked_by as worker from graphile_worker._private_jobs j
  where j.locked_by is not null and j.locked_by <> $2 and not exists (
    select 1 from pg_locks l where l.locktype = 'advisory' and l.granted and l.classid = $1 and l.objsubid = 2
      and l.objid = (hashtext(j.locked_by)::bigint & 4294967295)::oid and l.database = (select oid from pg_database where datname = current_database()))`;

/**
 * Sets jobs free whose worker died with its process, which else wait four hours. A living worker holds a lock named after it on a
 * connection of its own: PostgreSQL lets go of it when the process ends, however it ends. Several servers may share a database; where one
 * dies the others go on with its work. A worker without a lock at our start is dead; later it must have been without one twice, since a
 * restart of PostgreSQL takes the locks of the living for a moment too.
 */
export class Abandoned {
  readonly #owner: Pool;
  readonly #stopping = new AbortController();
  readonly #worker: string;
  readonly #watchMs: number;
  #client: pg.PoolClient | undefined;
  #suspects = new Set<string>();

  constructor(owner: Pool, worker: string, watchMs: number) {
    this.#owner = owner;
    this.#worker = worker;
    this.#watchMs = watchMs;
  }

  /** Registers the worker as alive, frees the jobs of dead ones, and keeps watching until `stop`. */
  async start(): Promise<void> {
    await this.#hold();
    await this.#free(await this.#dead());
    void this.#watch();
  }

  stop(): void {
    this.#stopping.abort();
    if (this.#client) this.#letGo(this.#client);
  }

  async #hold(): Promise<void> {
    if (this.#client) return;
    const client = await this.#owner.connect();
    this.#client = client;
    client.on('error', () => {
      this.#letGo(client);
      if (!this.#stopping.signal.aborted) this.#hold().catch(() => undefined);
    });
    try {
      await client.query('select pg_advisory_lock($1, hashtext($2))', [lockClass, this.#worker]);
    } catch (error) {
      this.#letGo(client);
      throw error;
    }
  }

  #letGo(client: pg.PoolClient): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    client.release(true);
  }

  async #dead(): Promise<string[]> {
    const { rows } = await this.#owner.query<{ worker: string }>(withoutLock, [lockClass, this.#worker]);
    return rows.map(({ worker }) => worker);
  }

  async #free(workers: readonly string[]): Promise<void> {
    if (workers.length > 0) await this.#owner.query('select graphile_worker.force_unlock_workers($1)', [workers]);
  }

  async #watch(): Promise<void> {
    for (;;) {
      try {
        await wait(this.#watchMs, undefined, { signal: this.#stopping.signal, ref: false });
        await this.#hold();
        const dead = await this.#dead();
        await this.#free(dead.filter((worker) => this.#suspects.has(worker)));
        this.#suspects = new Set(dead);
      } catch {
        if (this.#stopping.signal.aborted) return;
        // PostgreSQL is away; the next turn tries again.
      }
    }
  }
}
