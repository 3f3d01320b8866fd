import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import type { AnyRoute } from '../platform/http/area.ts';
import { routesOf } from '../platform/http/server.ts';
import { areas } from './areas.ts';
import { sampleOf, seeded } from './sampling.ts';
import { type Persona, testOffice } from './testing.ts';

/** A partner's user at every address, with every id there is: nothing leaves but what was told with his own organisation's open referrals. */
let house: Persona;
const routes = routesOf(areas).filter((route) => route.may !== 'anyone' && route.path !== '/api/session');
const own = uuidv7();
const other = uuidv7();
/** Everything that was written of children and may not reach him: each text holds this word. */
const secret = 'Canaryhidden';
const shared = 'Canaryshared';
const referrals: Record<'open' | 'ended' | 'others', string> = { open: uuidv7(), ended: uuidv7(), others: uuidv7() };
const cases: string[] = [];

const olle = testOffice({ now: '2026-11-23T03:00:00Z' });
olle.before(async () => {
  const supervisor = olle.as('supervisor');
  house = olle.as('partner', { name: 'house', organisation: own });
  const command = async (kind: string, id: string, name: string, input: object, who = supervisor) => {
    const answer = await who.command(kind, id, name, input);
    assert.equal(answer.status, 200, `${name}: ${JSON.stringify(answer.body)}`);
  };
  for (const [id, name] of [[own, 'Own house'], [other, `${secret} organisation`]] as const) {
    const about = { name, otherNames: [], category: 'shelter', services: ['health'], wards: [], leastAge: null, mostAge: null, sex: 'any' };
    const rest = { languages: [], hours: [], emergencyHours: [], address: '', phone: '', email: '' };
    await command('partners.organisation', id, 'add', { ...about, ...rest });
    const paper = { agreement: uuidv7(), title: 'A', from: '2026-01-01', shares: ['name', 'needs', 'safety'] };
    await command('partners.organisation', id, 'make-agreement', paper);
  } // biome-ignore format: a table
  for (const [key, referral] of Object.entries(referrals)) {
    const [id, carer] = [uuidv7(), uuidv7()];
    cases.push(id);
    const about = {
      person: null,
      ward: '3',
      born: { first: '2014-01-01', last: '2014-12-31' },
      source: 'call',
      riskLevel: 'high',
      worker: supervisor.actor.id,
    };
    await command('cases.case', id, 'open', {
      ...about,
      name: `${secret} Name`,
      concern: `${secret} concern`,
      actions: [{ what: `${secret} action`, who: supervisor.actor.id, due: '2026-11-30' }],
    });
    await command('cases.case', id, 'note', { text: `${secret} note` });
    await command('cases.case', id, 'record-carer', {
      carer,
      name: `${secret} Carer`,
      relation: 'mother',
      livesWithChild: true,
      contact: '',
    });
    const said = { answer: 'given', on: '2026-11-23', language: 'ne', interpreter: false };
    const told = ['purpose', 'use', 'withdrawal', 'retention'];
    for (const who of [carer, 'child'])
      for (const to of [
        { purpose: 'sharing', partner: 'shelter' },
        { purpose: 'medical', partner: null },
      ])
        await command('cases.case', id, 'record-consent', { ...said, ...to, how: 'signed', told, consent: uuidv7(), who });
    const words = key === 'open' ? shared : secret;
    await command('cases.case', id, 'refer', {
      ...{ referral, organisation: key === 'others' ? other : own, service: 'health', urgency: 'usual', handover: false },
      because: `${words} why`,
      told: { name: `${words} Told`, needs: `${words} needs` },
    });
    if (key === 'ended') await command('cases.case', id, 'revoke-referral', { referral, because: `${secret} because` });
  }
  const concern = {
    person: null,
    source: 'call',
    ward: '3',
    born: { first: '2014-01-01', last: '2014-12-31' },
    name: `${secret} Concern`,
    what: `${secret} seen`,
  };
  await command('cases.concern', uuidv7(), 'raise', concern);
});

const title = (route: AnyRoute) => `${route.method} ${route.path}`;

test('at every address and with every id, a partner is answered with nothing but what was told to his organisation', async () => {
  const { rows } = await olle.owner.query<{ id: string }>('select id from record where city = 1');
  const ids = rows.map(({ id }) => id);
  const hidden = [...cases, other, referrals.others, olle.as('supervisor').actor.id];
  const random = seeded(7);
  let answered = 0;
  for (const route of routes) {
    // Other than reading, he may do things to his own referral: what is tried here is that of others.
    const tried = route.path.includes('{id}') ? ids.filter((id) => route.method === 'GET' || id !== referrals.open) : [ids[0]!];
    for (const id of tried) {
      const body = route.body ? sampleOf(route.body, random, ids) : undefined;
      const commanded = 'commandId' in ((route.body as { properties?: object } | undefined)?.properties ?? {});
      const text =
        route.input === 'stream'
          ? 'name\nX\n'
          : body === undefined
            ? undefined
            : JSON.stringify({ ...(body as object), ...(commanded ? { commandId: uuidv7() } : {}) });
      const headers = {
        'content-type': route.input === 'stream' ? 'application/octet-stream' : 'application/json',
        'x-file-name': 'x.csv',
      };
      const answer = await house.send<unknown>(route.method, route.path.replace(/\{\w+\}/g, id), text, text === undefined ? {} : headers);
      const where = `${title(route)} ${id}: ${answer.status}`;
      assert.ok(answer.status < 500, where);
      if (answer.status < 300) answered++;
      const said = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
      assert.ok(!said.includes(secret), `${where} ${said.slice(0, 300)}`);
      for (const one of hidden) assert.ok(one === id || !said.includes(one), `${where} tells ${one}`);
      const isTheirs = /^((GET|POST) \/api\/referrals\/(list|referral\/\{id\}(\/history)?)|GET \/api\/office\/today)$/;
      if (said.includes(shared)) assert.ok(isTheirs.test(title(route)), where);
    }
  }
  assert.ok(answered > 5, `only ${answered} addresses answered at all`);
});

test('what was told is there for him, and for nobody of another organisation', async () => {
  const page = await house.get(`/api/referrals/referral/${referrals.open}`);
  assert.ok(page.status === 200 && JSON.stringify(page.body).includes(shared));
  const stranger = olle.as('partner', { name: 'other', organisation: other });
  assert.equal((await stranger.get(`/api/referrals/referral/${referrals.open}`)).status, 404);
  assert.equal((await olle.as('partner', { name: 'without' }).get(`/api/referrals/referral/${referrals.open}`)).status, 403);
});

test('nothing that was tried changed a case, or a referral of another', async () => {
  const { rows } = await olle.owner.query('select 1 from event where actor = $1 and id = any($2)', [
    house.actor.id,
    [...cases, referrals.others, referrals.ended],
  ]);
  assert.deepEqual(rows, []);
});
