import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { done, openCase, type Persona, testOffice, todayOf } from '../../../../app/testing.ts';
import { linesOf } from './todayRoute.ts';

const olle = testOffice();
const mina = olle.as('case-worker', { name: 'mina' });
const ravi = olle.as('case-worker', { name: 'ravi' });
const boss = olle.as('supervisor', { name: 'boss' });

test('ten lines in all, filled from the most urgent band; each band shows two at least', () => {
  assert.deepEqual(linesOf([1, 3, 4]), [1, 3, 4]);
  assert.deepEqual(linesOf([2, 20, 9]), [2, 8, 2]);
  assert.deepEqual(linesOf([30, 20, 0]), [10, 2, 0]);
});

test('a busy worker’s Today shows the first lines of each band, and the rest of one where it is asked for', async () => {
  for (let i = 0; i < 14; i++) {
    const actions = ['2026-11-23', '2026-11-25', '2026-11-28'].map((due) => ({ what: `Call ${due}`, who: mina.actor.id, due }));
    await openCase(mina, { name: `Child ${i}`, actions });
  }
  const now = olle.now;
  olle.now = new Date('2026-11-25T03:00:00Z');
  const { bands, lines } = await todayOf(mina);
  olle.now = now;
  const [, today, week] = bands;
  assert.deepEqual([today!.lines.length, week!.lines.length], [10, 2]);
  assert.ok(today!.total >= 12 && week!.total >= 6);
  assert.equal(lines.filter(({ band }) => band === 'today').length, today!.total);
  const dues = lines.filter(({ band, late }) => band === 'today' && late).map(({ due }) => due);
  assert.deepEqual(dues, [...dues].sort(), 'the oldest first');
  const noted = await olle.tx((tx) =>
    tx.query<{ n: number }>("select cardinality(ids)::int as n from read_log where why = 'what waits today' and actor = $1", [
      mina.actor.id,
    ]),
  );
  assert.ok(noted.rows.length > 0 && noted.rows.some(({ n }) => n < 14), 'only who was shown is noted as shown');
});

test('an emergency opening and an approval stand first on a supervisor’s Today, named by child and by who asked', async () => {
  const file = await openCase(mina, { name: 'Gita Rai' });
  await done(ravi.command('cases.case', file, 'take-emergency-access', { access: uuidv7(), because: 'The hospital called.' }));
  await done(mina.command('cases.case', file, 'ask-approval', { approval: uuidv7(), subject: 'closure', reason: 'moved' }));
  const of = async (who: Persona) => (await todayOf(who)).lines.filter(({ id, band }) => id.startsWith(file) && band === 'now');
  const lines = await of(boss);
  assert.deepEqual(lines.map(({ kind, who }) => [kind, who]), [['emergency-access-review', 'Gita Rai'], ['approval', 'Gita Rai']]); // biome-ignore format: a table
  assert.match(lines[0]!.what, /^Emergency access by Made-up case-worker: “The hospital called\.”$/);
  assert.match(lines[1]!.what, /^Closing the case: approval requested by Made-up case-worker$/);
  assert.deepEqual(await of(mina), []);
  // The data-protection officer learns who opened a case, not of whom.
  const officer = await todayOf(olle.as('data-protection-officer'));
  const opened = officer.lines.filter(({ kind }) => kind === 'emergency-access');
  assert.deepEqual([opened.length, opened[0]!.to, JSON.stringify(officer).includes('Gita')], [1, '/cases/emergency-access', false]);
});

test('the words are those of the reader’s language, with its plurals', async () => {
  const { body } = await mina.send<{ counts: { n: number; label: string; to: string }[] }>('GET', '/api/office/today', undefined, {
    'accept-language': 'ko',
  });
  assert.match(body.counts.find(({ to }) => to === '/cases')!.label, /사례/);
  const { counts } = await todayOf(ravi);
  const { n, label } = counts.find(({ to }) => to === '/cases')!;
  assert.equal(label, n === 1 ? 'open case' : 'open cases');
});

test('each role without cases has its queue: the administrator the first start, the registrar their registers', async () => {
  const admin = olle.as('administrator');
  const first = async () =>
    (await todayOf(admin)).lines.flatMap(({ id, kind }) => (kind === 'first-start' && !id.endsWith('.users') ? [id] : []));
  assert.deepEqual(await first(), ['key-file', 'wards', 'second-factor', 'register', 'areas'].map((step) => `first-start.${step}`)); // biome-ignore format: one line
  const { id } = await done(admin.get<{ id: string; steps: { step: string; done: boolean }[] }>('/api/accounts/first-start'));
  await done(admin.command('accounts.first-start', id, 'confirm', { step: 'key-file' }));
  await done(admin.command('accounts.first-start', id, 'confirm', { step: 'key-file' }));
  assert.ok(!(await first()).includes('first-start.key-file'));
  assert.deepEqual((await todayOf(olle.as('registrar'))).lines.map(({ kind, to }) => [kind, to]), [['import', '/registers/import']]); // biome-ignore format: one line
  const monitor = await todayOf(olle.as('monitoring-officer'));
  assert.deepEqual(monitor.lines.map(({ kind }) => kind), ['rules']); // biome-ignore format: one line
  assert.ok(monitor.counts.length > 0 && monitor.counts.every(({ to }) => to === '/risks/counts'));
});

test('who is told by mail at an address that refuses letters sees it on Today, until they change it; nobody else does', async () => {
  const worker = olle.as('case-worker', { name: 'mailed' });
  const other = olle.as('case-worker', { name: 'not-mailed' });
  const kindsOf = async (who: typeof worker) => {
    const { body } = await who.get<{ bands: { lines: { kind: string; to: string }[] }[] }>('/api/office/today');
    return body.bands.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'mail-refused').map(({ to }) => to));
  };
  assert.deepEqual(await kindsOf(worker), []);
  await olle.owner.query('insert into notice_mail (city, user_id, refused_at) values (1, $1, now())', [worker.actor.id]);
  assert.deepEqual([await kindsOf(worker), await kindsOf(other)], [['/office/notices'], []]);
  assert.equal((await worker.post('/api/office/notices/mailbox/forget', {})).status, 204);
  assert.deepEqual(await kindsOf(worker), []);
});
