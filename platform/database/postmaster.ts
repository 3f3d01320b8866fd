import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../http/area.ts';
import { type Binaries, type Disguise, findDisguise } from './binaries.ts';
import { isAlive } from './folderLock.ts';

export interface PostmasterOptions {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly password: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly log: Log;
}

/** What a server for one city needs; and nothing a person typed in its log: neither statements, nor parameters, nor details. */
const ownSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  jit: 'off',
  random_page_cost: '1.1',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
} as const;

const freePort = async (): Promise<number> =>
  await new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** One PostgreSQL server of our own: made, started, started again when it dies, stopped. */
export class Postmaster {
  readonly #options: PostmasterOptions;
  readonly #data: string;
  readonly #logFile: string;
  readonly #disguise: Disguise;
  #child: ChildProcess | undefined;
  #stopping = false;
  #restarting: Promise<void> | undefined;
  port = 0;

  constructor(options: PostmasterOptions) {
    this.#options = options;
    this.#data = join(options.folder, 'database');
    this.#logFile = join(options.folder, 'database.log');
    this.#disguise = findDisguise(options.folder, options.binaries);
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Makes the cluster where there is none, ends what a crash left running, starts, and returns when it takes connections. */
  async start(): Promise<void> {
    if (!existsSync(join(this.#data, 'PG_VERSION'))) this.#create();
    else this.#checkVersion();
    await this.#endLeftover();
    this.port = await freePort();
    await this.#launch(10);
  }

  /** Stops cleanly: sessions are ended, everything is written. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#restarting?.catch(() => undefined);
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    const done = await Promise.race([gone.then(() => true), sleep(30_000, false, { ref: false })]);
    if (!done) {
      child.kill('SIGQUIT');
      await gone;
    }
  }

  #command(program: string, args: readonly string[]): { program: string; args: string[]; user: { uid?: number; gid?: number } } {
    const disguise = this.#disguise;
    if (disguise.kind === 'namespace')
      return { program: 'unshare', args: ['--user', '--map-user=1000', '--map-group=1000', program, ...args], user: {} };
    return { program, args: [...args], user: disguise.kind === 'user' ? { uid: disguise.uid, gid: disguise.gid } : {} };
  }

  #own(path: string): void {
    if (this.#disguise.kind === 'user') chownSync(path, this.#disguise.uid, this.#disguise.gid);
  }

  #create(): void {
    const { binaries, password, folder } = this.#options;
    // Made beside its place and moved there when whole: a half-made cluster is never taken for one.
    const making = join(folder, 'database.making');
    const passwordFile = join(folder, 'database.password');
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { mode: 0o700 });
    this.#own(making);
    writeFileSync(passwordFile, password, { mode: 0o600 });
    this.#own(passwordFile);
    try {
      const { program, args, user } = this.#command(binaries.initdb, [
        '--pgdata',
        making,
        '--username',
        'olle',
        '--pwfile',
        passwordFile,
        '--auth',
        'scram-sha-256',
        '--encoding',
        'UTF8',
        '--locale',
        'C',
        '--data-checksums',
      ]);
      const made = spawnSync(program, args, { ...user, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C', HOME: folder } });
      if (made.status !== 0)
        throw new Error(
          `The database could not be made in ${folder}: ${(made.stderr || made.error?.message || '').trim().split('\n').at(-1)}`,
        );
      renameSync(making, this.#data);
    } finally {
      rmSync(passwordFile, { force: true });
    }
  }

  #checkVersion(): void {
    const kept = readFileSync(join(this.#data, 'PG_VERSION'), 'utf8').trim();
    const { stdout } = spawnSync(this.#options.binaries.postgres, ['--version'], { encoding: 'utf8' });
    const ours = /(\d+)/.exec(stdout ?? '')?.[1];
    if (ours && ours !== kept)
      throw new Error(
        `The database in ${this.#options.folder} was made by PostgreSQL ${kept}, this Olle brings ${ours}. Start it with the Olle it was made by, or move it over as docs/operations.md says.`,
      );
  }

  /** The server a crashed Olle left behind: nobody else may use this folder, so it is stopped and started again under supervision. */
  async #endLeftover(): Promise<void> {
    const file = join(this.#data, 'postmaster.pid');
    if (!existsSync(file)) return;
    const [first, folder] = readFileSync(file, 'utf8').split('\n');
    const pid = Number(first);
    if (!(pid > 1) || !isAlive(pid) || folder !== this.#data || !this.#isPostgres(pid)) return;
    this.#options.log('database left over', { pid });
    for (const [signal, patience] of [
      ['SIGINT', 15_000],
      ['SIGQUIT', 5_000],
      ['SIGKILL', 5_000],
    ] as const) {
      process.kill(pid, signal);
      for (const until = performance.now() + patience; performance.now() < until; ) {
        if (!isAlive(pid)) return;
        await sleep(20);
      }
    }
    throw new Error(`A PostgreSQL left by a crash (process ${pid}) does not stop. End it, then start again.`);
  }

  #isPostgres(pid: number): boolean {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
    } catch {
      // No /proc on this system: the pid file names our own folder, which must do.
      return process.platform !== 'linux';
    }
  }

  async #launch(tries: number): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      if (await this.#launchOnce()) return;
      if (attempt === tries || this.#stopping)
        throw new Error(`PostgreSQL does not start in ${this.#options.folder}. The end of ${this.#logFile} says why.`);
      // After a kill its children need a moment to let go of shared memory.
      await sleep(Math.min(100 * 2 ** attempt, 3000));
    }
  }

  /** True once connections are taken, false when the process ended before. */
  async #launchOnce(): Promise<boolean> {
    const settings = { ...ownSettings, port: String(this.port), ...this.#options.settings };
    const { program, args, user } = this.#command(this.#options.binaries.postgres, [
      '-D',
      this.#data,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ]);
    const output = openSync(this.#logFile, 'a', 0o600);
    chmodSync(this.#logFile, 0o600);
    // Detached: Ctrl-C in a terminal reaches the whole group, and the database must outlive the requests that are being finished.
    const child = spawn(program, args, {
      ...user,
      detached: true,
      stdio: ['ignore', output, output],
      cwd: dirname(this.#data),
      env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' },
    });
    closeSync(output);
    let ended = false;
    child.once('error', () => {
      ended = true;
    });
    child.once('exit', (code) => {
      ended = true;
      if (this.#child === child) this.#died(code);
    });
    while (!ended) {
      if (this.#isReady(child.pid)) {
        this.#child = child;
        return true;
      }
      await sleep(10);
    }
    return false;
  }

  #isReady(pid: number | undefined): boolean {
    try {
      const lines = readFileSync(join(this.#data, 'postmaster.pid'), 'utf8').split('\n');
      return Number(lines[0]) === pid && (lines[7] ?? '').startsWith('ready');
    } catch {
      return false;
    }
  }

  #died(code: number | null): void {
    this.#child = undefined;
    if (this.#stopping) return;
    this.#options.log('database died', { code: code ?? -1 });
    this.#restarting = this.#launch(30).then(
      () => this.#options.log('database restarted'),
      () => this.#options.log('database does not restart'),
    );
  }
}
