import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Context } from '../../../../platform/decider/index.ts';
import { sharedFields } from '../../../partners/domain/index.ts';
import type { CaseEvent } from '../case.ts';
import { anId, contextOn, given, me, opened, other } from '../testing.ts';
import { Told } from '../told.ts';
import { responsibleOn } from './referrals.ts';

const [referral, house, second] = [anId(1), anId(2), anId(3)];
const carer = anId(5);
/** A carer said that this may be shared with any shelter. */
const agreed: CaseEvent = {
  type: 'consent-given',
  consent: anId(6),
  who: carer,
  purpose: 'sharing',
  partner: 'shelter',
  on: '2026-11-20',
  at: '2026-11-20T04:00:00.000Z',
  until: '2028-11-20',
  language: 'ne',
  interpreter: false,
  how: 'signed',
  told: ['purpose', 'use', 'withdrawal', 'retention'],
  assentFromAge: 18,
};
const partner = {
  category: 'shelter',
  status: 'active',
  services: ['emergency-shelter', 'family-counselling', 'health'],
  agreements: [{ id: anId(4), title: 'A', from: '2026-01-01', until: null, endedOn: null, shares: ['name', 'needs', 'safety'] }],
};
/** What a decision knows where the directory has that of the partner. */
const knowing = (more: object = {}, days = 0): Context => ({
  ...contextOn(days),
  consulted: new Map([[`partners.organisation|${house}`, { ...partner, ...more }]]),
});
const input = {
  referral,
  organisation: house,
  service: 'emergency-shelter',
  urgency: 'usual',
  handover: false,
  because: 'She cannot sleep at home.',
  told: { name: 'Maya', needs: 'A bed for a week' },
};
const made = (more: object = {}) =>
  given(opened, agreed)
    .when('refer', { ...input, ...more }, knowing())
    .and();
const answered = (how: 'accepted' | 'declined'): CaseEvent => ({ type: 'referral-answered', referral, how, on: '2026-11-24' });
const heard = (more: object, ...events: CaseEvent[]) => given(...(made(more).events as CaseEvent[]), ...events);

test('what a referral may tell are the words of agreements', () => {
  assert.deepEqual(Object.keys(Told.properties), sharedFields);
});

test('a child is referred once, for ninety days unless said otherwise, and an answer waited for by urgency', () => {
  given(opened, agreed).when('refer', input, knowing()).then('referral-made');
  made().when('refer', input, knowing()).then();
  const [one] = made().state.referrals;
  assert.deepEqual([one?.until, one?.answerBy, one?.shares], ['2027-02-21', '2026-11-26', ['name', 'needs']]);
  assert.equal(made({ urgency: 'urgent' }).state.referrals[0]?.answerBy, '2026-11-24');
  // Never waited for longer than the partner can see it.
  assert.equal(made({ until: '2026-11-24' }).state.referrals[0]?.answerBy, '2026-11-24');
});

test('refused: a closed partner, none with an agreement in force, one that does not offer it, more told than was agreed', () => {
  const refused = (context: Context, code: string, more: object = {}) =>
    given(opened, agreed)
      .when('refer', { ...input, ...more }, context)
      .refused(code);
  refused(contextOn(), 'ledger.not-found');
  refused(knowing({ status: 'closed' }), 'partners.closed');
  refused(knowing({ agreements: [] }), 'partners.no-agreement');
  refused(knowing(), 'partners.not-offered', { service: 'education' });
  refused(knowing(), 'partners.not-agreed-to-share', { told: { story: 'All that happened' } });
  refused(knowing(), 'cases.nothing-told', { told: {} });
  refused(knowing(), 'ledger.day-past', { until: '2026-11-22' });
  refused(knowing(), 'cases.shared-too-long', { until: '2029-11-22' });
  refused(knowing(), 'cases.shared-beyond-consent', { until: '2028-11-21' });
});

test('the same service of the same partner is asked twice only after the first has ended', () => {
  made()
    .when('refer', { ...input, referral: second }, knowing())
    .refused('cases.referred-already');
  made()
    .when('refer', { ...input, referral: second, service: 'family-counselling' }, knowing())
    .then('referral-made');
  made()
    .when('refer', { ...input, referral: second }, knowing({}, 91))
    .then('referral-made');
  made().when('revoke-referral', { referral, because: 'x' }).and().when('refer', { ...input, referral: second }, knowing()).then('referral-made'); // biome-ignore format: one thought
});

test('a worker is reminded of the answer, then of a question, then of what came of it; nothing waits once it has ended', () => {
  const tasks = (...events: CaseEvent[]) => heard({}, ...events).tasks().filter((task) => task.startsWith('referral')); // biome-ignore format: one thought
  const asked: CaseEvent = { type: 'referral-asked', referral, on: '2026-11-25', text: 'Is she alone?' };
  const told: CaseEvent = { type: 'referral-told', referral, on: '2026-11-25', by: me, text: 'Yes.' };
  assert.deepEqual(tasks(), ['referral-answer 2026-11-26']);
  assert.deepEqual(tasks(asked), ['referral-question 2026-11-26']);
  assert.deepEqual(tasks(asked, told), ['referral-answer 2026-11-26']);
  assert.deepEqual(tasks(answered('accepted')), ['referral-outcome 2027-02-21']);
  assert.deepEqual(tasks(answered('declined')), []);
  assert.deepEqual(tasks({ type: 'referral-completed', referral, outcome: 'helped', on: '2026-12-01' }), []);
});

test('when a partner is lost, the worker sees to it that somebody else helps, or says what is done instead', () => {
  const lost: CaseEvent = { type: 'partner-lost', referral, on: '2026-11-23' };
  const waits = (of: ReturnType<typeof given>) => of.tasks().filter((task) => task.startsWith('partner-lost'));
  assert.deepEqual(waits(heard({}, lost)), ['partner-lost 2026-11-26']);
  const settled = heard({}, lost).when('settle-loss', { referral, because: 'Her aunt took her in.' }).and();
  assert.deepEqual(waits(settled), []);
  heard({}, lost).when('settle-loss', { referral, because: 'x' }).then('loss-settled');
  settled.when('settle-loss', { referral, because: 'x' }).then();
  // Referred for the same elsewhere; for something else it still waits.
  const again = (service: string) =>
    heard({}, lost)
      .when('refer', { ...input, referral: second, service }, knowing())
      .and();
  assert.deepEqual([waits(again('emergency-shelter')).length, waits(again('family-counselling')).length], [0, 1]);
  made().when('settle-loss', { referral, because: 'x' }).refused('cases.partner-not-lost');
  made().when('settle-loss', { referral: second, because: 'x' }).refused('ledger.no-such-entry');
});

test('it is taken back at any time, once; what has ended is told nothing more', () => {
  made().when('revoke-referral', { referral, because: 'Her mother came.' }).then('referral-revoked');
  heard({}, answered('accepted')).when('revoke-referral', { referral, because: 'x' }).then('referral-revoked');
  heard({}, answered('declined')).when('revoke-referral', { referral, because: 'x' }).then();
  made().when('revoke-referral', { referral: second, because: 'x' }).refused('ledger.no-such-entry');
  made().when('tell-partner', { referral, text: 'x' }, knowing()).then('referral-told');
  made().when('tell-partner', { referral, text: 'x' }, contextOn(91)).refused('cases.referral-ended');
  heard({}, answered('declined')).when('tell-partner', { referral, text: 'x' }).refused('cases.referral-ended');
});

test('a case is not closed while a partner still sees something of it', () => {
  assert.ok(made().hinders('moved').includes('cases.referrals-open'));
  assert.ok(!heard({}, answered('declined')).hinders('moved').includes('cases.referrals-open'));
  assert.ok(!made().hinders('moved', 91).includes('cases.referrals-open'));
});

test('given consent to share but none to medical help, when a doctor is asked for, then it is refused, and not where the child is in danger', () => {
  const doctor = { ...input, service: 'health' };
  given(opened, agreed).when('refer', doctor, knowing()).refused('cases.medical-consent');
  given(opened, agreed, { ...agreed, consent: anId(7), purpose: 'medical', partner: null })
    .when('refer', doctor, knowing())
    .then('referral-made');
  given(opened, danger).when('refer', doctor, knowing()).then('referral-made');
});
test('responsibility goes with a referral that says so, once the partner has taken it, and comes back when it has ended', () => {
  const handed = (...events: CaseEvent[]) => responsibleOn(heard({ handover: true }, ...events).state, '2026-12-01');
  assert.equal(handed(), null);
  assert.equal(handed(answered('accepted')), house);
  assert.equal(handed(answered('accepted'), { type: 'referral-completed', referral, outcome: 'helped', on: '2026-12-01' }), null);
  assert.equal(responsibleOn(heard({}, answered('accepted')).state, '2026-12-01'), null);
  assert.equal(responsibleOn(heard({ handover: true }, answered('accepted')).state, '2027-02-22'), null);
  made({ handover: true })
    .when('refer', { ...input, referral: second, service: 'family-counselling', handover: true }, knowing())
    .refused('cases.handed-over-already');
});

const withdrawn: CaseEvent = { type: 'consent-withdrawn', consent: anId(6), who: carer, on: '2026-11-23' };
const danger: CaseEvent = { type: 'emergency-invoked', emergency: anId(7), purpose: 'sharing', on: '2026-11-23', until: '2026-11-26', by: me, reviewDue: '2026-11-24', because: 'He waits at the door.' }; // biome-ignore format: one thought

test('nothing is told of a child without consent; in danger it is told for as long as that holds', () => {
  given(opened).when('refer', input, knowing()).refused('cases.sharing-not-asked');
  given(opened, agreed, withdrawn).when('refer', input, knowing()).refused('cases.sharing-over');
  given(opened, { ...agreed, type: 'consent-refused' })
    .when('refer', input, knowing())
    .refused('cases.sharing-refused');
  given(opened, agreed)
    .when('refer', input, knowing({ category: 'clinic' }))
    .refused('cases.sharing-not-asked');
  const [one] = given(opened, danger).when('refer', input, knowing()).and().state.referrals;
  assert.deepEqual([one?.consent, one?.until], [anId(7), '2026-11-24'], 'nobody reviewed it');
  const upheld: CaseEvent = { type: 'emergency-reviewed', emergency: anId(7), upheld: true, on: '2026-11-23', by: other, note: 'x' };
  const [reviewed] = given(opened, danger, upheld).when('refer', input, knowing()).and().state.referrals;
  assert.equal(reviewed?.until, '2026-11-26');
  // Told before the review, it goes on once that found it right.
  const waiting = given(opened, danger).when('refer', input, knowing()).and();
  const goesOn = given(...waiting.events, upheld).when('check-sharing', {}, knowing());
  goesOn.then('referral-extended');
  assert.equal(goesOn.and().state.referrals[0]?.until, '2026-11-26');
  given(...waiting.events, { ...upheld, upheld: false })
    .when('check-sharing', {}, knowing())
    .then('sharing-stopped');
  assert.equal(made().state.referrals[0]?.consent, anId(6));
});

test('it ends when its consent does, and can go on longer only on one that holds', () => {
  heard({}).when('check-sharing', {}, knowing()).then();
  heard({}, withdrawn).when('check-sharing', {}, knowing()).then('sharing-stopped');
  heard({}, answered('declined'), withdrawn).when('check-sharing', {}, knowing()).then();
  const extend = { referral, until: '2027-12-01' };
  made().when('extend-referral', extend, knowing()).then('referral-extended');
  assert.equal(made().when('extend-referral', extend, knowing()).and().state.referrals[0]?.until, '2027-12-01');
  made().when('extend-referral', { referral, until: '2027-02-21' }, knowing()).then();
  made()
    .when('extend-referral', { ...extend, referral: second }, knowing())
    .refused('ledger.no-such-entry');
  made()
    .when('extend-referral', extend, knowing({ agreements: [] }))
    .refused('partners.no-agreement');
  made().when('extend-referral', { referral, until: '2028-11-22' }, knowing()).refused('cases.shared-beyond-consent');
  heard({}, withdrawn).when('extend-referral', extend, knowing()).refused('cases.sharing-over');
  heard({}, answered('declined')).when('extend-referral', extend, knowing()).refused('cases.referral-ended');
});
