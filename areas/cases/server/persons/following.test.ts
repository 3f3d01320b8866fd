import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { done, openCase, testOffice } from '../../../../app/testing.ts';
import { registrarOf } from '../../../registers/server/testing.ts';
import { closeCase } from '../testing.ts';

const children = ['Maya Rai', 'Dolma Sherpa', 'Asha Lama', 'Kamala Gurung', 'Nima Tamang', 'Sita Magar'];

const olle = testOffice();
const boss = olle.as('supervisor');
olle.before(async () => {
  const { importFile } = registrarOf(olle);
  // Six girls of school age, on a household list only: each is on the list of children at risk.
  const rows = children.map((name, i) => `H${i},HH${i},${name},f,201${i}-0${i + 1}-1${i},Mother ${name},${i + 1}`);
  const household = ['id,household no,full name,sex,date of birth,mother name,ward', ...rows].join('\n');
  assert.equal((await importFile(household, { register: 'household' })).done.status, 'finished');
  // Registers of births and of schools, without them.
  const others = 'reg no,full name,sex,date of birth,ward\nB9,Somebody Else,m,2015-05-05,9';
  assert.equal((await importFile(others, { register: 'birth' })).done.status, 'finished');
  assert.equal((await importFile(others.replace('reg no', 'student id'), { register: 'school' })).done.status, 'finished');
  await olle.runJobs();
});

const personOf = async (name: string) =>
  (await done(boss.post<{ rows: { id: string }[] }>('/api/people/search', { text: name }))).rows[0]!.id;
const open = (person: string, name: string) => openCase(boss, { person, name });
const join = async (person: string, other: string) => {
  await done(boss.post(`/api/people/person/${person}/merge`, { other }));
  await olle.runJobs();
};
const head = (id: string) => done(boss.get<{ person: string; others: { id: string }[]; status: string }>(`/api/cases/case/${id}`));
const listed = async (person: string, status: string) => {
  const { rows } = await done(boss.post<{ rows: { id: string; person: string }[] }>('/api/risks/list', { status }));
  return rows.find((row) => row.person === person);
};

test('a case and a concern follow a person who was found to be another one', async () => {
  const [maya, dolma] = [await personOf('Maya Rai'), await personOf('Dolma Sherpa')];
  const file = await open(dolma, 'Dolma Sherpa');
  const concern = uuidv7();
  await done(boss.command('cases.concern', concern, 'raise', { person: dolma, source: 'call', ward: null, born: null, name: 'Dolma Sherpa', what: 'x' })); // biome-ignore format: one line
  await join(maya, dolma);
  assert.equal((await head(file)).person, maya);
  assert.equal((await done(boss.get<{ person: string }>(`/api/cases/concern/${concern}`))).person, maya);
  // A second file for the person is refused, as it would be had she always been one.
  assert.equal(
    (await boss.command('cases.case', uuidv7(), 'open', { person: maya, source: 'visit', riskLevel: 'low', ward: null, born: null, worker: null, name: 'Maya Rai', concern: 'x', actions: [] })).body.code,
    'cases.person-has-case',
  ); // biome-ignore format: one line
  const child = await done(boss.post<{ rows: { person: string; status: string }[] }>('/api/risks/list', { status: 'case' }));
  assert.deepEqual(child.rows.map(({ person, status }) => [person, status]), [[maya, 'case']]); // biome-ignore format: one claim
});

test('where both have an open case, each says so; when one is closed as a duplicate, the other is alone', async () => {
  const [asha, kamala] = [await personOf('Asha Lama'), await personOf('Kamala Gurung')];
  const files = [await open(asha, 'Asha Lama'), await open(kamala, 'Kamala Gurung')] as const;
  await join(asha, kamala);
  for (const [file, other] of [files, [files[1], files[0]] as const]) {
    const { person, others } = await head(file);
    assert.deepEqual([person, others.map(({ id }) => id)], [asha, [other]]);
  }
  await done(boss.command('cases.case', files[0], 'link-case', { other: files[1], kind: 'same-child' }));
  await done(closeCase(boss, olle.as('supervisor', { name: 'second' }), files[0], 'duplicate'));
  await olle.runJobs();
  assert.deepEqual((await head(files[1])).others, []);
  assert.ok(await listed(asha, 'case'));
});

test('what people did about a child on the list is known of the person the child was found to be', async () => {
  const [nima, sita] = [await personOf('Nima Tamang'), await personOf('Sita Magar')];
  const before = (await listed(sita, 'new'))!;
  await done(boss.command('risks.child', before.id, 'judge-not-at-risk', { because: 'Goes to school in the next city.' }));
  await join(nima, sita);
  const now = (await done(boss.post<{ rows: { id: string; person: string }[] }>('/api/risks/list', { status: 'not-at-risk' }))).rows;
  assert.deepEqual(now.map(({ person }) => person), [nima]); // biome-ignore format: one claim
  const taken = async () => (await boss.history('risks.child', now[0]!.id)).map(({ event }) => event);
  assert.equal((await taken())[0], 'taken-over');
  // Looked at once more, nothing is taken over again.
  olle.now = new Date('2026-11-24T03:00:00Z');
  await done(boss.post(`/api/people/person/${nima}/merge`, { other: await personOf('Maya Rai') }));
  await olle.runJobs();
  assert.equal((await taken()).filter((event) => event === 'taken-over').length, 1);
});
