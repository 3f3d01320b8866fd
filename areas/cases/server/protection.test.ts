import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { testOffice } from '../../../app/testing.ts';
import { systemActor } from '../../../platform/ledger/ledger.ts';
import { closeCase } from './testing.ts';

const [maya, mother, stranger, neighbour, household] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];
const today = '2026-11-23';

const olle = testOffice();
const worker = olle.as('case-worker');
const boss = olle.as('supervisor');
olle.before(async () => {
  for (const [id, name, of] of [
    [maya, 'Maya Rai', household],
    [mother, 'Sita Rai', household],
    [stranger, 'Hari Thapa', null],
    [neighbour, 'Gita Thapa', null],
  ] as const) {
    const card = {
      names: [name],
      birthDate: null,
      mother: null,
      father: null,
      phones: [id === neighbour ? '9811111111' : '9812345678'],
      numbers: [],
      address: null,
    };
    const members = [{ entry: uuidv7(), register: 'birth', weight: 0, fields: [] }];
    const input = { members, sex: 'female', ward: '3', birthYear: 2014, household: of, card };
    await olle.services.ledger.executeAll(systemActor(1), [{ kind: 'people.person', id, name: 'settle', input }]);
  }
});

async function openCase(person: string | null): Promise<string> {
  const file = uuidv7();
  await done(file, 'open', {
    person,
    source: 'call',
    riskLevel: 'high',
    ward: '3',
    born: { first: '2014-01-01', last: '2014-12-31' },
    name: 'Maya Rai',
    concern: 'Offered work abroad.',
    worker: worker.actor.id,
    actions: [],
  });
  return file;
}
async function done(file: string, name: string, input: object, who = boss, status = 200): Promise<string | undefined> {
  const { status: got, body } = await who.command('cases.case', file, name, input);
  assert.equal(got, status, `${name}: ${JSON.stringify(body)}`);
  return body.code;
}
const phonesOf = async (person: string) => {
  const { body } = await olle.as('registrar').get<{ phones: string[]; doNotCall: boolean }>(`/api/people/person/${person}`);
  return [body.phones.length, body.doNotCall];
};
const contact = (notAtHome: boolean) => ({ notAtHome, numbers: [], codeWord: '', note: '' });

test('a home that must not be called: no page shows a number of the child or their household, until it may be called again', async () => {
  const file = await openCase(maya);
  assert.deepEqual(await phonesOf(maya), [1, false]);
  await done(file, 'record-safe-contact', contact(true), worker);
  // The stranger has the same number, whoever he is.
  assert.deepEqual([await phonesOf(maya), await phonesOf(mother), await phonesOf(stranger), await phonesOf(neighbour)], [[0, true], [0, true], [0, true], [1, false]]); // biome-ignore format: a table
  // It holds when the case is closed; one that was opened in error says nothing of a child.
  assert.equal((await closeCase(boss, olle.as('supervisor', { name: 'second' }), file, 'moved')).status, 200);
  assert.deepEqual(await phonesOf(maya), [0, true]);
  await done(file, 'reopen', { because: 'Back again.' });
  await done(file, 'record-safe-contact', contact(false), worker);
  assert.deepEqual(await phonesOf(maya), [1, false]);
  await done(file, 'record-safe-contact', contact(true), worker);
  assert.equal((await closeCase(boss, olle.as('supervisor', { name: 'second' }), file, 'opened-in-error')).status, 200);
  assert.deepEqual(await phonesOf(maya), [1, false]);
});

test('a number that must not be called in one case is shown nowhere else: not of a person, a row, a carer or in another case', async () => {
  const [file, other] = [await openCase(null), await openCase(null)];
  const carer = (contact: string, more: object = {}) => ({ carer: uuidv7(), name: 'Dil', relation: 'aunt-or-uncle', livesWithChild: false, contact, ...more }); // biome-ignore format: one carer
  await done(file, 'record-carer', carer('mornings +977 981-111-1111 or 9800000009', { livesWithChild: true }), worker);
  await done(file, 'record-safe-contact', contact(true), worker);
  assert.deepEqual(await phonesOf(neighbour), [0, true]);
  // The sister's case names the same number of an aunt, another of a teacher, and says that the first one is safe.
  await done(other, 'record-carer', carer('९८११११११११'), worker);
  await done(other, 'record-carer', carer('9800000007', { name: 'Teacher' }), worker);
  const safe = [{ number: '9811111111', whose: 'the aunt', times: 'evenings' }, { number: '9800000006', whose: 'herself', times: '' }]; // biome-ignore format: a table
  await done(other, 'record-safe-contact', { ...contact(false), numbers: safe }, worker);
  interface Page {
    carers: { mayCall: boolean }[];
    contact: { numbers: { number: string }[] };
  }
  const page = async () => {
    const { carers, contact: said } = (await worker.get<Page>(`/api/cases/case/${other}/protection`)).body;
    return [carers.map(({ mayCall }) => mayCall), said.numbers.map(({ number }) => number)];
  };
  assert.deepEqual(await page(), [[false, true], ['9800000006']]);
  const { rows } = await olle.owner.query<{ all: string }>('select string_agg(f::text, $1) as all from cases_do_not_call f', ['']);
  assert.ok(!/98(1111|0000)/.test(rows[0]!.all), 'no number stands in clear');
  // Once the home may be called again, so may the number; so too where the case was no case.
  await done(file, 'record-safe-contact', contact(false), worker);
  assert.deepEqual(await page(), [
    [true, true],
    ['9811111111', '9800000006'],
  ]);
  assert.deepEqual(await phonesOf(neighbour), [1, false]);
});

test('what is said to be safe in a case is not silenced by that case itself', async () => {
  const file = await openCase(null);
  const own = { number: '9822222222', whose: 'herself', times: '' };
  await done(file, 'record-carer', { carer: uuidv7(), name: 'Dil', relation: 'mother', livesWithChild: true, contact: '9822222222' }, worker); // biome-ignore format: one carer
  await done(file, 'record-safe-contact', { ...contact(true), numbers: [own] }, worker);
  const { body } = await worker.get<{ contact: { numbers: object[] } }>(`/api/cases/case/${file}/protection`);
  assert.deepEqual(body.contact.numbers, [own]);
});

test('the page of protection says whether the child is safe, what was consented to and what is forbidden; the head of each page repeats the last', async () => {
  const file = await openCase(null);
  const [father, consent] = [uuidv7(), uuidv7()];
  await done(file, 'record-situation', { situation: 'unaccompanied' }, worker);
  const carer = { carer: father, name: 'Dil Rai', relation: 'father', livesWithChild: true, contact: '9800000002' };
  await done(file, 'record-carer', carer, worker);
  const told = ['purpose', 'use', 'withdrawal', 'retention'];
  const saying = { consent, who: father, purpose: 'medical', partner: null, answer: 'given', on: today, language: 'ne', interpreter: false, how: 'spoken', told }; // biome-ignore format: one consent
  await done(file, 'record-consent', saying, worker);
  await done(file, 'suspect-carer', { carer: father, because: 'Took money.' }, worker);
  await done(file, 'record-age', { basis: 'statement', disputed: true, born: '2005' }, worker);
  await done(file, 'record-safe-contact', contact(true), worker);

  interface Page {
    safety: string;
    child: boolean;
    interview: string | null;
    lacksGuardian: boolean;
    carers: { mayCall: boolean }[];
    consents: { standing: string; name: string }[];
    purposes: { purpose: string; status: string }[];
  }
  const { body } = await worker.get<Page>(`/api/cases/case/${file}/protection`);
  assert.deepEqual(
    [body.safety, body.child, body.interview, body.lacksGuardian],
    ['with-suspect', true, 'cases.independent-guardian-first', true],
  );
  assert.deepEqual([body.carers[0]?.mayCall, body.consents[0]], [false, { ...body.consents[0], standing: 'void-because-suspect', name: 'Dil Rai' }]); // biome-ignore format: a table
  assert.equal(body.purposes.find(({ purpose }) => purpose === 'medical')?.status, 'void-because-suspect');
  const head = await worker.get<{ forbids: string[]; safety: string }>(`/api/cases/case/${file}`);
  assert.deepEqual(
    [head.body.safety, head.body.forbids],
    ['with-suspect', ['no-contact-at-home', 'no-independent-guardian', 'age-disputed']],
  );
  assert.equal((await olle.as('case-worker', { name: 'somebody else' }).get(`/api/cases/case/${file}/protection`)).status, 404);
  assert.equal((await olle.as('registrar').get(`/api/cases/case/${file}/protection`)).status, 403);
});

test('a return is refused in words until all is in place; recorded, it brings the visits; a supervisor alone places in emergency', async () => {
  const file = await openCase(null);
  const [aunt, place, shelter] = [uuidv7(), uuidv7(), uuidv7()];
  await done(file, 'record-carer', { carer: aunt, name: 'Sunita Rai', relation: 'aunt-or-uncle', livesWithChild: false, contact: '' }, worker); // biome-ignore format: one line
  const emergency = { placement: uuidv7(), place: shelter, kind: 'shelter', name: 'Asha Griha', from: '2026-11-20', reason: 'Night at the border.', responsible: 'Asha Griha' }; // biome-ignore format: one line
  await done(file, 'place-in-emergency', emergency, worker, 403);
  await done(file, 'place-in-emergency', emergency);
  const going = { return: uuidv7(), on: today, place, carer: aunt, escortedBy: 'Sarita', handover: 'At the ward office.' };
  assert.equal(await done(file, 'record-return', going, worker, 409), 'cases.solution-first');
  const determination = { determination: uuidv7(), on: today, participants: [{ role: 'supervisor', name: 'Indira' }, { role: 'child-protection', name: 'Bina' }, { role: 'guardian', name: 'Sunita Rai' }, { role: 'teacher', name: 'Kamala' }], wish: 'followed', hearing: 'heard', childView: 'Yes.', options: 'Two.', solution: 'family-return', decision: 'The aunt.', reviewOn: '2026-12-23' }; // biome-ignore format: one line
  const interests = { assessment: uuidv7(), on: today, hearing: 'heard', childView: 'Yes.', options: 'Two.', finding: 'The aunt.', reviewOn: '2026-12-23' }; // biome-ignore format: one line
  assert.equal(await done(file, 'record-determination', determination, worker, 409), 'cases.assess-interests-first');
  await done(file, 'assess-interests', interests, worker);
  await done(file, 'record-determination', determination, worker);
  await done(file, 'decide-solution', { solution: 'family-return' }, worker, 403);
  await done(file, 'decide-solution', { solution: 'family-return' });
  assert.equal(await done(file, 'record-return', going, worker, 409), 'cases.place-not-assessed');
  const assessment = { assessment: uuidv7(), place, kind: 'kin', name: 'House of the aunt', country: null, carer: aunt, on: today, by: 'Sarita', jointlyWith: '', result: 'safe', reasons: 'Seen.' }; // biome-ignore format: one line
  await done(file, 'assess-place', assessment, worker);
  assert.equal(await done(file, 'record-return', going, worker, 409), 'cases.return-unprepared');
  await done(file, 'prepare-return', { done: ['child-told', 'family-told', 'escort', 'safety-plan'] }, worker);
  await done(file, 'record-return', going, worker);

  const { body } = await worker.get<{ safety: string; stays: { kind: string; to: string | null }[]; returned: object }>(
    `/api/cases/case/${file}/care`,
  );
  assert.deepEqual([body.safety, body.stays.map(({ kind, to }) => [kind, to])], ['safe', [['shelter', today], ['home', null]]]); // biome-ignore format: a table
  const visits = await worker.get<{ since: string; visits: { due: string }[] }>(`/api/cases/case/${file}/follow-up`);
  assert.deepEqual([visits.body.since, visits.body.visits[0]?.due], [today, '2026-12-03']);
});
