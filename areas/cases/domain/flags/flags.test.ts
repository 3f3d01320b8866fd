import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded } from '../../../../app/sampling.ts';
import { consultedKey, type Role, roles } from '../../../../platform/decider/index.ts';
import { abilityOf, allows, rulesOf } from '../../../../platform/permissions/ability.ts';
import { noticesOf } from '../../../office/domain/news.ts';
import { type CaseEvent, caseRecord, mayRead } from '../case.ts';
import { closeReasons } from '../choices.ts';
import { policy } from '../policy.ts';
import { anId, approvedFor, contextOn, given, me, opened, other } from '../testing.ts';

const flag = anId(1);
const words = 'She was born in 2012, not 2014.';
const raise = { flag, reason: 'date-wrong', words };
const raised = (more: object = {}): CaseEvent => ({
  type: 'flag-raised',
  ...raise,
  reason: 'date-wrong',
  by: other,
  on: '2026-11-23',
  ...more,
});
const third = anId(7);
const asBoss = contextOn(0, third, 'supervisor');

test('a flag has a reason and words; sent again it is raised once; no day by which lies in the past', () => {
  given(opened).when('raise-flag', raise, contextOn(0, other)).then('flag-raised');
  given(opened, raised()).when('raise-flag', raise, contextOn(0, other)).then();
  given(opened)
    .when('raise-flag', { ...raise, due: '2026-11-22' })
    .refused('ledger.day-past');
  const closed = given(opened, ...approvedFor('moved'))
    .when('close', { reason: 'moved', summary: 'x' })
    .and();
  closed.when('raise-flag', raise).refused('cases.closed');
});

test('with a day it is something to do for whoever has the case; settled, it is no more', () => {
  assert.deepEqual(given(opened, raised()).tasks(), []);
  const due = given(opened, raised({ due: '2026-11-30' }));
  assert.deepEqual(due.tasks(), ['flag 2026-11-30']);
  const settled = due.when('settle-flag', { flag, answer: 'Corrected, the register says so too.' }).and();
  assert.deepEqual(settled.tasks(), []);
  assert.deepEqual(settled.state.flags[0]!.settled, { by: me, on: '2026-11-23', answer: 'Corrected, the register says so too.' });
});

test('the worker, a supervisor and who raised it settle a flag, once; nobody else', () => {
  const file = given(opened, raised());
  const answer = { flag, answer: 'Corrected.' };
  for (const who of [contextOn(), contextOn(0, other), asBoss]) file.when('settle-flag', answer, who).then('flag-settled');
  file.when('settle-flag', answer, contextOn(0, third)).refused('cases.flag-of-another');
  file.when('settle-flag', { ...answer, flag: anId(2) }).refused('ledger.no-such-entry');
  const settled = file.when('settle-flag', answer).and();
  settled.when('settle-flag', answer).then();
  settled.when('settle-flag', answer, asBoss).refused('cases.flag-settled');
});

test('an open flag does not keep a case open, unless it is about the child’s safety; closed, the rest can still be settled', () => {
  const approved = approvedFor('moved');
  assert.deepEqual(given(opened, raised(), ...approved).hinders('moved'), []);
  const unsafe = given(opened, raised({ reason: 'safety' }), ...approved);
  for (const reason of closeReasons)
    assert.equal(unsafe.hinders(reason).includes('cases.safety-flag-open'), !['died', 'duplicate'].includes(reason), reason);
  unsafe
    .when('settle-flag', { flag, answer: 'He was arrested.' })
    .and()
    .when('close', { reason: 'moved', summary: 'x' })
    .then('case-closed');
  const closed = given(opened, raised(), ...approved)
    .when('close', { reason: 'moved', summary: 'x' })
    .and();
  closed.when('settle-flag', { flag, answer: 'Corrected.' }).then('flag-settled');
});

test('only colleagues who may read the case can be mentioned, in a note or a flag', () => {
  const user = (roles: Role[], active = true) => ({ name: 'Made-up', userName: 'x', organisation: null, roles, active });
  const mentioning = (who: string, roles: Role[], active = true) => ({
    ...contextOn(),
    consulted: new Map([[consultedKey({ kind: 'accounts.user', id: who }), user(roles, active)]]),
  });
  const note = { text: 'Please look.', mentions: [other] };
  given(opened)
    .when('note', note, mentioning(other, ['supervisor']))
    .then('noted');
  given(opened)
    .when('note', note, mentioning(other, ['case-worker']))
    .refused('cases.mentioned-may-not-read');
  given(opened)
    .when('note', note, mentioning(other, ['supervisor'], false))
    .refused('cases.mentioned-may-not-read');
  given(opened).when('note', note, contextOn()).refused('cases.mentioned-may-not-read');
  given(opened)
    .when('raise-flag', { ...raise, mentions: [other] }, mentioning(other, ['case-worker']))
    .refused('cases.mentioned-may-not-read');
  // With something to do in it he reads it.
  const action: CaseEvent = { type: 'action-added', action: anId(3), who: other, due: '2026-11-30', what: 'Call the school' };
  given(opened, action)
    .when('note', note, mentioning(other, ['case-worker']))
    .then('noted');
});

test('who can be mentioned is who may read, by the rules that say so', () => {
  const random = seeded(7);
  const people = [me, other, third, anId(8)];
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  let reads = 0;
  for (let i = 0; i < 2000; i++) {
    const now = `2026-11-23T${String(Math.floor(random() * 24)).padStart(2, '0')}:00:00.000Z`;
    const events: CaseEvent[] = [
      { ...opened, worker: random() < 0.2 ? null : pick(people) } as CaseEvent,
      { type: 'action-added', action: anId(3), who: pick(people), due: '2026-11-30', what: 'x' },
      {
        type: 'emergency-access-taken',
        access: anId(4),
        by: pick(people),
        at: now,
        until: '2026-11-23T12:00:00.000Z',
        reviewDue: '2026-11-26',
        because: 'x',
      },
      ...(random() < 0.3 ? [{ type: 'case-closed', reason: 'moved', on: '2026-11-23', by: me, summary: 'x' } as CaseEvent] : []),
    ];
    const { state } = given(...events);
    const actor = { id: pick(people), city: 1, roles: [pick(roles), pick(roles)] };
    const facts = { ...caseRecord.facts(state), city: 1 };
    const may = allows(abilityOf(rulesOf([policy], actor, now.slice(0, 10), now)), 'read', 'cases.case', facts);
    assert.equal(mayRead(state, { ...actor, active: true }, now), may, JSON.stringify([actor, facts, now]));
    if (may) reads++;
  }
  assert.ok(reads > 200 && reads < 1800, String(reads));
});

test('what was told is the same of all events at once and of one after the other', () => {
  const events: CaseEvent[] = [
    opened,
    raised({ mentions: [me, third] }),
    { type: 'noted', text: 'x' },
    { type: 'transfer-offered', transfer: anId(5), to: other, by: me, on: '2026-11-23', answerBy: '2026-11-26', because: 'x' },
    { type: 'transfer-accepted', transfer: anId(5), on: '2026-11-23' },
    { type: 'case-assigned', worker: other, by: other, from: me },
    { type: 'flag-settled', flag, by: third, on: '2026-11-23', answer: 'x' },
    { type: 'case-assigned', worker: null, by: third, from: other },
    { type: 'noted', text: 'y' },
    { type: 'case-assigned', worker: me, by: third, from: null },
    { type: 'case-assigned', worker: other, by: third, from: me, leave: anId(6) },
    { type: 'case-assigned', worker: me, by: third, from: other, leave: anId(6) },
  ];
  const happened = events.map((event, i) => ({ position: i, type: event.type, actor: i > 4 ? other : third, fields: event as never }));
  const whole = noticesOf(given(...events).state, happened);
  const single = happened.flatMap((event, i) => noticesOf(given(...events.slice(0, i + 1)).state, [event]));
  assert.deepEqual(single, whole);
  const said = whole.map(({ position, to, kind }) => `${position} ${to === me ? 'me' : to === other ? 'other' : 'third'} ${kind}`);
  assert.deepEqual(said, [
    '0 me case-given',
    '1 me mentioned',
    '2 me noted',
    '3 other transfer-offered',
    '4 me transfer-accepted',
    '5 me case-taken',
    // A leave is not told case by case.
    '9 me case-given',
  ]);
});
