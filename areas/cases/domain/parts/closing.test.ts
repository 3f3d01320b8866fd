import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded } from '../../../../app/sampling.ts';
import { addDays, daysBetween } from '../../../../platform/decider/index.ts';
import { assessing } from '../../../forms/domain/testing.ts';
import type { CaseEvent } from '../case.ts';
import { type CloseReason, closeReasons } from '../choices.ts';
import { anId, approvedFor, contextOn, given, me, opened, other, otherCase, screened } from '../testing.ts';

const today = '2026-11-23';
const boss = contextOn(0, other, 'supervisor');
const grown = { ...opened, born: { first: '2006-01-01', last: '2006-12-31' } } as CaseEvent;
const closing = (reason: string) => ({ reason, summary: 'x' });
const decision: CaseEvent = {
  ...{ type: 'identification-recorded', decision: anId(1), status: 'actual', body: 'police', bodyName: 'Police', decidedBy: null, by: me },
  ...{ on: today, reviewUntil: null, act: ['recruitment'], means: [], exploitation: ['forced-labour'], screening: null, items: [] },
  ...{ reasons: 'x', again: false },
} as CaseEvent;
const carer = (n: number, relation: string): CaseEvent =>
  ({ type: 'carer-recorded', carer: anId(n), name: `Carer ${n}`, relation, livesWithChild: true, contact: '' }) as CaseEvent;
const step = (n: number, on: string) => ({ step: anId(100 + n), what: 'family', on, who: 'Sarita', note: 'Nobody knew.' });
const declined = (more: object = {}) => ({ child: 'declines', carer: anId(10), on: today, dangerRuledOut: 'Seen at school.', ...more });

test('given a case, when it is closed for any reason without a supervisor’s approval, then it is refused', () => {
  for (const reason of closeReasons) assert.ok(given(grown).hinders(reason).includes('cases.closure-not-approved'), reason);
  for (const reason of ['died', 'duplicate', 'moved'] as const)
    given(opened, otherCase, ...approvedFor(reason))
      .when('close', closing(reason))
      .then('case-closed');
});
test('given a case without another of the same child, when it is closed as a duplicate, then it is refused: nothing of it would go on', () => {
  assert.deepEqual(given(opened, ...approvedFor('duplicate')).hinders('duplicate'), ['cases.no-other-case']);
  const sibling: CaseEvent = { ...otherCase, kind: 'sibling' } as CaseEvent;
  assert.deepEqual(given(opened, sibling, ...approvedFor('duplicate')).hinders('duplicate'), ['cases.no-other-case']);
  const joined: CaseEvent = { type: 'person-followed', from: anId(1), person: anId(2), double: true };
  assert.deepEqual(given(opened, joined, ...approvedFor('duplicate')).hinders('duplicate'), []);
});
test('given a presumption that a correction took away, or a decision against which an appeal runs, then the case is not closed as unfounded', () => {
  const presumed = screened('presumed');
  const amended = { ...screened('no-indication'), type: 'answers-amended', because: 'x', alarm: false } as CaseEvent;
  const closingOf = (...events: readonly CaseEvent[]) => given(opened, ...events, ...approvedFor('unfounded')).hinders('unfounded');
  assert.deepEqual(closingOf(presumed, amended), ['cases.victim-not-closed']);
  const no = { ...decision, status: 'not-a-victim' } as CaseEvent;
  assert.deepEqual(closingOf(presumed, amended, no), []);
  const { decision: of } = no as Extract<CaseEvent, { type: 'identification-recorded' }>;
  const asked = { type: 'review-asked', decision: of, how: 'appeal', on: today, because: 'x', by: me } as CaseEvent;
  assert.deepEqual(closingOf(presumed, no, asked), ['cases.review-open', 'cases.victim-not-closed']);
  const upheld = {
    type: 'review-settled',
    decision: of,
    outcome: 'upheld',
    on: today,
    bodyName: 'Court',
    because: 'x',
    by: me,
  } as CaseEvent;
  assert.deepEqual(closingOf(presumed, no, asked, upheld), []);
});
test('given an approval for one reason, when the case is closed for another, then it is refused and asked for again', () => {
  const asked = given(opened)
    .when('ask-approval', { approval: anId(2), subject: 'closure', reason: 'moved' })
    .and();
  assert.deepEqual(asked.hinders('moved'), ['cases.closure-waits']);
  asked.when('give-approval', { approval: anId(2), verdict: 'approved' }, contextOn(0, me, 'supervisor')).refused('cases.own-approval');
  const approved = asked.when('give-approval', { approval: anId(2), verdict: 'approved' }, boss).and();
  approved.when('close', closing('died')).refused('cases.closure-not-approved');
  approved.when('close', closing('moved')).then('case-closed');
  const again = approved.when('ask-approval', { approval: anId(3), subject: 'closure', reason: 'moved' }).and();
  const returned = again.when('give-approval', { approval: anId(3), verdict: 'returned', note: 'Where to?' }, boss).and();
  returned.when('close', closing('moved')).refused('cases.closure-not-approved');
});
test('when approval for closing is asked without the reason, or a reason is given for something else, then it is refused', () => {
  given(opened)
    .when('ask-approval', { approval: anId(2), subject: 'closure' })
    .refused('cases.say-closing-reason');
  given(opened)
    .when('answer-questionnaire', assessing(anId(50), today, { safety: 3 }))
    .and()
    .when('ask-approval', { approval: anId(2), subject: 'assessment', reason: 'moved' })
    .refused('cases.say-closing-reason');
});
test('given a case that was closed and opened again, then the earlier approval does not close it again', () => {
  const reopened = given(opened, ...approvedFor('moved'))
    .when('close', closing('moved'))
    .and()
    .when('reopen', { because: 'Came back' }, boss)
    .and();
  assert.equal(reopened.state.approvals[0]!.verdict, 'used');
  reopened.when('close', closing('moved')).refused('cases.closure-not-approved');
});

test('given a victim, then the case is not closed as unfounded or in error, nor, of a child, as lost or declined', () => {
  const of = (reason: string, ...events: CaseEvent[]) =>
    given(...events)
      .hinders(reason)
      .includes('cases.victim-not-closed');
  for (const reason of ['unfounded', 'opened-in-error', 'lost', 'services-declined']) assert.ok(of(reason, opened, decision), reason);
  for (const reason of ['moved', 'died', 'duplicate', 'goals-met']) assert.ok(!of(reason, opened, decision), reason);
  assert.deepEqual(['unfounded', 'opened-in-error', 'lost', 'services-declined'].map((reason) => of(reason, grown, decision)), [true, true, false, false]); // biome-ignore format: a table
  assert.ok(!of('unfounded', opened), 'nothing was found');
});
test('given a child of twelve, or somebody whose age is disputed or not known, when the case is closed as of age, then it is refused', () => {
  const of = (...events: CaseEvent[]) =>
    given(...events)
      .hinders('of-age')
      .includes('cases.may-be-child');
  assert.ok(of(opened));
  assert.ok(of({ ...opened, born: null } as CaseEvent));
  assert.ok(of({ ...opened, born: { first: '2008-01-01', last: '2008-12-31' } } as CaseEvent), 'may still be 17');
  assert.ok(of(grown, { type: 'age-recorded', basis: 'document', disputed: true, born: '2000-01-01' }));
  assert.ok(!of(grown));
});

test('given no search, or one too short, when a case is closed as lost, then it is refused with what is missing', () => {
  const lost = (days: number, ...steps: string[]) => {
    const searched = steps.reduce((file, on, i) => file.when('record-search-step', step(i, on), contextOn(100)).and(), given(opened));
    return searched.hinders('lost', days).filter((code) => /search/.test(code));
  };
  assert.deepEqual(lost(0), ['cases.not-searched']);
  const five = ['2026-11-01', '2026-11-05', '2026-11-09', '2026-11-15', '2026-11-20'];
  assert.deepEqual(lost(0, ...five), ['cases.search-too-short'], 'twenty-two days');
  assert.deepEqual(lost(8, ...five), []);
  assert.deepEqual(lost(8, ...five.slice(1)), ['cases.search-too-short'], 'four steps');
});
test('given a search, when the child is seen again, then what was done before does not count', () => {
  const searched = given(opened)
    .when('begin-follow-up', { since: '2026-11-20' })
    .and()
    .when('record-search-step', step(1, '2026-11-21'))
    .and();
  const [visit] = searched.state.followUp.visits;
  const seen = { visit: visit!.id, on: '2026-11-22', outcome: 'seen', alone: true, scores: {}, note: 'x' };
  assert.ok(searched.when('make-visit', seen).and().hinders('lost').includes('cases.not-searched'));
  given(opened).when('record-search-step', step(1, '2026-11-24')).refused('ledger.day-to-come');
});

test('when services are declined, then it is the word of the child and of a carer who may decide, and danger is ruled out', () => {
  const file = given(opened, carer(10, 'mother'), carer(11, 'neighbour'));
  const codes = (more?: object, of = file) =>
    (more ? of.when('decline-services', declined(more)).and() : of).hinders('services-declined').filter((code) => !/closure/.test(code));
  assert.deepEqual(codes(), ['cases.not-declined']);
  assert.deepEqual(codes({}), []);
  assert.deepEqual(codes({ child: 'cannot-say' }), []);
  assert.deepEqual(codes({ child: 'wants-services' }), ['cases.child-wants-services']);
  assert.deepEqual(codes({ carer: anId(11) }), ['cases.declined-without-authority']);
  assert.deepEqual(codes({ carer: null }), ['cases.declined-without-authority']);
  const named = given(opened, carer(11, 'neighbour'), { type: 'guardian-named', carer: anId(11), since: today, basis: 'court' });
  assert.deepEqual(codes({ carer: anId(11) }, named), []);
  assert.deepEqual(codes({ carer: null }, given(grown)), [], 'an adult decides alone');
  file.when('decline-services', declined({ carer: anId(19) })).refused('cases.no-such-carer');
});
test('given a suspect who lives with the child, then the danger holds up every closing but that of a child who died or has a second file', () => {
  const unsafe = given(opened, carer(10, 'father'), {
    type: 'carer-suspected',
    carer: anId(10),
    at: `${today}T01:00:00.000Z`,
    because: 'x',
  });
  for (const reason of closeReasons)
    assert.equal(unsafe.hinders(reason).includes('cases.danger-open'), !['died', 'duplicate'].includes(reason), reason);
  const word = unsafe.when('decline-services', declined()).and().hinders('services-declined');
  assert.ok(word.includes('cases.declined-without-authority'), 'the word of a suspect is none');
});

test('given a child nobody saw, when the case is closed, then that is said of it until it is opened again', () => {
  const closed = given(opened, ...approvedFor('moved')).when('close', closing('moved'));
  assert.equal((closed.followed()[0] as { seen?: string }).seen, 'no');
  assert.equal(closed.and().state.closedUnseen, true);
  assert.equal(closed.and().when('reopen', { because: 'x' }, boss).and().state.closedUnseen, false);
});

/** What must not be so of a life that ended closed, read from its events alone. */
function wrongIn(events: readonly CaseEvent[], day: string): string | undefined {
  const of = <T extends CaseEvent['type']>(...types: T[]) =>
    events.filter((event): event is Extract<CaseEvent, { type: T }> => (types as string[]).includes(event.type));
  const { reason } = of('case-closed').at(-1)!;
  const verdict = of('approval-given').at(-1);
  const asked = of('approval-asked').find(({ approval }) => approval === verdict?.approval);
  if (verdict?.verdict !== 'approved' || asked?.reason !== reason) return 'not approved for that reason';
  if (verdict.by === asked.by) return 'approved by who asked';
  if (reason === 'died' || reason === 'duplicate') return undefined;
  const flags = of('flag-raised').filter((one) => one.reason === 'safety' && !of('flag-settled').some(({ flag }) => flag === one.flag));
  if (flags.length > 0) return 'a flag of safety';
  if (of('emergency-invoked').some((one) => !of('emergency-reviewed').some(({ emergency }) => emergency === one.emergency)))
    return 'an emergency nobody reviewed';
  const suspects = new Map(of('carer-suspected', 'carer-cleared').map(({ carer: id, type }) => [id, type === 'carer-suspected']));
  if ([...suspects.values()].some((suspect) => suspect)) return 'a suspect at home';
  const age = of('age-recorded').at(-1);
  const isGrown = age !== undefined && !age.disputed && age.born === '2000-01-01';
  const isVictim = of('identification-recorded').length > 0;
  if (reason === 'of-age' && !isGrown) return 'a child';
  if (isVictim && ['unfounded', 'opened-in-error'].includes(reason)) return 'a victim';
  if (isVictim && !isGrown && ['lost', 'services-declined'].includes(reason)) return 'a child who is a victim';
  const days = of('search-step-recorded')
    .map(({ on }) => on)
    .sort();
  if (reason === 'lost' && (days.length < 5 || daysBetween(days[0]!, day) < 30)) return 'no search';
  const word = of('services-declined').at(-1);
  if (reason === 'services-declined' && (word?.child === 'wants-services' || (!isGrown && word?.carer !== anId(10)))) return 'not declined';
  return reason === 'goals-met' ? 'no follow-up' : undefined;
}

test('of random lives none ends closed against these rules', () => {
  const random = seeded(9);
  const { type: _, by: _by, ...identified } = decision as Extract<CaseEvent, { type: 'identification-recorded' }>;
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const closed = new Map<CloseReason, number>();
  for (let life = 0; life < 1200; life++) {
    const age: CaseEvent = { type: 'age-recorded', basis: 'document', disputed: false, born: random() < 0.5 ? '2000-01-01' : '2014' };
    let file = given(opened, otherCase, carer(10, 'mother'), carer(11, 'neighbour'), age);
    const reason = pick(closeReasons);
    let day = 0;
    for (let n = 0; n < 40 && file.state.status === 'open'; n++) {
      day += Math.floor(random() * 8);
      const on = addDays(today, day);
      const [id, earlier] = [anId(1000 + n), anId(1000 + Math.floor(random() * n))];
      const [name, input] = pick<[string, object]>([
        ['ask-approval', { approval: id, subject: 'closure', reason: random() < 0.8 ? reason : pick(closeReasons) }],
        ['give-approval', { approval: earlier, verdict: random() < 0.8 ? 'approved' : 'returned', note: 'x' }],
        ['give-approval', { approval: file.state.approvals.at(-1)?.id ?? id, verdict: 'approved' }],
        ['record-search-step', { ...step(0, on), step: id }],
        ['record-search-step', { ...step(0, on), step: id }],
        [
          'decline-services',
          declined({ child: pick(['declines', 'wants-services', 'cannot-say']), carer: pick([anId(10), anId(11), null]) }),
        ],
        ...Array.from({ length: 3 }, (): [string, object] => ['decline-services', declined()]),
        ...Array.from({ length: 3 }, (): [string, object] => ['clear-carer', { carer: anId(10), because: 'x' }]),
        ['suspect-carer', { carer: anId(10), because: 'x' }],
        ['clear-carer', { carer: anId(10), because: 'x' }],
        ['raise-flag', { flag: id, reason: pick(['safety', 'other', 'other', 'other']), words: 'x', mentions: [] }],
        ['settle-flag', { flag: earlier, answer: 'x' }],
        ['settle-flag', { flag: file.state.flags.at(-1)?.id ?? id, answer: 'x' }],
        ['review-emergency', { emergency: file.state.consents.emergencies.at(-1)?.id ?? id, upheld: true, note: 'x' }],
        ['invoke-emergency', { emergency: id, purpose: 'case-work', because: 'x' }],
        ['review-emergency', { emergency: earlier, upheld: true, note: 'x' }],
        ['record-age', { basis: 'document', disputed: random() < 0.3, born: pick(['2000-01-01', '2014']) }],
        ['leave-care', { wish: 'does-not-want', words: 'I live with my sister.', on }],
        ['record-identification', { ...identified, decision: id, on, again: true }],
        ...Array.from({ length: 8 }, (): [string, object] => ['close', closing(random() < 0.8 ? reason : pick(closeReasons))]),
      ]);
      const who = contextOn(day, pick([me, other, other]), 'supervisor');
      const outcome = file.when(name, input, who);
      if (Array.isArray(outcome.outcome)) file = outcome.and();
    }
    if (file.state.status !== 'closed') continue;
    assert.equal(wrongIn(file.events, addDays(today, day)), undefined, JSON.stringify(file.events.slice(3)));
    const last = file.state.closeReason!;
    closed.set(last, (closed.get(last) ?? 0) + 1);
  }
  for (const reason of ['moved', 'of-age', 'died', 'services-declined', 'duplicate'] as const)
    assert.ok((closed.get(reason) ?? 0) > 0, `${reason} was closed ${closed.get(reason) ?? 0} times`);
});
