import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { parse } from 'csv-parse/sync';
import { v7 as uuidv7 } from 'uuid';
import { openCase, type Persona, testOffice } from '../../../../app/testing.ts';
import { addDays } from '../../../../platform/decider/index.ts';
import { tableWriters } from '../../../../platform/spreadsheets/tableFile.ts';
import { readByOthers } from '../../../../platform/spreadsheets/testing.ts';
import { assessing } from '../../../forms/domain/testing.ts';
import { erasureReaction } from './exporting.ts';

const cases: string[] = [];

const olle = testOffice({ now: new Date().toISOString() });
const boss = olle.as('supervisor');
olle.before(async () => {
  for (const [name, riskLevel] of [
    ['Canarywan Ownfolk', 'high'],
    ['=cmd|calc, "जन्म"', 'low'],
  ] as const) {
    cases.push(await openCase(boss, { name, riskLevel, worker: null }));
  }
});

const about = { format: 'csv', criteria: {}, forWhom: 'office', because: 'The court asks for Canarywan Ownfolk.' };
const ask = (who: Persona, id: string, more: object = {}) => who.command('papers.export', id, 'ask', { ...about, ...more });
async function made(more: object = {}): Promise<string> {
  const id = uuidv7();
  const { status, body } = await ask(boss, id, more);
  assert.equal(status, 200, JSON.stringify(body));
  await olle.runJobs();
  return id;
}
interface Listed {
  id: string;
  status: string;
  rows: number | null;
  leftOut: number;
  forWhom: string;
  kind: string | null;
  taken: number;
}
const listed = async (who: Persona, id: string) =>
  (await who.get<{ exports: Listed[] }>('/api/papers/exports')).body.exports.find((one) => one.id === id);
/** The file as it left, or the code of the refusal. */
async function taken(who: Persona, id: string, body: object): Promise<Buffer | string> {
  const { status, body: answer, bytes } = await who.post<{ code: string }>(`/api/papers/export/${id}/file`, body);
  return status === 200 ? bytes : answer.code;
}
const plain = { plain: 'I download it unencrypted' };

test('an export holds the cases that were meant, leaves locked, and every case in it is noted as read', async () => {
  const id = await made();
  assert.deepEqual((({ status, rows }) => [status, rows])((await listed(boss, id))!), ['ready', 2]);
  const passphrase = 'a blue lane leads home';
  const sealed = (await taken(boss, id, { passphrase })) as Buffer;
  assert.ok(!sealed.includes('Canarywan'));
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const text = await decrypter.decrypt(new Uint8Array(sealed), 'text');
  assert.match(text, /Canarywan Ownfolk,open,high,3,2014/);
  assert.match(text, /'=cmd\|calc/);
  const { rows } = await olle.owner.query<{ actor: string; ids: string[]; why: string }>(
    "select actor, ids, why from read_log where why like 'export%' and $1 = any(ids)",
    [cases[0]],
  );
  assert.deepEqual([rows[0]!.actor, rows[0]!.why, rows[0]!.ids.length], [boss.actor.id, `export ${id}`, 2]);
  const { rows: log } = await olle.owner.query<{ all: string }>("select string_agg(coded::text, '') as all from event where id = $1", [id]);
  assert.ok(!log[0]!.all.includes('Canarywan'), 'the reason is sealed');
  assert.match(log[0]!.all, /passphrase/);
});

test('an export is locked to public keys; in clear only when that is confirmed, which is recorded', async () => {
  const id = await made({ criteria: { riskLevel: 'high', ward: '3' }, format: 'json' });
  const identity = await generateX25519Identity();
  const sealed = (await taken(boss, id, { recipients: [await identityToRecipient(identity)] })) as Buffer;
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  assert.deepEqual(
    (JSON.parse(await decrypter.decrypt(new Uint8Array(sealed), 'text')) as { name: string }[]).map(({ name }) => name),
    ['Canarywan Ownfolk'],
  );
  assert.equal(await taken(boss, id, {}), 'papers.lock-needed');
  assert.equal(await taken(boss, id, { passphrase: 'short' }), 'papers.passphrase-short');
  assert.equal(await taken(boss, id, { recipients: ['age1nobody'] }), 'papers.no-public-key');
  const clear = await made();
  assert.ok(((await taken(boss, clear, plain)) as Buffer).includes('Canarywan'));
  const { rows } = await olle.owner.query<{ coded: { lock?: string } }>(
    "select coded from event where id = any($1) and type = 'export-taken' order by position",
    [[id, clear]],
  );
  assert.deepEqual(
    rows.map(({ coded }) => coded.lock),
    ['recipients', 'plain'],
  );
});

test('a file for the office says how far each case is and what stands instead of consent; one for a partner does not', async () => {
  const on = olle.now.toISOString().slice(0, 10);
  const basis = {
    basis: uuidv7(),
    kind: 'court-order',
    purposes: ['sharing'],
    partner: 'school',
    authority: 'District court',
    because: 'x',
  };
  assert.equal((await boss.command('cases.case', cases[0]!, 'record-basis', { ...basis, on })).status, 200);
  const read = async (more: object) => {
    const rows = parse((await taken(boss, await made(more), plain)) as Buffer, { bom: true, columns: true }) as Record<string, string>[];
    return rows.find((one) => one['case'] === cases[0])!;
  };
  const office = await read({});
  assert.deepEqual(
    [office['bases'], office['phase'], office['interests'], office['danger'], office['close_reason'], office['closed_unseen']],
    ['court-order', 'screening', 'not-assessed', '', '', ''],
  );
  const partner = await read({ forWhom: 'outside', kind: 'school' });
  assert.equal(partner['rests_on'], 'court-order: District court');
  assert.ok(!('bases' in partner) && !('trafficking' in partner) && !('danger' in partner));
});

test('a workbook is read whole by other programs, with texts as they were typed, and words for heads and codes', async () => {
  const id = await made({ format: 'xlsx', language: 'ko' });
  const file = (await taken(boss, id, plain)) as Buffer;
  const [head, ...rows] = await readByOthers(file);
  assert.deepEqual(head!.slice(1, 4), ['아동', '상태', '위험 수준']);
  assert.equal(rows.length, 2);
  const risky = rows.find(([, name]) => name === '=cmd|calc, "जन्म"')!;
  // A birth date is a text, as it may be a year, a month or a day; the day of opening is a day, how much waits a number.
  assert.deepEqual([risky[2], risky[5], typeof risky[8]], ['진행 중', '2014', 'number']);
  assert.match(String(risky[6]), /^\d{4}-\d{2}-\d{2}$/);
  assert.deepEqual((await readByOthers(file, 1)).slice(1, 4), [
    ['아동', 'name'],
    ['상태', 'status'],
    ['위험 수준', 'risk_level'],
  ]);
});

test('an export of the standard comes back as cases, once; what has no field becomes a note; nothing is written by a dry run', async () => {
  const id = await made({ format: 'htcds', criteria: { riskLevel: 'high' } });
  const identity = await generateX25519Identity();
  const sealed = (await taken(boss, id, { recipients: [await identityToRecipient(identity)] })) as Buffer;
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const file = await decrypter.decrypt(new Uint8Array(sealed), 'text');
  assert.match(file, /CC BY 4\.0/);
  const there = olle.as('supervisor', { city: 2 });
  const take = (dryRun: boolean, text = file) =>
    there.post<{ cases: number; opened: number; noted: object; code?: string }>('/api/papers/htcds', { file: text, dryRun });
  const count = async () => (await there.post<{ total: number }>('/api/cases/list', {})).body.total;
  assert.deepEqual((({ cases: n, opened }) => [n, opened])((await take(true)).body), [1, 0]);
  assert.equal(await count(), 0);
  assert.equal((await take(false)).body.opened, 1);
  assert.equal((await take(false)).body.opened, 0);
  assert.equal(await count(), 1);
  const { body } = await there.post<{ rows: { name: string }[] }>('/api/cases/list', {});
  assert.equal(body.rows[0]!.name, 'Canarywan Ownfolk');
  const form = await take(true, 'start,prs_First_Name,prs_Second_Name,vic_Methods_of_Control\nx,Maya,Rai,DebtBondage \n');
  assert.deepEqual([form.body.cases, form.body.noted], [1, { vic_MethodsOfControl: 1 }]);
  for (const mark of [';', '\t', '|']) {
    const lines = [
      ['start', 'grp-prs_First_Name', 'grp/prs_Second_Name', 'vic/vic_Methods_of_Control'],
      ['x', 'Maya', `Rai${mark === ';' ? '' : ', of Pokhara'}`, 'DebtBondage'],
    ];
    const told = await take(true, `Cases of the shelter\r\n${lines.map((cells) => cells.join(mark)).join('\r\n')}\r\n`);
    assert.deepEqual([told.body.cases, told.body.noted], [1, { vic_MethodsOfControl: 1 }], mark);
  }
  const [victim, no] = ['ActualVictimOfTrafficking', 'NotAVictimOfTrafficking'].map((status) => ({
    fields: { prs_FirstName: `Sent as ${status}`, vic_TraffickingStatus: status, vic_TraffickingStatusDecisionMakingOrg: 'Police' },
    restsOn: 'court-order: District court',
  }));
  assert.equal((await take(false, JSON.stringify([victim, no]))).body.opened, 2);
  const flagged = await there.post<{ rows: { id: string; name: string; flags: number }[] }>('/api/cases/list', { flagged: true });
  assert.deepEqual(
    flagged.body.rows.map((one) => [one.name, one.flags]),
    [['Sent as ActualVictimOfTrafficking', 1]],
  );
  const sent = flagged.body.rows[0]!.id;
  const history = JSON.stringify((await there.get(`/api/cases/case/${sent}/history`)).body);
  assert.ok(history.includes('ActualVictimOfTrafficking · Police') && history.includes('Rests on: court-order: District court'), history);
  assert.equal((await take(true, 'a,b\n1,2\n')).body.code, 'papers.not-htcds');
  assert.equal((await take(true, '{"a":')).body.code, 'papers.not-htcds');
  assert.equal((await olle.as('case-worker').post('/api/papers/htcds', { file, dryRun: true })).status, 403);
});

test('files of no rows are files', () => {
  const text = (format: 'csv' | 'json') => {
    const writer = tableWriters[format](['a', 'b']);
    return Buffer.concat([writer.rows([]), writer.end()]).toString('utf8');
  };
  assert.equal(text('json'), '[]\n');
  assert.equal(text('csv'), '\uFEFFa,b\r\n');
});

test('whoever asked takes it, nobody else; a case worker cannot ask', async () => {
  const id = await made();
  assert.equal(await taken(olle.as('supervisor', { name: 'second' }), id, plain), 'ledger.not-found');
  assert.equal(await listed(olle.as('supervisor', { name: 'second' }), id), undefined);
  for (const role of ['case-worker', 'registrar', 'partner', 'monitoring-officer', 'administrator'] as const)
    assert.equal((await ask(olle.as(role), uuidv7())).status, 403, role);
  assert.equal((await ask(olle.as('data-protection-officer'), uuidv7())).status, 200);
});

test('an export is destroyed when its day is over, or before when that is said', async () => {
  const id = await made();
  assert.equal((await boss.command('papers.export', id, 'forget')).status, 200);
  await olle.runJobs();
  assert.equal(await taken(boss, id, plain), 'papers.export-gone');
  const old = await made();
  await olle.owner.query("update graphile_worker._private_jobs set run_at = now() - interval '1 second'");
  await olle.runJobs();
  assert.equal((await listed(boss, old))!.status, 'forgotten');
  assert.equal((await olle.owner.query('select 1 from attachment where record = any($1)', [[id, old]])).rows.length, 0);
});

test('when somebody is erased, exports that may hold the name are destroyed', async () => {
  const id = await made();
  await olle.tx((tx) => olle.services.enqueue(tx, erasureReaction.react({ events: [{ type: 'erased' }] } as never), 1));
  await olle.runJobs();
  assert.equal((await listed(boss, id))!.status, 'forgotten');
  assert.equal((await olle.owner.query('select 1 from attachment where record = $1', [id])).rows.length, 0);
});

test('what leaves the office holds only children whose sharing was agreed to; the others are counted, and named to who asked', async () => {
  const [agreedTo, carer] = [cases[0]!, uuidv7()];
  const did = async (name: string, input: object) => {
    const { status, body } = await boss.command('cases.case', agreedTo, name, input);
    assert.equal(status, 200, JSON.stringify(body));
  };
  await did('record-carer', { carer, name: 'A mother', relation: 'mother', livesWithChild: true, contact: '' });
  const consent = { purpose: 'sharing', partner: 'shelter', answer: 'given', on: new Date().toISOString().slice(0, 10), language: 'ne' };
  const said = { ...consent, interpreter: false, how: 'spoken', told: ['purpose', 'use', 'withdrawal', 'retention'] };
  for (const who of ['child', carer]) await did('record-consent', { ...said, consent: uuidv7(), who });

  assert.equal(((await ask(boss, uuidv7(), { forWhom: 'outside' })).body as { code: string }).code, 'papers.export-to-whom');
  const id = await made({ forWhom: 'outside', kind: 'shelter' });
  const { rows, leftOut, forWhom, kind } = (await listed(boss, id))!;
  assert.deepEqual([rows, leftOut, forWhom, kind], [1, 1, 'outside', 'shelter']);
  const file = ((await taken(boss, id, plain)) as Buffer).toString('utf8');
  assert.deepEqual(
    cases.map((one) => file.includes(one)),
    [true, false],
  );
  type Left = { total: number; rows: { id: string; name: string }[] };
  const left = (await boss.get<Left>(`/api/papers/exports/${id}/left-out`)).body;
  assert.deepEqual([left.total, left.rows.map((one) => one.id)], [1, [cases[1]]]);
  const read = async (why: string) =>
    (await olle.owner.query<{ ids: string[] }>('select ids from read_log where why = $1 and actor = $2', [why, boss.actor.id])).rows.map(
      ({ ids }) => ids,
    );
  assert.deepEqual(await read(`left out of export ${id}`), [[cases[1]]]);
  assert.deepEqual(await read(`export ${id}`), [[agreedTo]], 'who is not in the file was not read');
  assert.equal((await olle.as('supervisor', { name: 'another' }).get(`/api/papers/exports/${id}/left-out`)).status, 404);
  // To the police nobody agreed; a workbook of nobody is made all the same, and in the standard's words too.
  for (const format of ['csv', 'htcds']) {
    const none = await made({ forWhom: 'outside', kind: 'police', format });
    assert.deepEqual((({ rows: n, leftOut: out }) => [n, out])((await listed(boss, none))!), [0, 2], format);
  }
});

test('a file is made of the cases that were chosen, or of what the list was narrowed to, a name that was searched for with it', async () => {
  const chosen = await made({ criteria: { cases: [cases[1]] } });
  const text = async (id: string) => ((await taken(boss, id, plain)) as Buffer).toString('utf8');
  assert.deepEqual([(await listed(boss, chosen))!.rows, (await text(chosen)).includes(cases[1]!)], [1, true]);
  const found = await made({ criteria: { status: 'open', ageFrom: 1, ageTo: 40 }, search: 'Canarywan' });
  assert.deepEqual([(await listed(boss, found))!.rows, (await text(found)).includes(cases[0]!)], [1, true]);
  const { rows } = await olle.owner.query<{ all: string }>("select string_agg(coded::text, '') as all from event where id = $1", [found]);
  assert.ok(!rows[0]!.all.includes('Canarywan'), 'what was searched for is sealed');
  assert.equal((await listed(boss, await made({ criteria: { mine: true } })))!.rows, 0, 'mine are those of who asked');
  const tooMany = { criteria: { cases: Array.from({ length: 101 }, () => uuidv7()) } };
  assert.equal((await ask(boss, uuidv7(), tooMany)).status, 400);
});

test('goals, actions and visits are tables of their own for the office, which other programs read; to partners they do not go', async () => {
  const file = await openCase(boss, { name: 'Tara Lama', riskLevel: 'low', worker: null });
  const done = async (name: string, input: object) => assert.equal((await boss.command('cases.case', file, name, input)).status, 200, name);
  const today = olle.now.toISOString().slice(0, 10);
  await done('answer-questionnaire', assessing(uuidv7(), today, { education: 1 }));
  await done('set-goal', { goal: uuidv7(), domain: 'education', what: 'Back in class 5', due: addDays(today, 30) });
  await done('add-action', { action: uuidv7(), what: 'Call the school', who: boss.actor.id, due: addDays(today, 3) });
  const visit = uuidv7();
  await done('add-visit', { visit, due: addDays(today, 5) });
  await done('move-visit', { visit, due: addDays(today, 9), because: 'Roads.' });
  const table = async (table: string) => parse((await taken(boss, await made({ table, criteria: { cases: [file] } }), plain)) as Buffer, { columns: true, bom: true }) as Record<string, string>[]; // biome-ignore format: one line
  const [[goal], [action], [planned]] = [await table('goals'), await table('actions'), await table('visits')];
  assert.deepEqual([goal?.['name'], goal?.['domain'], goal?.['what'], goal?.['due_on'], goal?.['state']], ['Tara Lama', 'education', 'Back in class 5', addDays(today, 30), 'open']); // biome-ignore format: one row
  assert.deepEqual([action?.['what'], action?.['due_on'], action?.['how']], ['Call the school', addDays(today, 3), '']);
  assert.deepEqual([planned?.['due_on'], planned?.['moved'], planned?.['outcome']], [addDays(today, 9), '1', '']);
  const sheet = await readByOthers(
    (await taken(boss, await made({ table: 'goals', format: 'xlsx', criteria: { cases: [file] } }), plain)) as Buffer,
  );
  assert.ok(JSON.stringify(sheet).includes('Back in class 5'));
  for (const more of [{ forWhom: 'outside', kind: 'police' }, { format: 'htcds' }])
    assert.equal((await ask(boss, uuidv7(), { table: 'goals', ...more })).body.code, 'papers.table-stays');
});
