import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Log } from '../http/area.ts';
import { type Binaries, embeddedBinaries } from './binaries.ts';
import { lockFolder } from './folderLock.ts';
import { Postmaster } from './postmaster.ts';
import { ensureRoles, withClient } from './roles.ts';

/** The PostgreSQL this Olle works on. */
export interface Cluster {
  readonly kind: 'embedded' | 'server';
  /** For migrations, the queue and making tables. */
  readonly ownerUrl: string;
  /** For everything a request does: the role `olle_app`. */
  readonly appUrl: string;
  /** The process of our own PostgreSQL; undefined for a server of somebody else's. */
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

export interface ClusterOptions {
  readonly folder: string;
  readonly log: Log;
  readonly databaseUrl?: string;
  readonly appDatabaseUrl?: string;
  /** Other programs than the built-in ones. */
  readonly binaries?: Binaries;
  /** Settings that differ from ours, such as a test's. */
  readonly settings?: Readonly<Record<string, string>>;
}

const leastVersion = 15;

/** Opens the PostgreSQL to work on: the server of `databaseUrl`, or our own in `folder`, started and watched over. */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  return options.databaseUrl ? await useServer(options.databaseUrl, options.appDatabaseUrl) : await openEmbedded(options);
}

async function useServer(databaseUrl: string, appDatabaseUrl: string | undefined): Promise<Cluster> {
  if (!/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new Error('DATABASE_URL must begin with postgresql:// (user, password, host, port and database follow).');
  let version: number;
  try {
    version = await withClient(databaseUrl, async (client) =>
      Number((await client.query('show server_version_num')).rows[0].server_version_num),
    );
  } catch (error) {
    throw new Error(
      `The PostgreSQL of DATABASE_URL cannot be reached: ${(error as Error).message || (error as { code?: string }).code}. Check address, user and password, and that it is running.`,
    );
  }
  if (version < leastVersion * 10_000)
    throw new Error(`The PostgreSQL of DATABASE_URL is version ${Math.floor(version / 10_000)}; Olle needs ${leastVersion} or newer.`);
  const appUrl = await ensureRoles(databaseUrl, undefined);
  return { kind: 'server', ownerUrl: databaseUrl, appUrl: appDatabaseUrl ?? appUrl, pid: undefined, stop: async () => undefined };
}

/** The passwords of our own PostgreSQL, made once. */
function passwordsOf(folder: string): { owner: string; app: string } {
  const file = join(folder, 'keys', 'database.json');
  if (!existsSync(file)) {
    mkdirSync(join(folder, 'keys'), { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify({ owner: randomBytes(24).toString('base64url'), app: randomBytes(24).toString('base64url') }), {
      mode: 0o600,
    });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as { owner: string; app: string };
}

async function openEmbedded({ folder: given, log, binaries, settings }: ClusterOptions): Promise<Cluster> {
  const folder = resolve(given);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  if (process.getuid?.() === 0) chmodSync(folder, 0o711);
  const unlock = lockFolder(join(folder, 'olle.lock'), folder);
  // A process that ends without stopping leaves the lock; the next one sees that its owner is gone.
  try {
    const passwords = passwordsOf(folder);
    const postmaster = new Postmaster({
      folder,
      binaries: binaries ?? embeddedBinaries(),
      password: passwords.owner,
      settings: settings ?? {},
      log,
    });
    await postmaster.start();
    try {
      const ownerUrl = `postgresql://olle:${passwords.owner}@127.0.0.1:${postmaster.port}/olle`;
      await ensureDatabase(ownerUrl);
      const appUrl = await ensureRoles(ownerUrl, passwords.app);
      return {
        kind: 'embedded',
        ownerUrl,
        appUrl,
        get pid() {
          return postmaster.pid;
        },
        async stop() {
          await postmaster.stop();
          unlock();
        },
      };
    } catch (error) {
      await postmaster.stop();
      throw error;
    }
  } catch (error) {
    unlock();
    throw error;
  }
}

async function ensureDatabase(ownerUrl: string): Promise<void> {
  const maintenance = new URL(ownerUrl);
  maintenance.pathname = '/postgres';
  await withClient(maintenance.href, async (client) => {
    const { rows } = await client.query("select 1 from pg_database where datname = 'olle'");
    if (rows.length === 0) await client.query('create database olle');
  });
}
