import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { done, openCase, testOffice } from '../../../app/testing.ts';
import { systemActor } from '../../../platform/ledger/ledger.ts';
import { closeCase } from '../../cases/server/testing.ts';
import { shippedQuestionnaires } from '../domain/index.ts';
import { safeVisit } from '../domain/testing.ts';

const maya = uuidv7();
const words = { who: 'Canaryram Ninefinger', said: 'Canarystory of the kiln' };

const olle = testOffice();
const worker = olle.as('case-worker');
const boss = olle.as('supervisor');
olle.before(async () => {
  const card = { names: ['Maya Rai'], birthDate: '2014-05-09', mother: null, father: null, phones: [], numbers: [], address: null };
  const members = [{ entry: uuidv7(), register: 'birth', weight: 0, fields: [] }];
  const input = { members, sex: 'female', ward: '3', birthYear: 2014, household: null, card };
  await olle.services.ledger.executeAll(systemActor(1), [{ kind: 'people.person', id: maya, name: 'settle', input }]);
});

const screening = {
  'danger-now': 'no',
  'needs-doctor': 'no',
  'safe-tonight': 'yes',
  'self-harm': 'no',
  age: 'under-18',
  'act-moved': 'yes',
  'D4-01': 'yes',
  'D4-02': 'yes',
  who: words.who,
  'child-words': words.said,
};
const how = { on: '2026-11-23', interviewed: ['child'], language: 'ne', interpreter: 'none' };
const screen = (answers: object = screening) => ({ answering: uuidv7(), questionnaire: 'screening', version: 'olle-2', answers, ...how });
const decided = (more: object = {}) => ({
  decision: uuidv7(),
  status: 'actual',
  body: 'police',
  bodyName: 'District police',
  decidedBy: null,
  on: '2026-11-23',
  reviewUntil: null,
  act: ['transportation'],
  means: [],
  exploitation: ['forced-labour'],
  screening: null,
  items: [],
  reasons: 'Found at the kiln.',
  ...more,
});
interface Assessment {
  given: { id: string; now: { outcome: { result: string }; answers: Record<string, string> }; earlier: unknown[] }[];
  drafts: { answers: object }[];
  trafficking: string | null;
}
const assessmentOf = (id: string) => done<Assessment>(worker.get(`/api/cases/case/${id}/assessment`));

/** A case whose child may be interviewed: they live with their family, and their mother and they agree. */
async function openToInterview(more: object = {}): Promise<string> {
  const id = await openCase(worker, more);
  const give = (name: string, input: object) => done(worker.command('cases.case', id, name, input));
  const mother = uuidv7();
  await give('record-situation', { situation: 'with-family' });
  await give('record-carer', { carer: mother, relation: 'mother', livesWithChild: true, name: 'Asha Rai', contact: '' });
  const told = ['purpose', 'use', 'withdrawal', 'retention'];
  const asked = { purpose: 'interview', partner: null, on: '2026-11-23', language: 'ne', interpreter: false, how: 'spoken', told };
  for (const who of [mother, 'child']) await give('record-consent', { consent: uuidv7(), who, answer: 'given', ...asked });
  return id;
}

test('a draft goes on from where it was left; answered, it is read with all that was said, by who may read the case only', async () => {
  const id = await openToInterview();
  const { answering, questionnaire, version, answers, ...rest } = screen();
  const about = { answering, questionnaire, version };
  await done(worker.command('cases.case', id, 'draft-answers', { ...about, answers: { age: 'under-18' } }));
  assert.deepEqual((await assessmentOf(id)).drafts[0]!.answers, { age: 'under-18' });
  await done(worker.command('cases.case', id, 'answer-questionnaire', { ...about, answers, ...rest }));
  const { given, drafts, trafficking } = await assessmentOf(id);
  assert.deepEqual([given[0]!.now.answers['who'], given[0]!.now.outcome.result, drafts.length, trafficking], [words.who, 'presumed', 0, 'presumed']); // biome-ignore format: one thought
  for (const path of ['assessment', 'identification'])
    await done(olle.as('case-worker', { name: 'stranger' }).get(`/api/cases/case/${id}/${path}`), 404);
  const told = (await worker.history('cases.case', id)).map(({ event }) => event);
  assert.equal(told.includes('questionnaire-answered') && !told.includes('answers-drafted'), true, 'a draft is no fact');
});

test('nothing that was answered of persons or of what happened stands in clear in any table', async () => {
  const id = await openToInterview();
  await done(worker.command('cases.case', id, 'answer-questionnaire', screen()));
  const { rows: tables } = await olle.owner.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  for (const { name } of tables) {
    const { rows } = await olle.owner.query<{ n: number }>(
      `select count(*)::int as n from ${name} t where t::text ilike '%canaryram%' or t::text ilike '%canarystory%' or t::text like '%D4-01": "yes%'`,
    );
    assert.equal(rows[0]!.n, 0, name);
  }
});

test('answers that do not fit are refused with the questions as fields', async () => {
  const id = await openToInterview();
  const refused = await done(worker.command('cases.case', id, 'answer-questionnaire', screen({ ...screening, age: 'old' })), 422);
  assert.deepEqual([refused.code, refused.fields], ['forms.answers-faulty', ['/answers/age']]);
});

test('a city takes in a version of its own; answers rest on the version they were given to', async () => {
  const { content } = shippedQuestionnaires.find((one) => one.content.questionnaire === 'visit')!;
  const own = { ...content, version: 'city-1', sections: content.sections.slice(0, 1), domains: [], alarms: [] };
  const body = { commandId: uuidv7(), from: '2026-11-23', because: 'Shorter', content: own };
  await done(worker.post('/api/forms/questionnaires', body), 403);
  const faulty = await done(
    boss.post<{ code: string; fields: string[] }>('/api/forms/questionnaires', {
      ...body,
      commandId: uuidv7(),
      content: { ...own, purpose: 'census' },
    }),
    422,
  );
  assert.deepEqual([faulty.code, faulty.fields], ['forms.questionnaire-faulty', ['/content/purpose']]);
  await done(boss.post('/api/forms/questionnaires', body));
  await done(boss.post('/api/forms/questionnaires', body));
  interface Rows {
    rows: { questionnaire: string; inForce: string; versions: { version: string }[] }[];
  }
  const { rows } = await done<Rows>(worker.get('/api/forms/questionnaires'));
  const visit = rows.find(({ questionnaire }) => questionnaire === 'visit')!;
  assert.deepEqual([visit.inForce, visit.versions.map(({ version }) => version)], ['city-1', ['city-1', 'olle-2']]);
  assert.deepEqual(await done(worker.get('/api/forms/questionnaires/visit/city-1')), { content: own });
  await done(worker.get('/api/forms/questionnaires/visit/nowhere'), 404);

  const id = await openCase(worker);
  const answers = { where: 'home', seen: 'yes', 'seen-alone': 'yes' };
  const unharmed = { 'danger-now': 'no', 'needs-doctor': 'no', 'safe-tonight': 'yes', 'self-harm': 'no', harmed: 'no' };
  for (const version of ['city-1', 'olle-2'])
    await done(
      worker.command('cases.case', id, 'answer-questionnaire', {
        ...screen(version === 'city-1' ? answers : { ...answers, ...unharmed }),
        questionnaire: 'visit',
        version,
      }),
    );
  // Of the city's own no domain is scored: it asks none.
  const scored = (await assessmentOf(id)).given.map(({ now }) => (now.outcome as unknown as { domains: unknown[] }).domains.length);
  assert.deepEqual(scored, [0, 10]);
  const other = olle.as('case-worker', { city: 2 });
  const abroad = await done<Rows>(other.get('/api/forms/questionnaires'));
  assert.equal(abroad.rows.find(({ questionnaire }) => questionnaire === 'visit')!.inForce, 'olle-2', 'another city has its own');
});

test('a child who is identified again is noted, with the case of before', async () => {
  const first = await openToInterview({ person: maya });
  await done(worker.command('cases.case', first, 'answer-questionnaire', screen()));
  interface Identified {
    again: boolean;
    earlierCases: { id: string; readable: boolean }[];
    screenings: { fired: string[] }[];
  }
  const before = await done<Identified>(worker.get(`/api/cases/case/${first}/identification`));
  assert.deepEqual([before.again, before.screenings[0]!.fired], [false, ['act-moved', 'D4-01', 'D4-02']]);
  // Suspected and never decided: closed for another reason.
  await done(closeCase(worker, boss, first, 'moved'));
  const second = await openCase(worker, { person: maya });
  await done(worker.command('cases.case', second, 'record-identification', decided()));
  const after = await done<Identified>(worker.get(`/api/cases/case/${second}/identification`));
  assert.deepEqual([after.again, after.earlierCases.map(({ id, readable }) => [id, readable])], [true, [[first, true]]]);
});

test('a child who turns out to be a known person only later is noted all the same', async () => {
  const third = await openCase(worker);
  await done(worker.command('cases.case', third, 'record-identification', decided()));
  assert.equal((await done<{ again: boolean }>(worker.get(`/api/cases/case/${third}/identification`))).again, false);
  const { rows } = await olle.owner.query<{ id: string }>(`select id from cases_case where person = $1 and status = 'open'`, [maya]);
  await done(closeCase(worker, boss, rows[0]!.id, 'moved'));
  await done(worker.command('cases.case', third, 'identify', { person: maya }));
  const { again, earlierCases } = await done<{ again: boolean; earlierCases: unknown[] }>(worker.get(`/api/cases/case/${third}/identification`)); // biome-ignore format: one thought
  assert.deepEqual([again, earlierCases.length], [true, 2]);
});

test('amending whether the child was seen at a visit amends the visit, and what rests on it', async () => {
  const id = await openCase(worker);
  await done(worker.command('cases.case', id, 'begin-follow-up', { since: '2026-11-20' }));
  type Visits = { visits: { id: string; outcome: string | null; alone: boolean | null; on: string | null }[] };
  const visits = async () => (await done<Visits>(worker.get(`/api/cases/case/${id}/follow-up`))).visits;
  const answering = (await visits())[0]!.id;
  const answers = {
    ...safeVisit,
    'safety-now': 3,
  };
  await done(
    worker.command('cases.case', id, 'answer-questionnaire', { answering, questionnaire: 'visit', version: 'olle-2', answers, ...how }),
  );
  const visit = async () => (({ outcome, alone, on }) => [outcome, alone, on])((await visits()).find((one) => one.id === answering)!);
  assert.deepEqual(await visit(), ['seen', true, how.on]);
  const seenOn = async () =>
    (await olle.owner.query<{ seen_on: string | null }>('select seen_on::text from cases_case where id = $1', [id])).rows[0]!.seen_on;
  assert.equal(await seenOn(), how.on);
  const amend = {
    answering,
    answers: { where: 'home', seen: 'no', 'not-seen': 'Only the sister was there.' },
    because: 'It was the sister.',
  };
  await done(worker.command('cases.case', id, 'amend-answers', amend));
  assert.deepEqual(await visit(), ['not-found', null, how.on]);
  assert.equal(await seenOn(), null);
  await done(worker.command('cases.case', id, 'amend-answers', { ...amend, answers: { ...answers, 'seen-alone': 'no' } }));
  assert.deepEqual(await visit(), ['seen', false, how.on]);
});
