import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { v7 as uuidv7 } from 'uuid';
import { catalogues } from '../../../app/compose.ts';
import { howMany } from '../../../app/sampling.ts';
import { testOffice } from '../../../app/testing.ts';
import { problemDocument, problemTable } from '../../../platform/http/problem.ts';
import { asideReasons, canonicalFields, problems } from '../domain/index.ts';
import { workbookOf } from './file/testing.ts';
import { registrarOf } from './testing.ts';

let office: ReturnType<typeof registrarOf>;
const olle = testOffice();
olle.before(async () => {
  office = registrarOf(olle);
});

const scripts = { en: /^[A-Z][\x20-\x7e“”]+$/, ko: /\p{Script=Hangul}{2}/u, ne: /\p{Script=Devanagari}{2}/u, ur: /\p{Script=Arabic}{2}/u };
const figures = (rows: number, given: Partial<Record<'added' | 'changed' | 'unchanged' | 'gone' | 'setAside', number>>) => ({
  rows,
  added: 0,
  changed: 0,
  unchanged: 0,
  gone: 0,
  setAside: 0,
  ...given,
});
const entryEvents = async () =>
  Number((await olle.owner.query("select count(*) as n from event where kind = 'registers.entry'")).rows[0].n);
/** The lines of an import's set-aside rows as the person gets them, without the mark at their head. */
const setAsideOf = async (id: string) => {
  const { body, headers } = await office.registrar.get<string>(`/api/registers/imports/${id}/set-aside.csv`);
  assert.match(String(headers['content-type']), /text\/csv/);
  assert.ok(body.startsWith('\ufeff'));
  return body.slice(1).trimEnd().split('\n');
};

const births = [
  'id,name,sex,date of birth,ward,mother',
  'B1,Maya Rai,F,2014-05-09,1,Gita Rai',
  'B2,राम थापा,m,09/05/2013,२,Sita Thapa',
  'B3,Asha Lama,female,2013,3,',
].join('\n');

test('a file is taken in as its dry run said; the same file again changes nothing; a newer one adds, changes and drops', async () => {
  const first = await office.importFile(births);
  assert.deepEqual(first.done.counts, figures(3, { added: 3 }));
  assert.deepEqual(first.dry, first.done.counts);
  const events = await entryEvents();
  const again = await office.importFile(births, { whole: true });
  assert.deepEqual(again.done.counts, figures(3, { unchanged: 3 }));
  assert.deepEqual(again.dry, again.done.counts);
  assert.equal(await entryEvents(), events);
  const newer = births.replace('Gita Rai', 'Gita Kumari Rai').replace(/\nB3.*/, '\nB4,Nima Sherpa,m,2015-01-02,1,Pema Sherpa');
  const third = await office.importFile(newer, { whole: true });
  assert.deepEqual(third.done.counts, figures(3, { added: 1, changed: 1, unchanged: 1, gone: 1 }));
  assert.deepEqual(third.dry, third.done.counts);
  assert.equal(await entryEvents(), events + 3);
  const back = await office.importFile(births, { whole: true });
  assert.deepEqual(back.done.counts, figures(3, { changed: 2, unchanged: 1, gone: 1 }));
  const summary = await office.registrar.get<{ registers: object[] }>('/api/registers/summary');
  assert.deepEqual(summary.body.registers, [{ register: 'birth', present: 3, gone: 1, unread: 0, brought: back.done.startedAt }]);
});

test('a file without a column of ids is known again by what its rows say, twins of a row included', async () => {
  const rows = ['name,sex,dob', 'Maya Rai,f,2014-05-09', 'Maya Rai,f,2014-05-09', 'Asha Lama,f,2013-01-02'];
  assert.deepEqual((await office.importFile(rows.join('\n'), { register: 'social' })).done.counts, figures(3, { added: 3 }));
  const [header, ...people] = rows;
  const turned = [header, ...people.reverse()].join('\n');
  assert.deepEqual((await office.importFile(turned, { register: 'social', whole: true })).done.counts, figures(3, { unchanged: 3 }));
  const fewer = rows.slice(0, 2).join('\n');
  assert.deepEqual(
    (await office.importFile(fewer, { register: 'social', whole: true })).done.counts,
    figures(1, { unchanged: 1, gone: 2 }),
  );
});

test('rows that cannot be read are set aside with row, column and reason; mended, they complete the import', async () => {
  const file = [
    'id,name,sex,dob,phone',
    'X1,Ok Name,f,2012-02-28,1',
    'X2,Bad Date,f,2012-02-30,2',
    'X3,,f,2012-01-01,3',
    'X1,Twice Id,m,2012-01-01,4',
    'X5,=cmd()|x,q,2012-13-01,+977 98',
    'X6,Ahead,m,2031-01-01,@SUM(A1)',
    ',Without One,m,2012-01-01,5',
    '-,Dash Id,m,2012-01-01,6',
  ].join('\n');
  const { id, done, dry } = await office.importFile(file, { register: 'clinic' });
  assert.deepEqual(done.counts, figures(8, { added: 1, setAside: 7 }));
  assert.deepEqual(dry, done.counts);
  const lines = await setAsideOf(id);
  const cells: string[][] = parse(lines.join('\n'));
  const mend = (reason: string) => catalogues().say('en', 'registers', `mend.${reason}`);
  assert.deepEqual(
    cells.map((row) => row.slice(0, 3)),
    [
      ['olle_row', 'olle_column', 'olle_reason'],
      ['3', 'dob', mend('date')],
      ['4', 'name', mend('no-name')],
      ['5', 'id', mend('id-twice')],
      ['6', 'dob', mend('date')],
      ['7', 'dob', mend('future')],
      ['8', 'id', mend('no-id')],
      ['9', 'id', mend('no-id')],
    ],
  );
  for (const cell of cells.flat()) assert.doesNotMatch(cell, /^[=+\-@]/);
  for (const [language, script] of Object.entries(scripts)) {
    const { body } = await office.registrar.get<string>(`/api/registers/imports/${id}/set-aside.csv?language=${language}`);
    for (const row of (parse(body, { bom: true }) as string[][]).slice(1)) assert.match(row[2]!, script);
  }

  // A person mends what they can and leaves one row as it is; "whole" ticked by mistake must not empty the register.
  const mended = lines
    .join('\r\n')
    .replace('2012-02-30', '2012-02-29')
    .replace('X3,,', 'X3,Third,')
    .replace('X1,Twice', 'X4,Twice')
    .replace('|x,q,2012-13', '|x,m,2012-12')
    .replace('2031', '2013')
    .replace(',,Without One', ',X7,Without One');
  const second = await office.importFile(`\ufeff${mended}`, { register: 'clinic', whole: true });
  assert.equal(second.proposal.mended, true);
  assert.deepEqual(second.done.counts, figures(7, { added: 6, setAside: 1 }));
  const { rows } = await olle.owner.query("select id from registers_entry where register = 'clinic' and status = 'present'");
  assert.equal(rows.length, 7);
  const values = await Promise.all(
    rows.map(async (row) => (await office.registrar.get<{ values: Record<string, string> }>(`/api/registers/entry/${row.id}`)).body.values),
  );
  const formula = values.find((one) => one['source_id'] === 'X5')!;
  assert.deepEqual([formula['full_name'], formula['phone'], formula['sex']], ['=cmd()|x', '+977 98', 'male']);
  assert.equal(values.find((one) => one['source_id'] === 'X6')!['phone'], '@SUM(A1)');

  // The row left over comes out once more, with one set of our columns, and the whole first file again knows all but what it sets aside.
  const left = await setAsideOf(second.id);
  assert.deepEqual(left, ['olle_row,olle_column,olle_reason,id,name,sex,dob,phone', `8,id,${mend('no-id')},'-,Dash Id,m,2012-01-01,6`]);
});

test('a row that cannot be read is still in the register: a mistyped date takes nobody off it', async () => {
  const file = 'id,name,dob\nW1,Maya Rai,2014-05-09\nW2,Asha Lama,2013-01-02\nW3,Nima Rai,2012-01-02';
  await office.importFile(file, { register: 'household' });
  const mistyped = file.replace('2014-05-09', '2014-05-99').replace(/\nW3.*/, '');
  const { done } = await office.importFile(mistyped, { register: 'household', whole: true });
  assert.deepEqual(done.counts, figures(2, { unchanged: 1, gone: 1, setAside: 1 }));
});

test('rows wider than a table may be are set aside, and every cell comes through the download whole or cut where it is said', async () => {
  const wide = `id,name\nY1,Fine\nY2,Wide${',x'.repeat(400)}\n`;
  const { id, done } = await office.importFile(wide, { register: 'social' });
  assert.deepEqual(done.counts, figures(2, { added: 1, setAside: 1 }));
  const lines = await setAsideOf(id);
  const [, row] = parse(lines.join('\n'), { relax_column_count: true }) as string[][];
  assert.equal(row!.length, 3 + 300);
  assert.deepEqual([row![0], row![1], ...row!.slice(3, 6)], ['3', '', 'Y2', 'Wide', 'x']);
});

test('every row set aside comes out, however many there are', async () => {
  const count = howMany(12_000, 101_000);
  const file = `id,name\n${Array.from({ length: count }, (_, i) => `V${i},\n`).join('')}V,Fine`;
  const { id, done } = await office.importFile(file, { register: 'social' });
  assert.deepEqual(done.counts, figures(count + 1, { added: 1, setAside: count }));
  const lines = await setAsideOf(id);
  assert.equal(lines.length, count + 1);
  assert.deepEqual([lines[1]!.split(',').at(-2), lines.at(-1)!.split(',').at(-2)], ['V0', `V${count - 1}`]);
});

test('every reason for which a row is set aside has its words and its way to mend it, in every language', () => {
  for (const reason of asideReasons)
    for (const [language, script] of Object.entries(scripts))
      for (const key of ['reason', 'mend']) assert.match(catalogues().say(language, 'registers', `${key}.${reason}`), script);
});

test('a list in an old encoding is taken in by it, or by the one that a person chose', async () => {
  const bytes = Buffer.concat([Buffer.from('id,name\nK1,'), Buffer.from('b1e8c7cfb3aa', 'hex')]);
  const first = await office.importFile(bytes, { register: 'clinic' });
  assert.equal(first.proposal.encoding, 'euc-kr');
  const nameOf = async (id: string) => {
    const { rows } = await olle.owner.query('select id from registers_entry where import = $1', [id]);
    return (await office.registrar.get<{ values: Record<string, string> }>(`/api/registers/entry/${rows[0].id}`)).body.values['full_name'];
  };
  assert.equal(await nameOf(first.id), '김하나');
  const chosen = await office.importFile(bytes, { register: 'clinic', encoding: 'gb18030' });
  assert.equal(chosen.proposal.encoding, 'gb18030');
  assert.deepEqual([chosen.dry, chosen.done.counts], [figures(1, { changed: 1 }), figures(1, { changed: 1 })]);
  assert.equal(await nameOf(chosen.id), new TextDecoder('gb18030').decode(bytes.subarray(-6)));
});

test('letters that were lost when a file was saved are noticed', async () => {
  const lostIn = async (text: string) => {
    const { body } = await office.upload(text);
    return (await office.registrar.post<{ lettersLost: boolean }>(`/api/registers/uploads/${body.id}/proposal`, {})).body.lettersLost;
  };
  assert.equal(await lostIn('id,name\n1,???? ???\n2,Maya'), true);
  assert.equal(await lostIn('id,???\n1,Maya'), true);
  assert.equal(await lostIn('id,name\n1,Maya?\n2,Asha'), false);
});

test('a workbook is taken in by its dates, its sheets and its scripts, and is the same register as its CSV', async () => {
  const names = ['सीता राई', 'محمد عثمان', 'សុខ ស្រីមុំ'];
  const book = workbookOf([
    { name: 'cover', state: 'hidden', rows: [['x']] },
    {
      name: 'Roll',
      rows: [
        ['Roll of the school'],
        ['id', 'name', 'sex', 'date of birth', 'ward'],
        ...names.map((name, i) => [`S${i}`, name, i % 2 ? 'm' : 'f', { xml: `s="1"><v>${41_768 + i}</v>` }, i + 1]),
        [],
      ],
    },
  ]);
  const first = await office.importFile(book, { register: 'school' });
  assert.equal(first.proposal.encoding, 'xlsx');
  assert.deepEqual(first.done.counts, figures(3, { added: 3 }));
  const csv = [
    'id,name,sex,date of birth,ward',
    ...names.map((name, i) => `S${i},${name},${i % 2 ? 'm' : 'f'},2014-05-0${9 + i > 9 ? '' : 9},${i + 1}`),
  ];
  csv[2] = csv[2]!.replace('2014-05-0,', '2014-05-10,');
  csv[3] = csv[3]!.replace('2014-05-0,', '2014-05-11,');
  assert.deepEqual(
    (await office.importFile(csv.join('\n'), { register: 'school', whole: true })).done.counts,
    figures(3, { unchanged: 3 }),
  );
  const named = await office.importFile(book, { register: 'school', sheet: 'Roll' });
  assert.deepEqual(named.done.counts, figures(3, { unchanged: 3 }));
});

test('columns of Bikram Sambat and of the Republic of China, beside one of ours, are each read by their own calendar', async () => {
  const file = [
    'id,name,जन्म मिति (वि.सं.),registration date,last visit date (民國)',
    'C1,सीता राई,२०७०/०१/०१,2014-01-02,103/05/09',
    'C2,राम थापा,२०७१/१२/३०,2015-05-04,104/12/31',
    'C3,Maya Rai,2081/02/32,2024-07-01,113/07/02',
  ].join('\n');
  const { proposal, done } = await office.importFile(file, { register: 'clinic' });
  assert.deepEqual(
    proposal.mapping.map(({ field, calendar }) => [field, calendar]),
    [
      ['source_id', undefined],
      ['full_name', undefined],
      ['birth_date', 'bikram-sambat'],
      ['registration_date', 'gregorian'],
      ['last_visit_date', 'roc'],
    ],
  );
  assert.deepEqual(done.counts, figures(3, { added: 3 }));
  const { rows } = await olle.owner.query("select id from registers_entry where register = 'clinic' and import = $1 order by row", [
    (await olle.owner.query("select id from registers_import where register = 'clinic' order by started_at desc, id desc limit 1")).rows[0]
      .id,
  ]);
  const dates = await Promise.all(
    rows.map(async (row) => {
      const { values } = (await office.registrar.get<{ values: Record<string, string> }>(`/api/registers/entry/${row.id}`)).body;
      return [values['birth_date'], values['registration_date'], values['last_visit_date']];
    }),
  );
  assert.deepEqual(dates, [
    ['2013-04-14', '2014-01-02', '2014-05-09'],
    ['2015-04-13', '2015-05-04', '2015-12-31'],
    ['2024-06-14', '2024-07-01', '2024-07-02'],
  ]);
});

test('what a person corrected is saved once and offered for the next such file, whatever the order of its columns', async () => {
  const file = 'code,caller,born,gender,spare\nP1,Maya Rai,03/04/2015,f,x\nP2,Asha Lama,05/06/2016,f,y';
  const { body: sent } = await office.upload(file);
  const proposal = await office.propose(sent.id);
  assert.equal(proposal.doubt, 'order');
  assert.equal(proposal.profile, null);
  const corrected = {
    dateOrder: 'month-first' as const,
    mapping: [
      { column: 0, field: 'source_id' as const },
      { column: 1, field: 'full_name' as const },
      { column: 2, field: 'birth_date' as const, dateOrder: 'month-first' as const, calendar: 'gregorian' as const },
      { column: 3, field: 'sex' as const },
    ],
  };
  const saved = await office.registrar.command('registers.profile', uuidv7(), 'save', {
    name: 'Roll of the private schools',
    register: 'school',
    columns: proposal.headers.map((header, column) => ({
      header,
      field: null,
      ...corrected.mapping.flatMap(({ column: at, ...rest }) => (at === column ? [rest] : []))[0],
    })),
    dateOrder: 'month-first',
    calendar: 'gregorian',
    whole: true,
  });
  assert.equal(saved.status, 200, JSON.stringify(saved.body));
  const next = 'Born,code,Gender,caller,spare\n03/04/2015,P1,f,Maya Rai,x\n07/08/2017,P3,m,Nima Rai,z';
  const { proposal: offered, done } = await office.importFile(next, { register: 'school' });
  assert.deepEqual([offered.profile?.name, offered.profile?.whole, offered.register], ['Roll of the private schools', true, 'school']);
  assert.deepEqual(offered.mapping.map(({ column, field, dateOrder }) => [column, field, dateOrder]).sort(), [
    [0, 'birth_date', 'month-first'],
    [1, 'source_id', undefined],
    [2, 'sex', undefined],
    [3, 'full_name', undefined],
  ]);
  assert.deepEqual(done.counts, figures(2, { added: 2 }));
  const { rows } = await olle.owner.query('select id from registers_entry where import = $1 order by row', [done.id]);
  const entry = await office.registrar.get<{ values: Record<string, string> }>(`/api/registers/entry/${rows[0].id}`);
  assert.deepEqual(entry.body.values, { source_id: 'P1', full_name: 'Maya Rai', birth_date: '2015-03-04', sex: 'female' });
  const list = await office.registrar.post<{ rows: { id: string; name: string }[] }>('/api/registers/profiles', {});
  assert.deepEqual(
    list.body.rows.map(({ name }) => name),
    ['Roll of the private schools'],
  );
  const { id } = list.body.rows[0]!;
  const renamed = await office.registrar.command('registers.profile', id, 'rename', { name: 'Private schools' });
  assert.equal(renamed.status, 200);
  assert.equal((await office.importFile(next, { register: 'school' })).proposal.profile?.name, 'Private schools');
  assert.equal((await office.registrar.command('registers.profile', id, 'remove')).status, 200);
  assert.equal((await office.propose((await office.upload(next)).body.id)).profile, null);
  const { rows: none } = (await office.registrar.post<{ rows: object[] }>('/api/registers/profiles', {})).body;
  assert.deepEqual(none, []);
  const late = await office.registrar.command('registers.profile', id, 'rename', { name: 'Late' });
  assert.deepEqual([late.status, late.body.code], [404, 'registers.profile-not-found']);
});

test('an import that names a field twice, or no name, or no sheet, is refused', async () => {
  const { body: sent } = await office.upload(births);
  const start = (mapping: object[], more: object = {}) =>
    office.registrar.command('registers.import', uuidv7(), 'start', {
      upload: sent.id,
      fileName: 'births.csv',
      register: 'birth',
      mapping,
      dateOrder: 'day-first',
      calendar: 'gregorian',
      whole: false,
      ...more,
    });
  const twice = await start([
    { column: 0, field: 'full_name' },
    { column: 1, field: 'full_name' },
  ]);
  assert.deepEqual([twice.status, twice.body.code], [422, 'registers.field-mapped-twice']);
  const nameless = await start([{ column: 0, field: 'source_id' }]);
  assert.deepEqual([nameless.status, nameless.body.code], [422, 'registers.no-name-column']);
  assert.equal((await start([{ column: 300, field: 'full_name' }])).status, 400);
  assert.equal((await start(canonicalFields.map((field) => ({ column: 0, field: `${field}x` })))).status, 400);
});

test('a file that proves broken once it is imported ends the import with its reason; nothing is taken, and nothing is gone', async () => {
  const file = ['id,name,sex', ...Array.from({ length: 15_000 }, (_, i) => `Z${i},Name of person ${i},f`)].join('\n');
  assert.ok(file.length > 256 * 1024);
  await office.importFile('id,name,sex\nZ0,Name,f\nold,Name,f', { register: 'household', whole: true });
  const events = await entryEvents();
  for (const missing of ['true', 'number = 1']) {
    const { id, upload } = await office.start(file, { register: 'household', whole: true });
    await olle.tx((tx) => tx.query(`delete from register_upload_chunk where upload = $1 and ${missing}`, [upload]));
    await office.runImports();
    const done = await office.find(id);
    assert.deepEqual([done.status, done.reason, done.counts.rows], ['failed', 'registers.upload-not-found', 0], missing);
  }
  assert.equal(await entryEvents(), events);
});

test('cells that no column of a database holds are kept without what it cannot hold', async () => {
  const odd = `N1,"Ma\u0000ya\tRai",${'x'.repeat(59)}\u{1F600},"two\nlines"`;
  // Far enough down not to be seen by whoever looks at a file's first bytes.
  const { done } = await office.importFile(`id,name,ward,address\nN0,Long,1,x\n${`,,,${' '.repeat(1000)}\n`.repeat(300)}${odd}`);
  assert.deepEqual([done.status, done.counts], ['finished', figures(2, { added: 2 })]);
  const { rows } = await olle.owner.query('select id from registers_entry where import = $1 order by row', [done.id]);
  const entry = await office.registrar.get<{ values: Record<string, string> }>(`/api/registers/entry/${rows[1].id}`);
  assert.deepEqual([entry.body.values['full_name'], entry.body.values['address']], ['Ma ya Rai', 'two lines']);
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
    const { done } = await office.importFile(bytes, { register: 'school' });
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
    const { body } = await office.upload(bytes);
    const path = `/api/registers/uploads/${body.id}/proposal`;
    for (const [language, script] of Object.entries(scripts)) {
      const answer = await office.registrar.send<{ code: string; detail: string }>('POST', path, '{}', {
        'content-type': 'application/json',
        'accept-language': language,
      });
      assert.equal(answer.body.code, code);
      assert.match(answer.body.detail, script);
    }
  }
  assert.deepEqual((await olle.owner.query("select 1 from registers_import where status = 'running'")).rows, []);
});

test('every problem says in every language what is wrong and, in another sentence or clause, what to do', () => {
  for (const code of Object.keys(problems))
    for (const [language, script] of Object.entries(scripts)) {
      const { detail } = problemDocument(problemTable(problems), catalogues(), language, {
        refused: code,
        params: { field: 'full_name', columns: 301, limit: 300 },
        fields: [],
      });
      assert.match(detail, script, `${code} (${language})`);
      assert.doesNotMatch(detail, /\{\{|problem\.|undefined/, `${code} (${language})`);
      assert.match(detail, /[.,;:。،؛۔।][^.]*\S+.*[.۔।]$/u, `${code} (${language}): ${detail}`);
    }
});

test('nothing that was in a file stands in clear in the database', async () => {
  await office.importFile('id,name,sex,dob\nC1,Zyxwvut Canary,f,2012-02-28\nC2,Qponmlk Canary,f,2012-02-31', { register: 'social' });
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

test('a partner, a case worker and an administrator import nothing', async () => {
  for (const role of ['partner', 'case-worker', 'administrator', 'monitoring-officer'] as const) {
    const answer = await olle
      .as(role)
      .send<{ code: string }>('POST', '/api/registers/uploads', 'id,name\n1,x', { 'content-type': 'application/octet-stream' });
    assert.equal(answer.status, 403, role);
  }
});

const roll = (...rows: string[]) => ['S.N.,Name,Sex,Date of birth,Ward,Mother,Father,Phone', ...rows].join('\n');
const [aarati, asha, bina, dil] = [
  'Aarati Rai,f,2015-01-01,1,Mina Rai,Som Rai,9800000000',
  'Asha Lama,f,2014-05-11,1,Dolma Lama,Nima Lama,9811111111',
  'Bina Thapa,f,2014-06-12,2,Sita Thapa,Ram Thapa,9822222222',
  'Dil Rai,m,2013-05-14,3,Gita Rai,Hari Rai,9833333333',
];

test('a column that counts the rows is no number of theirs: each child stays who they are when one comes in at the top', async () => {
  const whole = { register: 'school', whole: true };
  const { proposal } = await office.importFile(roll(`1,${asha}`, `2,${bina}`, `3,${dil}`), whole);
  assert.ok(!proposal.mapping.some(({ field }) => field === 'source_id'));
  const { done } = await office.importFile(roll(`1,${aarati}`, `2,${asha}`, `3,${bina}`, `4,${dil}`), whole);
  assert.deepEqual([done.counts.added, done.counts.unchanged, done.counts.changed], [1, 3, 0]);
});

test('numbers that were given anew are recognised, before anything is written', async () => {
  const mapping = (['source_id', 'full_name', 'sex', 'birth_date'] as const).map((field, column) => ({ column, field }));
  const numbered = { register: 'social', whole: true, corrected: { mapping } };
  await office.importFile(roll(`1,${asha}`, `2,${bina}`, `3,${dil}`), numbered);
  const { body: sent } = await office.upload(roll(`1,${aarati}`, `2,${asha}`, `3,${bina}`, `4,${dil}`));
  const plan = office.planOf(await office.propose(sent.id), numbered);
  const dry = await office.registrar.post<{ code: string }>(`/api/registers/uploads/${sent.id}/dry-run`, plan);
  assert.equal(dry.body.code, 'registers.numbers-given-anew');
  const id = uuidv7();
  await office.registrar.command('registers.import', id, 'start', { upload: sent.id, fileName: 'roll.csv', ...plan });
  await office.runImports();
  const { status, reason, counts } = await office.find(id);
  assert.deepEqual([status, reason, counts.changed], ['failed', 'registers.numbers-given-anew', 0]);
});
