import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type RawBuilder, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { howMany, seeded } from '../../../app/sampling.ts';
import { done, type Persona, testOffice } from '../../../app/testing.ts';
import type { Actor, Facts, Role } from '../../../platform/decider/index.ts';
import { abilityOf, allows, rulesOf } from '../../../platform/permissions/ability.ts';
import { where } from '../../../platform/permissions/where.ts';
import { policy as referrals } from '../../referrals/domain/index.ts';
import { policy as suspects } from '../../suspects/domain/index.ts';
import { policy as cases } from '../domain/index.ts';

/**
 * Who may what, asked of the rule, of the WHERE clause that lists are made of, and over HTTP: all say the same, for random people, records,
 * actions and moments, emergency access and last days included.
 */
const olle = testOffice();

const random = seeded(20261124);
const chance = (p: number) => random() < p;
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
const some = <T>(from: readonly T[], most: number): T[] => Array.from({ length: Math.floor(random() * (most + 1)) }, () => pick(from));
const madeUpId = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const start = Date.parse('2026-11-23T00:00:00.000Z');
/** Some moments are those at which something ends, to the millisecond. */
const instants = Array.from({ length: 24 }, (_, i) => new Date(start + i * 5_000_000 + Math.floor(random() * 1000)).toISOString());
const days = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'];
const organisations = [901, 902, 903].map(madeUpId);
const roleSets: readonly (readonly Role[])[] = [
  ...(['case-worker', 'case-worker', 'case-worker', 'supervisor', 'partner', 'partner', 'registrar'] as const).map((role) => [role]),
  ...[['case-worker', 'supervisor'], ['case-worker', 'registrar'], ['monitoring-officer'], ['data-protection-officer'], ['administrator']],
] as readonly (readonly Role[])[];
const people: readonly Actor[] = Array.from({ length: 48 }, (_, i) => {
  const roles = roleSets[i % roleSets.length]!;
  return {
    id: madeUpId(i + 1),
    city: i % 5 === 0 ? 2 : 1,
    roles,
    ...(roles.includes('partner') ? { organisation: pick(organisations) } : {}),
  };
});
const ids = people.map(({ id }) => id);

type Made = { readonly id: string; readonly city: number; readonly facts: Facts };
const many = (n: number, from: number, facts: () => Facts): Made[] =>
  Array.from({ length: n }, (_, i) => ({ id: madeUpId(from + i), city: chance(0.2) ? 2 : 1, facts: facts() }));
const instantNear = () => (chance(0.5) ? pick(instants) : new Date(start + Math.floor(random() * 130_000_000)).toISOString());
const records: Readonly<Record<string, readonly Made[]>> = {
  'cases.case': many(150, 10_000, () => ({
    ...{ status: pick(['open', 'closed']), worker: chance(0.2) ? null : pick(ids), team: [...new Set(some(ids, 4))] },
    ...{ openedTo: some(ids, 6).map((who) => ({ who, until: instantNear() })), ward: null, riskLevel: 'high' },
  })),
  'cases.concern': many(70, 20_000, () => ({ status: pick(['open', 'accepted', 'dismissed']), raisedBy: pick(ids), ward: null })),
  'referrals.referral': many(70, 30_000, () => ({
    ...{ organisation: pick(organisations), status: pick(['sent', 'accepted', 'declined', 'completed', 'revoked']), until: pick(days) },
  })),
  'suspects.suspect': many(70, 40_000, () => ({
    ...{ standing: pick(['suspected', 'suspected', 'cleared', 'joined']), roles: [], workers: [...new Set(some(ids, 4))] },
  })),
};
const actions: Readonly<Record<string, readonly string[]>> = {
  'cases.case': ['read', 'note', 'settle-action', 'close', 'take-emergency-access', 'assign'],
  'cases.concern': ['read', 'accept', 'dismiss'],
  'referrals.referral': ['know', 'read', 'report'],
  'suspects.suspect': ['read', 'connect', 'clear'],
};
const tables: Readonly<Record<string, string>> = {
  'cases.case': 'cases_case',
  'cases.concern': 'cases_concern',
  'referrals.referral': 'referrals_referral',
  'suspects.suspect': 'suspects_suspect',
};

/** The rows as the views keep them; what no rule asks is left at nothing. */
async function fill(): Promise<void> {
  for (const [kind, made] of Object.entries(records)) {
    // The types of the real table, without what it asks of the rest of a row.
    await olle.owner.query(`create table random_${tables[kind]} (like ${tables[kind]})`);
    const { rows } = await olle.owner.query<{ column_name: string }>(
      "select column_name from information_schema.columns where table_name = $1 and is_nullable = 'NO'",
      [`random_${tables[kind]}`],
    );
    for (const { column_name: name } of rows)
      await olle.owner.query(`alter table random_${tables[kind]} alter column ${name} drop not null`);
    await olle.owner.query(`grant select on random_${tables[kind]} to olle_app`);
    for (const { id, city, facts } of made) {
      const columns = Object.keys(facts).map((fact) => fact.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`));
      const values = Object.entries(facts).map(([fact, value]) => (fact === 'openedTo' ? JSON.stringify(value) : value));
      const places = columns.map((_, i) => `$${i + 3}`).join(', ');
      await olle.owner.query(`insert into random_${tables[kind]} (id, city, ${columns.join(', ')}) values ($1, $2, ${places})`, [
        id,
        city,
        ...values,
      ]);
    }
  }
}

/** The rule for reading a case in plain words, written a second time: what CASL and SQL agree on could still be wrong. */
const readsCase = ({ id, city, roles }: Actor, record: Made, now: string): boolean => {
  if (record.city !== city) return false;
  if (roles.includes('supervisor')) return true;
  if (!roles.includes('case-worker')) return false;
  const { worker, team, openedTo } = record.facts as unknown as {
    worker: string | null;
    team: string[];
    openedTo: { who: string; until: string }[];
  };
  return worker === id || team.includes(id) || openedTo.some(({ who, until }) => who === id && until > now);
};

/** The same of a suspect: never by a team, emergency access or another role. */
const readsSuspect = ({ id, city, roles }: Actor, record: Made): boolean => {
  const { standing, workers } = record.facts as unknown as { standing: string; workers: string[] };
  if (record.city !== city) return false;
  return roles.includes('supervisor') || (roles.includes('case-worker') && standing === 'suspected' && workers.includes(id));
};

test('over random checks the rule and the list say the same of everybody, every record and every moment', async () => {
  await fill();
  let checks = 0;
  let allowed = 0;
  let byEmergency = 0;
  for (const actor of people) {
    await olle.tx(async (tx) => {
      for (const now of instants.slice(0, howMany(4, 24))) {
        const today = now.slice(0, 10);
        const ability = abilityOf(rulesOf([cases, referrals, suspects], actor, today, now));
        for (const [kind, made] of Object.entries(records)) {
          const asked = actions[kind]!;
          const may = asked.map((action): RawBuilder<boolean> => where(ability, action, kind, 'r'));
          // A list leaves out a row of which its condition knows nothing.
          const rows = await tx.run<{ id: string; may: boolean[] }>(
            sql`select r.id, array[${sql.join(may.map((one) => sql`coalesce(${one}, false)`))}]::boolean[] as may from ${sql.table(`random_${tables[kind]}`)} r`,
          );
          assert.equal(rows.length, made.length);
          const listed = new Map(rows.map((row) => [row.id, row.may]));
          for (const record of made) {
            const facts = { ...record.facts, id: record.id, city: record.city };
            for (const [i, action] of asked.entries()) {
              const rule = allows(ability, action, kind, facts);
              if (rule !== listed.get(record.id)![i])
                assert.fail(`${actor.roles} ${action} ${kind} at ${now}: rule ${rule}, list ${!rule}: ${JSON.stringify([actor, record])}`);
              if (rule) allowed++;
              checks++;
            }
            if (kind === 'suspects.suspect')
              assert.equal(allows(ability, 'read', kind, facts), readsSuspect(actor, record), JSON.stringify([actor, record]));
            if (kind === 'cases.case') {
              const reads = readsCase(actor, record, now);
              assert.equal(allows(ability, 'read', kind, facts), reads, `${now} ${JSON.stringify([actor, record])}`);
              if (reads && !readsCase(actor, { ...record, facts: { ...record.facts, openedTo: [] } }, now)) byEmergency++;
            }
          }
        }
      }
    });
  }
  // Not so few or so many that the agreement would say nothing.
  assert.ok(checks >= howMany(200_000, 1_000_000), String(checks));
  assert.ok(allowed > checks / 20 && allowed < checks / 2, `${allowed} of ${checks}`);
  assert.ok(byEmergency > howMany(200, 1000), String(byEmergency));
});

const opening = (name: string, worker: string | null) => ({
  ...{
    person: null,
    source: 'call',
    ward: '3',
    born: { first: '2014-01-01', last: '2014-12-31' },
    name,
    riskLevel: 'high',
    concern: 'Offered work abroad.',
    worker,
  },
  actions: [],
});

test('over HTTP: what a list shows, what is read alone and what the rule says are the same as time passes', async () => {
  const workers = ['one', 'two', 'three'].map((name) => olle.as('case-worker', { name }));
  const boss = olle.as('supervisor');
  const everybody: readonly Persona[] = [...workers, boss, olle.as('registrar'), olle.as('data-protection-officer')];
  const files = Array.from({ length: 9 }, () => uuidv7());
  for (const [i, id] of files.entries())
    await done(boss.command('cases.case', id, 'open', opening(`Child ${i}`, i % 4 === 3 ? null : workers[i % 4]!.actor.id)));
  const doing = { action: uuidv7(), what: 'Call the school', who: workers[1]!.actor.id, due: '2026-11-30' };
  await done(workers[0]!.command('cases.case', files[0]!, 'add-action', doing));
  const emergency = { access: uuidv7(), because: 'She is taken over the border tonight.' };
  await done(workers[2]!.command('cases.case', files[0]!, 'take-emergency-access', emergency));

  const seen = async (who: Persona) => {
    const list = await who.post<{ rows: { id: string }[] }>('/api/cases/list', {});
    const listed = new Set(list.status === 200 ? list.body.rows.map(({ id }) => id) : []);
    for (const id of files) {
      const alone = (await who.get(`/api/cases/case/${id}`)).status;
      assert.equal(alone === 200, listed.has(id), `${who.actor.roles} ${alone}`);
    }
    return files.map((id) => listed.has(id));
  };
  for (const [time, open] of [
    ['2026-11-23T03:00:00.000Z', true],
    ['2026-11-23T10:59:59.999Z', true],
    ['2026-11-23T11:00:00.000Z', false],
    ['2026-11-24T03:00:00.000Z', false],
  ] as const) {
    olle.now = new Date(time);
    const [first, second, third, all, registrar, officer] = await Promise.all(everybody.map(seen));
    assert.deepEqual([first![0], second![0], third![0]], [true, true, open], time);
    assert.ok(all!.every(Boolean) && !registrar!.some(Boolean) && !officer!.some(Boolean));
  }
});

test('emergency access is told to the worker, supervisors and the data-protection officer, and waits until a supervisor has looked at it', async () => {
  olle.now = new Date('2026-11-25T03:00:00.000Z');
  const [worker, stranger] = [olle.as('case-worker', { name: 'owner' }), olle.as('case-worker', { name: 'stranger' })];
  const [boss, officer] = [olle.as('supervisor'), olle.as('data-protection-officer')];
  const [file, id] = [uuidv7(), uuidv7()];
  const because = 'Laliguras stands at the bus park with a stranger.';
  await boss.command('cases.case', file, 'open', opening('Laliguras', worker.actor.id));
  assert.equal((await stranger.get(`/api/cases/case/${file}`)).status, 404);
  assert.equal((await olle.as('registrar').command('cases.case', file, 'take-emergency-access', { access: id, because })).status, 403);
  assert.equal(
    (await olle.as('case-worker', { city: 2 }).command('cases.case', file, 'take-emergency-access', { access: id, because })).status,
    404,
  );
  assert.equal((await stranger.command('cases.case', file, 'take-emergency-access', { access: id, because })).status, 200);
  const head = await stranger.get<{ openUntil: string; next: string[] }>(`/api/cases/case/${file}`);
  assert.deepEqual(
    [head.body.openUntil, head.body.next.sort()],
    ['2026-11-25T11:00:00.000Z', ['note', 'raise-flag', 'record-feedback', 'settle-flag']],
  );
  type Listed = { waiting: number; rows: { id: string; by: string; justified: boolean | null }[] };
  const told = async (who: Persona) => (await who.get<Listed>('/api/cases/emergency-access')).body;
  for (const who of [worker, boss, officer]) {
    const answer = await told(who);
    assert.deepEqual(answer.rows.find((one) => one.id === id)?.by, stranger.actor.id, who.actor.roles[0]!);
    assert.ok(answer.waiting > 0 && !JSON.stringify(answer).includes('Laliguras'));
  }
  assert.ok(!(await told(stranger)).rows.some((one) => one.id === id));
  const review = { access: id, justified: true, note: 'Right, she was found.' };
  for (const who of [worker, stranger, officer])
    assert.notEqual((await who.command('cases.case', file, 'review-emergency-access', review)).status, 200);
  const waiting = (await told(boss)).waiting;
  assert.equal((await boss.command('cases.case', file, 'review-emergency-access', review)).status, 200);
  assert.deepEqual(
    [(await told(officer)).waiting, (await told(officer)).rows.find((one) => one.id === id)?.justified],
    [waiting - 1, true],
  );
});
