import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { areas } from '../../../app/areas.ts';
import { ledgerParts } from '../../../app/compose.ts';
import { done, type Persona, testOffice } from '../../../app/testing.ts';
import { systemActor } from '../../../platform/ledger/ledger.ts';
import { rebuild } from '../../../platform/ledger/rebuild.ts';
import { closeCase } from '../../cases/server/testing.ts';
import type { Rule } from '../domain/index.ts';
import { evaluateCity } from './evaluating.ts';
import { jobs } from './jobs.ts';

interface Listed {
  id: string;
  person: string;
  name: string;
  ward: string | null;
  reasons: string[];
  score: number;
  status: string;
  foundOn: string;
}
interface Rules {
  id: string;
  from: string;
  rules: Rule[];
  history: { from: string; inForce: boolean; because: string | null; by: string | null }[];
}
interface Child {
  status: string;
  case: string | null;
  next: string[];
  judged: string[];
  pending: { rule: string; pairs: string[] }[];
  reasons: { rule: string; cases: string[]; sources: { register: string; row: number; importId: string }[] }[];
}

/** Sends a register and waits until its rows are linked and judged. */
async function bring(register: string, rows: string[]): Promise<void> {
  const registrar = olle.as('registrar');
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': `${register}.csv` };
  const { body: sent } = await registrar.send<{ id: string }>('POST', '/api/registers/uploads', `${rows.join('\n')}\n`, headers);
  const { body } = await registrar.post<{ mapping: { column: number; field: string }[]; dateOrder: string; calendar: string }>(
    `/api/registers/uploads/${sent.id}/proposal`,
    {},
  );
  const mapping = body.mapping.map(({ column, field }) => ({ column, field }));
  const plan = {
    upload: sent.id,
    fileName: `${register}.csv`,
    register,
    mapping,
    dateOrder: body.dateOrder,
    calendar: body.calendar,
    whole: true,
  };
  const answer = await registrar.command('registers.import', uuidv7(), 'start', plan);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  await olle.runJobs();
}
const list = async (body: object = {}) => (await worker.post<{ rows: Listed[]; next: object | null }>('/api/risks/list', body)).body;
const named = async (name: string) => (await list()).rows.find((row) => row.name === name);
const childOf = async (id: string) => (await worker.get<Child>(`/api/risks/child/${id}`)).body;
const setAt = async (from: string, change: (rule: Rule) => Partial<Rule>) => {
  const { body } = await boss.get<Rules>('/api/risks/ruleset');
  const rules = Object.fromEntries(body.rules.map(({ id, ...rule }) => [id, { ...rule, ...change({ id, ...rule }) }]));
  return await boss.command('risks.ruleset', body.id, 'set', { from, because: 'Decided by the council', rules });
};

const household = 'S.N.,household_no,name,birth_date,ward,carer_absent,survey_date';
const dolma = 'h1,HH1,Dolma Sherpa,2018-03-04,Ward No. 3,no,2026-10-01';
const pasang = 'h2,HH1,Pasang Sherpa,2016-07-08,वडा नं. ३,Father – Qatar,2026-10-01';

const olle = testOffice();
const worker = olle.as('case-worker');
const boss = olle.as('supervisor');
olle.before(async () => {
  const city = (await worker.get<{ id: string }>('/api/accounts/city')).body;
  const wards = ['3', '4'].map((code) => ({ code, name: `Ward ${code}`, aliases: [] }));
  const about = { name: 'Made-up City', country: 'NP', timeZone: 'Asia/Kathmandu', wards };
  assert.equal((await olle.as('administrator').command('accounts.city', city.id, 'describe', about)).status, 200);
  await bring('birth', ['reg_no,name,birth_date,ward,registration_date', 'b1,Bishnu Tamang,1987-01-02,4,1987-02-01']);
  await bring('school', ['student_id,name,birth_date,ward,status,last_attended', 's1,Ram Thapa,1997-01-02,4,enrolled,2014-11-01']);
  await bring('household', [household, dolma, pasang]);
});

test('children with reasons are listed, the heaviest first, in wards of the city’s own list; each reason leads to its rows', async () => {
  const { rows } = await list();
  assert.deepEqual(
    rows.map(({ name, ward, score, status }) => [name, ward, score, status]),
    [
      ['Pasang Sherpa', '3', 70, 'new'],
      ['Dolma Sherpa', '3', 55, 'new'],
    ],
  );
  const counts = (await olle.as('monitoring-officer').get<{ wards: object[]; reasons: object[]; total: number }>('/api/risks/counts')).body;
  assert.deepEqual([counts.total, counts.wards], [2, [{ ward: '3', n: 2 }]]);
  assert.deepEqual(counts.reasons, [{ reason: 'birth-not-registered', n: 2 }, { reason: 'not-in-school', n: 2 }, { reason: 'carer-absent', n: 1 }]); // biome-ignore format: a table
  const child = await childOf(rows[0]!.id);
  const away = child.reasons.find(({ rule }) => rule === 'carer-absent')!;
  assert.deepEqual(away.sources.map(({ register, row }) => [register, row]), [['household', 3]]); // biome-ignore format: a table
  const imports = await olle.owner.query('select id from registers_import where register = $1', ['household']);
  assert.equal(away.sources[0]?.importId, imports.rows[0].id);
});

test('the list is filtered by ward, reason, age and since when, and goes on where a page ended', async () => {
  const names = async (body: object) => (await list(body)).rows.map(({ name }) => name);
  assert.deepEqual(await names({ reason: 'carer-absent' }), ['Pasang Sherpa']);
  assert.deepEqual(await names({ ward: '4' }), []);
  assert.deepEqual(await names({ ward: '3', ageTo: 8 }), ['Dolma Sherpa']);
  assert.deepEqual(await names({ ageFrom: 10, ageTo: 10 }), ['Pasang Sherpa']);
  assert.deepEqual(await names({ ageFrom: 11 }), []);
  assert.deepEqual(await names({ since: '2026-11-24' }), []);
  assert.deepEqual((await names({ since: '2026-11-23' })).length, 2);
  const [first] = (await list()).rows;
  const after = { rank: -first!.score, foundOn: first!.foundOn, id: first!.id };
  assert.deepEqual(await names({ after }), ['Dolma Sherpa']);
  assert.deepEqual(await names({ after, reason: 'not-in-school' }), ['Dolma Sherpa']);
  assert.deepEqual(await names({ status: 'seen' }), []);
});

test('a supervisor saves the list, as it is narrowed, as a file; every child in it is noted as read, and nobody else makes one', async () => {
  const file = (who: Persona) => who.post<string>('/api/risks/list/file', { format: 'csv', reason: 'carer-absent' });
  const { status, body } = await file(boss);
  const [head, ...rows] = body.replace('\uFEFF', '').trim().split('\r\n');
  const child = (await named('Pasang Sherpa'))!;
  assert.deepEqual([status, head], [200, 'id,person,name,born,ward,reasons,score,found_on,status,due_on']);
  assert.deepEqual(rows.length, 1);
  assert.ok(rows[0]!.startsWith(child.id) && rows[0]!.includes(',Pasang Sherpa,2016-07-08,3,'), rows[0]);
  const { rows: read } = await olle.owner.query("select actor, ids from read_log where why = 'file of the children at risk'");
  assert.deepEqual(read, [{ actor: boss.actor.id, ids: [child.id] }]);
  for (const who of [worker, olle.as('registrar'), olle.as('monitoring-officer')]) assert.equal((await file(who)).status, 403);
});

test('a child judged not at risk leaves the list and comes back for a new reason', async () => {
  const { id } = (await named('Dolma Sherpa'))!;
  assert.equal((await worker.command('risks.child', id, 'judge-not-at-risk', { because: 'At school in the next town' })).status, 200);
  assert.equal(await named('Dolma Sherpa'), undefined);
  assert.deepEqual((await list({ status: 'not-at-risk' })).rows.map(({ name }) => name), ['Dolma Sherpa']); // biome-ignore format: a table
  await bring('household', [household, dolma.replace('2026-10-01', '2026-11-01'), pasang]);
  assert.equal(await named('Dolma Sherpa'), undefined, 'the same reasons in a newer row');
  await bring('household', [household, dolma.replace(',no,', ',Qatar,'), pasang]);
  assert.deepEqual((await named('Dolma Sherpa'))?.status, 'new');
});

test('a case makes the brothers and sisters be looked at, and puts the child back on the list when it is closed', async () => {
  const pasangs = (await named('Pasang Sherpa'))!;
  const file = uuidv7();
  const input = {
    person: pasangs.person,
    source: 'risk-list',
    riskLevel: 'high',
    ward: '3',
    born: { first: '2016-01-01', last: '2016-12-31' },
    worker: boss.actor.id,
    name: 'Pasang Sherpa',
    concern: 'x',
    actions: [],
  };
  assert.equal((await boss.command('cases.case', file, 'open', input)).status, 200);
  await olle.runJobs();
  const sister = await childOf((await named('Dolma Sherpa'))!.id);
  const sibling = sister.reasons.find(({ rule }) => rule === 'sibling-with-case');
  assert.deepEqual([sibling?.cases, sibling?.sources.map(({ register }) => register)], [[file], ['household']]);
  assert.deepEqual([(await childOf(pasangs.id)).status, (await childOf(pasangs.id)).next], ['case', []]);
  assert.equal((await worker.command('risks.child', pasangs.id, 'see', { on: '2026-11-23', note: 'x' })).body.code, 'risks.has-case');
  assert.equal((await boss.get<{ child: string }>(`/api/cases/case/${file}/overview`)).body.child, pasangs.id);

  await done(closeCase(boss, olle.as('supervisor', { name: 'anita' }), file, 'moved'));
  await olle.runJobs();
  // Nobody saw them while the case was open.
  assert.equal((await named('Pasang Sherpa'))?.status, 'new');
  assert.ok(!(await named('Dolma Sherpa'))?.reasons.includes('sibling-with-case'));
});

interface Calendar {
  days: { day: string; tasks: { kind: string; record: string }[] }[];
}
test('a planned visit waits for its worker until the child was seen', async () => {
  const { id } = (await named('Pasang Sherpa'))!;
  const visits = async () => {
    const { body } = await worker.post<Calendar>('/api/office/calendar', { from: '2026-11-20', until: '2026-11-30' });
    return body.days.flatMap(({ day, tasks }) => tasks.flatMap(({ kind, record }) => (kind === 'child-visit' ? [[record, day]] : [])));
  };
  assert.equal((await worker.command('risks.child', id, 'plan-visit', { on: '2026-11-25', worker: worker.actor.id })).status, 200);
  assert.deepEqual(await visits(), [[id, '2026-11-25']]);
  assert.deepEqual((await list({ mine: true })).rows.map((row) => row.id), [id]); // biome-ignore format: a table
  assert.equal((await worker.command('risks.child', id, 'see', { on: '2026-11-23', note: 'Well and at home' })).status, 200);
  assert.deepEqual(await visits(), []);
  const [seen] = await worker.history('risks.child', id);
  assert.deepEqual([seen?.event, seen?.on, seen?.prose], ['seen', '2026-11-23', ['Well and at home']]);
});

test('a visit is planned for a colleague who works with children and can sign in', async () => {
  const { id } = (await named('Pasang Sherpa'))!;
  const plan = async (who: string) => (await worker.command('risks.child', id, 'plan-visit', { on: '2026-11-26', worker: who })).body.code;
  const away = olle.as('case-worker', { name: 'away' });
  await away.get('/api/session');
  assert.equal((await olle.as('administrator').command('accounts.user', away.actor.id, 'deactivate')).status, 200);
  assert.equal(await plan(away.actor.id), 'accounts.worker-inactive');
  assert.equal(await plan(olle.as('monitoring-officer').actor.id), 'accounts.not-a-worker');
  assert.equal(await plan(olle.as('case-worker', { city: 2 }).actor.id), 'ledger.no-such-record');
  assert.equal(await plan(id), 'ledger.no-such-record');
});

test('rules that the office sets hold from their day, show in the history, and reorder the list; nobody else sets them', async () => {
  const heavier = ({ id }: Rule) => (id === 'carer-absent' ? { weight: 100 } : {});
  assert.equal((await setAt('2026-11-22', heavier)).body.code, 'risks.rules-in-the-past');
  assert.equal((await setAt('2026-11-25', heavier)).status, 200);
  await olle.runJobs();
  const before = (await boss.get<Rules>('/api/risks/ruleset')).body;
  assert.deepEqual(before.history.map(({ from, inForce, because }) => [from, inForce, because]), [['2026-11-25', false, 'Decided by the council'], ['2026-01-01', true, null]]); // biome-ignore format: a table
  const score = (await named('Pasang Sherpa'))!.score;
  olle.now = new Date('2026-11-25T03:00:00Z');
  const newDay = jobs.find(({ name }) => name === 'risks.new-day')!;
  const run = (after: string) => newDay.run({ city: 1, after }, olle.services, () => ({ report: async () => undefined }));
  await run('2026-11-25');
  assert.equal((await named('Pasang Sherpa'))!.score, score, 'the day is not over');
  await run('2026-11-24');
  assert.equal((await named('Pasang Sherpa'))!.score, score + 85);
  assert.equal((await boss.get<Rules>('/api/risks/ruleset')).body.from, '2026-11-25');
  const { id } = before;
  assert.equal((await setAt('2026-11-30', heavier)).status, 200);
  assert.equal((await boss.command('risks.ruleset', id, 'withdraw', { from: '2026-11-25' })).body.code, 'risks.rules-in-force');
  assert.equal((await boss.command('risks.ruleset', id, 'withdraw', { from: '2026-11-30' })).status, 200);
  assert.equal((await worker.command('risks.ruleset', id, 'withdraw', { from: '2026-11-25' })).status, 403);
  assert.equal((await olle.as('data-protection-officer').get('/api/risks/ruleset')).status, 200);
  assert.equal((await olle.as('partner').get('/api/risks/ruleset')).status, 403);
});

test('what did not change is not looked at again, and a run without news notes nothing', async () => {
  const runs = () => olle.owner.query<{ n: number }>("select count(*)::int as n from event where kind = 'risks.evaluation'");
  await olle.runJobs();
  const before = (await runs()).rows[0]!.n;
  await evaluateCity(olle.services, 1);
  assert.equal((await runs()).rows[0]!.n, before);
  await bring('household', [household, dolma, pasang, 'h4,HH9,Kamal Rai,2015-01-02,4,no,2026-10-01']);
  const { rows } = await olle.owner.query<{ coded: { whole: boolean; persons: number } }>(
    "select coded from event where kind = 'risks.evaluation' order by position desc limit 1",
  );
  assert.deepEqual([rows[0]!.coded.whole, rows[0]!.coded.persons < 4], [false, true]);
  assert.deepEqual((await named('Kamal Rai'))?.reasons, ['birth-not-registered', 'not-in-school']);
});

test('while nobody has said whether a row is the child, what it may show is not missing; the word brings the reason', async () => {
  const kamal = (await named('Kamal Rai'))!;
  const rows = await olle.owner.query<{ entry: string; register: string }>(
    `select m.entry, e.register from people_member m join registers_entry e on e.id = m.entry where m.person = $1
     union all select id, register from registers_entry where register = 'birth'`,
    [kamal.person],
  );
  const [a, b] = rows.rows.map(({ entry }) => entry) as [string, string];
  const pair = olle.services.sealing.idFor(1, 'people.pair', [a, b].sort().join('|'));
  const doubt = { a, b, weight: 1, probability: 0.5, fields: [] };
  await olle.services.ledger.executeAll(systemActor(1), [{ kind: 'people.pair', id: pair, name: 'doubt', input: doubt }]);
  await evaluateCity(olle.services, 1);
  const waiting = await named('Kamal Rai');
  assert.deepEqual(waiting?.reasons, ['not-in-school']);
  const pending = [{ rule: 'birth-not-registered', pairs: [pair] }];
  assert.deepEqual((await childOf(waiting.id)).pending, pending);
  assert.deepEqual((await worker.get(`/api/risks/person/${waiting.person}/pending-reasons`)).body, { pending });
  const review = async (query = '') =>
    (await boss.get<{ pairs: { id: string; pendingReasons: string[]; next: string[] }[] }>(`/api/people/review${query}`)).body;
  assert.deepEqual((await review()).pairs.map(({ id, pendingReasons }) => [id, pendingReasons]), [[pair, ['birth-not-registered']]]); // biome-ignore format: one line
  assert.equal((await review(`?first=${uuidv7()}`)).pairs[0]?.id, pair);
  assert.deepEqual((await review()).pairs[0]?.next, ['judge'], 'what the page offers comes from the table of the record');
  assert.equal((await boss.command('people.pair', pair, 'judge', { a, b, verdict: 'not-same' })).status, 200);
  await evaluateCity(olle.services, 1);
  assert.deepEqual((await named('Kamal Rai'))?.reasons, ['birth-not-registered', 'not-in-school']);
  assert.deepEqual((await childOf(waiting.id)).pending, []);
});

test('a correction in a register without numbers keeps the child, and the word that it is not at risk', async () => {
  const rows = (name: string, ward: string) => ['name,dob,mother,carer_absent,ward', `${name},2015-05-05,Pema Lama,Father – Qatar,${ward}`];
  await bring('social', rows('Nima Lama', '5'));
  const found = await named('Nima Lama');
  assert.ok(found);
  assert.ok(found.reasons.includes('carer-absent'));
  assert.equal((await worker.command('risks.child', found.id, 'judge-not-at-risk', { because: 'Lives with the aunt' })).status, 200);
  await bring('social', rows('Nimaa Lama', '6'));
  const { status } = await childOf(found.id);
  assert.equal(status, 'not-at-risk');
  assert.equal((await worker.history('risks.child', found.id))[0]?.event, 'reasons-found');
  assert.deepEqual((await worker.get<{ name: string }>(`/api/people/person/${found.person}`)).body.name, 'Nimaa Lama');
});

test('a rebuild of every read model from the log leaves what was there, byte for byte', async () => {
  const parts = ledgerParts(areas, olle.services);
  const tables = parts.views.flatMap((view) => view.tables);
  const contents = async () => {
    const found = new Map<string, { n: number; text: string }>();
    for (const table of tables) {
      const { rows } = await olle.owner.query(
        `select count(*)::int as n, string_agg(x::text, '|' order by x::text) as text from ${table} x`,
      );
      found.set(table, rows[0]);
    }
    return found;
  };
  const before = await contents();
  for (const table of ['registers_entry', 'people_person', 'risks_child', 'risks_reason', 'cases_case', 'accounts_city'])
    assert.ok(before.get(table)!.n > 0, table);
  await rebuild(parts, olle.owner, parts.views, () => undefined);
  assert.deepEqual(await contents(), before);
});

test('whom each rule lists, also those not used, is counted by group at each look at everybody; few children are not shown', async () => {
  for (const who of [boss, olle.as('administrator'), olle.as('monitoring-officer')]) {
    const { status, body } = await who.get<{
      countedOn: string | null;
      counts: { rule: string; n: number | null; of: number | null; interval: object | null }[];
    }>('/api/risks/groups');
    assert.equal(status, 200);
    assert.ok(body.countedOn && body.counts.some(({ rule }) => rule === 'left-for-work'));
    assert.ok(
      body.counts.every(({ n, of, interval }) => interval === null && (n === null || of === 0)),
      'a handful of children',
    );
  }
  for (const role of ['case-worker', 'registrar', 'data-protection-officer'] as const)
    assert.equal((await olle.as(role).get('/api/risks/groups')).status, 403, role);
});

test('a rule that may hit a group is turned on with the reason why, and with no other act', async () => {
  const { body } = await boss.get<Rules>('/api/risks/ruleset');
  const from = '2027-06-01';
  const rules = Object.fromEntries(body.rules.map(({ id, ...rule }) => [id, { ...rule, active: true }]));
  const input = { from, because: 'Decided by the council', rules };
  const refusal = await boss.command('risks.ruleset', body.id, 'set', input);
  assert.deepEqual([refusal.status, refusal.body.code], [422, 'risks.look-whom-it-hits']);
  const turnedOn = [{ rule: 'left-for-work', because: 'Visits are offered as help.' }];
  await done(boss.command('risks.ruleset', body.id, 'set', { ...input, turnedOn }));
});
