import {
  type Compilable,
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely';
import pg from 'pg';
import { byteaArray } from './byteaArray.ts';
import type { Tables } from './tables.ts';

// Positions and counts stay below 2^53; money and measures are numeric and stay text.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// A date is a calendar day, not an instant: it must not pass through a time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

export type Pool = pg.Pool;

/** Builds queries; running them is the transaction's business. */
const builder = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** A transaction under way, bound to one city. */
export interface Tx {
  readonly city: number;
  /** Plain SQL with `$1`…; a `name` makes it a prepared statement. */
  query<Row = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
    options?: { name?: string },
  ): Promise<{ rows: Row[]; rowCount: number }>;
  /** What Kysely's builder or its `sql` tag composed. */
  run<Row = Record<string, unknown>>(query: Compilable<Row> | RawBuilder<Row>): Promise<Row[]>;
  /** The connection itself, for COPY. */
  readonly client: pg.PoolClient;
}

/** Whether an error says that the server is gone or not yet back: the same work may succeed a moment later. */
export function isServerLost(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (
    /^(57P0|08|53)|^(ECONNREFUSED|ECONNRESET|EPIPE)$/.test(code ?? '') ||
    /Connection terminated|not queryable|timeout exceeded when trying to connect/.test(message ?? '')
  );
}

const retell = (error: Error): Error => (isServerLost(error) ? Object.assign(error, { code: '57P03' }) : error);

/** Tells every loss of the server by PostgreSQL's code for "cannot connect now", which the queue answers by trying again; after most others it ends the process. */
class RetellingClient extends pg.Client {
  override connect(callback?: unknown): never {
    return (
      typeof callback === 'function'
        ? super.connect((error: Error | undefined) => callback(error && retell(error)))
        : super.connect().catch((error: Error) => Promise.reject(retell(error)))
    ) as never;
  }

  override query(...given: unknown[]): never {
    const result = (super.query as (...all: unknown[]) => unknown).apply(this, given);
    return (result instanceof Promise ? result.catch((error: Error) => Promise.reject(retell(error))) : result) as never;
  }
}

/**
 * A pool of connections that outlives a restart of the server: broken ones are dropped, the next query gets a new one.
 * `forQueue`: errors come as the queue understands them.
 */
export function openPool(
  url: string,
  { max, applicationName, forQueue = false }: { max: number; applicationName: string; forQueue?: boolean },
): Pool {
  const pool = new pg.Pool({
    ...(forQueue ? { Client: RetellingClient } : {}),
    connectionString: url,
    max,
    application_name: applicationName,
    connectionTimeoutMillis: 20_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
  });
  // Without a listener a dropped idle connection would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Lists of bytes go as they are: as text every byte would be two letters, quoted here and read again there. */
const inBinary = (value: unknown) =>
  Array.isArray(value) && value.some(Buffer.isBuffer) && value.every((one) => one === null || Buffer.isBuffer(one))
    ? byteaArray(value as (Buffer | null)[])
    : value;

function txOf(client: pg.PoolClient, city: number): Tx {
  const query: Tx['query'] = async (text, values = [], options = {}) => {
    const { rows, rowCount } = await client.query({ text, values: values.map(inBinary), ...options });
    return { rows, rowCount: rowCount ?? 0 } as never;
  };
  return {
    city,
    client,
    query,
    async run<Row>(built: Compilable<Row> | RawBuilder<Row>) {
      const compiled: CompiledQuery =
        'toOperationNode' in built && 'as' in built && !('where' in built)
          ? (built as RawBuilder<Row>).compile(builder)
          : (built as Compilable<Row>).compile();
      return (await query<Row>(compiled.sql, compiled.parameters)).rows;
    },
  };
}

const retried = new Set(['40001', '40P01']);

/**
 * Runs `work` in one transaction that sees the rows of one city only. Committed when `work` returns, rolled back when it throws.
 * Tried again, at most three times, after a deadlock or a serialization failure, so `work` must have no effect but its queries.
 */
export async function withTransaction<T>(pool: Pool, city: number, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!Number.isInteger(city)) throw new Error(`A transaction needs the number of a city, got ${String(city)}.`);
  for (let attempt = 1; ; attempt++) {
    const client = await pool.connect();
    let broken: Error | undefined;
    // A connection lost between two queries must not surface as an unhandled event.
    const lost = (error: Error) => {
      broken = error;
    };
    client.on('error', lost);
    try {
      await client.query(`begin; set local olle.city = '${city}'`);
      const result = await work(txOf(client, city));
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => {
        broken = failure;
      });
      if (attempt === 4 || !retried.has((error as { code?: string }).code ?? '')) throw error;
    } finally {
      client.off('error', lost);
      client.release(broken);
    }
  }
}
