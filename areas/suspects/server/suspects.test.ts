import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import { v7 as uuidv7 } from 'uuid';
import { areas } from '../../../app/areas.ts';
import { ledgerParts } from '../../../app/compose.ts';
import { done, type Persona, refused, testOffice } from '../../../app/testing.ts';
import { erase } from '../../../platform/ledger/erase.ts';
import { systemActor } from '../../../platform/ledger/ledger.ts';
import { rebuild } from '../../../platform/ledger/rebuild.ts';

import { holdings as ofCases } from '../../cases/server/persons/holdings.ts';
import { closeCase } from '../../cases/server/testing.ts';
import { holdings } from './holdings.ts';

let [anna, binod, boss]: Persona[] = [];
const [maya, sita, asha] = [uuidv7(), uuidv7(), uuidv7()];
const man = uuidv7();

const opening = (worker: Persona, name: string) => ({
  ...{
    person: null,
    source: 'call',
    ward: '3',
    born: { first: '2014-01-01', last: '2014-12-31' },
    name,
    riskLevel: 'high',
    concern: 'Offered work abroad.',
  },
  ...{ worker: worker.actor.id, actions: [] },
});
const name = (text: string) => ({ what: 'name', text });
const phone = (text: string) => ({ what: 'phone', text });
const noting = (file: string, more: object = {}) => ({
  ...{ case: file, roles: ['recruiting'], said: [name('Bikram Thapa'), phone('+977 984-1770011')], known: 'Waits at the bus park.' },
  ...more,
});

interface Links {
  carers: { id: string; suspect: boolean; takenUp: boolean }[];
  cases: { case: string; name: string | null; kind: string; known: string | null; worker: string; readable: boolean }[];
  suspects: {
    id: string;
    names: string[];
    others: { case: string; name: string | null; readable: boolean; worker: string; status: string }[];
  }[];
  mayNote: boolean;
}
interface Page {
  standing: string;
  cases: { case: string; name: string | null; readable: boolean; worker: string | null; bases: string[]; status: string }[];
  said: { text: string; wrong: boolean }[];
  alike: { id: string | null; why: string }[];
  next: string[];
}
interface List {
  rows: { id: string; names: string[]; cases: number }[];
  next: { id: string } | null;
  total: number;
  networks: number;
}
const links = (who: Persona, file: string) => done(who.get<Links>(`/api/suspects/case/${file}/links`));
const inCase = async (who: Persona, file: string, id: string) => (await links(who, file)).suspects.some((one) => one.id === id);
const page = (who: Persona, id: string) => done(who.get<Page>(`/api/suspects/suspect/${id}`));
const list = (who: Persona, question: object = {}) => done(who.post<List>('/api/suspects/list', question));
const alike = async (who: Persona, names: string[], phones: string[] = [], accounts: string[] = []) =>
  (await done(who.post<{ rows: { id: string | null; names: string[]; why: string; workers: string[] }[] }>('/api/suspects/alike', { names, phones, accounts }))).rows; // biome-ignore format: one call

const olle = testOffice();
olle.before(async () => {
  anna = olle.as('case-worker', { name: 'anna' });
  binod = olle.as('case-worker', { name: 'binod' });
  boss = olle.as('supervisor');
  for (const [id, worker, child] of [
    [maya, anna, 'Maya Laliguras'],
    [sita, binod, 'Sita Sayapatri'],
    [asha, binod, 'Asha Sunakhari'],
  ] as const)
    await done(boss.command('cases.case', id, 'open', opening(worker, child)));
});

test('a suspect noted from a case is on its page, found in any script and by a number alone, and seen by nobody else', async () => {
  await refused(binod!.command('suspects.suspect', uuidv7(), 'note', noting(maya)), 403, 'suspects.suspect-of-own-case');
  await done(anna!.command('suspects.suspect', man, 'note', noting(maya)));
  assert.deepEqual((await links(anna!, maya)).suspects.map(({ id, names }) => [id, names]), [[man, ['Bikram Thapa']]]); // biome-ignore format: a table
  for (const text of ['bikram thapa', 'विक्रम थापा', '9841770011', 'Thapa']) assert.deepEqual((await list(anna!, { text })).rows.map(({ id }) => id), [man], text); // biome-ignore format: a table
  assert.deepEqual((await list(anna!, { text: 'Ram Thapa' })).rows, []);
  assert.deepEqual((await list(anna!, { role: 'moving' })).rows, []);
  // Whoever would make a second record is shown him, or, where he is not his to see, only whom to call.
  assert.deepEqual((await alike(anna!, ['विक्रम थापा'])).map(({ id, why }) => [id, why]), [[man, 'name']]); // biome-ignore format: a table
  assert.deepEqual((await alike(boss!, ['Somebody Else'], ['984 1770011'])).map(({ id, why }) => [id, why]), [[man, 'number']]); // biome-ignore format: a table
  const stranger = await alike(binod!, ['Bikram Thapa']);
  assert.deepEqual(stranger.map(({ id, names, workers }) => [id, names, workers]), [[null, [], [anna!.actor.id]]]); // biome-ignore format: a table
  // That he asked is noted, although he was told no name.
  const { rowCount } = await olle.owner.query('select 1 from read_log where actor = $1 and $2 = any(ids)', [binod!.actor.id, man]);
  assert.equal(rowCount, 1);
  await refused(binod!.get(`/api/suspects/suspect/${man}`), 404, 'ledger.not-found');
  await refused(binod!.command('suspects.suspect', man, 'learn', { known: 'x' }), 404, 'ledger.not-found');
  assert.deepEqual(await list(binod!), { rows: [], next: null, total: 0, beyond: false, networks: 0 });
  for (const role of ['registrar', 'monitoring-officer', 'data-protection-officer', 'administrator'] as const)
    await refused(olle.as(role).get(`/api/suspects/suspect/${man}`), 403, 'http.not-allowed');
});

test('a suspect is printed for whoever may see the record, without what turned out to be wrong', async () => {
  const born = { first: '1985-01-01', last: '1985-12-31' };
  await done(anna!.command('suspects.suspect', man, 'learn', { born, said: [name('Kancha')], wrong: [] }));
  await done(anna!.command('suspects.suspect', man, 'learn', { wrong: [name('Kancha')] }));
  const print = (who: Persona) =>
    olle.app.inject({
      method: 'POST',
      url: `/api/suspects/suspect/${man}/print`,
      headers: { 'x-persona': who.session, 'x-csrf-token': who.csrf },
      payload: { language: 'en' },
    });
  assert.equal((await print(binod!)).statusCode, 404);
  const pdf = await getDocumentProxy(new Uint8Array((await print(anna!)).rawPayload));
  const { text } = await extractText(pdf, { mergePages: true });
  const read = text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
  for (const told of [
    'Status Suspected',
    'Names Bikram Thapa',
    'Role Recruiting',
    'Waits at the bus park.',
    'Recorded as a suspect',
    '1985',
  ])
    assert.ok(read.includes(told), `${told} in ${read}`);
  assert.doesNotMatch(read, /Kancha|suspects:/);
});

test('whoever has only an action in the case, or took emergency access, reads the case and not its suspects', async () => {
  const [helper, breaker] = [olle.as('case-worker', { name: 'helper' }), olle.as('case-worker', { name: 'breaker' })];
  await done(anna!.command('cases.case', maya, 'add-action', { action: uuidv7(), what: 'Call', who: helper.actor.id, due: '2026-11-30' }));
  await done(breaker.command('cases.case', maya, 'take-emergency-access', { access: uuidv7(), because: 'She is taken away tonight.' }));
  for (const who of [helper, breaker]) {
    const seen = await links(who, maya);
    assert.deepEqual([seen.suspects, seen.mayNote], [[], false]);
    await refused(who.get(`/api/suspects/suspect/${man}`), 404, 'ledger.not-found');
  }
  assert.ok((await links(anna!, maya)).mayNote);
});

test('connected to a second case, he is a network: each worker sees that there is another child and whom to call, not its name', async () => {
  await refused(anna!.command('suspects.suspect', man, 'connect', { case: sita, roles: ['moving'], basis: 'x' }), 403, 'suspects.suspect-of-own-case'); // biome-ignore format: one call
  const basis = 'Sita knew him by his motorcycle.';
  await done(boss!.command('suspects.suspect', man, 'connect', { case: sita, roles: ['moving'], basis }));
  const [of] = (await links(anna!, maya)).suspects;
  assert.deepEqual(of!.others.map(({ case: id, name: child, readable, worker }) => [id, child, readable, worker]), [[sita, null, false, binod!.actor.id]]); // biome-ignore format: a table
  assert.equal((await links(boss!, maya)).suspects[0]!.others[0]!.name, 'Sita Sayapatri');
  const text = JSON.stringify(await page(anna!, man));
  assert.ok(!text.includes('Sayapatri') && !text.includes('motorcycle'), 'nothing of a child that is not hers');
  assert.ok(JSON.stringify(await page(binod!, man)).includes(basis));
  // One that was noted later stands below the network.
  await done(binod!.command('suspects.suspect', uuidv7(), 'note', noting(asha, { said: [name('Hari Lama')] })));
  const all = await list(boss!);
  assert.deepEqual([all.rows.map(({ cases }) => cases), all.total, all.networks], [[2, 1], 2, 1]);
  // Who shows one asks for one: no more are noted as read.
  const first = await list(boss!, { most: 1 });
  assert.deepEqual([first.rows.map(({ id }) => id), first.total, first.next?.id], [[man], 2, man]);
  const { rows: noted } = await olle.owner.query<{ n: number }>("select cardinality(ids) as n from read_log where actor = $1 and why = 'list of suspects' order by sequence desc limit 1", [boss!.actor.id]); // biome-ignore format: one query
  assert.equal(noted[0]!.n, 1);
  await refused(boss!.post('/api/suspects/list', { most: 1000 }), 400, 'http.invalid-input');
});

test('the one to whom a case is given sees its suspects from that moment, and the one before no more', async () => {
  await done(boss!.command('cases.case', sita, 'assign', { worker: anna!.actor.id }));
  await refused(binod!.get(`/api/suspects/suspect/${man}`), 404, 'ledger.not-found');
  assert.ok((await page(anna!, man)).cases.every(({ readable }) => readable));
  await done(boss!.command('cases.case', sita, 'assign', { worker: binod!.actor.id }));
  assert.equal((await page(binod!, man)).cases.length, 2);
});

test('given away while a suspect is noted: whoever was first, the worker of now sees him', async () => {
  for (let i = 0; i < 6; i++) {
    const [file, id] = [uuidv7(), uuidv7()];
    await done(boss!.command('cases.case', file, 'open', opening(anna!, `Child ${i}`)));
    const [noted] = await Promise.all([
      anna!.command('suspects.suspect', id, 'note', noting(file, { said: [name(`Gopal ${i}`)] })),
      boss!.command('cases.case', file, 'assign', { worker: binod!.actor.id }),
    ]);
    if (noted.status !== 200) continue;
    assert.deepEqual([(await binod!.get(`/api/suspects/suspect/${id}`)).status, (await anna!.get(`/api/suspects/suspect/${id}`)).status], [200, 404]); // biome-ignore format: a table
  }
});

test('whoever was cleared is gone from lists, matches, pages and pictures of all but supervisors, until he is suspected again', async () => {
  const because = 'Shown to have been abroad.';
  await refused(anna!.command('suspects.suspect', man, 'clear', { because }), 403, 'http.not-allowed');
  await done(boss!.command('suspects.suspect', man, 'clear', { because }));
  await refused(anna!.get(`/api/suspects/suspect/${man}`), 404, 'ledger.not-found');
  assert.deepEqual(
    [(await links(anna!, maya)).suspects, (await links(boss!, maya)).suspects, await alike(anna!, ['Bikram Thapa'])],
    [[], [], []],
  );
  assert.deepEqual([(await list(anna!, { standing: 'cleared' })).total, (await list(boss!, { text: 'Bikram' })).total], [0, 0]);
  assert.deepEqual((await list(boss!, { standing: 'cleared' })).rows.map(({ id }) => id), [man]); // biome-ignore format: a table
  assert.deepEqual((await page(boss!, man)).next, ['suspect-again']);
  await done(boss!.command('suspects.suspect', man, 'suspect-again', { because: 'A witness saw him.' }));
  assert.equal((await page(anna!, man)).standing, 'suspected');
});

test('two records of one man are shown to a supervisor, joined, and taken apart again as they were', async () => {
  const second = uuidv7();
  await done(
    binod!.command(
      'suspects.suspect',
      second,
      'note',
      noting(asha, { said: [name('B. Thapa'), phone('9841770011'), phone('+977 984-1770011')] }),
    ),
  );
  assert.deepEqual((await page(boss!, second)).alike.map(({ id, why }) => [id, why]), [[man, 'number']]); // biome-ignore format: a table
  assert.deepEqual((await page(binod!, second)).alike, []);
  const because = 'The same number, the same van.';
  await refused(boss!.command('suspects.suspect', second, 'join', { into: second, because }), 422, 'suspects.join-with-itself');
  await done(boss!.command('suspects.suspect', second, 'join', { into: man, because }));
  assert.deepEqual((await page(boss!, man)).cases.map((one) => one.case), [maya, sita, asha]); // biome-ignore format: a table
  assert.ok((await inCase(binod!, asha, man)) && !(await inCase(binod!, asha, second)));
  assert.deepEqual((await list(boss!, { text: 'B. Thapa' })).rows.map(({ id }) => id), [man]); // biome-ignore format: a table
  await refused(boss!.command('suspects.suspect', uuidv7(), 'join', { into: second, because }), 409, 'suspects.join-with-suspect');
  // Given to somebody else meanwhile.
  await done(boss!.command('cases.case', asha, 'assign', { worker: anna!.actor.id }));
  await done(boss!.command('suspects.suspect', second, 'separate', { because: 'It was his brother.' }));
  assert.deepEqual((await page(boss!, man)).cases.map((one) => one.case), [maya, sita]); // biome-ignore format: a table
  assert.ok((await inCase(anna!, asha, second)) && !(await inCase(anna!, asha, man)));
  await refused(binod!.get(`/api/suspects/suspect/${second}`), 404, 'ledger.not-found');
  await done(boss!.command('cases.case', asha, 'assign', { worker: binod!.actor.id }));
});

test('a case that is linked shows it on either side, once; the child and what is known only to whom that case is open', async () => {
  const known = 'Both were met on the same bus.';
  await refused(anna!.command('cases.case', maya, 'link-case', { other: maya, kind: 'other' }), 422, 'cases.link-with-itself');
  await refused(binod!.command('cases.case', maya, 'link-case', { other: sita, kind: 'other' }), 404, 'ledger.not-found');
  await done(anna!.command('cases.case', maya, 'link-case', { other: asha, kind: 'same-incident', known }));
  await refused(binod!.command('cases.case', asha, 'link-case', { other: maya, kind: 'other' }), 409, 'cases.linked-already');
  const there = (await links(binod!, asha)).cases[0]!;
  assert.deepEqual([there.case, there.kind, there.name, there.known, there.worker], [maya, 'same-incident', null, null, anna!.actor.id]);
  const all = (await links(boss!, asha)).cases[0]!;
  assert.deepEqual([all.name, all.known], ['Maya Laliguras', known]);
  await done(binod!.command('cases.case', asha, 'unlink-case', { other: maya, because: 'Another bus.' }));
  assert.deepEqual((await links(anna!, maya)).cases, []);
});

test('which of some persons have a case is told to who may read it, the open one before a closed one, and is noted as read', async () => {
  const [person, none] = [uuidv7(), uuidv7()];
  const card = { names: ['Nima'], birthDate: null, mother: null, father: null, phones: [], numbers: [], address: null };
  const member = { entry: uuidv7(), register: 'household', weight: 0, fields: [] };
  const settle = { members: [member], sex: null, ward: null, birthYear: null, household: null, card };
  await olle.services.ledger.executeAll(systemActor(1), [{ kind: 'people.person', id: person, name: 'settle', input: settle }]);
  const [first, second] = [uuidv7(), uuidv7()];
  const ofPersons = async (who: Persona) =>
    (await done(who.post<{ rows: object[] }>('/api/cases/of-persons', { persons: [person, none] }))).rows;
  assert.deepEqual(await ofPersons(boss!), []);
  await done(boss!.command('cases.case', first, 'open', { ...opening(binod!, 'Nima'), person }));
  await done(closeCase(boss!, olle.as('supervisor', { name: 'second' }), first, 'moved'));
  assert.deepEqual(await ofPersons(boss!), [{ person, case: first, worker: binod!.actor.id, status: 'closed' }]);
  await done(boss!.command('cases.case', second, 'open', { ...opening(binod!, 'Nima'), person }));
  for (const who of [boss!, binod!])
    assert.deepEqual(await ofPersons(who), [{ person, case: second, worker: binod!.actor.id, status: 'open' }]);
  assert.deepEqual(await ofPersons(anna!), [], 'that a colleague has a case of them is not told');
  const { rows: noted } = await olle.owner.query('select 1 from read_log where actor = $1 and why = $2 and $3 = any(ids)', [binod!.actor.id, 'case links', second]); // biome-ignore format: one query
  assert.equal(noted.length, 1);
  assert.equal((await olle.as('registrar').post('/api/cases/of-persons', { persons: [person] })).status, 403);
});

test('what is shown of suspects is noted in the log of readings', async () => {
  const { rows } = await olle.owner.query<{ why: string }>('select distinct why from read_log where kind = $1 and $2 = any(ids)', ['suspects.suspect', man]); // biome-ignore format: one query
  assert.deepEqual(rows.map(({ why }) => why).sort(), ['case links', 'list of suspects', 'printed', 'search for the same suspect', 'suspect page']); // biome-ignore format: a table
});

test('of a suspect who is a person of the registers his records are holdings of that person, and none of the children', async () => {
  const [person, other] = [uuidv7(), uuidv7()];
  const card = { names: ['Hari Lama'], birthDate: null, mother: null, father: null, phones: [], numbers: [], address: null };
  const member = { entry: uuidv7(), register: 'household', weight: 0, fields: [] };
  const settle = { members: [member], sex: null, ward: null, birthYear: null, household: null, card };
  await olle.services.ledger.executeAll(systemActor(1), [{ kind: 'people.person', id: person, name: 'settle', input: settle }]);
  await olle.services.ledger.executeAll(systemActor(1), [{ kind: 'people.person', id: other, name: 'settle', input: settle }]);
  const child = uuidv7();
  await done(boss!.command('cases.case', child, 'open', { ...opening(anna!, 'Nima'), person: other }));
  const [first, second] = [uuidv7(), uuidv7()];
  await done(boss!.command('suspects.suspect', first, 'note', noting(child, { said: [name('Hari')], person })));
  await done(boss!.command('suspects.suspect', second, 'note', noting(child, { said: [name('Harry')] })));
  await done(boss!.command('suspects.suspect', second, 'join', { into: first, because: 'One man.' }));
  const held = async (of: string) =>
    (
      await olle.tx(async (tx) => [
        ...(await ofCases(tx, { persons: [of], entries: [] })),
        ...(await holdings(tx, { persons: [of], entries: [] })),
      ])
    ).map(({ kind, id, subject, open }) => [kind, id, subject === id, open]);
  assert.deepEqual(await held(person), [['suspects.suspect', first, true, true], ['suspects.suspect', second, true, false]]); // biome-ignore format: a table
  assert.deepEqual(await held(other), [['cases.case', child, false, true]]); // biome-ignore format: a table
});

const contents = async () => {
  const found: Record<string, unknown> = {};
  for (const table of ['cases_case', 'suspects_suspect', 'suspects_case', 'suspects_token'])
    found[table] = (
      await olle.owner.query(`select count(*)::int as n, string_agg(x::text, '|' order by x::text) as text from ${table} x`)
    ).rows[0];
  return found;
};
test('a rebuild leaves the same bytes; erasing a child leaves the suspect, and erasing a suspect leaves the child', async () => {
  const parts = ledgerParts(areas, olle.services);
  const before = await contents();
  await rebuild(parts, olle.owner, parts.views, () => undefined);
  assert.deepEqual(await contents(), before);
  const at = olle.now.toISOString();
  await olle.tx((tx) => erase(tx, olle.services.ledger, [sita], at));
  const without = await page(boss!, man);
  assert.deepEqual(without.cases.map(({ case: id, status }) => [id, status]), [[maya, 'open'], [sita, 'erased']]); // biome-ignore format: a table
  await done(boss!.command('suspects.suspect', man, 'disconnect', { case: sita, because: 'That file is gone.' }));
  await olle.tx((tx) => erase(tx, olle.services.ledger, [man], at));
  assert.deepEqual((await links(anna!, maya)).suspects, []);
  await done(boss!.command('cases.case', maya, 'assign', { worker: binod!.actor.id }));
  await refused(boss!.get(`/api/suspects/suspect/${man}`), 404, 'ledger.not-found');
  for (const table of ['suspects_suspect', 'suspects_token']) assert.equal((await olle.owner.query(`select 1 from ${table} where id = $1`, [man])).rowCount, 0); // biome-ignore format: one claim
  await rebuild(parts, olle.owner, parts.views, () => undefined);
  assert.equal((await links(boss!, maya)).suspects.length, 0);
});
