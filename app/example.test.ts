// The worked example of CONTRIBUTING: a record with its list, page, forms, history, print and file, served as any other.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import { v7 as uuidv7 } from 'uuid';
import { objectsOf } from '../checks/areas.ts';
import { outreach } from '../checks/example/server/area.ts';
import { literalsOf, parse } from '../checks/syntax.ts';
import { root } from './compose.ts';
import { recordInputs } from './recordInputs.ts';
import { type TestOlle, testOlle } from './testing.ts';

const mostLines = 400;
const folder = 'checks/example';
const linesOf = (file: string) => readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length;

let olle: TestOlle;
before(async () => {
  olle = await testOlle({ also: [outreach], words: { outreach: join(root, folder, 'locales') } });
});
after(async () => await olle.close());

test('it costs no more lines than a record may, its words aside', () => {
  const lines = globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }).map(linesOf);
  const total = lines.reduce((sum, n) => sum + n, 0);
  assert.ok(total <= mostLines, `${total} lines`);
});

test('what CONTRIBUTING quotes of it stands in its files', () => {
  const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const quotes = [...text.matchAll(/```\w+ (checks\/example\/\S+)\n(.*?)\n```/gs)];
  assert.ok(quotes.length >= 4);
  // The formatter moves what it can read to the margin.
  const atMargin = (code: string) => code.replace(/^ +/gm, '').replace(/;$/, '');
  for (const [, file, quote] of quotes)
    assert.ok(atMargin(readFileSync(join(root, file!), 'utf8')).includes(atMargin(quote!)), `${file}: ${quote}`);
});

test('a session is planned, found, changed, held; then nothing more is done to it', async () => {
  const worker = olle.as('case-worker');
  const host = uuidv7();
  const blank = {
    otherNames: [],
    services: [],
    wards: [],
    leastAge: null,
    mostAge: null,
    sex: 'any',
    languages: [],
    hours: [],
    emergencyHours: [],
  };
  const school = { ...blank, name: 'Made-up School', category: 'school', address: '', phone: '', email: '' };
  assert.equal((await olle.as('supervisor').command('partners.organisation', host, 'add', school)).status, 200);
  const id = uuidv7();
  const plan = { topic: 'Offers of work abroad', ward: '4', day: '2026-11-25', host, trainer: worker.actor.id, phone: '0555 123' };
  const give = (name: string, input: object) => worker.command('outreach.session', id, name, input);
  assert.equal((await give('plan', { ...plan, trainer: uuidv7() })).body.code, 'ledger.no-such-record');
  assert.equal((await give('plan', plan)).status, 200);

  const page = async () =>
    (await worker.get<{ next: string[]; ward: string; present: number | null; phone: string }>(`/api/outreach/session/${id}`)).body;
  assert.deepEqual((await page()).next, ['change', 'hold', 'cancel']);
  assert.equal((await page()).phone, '0555 123');
  const listed = async (question: object) => (await worker.post<{ rows: { id: string }[] }>('/api/outreach/sessions', question)).body.rows;
  assert.deepEqual(
    (await listed({ ward: '4', status: 'planned', text: 'WORK' })).map((row) => row.id),
    [id],
  );
  assert.deepEqual(await listed({ since: '2026-11-26' }), []);

  assert.equal((await give('change', { ...plan, ward: '5' })).status, 200);
  assert.equal((await page()).ward, '5');
  assert.equal((await give('hold', { present: 31, notes: 'Two parents stayed to ask.' })).body.code, 'outreach.not-yet');
  olle.now = new Date('2026-11-25T09:00:00Z');
  assert.equal((await give('hold', { present: 31, notes: 'Two parents stayed to ask.' })).status, 200);
  assert.deepEqual((await page()).next, []);
  assert.equal((await page()).present, 31);
  assert.equal((await give('cancel', { because: 'Rain.' })).body.code, 'outreach.over');
  assert.equal((await olle.as('registrar').get(`/api/outreach/session/${id}`)).status, 403);

  const events = (await worker.history('outreach.session', id)).map(({ event }) => event);
  assert.deepEqual(events, ['session-held', 'session-changed', 'session-planned']);
  const file = await worker.post<string>('/api/outreach/sessions/file', { format: 'csv', ward: '5' });
  assert.ok(file.body.includes('Offers of work abroad,5,2026-11-25,held,31'), file.body);

  const paper = await olle.app.inject({
    method: 'POST',
    url: `/api/outreach/session/${id}/print`,
    headers: { 'x-persona': worker.session, 'x-csrf-token': worker.csrf },
    payload: { language: 'en' },
  });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(paper.rawPayload)), { mergePages: true });
  const read = text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
  for (const said of [
    'Offers of work abroad',
    'Ward Ward 5',
    'At Made-up School',
    'Held by Made-up case-worker',
    'Phone on the day 0555 123',
    'Status Held',
    'People present 31',
    'Held; people present: 31',
    'Two parents stayed to ask.',
    'Planned for Mangsir 9, 2083 BS (Nov 25, 2026): Offers of work abroad',
  ])
    assert.ok(read.includes(said), `${said} in ${read}`);
  assert.doesNotMatch(read, /outreach:/);
  const noted = await olle.owner.query<{ why: string }>("select why from read_log where $1 = any(ids) and why = 'printed'", [id]);
  assert.equal(noted.rows.length, 1);
});

test('its questions are asked as what their schemas mean', async () => {
  const { commands } = await recordInputs('outreach.session', `${folder}/domain/index.ts`);
  const kinds = Object.fromEntries(Object.entries(commands['plan']!).map(([name, { kind }]) => [name, kind]));
  assert.deepEqual(kinds, { topic: 'line', ward: 'ward', day: 'day', host: undefined, trainer: 'user', phone: 'line' });
  const asked = objectsOf(parse(root, `${folder}/web/SessionForm.tsx`)).flatMap((field) =>
    literalsOf(field.get('name')).map(({ text }) => text),
  );
  assert.deepEqual(asked.toSorted(), Object.keys(kinds).toSorted());
});
