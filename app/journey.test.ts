import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { assessing as assessmentOf, safeVisit } from '../areas/forms/domain/testing.ts';
import { registrarOf } from '../areas/registers/server/testing.ts';
import { addDays } from '../platform/decider/index.ts';
import { routesOf } from '../platform/http/server.ts';
import { rebuild } from '../platform/ledger/rebuild.ts';
import { areas } from './areas.ts';
import { ledgerParts } from './compose.ts';
import { sampleOf, seeded } from './sampling.ts';
import { type Persona, testOffice, todayOf } from './testing.ts';

// One child's way through the office, two years long, as those who work on it meet it. Each test goes on where the one before ended.
const start = '2026-11-23';
const day = (n: number) => addDays(start, n);
let [worker, boss, registrar, monitor, officer, keeper, partner]: Persona[] = [];
const file = uuidv7();
const concern = uuidv7();
const house = uuidv7();
const [aunt, father] = [uuidv7(), uuidv7()];
/** What nobody may see who has no work on the child. */
const secret = 'Canarymaya';
let today = 0;
let maya = '';

/** It is that many days after the beginning; what was queued is done. */
async function on(n: number): Promise<void> {
  today = n;
  olle.now = new Date(`${day(n)}T03:00:00Z`);
  await olle.runJobs();
}
type Refusal = { code?: string };
async function tell(kind: string, id: string, name: string, input: object, who: Persona): Promise<void> {
  const { status, body } = await who.command(kind, id, name, input);
  assert.equal(status, 200, `${name}: ${JSON.stringify(body)}`);
}
const done = (name: string, input: object, who = worker!) => tell('cases.case', file, name, input, who);
async function refused(name: string, input: object, code: string, who = worker!): Promise<void> {
  const { status, body } = await who.command('cases.case', file, name, input);
  assert.ok(status >= 400, `${name} was not refused`);
  assert.equal((body as Refusal).code, code, JSON.stringify(body));
}
async function read<T>(path: string, who = worker!): Promise<T> {
  const { status, body } = await who.get<T>(path);
  assert.equal(status, 200, `${path}: ${JSON.stringify(body)}`);
  return body;
}
interface Overview {
  tasks: { kind: string; due: string }[];
  closing: { reason: string; hinders: { code: string }[] }[];
}
const page = <T>(name: string, who = worker!) => read<T>(`/api/cases/case/${file}${name && `/${name}`}`, who);
const kinds = async (who = worker!) => (await page<Overview>('overview', who)).tasks.map(({ kind }) => kind).sort();
const hindered = async () =>
  (await page<Overview>('overview')).closing
    .find(({ reason }) => reason === 'goals-met')!
    .hinders.map(({ code }) => code.replace('cases.', ''))
    .sort();
const waits = async (who: Persona) => {
  const { counts } = await todayOf(who);
  const count = (to: string) => counts.find((one) => one.to === to)?.n ?? 0;
  return { concerns: count('/cases/concerns'), unassigned: count('/cases?unassigned=true') };
};
const due = async (who = worker!) =>
  (await todayOf(who)).lines
    .filter(({ id }) => id.startsWith(file))
    .map(({ kind, late }) => (late ? `${kind}!` : kind))
    .sort();

const olle = testOffice({ now: `${start}T03:00:00Z` });
olle.before(async () => {
  [worker, boss, registrar] = [olle.as('case-worker'), olle.as('supervisor'), olle.as('registrar')];
  [monitor, officer, keeper] = [olle.as('monitoring-officer'), olle.as('data-protection-officer'), olle.as('administrator')];
  partner = olle.as('partner', { name: 'house', organisation: house });
});

test('a register is imported, and its rows become persons', async () => {
  const rows = [
    'id,name,sex,date of birth,ward,mother,father',
    `B1,${secret} Rai,F,2014-05-09,3,Gita Rai,Dil Rai`,
    'B2,Asha Lama,F,2013-02-01,2,Sita Lama,Hari Lama',
  ];
  const { done: imported } = await registrarOf(olle).importFile(rows.join('\n'));
  assert.equal(imported.counts.added, 2);
  await olle.runJobs();
  const { rows: found } = await olle.owner.query<{ id: string }>('select id from people_person where city = 1 and birth_year = 2014');
  maya = found[0]!.id;
});

test('a concern is raised, decided by a supervisor, and becomes a case with a worker', async () => {
  const about = {
    person: maya,
    source: 'call',
    ward: '3',
    born: { first: '2014-01-01', last: '2014-12-31' },
    name: `${secret} Rai`,
    what: 'Seen at the bus park.',
  };
  await tell('cases.concern', concern, 'raise', about, registrar!);
  assert.deepEqual([(await waits(boss!)).concerns, (await waits(worker!)).concerns], [1, 1]);
  assert.equal((await registrar!.get(`/api/cases/concern/${concern}`)).status, 200, 'who raised it reads it');
  const { what, ...known } = about;
  await done('open', { ...known, concern: what, riskLevel: 'high', worker: null, actions: [] }, boss);
  await tell('cases.concern', concern, 'accept', { case: file }, boss!);
  assert.deepEqual([(await waits(boss!)).concerns, (await waits(boss!)).unassigned], [0, 1]);
  assert.equal((await worker!.get(`/api/cases/case/${file}/overview`)).status, 404, 'not yet the case of this worker');
  await done('assign', { worker: worker!.actor.id }, boss);
  assert.equal((await waits(boss!)).unassigned, 0);
  assert.deepEqual(await due(), ['assessment', 'first-action']);
  await on(2);
  assert.deepEqual(await due(), ['assessment', 'first-action!']);
});

const screening = uuidv7();
const safe = { 'danger-now': 'no', 'needs-doctor': 'no', 'safe-tonight': 'yes', 'self-harm': 'no', age: 'under-18' };
const asked = { answering: screening, questionnaire: 'screening', version: 'olle-2' };

test('a child who is alone is not asked what happened until they have a guardian; then the screening presumes a victim', async () => {
  await done('record-situation', { situation: 'unaccompanied' });
  await done('record-carer', { carer: aunt, name: 'Sunita Rai', relation: 'aunt-or-uncle', livesWithChild: false, contact: '' });
  await done('record-carer', { carer: father, name: 'Dil Rai', relation: 'father', livesWithChild: true, contact: '' });
  await done('suspect-carer', { carer: father, because: 'Took money from the recruiter.' });
  assert.ok((await due()).includes('guardian'));
  const facts = { ...safe, 'act-moved': 'yes', 'D4-01': 'yes', 'D4-02': 'yes', 'child-words': 'He took me to the kiln.' };
  const how = { on: day(today), interviewed: ['child'], language: 'ne', interpreter: 'none' };
  await refused('answer-questionnaire', { ...asked, ...how, answers: facts }, 'cases.guardian-first');
  await done('draft-answers', { ...asked, answers: safe, interviewed: ['child'] });
  await refused('name-guardian', { carer: father, since: day(today), basis: 'parent' }, 'cases.guardian-suspect');
  await done('name-guardian', { carer: aunt, since: day(today), basis: 'interim' });
  assert.ok(!(await due()).includes('guardian'));
  await refused('answer-questionnaire', { ...asked, ...how, answers: facts }, 'cases.interview-carer-first');
  for (const who of [aunt, 'child']) await done('record-consent', consenting('interview', who, 'given'));
  await done('answer-questionnaire', { ...asked, ...how, answers: facts });
  const { trafficking, drafts } = await page<{ trafficking: string; drafts: unknown[] }>('assessment');
  assert.deepEqual([trafficking, drafts], ['presumed', []]);
  assert.ok((await hindered()).includes('formal-decision-missing'));
});

test('the formal decision is recorded, and until when it may be reviewed waits', async () => {
  const decision = uuidv7();
  await done('record-identification', {
    ...{ decision, status: 'actual', body: 'police', bodyName: 'District police', decidedBy: null, on: day(today), reviewUntil: day(7) },
    ...{
      act: ['transportation'],
      means: [],
      exploitation: ['forced-labour'],
      screening,
      items: ['act-moved'],
      reasons: 'Found at the kiln.',
    },
  });
  assert.ok((await due()).includes('decision-review'));
  assert.ok(!(await hindered()).includes('formal-decision-missing'));
  await done('leave-standing', { decision, because: 'She and her aunt agree with it.' });
  assert.ok(!(await due()).includes('decision-review'));
});

const consenting = (purpose: string, who: string, answer: string, more: object = {}) => ({
  ...{ consent: uuidv7(), who, purpose, partner: null, answer, on: day(today), language: 'ne', interpreter: false, how: 'spoken' },
  ...{ told: ['purpose', 'use', 'withdrawal', 'retention'], ...more },
});
const referral = uuidv7();
const referring = {
  ...{ referral, organisation: house, service: 'health', urgency: 'usual', handover: false, because: 'Fever.' },
  told: { name: `${secret} Rai`, needs: 'A doctor.' },
};

test('a child says no: they are protected all the same where they are in danger, and a supervisor looks at that', async () => {
  const organisation = {
    ...{
      name: 'Asha Griha',
      otherNames: [],
      category: 'shelter',
      services: ['health'],
      wards: [],
      leastAge: null,
      mostAge: null,
      sex: 'any',
    },
    ...{ languages: [], hours: [], emergencyHours: [], address: '', phone: '', email: '' },
  };
  await tell('partners.organisation', house, 'add', organisation, keeper!);
  const paper = { agreement: uuidv7(), title: 'Agreement', from: '2026-01-01', shares: ['name', 'needs', 'safety'] };
  await tell('partners.organisation', house, 'make-agreement', paper, keeper!);
  for (const who of [aunt, 'child']) await done('record-consent', consenting('case-work', who, 'given'));
  await done('record-consent', consenting('sharing', aunt, 'given', { partner: 'shelter' }));
  await done('record-consent', consenting('sharing', 'child', 'refused', { partner: 'shelter' }));
  await refused('refer', referring, 'cases.sharing-refused');
  const emergency = uuidv7();
  await done('invoke-emergency', { emergency, purpose: 'sharing', because: 'She needs a doctor tonight.' });
  // Nobody reviews what they did themselves, nor is asked to.
  assert.ok((await kinds(boss)).includes('emergency-review') && !(await kinds()).includes('emergency-review'));
  assert.ok((await hindered()).includes('emergency-unreviewed'));
  await done('refer', referring);
  await done('review-emergency', { emergency, upheld: true, note: 'Right so.' }, boss);
  assert.ok(!(await hindered()).includes('emergency-unreviewed'));
});

test('needs, plan and conference: what is given back is mended, and what was decided becomes an action', async () => {
  await on(4);
  await done('answer-questionnaire', assessmentOf(uuidv7(), day(4), { safety: 1, education: 3, health: 1 }));
  const goals = [uuidv7(), uuidv7()];
  await done('set-goal', { goal: goals[0], domain: 'safety', what: 'Lives safely with her aunt', due: day(120) });
  const [first, second] = [uuidv7(), uuidv7()];
  await done('ask-approval', { approval: first, subject: 'plan' });
  await refused('give-approval', { approval: first, verdict: 'returned' }, 'cases.say-what-is-missing', boss);
  await done('give-approval', { approval: first, verdict: 'returned', note: 'And school?' }, boss);
  await done('set-goal', { goal: goals[1], domain: 'education', what: 'Back in class 5', due: day(120) });
  await done('ask-approval', { approval: second, subject: 'plan' });
  assert.equal((await worker!.command('cases.case', file, 'give-approval', { approval: second, verdict: 'approved' })).status, 403);
  await done('give-approval', { approval: second, verdict: 'approved' }, boss);
  const conference = uuidv7();
  await done('plan-conference', { conference, on: day(6), purpose: 'Where she lives', participants: 'Police, shelter' });
  assert.ok((await due()).includes('conference'));
  await on(6);
  const action = { action: uuidv7(), what: 'Ask the school', who: worker!.actor.id, due: day(9) };
  await done('hold-conference', { conference, on: day(6), participants: 'Police', decisions: 'School.', actions: [action] });
  assert.ok((await due()).includes('action') && !(await due()).includes('conference'));
  await done('settle-action', { action: action.action, how: 'done' });
  for (const goal of goals) await done('settle-goal', { goal, how: 'met' });
});

test('a partner sees the referral and nothing else; what he does reaches the case', async () => {
  const work = (name: string, input: object = {}) => tell('referrals.referral', referral, name, input, partner!);
  await work('ask', { text: 'Does she come alone?' });
  assert.ok((await due()).includes('referral-question'));
  await done('tell-partner', { referral, text: 'With her aunt.' });
  await work('accept');
  await work('report', { on: day(6), what: 'Seen by a doctor.' });
  assert.ok((await hindered()).includes('referrals-open'));
  for (const path of [`case/${file}`, `case/${file}/overview`, `concern/${concern}`, 'today'])
    assert.ok((await partner!.get(`/api/cases/${path}`)).status >= 403, path);
  assert.ok((await partner!.get(`/api/people/person/${maya}`)).status >= 403);
  await work('complete', { outcome: 'helped' });
  assert.ok(!(await hindered()).includes('referrals-open'));
  const after = await partner!.get<{ open: unknown }>(`/api/referrals/referral/${referral}`);
  assert.ok(!JSON.stringify(after.body).includes(secret), 'what has ended he knows of, and no more');
});

const [shelter, home] = [uuidv7(), uuidv7()];
const assessing = (place: string, kind: string, name: string, carer: string | null) => ({
  ...{ assessment: uuidv7(), place, kind, name, country: null, carer, on: day(today), by: 'Sarita', jointlyWith: '' },
  ...{ result: 'safe', reasons: 'Seen.' },
});

test('nobody is placed where nobody looked; the family is searched for with consent', async () => {
  const placing = { placement: uuidv7(), kind: 'shelter', place: shelter, from: day(6), reason: 'Not safe at home.', responsible: 'House' };
  await refused('place-child', placing, 'cases.place-not-assessed');
  await done('assess-place', assessing(shelter, 'shelter', 'Asha Griha', null));
  await done('place-child', placing);
  assert.ok((await hindered()).includes('in-interim-care'));
  const tracing = uuidv7();
  const request = { tracing, whom: 'Her aunt', through: 'The ward office' };
  await refused('request-tracing', request, 'cases.tracing-consent');
  for (const who of [aunt, 'child']) await done('record-consent', consenting('family-tracing', who, 'given'));
  await done('request-tracing', request);
  await done('record-tracing', { tracing, step: 'found', on: day(6), note: '' });
  await done('record-tracing', { tracing, step: 'verified', on: day(6), note: 'Papers seen.' });
});

test('no return before what is best for the child was determined and all is prepared', async () => {
  await on(10);
  const going = { return: uuidv7(), on: day(10), place: home, carer: aunt, escortedBy: 'Sarita', handover: 'At the ward office.' };
  await refused('record-return', going, 'cases.solution-first');
  await done('assess-interests', {
    ...{ assessment: uuidv7(), on: day(10), hearing: 'heard', childView: 'To my aunt.', options: 'Two.', finding: 'The aunt.' },
    reviewOn: day(40),
  });
  await done('record-determination', {
    ...{ determination: uuidv7(), on: day(10), hearing: 'heard', childView: 'To my aunt.', options: 'Two.', solution: 'family-return' },
    ...{ participants: [{ role: 'supervisor', name: 'Indira' }, { role: 'child-protection', name: 'Bina' }, { role: 'guardian', name: 'Sunita Rai' }, { role: 'teacher', name: 'Kamala' }], wish: 'followed', decision: 'The aunt.', reviewOn: day(40) }, // biome-ignore format: one thought
  });
  await done('decide-solution', { solution: 'family-return' }, boss);
  await refused('record-return', going, 'cases.place-not-assessed');
  await done('assess-place', assessing(home, 'kin', 'House of the aunt', aunt));
  await refused('record-return', going, 'cases.return-unprepared');
  await done('prepare-return', { done: ['child-told', 'family-told', 'escort', 'safety-plan'] });
  await refused('record-return', { ...going, carer: father }, 'cases.return-to-suspect');
  // As far as anybody wrote down, the father lives with her.
  await refused('record-return', going, 'cases.suspect-at-home');
  await done('record-carer', { carer: father, name: 'Dil Rai', relation: 'father', livesWithChild: false, contact: '' });
  await done('record-return', going);
  assert.equal((await page<{ safety: string }>('')).safety, 'safe');
});

interface FollowUp {
  visits: { id: string; due: string; outcome: string | null; alone: boolean | null; domains: { domain: string; score: number; red: boolean }[] }[]; // biome-ignore format: one thought
}
const visits = async () => (await page<FollowUp>('follow-up')).visits;
async function visit(score: number): Promise<void> {
  const next = (await visits()).find(({ outcome }) => outcome === null)!;
  const about = { answering: next.id, questionnaire: 'visit', version: 'olle-2' };
  const how = { on: day(today), interviewed: ['child'], language: 'ne', interpreter: 'none' };
  const answers = {
    ...safeVisit,
    'safety-now': score,
    'education-now': 2,
  };
  await done('answer-questionnaire', {
    ...about,
    ...how,
    answers: score < 3 ? { ...answers, 'safety-words': 'Men ask for her.' } : answers,
  });
  const made = (await visits()).find(({ id }) => id === next.id)!;
  assert.deepEqual([made.outcome, made.alone, made.domains.find(({ domain }) => domain === 'safety')?.score], ['seen', true, score]);
}

test('for two years the child is visited on the schedule; one is not found, one is not well, then all is better', async () => {
  assert.equal((await visits()).length, 7);
  await on(20);
  assert.ok((await due()).includes('visit'));
  await visit(1);
  assert.ok((await hindered()).includes('domains-red'));
  await on(45);
  assert.ok((await due()).includes('visit!'), 'the second was due on the fortieth day');
  const missed = (await visits()).find(({ outcome }) => outcome === null)!;
  const short = { visit: missed.id, on: day(45), outcome: 'not-found', scores: {} };
  await refused('make-visit', short, 'cases.say-what-was-seen');
  await done('make-visit', { ...short, note: 'At the fair.' });
  for (const [n, score] of [[101, 2], [193, 3], [375, 3], [558, 4]] as const) {
    await on(n);
    await visit(score);
  } // biome-ignore format: a table
  assert.ok(!(await hindered()).includes('domains-red'));
});

test('closing is refused with everything that stands in its way, and closes when nothing does', async () => {
  await on(740);
  await visit(4);
  assert.deepEqual(await hindered(), ['closure-not-approved', 'ending-not-agreed', 'needs-urgent']);
  const close = { reason: 'goals-met', summary: 'Safe with her aunt.' };
  await refused('close', close, 'cases.needs-urgent');
  await done('answer-questionnaire', assessmentOf(uuidv7(), day(740), { safety: 4, health: 4 }));
  await done('agree-ending', { child: 'agrees', carer: 'agrees', contact: 'The ward office' });
  const approval = uuidv7();
  await done('ask-approval', { approval, subject: 'closure', reason: 'goals-met' });
  await done('give-approval', { approval, verdict: 'approved' }, boss);
  assert.deepEqual(await hindered(), []);
  await done('close', close);
  assert.deepEqual(await due(), []);
});

test('a new worry opens the file again, and that she was trafficked again is said', async () => {
  await on(760);
  assert.equal((await worker!.command('cases.case', file, 'reopen', { because: 'x' })).status, 403);
  await done('reopen', { because: 'Seen with the recruiter.' }, boss);
  const decision = {
    ...{ decision: uuidv7(), status: 'possible', body: 'police', bodyName: 'District police', decidedBy: null, on: day(760) },
    ...{ reviewUntil: null, act: ['recruitment'], means: [], exploitation: ['forced-labour'], screening: null, items: [], reasons: 'x' },
  };
  await refused('record-identification', decision, 'cases.say-if-again');
  await done('record-identification', { ...decision, again: true });
  assert.equal((await page<{ again: boolean }>('identification')).again, true);
});

test('the data-protection officer reads who looked at the child, and by which page', async () => {
  const { body } = await officer!.post<{ visits: { actor: string; whys: string[] }[] }>('/api/accounts/readings', { records: [file] });
  assert.ok(body.visits.some(({ actor, whys }) => actor === worker!.actor.id && whys.includes('case overview')));
  assert.ok(!JSON.stringify(body).includes(secret));
  assert.ok(!body.visits.some(({ actor }) => actor === monitor!.actor.id || actor === partner!.actor.id));
});

test('no address gives the monitoring officer a name', async () => {
  const random = seeded(11);
  let answered = 0;
  for (const route of routesOf(areas).filter(({ may, input }) => may !== 'anyone' && input !== 'stream')) {
    if (route.path.startsWith('/api/session')) continue;
    for (const id of route.path.includes('{id}') ? [file, maya, concern, referral] : [file]) {
      const body = route.body ? JSON.stringify(sampleOf(route.body, random, [file, maya])) : undefined;
      const path = route.path.replace(/\{\w+\}/g, id);
      const answer = await monitor!.send<unknown>(route.method, path, body, body ? { 'content-type': 'application/json' } : {});
      if (answer.status < 300) answered++;
      const said = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? '');
      assert.ok(!said.includes(secret), `${route.method} ${route.path}`);
    }
  }
  assert.ok(answered > 3, `only ${answered} addresses answered`);
});

test('made anew from the log, every read model has the same bytes', async () => {
  const parts = ledgerParts(areas, olle.services);
  const contents = async () => {
    const found = new Map<string, unknown>();
    for (const table of parts.views.flatMap((view) => view.tables))
      found.set(table, (await olle.owner.query(`select count(*)::int as n, string_agg(x::text, '|' order by x::text) as text from ${table} x`)).rows[0]); // biome-ignore format: one thought
    return found;
  };
  await olle.runJobs();
  const before = await contents();
  for (const table of ['registers_entry', 'people_person', 'cases_case', 'cases_task', 'referrals_referral', 'partners_organisation'])
    assert.ok((before.get(table) as { n: number }).n > 0, table);
  await rebuild(parts, olle.owner, parts.views, () => undefined);
  assert.deepEqual(await contents(), before);
});
