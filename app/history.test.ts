import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { caseRecord } from '../areas/cases/domain/index.ts';
import type { HistoryPage } from '../platform/contract/index.ts';
import { offeredRoles, sentenceOf, type TimelineEntry, timelineEntry } from '../platform/decider/index.ts';
import { catalogues as readCatalogues } from './compose.ts';
import { type Persona, type TestOlle, testOlle } from './testing.ts';

const catalogues = readCatalogues();
let olle: TestOlle;
let worker: Persona;
const id = uuidv7();

const done = async (kind: string, of: string, name: string, input: object, who = worker) => {
  const { status, body } = await who.command(kind, of, name, input);
  assert.equal(status, 200, JSON.stringify(body));
};

before(async () => {
  olle = await testOlle();
  worker = olle.as('case-worker');
  await done('cases.case', id, 'open', {
    ...{ person: null, source: 'call', riskLevel: 'high', ward: '3', born: null, name: 'Canarywan Ownfolk' },
    ...{ concern: 'Offered work abroad.', worker: worker.actor.id, actions: [] },
  });
});
after(() => olle?.close());

const addOrganisation = (organisation: string) =>
  done(
    'partners.organisation',
    organisation,
    'add',
    {
      ...{ name: 'Safe Home', otherNames: [], category: 'shelter', services: [], wards: [], leastAge: null, mostAge: null, sex: 'any' },
      ...{ languages: [], hours: [], emergencyHours: [], address: '', phone: '', email: '' },
    },
    olle.as('supervisor'),
  );

/** How an entry reads in a language; colleagues by their ids. */
const says = (entry: TimelineEntry, language = 'en') =>
  sentenceOf(entry, {
    t: (key, params) => catalogues.say(language, ...(key.split(':') as [string, string]), params),
    ...{ nameOf: (user) => user, date: (iso) => iso, number: String, list: (parts) => parts.join(', ') },
  });
const page = async (who: Persona, before?: number) =>
  (await who.get<HistoryPage>(`/api/cases/case/${id}/history${before ? `?before=${before}` : ''}`)).body;

test('a long history comes in pages, the newest first, each event once', async () => {
  for (let n = 1; n <= 45; n++) await done('cases.case', id, 'note', { text: `Note ${n}` });
  const texts: string[] = [];
  let pages = 0;
  for (let next: number | null | undefined; next !== null; pages++) {
    const found = await page(worker, next);
    assert.ok(found.rows.length <= 20);
    texts.push(...found.rows.flatMap(({ prose }) => prose));
    next = found.next;
  }
  assert.equal(pages, 3);
  assert.deepEqual(texts, [...Array.from({ length: 45 }, (_, i) => `Note ${45 - i}`), 'Offered work abroad.']);
});

test('an event reads the same in the words of each language; where a value is missing it has another sentence', async () => {
  await done('cases.case', id, 'change-risk', { riskLevel: 'low', because: 'Lives with the aunt.' });
  const [risk] = (await page(worker)).rows;
  assert.deepEqual(
    [says(risk!), says(risk!, 'ko'), risk!.prose],
    ['Level of risk changed: Low risk', '위험 수준 변경: 저위험', ['Lives with the aunt.']],
  );
  const event = { position: 1, type: 'case-assigned', at: '2026-11-23T03:00:00Z', actor: worker.actor.id };
  assert.equal(says(timelineEntry(caseRecord, { ...event, fields: { worker: 'Asha' } })!), 'Given to Asha');
  assert.equal(says(timelineEntry(caseRecord, { ...event, fields: { worker: null } })!), 'No longer assigned to a worker');
});

test('who may not see a tier is shown none of it', () => {
  const fields = { riskLevel: 'high', because: 'The uncle pays.' };
  const event = { position: 1, type: 'risk-level-changed', at: '2026-11-23T03:00:00Z', actor: worker.actor.id, fields };
  const entry = timelineEntry(caseRecord, event, ['coded'])!;
  assert.deepEqual(entry.prose, []);
  assert.ok(!JSON.stringify(entry).includes('uncle'));
  assert.equal(says(entry), 'Level of risk changed: High risk');
});

test('a history is for whoever may read the record, and each page of it is noted as read', async () => {
  const stranger = await olle.as('case-worker', { name: 'stranger' }).get<{ code: string }>(`/api/cases/case/${id}/history`);
  assert.equal(stranger.body.code, 'ledger.not-found');
  const noted = async () =>
    Number(
      (await olle.owner.query<{ n: string }>("select count(*) as n from read_log where $1 = any(ids) and why = 'history'", [id])).rows[0]!
        .n,
    );
  const earlier = await noted();
  await page(worker);
  assert.equal(await noted(), earlier + 1);
});

test('what was written of a connection to a case is for those who may read the case', async () => {
  const suspect = uuidv7();
  const boss = olle.as('supervisor');
  await done('suspects.suspect', suspect, 'note', {
    case: id,
    roles: ['recruiting'],
    said: [{ what: 'name', text: 'Canarytwo' }],
    known: 'Seen.',
  });
  const other = uuidv7();
  const colleague = olle.as('case-worker', { name: 'colleague' });
  const about = { person: null, source: 'call', riskLevel: 'high', ward: '3', born: null, name: 'Canarytri Elsewhere', concern: 'Seen.' };
  await done('cases.case', other, 'open', { ...about, worker: colleague.actor.id, actions: [] }, colleague);
  await done('suspects.suspect', suspect, 'connect', { case: other, roles: ['recruiting'], basis: 'Their friend.' }, boss);
  await done('suspects.suspect', suspect, 'disconnect', { case: other, because: 'The friend took it back.' }, boss);
  const told = async (who: Persona) => (await who.history('suspects.suspect', suspect)).map(({ event, prose }) => [event, ...prose]);
  assert.deepEqual((await told(boss))[0], ['suspect-disconnected', 'The friend took it back.']);
  assert.deepEqual((await told(worker))[0], ['suspect-disconnected']);
});

test('what was written in a case reaches nobody else by history, print or export', async () => {
  const secret = 'Canarynarrative of the uncle';
  await done('cases.case', id, 'note', { text: secret });
  await done('cases.case', id, 'change-risk', { riskLevel: 'high', because: secret });
  const organisation = uuidv7();
  await addOrganisation(organisation);
  const exported = uuidv7();
  // The queue goes by the machine's clock: an export is kept for a day from now.
  olle.now = new Date();
  for (const role of offeredRoles.filter((one) => one !== 'case-worker' && one !== 'supervisor')) {
    const who = olle.as(role, role === 'partner' ? { organisation } : {});
    const answers = [
      await who.get(`/api/cases/case/${id}/history`),
      await who.post(`/api/papers/case/${id}/print`, { language: 'en', sections: ['history', 'notes'] }),
    ];
    for (const { status, body } of answers) {
      assert.ok([403, 404].includes(status), `${role}: ${status}`);
      assert.ok(!JSON.stringify(body).includes(secret), role);
    }
    const input = { format: 'csv', criteria: {}, forWhom: 'office', because: 'An audit.' };
    const asked = await who.command('papers.export', exported, 'ask', input);
    assert.equal(asked.status, role === 'data-protection-officer' ? 200 : 403, role);
  }
  // A data-protection officer may take a table of all cases: names stand in it, and nothing that was written.
  const officer = olle.as('data-protection-officer');
  await olle.runJobs();
  const { body: file } = await officer.post<string>(`/api/papers/export/${exported}/file`, { plain: 'I download it unencrypted' });
  assert.ok(String(file).includes('Canarywan Ownfolk'));
  assert.ok(!String(file).includes(secret));
});

test('a partner reads what happened to their organisation, and not why the office decided it', async () => {
  const organisation = uuidv7();
  const because = 'Canarynarrative of a broken promise';
  await addOrganisation(organisation);
  await done(
    'partners.organisation',
    organisation,
    'make-agreement',
    {
      ...{ agreement: uuidv7(), title: 'Shelter', from: '2026-11-01', shares: [] },
    },
    olle.as('supervisor'),
  );
  await done('partners.organisation', organisation, 'close', { reason: 'other', because }, olle.as('supervisor'));
  const read = async (who: Persona) => await who.history('partners.organisation', organisation);
  assert.deepEqual((await read(olle.as('supervisor')))[0]!.prose, [because]);
  const ofPartner = await read(olle.as('partner', { organisation, name: 'of the closed' }));
  assert.ok(ofPartner.length >= 3);
  assert.ok(!JSON.stringify(ofPartner).includes(because));
});
