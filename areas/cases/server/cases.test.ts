import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { done, type Persona, refused, testOffice, todayOf } from '../../../app/testing.ts';
import { systemActor } from '../../../platform/ledger/ledger.ts';
import { closeCase } from './testing.ts';

const maya = uuidv7();

const olle = testOffice();
const worker = olle.as('case-worker');
const colleague = olle.as('case-worker', { name: 'colleague' });
const boss = olle.as('supervisor');
olle.before(async () => {
  await person(maya, 'Maya Rai', 'माया राई');
});

/** A person with one row, or with none any more where no name is given. */
async function person(id: string, ...names: string[]): Promise<void> {
  const card = {
    names: ['Maya Rai', 'माया राई'],
    birthDate: '2014-05-09',
    mother: null,
    father: null,
    phones: [],
    numbers: [],
    address: null,
  };
  const input = {
    members: names.length > 0 ? [{ entry: uuidv7(), register: 'birth', weight: 0, fields: [] }] : [],
    sex: 'female',
    ward: '3',
    birthYear: 2014,
    household: null,
    card,
  };
  await olle.services.ledger.executeAll(systemActor(1), [{ kind: 'people.person', id, name: 'settle', input }]);
}

const about = {
  person: null as string | null,
  source: 'call',
  ward: '3',
  born: { first: '2014-01-01', last: '2014-12-31' },
  name: 'Maya Rai',
};
const opening = (more: object = {}) => ({
  ...about,
  riskLevel: 'high',
  concern: 'Offered work abroad.',
  worker: worker.actor.id,
  actions: [],
  ...more,
});
const raising = (more: object = {}) => ({ ...about, what: 'Somebody offered her work abroad.', ...more });
type Rows = {
  rows: { id: string; name: string | null; readable?: boolean; why?: string; kind?: string; worker: string | null; overdue?: number }[];
  total: number;
};
test('a concern is raised, linked to a person, found as a duplicate, taken up as a case, and tells the case what it said', async () => {
  const concern = uuidv7();
  await done(worker.command('cases.concern', concern, 'raise', raising()));
  await done(worker.command('cases.concern', concern, 'link', { person: maya }));
  const alike = await boss.post<Rows>('/api/cases/duplicates', { person: maya, name: 'माया राई' });
  assert.deepEqual(alike.body.rows.map(({ id, kind, why, readable }) => [id, kind, why, readable]), [[concern, 'concern', 'person', true]]); // biome-ignore format: a table

  const file = uuidv7();
  const commandId = uuidv7();
  const open = {
    riskLevel: 'high',
    worker: worker.actor.id,
    actions: [{ what: 'Visit the family', who: worker.actor.id, due: '2026-11-24' }],
  };
  const first = await worker.post(`/api/cases/concern/${concern}/take-up`, { commandId, case: file, open });
  assert.equal(first.status, 200, JSON.stringify(first.body));
  // Sent again after a lost answer, it is done once.
  assert.equal((await worker.post(`/api/cases/concern/${concern}/take-up`, { commandId, case: file, open })).status, 200);
  await refused(
    boss.post(`/api/cases/concern/${concern}/take-up`, { commandId: uuidv7(), case: uuidv7(), open }),
    409,
    'cases.concern-settled',
  );
  const head = (await worker.get<{ name: string; person: string }>(`/api/cases/case/${file}`)).body;
  const { body } = await worker.get<{ concerns: { what: string }[] }>(`/api/cases/case/${file}/overview`);
  assert.deepEqual([head.name, head.person, body.concerns[0]?.what], ['Maya Rai', maya, 'Somebody offered her work abroad.']);

  // A second file for the same person is refused, and a further concern goes into the case that is there.
  const again = await boss.command('cases.case', uuidv7(), 'open', opening({ person: maya }));
  assert.equal(again.body.code, 'cases.person-has-case');
  const second = uuidv7();
  await done(worker.command('cases.concern', second, 'raise', raising({ what: 'Seen at the bus park.' })));
  await done(worker.post(`/api/cases/concern/${second}/take-up`, { commandId: uuidv7(), case: file }));
  const joined = await worker.get<{ concerns: unknown[] }>(`/api/cases/case/${file}/overview`);
  assert.equal(joined.body.concerns.length, 2);
  assert.deepEqual((await worker.history('cases.case', file))[0]?.prose, ['Seen at the bus park.']);
});

test('a concern that cannot be taken up leaves nothing: no case is half opened', async () => {
  const concern = uuidv7();
  await done(worker.command('cases.concern', concern, 'raise', raising({ name: 'Somebody Else' })));
  const file = uuidv7();
  const open = { riskLevel: 'low', worker: worker.actor.id, actions: [{ what: 'x', who: worker.actor.id, due: '2026-11-01' }] };
  await refused(worker.post(`/api/cases/concern/${concern}/take-up`, { commandId: uuidv7(), case: file, open }), 422, 'ledger.day-past');
  assert.equal((await worker.get<{ status: string }>(`/api/cases/concern/${concern}`)).body.status, 'open');
  assert.equal((await worker.get(`/api/cases/case/${file}`)).status, 404);
  await done(worker.command('cases.concern', concern, 'dismiss', { reason: 'outside', because: 'x' }), 403);
  await done(boss.command('cases.concern', concern, 'dismiss', { reason: 'outside', because: 'Lives elsewhere' }));
});

test('a name in another script is the same child; a colleague learns that there is a file, not whose', async () => {
  const name = 'Sita Gurung';
  const file = uuidv7();
  await done(
    boss.command(
      'cases.case',
      file,
      'open',
      opening({ name, born: { first: '2012-01-01', last: '2012-12-31' }, worker: colleague.actor.id }),
    ),
  );
  const found = async (who: Persona, body: object) =>
    (await who.post<Rows>('/api/cases/duplicates', body)).body.rows.map(({ id, name: shown, readable, why }) => [id, shown, readable, why]);
  assert.deepEqual(await found(boss, { name: 'सीता गुरुङ' }), [[file, name, true, 'name']]);
  assert.deepEqual(await found(worker, { name: 'sita gurung', born: { first: '2013-01-01', last: '2013-12-31' } }), [
    [file, null, false, 'name'],
  ]);
  assert.deepEqual(await found(worker, { name, born: { first: '2006-01-01', last: '2006-12-31' } }), [], 'born in other years');
  assert.deepEqual(await found(boss, { name, except: file }), []);
  assert.deepEqual(await found(olle.as('registrar'), { name }), [], 'a registrar opens no case and learns of none');
});

test('the file of a person told apart is no duplicate by its name; that of a person merged into another one is', async () => {
  const [one, other] = [uuidv7(), uuidv7()];
  const name = 'Hari Chaudhary';
  for (const id of [one, other]) await person(id, name);
  const file = uuidv7();
  await done(boss.command('cases.case', file, 'open', opening({ person: one, name })));
  const found = async () => (await boss.post<Rows>('/api/cases/duplicates', { person: other, name })).body.rows.map(({ id }) => id);
  assert.deepEqual(await found(), []);
  await person(one);
  assert.deepEqual(await found(), [file]);
});

test('a case is of a person whom the city knows; who that is may be said later, once', async () => {
  const strange = await boss.command('cases.case', uuidv7(), 'open', opening({ person: uuidv7() }));
  assert.equal(strange.body.code, 'ledger.no-such-record');
  const file = uuidv7();
  await done(boss.command('cases.case', file, 'open', opening({ name: 'A girl at the station' })));
  assert.equal((await boss.command('cases.case', file, 'identify', { person: maya })).body.code, 'cases.person-has-case');
  await done(closeCase(boss, olle.as('supervisor', { name: 'second' }), file, 'opened-in-error'));
});

test('what waits for a worker: what is overdue or due, visits, concerns; a supervisor sees what nobody has', async () => {
  const before = await todayOf(worker);
  const n = ({ counts }: typeof before, to: string) => counts.find((one) => one.to === to)?.n ?? 0;
  const file = uuidv7();
  const mine = { what: 'Call the school', who: worker.actor.id, due: '2026-11-23' };
  const later = { what: 'Write the plan', who: worker.actor.id, due: '2026-12-23' };
  await done(boss.command('cases.case', file, 'open', opening({ name: 'Nobody Has', worker: null, actions: [mine, later] })));
  await done(olle.as('registrar').command('cases.concern', uuidv7(), 'raise', raising({ name: 'Waiting Child' })));

  const body = await todayOf(worker);
  const fresh = body.lines.filter(({ id }) => !before.lines.some((one) => one.id === id));
  assert.deepEqual(fresh.map(({ what, late, who }) => [what, late, who]), [['Call the school', false, 'Nobody Has']]); // biome-ignore format: a table
  assert.deepEqual([n(body, '/cases/concerns'), n(body, '/cases?unassigned=true')], [n(before, '/cases/concerns') + 1, 0]);
  const all = await todayOf(boss);
  assert.equal(n(all, '/cases?unassigned=true'), 1);
  assert.ok(n(all, '/cases') > n(body, '/cases'));

  olle.now = new Date('2026-11-24T03:00:00Z');
  const tomorrow = await todayOf(worker);
  assert.ok(tomorrow.lines.find(({ what }) => what === 'Call the school')?.late);
  const overdue = await boss.post<Rows>('/api/cases/list', { overdue: true });
  assert.ok(overdue.body.rows.some(({ id, overdue: n }) => id === file && n === 1));
  const unassigned = await boss.post<Rows>('/api/cases/list', { unassigned: true });
  assert.deepEqual(unassigned.body.rows.map(({ id }) => id), [file]); // biome-ignore format: a table

  // With the action done he has no more to do in it, and does not see it any more.
  assert.equal((await worker.get(`/api/cases/case/${file}`)).status, 200);
  const { actions } = (await boss.get<{ actions: { id: string }[] }>(`/api/cases/case/${file}/overview`)).body;
  for (const { id } of actions) await done(worker.command('cases.case', file, 'settle-action', { action: id, how: 'done' }));
  assert.equal((await worker.get(`/api/cases/case/${file}`)).status, 404);
  await done(boss.command('cases.case', file, 'reopen-action', { action: actions[0]!.id }));
  const { next } = (await worker.get<{ next: string[] }>(`/api/cases/case/${file}`)).body;
  assert.deepEqual(['settle-action', 'note', 'close', 'assign'].map((name) => next.includes(name)), [true, true, false, false]); // biome-ignore format: one claim
  olle.now = new Date('2026-11-23T03:00:00Z');
});
