import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { createUser } from '../areas/accounts/server/users.ts';
import { languages, offeredRoles, type Role } from '../platform/decider/index.ts';
import type { AnyRoute } from '../platform/http/area.ts';
import { routesOf } from '../platform/http/server.ts';
import { systemActor } from '../platform/ledger/ledger.ts';
import { actionsByKind, allowsSome } from '../platform/permissions/ability.ts';
import { areas } from './areas.ts';
import { catalogues } from './compose.ts';
import { sampleOf, seeded } from './sampling.ts';
import { type Persona, testOffice } from './testing.ts';

/** Every role × every route × a record of one's own, of a colleague's, and of another city. */
const routes = routesOf(areas);
/** City → kind → ids of records there. */
const records: Record<number, Map<string, string[]>> = {};
/** Ids of the other city under which somebody made a record in the own one: from then on they are the own city's too. */
const made = new Set<string>();
const names: Record<number, string> = { 1: 'Canarywan Ownfolk', 2: 'Canarytwo Elsewhere' };
const colleaguesCase = uuidv7();
const ownHouse = uuidv7();

const worker = (city: number): Persona => olle.as('case-worker', { city });

const olle = testOffice();
olle.before(async () => {
  for (const city of [1, 2]) {
    const registrar = olle.as('registrar', { city });
    for (const [register, header] of [
      ['birth', 'reg_no,name,birth_date,ward'],
      ['school', 'student_id,name,birth_date,ward'],
    ] as const) {
      const { body: sent } = await registrar.send<{ id: string }>(
        'POST',
        '/api/registers/uploads',
        `${header}\n${city}7,${names[city]},2014-05-09,3\n`,
        {
          'content-type': 'application/octet-stream',
          'x-file-name': 'list.csv',
        },
      );
      const { body } = await registrar.post<{ mapping: { column: number; field: string }[]; dateOrder: string; calendar: string }>(
        `/api/registers/uploads/${sent.id}/proposal`,
        {},
      );
      const plan = {
        register,
        mapping: body.mapping.map(({ column, field }) => ({ column, field })),
        dateOrder: body.dateOrder,
        calendar: body.calendar,
        whole: false,
      };
      await registrar.command('registers.import', uuidv7(), 'start', { upload: sent.id, fileName: 'list.csv', ...plan });
    }
    await olle.runJobs();
    const opened = (who: string, id: string) =>
      olle.as('supervisor', { city }).command('cases.case', id, 'open', { ...caseInput, worker: who, name: names[city] });
    const own = uuidv7();
    for (const [who, id] of [
      [worker(city).actor.id, own],
      [olle.as('case-worker', { city, name: 'colleague' }).actor.id, city === 1 ? colleaguesCase : uuidv7()],
    ] as const) {
      const answer = await opened(who, id);
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
    }
    const suspect = { case: own, roles: ['recruiting'], said: [{ what: 'name', text: names[city] }], known: `${names[city]} was seen.` };
    const noted = await worker(city).command('suspects.suspect', uuidv7(), 'note', suspect);
    assert.equal(noted.status, 200, JSON.stringify(noted.body));
    const concern = {
      person: null,
      source: 'call',
      ward: '3',
      born: { first: '2014-01-01', last: '2014-12-31' },
      name: names[city],
      what: 'Seen at the bus park.',
    };
    const raised = await worker(city).command('cases.concern', uuidv7(), 'raise', concern);
    assert.equal(raised.status, 200, JSON.stringify(raised.body));
    const house = await olle
      .as('supervisor', { city })
      .command('partners.organisation', city === 1 ? ownHouse : uuidv7(), 'add', organisation(names[city]!));
    assert.equal(house.status, 200, JSON.stringify(house.body));
    await olle.tx(
      (tx) =>
        createUser(
          olle.services,
          tx,
          systemActor(city),
          { userName: `canary${city}`, name: names[city]!, roles: ['supervisor'] },
          'a blue lane leads home',
        ),
      city,
    );
    const { rows } = await olle.owner.query<{ kind: string; ids: string[] }>(
      'select kind, array_agg(id::text) as ids from record where city = $1 group by kind',
      [city],
    );
    records[city] = new Map(rows.map(({ kind, ids }) => [kind, ids]));
  }
});

const caseInput = {
  person: null,
  ward: '3',
  born: { first: '2014-01-01', last: '2014-12-31' },
  source: 'walk-in',
  riskLevel: 'high',
  concern: 'Somebody offered work abroad.',
  actions: [],
};

const organisation = (name: string) => ({
  ...{ name, otherNames: [], category: 'shelter', services: [], wards: [], leastAge: null, mostAge: null, sex: 'any' },
  ...{ languages: [], hours: [], emergencyHours: [], address: 'Canary Lane', phone: '', email: '' },
});

/** A record of the kind a route speaks of: that of its permission, or any. */
const idsFor = (route: AnyRoute, city: number): string[] => {
  const own = Array.isArray(route.may) ? records[city]!.get(route.may[1] as string) : undefined;
  return own ?? [...records[city]!.values()].flat();
};

async function call(persona: Persona | undefined, route: AnyRoute, ids: readonly string[], id: string, random: () => number) {
  const path = route.path.replace(/\{\w+\}/g, id);
  const body =
    route.input === 'stream'
      ? 'name\nSomebody\n'
      : route.body
        ? JSON.stringify({ ...(sampleOf(route.body, random, ids) as object), ...(commandBody(route) ? { commandId: uuidv7() } : {}) })
        : undefined;
  const headers: Record<string, string> =
    body === undefined
      ? {}
      : { 'content-type': route.input === 'stream' ? 'application/octet-stream' : 'application/json', 'x-file-name': 'x.csv' };
  if (persona) return { ...(await persona.send<unknown>(route.method, path, body, headers)), sent: body ?? '' };
  const response = await olle.app.inject({ method: route.method, url: path, headers, ...(body === undefined ? {} : { payload: body }) });
  return { status: response.statusCode, body: response.body as unknown, headers: response.headers, sent: body ?? '' };
}
const commandBody = (route: AnyRoute) => 'commandId' in ((route.body as { properties?: object } | undefined)?.properties ?? {});
const title = (route: AnyRoute) => `${route.method} ${route.path}`;

test('there are records of every main kind in both cities', () => {
  for (const city of [1, 2])
    for (const kind of [
      'registers.import',
      'registers.entry',
      'people.person',
      'cases.case',
      'cases.concern',
      'suspects.suspect',
      'partners.organisation',
      'accounts.user',
    ])
      assert.ok(records[city]!.get(kind)?.length, `${kind} in ${city}`);
});

test('a stranger gets 401 on every route but those open to anyone', async () => {
  const random = seeded(1);
  for (const route of routes.filter((r) => r.may !== 'anyone')) {
    const ids = idsFor(route, 1);
    assert.equal((await call(undefined, route, ids, ids[0]!, random)).status, 401, title(route));
  }
});

// Before the roles try everything: one of the things they may do is to open a case in an emergency.
test("a case worker is shown neither a colleague's case nor the list entry of it; a supervisor is", async () => {
  const path = `/api/cases/case/${colleaguesCase}`;
  assert.equal((await worker(1).get(path)).status, 404);
  assert.equal((await olle.as('supervisor').get(path)).status, 200);
  const list = await worker(1).post('/api/cases/list', {});
  assert.equal(list.status, 200, JSON.stringify(list.body));
  assert.ok(!JSON.stringify(list.body).includes(colleaguesCase));
});

for (const role of offeredRoles) {
  test(`${role}: what is not granted is refused, and nothing of another city is answered`, async () => {
    const random = seeded(offeredRoles.indexOf(role) + 2);
    const persona =
      role === 'case-worker' ? worker(1) : olle.as(role as Role, role === 'partner' ? { name: 'house', organisation: ownHouse } : {});
    const ability = olle.services.ledger.abilityOf(persona.actor, '2026-11-23');
    const foreignIds = new Set([...records[2]!.values()].flat());
    for (const route of routes.filter((r) => r.may !== 'anyone' && title(r) !== 'DELETE /api/session')) {
      const granted = !Array.isArray(route.may) || allowsSome(ability, route.may[0] as string, route.may[1] as string);
      const foreign = idsFor(route, 2);
      const aimed = [
        ...idsFor(route, 1)
          .slice(0, 2)
          .map((id) => ({ id, ids: idsFor(route, 1), city: 1 })),
        ...foreign.slice(0, 3).map((id) => ({ id, ids: foreign, city: 2 })),
      ];
      for (const { id, ids, city } of aimed) {
        const answer = await call(persona, route, ids, id, random);
        const where = `${role} ${title(route)} city ${city}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`;
        assert.ok(answer.status < 500, where);
        if (!granted) assert.ok(answer.status === 403 || answer.status === 404, where);
        if (answer.status >= 300) continue;
        const text = JSON.stringify(answer.body);
        assert.ok(!text.includes(names[2]!), where);
        // What a request named comes back in its answer (a new record under that id, in the own city); anything else must not.
        if (commandBody(route)) made.add(id);
        for (const known of foreignIds)
          assert.ok(made.has(known) || known === id || answer.sent.includes(known) || !text.includes(known), `${known}: ${where}`);
        if (city === 2 && route.method === 'GET' && route.path.includes('{id}') && !made.has(id)) assert.fail(where);
      }
    }
  });
}

test('what the screen is told that a role may do is what the rules allow, of every action on every kind', () => {
  const commands = areas
    .flatMap((area) => area.records)
    .flatMap(({ kind, commands }) => ['read', ...Object.keys(commands)].map((action) => [action, kind] as const));
  const asked = [...commands, ...routes.flatMap(({ may }) => (Array.isArray(may) ? [may as unknown as readonly [string, string]] : []))];
  for (const role of offeredRoles) {
    const ability = olle.services.ledger.abilityOf(
      olle.as(role as Role, role === 'partner' ? { organisation: ownHouse } : {}).actor,
      '2026-11-23',
    );
    const told = actionsByKind(ability);
    for (const [action, kind] of asked)
      assert.equal(told[kind]?.includes(action) ?? false, allowsSome(ability, action, kind), `${role} ${action} ${kind}`);
  }
});

test('nothing that was sent at the other city changed it', async () => {
  const { rows } = await olle.owner.query<{ kind: string; ids: string[] }>(
    'select kind, array_agg(id::text) as ids from record where city = 2 group by kind',
  );
  assert.deepEqual(
    new Map(rows.map(({ kind, ids }) => [kind, ids.length])),
    new Map([...records[2]!].map(([kind, ids]) => [kind, ids.length])),
  );
});

test('whatever somebody looked at, the page that says who looked has words for it', async () => {
  const { rows } = await olle.owner.query<{ why: string }>('select distinct why from read_log order by why');
  assert.ok(rows.length > 15, `only ${rows.length}`);
  const words = catalogues();
  for (const { why } of rows)
    for (const language of languages)
      assert.ok(!words.say(language, 'accounts', `readings.for.${why}`).startsWith('accounts:'), `${language}: ${why}`);
});
