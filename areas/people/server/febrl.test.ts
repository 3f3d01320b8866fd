import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { type TestOlle, testOlle } from '../../../app/testing.ts';
import type { EntryState } from '../../registers/domain/index.ts';
import { pairIdOf } from './linking.ts';

let olle: TestOlle;
before(async () => {
  olle = await testOlle({ country: 'AU' });
});
after(() => olle?.close());

async function importFile(register: string, file: string): Promise<void> {
  const registrar = olle.as('registrar');
  const bytes = readFileSync(new URL(`../../../packages/linkage/src/fixtures/${file}`, import.meta.url));
  const { body: upload } = await registrar.send<{ id: string }>('POST', '/api/registers/uploads', bytes, {
    'content-type': 'application/octet-stream',
    'x-file-name': file,
  });
  const { body: proposal } = await registrar.get<{ mapping: { column: number; field: string }[]; dateOrder: string; calendar: string }>(
    `/api/registers/uploads/${upload.id}/proposal`,
  );
  assert.deepEqual(proposal.mapping.map(({ field }) => field).sort(), [
    'address',
    'birth_date',
    'family_name',
    'given_name',
    'postcode',
    'source_id',
    'suburb',
  ]);
  const mapping = proposal.mapping.map(({ column, field }) => ({ column, field }));
  const answer = await registrar.command('registers.import', uuidv7(), 'start', {
    upload: upload.id,
    register,
    fileName: file,
    mapping,
    dateOrder: proposal.dateOrder,
    calendar: proposal.calendar,
    whole: true,
  });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
}

test('Febrl 4a as birth register and 4b as school roll, by their files, without the number: F1 at least 0.99', async () => {
  await importFile('birth', 'dataset4a.csv');
  await importFile('school', 'dataset4b.csv');
  await olle.runJobs();
  const { rows } = await olle.owner.query<{ entry: string; person: string }>('select entry, person from people_member');
  const truth = await olle.tx((tx) =>
    olle.services.ledger.findMany<EntryState>(
      tx,
      1,
      'registers.entry',
      rows.map(({ entry }) => entry),
    ),
  );
  const groups = Map.groupBy(rows, ({ person }) => person);
  const personIn = (entry: string) => truth.get(entry)!.state.values.source_id!.split('-')[1];
  const linked = [...groups.values()].filter((members) => members.length === 2);
  assert.ok([...groups.values()].every((members) => members.length <= 2));
  const right = linked.filter(([a, b]) => personIn(a!.entry) === personIn(b!.entry)).length;
  const entries = await olle.owner.query<{ n: number }>("select count(*)::int as n from registers_entry where status = 'present'");
  assert.ok(entries.rows[0]!.n > 9700, 'rows with an impossible date are set aside, the others are there');
  const both = new Set([...truth.values()].map(({ state }) => state.values.source_id!));
  const possible = [...both].filter(
    (id) => id.endsWith('-org') && [...both].some((other) => other === id.replace('-org', '-dup-0')),
  ).length;
  const [precision, recall] = [right / linked.length, right / possible];
  const f1 = (2 * precision * recall) / (precision + recall);
  assert.ok(f1 >= 0.99, `precision ${precision.toFixed(4)} recall ${recall.toFixed(4)} F1 ${f1.toFixed(4)}`);
});

test('linking again without news changes no person', async () => {
  const dump = async () =>
    (await olle.owner.query("select md5(string_agg(p::text, '|' order by id)) as hash from people_person p")).rows[0].hash;
  const before = await dump();
  await (await import('./linking.ts')).linkCity(olle.services, 1);
  assert.equal(await dump(), before);
});

test('a verdict takes two rows apart, and the opposite verdict puts them together again', async () => {
  const supervisor = olle.as('supervisor');
  const { rows } = await olle.owner.query<{ person: string; entries: string[] }>(
    'select person, array_agg(entry order by entry) as entries from people_member group by person having count(*) = 2 limit 1',
  );
  const [a, b] = rows[0]!.entries as [string, string];
  const pair = pairIdOf(olle.services.sealing, 1, a, b);
  const personsOf = async () =>
    (await olle.owner.query<{ person: string }>('select distinct person from people_member where entry = any($1)', [[a, b]])).rows.map(
      (row) => row.person,
    );
  assert.equal(
    (await supervisor.command('people.pair', pair, 'judge', { a, b, verdict: 'not-same', because: 'They are cousins.' })).status,
    200,
  );
  await olle.runJobs();
  assert.equal((await personsOf()).length, 2);
  assert.equal((await supervisor.command('people.pair', pair, 'judge', { a, b, verdict: 'same' })).status, 200);
  await olle.runJobs();
  assert.deepEqual(await personsOf(), [rows[0]!.person]);
});

test('a person is found by name, and whoever looks is noted; a monitoring officer sees none', async () => {
  const worker = olle.as('case-worker');
  const { body } = await worker.post<{ rows: { id: string; name: string }[] }>('/api/people/search', { text: 'Michaela Neuman' });
  const found = body.rows[0]!;
  assert.ok(found.name.length > 2);
  const page = await worker.get<{ rows: unknown[]; code?: string }>(`/api/people/person/${found.id}`);
  assert.equal(page.status, 200, JSON.stringify(page.body).slice(0, 200));
  const { rows } = await olle.owner.query('select 1 from read_log where actor = $1 and $2 = any(ids)', [worker.actor.id, found.id]);
  assert.ok(rows.length >= 2);
  assert.equal((await olle.as('monitoring-officer').post('/api/people/search', { text: 'blake' })).status, 403);
  assert.equal((await olle.as('case-worker', { city: 2 }).get(`/api/people/person/${found.id}`)).status, 404);
});
