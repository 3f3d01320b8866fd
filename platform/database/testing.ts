import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { openCluster } from './cluster.ts';
import { migrate, readMigrations } from './migrate.ts';
import { ensureRoles, withClient } from './roles.ts';

const silent = () => undefined;
const migrations = () => readMigrations(join(import.meta.dirname, 'migrations'));

/** A folder under the system's temporary one that the database's user can enter. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'olle-test-'));
  chmodSync(folder, 0o711);
  return folder;
}

/** A PostgreSQL for tests, without the waits that only power cuts need. */
export async function startTestCluster(options: { binaries?: Binaries } = {}): Promise<{ ownerUrl: string; stop(): Promise<void> }> {
  const folder = temporaryFolder();
  const cluster = await openCluster({
    folder,
    log: silent,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
    ...options,
  });
  return {
    ownerUrl: cluster.ownerUrl,
    async stop() {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs `work` with a PostgreSQL that all test files share through the environment. */
export async function withTestCluster<T>(work: (environment: Record<string, string>) => Promise<T>): Promise<T> {
  const cluster = await startTestCluster();
  try {
    return await work({ OLLE_TEST_CLUSTER: cluster.ownerUrl });
  } finally {
    await cluster.stop();
  }
}

/** The programs of a PostgreSQL that Debian installed, the newest; undefined where there is none. */
export function debianBinaries(): Binaries | undefined {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return undefined;
  const newest = readdirSync(base)
    .filter((version) => existsSync(join(base, version, 'bin/postgres')))
    .sort((a, b) => Number(b) - Number(a))[0];
  return newest ? { initdb: join(base, newest, 'bin/initdb'), postgres: join(base, newest, 'bin/postgres') } : undefined;
}

export interface TestDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  drop(): Promise<void>;
}

const appPassword = 'only-in-tests';

/** What databases of a test run are copied from: filled once per cluster, by the first test that needs it. */
export interface Template {
  /** Names everything that the content depends on: another name is another database. */
  readonly name: string;
  /** Must leave no connection open. */
  fill(ownerUrl: string): Promise<void>;
}

const migrated: Template = {
  get name() {
    return `migrated_${createHash('sha256').update(JSON.stringify(migrations())).digest('hex').slice(0, 16)}`;
  },
  async fill(ownerUrl) {
    await ensureRoles(ownerUrl, appPassword);
    await migrate(ownerUrl, migrations(), silent);
  },
};

/**
 * A database of its own, copied from a template; a migrated one unless another is given. Uses the cluster of the test run
 * (`OLLE_TEST_CLUSTER`), or starts one for this file alone.
 */
export async function testDatabase(template: Template = migrated): Promise<TestDatabase> {
  const shared = process.env['OLLE_TEST_CLUSTER'];
  const own = shared ? undefined : await startTestCluster();
  const clusterUrl = shared ?? own!.ownerUrl;
  const at = (name: string) => {
    const url = new URL(clusterUrl);
    url.pathname = `/${name}`;
    return url.href;
  };
  const source = `template_${template.name}`;
  const name = `test_${randomBytes(8).toString('hex')}`;
  const made = withClient(at('postgres'), async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [source]);
    try {
      const { rows } = await client.query('select datistemplate as ready from pg_database where datname = $1', [source]);
      if (!rows[0]?.ready) {
        await client.query(`drop database if exists ${source}`);
        await client.query(`create database ${source}`);
        await template.fill(at(source));
        await client.query(`alter database ${source} is_template true`);
      }
      await client.query(`create database ${name} template ${source}`);
    } finally {
      await client.query('select pg_advisory_unlock(hashtext($1))', [source]);
    }
  });
  // Where it cannot be made, nobody is left to stop the PostgreSQL that was started for it, and the process would not end.
  await made.catch(async (error: unknown) => {
    await own?.stop();
    throw error;
  });
  const appUrl = new URL(at(name));
  appUrl.username = 'olle_app';
  appUrl.password = appPassword;
  return {
    ownerUrl: at(name),
    appUrl: appUrl.href,
    async drop() {
      if (own) await own.stop();
      else await withClient(at('postgres'), (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}
