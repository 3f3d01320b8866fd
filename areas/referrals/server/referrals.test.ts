import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { type Persona, testOffice } from '../../../app/testing.ts';
import { agreementsOverJob } from './agreementsOver.ts';

const ids = { house: uuidv7(), clinic: uuidv7() };
const secret = 'Canaryname Realone';
const start = new Date('2026-11-23T03:00:00Z');

const organisation = (name: string) => ({
  ...{ name, otherNames: [], category: 'shelter', wards: [], leastAge: null, mostAge: null, sex: 'any', languages: [] },
  ...{ hours: [], emergencyHours: [], address: '', phone: '', email: '', services: ['emergency-shelter', 'family-counselling'] },
});
const told = { name: 'Canarytold Name', 'birth-date': '2014', needs: 'Canaryneed: a bed', safety: 'Canarysafety: not her uncle' };

const olle = testOffice({ now: start.toISOString() });
const worker = olle.as('case-worker');
const house = olle.as('partner', { name: 'house', organisation: ids.house });
const clinic = olle.as('partner', { name: 'clinic', organisation: ids.clinic });
olle.before(async () => {
  const keeper = olle.as('administrator');
  const shares = ['name', 'birth-date', 'sex', 'ward', 'language', 'guardian', 'needs', 'safety'];
  for (const [key, id] of Object.entries(ids)) {
    assert.equal((await keeper.command('partners.organisation', id, 'add', organisation(`Made-up ${key}`))).status, 200);
    const paper = { agreement: uuidv7(), title: 'Agreement 1', from: '2026-01-01', shares };
    assert.equal((await keeper.command('partners.organisation', id, 'make-agreement', paper)).status, 200);
  }
});
beforeEach(() => {
  olle.now = start;
});

async function openCase(who = worker): Promise<string> {
  const id = uuidv7();
  const about = {
    person: null,
    ward: '3',
    born: { first: '2014-01-01', last: '2014-12-31' },
    source: 'call',
    riskLevel: 'high',
    worker: who.actor.id,
    actions: [],
  };
  const answer = await who.command('cases.case', id, 'open', { ...about, name: secret, concern: 'Canaryconcern at the bus park.' });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  const carer = uuidv7();
  for (const [name, input] of [
    ['record-carer', { carer, name: 'Canarycarer', relation: 'mother', livesWithChild: true, contact: '' }],
    ...[carer, 'child'].map((asked) => ['record-consent', { ...agreed, consent: uuidv7(), who: asked }] as const),
  ] as const) {
    const done = await who.command('cases.case', id, name, input);
    assert.equal(done.status, 200, JSON.stringify(done.body));
  }
  return id;
}
const agreed = {
  ...{ purpose: 'sharing', partner: 'shelter', answer: 'given', on: '2026-11-23', language: 'ne', interpreter: false, how: 'signed' },
  told: ['purpose', 'use', 'withdrawal', 'retention'],
};
const question = (referral: string, more: object = {}) => ({
  ...{ referral, organisation: ids.house, service: 'emergency-shelter', urgency: 'usual', handover: false },
  ...{ because: 'Canarywhy: no bed at home', told, ...more },
});
async function refer(more: object = {}): Promise<{ id: string; referral: string }> {
  const [id, referral] = [await openCase(), uuidv7()];
  const answer = await worker.command('cases.case', id, 'refer', question(referral, more));
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return { id, referral };
}

interface Seen {
  next: string[];
  status: string;
  open: { told: Record<string, string>; said: { from: string; text: string }[]; delivered: unknown[] } | null;
}
const page = (who: Persona, referral: string) => who.get<Seen>(`/api/referrals/referral/${referral}`);
const list = async (who: Persona, which: string) =>
  (await who.post<{ rows: { id: string; name: string | null; status: string }[] }>('/api/referrals/list', { which })).body.rows;
const act = async (who: Persona, referral: string, name: string, input: object = {}) => {
  const answer = await who.command('referrals.referral', referral, name, input);
  assert.equal(answer.status, 200, `${name}: ${JSON.stringify(answer.body)}`);
};
interface Services {
  referrals: {
    id: string;
    status: string;
    said: { from: string; text: string }[];
    delivered: { on: string; what: string }[];
    outcome: string | null;
  }[];
}
const services = async (id: string) => (await worker.get<Services>(`/api/referrals/case/${id}/services`)).body.referrals;

test('a partner sees what was told to his organisation and works on it; each step reaches the case', async () => {
  const { id, referral } = await refer();
  assert.deepEqual(
    (await list(house, 'sent')).filter((row) => row.id === referral).map(({ name }) => name),
    [told.name],
  );
  const seen = await page(house, referral);
  assert.deepEqual([seen.status, seen.body.status, seen.body.open?.told], [200, 'sent', told]);
  assert.deepEqual(seen.body.next, ['accept', 'decline', 'ask']);

  await act(house, referral, 'ask', { text: 'Does she come alone?' });
  assert.equal((await worker.command('cases.case', id, 'tell-partner', { referral, text: 'With her aunt.' })).status, 200);
  assert.deepEqual(
    (await page(house, referral)).body.open?.said.map(({ from }) => from),
    ['partner', 'office'],
  );
  await act(house, referral, 'accept');
  await act(house, referral, 'report', { on: '2026-11-23', what: 'She slept here.' });
  assert.deepEqual((await services(id))[0]?.delivered, [{ on: '2026-11-23', what: 'She slept here.' }]);
  await act(house, referral, 'complete', { outcome: 'helped' });
  const [done] = await services(id);
  assert.deepEqual([done?.status, done?.outcome, done?.said.length], ['completed', 'helped', 2]);
  assert.deepEqual((await page(house, referral)).body.open, null);
});

test('another partner finds nothing of it, by list or by its id; nor does anybody of the office by the way of partners', async () => {
  const { referral } = await refer();
  assert.ok(!(await list(clinic, 'sent')).some((row) => row.id === referral));
  assert.equal((await page(clinic, referral)).status, 404);
  for (const [name, input] of [['accept', {}], ['decline', { reason: 'other' }], ['ask', { text: 'x' }], ['report', { on: '2026-11-23', what: 'x' }], ['complete', { outcome: 'helped' }]] as const)
    assert.equal((await clinic.command('referrals.referral', referral, name, input)).status, 404, name); // biome-ignore format: a table
  for (const role of ['case-worker', 'supervisor', 'administrator'] as const)
    assert.equal((await page(olle.as(role), referral)).status, 403);
});

test('what a partner may not do is refused, also for the commands of the system', async () => {
  const { id, referral } = await refer();
  for (const [kind, record, name, input] of [
    ['referrals.referral', referral, 'tell', { text: 'x' }],
    ['referrals.referral', referral, 'revoke', {}],
    ['referrals.referral', referral, 'lose-partner', {}],
    ['cases.case', id, 'hear-answer', { referral, how: 'accepted' }],
    ['cases.case', id, 'note', { text: 'x' }],
    ['cases.case', id, 'refer', question(uuidv7())],
  ] as const)
    assert.equal((await house.command(kind, record, name, input)).status, 403, name);
  const forged = await worker.command('cases.case', id, 'hear-answer', { referral, how: 'accepted' });
  assert.equal(forged.status, 403);
});

test('taken back, declined or past its last day, the partner knows that it ended and sees nothing of the child', async () => {
  const [taken, declined, late] = [await refer(), await refer(), await refer({ until: '2026-11-30' })];
  assert.equal((await worker.command('cases.case', taken.id, 'revoke-referral', { referral: taken.referral, because: 'x' })).status, 200);
  await act(house, declined.referral, 'decline', { reason: 'no-place', because: 'All beds are taken.' });
  olle.now = new Date('2026-12-01T03:00:00Z');
  const ended = await list(house, 'ended');
  for (const [{ referral }, status] of [[taken, 'revoked'], [declined, 'declined'], [late, 'over']] as const) {
    const seen = await page(house, referral);
    assert.deepEqual([seen.status, seen.body.status, seen.body.open], [200, status, null]);
    assert.ok(!JSON.stringify(seen.body).includes('Canary'), JSON.stringify(seen.body));
    const row = ended.find((one) => one.id === referral);
    assert.deepEqual([row?.status, row?.name], [status, null]);
    assert.equal((await house.command('referrals.referral', referral, 'ask', { text: 'x' })).status, 404);
  } // biome-ignore format: a table
  assert.ok(!JSON.stringify(ended).includes('Canary'));
  assert.equal((await services(late.id))[0]?.status, 'over');
});

test('when the city works with a partner no more, his referrals end and the cases are told', async () => {
  const { id, referral } = await refer({ organisation: ids.clinic });
  await act(clinic, referral, 'accept');
  const keeper = olle.as('administrator');
  const closed = await keeper.command('partners.organisation', ids.clinic, 'close', { reason: 'unsafe', because: 'A child was hurt.' });
  assert.equal(closed.status, 200, JSON.stringify(closed.body));
  assert.equal((await services(id))[0]?.status, 'revoked');
  assert.equal((await page(clinic, referral)).body.open, null);
  const again = await worker.command('cases.case', await openCase(), 'refer', question(uuidv7(), { organisation: ids.clinic }));
  assert.deepEqual([again.status, again.body.code], [409, 'partners.closed']);
});

test('when an agreement ends, what runs with the partner ends that day: at once where it is ended, by itself where its last day is over', async () => {
  const keeper = olle.as('administrator');
  const [home, first, second] = [uuidv7(), uuidv7(), uuidv7()];
  const did = async (name: string, input: object) => assert.equal((await keeper.command('partners.organisation', home, name, input)).status, 200); // biome-ignore format: one thought
  await did('add', organisation('Made-up home'));
  const paper = { title: 'Agreement', from: '2026-01-01', shares: Object.keys(told) };
  await did('make-agreement', { ...paper, agreement: first, until: '2026-11-25' });
  await did('make-agreement', { ...paper, agreement: second });
  const [ended, lapsed] = [await refer({ organisation: home }), await refer({ organisation: home })];
  const house = olle.as('partner', { name: 'home', organisation: home });
  await act(house, ended.referral, 'accept');
  await did('end-agreement', { agreement: second, because: 'Not kept.' });
  // The other agreement holds still.
  await olle.runJobs();
  assert.deepEqual([(await services(ended.id))[0]?.status, (await services(lapsed.id))[0]?.status], ['accepted', 'sent']);
  const look = async (day: string) => {
    olle.now = new Date(`${day}T03:00:00Z`);
    await agreementsOverJob.run({ city: 1 }, olle.services, () => ({ report: async () => undefined }));
  };
  await look('2026-11-25');
  assert.equal((await services(lapsed.id))[0]?.status, 'sent');
  const waits = async () =>
    (
      await olle.owner.query<{ run_at: Date }>(
        "select run_at from graphile_worker.jobs where task_identifier = 'referrals.agreements-over'",
      )
    ).rows;
  assert.deepEqual(
    (await waits()).map(({ run_at }) => run_at.toISOString().slice(0, 13)),
    ['2026-11-25T20'],
  );
  await look('2026-11-26');
  await look('2026-11-26');
  assert.deepEqual([(await services(ended.id))[0]?.status, (await services(lapsed.id))[0]?.status], ['revoked', 'revoked']);
  assert.equal((await page(house, lapsed.referral)).body.open, null);
  const { rows } = await olle.owner.query<{ due: string; who: string }>("select due::text, who from cases_task where case_id = $1 and kind = 'partner-lost'", [lapsed.id]); // biome-ignore format: a query
  assert.deepEqual(rows, [{ due: '2026-11-29', who: worker.actor.id }]);

  olle.now = start;
  const third = uuidv7();
  await did('make-agreement', { ...paper, agreement: third });
  const last = await refer({ organisation: home });
  await did('end-agreement', { agreement: first, because: 'It was replaced.' });
  assert.equal((await services(last.id))[0]?.status, 'sent');
  await did('end-agreement', { agreement: third, because: 'Not kept.' });
  assert.equal((await services(last.id))[0]?.status, 'revoked');
});

test('when consent is withdrawn, the partner sees nothing from that moment; longer is seen only on consent that holds', async () => {
  const { id, referral } = await refer({ until: '2026-11-30' });
  assert.equal((await worker.command('cases.case', id, 'extend-referral', { referral, until: '2026-12-15' })).status, 200);
  olle.now = new Date('2026-12-10T03:00:00Z');
  assert.ok((await page(house, referral)).body.open);
  type Ledger = { state: { consents: { ledger: { id: string; who: string }[] } } };
  const found = (await olle.tx((tx) => olle.services.ledger.find(tx, 1, 'cases.case', id))) as Ledger | undefined;
  const [consent] = found!.state.consents.ledger;
  const withdrawn = { consent: consent!.id, who: consent!.who, on: '2026-12-10' };
  assert.equal((await worker.command('cases.case', id, 'withdraw-consent', withdrawn)).status, 200);
  assert.deepEqual([(await page(house, referral)).body.open, (await services(id))[0]?.status], [null, 'revoked']);
  const again = await worker.command('cases.case', id, 'refer', question(uuidv7()));
  assert.deepEqual([again.status, again.body.code], [409, 'cases.sharing-over']);
});

test('what was told stands nowhere in clear, and each look is recorded', async () => {
  const { referral } = await refer();
  await page(house, referral);
  const { rows } = await olle.owner.query<{ all: string }>(
    `select coalesce(string_agg(e::text, ''), '') || (select string_agg(r::text, '') from referrals_referral r) ||
       (select string_agg(r::text, '') from record r) as all from event e`,
  );
  for (const needle of ['Canarytold', 'Canaryneed', 'Canarysafety', 'Canarywhy', secret]) assert.ok(!rows[0]!.all.includes(needle), needle);
  const read = await olle.owner.query('select 1 from read_log where actor = $1 and kind = $2 and ids @> array[$3::uuid]', [
    house.actor.id,
    'referrals.referral',
    referral,
  ]);
  assert.ok(read.rows.length > 0);
});

test('sent twice with one command id, a child is referred once', async () => {
  const id = await openCase();
  const [input, commandId] = [question(uuidv7()), uuidv7()];
  const first = await worker.command('cases.case', id, 'refer', input, { commandId });
  const again = await worker.command('cases.case', id, 'refer', input, { commandId });
  assert.deepEqual([first.status, again.status, again.body.repeated, (await services(id)).length], [200, 200, true, 1]);
});

test('a case moves to a colleague when he takes it, and not before', async () => {
  const id = await openCase();
  const colleague = olle.as('case-worker', { name: 'dipa' });
  const dipa = colleague.actor.id;
  const transfer = uuidv7();
  assert.equal((await colleague.get(`/api/cases/case/${id}`)).status, 404);
  const registrar = { transfer: uuidv7(), to: olle.as('registrar').actor.id, because: 'x' };
  await olle.as('registrar').get('/api/session');
  assert.equal((await worker.command('cases.case', id, 'offer-transfer', registrar)).body.code, 'accounts.not-a-worker');
  assert.equal((await worker.command('cases.case', id, 'offer-transfer', { transfer, to: dipa, because: 'She moved.' })).status, 200);
  assert.equal((await colleague.get<{ worker: string }>(`/api/cases/case/${id}`)).body.worker, worker.actor.id);
  const answer = { transfer, how: 'accepted', because: 'I know her.' };
  assert.equal((await worker.command('cases.case', id, 'answer-transfer', answer)).body.code, 'cases.transfer-to-another');
  assert.equal((await colleague.command('cases.case', id, 'answer-transfer', answer)).status, 200);
  assert.equal((await colleague.get<{ worker: string }>(`/api/cases/case/${id}`)).body.worker, dipa);
  assert.equal((await worker.get(`/api/cases/case/${id}`)).status, 404);
});

test('many cases are assigned or referred in one go, each with what came of it', async () => {
  const supervisor = olle.as('supervisor');
  const mine = [await openCase(), await openCase()];
  const row = (id: string, input: object) => ({ id, commandId: uuidv7(), input });
  type Outcomes = { rows: { id: string; done: boolean; code?: string }[] };
  const given = await supervisor.post<Outcomes>('/api/cases/list/many', {
    command: 'assign',
    rows: [...mine, uuidv7()].map((id) => row(id, { worker: null })),
  });
  assert.equal(given.status, 200, JSON.stringify(given.body));
  assert.deepEqual(
    given.body.rows.map(({ done, code }) => code ?? done),
    [true, true, 'ledger.not-found'],
  );
  const others = await openCase(olle.as('case-worker', { name: 'other' }));
  const [own, busy] = [await openCase(), await openCase()];
  await worker.command('cases.case', busy, 'refer', question(uuidv7()));
  const referred = await worker.post<Outcomes>('/api/cases/list/many', {
    command: 'refer',
    rows: [own, busy, others].map((id) => row(id, question(uuidv7()))),
  });
  assert.deepEqual(
    referred.body.rows.map(({ done, code }) => code ?? done),
    [true, 'cases.referred-already', 'ledger.not-found'],
  );
  assert.equal((await services(own)).length, 1);
  const tooMany = Array.from({ length: 101 }, () => row(uuidv7(), { worker: null }));
  assert.equal((await supervisor.post('/api/cases/list/many', { command: 'assign', rows: tooMany })).status, 400);
  assert.equal((await worker.post('/api/cases/list/many', { command: 'assign', rows: [row(own, { worker: null })] })).status, 403);
});

test('where a city does without referrals nobody is referred or seen longer; what runs is still taken back', async () => {
  const { id, referral } = await refer();
  const keeper = olle.as('administrator');
  const { body: areas } = await keeper.get<{ id: string }>('/api/accounts/switches');
  const off = { area: 'referrals', on: false, from: '2026-11-24' };
  assert.equal((await keeper.command('accounts.switches', areas.id, 'switch', off)).status, 200);
  const another = question(uuidv7(), { service: 'family-counselling' });
  const isOffered = async () => (await worker.get<{ next: string[] }>(`/api/cases/case/${id}`)).body.next.includes('refer');
  assert.ok(await isOffered());
  olle.now = new Date('2026-11-24T03:00:00Z');
  assert.ok(!(await isOffered()), 'nor is it offered');
  for (const [name, input] of [
    ['refer', another],
    ['extend-referral', { referral, until: '2026-12-24' }],
  ] as const) {
    const answer = await worker.command('cases.case', id, name, input);
    assert.deepEqual([answer.status, answer.body.code], [404, 'ledger.area-off'], name);
  }
  assert.equal((await worker.command('cases.case', id, 'revoke-referral', { referral, because: 'The city does it itself.' })).status, 200);
  assert.equal((await keeper.command('accounts.switches', areas.id, 'switch', { ...off, on: true })).status, 200);
  assert.ok(await isOffered());
  assert.equal((await worker.command('cases.case', id, 'refer', another)).status, 200);
});
