import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Actor, bornOn, type Context, consultedKey, isRefusal } from '../../../platform/decider/index.ts';
import { givenOf } from '../../../platform/decider/testing.ts';
import { abilityOf, allows, rulesOf } from '../../../platform/permissions/ability.ts';
import { anId, contextOn, given as givenCase, me, opened, other } from '../../cases/domain/testing.ts';
import { linkedOf, takenOf } from './joining.ts';
import { policy } from './policy.ts';
import { casesOf, type SuspectState, saidOf } from './state.ts';
import { type SuspectEvent, suspectRecord } from './suspect.ts';

const [file, theirs, third, into] = [anId(1), anId(2), anId(3), anId(4)];
const carer = anId(5);
const withCarer = givenCase(opened).when('record-carer', {
  carer,
  relation: 'step-parent',
  livesWithChild: true,
  name: 'Dil',
  contact: '',
});
/** Two cases: one of mine, one of a colleague's. */
const cases: Readonly<Record<string, unknown>> = {
  [file]: withCarer.and().state,
  [theirs]: givenCase({ ...opened, worker: other } as typeof opened).state,
};
const contextWith = (context: Context): Context => ({
  ...context,
  consulted: new Map(Object.entries(cases).map(([id, state]) => [consultedKey({ kind: 'cases.case', id }), state])),
});
const asBoss = contextOn(0, other, 'supervisor');
const name = { what: 'name', text: 'Bikram Thapa' } as const;
const phone = { what: 'phone', text: '9800000077' } as const;
const noting = { case: file, roles: ['moving', 'recruiting'], said: [name, phone], known: 'Met the girl at the bus park.' };
const because = 'Mistaken for his brother.';
const noted: SuspectEvent = {
  type: 'suspect-noted',
  case: file,
  roles: ['recruiting'],
  worker: me,
  by: me,
  on: '2026-11-20',
  said: [name, phone],
  known: 'Met her.',
};
const connected: SuspectEvent = {
  type: 'suspect-connected',
  case: theirs,
  roles: ['moving'],
  worker: other,
  by: other,
  on: '2026-11-21',
  basis: 'The same number.',
};
const cleared: SuspectEvent = { type: 'suspect-cleared', by: other, on: '2026-11-22', because };
const joined: SuspectEvent = { type: 'joined-into', into, by: other, on: '2026-11-22', because };

const given = givenOf(suspectRecord, { knows: contextWith });

test('given a case of mine, when a suspect is noted, then they are known by it; from a case that is not, it is refused', () => {
  given().when('note', noting).then('suspect-noted');
  given()
    .when('note', { ...noting, case: theirs })
    .refused('suspects.suspect-of-own-case');
  given()
    .when('note', { ...noting, case: third })
    .refused('suspects.suspect-of-own-case');
  given()
    .when('note', { ...noting, case: theirs }, contextOn(0, me, 'supervisor'))
    .then('suspect-noted');
  given(noted).when('note', noting).refused('suspects.suspect-noted-already');
});
test('when nothing is said by which they may be known again, then noting them is refused', () => {
  given()
    .when('note', { ...noting, said: [] })
    .refused('suspects.say-who-suspect');
  given()
    .when('note', { ...noting, said: [{ what: 'mark', text: 'A scar' }] })
    .refused('suspects.say-who-suspect');
  given()
    .when('note', { ...noting, said: [phone] })
    .then('suspect-noted');
});
test('when a suspect would have been born in a year to come, then it is refused', () => {
  given()
    .when('note', { ...noting, born: bornOn('2027') })
    .refused('ledger.day-to-come');
  given(noted)
    .when('learn', { born: bornOn('2027') })
    .refused('ledger.day-to-come');
});
test('given a carer of the case, when they are taken up as a suspect, then only once, and only who is known there', () => {
  given()
    .when('note', { ...noting, carer })
    .then('suspect-noted');
  given()
    .when('note', { ...noting, carer: anId(8) })
    .refused('cases.no-such-carer');
  // Somebody known already turns out to be the carer.
  const connecting = { case: file, roles: ['recruiting'], carer, basis: 'He lives with the child.' };
  const found = given(noted).when('connect', connecting).and();
  assert.deepEqual(
    casesOf(found.state).map((one) => [one.case, one.carer]),
    [[file, carer]],
  );
  found.when('connect', connecting).then();
  given(noted)
    .when('connect', { ...connecting, carer: anId(8) })
    .refused('cases.no-such-carer');
  const taken = withCarer
    .and()
    .when('hear-suspect', { suspect: anId(7), carer })
    .and();
  const context = contextWith(contextOn());
  const consulted = new Map([...context.consulted!, [consultedKey({ kind: 'cases.case', id: file }), taken.state]]);
  const outcome = suspectRecord.commands['note']!.decide(undefined, { ...noting, carer }, { ...context, consulted });
  assert.equal(isRefusal(outcome) && outcome.refused, 'suspects.carer-taken-up');
});

test('when something is learned, then what was said before stays; what is wrong is marked, and finds nobody', () => {
  const alias = { what: 'alias', text: 'Kancha' } as const;
  const after = given(noted)
    .when('learn', { said: [alias], wrong: [name], known: 'Drives a red van.', born: bornOn('1985') })
    .and();
  assert.deepEqual(
    after.state.said.map(({ text, wrong }) => [text, wrong]),
    [
      ['Bikram Thapa', true],
      ['9800000077', false],
      ['Kancha', false],
    ],
  );
  assert.deepEqual(saidOf(after.state, 'name', 'alias'), ['Kancha']);
  assert.deepEqual(
    after.state.known.map(({ text }) => text),
    ['Met her.', 'Drives a red van.'],
  );
  after.when('learn', { said: [alias], known: 'Drives a red van.', born: bornOn('1985'), wrong: [name] }).then();
  assert.deepEqual(saidOf(after.when('learn', { said: [name] }).and().state, 'name'), ['Bikram Thapa']);
});
test('when what was never said is called wrong, or nothing would be left to know them by, then it is refused', () => {
  given(noted)
    .when('learn', { wrong: [{ what: 'name', text: 'Nobody' }] })
    .refused('suspects.never-said');
  given(noted)
    .when('learn', { wrong: [name, phone] })
    .refused('suspects.say-who-suspect');
  given(noted)
    .when('learn', { wrong: [name] })
    .then('learned');
});

test('when a suspect is connected to another case, then by its worker or a supervisor, and with each part once', () => {
  const connecting = { case: theirs, roles: ['moving'], basis: 'The same number.' };
  given(noted).when('connect', connecting).refused('suspects.suspect-of-own-case');
  given(noted).when('connect', connecting, contextOn(0, other)).then('suspect-connected');
  given(noted, connected).when('connect', connecting, asBoss).then();
  const more = given(noted, connected)
    .when('connect', { ...connecting, roles: ['exploiting'] }, asBoss)
    .and();
  assert.deepEqual(
    casesOf(more.state).map((one) => one.roles),
    [['recruiting'], ['moving', 'exploiting']],
  );
});
test('when a suspect is disconnected, then from a case that they were connected to, by its worker or a supervisor', () => {
  given(noted, connected).when('disconnect', { case: third, because }).refused('suspects.suspect-not-connected');
  given(noted, connected).when('disconnect', { case: theirs, because }).refused('suspects.suspect-of-own-case');
  assert.equal(casesOf(given(noted, connected).when('disconnect', { case: theirs, because }, asBoss).and().state).length, 1);
});

test('given somebody who was cleared, then nothing is done but suspecting them again', () => {
  given(noted).when('clear', { because }).then('suspect-cleared');
  given(noted, cleared).when('clear', { because }).then();
  for (const [command, input] of [
    ['learn', { known: 'x' }],
    ['connect', { case: file, roles: ['other'], basis: 'x' }],
    ['disconnect', { case: file, because }],
    ['join', { into, because }],
  ] as const)
    given(noted, cleared).when(command, input, asBoss).refused('suspects.suspect-cleared');
  given(noted, cleared).when('suspect-again', { because }).then('suspected-again');
  given(noted).when('suspect-again', { because }).then();
  given(noted, joined).when('suspect-again', { because }).refused('suspects.suspect-joined');
});

test('when a record goes into another, then that one holds what it held, and gives it back when it was an error', () => {
  const from = anId(6);
  const one = given(noted).when('join', { into, because }).and();
  assert.deepEqual([one.state.standing, casesOf(one.state)], ['joined', []]);
  const two = given({ ...noted, case: theirs, said: [{ what: 'name', text: 'Bikram' }], worker: other } as SuspectEvent);
  const both = two.when('take-up', { from, ...takenOf(one.state) }).and();
  assert.deepEqual(
    casesOf(both.state).map((of) => of.case),
    [theirs, file],
  );
  assert.deepEqual(saidOf(both.state, 'name', 'phone'), ['Bikram', 'Bikram Thapa', '9800000077']);
  both.when('take-up', { from, ...takenOf(one.state) }).then();
  const learned = both.when('learn', { known: 'Learned since.' }).and();
  const apart = learned.when('give-back', { from }).and();
  assert.deepEqual([casesOf(apart.state).length, saidOf(apart.state, 'name'), apart.state.known.length], [1, ['Bikram'], 2]);
  apart.when('give-back', { from }).then();
  const links = linkedOf(learned.state.connections.filter((of) => of.from === from));
  const again = one.when('separate', { because }).and().when('take-back', links).and();
  assert.deepEqual([again.state.standing, casesOf(again.state).map((of) => of.case)], ['suspected', [file]]);
});
test('when a record is joined with itself, or what is not joined separated, then it is refused', () => {
  given(noted).when('separate', { because }).refused('suspects.suspect-not-joined');
  given(noted, cleared).when('separate', { because }).refused('suspects.suspect-not-joined');
  given(noted, joined).when('join', { into, because }).refused('suspects.suspect-joined');
  given(noted, joined)
    .when('take-up', { from: into, ...takenOf(given(noted).state) })
    .refused('suspects.join-with-itself');
  given(noted, joined)
    .when('take-up', { from: file, ...takenOf(given(noted).state) })
    .refused('suspects.suspect-joined');
  const { must } = (
    suspectRecord.commands['join']!.input as unknown as { properties: { into: { must(facts: object): object | undefined } } }
  ).properties.into;
  assert.deepEqual(
    [must({ standing: 'suspected' }), (must({ standing: 'cleared' }) as { refused: string }).refused],
    [undefined, 'suspects.join-with-suspect'],
  );
});
test('when a case goes to another worker, then they may see the suspect, and the one before no more', () => {
  const may = (worker: string, state: SuspectState, action = 'read', roles: Actor['roles'] = ['case-worker']) =>
    allows(abilityOf(rulesOf([policy], { id: worker, city: 1, roles })), action, 'suspects.suspect', {
      ...suspectRecord.facts(state),
      city: 1,
    });
  const before = given(noted).state;
  const after = given(noted).when('follow-worker', { case: file, worker: other }).and();
  assert.deepEqual([may(me, before), may(other, before), may(me, after.state), may(other, after.state)], [true, false, false, true]);
  after.when('follow-worker', { case: file, worker: other }).then();
  // Whoever was cleared or joined is the supervisors'; nobody else ever sees a suspect, nor does the worker decide about them.
  for (const state of [given(noted, cleared).state, given(noted, joined).state])
    assert.deepEqual([may(me, state), may(me, state, 'read', ['supervisor'])], [false, true]);
  for (const role of ['registrar', 'partner', 'monitoring-officer', 'data-protection-officer', 'administrator'] as const)
    assert.ok(!may(me, before, 'read', [role]), role);
  for (const action of ['clear', 'suspect-again', 'join', 'separate', 'take-up', 'give-back', 'follow-worker'])
    assert.ok(!may(me, before, action), action);
});
