import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { root } from '../app/compose.ts';
import type { Role } from '../platform/decider/index.ts';

/** The server with an entry of its own for tests. */
export const testEntry = [join(root, 'e2e/serve.ts')];

/** A real Olle: a process of its own on a folder of its own. */
export class ServerProcess {
  readonly folder: string;
  readonly #entry: readonly string[];
  readonly #environment: Readonly<Record<string, string>>;
  #child: ChildProcess | undefined;
  /** Everything it has written to its standard outputs since it was first started. */
  output = '';
  /** Where it listens: `http://127.0.0.1:…`. */
  address = '';
  setupToken = '';

  constructor(folder: string, entry: readonly string[] = testEntry, environment: Readonly<Record<string, string>> = {}) {
    this.folder = folder;
    this.#entry = entry;
    this.#environment = environment;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Starts it; returns once it answers. Throws, with what it wrote, where it ends before that. */
  async start(): Promise<void> {
    const { DATABASE_URL: _, OLLE_APP_DATABASE_URL: __, OLLE_TEST_CLUSTER: ___, NODE_TEST_CONTEXT: ____, ...environment } = process.env;
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...this.#entry], {
      cwd: root,
      env: { ...environment, OLLE_FOLDER: this.folder, OLLE_PORT: '0', ...this.#environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    let since = '';
    await new Promise<void>((resolve, reject) => {
      const take = (text: Buffer) => {
        this.output += text;
        since += text;
        const found = /Olle is open[\s\S]*?(http:\/\/[\w.:]+)(?:\/setup#([\w-]+))?\n/.exec(since);
        if (!found || this.#child !== child) return;
        this.address = found[1]!.replace('localhost', '127.0.0.1');
        this.setupToken = found[2] ?? '';
        resolve();
      };
      child.stdout.on('data', take);
      child.stderr.on('data', take);
      child.once('exit', (code, signal) => reject(new Error(`The server ended (${code ?? signal}) before it was open:\n${since}`)));
    });
  }

  /** Ends it as a power cut would. Its PostgreSQL lives on, as it would after a crash. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Tells it to stop, and waits until it has. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }

  /** The process of its PostgreSQL and the owner's address, as the folder tells; undefined while there is none. */
  get database(): { pid: number; ownerUrl: string } | undefined {
    try {
      const lines = readFileSync(join(this.folder, 'database/postmaster.pid'), 'utf8').split('\n');
      const { owner } = JSON.parse(readFileSync(join(this.folder, 'keys/database.json'), 'utf8')) as { owner: string };
      return { pid: Number(lines[0]), ownerUrl: `postgresql://olle:${owner}@127.0.0.1:${lines[3]}/olle` };
    } catch {
      return undefined;
    }
  }
}

export interface Reply<T> {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: T;
}

/** Somebody at a browser: keeps the session's cookie and its token, and a connection. */
export class Client {
  readonly #server: ServerProcess;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  #cookie = '';
  #csrf = '';

  constructor(server: ServerProcess) {
    this.#server = server;
  }

  /** The headers by which the server knows who sends. */
  get identity(): Record<string, string> {
    return { ...(this.#cookie ? { cookie: this.#cookie } : {}), ...(this.#csrf ? { 'x-csrf-token': this.#csrf } : {}) };
  }

  /** Sends a request. Throws where no whole answer came. */
  async send<T>(method: string, path: string, body?: Buffer | string, headers: Record<string, string> = {}): Promise<Reply<T>> {
    return await new Promise((resolve, reject) => {
      const sent = request(
        `${this.#server.address}${path}`,
        {
          method,
          agent: this.#agent,
          headers: {
            ...this.identity,
            ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
            ...headers,
          },
        },
        (response) => {
          const pieces: Buffer[] = [];
          response.on('data', (piece: Buffer) => pieces.push(piece));
          response.on('error', reject);
          response.on('aborted', () => reject(new Error('the answer broke off')));
          response.on('end', () => {
            const text = Buffer.concat(pieces).toString('utf8');
            const json = String(response.headers['content-type'] ?? '').includes('json');
            const [cookie] = response.headers['set-cookie'] ?? [];
            if (cookie) this.#cookie = cookie.split(';')[0]!;
            // Of lines of JSON the last is the result.
            const body = json && text ? JSON.parse(text.trimEnd().split('\n').at(-1)!) : text;
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: body as T });
          });
        },
      );
      sent.setTimeout(120_000, () => sent.destroy(new Error('no answer')));
      sent.on('error', reject);
      sent.end(body);
    });
  }

  get<T>(path: string): Promise<Reply<T>> {
    return this.send('GET', path);
  }

  post<T>(path: string, body: unknown): Promise<Reply<T>> {
    return this.send('POST', path, JSON.stringify(body));
  }

  /** Sends a command, under a fresh command id unless one is given. */
  command(kind: string, id: string, name: string, input: unknown, commandId: string = uuidv7()): Promise<Reply<CommandAnswer>> {
    return this.post(`/api/${kind.replace('.', '/')}/${id}/${name}`, { commandId, input });
  }

  async signIn(userName: string, password: string): Promise<void> {
    expect(await this.post('/api/session', { userName, password }), 204);
    this.#csrf = expect(await this.get<{ csrf: string }>('/api/session'), 200).csrf;
  }

  /** Ends its connection. */
  close(): void {
    this.#agent.destroy();
  }
}

export interface CommandAnswer {
  readonly id: string;
  readonly version: number;
  readonly repeated: boolean;
  readonly code?: string;
}

/** The body of an answer with one of these statuses; any other is thrown. */
export function expect<T>(reply: Reply<T>, ...statuses: number[]): T {
  if (!statuses.includes(reply.status)) throw new Error(`The answer was ${reply.status}: ${JSON.stringify(reply.body)}`);
  return reply.body;
}

interface NewUser {
  readonly userName: string;
  readonly role: Role;
  readonly name?: string;
}

/** Takes users in through the routes that people use, and signs each in with a password of its own. */
export async function takeIn(
  server: ServerProcess,
  administrator: Client,
  users: readonly NewUser[],
  password: string,
): Promise<{ id: string; client: Client }[]> {
  const office: { id: string; client: Client }[] = [];
  for (const { userName, role, name = userName } of users) {
    const wanted = { userName, name, roles: [role] };
    const given = expect(await administrator.post<{ id: string; password: string }>('/api/accounts/users', wanted), 200);
    const client = new Client(server);
    await client.signIn(userName, given.password);
    expect(await client.post('/api/session/password', { old: given.password, password }), 204);
    office.push({ id: given.id, client });
  }
  return office;
}

/** Founds the city and takes users in. */
export async function foundOffice(
  server: ServerProcess,
  users: readonly NewUser[],
  { city = 'Made-up City', password = 'correct-horse-battery-9' } = {},
): Promise<{ id: string; client: Client }[]> {
  const first = new Client(server);
  const place = { city, country: 'NP', timeZone: 'Asia/Kathmandu' };
  const founder = { name: 'First Administrator', userName: 'first', password };
  expect(await first.post('/api/session/setup', { token: server.setupToken, ...place, ...founder }), 204);
  await first.signIn('first', password);
  const office = await takeIn(server, first, users, password);
  first.close();
  return office;
}

/** Sends a file, takes the mapping the server proposes, and starts its import. Returns the import's id and its plan. */
export async function importFile(registrar: Client, file: Buffer | string, fileName: string, register: string) {
  const sent = await registrar.send<{ id: string }>('POST', '/api/registers/uploads', file, {
    'content-type': 'application/octet-stream',
    'x-file-name': encodeURIComponent(fileName),
  });
  const upload = expect(sent, 200).id;
  const proposal = expect(
    await registrar.post<{ mapping: { column: number; field: string }[]; dateOrder: string; calendar: string }>(
      `/api/registers/uploads/${upload}/proposal`,
      {},
    ),
    200,
  );
  const mapping = proposal.mapping.map(({ column, field }) => ({ column, field }));
  const plan = { register, mapping, dateOrder: proposal.dateOrder, calendar: proposal.calendar, whole: true };
  const id = uuidv7();
  expect(await registrar.command('registers.import', id, 'start', { upload, fileName, ...plan }), 200);
  return { id, upload, plan };
}
