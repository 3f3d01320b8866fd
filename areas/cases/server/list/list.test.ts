import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { type Persona, testOffice } from '../../../../app/testing.ts';
import { addDays, bornOn } from '../../../../platform/decider/index.ts';
import { systemActor } from '../../../../platform/ledger/ledger.ts';
import { closeCase } from '../testing.ts';

const many = 1500;
const today = '2026-11-18';
const consentTold = ['purpose', 'use', 'withdrawal', 'retention'];

/** A case as the test knows it. */
interface Known {
  readonly id: string;
  readonly name: string;
  worker: string | null;
  riskLevel: string;
  readonly ward: string;
  readonly source: string;
  readonly birthYear: number;
  readonly openedOn: string;
  readonly due: string;
  readonly consent: boolean;
  readonly helper: string | null;
  status: 'open' | 'closed';
}
const known: Known[] = [];

const olle = testOffice();
const worker = olle.as('case-worker');
const colleague = olle.as('case-worker', { name: 'colleague' });
const boss = olle.as('supervisor');
olle.before(async () => {
  const whose = [worker.actor.id, colleague.actor.id, null];
  const given = ['Maya', 'Sita', 'Hari', 'Gita', 'Ram'];
  const family = ['Rai', 'Gurung', 'Chaudhary'];
  for (let from = 0; from < many; from += 500) {
    olle.now = new Date(`2026-11-${String(10 + from / 500).padStart(2, '0')}T03:00:00Z`);
    const openedOn = olle.now.toISOString().slice(0, 10);
    const requests = Array.from({ length: 500 }, (_, i) => {
      const n = from + i;
      const one: Known = {
        id: uuidv7(),
        name: `${given[n % 5]} ${family[n % 3]}`,
        worker: whose[n % 3]!,
        riskLevel: ['high', 'medium', 'low'][(n % 7) % 3]!,
        ward: String(1 + (n % 4)),
        source: ['call', 'police', 'visit'][(n % 11) % 3]!,
        birthYear: 2010 + (n % 11),
        openedOn,
        due: `2026-11-${String(14 + (n % 16)).padStart(2, '0')}`,
        consent: n % 17 === 0,
        helper: n % 19 === 0 ? worker.actor.id : null,
        status: n % 23 === 0 ? 'closed' : 'open',
      };
      known.push(one);
      const { id, name, riskLevel, ward, source, birthYear, due } = one;
      const born = bornOn(String(birthYear));
      const who = one.helper ?? one.worker ?? boss.actor.id;
      const actions = [{ what: 'Visit the family', who, due }];
      const command = (command: string, input: object) => ({ kind: 'cases.case', id, name: command, input });
      const carer = uuidv7();
      const said = { purpose: 'case-work', partner: null, answer: 'given', on: openedOn, language: 'ne', interpreter: false };
      return [
        command('open', { person: null, source, riskLevel, ward, born, worker: one.worker, name, concern: 'x', actions }),
        ...(one.consent
          ? [
              command('record-carer', { carer, name: 'A mother', relation: 'mother', livesWithChild: true, contact: '' }),
              ...['child', carer].map((who) =>
                command('record-consent', { consent: uuidv7(), who, ...said, how: 'spoken', told: consentTold }),
              ),
            ]
          : []),
        // The child's own word alone is no consent.
        ...(n % 17 === 1
          ? [command('record-consent', { consent: uuidv7(), who: 'child', ...said, how: 'spoken', told: consentTold })]
          : []),
      ];
    }).flat();
    await olle.services.ledger.executeAll(systemActor(1), requests);
  }
  olle.now = new Date(`${today}T03:00:00Z`);
  for (const one of known.filter(({ status }) => status === 'closed')) {
    const { actions } = (await boss.get<{ actions: { id: string }[] }>(`/api/cases/case/${one.id}/overview`)).body;
    for (const { id } of actions) await boss.command('cases.case', one.id, 'settle-action', { action: id, how: 'done' });
    const closed = await closeCase(boss, olle.as('supervisor', { name: 'second' }), one.id, 'moved');
    assert.equal(closed.status, 200, JSON.stringify(closed.body));
  }
  // As the database keeps its own statistics by and by.
  await olle.owner.query('analyze');
});

type Page = { rows: Row[]; next: unknown; total: number; beyond: boolean };
interface Row {
  id: string;
  dueOn: string | null;
  openedOn: string;
  closedOn: string | null;
  source: string;
  seenOn: string | null;
  phase: string;
  lives: string | null;
  consentUntil: string | null;
}
/** All pages of a list. */
async function all(who: Persona, body: object) {
  const rows: Page['rows'] = [];
  for (let next: unknown = null; ; ) {
    const answer = await who.post<Page>('/api/cases/list', { ...body, ...(next ? { after: next } : {}) });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    rows.push(...answer.body.rows);
    next = answer.body.next;
    if (!next) return { rows, total: answer.body.total, beyond: answer.body.beyond };
  }
}
const reads = ({ actor }: Persona, one: Known) =>
  actor.roles.includes('supervisor') || one.worker === actor.id || (one.helper === actor.id && one.status === 'open');

const asked: readonly [what: string, body: object, is: (one: Known, who: Persona) => boolean][] = [
  ['open', {}, () => true],
  ['mine', { mine: true }, (one, { actor }) => one.worker === actor.id],
  ['nobody has', { unassigned: true }, (one) => one.worker === null],
  ['risk and ward', { riskLevel: 'high', ward: '2' }, (one) => one.riskLevel === 'high' && one.ward === '2'],
  ['source and years', { source: 'police', bornFrom: 2012, bornTo: 2014 }, (one) => one.source === 'police' && one.birthYear >= 2012 && one.birthYear <= 2014], // biome-ignore format: a table
  ['opened between', { openedFrom: '2026-11-11', openedUntil: '2026-11-12' }, (one) => one.openedOn >= '2026-11-11' && one.openedOn <= '2026-11-12'], // biome-ignore format: a table
  ['with consent', { consent: true }, (one) => one.consent],
  ['without consent', { consent: false, ward: '1' }, (one) => !one.consent && one.ward === '1'],
  ['overdue', { overdue: true, task: 'action' }, (one) => one.due < today || addDays(one.openedOn, 7) < today],
  ['a name in another script', { name: 'माया राई' }, (one) => one.name === 'Maya Rai'],
  ['a part of a name', { name: 'gurung', ward: '3' }, (one) => one.name.endsWith('Gurung') && one.ward === '3'],
  ['how a word of the name begins', { name: 'gur' }, (one) => one.name.endsWith('Gurung')],
  ['a name that no child has', { name: 'Zbigniew' }, () => false],
  ['trafficked', { trafficking: 'identified' }, () => false],
  ['referred', { referral: 'sent' }, () => false],
  ['of an age', { ageFrom: 8, ageTo: 10 }, (one) => one.birthYear >= 2015 && one.birthYear <= 2018],
  ['not seen for a week', { notSeenDays: 7 }, (one) => one.openedOn < addDays(today, -7)],
  ['where nothing was found out yet', { phase: 'screening' }, (one) => one.status === 'open'],
  ['closed as a phase', { phase: 'closed' }, (one) => one.status === 'closed'],
  ['in a shelter', { lives: 'shelter' }, () => false],
  ['something waits', { task: 'action' }, (one) => one.status === 'open'],
  ['of a household', { household: uuidv7() }, () => false],
];

test('the list is what a filter in memory gives, for whoever may read, page after page, each case once', async () => {
  for (const who of [worker, boss])
    for (const status of ['open', 'closed'] as const)
      for (const [what, body, is] of asked) {
        // In a closed case nothing waits.
        if (status === 'closed' && what === 'overdue') continue;
        const expected = known.filter((one) => one.status === status && reads(who, one) && is(one, who)).map(({ id }) => id);
        const { rows, total, beyond } = await all(who, { ...body, status });
        assert.deepEqual(rows.map(({ id }) => id).sort(), expected.sort(), `${what}, ${status}, ${who.actor.roles}`);
        assert.deepEqual({ total, beyond }, { total: Math.min(expected.length, 1000), beyond: expected.length > 1000 }, what);
      }
  for (const role of ['registrar', 'administrator', 'monitoring-officer'] as const)
    assert.equal((await olle.as(role).post('/api/cases/list', {})).status, 403, role);
});

test('what is due first stands at the top, or what was opened last', async () => {
  const due = (await all(boss, { ward: '1' })).rows.map(({ dueOn }) => dueOn ?? '9999');
  assert.deepEqual(due, [...due].sort());
  const opened = (await all(boss, { ward: '1', order: 'opened' })).rows.map(({ openedOn }) => openedOn);
  assert.deepEqual(opened, [...opened].sort().reverse());
});

test('a row says what its columns may show', async () => {
  const one = known.find(({ consent, status }) => consent && status === 'open')!;
  const { id } = one;
  const name = `Rowan ${one.name}`;
  const child = uuidv7();
  const about = {
    person: null,
    source: 'call',
    riskLevel: 'low',
    ward: '9',
    born: { first: '2015-01-01', last: '2015-12-31' },
    worker: boss.actor.id,
    name,
    concern: 'x',
    actions: [],
  };
  const did = async (name: string, input: object) => {
    const { status, body } = await boss.command('cases.case', child, name, input);
    assert.equal(status, 200, JSON.stringify(body));
  };
  await did('open', about);
  const row = async (of: string, body: object) => (await all(boss, body)).rows.find((found) => found.id === of)!;
  const told = (found: Row) => [found.phase, found.lives, found.seenOn, found.closedOn, found.source];
  assert.deepEqual(told(await row(child, { ward: '9' })), ['screening', null, null, null, 'call']);
  await did('begin-follow-up', { since: '2026-11-10' });
  assert.deepEqual(told(await row(child, { phase: 'follow-up' })), ['follow-up', null, null, null, 'call']);
  assert.ok((await row(id, { consent: true })).consentUntil! > today);
});

test('beside a filter stands how many each of its values would show to whoever asks', async () => {
  for (const who of [worker, boss]) {
    const { counts } = (await who.post<{ counts: Record<string, Record<string, number>> }>('/api/cases/list/counts', { ward: '2', riskLevel: 'high', all: true })).body; // biome-ignore format: one thought
    const open = known.filter((one) => one.status === 'open' && reads(who, one));
    for (const level of ['high', 'medium', 'low'])
      assert.equal(counts['riskLevel']![level] ?? 0, open.filter((one) => one.ward === '2' && one.riskLevel === level).length, level);
    for (const ward of ['1', '2', '3', '4'])
      assert.equal(counts['ward']![ward] ?? 0, open.filter((one) => one.riskLevel === 'high' && one.ward === ward).length, ward);
  }
  assert.equal((await olle.as('registrar').post('/api/cases/list/counts', {})).status, 403);
});

test('many cases are noted or set to another level at once; each tells what came of it, and sent again it is done once', async () => {
  const mine = known.find((one) => one.worker === worker.actor.id && one.status === 'open' && one.riskLevel === 'low')!;
  const closed = known.find((one) => one.worker === worker.actor.id && one.status === 'closed')!;
  const others = known.find((one) => one.worker === colleague.actor.id && one.status === 'open' && !one.helper)!;
  type Answer = { rows: { id: string; done: boolean; code?: string }[] };
  const rows = [mine, closed, others].map(({ id }) => ({ id, commandId: uuidv7(), input: { riskLevel: 'high', because: 'A recruiter is in the ward.' } })); // biome-ignore format: one thought
  for (const _ of ['once', 'again']) {
    const { body } = await worker.post<Answer>('/api/cases/list/many', { command: 'change-risk', rows });
    assert.deepEqual(body.rows.map(({ done, code }) => code ?? done), [true, 'cases.closed', 'ledger.not-found']); // biome-ignore format: a table
  }
  assert.equal((await worker.get<{ riskLevel: string }>(`/api/cases/case/${mine.id}`)).body.riskLevel, 'high');
  const notes = [mine, closed].map(({ id }) => ({ id, commandId: uuidv7(), input: { text: 'The bus park is watched now.' } }));
  for (const _ of ['once', 'again']) await worker.post('/api/cases/list/many', { command: 'note', rows: notes });
  const told = await worker.history('cases.case', mine.id);
  assert.equal(told.filter(({ event }) => event === 'noted').length, 1);
  const tooMany = Array.from({ length: 101 }, () => ({ id: uuidv7(), commandId: uuidv7(), input: { text: 'x' } }));
  assert.equal((await worker.post('/api/cases/list/many', { command: 'note', rows: tooMany })).status, 400);
});
