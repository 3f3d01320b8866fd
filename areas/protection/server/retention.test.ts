import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { done, openCase, refused, testOffice } from '../../../app/testing.ts';
import { systemActor } from '../../../platform/ledger/ledger.ts';
import { closeCase } from '../../cases/server/testing.ts';

interface Row {
  id: string;
  subject: string;
  isPerson: boolean;
  kind: string;
  reviewOn: string;
  isDue: boolean;
  onHold: boolean;
  erasureAsked: boolean;
}
const olle = testOffice();
const officer = olle.as('data-protection-officer');
const [worker, boss] = [olle.as('case-worker'), olle.as('supervisor')];
const person = uuidv7();
let file: string;
const list = async () => await done(officer.get<{ due: number; rows: Row[] }>('/api/protection/retention'));
const read = async () => await done(officer.get<Row & { next: string[]; keptUntil: string | null }>(`/api/protection/retention/${file}`));

olle.before(async () => {
  const parents = { mother: null, father: null };
  const card = { names: ['Maya Rai'], birthDate: '2005-01-01', ...parents, phones: [], numbers: [], address: null };
  const members = [{ entry: uuidv7(), register: 'household', weight: 0, fields: [] }];
  const input = { members, sex: null, ward: null, birthYear: 2005, household: null, card };
  await olle.services.ledger.executeAll(systemActor(1), [{ kind: 'people.person', id: person, name: 'settle', input }]);
  file = await openCase(worker, { person });
  await closeCase(worker, boss, file, 'unfounded');
  // As if that were long ago.
  await olle.owner.query("update cases_case set closed_on = '2020-01-01', birth_to = '2005-01-01' where id = $1", [file]);
});

test('given a closed case whose time is over, it is on the list of the data-protection officer, without a name; nothing was deleted', async () => {
  const { due, rows } = await list();
  assert.deepEqual([due, rows.map(({ id, isDue, kind }) => [id, isDue, kind])], [1, [[file, true, 'nothing-found']]]);
  assert.ok(!JSON.stringify(rows).includes('Maya'));
  for (const role of ['case-worker', 'supervisor', 'registrar', 'administrator'] as const)
    assert.equal((await olle.as(role).get('/api/protection/retention')).status, 403, role);
});

test('given a hold on the person, the list says so, and the erasure is blocked', async () => {
  const hold = uuidv7();
  await done(officer.command('protection.retention-hold', hold, 'place', { person, because: 'The court has asked for the file.' }));
  assert.equal((await read()).onHold, true);
  const erasure = uuidv7();
  await done(officer.command('protection.erasure', erasure, 'ask', { person, ground: 'not-needed', because: 'The time is over.' }));
  assert.equal((await read()).erasureAsked, true);
  await refused(boss.post(`/api/protection/erasure/${erasure}/carry-out`, {}), 409, 'protection.retention-hold');
  await done(officer.command('protection.erasure', erasure, 'withdraw', {}));
  await done(officer.command('protection.retention-hold', hold, 'lift', { because: 'The court has decided.' }));
});

test('given a closed case whose time is not over, then it is not erased as not needed; on another ground it may be', async () => {
  const young = await openCase(worker, { person: null });
  await closeCase(worker, boss, young, 'moved');
  const asking = async (ground: string) => {
    const erasure = uuidv7();
    await done(officer.command('protection.erasure', erasure, 'ask', { person: young, ground, because: 'They ask for it.' }));
    return () => boss.post(`/api/protection/erasure/${erasure}/carry-out`, {});
  };
  const [notNeeded, objected] = [await asking('not-needed'), await asking('objection')];
  await refused(notNeeded(), 409, 'protection.time-not-over');
  // Nor on any ground while something in it is not over.
  const feedback = uuidv7();
  const complaint = {
    feedback,
    kind: 'complaint',
    from: 'child',
    about: null,
    on: olle.now.toISOString().slice(0, 10),
    words: 'Nobody came.',
  };
  await done(worker.command('cases.case', young, 'record-feedback', complaint));
  await refused(objected(), 409, 'protection.unsettled');
  await done(boss.command('cases.case', young, 'answer-feedback', { feedback, answer: 'We are sorry.' }));
  await done(objected());
});

test('when the officer keeps the case on a ground until a day, it leaves the list until then, and is not erased; afterwards it goes with the person', async () => {
  const { id, next } = await read();
  assert.deepEqual(next, ['keep']);
  await done(officer.command('protection.retention-review', id, 'keep', { case: file, ground: 'child-asks', until: '2028-01-01' }));
  assert.deepEqual((await list()).rows, []);
  assert.deepEqual([(await read()).keptUntil, (await read()).reviewOn], ['2028-01-01', '2028-01-01']);
  const erasure = uuidv7();
  await done(officer.command('protection.erasure', erasure, 'ask', { person, ground: 'not-needed', because: 'They ask for it.' }));
  await refused(boss.post(`/api/protection/erasure/${erasure}/carry-out`, {}), 409, 'protection.kept');
  const now = olle.now;
  const tomorrow = new Date(now.getTime() + 86_400_000);
  const until = tomorrow.toISOString().slice(0, 10);
  await done(officer.command('protection.retention-review', id, 'keep', { case: file, ground: 'child-asks', until }));
  olle.now = tomorrow;
  await done(boss.post(`/api/protection/erasure/${erasure}/carry-out`, {}));
  olle.now = now;
  const { rows } = await olle.owner.query('select 1 from protection_retention_review');
  assert.deepEqual([rows, (await list()).rows], [[], []]);
});

test('given a closed case whose child is no known person, when its time is over, then it is erased by two people as well', async () => {
  const unknown = await openCase(worker, { person: null });
  await closeCase(worker, boss, unknown, 'unfounded');
  await olle.owner.query("update cases_case set closed_on = '2020-01-01', birth_to = '2005-01-01' where id = $1", [unknown]);
  const { rows } = await list();
  const [row] = rows.filter(({ id }) => id === unknown);
  assert.deepEqual([row?.isPerson, row?.subject], [false, unknown]);
  const held = await done(officer.get<{ isPerson: boolean; held: { goes: { kind: string }[] } }>(`/api/protection/person/${unknown}`));
  assert.deepEqual([held.isPerson, held.held.goes.map(({ kind }) => kind)], [false, ['cases.case']]);
  const hold = uuidv7();
  await done(officer.command('protection.retention-hold', hold, 'place', { person: unknown, because: 'A claim is open.' }));
  const erasure = uuidv7();
  await done(
    officer.command('protection.erasure', erasure, 'ask', { person: unknown, ground: 'not-needed', because: 'The time is over.' }),
  );
  await refused(boss.post(`/api/protection/erasure/${erasure}/carry-out`, {}), 409, 'protection.retention-hold');
  await done(officer.command('protection.retention-hold', hold, 'lift', { because: 'It was settled.' }));
  await done(boss.post(`/api/protection/erasure/${erasure}/carry-out`, {}));
  const left = await olle.owner.query('select 1 from cases_case where id = $1', [unknown]);
  assert.deepEqual([left.rows, (await list()).rows], [[], []]);
  assert.equal((await boss.get(`/api/cases/case/${unknown}`)).status, 404);
  await refused(
    officer.command('protection.erasure', uuidv7(), 'ask', { person: worker.actor.id, ground: 'not-needed', because: 'x' }),
    422,
    'ledger.no-such-record',
  );
});

test('given more closed cases than are ever looked at together, none of them due, then the one that is due stands in the list', async () => {
  const due = await openCase(worker, { person: null });
  await closeCase(worker, boss, due, 'unfounded');
  await olle.owner.query("update cases_case set closed_on = '2021-01-01', birth_to = '2005-01-01' where id = $1", [due]);
  const { rows: columns } = await olle.owner.query<{ name: string }>(
    "select column_name as name from information_schema.columns where table_name = 'cases_case' and column_name not in ('id', 'subject', 'closed_on', 'birth_to') order by 1",
  );
  const names = columns.map(({ name }) => `"${name}"`).join();
  await olle.owner.query(
    `insert into cases_case (id, subject, closed_on, birth_to, ${names})
     select uuidv7(), uuidv7(), '2020-01-01', '2026-01-01', ${names} from cases_case, generate_series(1, 20000) where id = $1`,
    [due],
  );
  assert.deepEqual(
    (await list()).rows.map(({ id }) => id),
    [due],
  );
});
