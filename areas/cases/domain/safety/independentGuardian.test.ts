import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anId, contextOn, given, opened, other } from '../testing.ts';
import { consentFor, mayInterviewOnFacts } from './consentFor.ts';
import { forbidding, lacksGuardian } from './protection.ts';

const today = '2026-11-23';
const boss = contextOn(0, other, 'supervisor');
const [mother, aunt, teacher, appointee] = [anId(1), anId(2), anId(3), anId(4)];
const carer = (id: string, relation: string, livesWithChild = false) => ({ carer: id, name: `A ${relation}`, relation, livesWithChild, contact: '' }); // biome-ignore format: a table
const around = [carer(mother, 'mother', true), carer(aunt, 'aunt-or-uncle'), carer(teacher, 'other'), carer(appointee, 'appointed')];
type File = ReturnType<typeof given>;
const does = (file: File, ...commands: readonly (readonly [name: string, input: object])[]) =>
  commands.reduce((world, [name, input]) => world.when(name, input).and(), file);
const suspected = (id: string) => ['suspect-carer', { carer: id, because: 'Took money.' }] as const;
const conflict = ['record-conflict', { on: today, because: 'Lives on what the child earns.' }] as const;
const naming = (id: string, basis: string) => ({ carer: id, since: '2026-11-20', basis });
const named = (id: string, basis: string) => ['name-guardian', naming(id, basis)] as const;
const home = does(given(opened), ...around.map((one) => ['record-carer', one] as const), [
  'record-situation',
  { situation: 'with-family' },
]);
const sayingYes = (who: string) => ({
  ...{ consent: anId(60), who, purpose: 'medical', partner: null, answer: 'given', on: today, language: 'ne', interpreter: false },
  ...{ how: 'spoken', told: ['purpose', 'use', 'withdrawal', 'retention'] },
});

test('given one carer who is no suspect, then no independent guardian is needed; given every carer a suspect, then one is', () => {
  const one = does(home, suspected(mother));
  assert.ok(!lacksGuardian(one.state, today));
  const all = does(one, suspected(aunt));
  assert.deepEqual(forbidding(all.state, today), ['no-independent-guardian']);
  assert.deepEqual(all.tasks().filter((task) => task.startsWith('independent')), ['independent-guardian 2026-11-30']); // biome-ignore format: a table
  assert.equal(mayInterviewOnFacts(all.state, today)?.refused, 'cases.independent-guardian-first');
  assert.ok(all.hinders('moved').includes('cases.independent-guardian-first'));
  assert.ok(!all.hinders('died').includes('cases.independent-guardian-first'));
});
test('given every carer a suspect, when one of the home or of the family is named, then it is refused; an appointed guardian ends it', () => {
  const all = does(home, suspected(mother), suspected(aunt));
  const lodger = does(all, conflict, ['record-carer', carer(anId(5), 'appointed', true)]);
  lodger.when('name-guardian', naming(anId(5), 'court')).refused('cases.guardian-not-independent');
  const appointed = does(all, named(appointee, 'court'));
  assert.ok(!lacksGuardian(appointed.state, today));
  assert.deepEqual(appointed.tasks().filter((task) => task.startsWith('independent')), []); // biome-ignore format: a table
});
test('given a conflict of interest, then no carer may be named or consents, though none is a suspect', () => {
  const conflicted = does(home, conflict);
  for (const [id, basis] of [
    [mother, 'parent'],
    [aunt, 'court'],
    [aunt, 'family-agreement'],
  ] as const)
    conflicted.when('name-guardian', naming(id, basis)).refused('cases.guardian-not-independent');
  const word = does(conflicted, ['record-consent', sayingYes(mother)]);
  assert.equal(consentFor(word.state, 'medical', today).status, 'missing');
  assert.ok(!lacksGuardian(conflicted.when('end-conflict', { on: today, because: 'Settled.' }, boss).and().state, today));
});
test('given every carer a suspect, then a trusted adult from outside consents meanwhile, and the independent guardian is still a task', () => {
  const trusted = does(home, suspected(mother), suspected(aunt), named(teacher, 'trusted-adult'), ['record-consent', sayingYes(teacher)]);
  assert.equal(consentFor(trusted.state, 'medical', today).of, 'child');
  assert.ok(lacksGuardian(trusted.state, today));
});
test('given no independent guardian, when the child is placed with kin, then it is refused; a shelter takes them', () => {
  const place = (kind: string, id: string) =>
    ['assess-place', { assessment: anId(30), place: id, kind, name: 'A place', country: null, carer: null, on: today, by: 'Asha', jointlyWith: '', result: 'safe', reasons: 'Seen.' }] as const; // biome-ignore format: a table
  const into = (kind: string, id: string) => ({ placement: anId(50), place: id, kind, from: today, reason: 'x', responsible: 'x' });
  for (const [kind, refused] of [
    ['kin', true],
    ['independent', true],
    ['shelter', false],
    ['hospital', false],
    ['foster', false],
  ] as const) {
    const ready = does(home, conflict, place(kind, anId(20)));
    const placing = ready.when('place-child', into(kind, anId(20)));
    if (refused) placing.refused('cases.independent-guardian-first');
    else placing.then('child-placed');
  }
});
test('given somebody of age, then no guardian is needed, whoever is a suspect', () => {
  const born = { first: '2000-01-01', last: '2000-12-31' };
  const grown = does(given({ ...opened, born } as typeof opened), ['record-carer', around[0]!], suspected(mother));
  assert.deepEqual([lacksGuardian(grown.state, today), grown.tasks().filter((task) => task.startsWith('independent'))], [false, []]);
});
