import assert from 'node:assert/strict';
import { createReadStream, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { strToU8, zipSync } from 'fflate';
import { v7 as uuidv7 } from 'uuid';
import { withClient } from '../platform/database/roles.ts';
import { temporaryFolder } from '../platform/database/testing.ts';
import { Client, expect, foundOffice, importFile, ServerProcess, testEntry } from './serverProcess.ts';

// Names, numbers and stories that occur nowhere else go in by every route; afterwards everything that the server left anywhere is
// searched for them: tables, files of the database, its log of changes, logs, temporary files.

/** Part of every name and story, in each script; and of every number. */
const canaries = {
  latin: 'Zyxquopwelt',
  devanagari: 'ङ्क्ष्मठौली',
  hangul: '쀓뷁쬟',
  urdu: 'ژغڑظٹے',
  phone: '9841770077',
  number: '77-410-0077',
};
const { latin, devanagari, hangul, urdu, phone, number } = canaries;
const story = `Her uncle ${latin} said that ${devanagari} would get work abroad; ${hangul}, ${urdu}, call ${phone}.`;
/** Known to stand in clear: the search must find it, or it finds nothing. */
const cityName = 'Vyrmoldthausen';

const folder = temporaryFolder();
const temporary = join(folder, 'temporary');
const server = new ServerProcess(folder, testEntry, { TMPDIR: temporary });
let registrar: Client;
let worker: { id: string; client: Client };
let supervisor: { id: string; client: Client };
let administrator: Client;

before(async () => {
  mkdirSync(temporary);
  await server.start();
  const office = await foundOffice(
    server,
    [
      { userName: `${latin}-registrar`, name: `${latin} ${hangul}`, role: 'registrar' },
      { userName: 'worker', name: `${devanagari} ${urdu}`, role: 'case-worker' },
      { userName: 'supervisor', role: 'supervisor' },
    ],
    { city: cityName, password: `${latin} is no password` },
  );
  registrar = office[0]!.client;
  worker = office[1]!;
  supervisor = office[2]!;
  administrator = new Client(server);
  await administrator.signIn('first', `${latin} is no password`);
});
after(async () => {
  await server.stop();
  for (const client of [registrar, worker?.client, supervisor?.client, administrator]) client?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const headers = [
  'id',
  'given name',
  'family name',
  'sex',
  'date of birth',
  'ward',
  'address',
  'phone',
  'mother name',
  'father name',
  'national id',
];
const rows = Array.from({ length: 60 }, (_, i) => [
  i % 7 === 0 ? `${number}-${i}` : `A${i}`,
  ['Maya', 'माया', '마야', 'مایا'][i % 4]!,
  [latin, devanagari, hangul, urdu][i % 4]!,
  i % 2 ? 'F' : 'M',
  i % 11 === 5 ? `yesterday, says ${latin}` : `${2010 + (i % 14)}-03-1${i % 9}`,
  String(1 + (i % 9)),
  `House of ${latin}`,
  phone,
  `Mother ${devanagari}`,
  `Father ${hangul}`,
  `${number}-${i}`,
]);
const csv = () => [headers, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n');

/** The smallest workbook that Excel opens, with the text in the cells. */
function workbook(): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packaging = 'http://schemas.openxmlformats.org/package/2006';
  // Whoever is in the birth register but not in the school's is a child at risk.
  const cells = [headers, ...rows.slice(30)]
    .map(
      (row, r) =>
        `<row r="${r + 1}">${row.map((cell, c) => `<c r="${String.fromCharCode(65 + c)}${r + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
    )
    .join('');
  const part = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${part}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${part}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${latin}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${cells}</sheetData></worksheet>`,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));
}

/** Waits until nothing is queued that is due, and says what failed. */
async function untilIdle(): Promise<void> {
  for (const until = performance.now() + 120_000; performance.now() < until; await sleep(200)) {
    const { rows } = await withClient(server.database!.ownerUrl, (connection) =>
      connection.query<{ due: number }>(
        'select count(*)::int as due from graphile_worker._private_jobs where run_at <= now() or attempts > 0',
      ),
    );
    if (rows[0]!.due === 0) return;
  }
  throw new Error(`Work is still queued. The server wrote:\n${server.output}`);
}

/** Sends the head of an upload and hangs up. */
async function breakOff(headersOf: Record<string, string>): Promise<void> {
  await new Promise<void>((resolve) => {
    const sent = request(`${server.address}/api/registers/uploads`, {
      method: 'POST',
      headers: { ...headersOf, 'content-length': '9000000', expect: '100-continue' },
    });
    sent.on('error', () => resolve());
    // The server asks for the rest once it has read the head.
    sent.on('continue', () => sent.write(csv(), () => sent.destroy()));
    sent.flushHeaders();
  });
}

test('what people send in good order', async () => {
  for (const [file, name, register] of [
    [csv(), `${latin} ${hangul}.csv`, 'birth'],
    [workbook(), `${urdu}.xlsx`, 'school'],
  ] as const) {
    const { id, upload, plan } = await importFile(registrar, file, name, register);
    await registrar.post(`/api/registers/uploads/${upload}/dry-run`, plan);
    await untilIdle();
    const { rows: imports } = expect(
      await registrar.post<{ rows: { id: string; status: string; fileName: string; counts: { added: number } }[] }>(
        '/api/registers/imports',
        {},
      ),
      200,
    );
    const done = imports.find((one) => one.id === id)!;
    assert.deepEqual({ status: done.status, fileName: done.fileName }, { status: 'finished', fileName: name });
    assert.ok(done.counts.added > 20);
    assert.match(expect(await registrar.get<string>(`/api/registers/imports/${id}/set-aside.csv`), 200), new RegExp(latin));
  }
  // A file without headers: its first row is taken for them, and the profile keeps them.
  const profile = {
    name: `${urdu} from ${latin}`,
    register: 'birth',
    columns: [
      { header: latin, field: 'full_name' },
      { header: phone, field: null },
    ],
    dateOrder: 'day-first',
    calendar: 'gregorian',
    whole: false,
  };
  expect(await registrar.command('registers.profile', uuidv7(), 'save', profile), 200);
  for (const text of [latin, `Maya ${latin}`, devanagari, hangul, urdu, phone, number, story.slice(0, 200)]) {
    expect(await registrar.post('/api/people/search', { text }), 200);
    expect(await worker.client.post('/api/people/search', { text, ward: latin }), 200);
  }
  const { rows: found } = expect(
    await worker.client.post<{ rows: { id: string; name: string }[] }>('/api/people/search', { text: latin }),
    200,
  );
  assert.ok(found[0]?.name.includes(latin), 'the search finds what was imported');
  expect(await worker.client.get(`/api/people/person/${found[0]!.id}`), 200);
  expect(await registrar.get('/api/people/review'), 200);
  const { rows: children } = expect(
    await worker.client.post<{ rows: { id: string; person: string; name: string }[] }>('/api/risks/list', {}),
    200,
  );
  assert.ok(children.length > 1, 'the rules put somebody on the list');
  const [child, other] = children;
  expect(await worker.client.get(`/api/risks/child/${child!.id}`), 200);
  expect(await worker.client.command('risks.child', child!.id, 'see', { on: '2026-01-05', note: story }), 200);
  expect(await worker.client.command('risks.child', other!.id, 'judge-not-at-risk', { because: story }), 200);

  const id = uuidv7();
  const action = uuidv7();
  const opening = {
    person: child!.person,
    source: 'risk-list',
    riskLevel: 'high',
    ward: '4',
    born: { first: '2012-01-01', last: '2012-12-31' },
    worker: worker.id,
    name: child!.name,
    concern: story,
  };
  const actions = [{ what: `Visit ${latin}`, who: worker.id, due: '2030-01-01' }];
  const commands: [string, object][] = [
    ['open', { ...opening, actions }],
    ['note', { text: story }],
    ['note', { text: story.repeat(40) }],
    ['change-risk', { riskLevel: 'medium', because: story }],
    ['add-action', { action, what: `Call ${phone}`, who: worker.id, due: '2030-01-01' }],
    ['settle-action', { action, how: 'dropped', note: story }],
  ];
  for (const [name, input] of commands) expect(await worker.client.command('cases.case', id, name, input), 200);
  // A suspect by every field, found and connected, learned of and told of; and a link between two cases.
  const [second, suspect, double] = [uuidv7(), uuidv7(), uuidv7()];
  const another = { ...opening, person: null, name: `${hangul} ${latin}`, actions: [] };
  expect(await worker.client.command('cases.case', second, 'open', another), 200);
  const said = [...['name', 'alias', 'account', 'mark', 'place'].flatMap((what) => [latin, devanagari, hangul, urdu].map((text) => ({ what, text }))), { what: 'phone', text: phone }]; // biome-ignore format: one list
  const noting = { case: id, roles: ['recruiting'], said, known: story };
  const asSuspect = { names: [latin, urdu], phones: [phone], accounts: [hangul] };
  expect(await worker.client.command('suspects.suspect', suspect, 'note', noting), 200);
  const met = expect(await worker.client.post<{ rows: { names: string[] }[] }>('/api/suspects/alike', asSuspect), 200);
  assert.ok(met.rows[0]?.names.includes(latin), 'whoever may be the same is shown');
  expect(await worker.client.command('suspects.suspect', suspect, 'connect', { case: second, roles: ['moving'], basis: story }), 200);
  expect(await worker.client.command('suspects.suspect', suspect, 'learn', { known: story.repeat(3), wrong: [{ what: 'mark', text: latin }] }), 200); // biome-ignore format: one command
  expect(await supervisor.client.command('suspects.suspect', double, 'note', { ...noting, case: second }), 200);
  expect(await supervisor.client.command('suspects.suspect', double, 'join', { into: suspect, because: story }), 200);
  expect(await supervisor.client.command('suspects.suspect', double, 'separate', { because: story }), 200);
  expect(await supervisor.client.command('suspects.suspect', double, 'clear', { because: story }), 200);
  for (const text of [latin, devanagari, phone]) expect(await worker.client.post('/api/suspects/list', { text }), 200);
  expect(await supervisor.client.get(`/api/suspects/suspect/${suspect}`), 200);
  expect(await worker.client.command('cases.case', id, 'link-case', { other: second, kind: 'other', known: story }), 200);
  expect(await worker.client.get(`/api/suspects/case/${second}/links`), 200);
  expect(await worker.client.command('cases.case', second, 'unlink-case', { other: id, because: story }), 200);
  const page = expect(await worker.client.get<{ rows: { prose: string[] }[] }>(`/api/cases/case/${id}/history`), 200);
  assert.ok(
    page.rows.some(({ prose }) => prose.includes(story)),
    'the story can be read by whom it is for',
  );
  // A unique index refuses a second case for the child: PostgreSQL's error would tell the row.
  expect(await supervisor.client.command('cases.case', uuidv7(), 'open', { ...opening, actions: [] }), 409);
  await untilIdle();
});

test('what goes wrong', async () => {
  const stranger = new Client(server);
  for (const userName of [latin, devanagari, hangul, urdu, phone])
    expect(await stranger.post('/api/session', { userName, password: story.slice(0, 150) }), 403, 429);
  const { client } = worker;
  const bad: [string, string, string | undefined][] = [
    ['POST', '/api/people/search', `{"text": "${latin}`],
    ['POST', '/api/people/search', JSON.stringify({ text: '', ward: `${latin}\u0000` })],
    ['POST', '/api/people/search', JSON.stringify({ text: latin, nonsense: hangul })],
    ['POST', '/api/people/search', JSON.stringify({ text: latin, bornFrom: 99_999_999_999 })],
    ['POST', '/api/people/search', JSON.stringify({ text: { [latin]: urdu } })],
    ['POST', '/api/people/search', JSON.stringify({ text: latin.repeat(30_000) })],
    ['POST', '/api/risks/list', JSON.stringify({ ward: `${latin}\u0000` })],
    ['POST', '/api/risks/list', JSON.stringify({ after: { rank: -1, foundOn: '9999-99-99', id: uuidv7() }, ward: latin })],
    ['POST', `/api/cases/case/${uuidv7()}/open`, JSON.stringify({ commandId: uuidv7(), input: { name: latin, concern: story } })],
    ['POST', `/api/cases/case/${uuidv7()}/note`, JSON.stringify({ commandId: uuidv7(), input: { text: `${story}\u0000` } })],
    ['POST', `/api/cases/case/${uuidv7()}/note`, JSON.stringify({ commandId: latin, input: { text: story } })],
    ['GET', `/api/people/person/${latin}`, undefined],
    ['GET', `/api/cases/case/${encodeURIComponent(hangul)}`, undefined],
    ['POST', '/api/registers/imports', JSON.stringify({ after: latin })],
    ['GET', `/${latin}?name=${encodeURIComponent(urdu)}`, undefined],
    ['DELETE', `/api/${latin}`, undefined],
  ];
  for (const [method, path, body] of bad) {
    const { status } = await client.send(method, path, body);
    assert.ok(status >= 400 && status < 500, `${method} ${path.slice(0, 30)} ${body?.slice(0, 60)}: ${status}`);
  }
  for (const [file, name] of [
    [`PK\u0003\u0004${story}`, `${latin}.xlsx`],
    [`"${story}\n${csv().slice(0, 300)}`, `${hangul}.csv`],
    [csv().replaceAll('"', ''), latin],
  ] as const)
    await importFile(registrar, file, name, 'birth').catch(() => undefined);
  await breakOff({ ...registrar.identity, 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(hangul) });
  await untilIdle();
  // A crash in the middle of writing, and what a start after it makes of what was left.
  const writing = Array.from({ length: 20 }, (_, i) =>
    client.command('cases.case', uuidv7(), 'open', {
      person: null,
      source: 'call',
      riskLevel: 'high',
      ward: null,
      born: null,
      worker: worker.id,
      name: `${latin} ${i}`,
      concern: story,
      actions: [],
    }),
  );
  await Promise.race(writing);
  process.kill(server.database!.pid, 'SIGKILL');
  await server.kill();
  await Promise.allSettled(writing);
  await server.start();
  stranger.close();
});

/** The ways in which a text may stand somewhere. */
function writings(text: string): Buffer[] {
  const forms = [...new Set([text, text.toLowerCase(), text.toUpperCase(), text.normalize('NFD')])];
  return forms.flatMap((form) => {
    const utf8 = Buffer.from(form, 'utf8');
    const utf16 = Buffer.from(form, 'utf16le');
    // A text within base64 begins at one of three places; the letters at its ends depend on its neighbours.
    const base64 = [0, 1, 2].map((before) =>
      Buffer.concat([Buffer.alloc(before), utf8])
        .toString('base64')
        .slice(before === 0 ? 0 : 4, -4),
    );
    const escaped = [...form].flatMap((letter) => [...letter].map((c) => `\\u${c.codePointAt(0)!.toString(16).padStart(4, '0')}`)).join('');
    const texts = [utf8.toString('hex'), utf8.toString('hex').toUpperCase(), ...base64, escaped, encodeURIComponent(form)];
    return [utf8, utf16, Buffer.from(utf16).swap16(), ...texts.map((one) => Buffer.from(one))];
  });
}

const needles = (texts: readonly string[]): { text: string; bytes: Buffer }[] =>
  texts.flatMap((text) => [...new Map(writings(text).map((bytes) => [bytes.toString('latin1'), { text, bytes }])).values()]);

/** The texts that occur in a stream of bytes. */
async function occurring(stream: AsyncIterable<Buffer>, sought: readonly { text: string; bytes: Buffer }[]): Promise<string[]> {
  const longest = Math.max(...sought.map(({ bytes }) => bytes.length));
  const found = new Set<string>();
  let tail: Buffer = Buffer.alloc(0);
  for await (const piece of stream) {
    const all = Buffer.concat([tail, piece]);
    for (const { text, bytes } of sought) if (all.includes(bytes)) found.add(text);
    tail = all.subarray(Math.max(0, all.length - longest));
  }
  return [...found];
}

async function* once(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text, 'utf8');
}

test('the search finds every writing', async () => {
  const sought = needles(Object.values(canaries));
  for (const text of Object.values(canaries)) {
    const hidden = [
      Buffer.from(text, 'utf16le'),
      Buffer.from(`\\x${Buffer.from(`${text}!`).toString('hex')}`),
      ...['', 'x', 'xy'].map((before) => Buffer.from(Buffer.from(`${before}${text} and more`).toString('base64'))),
      Buffer.from(encodeURIComponent(text)),
    ];
    for (const bytes of hidden) assert.deepEqual(await occurring([Buffer.from('abc'), bytes] as never, sought), [text]);
  }
});

test('nothing of it stands in clear in any table, file or log', async () => {
  const sought = needles([...Object.values(canaries), cityName]);
  const where: Record<string, string[]> = {};
  const see = (place: string, texts: readonly string[]) => {
    if (texts.length > 0) where[place] = [...texts].sort();
  };
  see('output', await occurring(once(server.output), sought));

  await withClient(server.database!.ownerUrl, async (connection) => {
    const { rows: tables } = await connection.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'm') and n.nspname not in ('information_schema') order by 1`,
    );
    assert.ok(tables.length > 80, 'the tables of the city and of PostgreSQL itself');
    for (const { name } of tables) {
      const { rows } = await connection.query<{ text: string }>(`select t::text as text from ${name} t`);
      see(`table ${name}`, await occurring(once(rows.map(({ text }) => text).join('\n')), sought));
    }
    await connection.query('checkpoint');
  });
  await server.stop();

  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    bytes += statSync(path).size;
    see(`file ${path.slice(folder.length + 1)} `, await occurring(createReadStream(path, { highWaterMark: 1 << 20 }), sought));
  }
  assert.ok(bytes > 30_000_000, 'the whole folder of the database was read');

  const clear = (texts: readonly string[]) => texts.length === 1 && texts[0] === cityName;
  const inClear = Object.entries(where)
    .filter(([, texts]) => clear(texts))
    .map(([place]) => place);
  assert.ok(
    inClear.includes('table public.city') && inClear.some((place) => place.startsWith('file database/base/')),
    'the search sees what is in clear',
  );
  assert.ok(
    inClear.some((place) => place.startsWith('file database/pg_wal/')),
    'the log of changes was read',
  );
  assert.deepEqual(Object.fromEntries(Object.entries(where).filter(([, texts]) => !clear(texts))), {});
});
