import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { testOffice } from '../../../app/testing.ts';
import type { EntryState } from '../../registers/domain/index.ts';
import { linkCity } from './linking.ts';

const olle = testOffice({ country: 'AU' });

async function importFile(register: string, file: string): Promise<void> {
  const registrar = olle.as('registrar');
  const bytes = readFileSync(new URL(`../../../packages/linkage/src/fixtures/${file}`, import.meta.url));
  const { body: upload } = await registrar.send<{ id: string }>('POST', '/api/registers/uploads', bytes, {
    'content-type': 'application/octet-stream',
    'x-file-name': file,
  });
  const { body: proposal } = await registrar.post<{ mapping: { column: number; field: string }[]; dateOrder: string; calendar: string }>(
    `/api/registers/uploads/${upload.id}/proposal`,
    {},
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

test('linking again without news writes no event', async () => {
  const events = async () => (await olle.owner.query<{ n: number }>('select count(*)::int as n from event')).rows[0]!.n;
  const before = await events();
  await linkCity(olle.services, 1);
  assert.equal(await events(), before);
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
