import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { type TestOlle, testOlle } from '../../../app/testing.ts';
import { readDate } from './dates.ts';

let olle: TestOlle;
before(async () => {
  olle = await testOlle();
});
after(() => olle?.close());

interface Proposal {
  encoding: string;
  delimiter: string;
  mapping: { column: number; field: string }[];
  dateOrder: string;
  calendar: string;
}
interface Counts {
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  gone: number;
  setAside: number;
}
interface Listed {
  rows: { id: string; status: string; counts: Counts; reason: string | null }[];
}

const registrar = () => olle.as('registrar');
const upload = async (bytes: Buffer | string) =>
  await registrar().send<{ id: string; code?: string }>('POST', '/api/registers/uploads', bytes, {
    'content-type': 'application/octet-stream',
    'x-file-name': 'births.csv',
  });

async function importFile(bytes: Buffer | string, register = 'birth', whole = false) {
  const { body: sent } = await upload(bytes);
  const { body: proposal } = await registrar().get<Proposal>(`/api/registers/uploads/${sent.id}/proposal`);
  const plan = {
    register,
    mapping: proposal.mapping.map(({ column, field }) => ({ column, field })),
    dateOrder: proposal.dateOrder,
    calendar: proposal.calendar,
    whole,
  };
  const dry = await registrar().post<{ counts: Counts }>(`/api/registers/uploads/${sent.id}/dry-run`, plan);
  assert.equal(dry.status, 200, JSON.stringify(dry.body));
  const id = uuidv7();
  const started = await registrar().command('registers.import', id, 'start', { upload: sent.id, fileName: 'births.csv', ...plan });
  assert.equal(started.status, 200, JSON.stringify(started.body));
  await olle.runJobs();
  const { body } = await registrar().get<Listed>('/api/registers/imports');
  const done = body.rows.find((row) => row.id === id)!;
  return { id, proposal, dry: dry.body.counts, done };
}

const births = [
  'id,name,sex,date of birth,ward,mother',
  'B1,Maya Rai,F,2014-05-09,1,Gita Rai',
  'B2,राम थापा,m,09/05/2013,२,Sita Thapa',
  'B3,Asha Lama,female,2013,3,',
].join('\n');

test('a file is taken in as its dry run said; the same file again changes nothing; a newer one adds, changes and drops', async () => {
  const first = await importFile(births);
  assert.deepEqual(first.done.counts, { rows: 3, added: 3, changed: 0, unchanged: 0, gone: 0, setAside: 0 });
  assert.deepEqual(first.dry, first.done.counts);
  const again = await importFile(births);
  assert.deepEqual(again.done.counts, { rows: 3, added: 0, changed: 0, unchanged: 3, gone: 0, setAside: 0 });
  const newer = births.replace('Gita Rai', 'Gita Kumari Rai').replace(/\nB3.*/, '\nB4,Nima Sherpa,m,2015-01-02,1,Pema Sherpa');
  const third = await importFile(newer, 'birth', true);
  assert.deepEqual(third.done.counts, { rows: 3, added: 1, changed: 1, unchanged: 1, gone: 1, setAside: 0 });
  assert.deepEqual(third.dry, third.done.counts);
});

test('rows that cannot be read are set aside with row, column and reason, and can be downloaded without running as formulas', async () => {
  const { id, done } = await importFile(
    'id,name,sex,dob\nX1,Ok Name,f,2012-02-28\nX2,Bad Date,f,2012-02-30\nX3,,f,2012-01-01\nX1,Twice Id,m,2012-01-01\nX5,=cmd()|x,q,2012-01-01\nX6,Ahead,m,2031-01-01',
    'clinic',
  );
  assert.deepEqual([done.counts.added, done.counts.setAside], [1, 5]);
  const { body, headers } = await registrar().get<string>(`/api/registers/imports/${id}/set-aside.csv`);
  assert.match(String(headers['content-type']), /text\/csv/);
  const lines = body.trim().split('\n');
  assert.deepEqual(
    lines.slice(1).map((line) => line.split(',').slice(0, 3).join()),
    ['3,dob,date', '4,name,no-name', '5,id,id-twice', '6,sex,sex', '7,dob,future'],
  );
  assert.ok(lines[4]!.includes("'=cmd()"));
});

test('every encoding and delimiter reads the same', async () => {
  const text = 'id;name;sex;dob\nE1;सीता राई;f;2012-01-05\n';
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  for (const bytes of [
    Buffer.from(text),
    Buffer.from(`\ufeff${text}`),
    utf16,
    Buffer.from(utf16).swap16(),
    Buffer.from(text.replaceAll(';', '\t')),
  ]) {
    const { done } = await importFile(bytes, 'school');
    assert.equal(done.counts.setAside, 0);
    assert.equal(done.counts.added + done.counts.unchanged, 1);
    assert.equal(done.counts.changed, 0);
  }
});

test('what is not a table of text is refused in a sentence, and nothing is taken', async () => {
  const cases: [string, Buffer | string][] = [
    ['registers.workbook-broken', Buffer.from('PK\x03\x04 zip')],
    ['registers.file-is-workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['registers.file-not-a-table', Buffer.from('%PDF-1.7\n')],
    ['registers.file-not-a-table', Buffer.from([1, 0, 2, 3, 0, 0, 0, 9])],
    ['registers.file-empty', ''],
    ['registers.too-many-columns', Array.from({ length: 301 }, (_, i) => `c${i}`).join(',')],
    ['registers.line-too-long', `id,name\n1,"${'x'.repeat(3 * 1024 * 1024)}`],
  ];
  for (const [code, bytes] of cases) {
    const { body } = await upload(bytes);
    const answer = await registrar().get<{ code: string; detail: string }>(`/api/registers/uploads/${body.id}/proposal`);
    assert.equal(answer.body.code, code);
    assert.ok(answer.body.detail.length > 20 && !answer.body.detail.includes('problem.'));
  }
});

test('nothing that was in a file stands in clear in the database', async () => {
  await importFile('id,name,sex,dob\nC1,Zyxwvut Canary,f,2012-02-28\nC2,Qponmlk Canary,f,2012-02-31', 'social');
  const { rows } = await olle.owner.query<{ t: string }>(
    "select tablename as t from pg_tables where schemaname in ('public', 'graphile_worker')",
  );
  for (const { t } of rows) {
    const { rows: found } = await olle.owner.query(
      `select count(*)::int as n from ${t === '_private_jobs' || t.startsWith('_private') || t === 'migrations' ? `graphile_worker.${t}` : t} x where x::text ~ 'Zyxwvut|Qponmlk|5a797877767574'`,
    );
    assert.equal(found[0].n, 0, t);
  }
});

test('dates are read as registers write them', () => {
  const cases: [string, 'gregorian' | 'bikram-sambat', string | undefined][] = [
    ['2014-05-09', 'gregorian', '2014-05-09'],
    ['9/5/2014', 'gregorian', '2014-05-09'],
    ['٢٠١٤-٠٥-٠٩', 'gregorian', '2014-05-09'],
    ['2014년 5월 9일', 'gregorian', '2014-05-09'],
    ['2014.05', 'gregorian', '2014-05'],
    ['20140509', 'gregorian', '2014-05-09'],
    ['2014-02-30', 'gregorian', undefined],
    ['yesterday', 'gregorian', undefined],
    ['2081-01-01', 'bikram-sambat', '2024-04-13'],
    ['२०७०/०१/०१', 'bikram-sambat', '2013-04-14'],
    ['2081-01-40', 'bikram-sambat', undefined],
  ];
  for (const [text, calendar, date] of cases) assert.equal(readDate(text, 'day-first', calendar), date, text);
});

test('a partner, a case worker and an administrator import nothing', async () => {
  for (const role of ['partner', 'case-worker', 'administrator', 'monitoring-officer'] as const) {
    const answer = await olle
      .as(role)
      .send<{ code: string }>('POST', '/api/registers/uploads', 'id,name\n1,x', { 'content-type': 'application/octet-stream' });
    assert.equal(answer.status, 403, role);
  }
});
