// Who needs to know why a child is on the list: every role, every reason, everything that the server answers.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { areas } from '../../../app/areas.ts';
import { done, testOffice } from '../../../app/testing.ts';
import { offeredRoles, type Role, roles } from '../../../platform/decider/index.ts';
import { systemActor } from '../../../platform/ledger/ledger.ts';
import { abilityOf, allowsSome, rulesOf } from '../../../platform/permissions/ability.ts';
import { pendingReasonRecord, reasonsKnownTo, ruleIds } from '../domain/index.ts';
import { pendingReasonsOfPairs } from './readers.ts';

type Known = 'name' | 'number' | 'number*' | '–';

const policies = areas.map(({ policy }) => policy);
const grants = areas.flatMap(({ policy }) => policy.grants);
const mayOf = (role: Role, everything = false) => {
  const grantChanges = everything ? grants.map(({ key }) => ({ grant: key, role, holds: true, from: '2026-01-01' })) : [];
  const ability = abilityOf(rulesOf(policies, { id: 'x', city: 1, roles: [role], grantChanges }, '2026-11-23'));
  return (action: string, kind: string) => allowsSome(ability, action, kind);
};
const knownTo = (role: Role, rule: (typeof ruleIds)[number]): Known => {
  if (reasonsKnownTo(mayOf(role)).includes(rule)) return 'name';
  const counts = (may: ReturnType<typeof mayOf>) => may('count', 'risks.child') || may('see-groups', 'risks.ruleset');
  if (counts(mayOf(role))) return 'number';
  return counts(mayOf(role, true)) ? 'number*' : '–';
};

test('the table of who knows which reason, in the documentation, is what the permissions say', () => {
  const docs = readFileSync('docs/safeguards.md', 'utf8');
  const rows = docs
    .slice(docs.search(/^\| role +\|/m))
    .split('\n')
    .filter((_, i, all) => all.slice(0, i + 1).every((one) => one.startsWith('|')))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const expected = roles.map((role) => [role, ...ruleIds.map((rule) => knownTo(role, rule))]);
  const table = [['role', ...ruleIds], ...expected];
  assert.deepEqual([rows[0], ...rows.slice(2)], table, `It should be:\n${table.map((row) => `| ${row.join(' | ')} |`).join('\n')}`);
});

test('whatever a city decides, nobody but who works with children comes to know more than a number', () => {
  for (const role of roles) {
    const known = reasonsKnownTo(mayOf(role, true));
    const most = role === 'registrar' ? ['birth-not-registered'] : ['case-worker', 'supervisor'].includes(role) ? ruleIds : [];
    assert.deepEqual(known, most, role);
  }
});

const olle = testOffice();
const nameOf = (rule: string) => `Child of ${rule}`;
const ofRule = new Map<string, { child: string; person: string }>();
/** A child who is on the list for two reasons at once. */
const both = 'Child of both';
olle.before(async () => {
  for (const rules of [...ruleIds.map((rule) => [rule]), ['birth-not-registered', 'carer-absent']]) {
    const person = uuidv7();
    const child = olle.services.sealing.idFor(1, 'risks.child', person);
    const reasons = rules.map((rule) => ({ rule, weight: 25, since: '2026-01-01', sources: [], cases: [] }));
    const about = { ward: null, born: { first: '2020-01-01', last: '2020-01-01' }, name: rules.length > 1 ? both : nameOf(rules[0]!) };
    const parents = { mother: null, father: null };
    const card = { names: [about.name], birthDate: '2020-01-01', ...parents, phones: [], numbers: [], address: null };
    const members = [{ entry: uuidv7(), register: 'household', weight: 0, fields: [] }];
    const settle = { members, sex: null, ward: null, birthYear: 2020, household: null, card };
    const { ledger } = olle.services;
    await ledger.executeAll(systemActor(1), [{ kind: 'people.person', id: person, name: 'settle', input: settle }]);
    await ledger.executeAll(systemActor(1), [{ kind: 'risks.child', id: child, name: 'find', input: { person, reasons, ...about } }]);
    ofRule.set(rules.join(), { child, person });
  }
});

test('every role is answered the children of the reasons that it needs to know, and no word of any other', async () => {
  for (const role of offeredRoles) {
    const who = role === 'partner' ? olle.as(role, { organisation: uuidv7() }) : olle.as(role);
    const answers: string[] = [];
    const ask = async (answer: Promise<{ status: number; body: unknown }>) => {
      const { status, body } = await answer;
      if (status < 400) answers.push(JSON.stringify(body));
    };
    await ask(who.post('/api/risks/list', {}));
    for (const rule of ruleIds) await ask(who.post('/api/risks/list', { reason: rule }));
    await ask(who.post('/api/risks/unregistered', {}));
    await ask(who.post('/api/risks/list/file', { format: 'csv' }));
    for (const { child, person } of ofRule.values())
      for (const path of [`child/${child}`, `child/${child}/history`, `person/${person}`, `person/${person}/pending-reasons`])
        await ask(who.get(`/api/risks/${path}`));
    const said = answers.join('\n');
    const numbers = await who.get<{ reasons: { reason: string }[] }>('/api/risks/counts');
    const counted = numbers.status === 200 ? numbers.body.reasons.map(({ reason }) => reason) : [];
    for (const rule of ruleIds) {
      const known = knownTo(role, rule);
      assert.equal(said.includes(nameOf(rule)), known === 'name', `${role} is told who has ${rule}`);
      assert.equal(counted.includes(rule), mayOf(role)('count', 'risks.child'), `${role} counts ${rule}`);
      // A registrar reads a list in which the reason goes without saying.
      if (known !== 'name' || role === 'registrar') assert.ok(!said.includes(`"${rule}"`), `${role} is told of ${rule}`);
    }
  }
});

test('a registrar sees of a child with several reasons neither the others nor their weight nor what is done about them', async () => {
  const { rows } = await done(olle.as('registrar').post<{ rows: Record<string, unknown>[] }>('/api/risks/unregistered', {}));
  assert.deepEqual(rows.map(({ name }) => name).sort(), [both, nameOf('birth-not-registered')].sort());
  for (const row of rows) assert.deepEqual(Object.keys(row).sort(), ['born', 'id', 'name', 'person', 'since', 'ward']);
  const { rows: read } = await olle.owner.query("select kind, cardinality(ids) as n from read_log where why = 'births not registered'");
  assert.ok(read.some(({ kind, n }) => kind === 'risks.unregistered' && n === 2));
});

test('whoever judges a pair of rows is told which reasons wait for it, as far as they need to know them', async () => {
  const [person, pair] = [ofRule.get('carer-absent')!.person, uuidv7()];
  const pending = ruleIds.map((rule) => ({ rule, pairs: [pair] }));
  const id = olle.services.sealing.idFor(1, pendingReasonRecord.kind, person);
  await olle.services.ledger.executeAll(systemActor(1), [{ kind: pendingReasonRecord.kind, id, name: 'note', input: { person, pending } }]);
  for (const role of roles) {
    const ability = abilityOf(rulesOf(policies, { id: 'x', city: 1, roles: [role] }, '2026-11-23'));
    const told = await olle.tx((tx) => pendingReasonsOfPairs.of(tx, [pair], ability));
    assert.deepEqual(told.map(({ rule }) => rule).sort(), [...reasonsKnownTo(mayOf(role))].sort(), role);
  }
});
