import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { areas } from '../../../app/areas.ts';
import { compose, ledgerParts } from '../../../app/compose.ts';
import { type Persona, testOffice } from '../../../app/testing.ts';
import { temporaryFolder } from '../../../platform/database/testing.ts';
import { readCatalogue } from '../../../platform/http/catalogues.ts';
import { eventsAfter } from '../../../platform/ledger/follow.ts';
import { Keys } from '../../../platform/ledger/keys.ts';
import { systemActor } from '../../../platform/ledger/ledger.ts';
import { rebuild } from '../../../platform/ledger/rebuild.ts';
import { closeCase } from '../../cases/server/testing.ts';
import { registrarOf } from '../../registers/server/testing.ts';
import { retentionHoldRecord } from '../domain/index.ts';
import { type Erased, eraseAgain, readErasedList } from './erasedList.ts';

interface HeldOf {
  goes: { kind: string; status: string; records: number }[];
  stays: { kind: string }[];
  persons: number;
  keys: number;
  others: number;
  refused: { code: string; open: number } | null;
}
interface Page {
  name: string;
  held: HeldOf;
  retentionHolds: { id: string; because: string }[];
  erasures: { id: string; status: string }[];
}

const birth = (rows: string) => `reg no,full name,sex,date of birth,mother name,father name,ward\n${rows}`;
const school = (rows: string) => `student id,full name,sex,date of birth,mother name,father name,ward\n${rows}`;
const sita = 'B1,Canarysita Ownfolk,f,2016-02-01,Canarymother Ownfolk,Canaryfather Ownfolk,3';
const other = 'B2,Bishnu Pariyar,m,2014-05-09,Gita Pariyar,Hari Pariyar,3';

const olle = testOffice();
olle.before(async () => {
  const { importFile } = registrarOf(olle);
  assert.equal((await importFile(birth(`${sita}\n${other}`), { register: 'birth', whole: true })).done.status, 'finished');
  const pupil = 'S9,Canarysita O.,f,2016-02-11,Other Spelling,Other Father,9';
  assert.equal((await importFile(school(pupil), { register: 'school', whole: true })).done.status, 'finished');
  await olle.runJobs();
});

const supervisor = () => olle.as('supervisor');
const officer = () => olle.as('data-protection-officer');
const find = async (text: string) =>
  (await supervisor().post<{ rows: { id: string; registers: string[] }[] }>('/api/people/search', { text })).body.rows;
const page = async (id: string) => (await officer().get<Page>(`/api/protection/person/${id}`)).body;
const because = 'The time of our rules is over.';
const ask = async (person: string) => {
  const id = uuidv7();
  const asked = await officer().command('protection.erasure', id, 'ask', { person, ground: 'objection', because });
  assert.equal(asked.status, 200, JSON.stringify(asked.body));
  return id;
};
const carryOut = async (persona: ReturnType<typeof officer>, id: string) =>
  await persona.post<{ keys: number; records: number; code?: string; detail?: string }>(`/api/protection/erasure/${id}/carry-out`, {});
const openCase = {
  source: 'walk-in',
  riskLevel: 'high',
  ward: '3',
  born: { first: '2016-01-01', last: '2016-12-31' },
  worker: null,
  concern: 'Canarystory of a bus.',
  actions: [],
};

/** All tables of the server, as text, in a fixed order. */
async function dump(): Promise<Record<string, string[]>> {
  const { rows: tables } = await olle.owner.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('schema_migration') order by 1",
  );
  const found: Record<string, string[]> = {};
  for (const { name } of tables)
    found[name] = (await olle.owner.query<{ row: string }>(`select t::text as row from ${name} t order by 1`)).rows.map(({ row }) => row);
  return found;
}
/** All that any key which is left opens: every record, and every event of the log. */
async function readable(): Promise<string> {
  const { rows } = await olle.owner.query<{ kind: string; ids: string[] }>(
    'select kind, array_agg(id::text) as ids from record where city = 1 group by kind',
  );
  const { ledger } = olle.services;
  return await olle.tx(async (tx) => {
    const states = [];
    for (const { kind, ids } of rows) states.push([...(await ledger.findMany(tx, 1, kind, ids)).values()].map(({ state }) => state));
    return JSON.stringify([states, await eventsAfter(tx, new Keys(olle.services.sealing), 1, 0, 100_000)]);
  });
}
const readModels = async () => {
  const all = await dump();
  const own = new Set([...areas.flatMap((area) => area.views).flatMap((view) => view.tables), 'record']);
  return Object.fromEntries(Object.entries(all).filter(([name]) => own.has(name)));
};

let [person, joined, erasure] = ['', '', ''];
let subjects: string[] = [];
const caseOf = { joined: uuidv7(), identified: uuidv7() };
const concern = uuidv7();

test('what is held of a person is found, also what was written before rows were joined and cases identified later', async () => {
  const rows = await find('Canarysita');
  person = rows.find(({ registers }) => registers.includes('birth'))!.id;
  joined = rows.find(({ registers }) => registers.includes('school'))!.id;
  assert.notEqual(person, joined);
  const case1 = await supervisor().command('cases.case', caseOf.joined, 'open', { ...openCase, person: joined, name: 'Canarysita O.' });
  assert.equal(case1.status, 200, JSON.stringify(case1.body));
  const closed = await closeCase(supervisor(), olle.as('supervisor', { name: 'anita' }), caseOf.joined, 'moved');
  assert.equal(closed.status, 200, JSON.stringify(closed.body));
  // An unidentified case under its own key, with the concern that led to it.
  await supervisor().command('cases.concern', concern, 'raise', {
    person: null,
    source: 'call',
    ward: '3',
    born: { first: '2016-01-01', last: '2016-12-31' },
    name: 'Canarygirl',
    what: 'Canarystory told.',
  });
  await supervisor().command('cases.case', caseOf.identified, 'open', { ...openCase, person: null, name: 'Canarygirl' });
  await supervisor().command('cases.concern', concern, 'accept', { case: caseOf.identified });
  await supervisor().command('cases.case', caseOf.identified, 'identify', { person });
  const merged = await supervisor().post(`/api/people/person/${person}/merge`, { other: joined, because: 'Canarystory of one girl.' });
  assert.equal(merged.status, 200, JSON.stringify(merged.body));
  await olle.runJobs();
  const { name, held } = await page(person);
  assert.match(name, /Canarysita/);
  assert.equal(held.persons, 2);
  const of = (kind: string) => held.goes.filter((one) => one.kind === kind).reduce((sum, { records }) => sum + records, 0);
  assert.deepEqual(['registers.entry', 'people.person', 'people.pair', 'cases.case', 'cases.concern'].map(of), [2, 2, 1, 2, 1]);
  assert.ok(of('risks.child') >= 1);
  assert.equal(held.stays.length, 0);
  assert.equal(held.others, 0);
});

test('access is everything held, and is noted', async () => {
  type Told = { what: string; entry: { kind: string; event: string } | null };
  const packet = await officer().post<{ records: { kind: string; history: Told[] }[]; readings: { why: string }[] }>(
    `/api/protection/person/${person}/packet`,
    {},
  );
  assert.equal(packet.status, 200, JSON.stringify(packet.body));
  const text = JSON.stringify(packet.body);
  for (const told of ['Canarysita Ownfolk', 'Canarymother', 'Canarystory of a bus.', 'Canarystory told.', 'Canarystory of one girl.'])
    assert.ok(text.includes(told), told);
  assert.ok(!text.includes('Bishnu'));
  const { kind: words } = readCatalogue(join(import.meta.dirname, '../locales'), 'en') as { kind: Record<string, Record<string, string>> };
  const kinds = packet.body.records.map(({ kind }) => kind);
  for (const kind of [...kinds, 'suspects.suspect', 'referrals.referral', retentionHoldRecord.kind]) {
    const [area, record] = kind.split('.') as [string, string];
    assert.ok(words[area]?.[record], `${kind} has a word`);
  }
  // Each event comes with how its history says it.
  for (const { kind, history } of packet.body.records)
    for (const { what, entry } of history) assert.deepEqual(entry && [entry.kind, entry.event], [kind, what]);
  const { rows } = await olle.owner.query("select 1 from read_log where why = 'access packet' and ids @> array[$1::uuid]", [person]);
  assert.equal(rows.length, 1);
  assert.equal((await supervisor().post(`/api/protection/person/${person}/packet`, {})).status, 403);
});

test('an open case, and then a hold, are in the way; neither the one who asked nor anybody else may confirm', async () => {
  erasure = await ask(person);
  const nextFor = async (who: Persona) => (await who.get<{ next: string[] }>(`/api/protection/erasure/${erasure}`)).body.next;
  assert.deepEqual(await nextFor(supervisor()), ['decline']);
  const refused = await carryOut(supervisor(), erasure);
  assert.deepEqual([refused.status, refused.body.code], [409, 'protection.case-open']);
  await closeCase(supervisor(), olle.as('supervisor', { name: 'anita' }), caseOf.identified, 'moved');
  const hold = uuidv7();
  assert.equal(
    (await officer().command('protection.retention-hold', hold, 'place', { person: joined, because: 'Canarystory in court.' })).status,
    200,
  );
  assert.equal((await carryOut(supervisor(), erasure)).body.code, 'protection.retention-hold');
  assert.equal((await page(person)).retentionHolds[0]?.because, 'Canarystory in court.');
  const holdFor = async (who: Persona) => await who.get<{ next: string[]; because: string }>(`/api/protection/retention-hold/${hold}`);
  const { body: placed } = await holdFor(officer());
  assert.deepEqual([placed.next, placed.because], [['lift'], 'Canarystory in court.']);
  assert.equal((await holdFor(supervisor())).status, 403);
  assert.equal((await officer().command('protection.retention-hold', hold, 'lift', { because: 'Decided.' })).status, 200);
  assert.deepEqual((await holdFor(officer())).body.next, []);
  const { rows: holds } = (await officer().get<{ rows: { id: string; status: string }[] }>('/api/protection/retention-holds')).body;
  assert.deepEqual([holds[0]?.id, holds[0]?.status, 'because' in holds[0]!], [hold, 'lifted', false]);
  const history = await officer().get<{ rows: { event: string }[] }>(`/api/protection/retention-hold/${hold}/history`);
  assert.equal(history.body.rows.length, 2);
  assert.deepEqual([await nextFor(supervisor()), await nextFor(officer())], [['confirm', 'decline'], ['withdraw']]);
  assert.equal((await carryOut(officer(), erasure)).body.code, 'protection.second-person');
  for (const role of ['administrator', 'case-worker', 'registrar'] as const)
    assert.equal((await carryOut(olle.as(role), erasure)).status, 403, role);
  assert.ok((await find('Canarysita')).length > 0, 'what was refused changed nothing');
});

test('erased: no name, no key, no search entry is left; the log is whole; a rebuild leaves the same', async () => {
  await olle.runJobs();
  const events = async () => (await olle.owner.query('select * from event where city = 1 order by position')).rows;
  const before = await events();
  const held = (await page(person)).held;
  for (const told of ['Canarysita', 'Canarygirl', 'Canarystory told.']) assert.ok((await readable()).includes(told), told);
  const draftKey = async () => (await supervisor().get<{ draftKey: string }>('/api/session')).body.draftKey;
  const earlier = await draftKey();
  assert.equal(await draftKey(), earlier);
  olle.now = new Date(olle.now.getTime() + 1000);
  const done = await carryOut(supervisor(), erasure);
  assert.equal(done.status, 200, JSON.stringify(done.body));
  assert.equal(done.body.keys, held.keys);
  assert.notEqual(await draftKey(), earlier, 'drafts of before, which may name the person, are opened no more');
  assert.equal(
    done.body.records,
    held.goes.reduce((sum, { records }) => sum + records, 0),
  );
  assert.equal((await carryOut(supervisor(), erasure)).body.code, 'protection.settled');
  const settled = await olle.owner.query<{ subjects: string[] }>('select subjects from protection_erasure where id = $1', [erasure]);
  subjects = settled.rows[0]!.subjects;

  const { rows: keys } = await olle.owner.query('select wrapped from subject_key where subject = any($1)', [subjects]);
  assert.equal(keys.length, subjects.length);
  assert.ok(keys.every(({ wrapped }) => wrapped === null));
  const now = await events();
  assert.deepEqual(now.slice(0, before.length), before);
  // The columns of search keys and cards: nothing of the person is there, and nothing is where nothing was.
  const left = await readModels();
  for (const [table, rows] of Object.entries(left))
    for (const id of subjects) {
      if (table === 'record' || table === 'protection_erasure') continue;
      assert.ok(!rows.some((row) => row.includes(id)), `${table} still holds a row of ${id}`);
    }
  assert.equal((await find('Canarysita')).length, 0);
  assert.ok(!(await readable()).includes('Canary'), 'no key that is left opens a name or story of the person');
  for (const path of [`/api/people/person/${person}`, `/api/cases/case/${caseOf.identified}`, `/api/cases/concern/${concern}`])
    assert.equal((await supervisor().get(path)).status, 404, path);
  assert.equal((await find('Bishnu Pariyar')).length, 1);

  const parts = ledgerParts(areas, olle.services);
  await rebuild(parts, olle.owner, parts.views, () => undefined);
  assert.deepEqual(await readModels(), left);
});

test('nothing more can be written of who was erased', async () => {
  const concernOf = { person, source: 'call', ward: null, born: null, name: 'Somebody', what: 'Something.' };
  const raised = await supervisor().command('cases.concern', uuidv7(), 'raise', concernOf);
  assert.equal(raised.body.code, 'ledger.no-such-record');
  assert.equal((await supervisor().command('cases.case', caseOf.identified, 'note', { text: 'More.' })).status, 410);
});

test('linkage and the rules go on without who was erased', async () => {
  const { importFile } = registrarOf(olle);
  const more = `${other}\nB3,Maya Rai,f,2015-03-03,Kamala Rai,Dil Rai,4`;
  // The register no longer holds the erased row.
  const { done } = await importFile(birth(more), { register: 'birth', whole: true });
  assert.deepEqual([done.status, done.counts.added, done.counts.gone], ['finished', 1, 0]);
  await olle.runJobs();
  assert.equal((await find('Maya Rai')).length, 1);
});

test('a register that still sends the row brings it in as a new one, under a new key, each time the same', async () => {
  const { importFile } = registrarOf(olle);
  const all = birth(`${sita}\n${other}\nB3,Maya Rai,f,2015-03-03,Kamala Rai,Dil Rai,4`);
  const { done, dry } = await importFile(all, { register: 'birth', whole: true });
  assert.deepEqual([done.status, done.counts.added, done.counts.gone, dry.added], ['finished', 1, 0, 1]);
  await olle.runJobs();
  const [back] = await find('Canarysita Ownfolk');
  assert.ok(back && !subjects.includes(back.id));
  const again = await importFile(all, { register: 'birth', whole: true });
  assert.deepEqual([again.done.counts.added, again.done.counts.unchanged, again.done.counts.gone], [0, 3, 0]);
  // And it can be erased again.
  const second = await ask(back.id);
  assert.equal((await carryOut(supervisor(), second)).status, 200);
  const third = await importFile(all, { register: 'birth', whole: true });
  assert.deepEqual([third.done.status, third.done.counts.added, third.done.counts.gone], ['finished', 1, 0]);
});

test('erasures are kept in a list outside the database, and made again from it after a restore', async () => {
  const file = join(temporaryFolder(), 'erased.jsonl');
  const services = compose(areas, { ...olle.services, erasedList: file });
  const keep = areas.flatMap((area) => area.jobs ?? []).find(({ name }) => name === 'protection.keep-list')!;
  const nowhere = () => ({ report: async () => undefined });
  await keep.run({ city: 1 }, services, nowhere);
  await keep.run({ city: 1 }, services, nowhere);
  const list = await readErasedList(file);
  assert.equal(list.length, 2);
  assert.ok(!readFileSync(file, 'utf8').includes(because));
  assert.deepEqual(await eraseAgain(services, list), { made: 0, records: 0 });

  // Another city's database stands for the copy: it knows nothing of the erasure and still holds the person.
  const [entry, lostPerson] = [uuidv7(), uuidv7()];
  const values = { full_name: 'Canarysita Ownfolk', birth_date: '2016-02-01' };
  const card = { names: [values.full_name], birthDate: null, mother: null, father: null, phones: [], numbers: [], address: null };
  const members = [{ entry, register: 'birth', weight: 0, fields: [] }];
  await services.ledger.executeAll(systemActor(2), [
    { kind: 'registers.entry', id: entry, name: 'put', input: { register: 'birth', import: uuidv7(), row: 1, on: '2026-11-20', values } },
    {
      kind: 'people.person',
      id: lostPerson,
      name: 'settle',
      input: { members, sex: null, ward: null, birthYear: 2016, household: null, card },
    },
  ]);
  const lost: Erased = {
    city: 2,
    erasure: uuidv7(),
    person: lostPerson,
    ground: 'unlawful',
    on: '2026-11-22',
    subjects: [lostPerson, entry],
  };
  const made = await eraseAgain(services, [lost]);
  assert.equal(made.made, 1);
  assert.ok(made.records >= 2);
  assert.equal((await olle.owner.query('select 1 from people_token where city = 2')).rowCount, 0);
  assert.deepEqual(await eraseAgain(services, [{ ...lost, city: 9, erasure: uuidv7() }]), { made: 0, records: 0 });
  const { rows: noted } = await olle.owner.query('select status, settled_on::text as on from protection_erasure where city = 2');
  assert.deepEqual(noted, [{ status: 'erased', on: '2026-11-22' }]);
  writeFileSync(file, '{"city":1}\n', { flag: 'a' });
  await assert.rejects(readErasedList(file), /Line 3/);
  await assert.rejects(readErasedList(`${file}.not`), /There is no file/);
});
