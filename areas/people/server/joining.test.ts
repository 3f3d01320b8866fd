import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { testOffice } from '../../../app/testing.ts';
import { registrarOf } from '../../registers/server/testing.ts';

interface Page {
  id: string;
  name: string;
  scripts: { script: string; names: string[] }[];
  rows: { entry: string; register: string }[];
  household: { name: string }[];
  siblings: { name: string }[];
  life: { on: string; what: string }[];
  code?: string;
}
interface Listed {
  rows: { id: string; name: string; names: string[] }[];
}

const olle = testOffice();
olle.before(async () => {
  const { importFile } = registrarOf(olle);
  const files: [register: string, text: string][] = [
    [
      'birth',
      `reg no,full name,sex,date of birth,mother name,father name,ward
B1,राम थापा,m,2014-05-09,गीता थापा,हरि थापा,3
B2,सीता थापा,f,2016-02-01,गीता थापा,हरि थापा,3
B3,Dolma Sherpa,f,2013-07-12,Pasang Sherpa,Nima Sherpa,5`,
    ],
    [
      'school',
      `student id,full name,sex,date of birth,mother name,father name,ward,phone
S1,Ram Thapa,m,2014-05-09,Gita Thapa,Hari Thapa,Ward 3,+977-9800012345
S3,Dolma Sherpa,f,2013-07-12,Pasang Sherpa,Nima Sherpa,5,9800054321`,
    ],
    [
      'household',
      `id,household no,full name,sex,date of birth,mother name,father name,ward,phone
H1,HH1,Ram Thapa,m,2014-05-09,Gita Thapa,Hari Thapa,3,09800012345
H4,HH1,Gita Thapa,f,1988-01-02,Maya Rai,Krishna Rai,3,9800012345`,
    ],
  ];
  for (const [register, text] of files) assert.equal((await importFile(text, { register })).done.status, 'finished');
  await olle.runJobs();
});

const supervisor = () => olle.as('supervisor');
const find = async (text: string) => (await supervisor().post<Listed>('/api/people/search', { text })).body.rows;
const page = async (id: string) => (await supervisor().get<Page>(`/api/people/person/${id}`)).body;
const ramOf = async () => await page((await find('Ram Thapa'))[0]!.id);

test('a person page tells names by script, rows, household, siblings elsewhere, and what happened when', async () => {
  const ram = await ramOf();
  assert.deepEqual(ram.rows.map(({ register }) => register).sort(), ['birth', 'household', 'school']);
  assert.deepEqual(new Set(ram.scripts.map(({ script }) => script)), new Set(['devanagari', 'latin']));
  assert.deepEqual(ram.household.map(({ name }) => name), ['Gita Thapa']); // biome-ignore format: one claim
  assert.deepEqual(ram.siblings.map(({ name }) => name), ['सीता थापा']); // biome-ignore format: one claim
  const told = await supervisor().history('people.person', ram.id);
  assert.ok(told.some(({ event }) => event === 'person-formed') && told.some(({ event }) => event === 'entry-added'));
  const positions = told.map(({ position }) => position);
  assert.deepEqual(
    positions,
    positions.toSorted((a, b) => b - a),
    'the newest first, of all records',
  );
  const days = ram.life.map(({ on }) => on);
  assert.deepEqual(days, days.toSorted().reverse());
});

test('a part of a name finds its people, in any script, and so do two words written as one', async () => {
  const names = async (text: string) => (await find(text)).map(({ name }) => name);
  assert.ok((await names('Dol'))[0] === 'Dolma Sherpa');
  assert.ok((await names('Sher'))[0] === 'Dolma Sherpa');
  assert.ok((await names('Dol Sher'))[0] === 'Dolma Sherpa');
  assert.ok((await names('डोल्मा'))[0] === 'Dolma Sherpa');
  assert.ok((await names('Dolmasherpa'))[0] === 'Dolma Sherpa');
  assert.deepEqual(await names('Dol Tham'), []);
});

test('a telephone number is found in any figures, among others and with marks that nobody sees', async () => {
  for (const text of ['९८०००१२३४५', '۹۸۰۰۰۱۲۳۴۵', '98000 12345 / 9811111111', '\u200e9800012345\u200b', '+977 98000-12345'])
    assert.equal((await find(text)).length, 2, text);
});

test('a telephone number finds its people, however its prefix is written', async () => {
  const names = async (text: string) => (await find(text)).map(({ name }) => name).sort();
  const both = await names('9800012345');
  assert.equal(both.length, 2);
  for (const text of ['+977 980-0012345', '09800012345', '९८०००१२३४५']) assert.deepEqual(await names(text), both, text);
});

test('people with all words come before people with one of them', async () => {
  const [first, ...others] = await find('Sita Thapa');
  assert.equal(first!.name, 'सीता थापा');
  assert.ok(others.some(({ names }) => names.includes('Ram Thapa')));
});

test('a supervisor splits a row off a person and joins it again; both are in the log, and linkage keeps to it', async () => {
  const ram = await ramOf();
  const school = ram.rows.find(({ register }) => register === 'school')!.entry;
  const split = await supervisor().post<{ person: string; other: string }>(`/api/people/person/${ram.id}/split`, {
    entries: [school],
    because: 'A cousin of the same name.',
  });
  assert.equal(split.status, 200, JSON.stringify(split.body));
  const rowsOf = async (id: string) => (await page(id)).rows.map(({ register }) => register).sort();
  const check = async () => {
    assert.deepEqual(await rowsOf(ram.id), ['birth', 'household']);
    assert.deepEqual(await rowsOf(split.body.other), ['school']);
  };
  await check();
  await olle.runJobs();
  await check();
  const merged = await supervisor().post<{ person: string }>(`/api/people/person/${ram.id}/merge`, { other: split.body.other });
  assert.equal(merged.status, 200, JSON.stringify(merged.body));
  assert.deepEqual(await rowsOf(ram.id), ['birth', 'household', 'school']);
  await olle.runJobs();
  assert.deepEqual(await rowsOf(ram.id), ['birth', 'household', 'school']);
  const judged = await olle.owner.query<{ actor: string; n: number }>(
    "select actor, count(*)::int as n from event where type = 'pair-judged' group by actor",
  );
  assert.deepEqual(judged.rows, [{ actor: supervisor().actor.id, n: 4 }]);
});

test('splitting is refused for a row of somebody else, for all rows at once, and for those who may not judge', async () => {
  const ram = await ramOf();
  const code = async (path: string, body: object, role: 'supervisor' | 'case-worker' = 'supervisor') => {
    const answer = await olle.as(role).post<{ code?: string }>(`/api/people/person/${ram.id}/${path}`, body);
    return [answer.status, answer.body.code];
  };
  const entries = ram.rows.map(({ entry }) => entry);
  assert.deepEqual(await code('split', { entries: [uuidv7()] }), [422, 'people.not-a-row']);
  assert.deepEqual(await code('split', { entries }), [422, 'people.nothing-left']);
  assert.deepEqual(await code('merge', { other: ram.id }), [422, 'people.same-person']);
  assert.deepEqual(await code('merge', { other: uuidv7() }), [404, 'ledger.not-found']);
  assert.equal((await code('split', { entries: [entries[0]] }, 'case-worker'))[0], 403);
});

test('a verdict on rows that nobody asked about is refused, and a pair under another id cannot be made up', async () => {
  const [a, b] = (await ramOf()).rows.map(({ entry }) => entry);
  const answer = await supervisor().command('people.pair', uuidv7(), 'judge', { a, b, verdict: 'not-same' });
  assert.deepEqual([answer.status, answer.body.code], [404, 'people.no-question']);
});
