import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { type GrantChange, offeredRoles, type Role, roles } from '../platform/decider/index.ts';
import { abilityOf, actionsByKind, rulesOf } from '../platform/permissions/ability.ts';
import { areas } from './areas.ts';

const policies = areas.map(({ policy }) => policy);
const grants = areas.flatMap(({ policy }) => policy.grants);
const day = '2026-11-23';
const now = `${day}T04:00:00.000Z`;

const doable = (role: Role, grantChanges: readonly GrantChange[] = []) => {
  const actor = { id: 'x', city: 1, roles: [role], organisation: 'y', grantChanges };
  return actionsByKind(abilityOf(rulesOf(policies, actor, day, now)));
};

/** Kinds of which a record says who a child is or what happened to them. */
const ofChildren = [
  ...['cases.case', 'cases.concern', 'people.person', 'people.household', 'people.pair', 'registers.entry'],
  ...['risks.child', 'suspects.suspect', 'papers.export', 'protection.packet'],
];
/** What no role may ever do, whatever its city decides: of kinds with children in them, all acts but those named. */
const never: Partial<Record<Role, Readonly<Record<string, readonly string[]>>>> = {
  administrator: {},
  partner: {},
  research: { 'risks.child': ['count'] },
  council: { 'risks.child': ['count'] },
  // A concern they raised themselves, and no other: the grant says so.
  'monitoring-officer': { 'risks.child': ['count'], 'cases.concern': ['read', 'raise'] },
  'data-protection-officer': {
    ...{ 'risks.child': ['count'], 'people.person': ['read'], 'people.household': ['read'] },
    ...{ 'papers.export': ['read', 'ask', 'take', 'forget'], 'protection.packet': ['give'] },
    // What is said about a supervisor, where no other could answer it; the case stays closed to them.
    'cases.case': ['answer-feedback'],
  },
};

test('whatever a city decides, nobody may do what their role must never do, and administrators still administer', () => {
  const change = fc.record({
    grant: fc.constantFrom(...grants.map(({ key }) => key)),
    role: fc.constantFrom(...roles),
    holds: fc.boolean(),
    from: fc.constantFrom('2026-01-01', day, '2027-01-01'),
  });
  const everything = roles.flatMap((role) => grants.map(({ key }) => ({ grant: key, role, holds: true, from: day })));
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
      for (const [role, allowed] of Object.entries(never) as [Role, Readonly<Record<string, readonly string[]>>][]) {
        const may = doable(role, changes);
        for (const kind of ofChildren)
          assert.deepEqual((may[kind] ?? []).filter((act) => !allowed[kind]?.includes(act)), [], `${role} ${kind}`); // biome-ignore format: one claim
      }
      const may = doable('administrator', changes);
      assert.ok(['change-roles', 'add'].every((act) => may['accounts.user']?.includes(act)) && may['accounts.roles']?.includes('change'));
    }),
    { seed: 20261123, numRuns: 300, examples: [[everything], [everything.map((one) => ({ ...one, holds: false }))]] },
  );
});

test('who asks and who decides are roles that no city can move', () => {
  for (const key of ['cases.case/supervisor', 'protection.erasure/officer', 'protection.erasure/second-person'])
    assert.deepEqual(grants.filter((one) => one.key === key).map(({ fixed, mayAlso }) => [fixed, mayAlso]), [[true, undefined]], key); // biome-ignore format: one claim
});

test('the roles that are offered are those for which some area has something to do', () => {
  const withGrants = roles.filter((role) => grants.some((grant) => grant.roles.includes(role)));
  assert.deepEqual([...offeredRoles].sort(), [...withGrants].sort());
});

test('each grant has its sentence, each role its name and its line, in the catalogue of accounts', () => {
  const { role, 'role-may': may, grant: sentences } = JSON.parse(readFileSync('areas/accounts/locales/en.json', 'utf8'));
  const keys = Object.entries(sentences as Record<string, Record<string, object>>).flatMap(([area, kinds]) =>
    Object.entries(kinds).flatMap(([kind, names]) => Object.keys(names).map((name) => `${area}.${kind}/${name}`)),
  );
  assert.deepEqual(keys.sort(), grants.map(({ key }) => key).sort());
  assert.deepEqual([Object.keys(role).sort(), Object.keys(may).sort()], [[...roles].sort(), [...roles].sort()]);
});
