import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { type TestOlle, testOlle } from '../../../app/testing.ts';
import { readByOthers } from '../../../platform/spreadsheets/testing.ts';

let olle: TestOlle;
const ids = { house: uuidv7(), clinic: uuidv7(), school: uuidv7() };
const blank = {
  otherNames: [],
  category: 'ngo',
  services: [],
  wards: [],
  leastAge: null,
  mostAge: null,
  sex: 'any',
  languages: [],
  hours: [],
  emergencyHours: [],
  address: '',
  phone: '',
  email: '',
};
const weekdays = [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', until: '17:00' }));
const anyHour = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', until: '00:00' }));
const secret = 'Canary Lane 17';

interface Listed {
  rows: { id: string; name: string; open: boolean; reachable: boolean; agreed: boolean }[];
  next: { name: string; id: string } | null;
  total: number;
}
const list = async (question: object, who = olle.as('case-worker')) => {
  const { status, body } = await who.post<Listed>('/api/partners/list', question);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
};
const found = async (question: object) =>
  (await list(question)).rows.map(({ id }) => Object.entries(ids).find(([, one]) => one === id)?.[0]);

before(async () => {
  // Monday 23 November 2026, 08:45 in Kathmandu.
  olle = await testOlle({ now: '2026-11-23T03:00:00Z' });
  const keeper = olle.as('supervisor');
  const add = async (id: string, more: object) => {
    const answer = await keeper.command('partners.organisation', id, 'add', { ...blank, ...more });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
  };
  await add(ids.house, {
    name: 'Suryatal Safe House',
    otherNames: ['सूर्यताल सुरक्षित घर'],
    category: 'shelter',
    services: ['emergency-shelter'],
    wards: ['3'],
    hours: weekdays,
    emergencyHours: anyHour,
    address: secret,
    phone: '091-777-101',
  });
  await add(ids.clinic, { name: 'Hill View Clinic', category: 'clinic', services: ['health'], hours: weekdays });
  await add(ids.school, { name: 'Zenith School', category: 'school', services: ['education', 'health'], wards: ['5'] });
  const contacts = [{ name: 'Canary Housemother', role: 'Head', phone: '091-777-102', email: 'canary@house.example', emergency: true }];
  await keeper.command('partners.organisation', ids.house, 'list-contacts', { contacts });
});
after(() => olle?.close());

test('an organisation is found by a part of any of its names, in any script, by service and by ward', async () => {
  assert.deepEqual(await found({}), ['clinic', 'house', 'school']);
  assert.deepEqual(await found({ text: 'safe' }), ['house']);
  assert.deepEqual(await found({ text: 'SUREYATAL' }), ['house']);
  assert.deepEqual(await found({ text: 'सूर्यताल' }), ['house']);
  assert.deepEqual(await found({ text: 'house hill' }), []);
  assert.deepEqual(await found({ text: '%' }), []);
  assert.deepEqual(await found({ service: 'health' }), ['clinic', 'school']);
  assert.deepEqual(await found({ ward: '3' }), ['clinic', 'house']);
});

test('"can be reached now" follows the hours of the city, and emergency hours besides', async () => {
  assert.deepEqual(await found({ open: true }), ['house']);
  olle.now = new Date('2026-11-23T03:20:00Z');
  assert.deepEqual(await found({ open: true }), ['clinic', 'house']);
  assert.equal((await list({ text: 'safe' })).rows[0]?.open, true);
  // Sunday evening: the week has another day, and only the emergency hours go on.
  olle.now = new Date('2026-11-22T12:00:00Z');
  const [house] = (await list({ open: true })).rows;
  assert.deepEqual([house?.id, house?.open, house?.reachable], [ids.house, false, true]);
  olle.now = new Date('2026-11-23T03:00:00Z');
});

test('an agreement is in force from its first day until it is ended', async () => {
  const keeper = olle.as('supervisor');
  const agreed = async () => (await list({ text: 'zenith' })).rows[0]?.agreed;
  const agreement = uuidv7();
  assert.equal(await agreed(), false);
  await keeper.command('partners.organisation', ids.school, 'make-agreement', {
    agreement,
    title: 'Agreement 9',
    from: '2026-11-23',
    shares: ['name'],
  });
  assert.equal(await agreed(), true);
  await keeper.command('partners.organisation', ids.school, 'end-agreement', { agreement, because: 'It moved.' });
  assert.equal(await agreed(), false);
});

test('the list goes on page by page, each organisation once', async () => {
  const keeper = olle.as('supervisor', { city: 2 });
  for (let i = 0; i < 60; i++) await keeper.command('partners.organisation', uuidv7(), 'add', { ...blank, name: `Made-up ${i % 7}` });
  const first = await list({}, keeper);
  assert.deepEqual([first.rows.length, first.total], [50, 60]);
  const second = await list({ after: first.next! }, keeper);
  assert.equal(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size, 60);
  assert.equal(second.next, null);
});

test('the directory is saved as a file with all its pages; a cell that looks like a formula is text', async () => {
  const keeper = olle.as('supervisor', { city: 2 });
  await keeper.command('partners.organisation', uuidv7(), 'add', { ...blank, name: '=HYPERLINK("http://made.example")' });
  const { body } = await keeper.post<string>('/api/partners/list/file', { format: 'csv' });
  const [head, ...rows] = body.replace('\uFEFF', '').trim().split('\r\n');
  assert.equal(head, 'id,name,other_names,category,status,services,wards,places,taken,counted_on,agreed');
  assert.equal(rows.length, 61);
  assert.ok(body.includes(`"'=HYPERLINK(""http://made.example"")"`));
  const workbook = await keeper.post<string>('/api/partners/list/file', { format: 'xlsx', text: 'hyperlink' });
  const [titles, row] = await readByOthers(workbook.bytes);
  assert.deepEqual(titles!.slice(1, 5), ['Name', 'Other names', 'Kind of organisation', 'Status']);
  assert.equal(row![1], '=HYPERLINK("http://made.example")');
  assert.equal((await olle.as('monitoring-officer').post('/api/partners/list/file', { format: 'csv' })).status, 403);
});

test('supervisors and administrators keep it, case workers and registrars read it, nobody else sees it', async () => {
  const path = `/api/partners/organisation/${ids.house}`;
  for (const role of ['supervisor', 'administrator', 'case-worker', 'registrar'] as const) {
    const keeps = role === 'supervisor' || role === 'administrator';
    const { status, body } = await olle.as(role).get<{ address: string; next: string[] }>(path);
    assert.deepEqual([status, body.address, body.next.includes('describe')], [200, secret, keeps], role);
    const counted = await olle.as(role).command('partners.organisation', ids.house, 'count-places', { places: 5, taken: 1 });
    assert.equal(counted.status, keeps ? 200 : 403, role);
  }
  for (const role of ['monitoring-officer', 'data-protection-officer', 'partner'] as const) {
    assert.ok((await olle.as(role).get(path)).status >= 403, role);
    assert.equal((await olle.as(role).post('/api/partners/list', {})).status, 403, role);
  }
});

test("a partner's user sees his own organisation and no other, in the list and by its address", async () => {
  const partner = olle.as('partner', { name: 'clinic', organisation: ids.clinic });
  assert.deepEqual(
    (await list({}, partner)).rows.map(({ id }) => id),
    [ids.clinic],
  );
  assert.equal((await partner.get(`/api/partners/organisation/${ids.clinic}`)).status, 200);
  assert.equal((await partner.get(`/api/partners/organisation/${ids.house}`)).status, 404);
  const own = await partner.get<{ organisations: { id: string }[] }>('/api/partners/names');
  assert.deepEqual(
    own.body.organisations.map(({ id }) => id),
    [ids.clinic],
  );
  for (const [name, input] of [
    ['count-places', { taken: 1 }],
    ['close', { reason: 'other', because: 'x' }],
    ['describe', { ...blank, name: 'X' }],
  ] as const)
    assert.equal((await partner.command('partners.organisation', ids.clinic, name, input)).status, 403, name);
});

test('where it is, and who works there, stands nowhere in clear; looking is noted', async () => {
  const { rows } = await olle.owner.query<{ all: string }>(
    "select (select string_agg(e::text, '') from event e) || (select string_agg(o::text, '') from partners_organisation o) as all",
  );
  for (const needle of [secret, 'Canary Housemother', '091-777-101', '091-777-102', 'canary@house'])
    assert.ok(!rows[0]!.all.includes(needle), needle);
  assert.ok(rows[0]!.all.includes('Suryatal Safe House'));
  const read = await olle.owner.query('select 1 from read_log where kind = $1 and ids @> array[$2::uuid]', [
    'partners.organisation',
    ids.house,
  ]);
  assert.ok(read.rows.length > 0);
});

test('every organisation has its name among those to choose from, however many there are', async () => {
  await olle.owner.query(
    `insert into partners_organisation (city, id, name, other_names, category, status, services, wards, places, taken, folded, sounds, agreed, open, emergency)
       select city, gen_random_uuid(), 'Made-up ' || n, other_names, category, status, services, wards, places, taken, folded, sounds, agreed, open, emergency
       from partners_organisation, generate_series(1, 5001) n where id = $1`,
    [ids.school],
  );
  const { body } = await olle.as('case-worker').get<{ organisations: unknown[] }>('/api/partners/names');
  assert.ok(body.organisations.length > 5001);
});
