import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Compile } from 'typebox/compile';
import { roles } from '../platform/decider/index.ts';
import { routesOf } from '../platform/http/server.ts';
import { areas } from './areas.ts';
import { howMany, sampleOf, seeded } from './sampling.ts';
import { testOffice } from './testing.ts';

const requests = howMany(3000, 10_000);
const seed = 20_261_123;
const random = seeded(seed);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
const hostile: readonly unknown[] = [
  '', ' ', '\0', 'a\0b', '\u202e\u0600', '\ud800', "' or 1=1 --", '"; drop table event; --', '../../../etc/passwd', '%00', `\${7*7}`, '{{7*7}}', '<script>', '=cmd|x',
  'x'.repeat(10_000), '𝕏'.repeat(300), 'ः', '00000000-0000-0000-0000-000000000000', '2014-02-31', '9999-99-99', '-1', '1e400',
  0, -1, 1e308, -1e308, 2 ** 53, 2 ** 63, 0.1, null, true, [], {}, [[]], [null], { $ne: null }, { length: 1e9 }, { toString: 1 }, { constructor: { prototype: { x: 1 } } },
  JSON.parse('{"__proto__":{"polluted":1}}'), deep(2000),
]; // biome-ignore format: a table

/** The value with something in it replaced, removed or added. */
function spoil(value: unknown): unknown {
  if (random() < 0.25 || typeof value !== 'object' || value === null) return pick(hostile);
  if (Array.isArray(value))
    return random() < 0.3 ? Array.from({ length: 50 }, () => value[0]) : value.map((item, i) => (i === 0 ? spoil(item) : item));
  const entries = Object.entries(value);
  const at = Math.floor(random() * (entries.length + 1));
  if (at === entries.length) return { ...value, [pick(['__proto__', 'constructor', 'x', ''])]: pick(hostile) };
  return Object.fromEntries(
    entries.flatMap(([name, inner], i) => (i !== at ? [[name, inner]] : random() < 0.2 ? [] : [[name, spoil(inner)]])),
  );
}

const olle = testOffice();

test(`${requests} hostile requests over every route and method: no 5xx, no stack trace, no hang, answers as declared`, async () => {
  const routes = routesOf(areas).map((route) => ({ ...route, check: route.answer ? Compile(route.answer) : undefined }));
  const everybody = olle.as(roles);
  const nobody = olle.as('partner');
  const contentTypes = [
    'application/json',
    'application/json; charset=utf-16',
    'text/plain',
    'application/xml',
    'multipart/form-data',
    'application/octet-stream',
    '',
    'x',
  ];
  const failures: string[] = [];
  const statuses = new Map<number, number>();
  const one = async (i: number) => {
    const route = routes[i % routes.length]!;
    const ids = ['0199aaaa-0000-7000-8000-000000000001', everybody.actor.id];
    const spoiled = random() < 0.3;
    const id = spoiled
      ? encodeURIComponent(String(pick(hostile.filter((h) => typeof h === 'string' && h !== '\ud800'))).slice(0, 400))
      : pick(ids);
    const query =
      random() < 0.3
        ? `?${pick(['cursor', 'after', 'x', '__proto__', 'limit'])}=${encodeURIComponent(String(pick([1, '', "'", '\0', 'x'.repeat(500)])))}`
        : '';
    const valid = route.body ? sampleOf(route.body, random, ids) : {};
    const text = JSON.stringify(random() < 0.15 ? valid : spoil(valid)) ?? '';
    const kind = random();
    const payload =
      kind < 0.05
        ? Buffer.from([0xff, 0xfe, 0x00, 0x80])
        : kind < 0.1
          ? text.slice(0, Math.floor(random() * text.length))
          : kind < 0.12
            ? '['.repeat(50_000)
            : text;
    const method = random() < 0.9 ? route.method : pick(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']);
    const type = random() < 0.85 ? (route.input === 'stream' ? 'application/octet-stream' : 'application/json') : pick(contentTypes);
    const headers: Record<string, string> = {
      'accept-language': pick(['en', 'ur', '', 'x'.repeat(300)]),
      'x-file-name': pick(['a.csv', '%E0%A4%A', '../x', 'x'.repeat(500)]),
      ...(method === 'GET' || method === 'HEAD' ? {} : { 'content-type': type }),
    };
    const began = process.cpuUsage();
    const answer = await (random() < 0.9 ? everybody : nobody).send<unknown>(
      method,
      `${route.path.replace(/\{\w+\}/g, id)}${query}`,
      method === 'GET' || method === 'HEAD' ? undefined : payload,
      headers,
    );
    const { user } = process.cpuUsage(began);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    const say = (why: string) =>
      failures.push(`${why}: request ${i} ${method} ${route.path} ${answer.status} ${type} sent ${String(payload).slice(0, 300)}`);
    if (answer.status >= 500) say('failed');
    if (/\n\s+at |node_modules|\.ts:\d+/.test(JSON.stringify(answer.body ?? '').replaceAll('\\n', '\n'))) say('stack trace');
    if (user > 20e6) say(`took, with those beside it, ${user / 1e6} s of a processor`);
    if (answer.status === 200 && method === route.method && route.check && !route.check.Check(answer.body)) say('not as declared');
  };
  for (let i = 0; i < requests; i += 8) await Promise.all(Array.from({ length: Math.min(8, requests - i) }, (_, k) => one(i + k)));
  assert.equal(({} as { polluted?: number }).polluted, undefined);
  assert.deepEqual(failures.slice(0, 15), [], `seed ${seed}, ${failures.length} of ${requests}`);
  assert.ok((statuses.get(200) ?? 0) > requests / 100, `some requests must get through: ${JSON.stringify([...statuses])}`);
});

test('an address with something else where an id stands is the address of nothing, on every route', async () => {
  const everybody = olle.as(roles);
  const withId = routesOf(areas).filter(({ method, path, params }) => method === 'GET' && path.includes('{id}') && params);
  assert.ok(withId.length > 20);
  for (const { path } of withId) {
    const answer = await everybody.get<{ code: string }>(path.replaceAll(/\{\w+\}/g, 'plan'));
    assert.deepEqual([answer.status, answer.body.code], [404, 'http.not-found'], path);
  }
});
