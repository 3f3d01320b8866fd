import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { runTaskListOnce } from 'graphile-worker';
import { v7 as uuidv7 } from 'uuid';
import { type Answer as Answered, frame, type HistoryPage } from '../platform/contract/index.ts';
import { openPool, type Pool, type Tx, withTransaction } from '../platform/database/pool.ts';
import { testDatabase } from '../platform/database/testing.ts';
import type { Actor, Role, TimelineEntry } from '../platform/decider/index.ts';
import type { Log, Outside, ServerArea, Services, Session } from '../platform/http/area.ts';
import { buildServer } from '../platform/http/server.ts';
import { prepareQueue, quiet, taskListOf } from '../platform/jobs/queue.ts';
import { systemActor } from '../platform/ledger/ledger.ts';
import { prepareViews } from '../platform/ledger/rebuild.ts';
import { Sealing } from '../platform/sealing/sealing.ts';
import { areas as product } from './areas.ts';
import { catalogues, compose } from './compose.ts';

/** An answer: its status and, where there is one, its JSON body. */
export interface Answer<T = never> {
  readonly status: number;
  readonly body: T;
  /** The body as it was sent. */
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Somebody who uses the system over HTTP. */
export interface Persona {
  readonly actor: Actor;
  /** Sent as the header `x-persona`, it says that a request is theirs: for a browser. */
  readonly session: string;
  readonly csrf: string;
  get<T>(path: string): Promise<Answer<T>>;
  post<T>(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  send<T>(method: string, path: string, payload: Buffer | string | undefined, headers?: Record<string, string>): Promise<Answer<T>>;
  /** `POST /api/<area>/<record>/{id}/<command>` with a fresh command id. */
  command(
    kind: string,
    id: string,
    name: string,
    input?: unknown,
    more?: { commandId?: string; expectedVersion?: number },
  ): Promise<Answer<{ version: number; repeated: boolean; code?: string; fields?: string[] }>>;
  /** The first page of a record's history, the newest first. */
  history(kind: string, id: string): Promise<readonly TimelineEntry[]>;
}

/** The whole server against a real database of its own, with people of every role and a clock the test sets. */
export interface TestOlle {
  readonly services: Services;
  readonly owner: Pool;
  readonly app: FastifyInstance;
  readonly ownerUrl: string;
  /** The time it is; set it to let time pass. */
  now: Date;
  /** A person of that role in that city (1 unless said; 2 is there too); the same each time for the same name. */
  as(role: Role | readonly Role[], options?: { city?: number; name?: string; organisation?: string }): Persona;
  /** A transaction as the server's role, in a city. */
  tx<T>(work: (tx: Tx) => Promise<T>, city?: number): Promise<T>;
  /** Does all queued work that is due, and what that queues, until nothing is left. */
  runJobs(): Promise<void>;
  close(): Promise<void>;
}

interface Options {
  readonly country?: string;
  readonly timeZone?: string;
  readonly now?: string;
  readonly outside?: Outside;
  readonly log?: Log;
  /** Areas besides those of the product, and the folders of their catalogues by name. */
  readonly also?: readonly ServerArea[];
  readonly words?: Readonly<Record<string, string>>;
  /** The folder of the web app, where it is served too. */
  readonly pages?: string;
}

export async function testOlle(options: Options = {}): Promise<TestOlle> {
  const areas = [...product, ...(options.also ?? [])];
  const database = await testDatabase();
  const owner = openPool(database.ownerUrl, { max: 4, applicationName: 'test-owner' });
  const pool = openPool(database.appUrl, { max: 8, applicationName: 'test' });
  // What failed on the server's side is said where the test that met it is read.
  const log: Log = options.log ?? ((event, facts) => (event === 'request failed' ? console.error(event, facts) : undefined));
  await prepareQueue(owner, log);
  for (const number of [1, 2]) {
    await owner.query(`insert into city (number, id, name, country, time_zone) values ($1, $2, $3, $4, $5)`, [
      number,
      uuidv7(),
      number === 1 ? 'Made-up City' : 'Another City',
      options.country ?? 'NP',
      options.timeZone ?? 'Asia/Kathmandu',
    ]);
    await owner.query('insert into ledger_head (city) values ($1)', [number]);
  }
  await prepareViews(
    owner,
    areas.flatMap((area) => area.views),
  );
  let now = new Date(options.now ?? '2026-11-23T03:00:00Z');
  const services = compose(areas, {
    pool,
    sealing: new Sealing(randomBytes(32)),
    clock: () => now,
    log,
    catalogues: catalogues(options.words),
    outside: options.outside ?? {},
  });
  const sessions = new Map<string, Session>();
  const app = await buildServer({
    services,
    areas,
    ...(options.pages ? { pages: options.pages } : {}),
    authenticate: async (request) => {
      const session = sessions.get(String(request.headers['x-persona'] ?? ''));
      if (!session) return undefined;
      const { rows } = await pool.query<Pick<Actor, 'grantChanges'>>('select grant_changes as "grantChanges" from city where number = $1', [session.actor.city]); // biome-ignore format: one query
      return { ...session, actor: { ...session.actor, ...rows[0] } };
    },
  });
  const tasks = taskListOf(
    services,
    areas.flatMap((area) => area.jobs ?? []),
  );

  const personas = new Map<string, Persona>();
  // Everybody is a user of their city, as everybody is who signs in: what is given to them is given to somebody the city knows.
  let known: Promise<unknown> = Promise.resolve();
  const takeIn = ({ id, city, roles }: Actor) => {
    // A partner is given nothing of the office's work, and is a user only if their organisation is in the directory.
    if (roles.includes('partner')) return;
    const input = { name: `Made-up ${roles.join(', ')}`, userName: `persona-${id}`, roles: [...roles] };
    const added = known.then(() => services.ledger.executeAll(systemActor(city), [{ kind: 'accounts.user', id, name: 'add', input }]));
    // Those who wait for it get the error; a test that has ended by then does not.
    added.catch(() => undefined);
    known = added;
  };
  const personaOf = (actor: Actor): Persona => {
    takeIn(actor);
    const session: Session = { actor, csrf: uuidv7(), id: uuidv7() };
    sessions.set(session.id, session);
    const send = async <T>(
      method: string,
      path: string,
      payload: Buffer | string | undefined,
      headers: Record<string, string> = {},
    ): Promise<Answer<T>> => {
      await known;
      const response = await app.inject({
        method: method as 'GET',
        url: path,
        headers: { 'x-persona': session.id, ...(method === 'GET' ? {} : { 'x-csrf-token': session.csrf }), ...headers },
        ...(payload === undefined ? {} : { payload }),
      });
      const json = String(response.headers['content-type'] ?? '').includes('json');
      return {
        status: response.statusCode,
        // Of lines of JSON the last is the result.
        body: (json && response.body ? JSON.parse(response.body.trimEnd().split('\n').at(-1)!) : response.body) as T,
        bytes: response.rawPayload,
        headers: response.headers,
      };
    };
    const post = <T>(path: string, body: unknown, headers: Record<string, string> = {}) =>
      send<T>('POST', path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
    const get = <T>(path: string) => send<T>('GET', path, undefined);
    return {
      actor,
      session: session.id,
      csrf: session.csrf,
      send,
      post,
      get,
      history: async (kind, id) => (await get<HistoryPage>(`/api/${kind.replace('.', '/')}/${id}/history`)).body.rows,
      command: (kind, id, name, input = {}, more = {}) =>
        post(`/api/${kind.replace('.', '/')}/${id}/${name}`, { commandId: uuidv7(), input, ...more }),
    };
  };

  return {
    services,
    owner,
    app,
    ownerUrl: database.ownerUrl,
    get now() {
      return now;
    },
    set now(date: Date) {
      now = date;
    },
    as(role, { city = 1, name = '', organisation } = {}) {
      const roles = (typeof role === 'string' ? [role] : role) as readonly Role[];
      const key = `${roles.join('+')}/${city}/${name}`;
      let persona = personas.get(key);
      if (!persona) {
        persona = personaOf({ id: uuidv7(), city, roles, ...(organisation ? { organisation } : {}) });
        personas.set(key, persona);
      }
      return persona;
    },
    tx: (work, city = 1) => withTransaction(pool, city, work),
    async runJobs() {
      for (;;) {
        const client = await owner.connect();
        try {
          await runTaskListOnce({ pgPool: owner, logger: quiet(log) }, tasks, client);
        } finally {
          client.release();
        }
        const { rows } = await owner.query<{ due: string; failed: string | null }>(
          `select count(*) filter (where attempts < max_attempts and run_at <= now()) as due, string_agg(last_error, '; ') as failed from graphile_worker._private_jobs`,
        );
        if (rows[0]?.failed) throw new Error(`A job failed: ${rows[0].failed}`);
        if (Number(rows[0]?.due ?? 0) === 0) return;
      }
    },
    async close() {
      await known.catch(() => undefined);
      await app.close();
      await pool.end();
      await owner.end();
      await database.drop();
    },
  };
}

/** What `get` gives once it is there, under a name that is there from the beginning. */
const later = <T extends object>(get: () => T): T =>
  new Proxy({} as T, { get: (_, key) => Reflect.get(get(), key), set: (_, key, value) => Reflect.set(get(), key, value) });

interface TestOffice extends TestOlle {
  /** Does that before the first test, once Olle runs: hooks of Node do not wait for one another. */
  before(work: () => Promise<unknown>): void;
}

/**
 * The Olle of a test file, from before its first test until after its last. Whom the file names outside of its tests is a user before they
 * begin.
 */
export function testOffice(options?: Options): TestOffice {
  let olle: TestOlle | undefined;
  const named: Persona[] = [];
  const works: (() => Promise<unknown>)[] = [];
  before(async () => {
    olle = await testOlle(options);
    for (const persona of named) await persona.get('/api/session');
    for (const work of works) await work();
  });
  after(() => olle?.close());
  const running = () => olle ?? assert.fail('Olle runs only while there are tests.');
  const own: Pick<TestOffice, 'as' | 'before'> = {
    as(...of) {
      if (olle) return olle.as(...of);
      const persona = later(() => running().as(...of));
      named.push(persona);
      return persona;
    },
    before: (work) => void works.push(work),
  };
  return new Proxy(later(running) as TestOffice, { get: (office, key) => Reflect.get(key in own ? own : office, key) });
}

/** What was answered; fails where the answer has another status. */
export async function done<T>(answer: Promise<{ readonly status: number; readonly body: T }>, status = 200): Promise<T> {
  const { status: got, body } = await answer;
  assert.equal(got, status, JSON.stringify(body));
  return body;
}

/** Fails where it was not refused with that status and code. */
export async function refused(answer: Promise<{ readonly status: number; readonly body: unknown }>, status: number, code: string) {
  const { status: got, body } = await answer;
  assert.deepEqual([got, (body as { code?: string }).code], [status, code]);
}

/** All that Today shows somebody, also what stands behind "more". */
export async function todayOf(who: Persona) {
  type Today = Answered<typeof frame.readToday>;
  const read = async (more: string) => await done(who.get<Today>(`/api/office/today${more}`));
  const lines = [];
  for (const band of frame.bands) {
    const { bands } = await read(`?more=${band}`);
    lines.push(...bands.flatMap((one) => one.lines.map((line) => ({ band: one.band, ...line }))));
  }
  return { ...(await read('')), lines };
}

/** Opens a case of a made-up child, which is the worker's unless said otherwise. Returns its id. */
export async function openCase(who: Persona, more: object = {}, id = uuidv7()): Promise<string> {
  const born = { first: '2014-01-01', last: '2014-12-31' };
  const about = { person: null, source: 'call', ward: '3', born, name: 'Maya Rai', riskLevel: 'high', concern: 'Offered work abroad.' };
  await done(who.command('cases.case', id, 'open', { ...about, worker: who.actor.id, actions: [], ...more }));
  return id;
}
